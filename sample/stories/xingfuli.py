"""幸福里社区: invented altogether; it began to report in July 2022, has no casework, and writes the untidiest ledgers."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from random import Random

from sample import attendance, gifts, handouts, names, sums, surveys, uses, volunteers
from sample.activities import Home, Plan, held, in_order
from sample.days import Rhythm
from sample.records import LAST, Activity, Gift, Handout, Service, SignIn, Story, Sum, Use
from sample.themes import VISITS

START = date(2022, 7, 1)
TEAMS = ("幸福里红马甲队", "楼道长队", "小小志愿者队")
YOUNG = Rhythm(0.18, {"2022-12": 0.3, "2023-01": 0.6}, ("2024-02",))
HOME = Home(("幸福客厅", "架空层", "物业前广场"), ("幸福里社区居委会", "业主委员会"), YOUNG)
PROJECTS = {
    uses.Project("幸福客厅", ("桌椅", "茶水"), "全体居民"): 2,
    uses.Project("一老一小", ("助餐", "托管"), "老人", 8): 3,
    uses.Project("楼道微更新", ("油漆", "扶手"), "全体居民", 0, "幸福里拟灯文化传播公司"): 1,
}


@cache
def story() -> Story:
    activities = in_order(*_activities(Random("幸福里/活动")))
    services = _services(Random("幸福里/志愿"))
    received = _gifts(Random("幸福里/捐赠"))
    return Story(
        activities,
        _sign_ins(Random("幸福里/签到"), activities),
        services,
        [],
        surveys.answers(Random("幸福里/满意度"), list(_waves()), 10, ("总体满意度",)),
        received,
        _uses(Random("幸福里/支出"), received),
        handouts=_handouts(Random("幸福里/发放"), received),
        sums=list(_sums(Random("幸福里/汇总"), activities, services)),
    )


def _activities(rng: Random) -> Iterator[list[Activity]]:
    strands = {"儿童青少年": 4, "老人": 2, "妇女": 2, "大型节日": 2, "志愿服务": 2, "社区共益堂": 1}
    yield held(rng, HOME, Plan("社区活动", 330, START, LAST, strands, 30, cost=350))
    yield held(
        rng,
        HOME,
        Plan("课程", 120, START, LAST, {"儿童青少年": 2, "妇女": 1}, 18, titles=("口才课", "美术课", "瑜伽课")),
    )
    yield held(rng, HOME, Plan("走访", 90, START, LAST, {"老人": 1}, 1, titles=VISITS))
    yield held(rng, HOME, Plan("集市", 22, START, LAST, {"社区共益堂": 1}, 140, cost=1200, titles=("幸福里邻里集市",)))


def _sign_ins(rng: Random, activities: list[Activity]) -> list[SignIn]:
    crowd = attendance.Crowd.of(rng, names.people(rng, 460), {"居民": 9, "志愿者": 1})
    return attendance.signed(rng, [a for a in activities if a.method == "课程"], crowd, lambda activity: 0.92)


def _services(rng: Random) -> list[Service]:
    corps = volunteers.roster(rng, names.people(rng, 92), TEAMS, START, date(2026, 8, 1))
    return volunteers.served(rng, corps, corps, 2330.5, (START, LAST), YOUNG)


def _waves() -> Iterator[surveys.Wave]:
    for year, answered, share in ((2023, 61, 0.66), (2024, 76, 0.71), (2025, 80, 0.7), (2026, 92, 0.77)):
        yield surveys.Wave(f"{year}年春季", (date(year, 4, 2), date(year, 4, 25)), "扫码", 130, answered, share)


def _gifts(rng: Random) -> list[Gift]:
    donors = gifts.Donors(names.people(rng, 120), names.organisations(rng, 20))
    cash = gifts.Appeal(150, 66_400, date(2022, 8, 1), date(2026, 10, 8), 18, 0.5, 0.7)
    goods = gifts.goods(rng, donors, 40, 23_700, (date(2022, 9, 1), LAST))
    return gifts.receipted(
        "XF", gifts.cash_gifts(rng, cash, donors, YOUNG), goods, gifts.time_gifts(rng, donors, 10, (START, LAST))
    )


def _uses(rng: Random, received: list[Gift]) -> list[Use]:
    """The first list of spending was sent for 2024."""
    every = uses.vouchered("XFL", list(uses.spent_as_received(rng, received, 0.75, PROJECTS, 700, None)))
    return [use for use in every if use.used_on.year >= 2024]


def _handouts(rng: Random, received: list[Gift]) -> list[Handout]:
    """Written down since 2024, as spending is."""
    counter = handouts.Counter({"老人": 3, "困难家庭": 2, "全体居民": 2}, "一老一小", 10, 0.8)
    return [row for row in handouts.handed_out(rng, received, counter) if row.given_on.year >= 2024]


def _sums(rng: Random, activities: list[Activity], services: list[Service]) -> Iterator[Sum]:
    """Before it kept lists it reported sums; for the first month of its lists it did both."""
    for number in range(18):
        month = date(2021 + number // 12, number % 12 + 1, 1)
        yield from sums.invented(rng, month, 5 + number // 8)
    yield from sums.counted(START, date(2022, 7, 31), activities, services)
