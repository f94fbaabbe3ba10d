"""Orders in two communities: 阳明山庄社区 since 2022, taken by its ten teams, and 天庆新城社区 since 2024, taken by the six helping teams."""

from datetime import date
from functools import cache
from random import Random

from sample import names
from sample.orders import ServiceOrder, Station, placed
from sample.records import LAST

YANGMING = Station(
    "FW",
    {
        "助老服务": (6, ("银发先锋队", "邻里帮服务队")),
        "家电维修": (5, ("360志愿服务队",)),
        "理发": (4, ("巧手妈妈队", "360志愿服务队")),
        "健康服务": (4, ("健康守护队", "余药共享队")),
        "课业辅导": (3, ("爱阅读服务队",)),
        "物资配送": (2, ("邻里帮服务队", "党员突击队")),
        "法律咨询": (1, ("阳明社工站",)),
    },
    2.6,
    0.86,
)
TIANQING = Station(
    "TD",
    {
        "家电维修": (5, ("维修帮帮团",)),
        "健康服务": (4, ("健康帮帮团",)),
        "理发": (3, ("爱心帮帮团",)),
        "课业辅导": (2, ("书香帮帮团",)),
        "心理疏导": (1, ("有爱帮帮团",)),
    },
    4.2,
    0.78,
)


@cache
def of_yangming() -> list[ServiceOrder]:
    rng = Random("阳明/四单")
    return placed(rng, YANGMING, 1120, (date(2022, 1, 1), LAST), names.people(rng, 460))


@cache
def of_tianqing() -> list[ServiceOrder]:
    rng = Random("天庆/四单")
    return placed(rng, TIANQING, 370, (date(2024, 1, 1), LAST), names.people(rng, 190))
