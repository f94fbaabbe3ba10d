"""天庆新城社区: six helping teams and a council that meets rarely; several quarters were never sent in."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from random import Random

from sample import attendance, casework, gifts, names, requests, surveys, volunteers
from sample.activities import Home, Plan, held, in_order
from sample.days import Rhythm
from sample.records import FIRST, LAST, Activity, Case, Gift, Request, Service, SignIn, Story
from sample.stories.feijiaying import LANZHOU
from sample.themes import VISITS

TEAMS = ("爱心帮帮团", "健康帮帮团", "维修帮帮团", "金融帮帮团", "有爱帮帮团", "书香帮帮团")
COUNCIL_DAY = date(2022, 2, 25)
HOME = Home(("小游园", "社区礼堂", "社工站", "书香角"), ("天庆新城社区居委会", "天庆新城社工站"), LANZHOU)
SURVEYS = ((2021, 92, 0.78), (2022, 84, 0.74), (2023, 98, 0.8), (2024, 89, 0.83), (2025, 101, 0.82), (2026, 94, 0.86))


DESK = requests.Desk(
    "TQ",
    {
        "环境卫生": "天庆仿枫物业服务公司",
        "停车管理": "天庆仿枫物业服务公司",
        "设施维修": "天庆仿枫物业服务公司",
        "物业服务": "天庆仿枫物业服务公司",
        "噪声扰民": "网格员",
    },
    6.5,
    0.72,
)


@cache
def story() -> Story:
    activities = in_order(*_activities(Random("天庆/活动")))
    return Story(
        activities,
        _sign_ins(Random("天庆/签到"), activities),
        _services(Random("天庆/志愿")),
        _cases(Random("天庆/个案")),
        surveys.answers(Random("天庆/满意度"), list(_waves()), 100, ("总体满意度", "环境改善")),
        _gifts(Random("天庆/捐赠")),
        requests=_requests(Random("天庆/工单")),
    )


def _activities(rng: Random) -> Iterator[list[Activity]]:
    strands = {"老人": 3, "儿童青少年": 3, "特殊人群": 2, "志愿服务": 3, "大型节日": 2, "妇女": 1, "党员": 2}
    council = {"社区两委": 1}
    yield held(rng, HOME, Plan("社区活动", 430, FIRST, LAST, strands, 34, cost=420))
    yield held(rng, HOME, Plan("走访", 210, FIRST, LAST, {"特殊人群": 2, "老人": 1}, 1, titles=VISITS))
    yield held(rng, HOME, Plan("小组", 84, FIRST, LAST, {"特殊人群": 1, "儿童青少年": 1}, 9))
    first_council = ("小游园使用议事会",)
    yield held(rng, HOME, Plan("议事会", 1, COUNCIL_DAY, COUNCIL_DAY, council, total_heads=18, titles=first_council))
    yield held(rng, HOME, Plan("议事会", 14, date(2022, 5, 1), LAST, council, 20))


def _sign_ins(rng: Random, activities: list[Activity]) -> list[SignIn]:
    crowd = attendance.Crowd.of(rng, names.people(rng, 540), {"居民": 12, "志愿者": 3, "社工": 1, "两委干部": 1})
    listed = [a for a in activities if a.method == "议事会"] + [a for a in activities if a.method == "社区活动"][::9]
    return attendance.signed(rng, in_order(listed), crowd, lambda activity: 1.0)


def _services(rng: Random) -> list[Service]:
    people = names.people(rng, 176)
    founders = volunteers.roster(rng, people[:52], TEAMS, date(2020, 9, 1), date(2021, 3, 5))
    corps = founders + volunteers.roster(rng, people[52:], TEAMS, date(2021, 3, 6), date(2026, 9, 1))
    return volunteers.served(rng, corps, corps, 5210, (date(2021, 3, 5), LAST), Rhythm(0.12, LANZHOU.quiet))


def _cases(rng: Random) -> list[Case]:
    return casework.opened(rng, [(118, date(2021, 7, 1), LAST)], "TQ", names.people(rng, 120), names.people(rng, 4))


def _waves() -> Iterator[surveys.Wave]:
    for year, answered, share in SURVEYS:
        window, mode = (date(year, 8, 20), date(year, 9, 12)), "电话" if year < 2024 else "扫码"
        yield surveys.Wave(f"{year}年", window, mode, 140, answered, share)


def _gifts(rng: Random) -> list[Gift]:
    donors = gifts.Donors(names.people(rng, 150), names.organisations(rng, 30))
    cash = gifts.Appeal(
        210, 148_900, date(2022, 1, 8), date(2026, 10, 12), 34, 0.55, 0.45, None, ("助学", "助残", None)
    )
    goods = gifts.goods(rng, donors, 60, 42_600, (date(2022, 1, 8), LAST))
    return gifts.receipted("TQ", gifts.cash_gifts(rng, cash, donors, LANZHOU), goods)


def _requests(rng: Random) -> list[Request]:
    """The register of requests was begun in March 2024."""
    return requests.received(rng, DESK, 410, (date(2024, 3, 1), LAST), names.people(rng, 260))
