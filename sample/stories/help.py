"""Help in three communities: 凤二村's 116 people with a wish fulfilled and 209 households with two subsidies, wishes of 社东社区, needs in 天庆新城社区."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from sample import names
from sample.records import FIRST, LAST
from sample.stories.fenger import REPORTED_ON
from sample.wishes import Drive, Need, Order, Wish, needed, ordered, wished

RESOURCES = {
    "轮椅": ("捐赠物资", "基金"),
    "学费": ("公益项目", "基金", "民政救助"),
    "就业岗位": ("岗位", "企业"),
    "医药费": ("民政救助", "网络募捐"),
    "生活困难": ("临时救助", "爱心物资"),
    "陪护": ("志愿者",),
}


@dataclass(frozen=True)
class Help:
    """What was wished for, ordered and needed in one community, each in order of time."""

    wishes: list[Wish]
    orders: list[Order]
    needs: list[Need]


@cache
def of_fenger() -> Help:
    """Return 116 people with a wish fulfilled and 209 households by the day of the report, more of both later."""
    rng = Random("凤二/帮扶")
    people, households = names.people(rng, 205), names.people(rng, 268)
    helpers = [*names.organisations(rng, 14), *names.people(rng, 20)]
    early = Drive("FX", (FIRST, REPORTED_ON), people[:128], 116, 21, helpers)
    late = Drive("FY", (date(2023, 9, 9), LAST), people[110:], 71, 12, helpers)
    orders = ordered(rng, "A", households[:209], (date(2021, 6, 1), REPORTED_ON), 620)
    orders += ordered(rng, "B", households[60:], (date(2023, 9, 9), LAST), 540)
    return Help(wished(rng, early) + wished(rng, late), orders, [])


@cache
def of_shedong() -> Help:
    """Return wishes of children and old people, collected since 2022."""
    rng = Random("社东/帮扶")
    people, helpers = names.people(rng, 74), names.organisations(rng, 8)
    return Help(wished(rng, Drive("SX", (date(2022, 3, 1), LAST), people, 60, 6, helpers)), [], [])


@cache
def of_tianqing() -> Help:
    """Return needs of families, bands of money only."""
    rng = Random("天庆/帮扶")
    return Help([], [], needed(rng, "JZ", names.people(rng, 58), (date(2021, 9, 1), LAST), RESOURCES))
