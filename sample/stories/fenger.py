"""凤二村: village councils, patriotic films, a charity fund, and 4532 hours of volunteering by the end of August 2023."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from random import Random

from sample import attendance, casework, gifts, handouts, names, surveys, uses, volunteers
from sample.activities import Home, Plan, held, in_order
from sample.days import Rhythm
from sample.records import FIRST, LAST, Activity, Case, Gift, Handout, Service, SignIn, Story, Use
from sample.themes import VISITS

FUND = "凤二村社区慈善基金"
HOURS_COUNTED_ON, REPORTED_ON = date(2023, 8, 31), date(2023, 9, 8)
TEAMS = ("凤二姐妹花队", "凤凰护林队", "幸福食堂队")
GUANGZHOU = Rhythm(0.07, {"2022-03": 0.7, "2022-04": 0.4, "2022-10": 0.7, "2022-11": 0.1, "2022-12": 0.2}, ("2021-02",))
HOME = Home(("凤二祠堂", "幸福食堂", "村民活动中心", "社工站", "文化广场"), ("凤二村委会", "凤二社工站"), GUANGZHOU)
COUNCILS = ("乜都倾议事会：村道照明", "乜都倾议事会：垃圾分类", "乜都倾议事会：祠堂使用", "乜都倾议事会：幸福食堂")
SURVEYS = (
    ("2021年", 58, 0.74),
    ("2022年", 62, 0.77),
    ("2023年", 66, 0.83),
    ("2024年", 70, 0.84),
    ("2025年", 74, 0.88),
    ("2026年", 74, 0.9),
)
PROJECTS = {
    uses.Project("幸福食堂", ("长者助餐", "食材"), "老人", 22): 4,
    uses.Project("爱心到家", ("适老化改造", "家电补贴"), "困难家庭", 3): 3,
    uses.Project("微心愿", ("书包文具", "助学"), "儿童青少年", 6): 3,
    uses.Project("助农助销", ("包装物流", "直播培训"), "全体居民", 0, "江埔样荷农业合作社"): 1,
}


@cache
def story() -> Story:
    activities = in_order(*_activities(Random("凤二/活动")))
    received = _gifts(Random("凤二/捐赠"))
    return Story(
        activities,
        _sign_ins(Random("凤二/签到"), activities),
        _services(Random("凤二/志愿")),
        _cases(Random("凤二/个案")),
        surveys.answers(Random("凤二/满意度"), list(_waves()), 5, ("总体满意度", "议事公开", "服务及时")),
        received,
        _uses(Random("凤二/支出"), received),
        handouts=_handouts(Random("凤二/发放"), received),
    )


def _activities(rng: Random) -> Iterator[list[Activity]]:
    since = date(2023, 9, 9)
    people = {"老人": 3, "儿童青少年": 2, "妇女": 1, "大型节日": 2, "党员": 1, "志愿服务": 2}
    council = {"社区两委": 1}
    yield held(rng, HOME, Plan("议事会", 44, FIRST, REPORTED_ON, council, total_heads=2486, titles=COUNCILS))
    yield held(rng, HOME, Plan("议事会", 58, since, LAST, council, 52, titles=COUNCILS))
    yield held(rng, HOME, Plan("放映", 24, FIRST, REPORTED_ON, {"党员": 1}, 46, cost=300))
    yield held(rng, HOME, Plan("放映", 22, since, LAST, {"党员": 1}, 50, cost=300))
    yield held(rng, HOME, Plan("社区活动", 290, FIRST, LAST, people, 36, cost=520))
    fewer = replace(HOME, rhythm=replace(GUANGZHOU, growth=-0.17))  # social workers left; nobody went in their place
    yield held(rng, fewer, Plan("走访", 340, FIRST, LAST, {"老人": 3, "特殊人群": 2}, 1, titles=VISITS))
    yield held(rng, HOME, Plan("小组", 96, FIRST, LAST, {"妇女": 1, "老人": 1}, 10))


def _sign_ins(rng: Random, activities: list[Activity]) -> list[SignIn]:
    identities = {"居民": 10, "党员": 3, "两委干部": 2, "社会组织代表": 2, "社工": 1}
    crowd = attendance.Crowd.of(rng, names.people(rng, 520), identities)
    councils = [a for a in activities if a.method == "议事会" and a.held_on < date(2024, 7, 1)]
    return attendance.signed(rng, councils, crowd, lambda activity: 1.0)


def _services(rng: Random) -> list[Service]:
    people = names.people(rng, 214)
    early = volunteers.roster(rng, people[:146], TEAMS, date(2020, 6, 1), date(2023, 8, 10))
    late = volunteers.roster(rng, people[146:], TEAMS, date(2023, 9, 1), date(2026, 9, 1))
    return [
        *volunteers.served(rng, early, early, 4532, (FIRST, HOURS_COUNTED_ON), GUANGZHOU),
        *volunteers.served(rng, volunteers.stayed(early) + late, late, 5630, (date(2023, 9, 1), LAST), GUANGZHOU),
    ]


def _cases(rng: Random) -> list[Case]:
    return casework.opened(rng, [(94, FIRST, LAST)], "FE", names.people(rng, 100), names.people(rng, 3))


def _waves() -> Iterator[surveys.Wave]:
    for label, answered, share in SURVEYS:
        year = int(label[:4])
        yield surveys.Wave(f"{label}度", (date(year, 9, 1), date(year, 9, 28)), "面访", answered + 14, answered, share)


def _gifts(rng: Random) -> list[Gift]:
    donors = gifts.Donors(names.people(rng, 160), names.organisations(rng, 36))
    cash = gifts.Appeal(
        270, 214_800, date(2021, 9, 5), date(2026, 10, 18), 44, 0.6, 0.3, FUND, ("长者助餐", "助学", None)
    )
    goods = gifts.goods(rng, donors, 84, 71_900, (date(2021, 9, 5), LAST))
    return gifts.receipted("CH", gifts.cash_gifts(rng, cash, donors, GUANGZHOU), goods)


def _uses(rng: Random, received: list[Gift]) -> list[Use]:
    return uses.vouchered("凭", list(uses.spent_as_received(rng, received, 0.9, PROJECTS, 850, FUND)))


def _handouts(rng: Random, received: list[Gift]) -> list[Handout]:
    """Villagers sign for what they take home."""
    groups = {"老人": 5, "困难家庭": 3, "儿童青少年": 1}
    return handouts.handed_out(rng, received, handouts.Counter(groups, "节日慰问", 3, 0.7, names.people(rng, 140)))
