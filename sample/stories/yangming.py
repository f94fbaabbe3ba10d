"""阳明山庄社区: the busiest of the six; its published counts of cases, sessions, activities, volunteers and gifts come out."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from random import Random

from sample import attendance, casework, gifts, handouts, names, requests, surveys, uses, volunteers
from sample.activities import Home, Plan, held, in_order
from sample.cells import chance
from sample.days import Rhythm
from sample.records import FIRST, LAST, Activity, Case, Gift, Handout, Request, Service, SignIn, Story, Use
from sample.stories import shared_medicine
from sample.themes import VISITS

FUND = "阳明山庄社区幸福基金"
REPORTED_ON, AFTER = date(2023, 11, 14), date(2023, 11, 15)
TEAMS = (
    "360志愿服务队",
    "邻里帮服务队",
    "爱阅读服务队",
    "银发先锋队",
    "巧手妈妈队",
    "健康守护队",
    "护学服务队",
    "文明劝导队",
    "余药共享队",
    "党员突击队",
)
CHANGSHA = Rhythm(
    0.03, {"2021-08": 0.5, "2022-03": 0.6, "2022-04": 0.4, "2022-11": 0.5, "2022-12": 0.25, "2023-01": 0.6}
)
HOME = Home(
    ("幸福屋场", "慈善超市", "社区书屋", "共享工具坊", "小区架空层"),
    ("阳明山庄社区居委会", "社区社会组织联合会", "阳明社工站"),
    CHANGSHA,
)
OTHERS = {
    "老人": 4,
    "儿童青少年": 4,
    "妇女": 2,
    "特殊人群": 2,
    "大型节日": 3,
    "党员": 2,
    "社区两委": 1,
    "社区共益堂": 2,
}
# 志愿服务, 社区社会组织 and the other strands, stretch by stretch: volunteering and the organisations' own activities
# stay within what was published for each year.
STRETCHES = (
    (FIRST, date(2021, 12, 31), 236, 214, 178),
    (date(2022, 1, 1), date(2022, 12, 31), 208, 211, 98),
    (date(2023, 1, 1), REPORTED_ON, 205, 189, 206),
    (AFTER, date(2023, 12, 31), 31, 28, 26),
    (date(2024, 1, 1), date(2024, 12, 31), 246, 217, 168),
    (date(2025, 1, 1), date(2025, 12, 31), 262, 218, 181),
    (date(2026, 1, 1), LAST, 228, 184, 166),
)
PROJECTS = {
    uses.Project("长者关爱", ("生日会", "探访礼包"), "老人", 12): 3,
    uses.Project("助学圆梦", ("助学金", "图书"), "儿童青少年", 4): 2,
    uses.Project("邻里帮", ("维修材料", "应急救助"), "困难家庭", 3): 3,
    uses.Project("社会组织培育", ("种子资金",), "全体居民", 0, "梅溪湖虚河公益基金会"): 1,
}
SURVEYS = (
    (2021, 138, 0.81),
    (2022, 121, 0.79),
    (2023, 152, 0.84),
    (2024, 166, 0.88),
    (2025, 159, 0.87),
    (2026, 171, 0.91),
)
RELIEF = {uses.Project("余药共享", ("药品物资配送",), "全体居民", 24): 1}


DESK = requests.Desk(
    "YM",
    {
        "环境卫生": "长沙样松物业服务公司",
        "设施维修": "长沙样松物业服务公司",
        "物业服务": "长沙样松物业服务公司",
        "停车管理": "街道综合行政执法大队",
        "噪声扰民": "街道综合行政执法大队",
        "助老助残": "阳明社工站",
    },
    3.8,
    0.83,
)


@cache
def story() -> Story:
    activities = in_order(*_activities(Random("阳明/活动")))
    received = _gifts(Random("阳明/捐赠"))
    return Story(
        activities,
        _sign_ins(Random("阳明/签到"), activities),
        _services(Random("阳明/志愿")),
        _cases(Random("阳明/个案")),
        surveys.answers(Random("阳明/满意度"), list(_waves()), 5, ("总体满意度", "活动质量", "参与机会")),
        received,
        _uses(Random("阳明/支出"), received),
        requests=_requests(Random("阳明/工单")),
        handouts=_handouts(Random("阳明/发放"), received),
    )


def _activities(rng: Random) -> Iterator[list[Activity]]:
    for first, last, volunteering, organised, others in STRETCHES:
        for count, strands in ((volunteering, {"志愿服务": 1}), (organised, {"社区社会组织": 1}), (others, OTHERS)):
            yield held(rng, HOME, Plan("社区活动", count, first, last, strands, 32, cost=380))
    groups = {"老人": 3, "儿童青少年": 3, "妇女": 2, "特殊人群": 1}
    for count, first, last in ((585, FIRST, REPORTED_ON), (570, AFTER, LAST)):
        yield held(rng, HOME, Plan("小组", count, first, last, groups, 11))
    yield held(rng, HOME, Plan("走访", 380, FIRST, LAST, {"老人": 2, "特殊人群": 1}, 1, titles=VISITS))
    yield held(rng, HOME, Plan("议事会", 42, FIRST, LAST, {"社区两委": 1}, 21))


def _sign_ins(rng: Random, activities: list[Activity]) -> list[SignIn]:
    """Groups keep lists since 2022, two in three of them."""
    crowd = attendance.Crowd.of(rng, names.people(rng, 1150), {"居民": 12, "志愿者": 3, "党员": 2, "社工": 1})
    listed = [a for a in activities if a.method == "小组" and a.held_on.year >= 2022 and not chance(a, 3)]
    return attendance.signed(rng, listed, crowd, lambda activity: 1.0)


def _services(rng: Random) -> list[Service]:
    people = names.people(rng, 872)
    early = volunteers.roster(rng, people[:742], TEAMS, date(2017, 3, 5), date(2023, 11, 1))
    late = volunteers.roster(rng, people[742:], TEAMS, AFTER, date(2026, 9, 1))
    return [
        *volunteers.served(rng, early, early, 10_240, (FIRST, REPORTED_ON), CHANGSHA),
        *volunteers.served(rng, volunteers.stayed(early) + late, late, 10_860, (AFTER, LAST), CHANGSHA),
    ]


def _cases(rng: Random) -> list[Case]:
    counts = [(405, FIRST, REPORTED_ON), (318, AFTER, LAST)]
    return casework.opened(rng, counts, "YM", names.people(rng, 730), names.people(rng, 8))


def _waves() -> Iterator[surveys.Wave]:
    for year, answered, share in SURVEYS:
        yield surveys.Wave(f"{year}年度", (date(year, 6, 5), date(year, 6, 30)), "扫码", 240, answered, share)


def _gifts(rng: Random) -> list[Gift]:
    donors = gifts.Donors(names.people(rng, 380), names.organisations(rng, 60))
    early = gifts.Appeal(165, 54_320, date(2021, 3, 6), date(2023, 11, 12), 16, 0.4, 0.5, FUND, ("助老", "助学", None))
    late = gifts.Appeal(150, 57_480, AFTER, LAST, 18, 0.4, 0.6, FUND, ("助老", "助学", None))
    spans = (
        (66, 88_450, date(2021, 1, 8), date(2022, 12, 31)),
        (48, 74_560, date(2023, 1, 3), REPORTED_ON),
        (118, 171_300, AFTER, LAST),
    )
    goods = [gifts.goods(rng, donors, count, total, (first, last)) for count, total, first, last in spans]
    time = gifts.time_gifts(rng, donors, 40, (FIRST, LAST))
    cash = [gifts.cash_gifts(rng, appeal, donors, CHANGSHA) for appeal in (early, late)]
    medicine = shared_medicine.given(Random("阳明/余药"))
    return [*gifts.receipted("XJ", *cash, *goods, time), *gifts.receipted("YY", medicine)]


def _uses(rng: Random, received: list[Gift]) -> list[Use]:
    relief = uses.spent(rng, 5_200, 17, (date(2022, 12, 10), date(2023, 1, 20)), RELIEF, FUND)
    usual = uses.spent_as_received(rng, received, 0.7, PROJECTS, 420, FUND)
    return uses.vouchered("YM", relief, list(usual))


def _requests(rng: Random) -> list[Request]:
    return requests.received(rng, DESK, 1540, (date(2022, 1, 1), LAST), names.people(rng, 820))


def _handouts(rng: Random, received: list[Gift]) -> list[Handout]:
    """The charity supermarket (慈善超市) writes down what leaves it, not who took it; of medicine shared it lists both."""
    medicine = [gift for gift in received if gift.purpose == shared_medicine.NAME]
    usual = [gift for gift in received if gift.purpose != shared_medicine.NAME]
    counter = handouts.Counter({"老人": 4, "困难家庭": 3, "残障人士": 1}, "慈善超市", 12)
    return [
        *handouts.handed_out(rng, usual, counter),
        *shared_medicine.handed_on(Random("阳明/余药领取"), medicine),
    ]
