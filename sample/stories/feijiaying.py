"""费家营社区: activities in all ten strands, a public-welfare day in every month, free courses, satisfaction rising."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from random import Random

from sample import attendance, casework, gifts, names, requests, surveys, uses, volunteers
from sample.activities import Home, Plan, held, in_order
from sample.days import Rhythm
from sample.records import FIRST, LAST, Activity, Case, Gift, Request, Service, SignIn, Story, Use
from sample.themes import MODULES, STRANDS, VISITS

TEAMS = ("党员先锋队", "巾帼服务队", "邻里互助队", "雏鹰小队", "平安巡逻队", "银龄乐队")
LANZHOU = Rhythm(
    0.05,
    {
        "2021-10": 0.6,
        "2021-11": 0.3,
        "2022-03": 0.7,
        "2022-07": 0.4,
        "2022-08": 0.6,
        "2022-10": 0.2,
        "2022-11": 0.15,
        "2022-12": 0.2,
    },
)
HOME = Home(
    ("共益堂", "社区党群中心", "小区广场", "四点半教室", "社工站"),
    ("费家营社区居委会", "费家营社工站", "社会组织孵化园"),
    LANZHOU,
)
LESSONS = tuple(f"雏鹰成长天地{module}第{n}节" for module in MODULES for n in ("一", "二", "三", "四"))
DAYS = (
    "邻里互助",
    "便民服务",
    "学雷锋",
    "爱绿护绿",
    "关爱长者",
    "护苗",
    "文明出行",
    "消夏",
    "慈善",
    "敬老",
    "冬暖",
    "迎新",
)
SATISFIED = (0.68, 0.71, 0.74, 0.75, 0.79, 0.81, 0.83, 0.86, 0.88, 0.9, 0.92)
PROJECTS = {
    uses.Project("公益微创投", ("居民小组活动金", "团队启动金"), "全体居民", 0, "费家营仿桐志愿者协会"): 2,
    uses.Project("雏鹰成长天地", ("教具", "场地布置"), "儿童青少年", 14): 3,
    uses.Project("助残暖心", ("辅具", "康复活动"), "残障人士", 5): 2,
    uses.Project("节日慰问", ("米面油", "慰问金"), "困难家庭", 7): 3,
    uses.Project("助老服务", ("助餐", "理发"), "老人", 12): 2,
}


DESK = requests.Desk(
    "AN",
    {
        "环境卫生": "街道环卫所",
        "停车管理": "街道综合行政执法队",
        "噪声扰民": "街道综合行政执法队",
        "物业服务": "费家营拟桐物业服务公司",
        "设施维修": "费家营拟桐物业服务公司",
        "助老助残": "费家营社工站",
    },
    5.5,
    0.74,
)


@cache
def story() -> Story:
    activities = in_order(*_activities(Random("费家营/活动")))
    received = _gifts(Random("费家营/捐赠"))
    return Story(
        activities,
        _sign_ins(Random("费家营/签到"), activities),
        _services(Random("费家营/志愿")),
        _cases(Random("费家营/个案")),
        surveys.answers(Random("费家营/满意度"), list(_waves()), 10, ("总体满意度", "服务态度")),
        received,
        _uses(Random("费家营/支出"), received),
        requests=_requests(Random("费家营/工单")),
    )


def _activities(rng: Random) -> Iterator[list[Activity]]:
    every = dict.fromkeys(STRANDS, 1)
    for first, last in _months():
        titles = (f"{DAYS[first.month - 1]}主题公益日",)
        yield held(
            rng, HOME, Plan("公益日", 1, first, last, {"志愿服务": 2, "社区共益堂": 1}, 110, cost=800, titles=titles)
        )
    yield held(rng, HOME, Plan("社区活动", 520, FIRST, LAST, every, 42, cost=450))
    yield held(rng, HOME, Plan("课程", 330, FIRST, LAST, {"儿童青少年": 5, "妇女": 1}, 23, cost=0, titles=LESSONS))
    yield held(rng, HOME, Plan("小组", 192, FIRST, LAST, {"老人": 2, "妇女": 1, "特殊人群": 1}, 11))
    yield held(rng, HOME, Plan("走访", 260, FIRST, LAST, {"老人": 2, "特殊人群": 2, "党员": 1}, 1, titles=VISITS))
    yield held(rng, HOME, Plan("议事会", 26, FIRST, LAST, {"社区两委": 1}, 19))


def _months() -> Iterator[tuple[date, date]]:
    first = FIRST
    while first <= LAST:
        after = (first + timedelta(32)).replace(day=1)
        yield first, after - timedelta(1)
        first = after


def _sign_ins(rng: Random, activities: list[Activity]) -> list[SignIn]:
    crowd = attendance.Crowd.of(rng, names.people(rng, 900), {"居民": 14, "党员": 2, "志愿者": 2})
    courses = [a for a in activities if a.method == "课程" and a.held_on.year >= 2022]
    return attendance.signed(rng, courses[::2], crowd, lambda activity: 0.96)


def _services(rng: Random) -> list[Service]:
    people = names.people(rng, 310)
    first = volunteers.roster(rng, people[:200], TEAMS, date(2019, 6, 1), date(2022, 6, 30))
    later = volunteers.roster(rng, people[200:], TEAMS, date(2022, 7, 1), date(2026, 9, 1))
    return [
        *volunteers.served(rng, first, first, 2480, (FIRST, date(2022, 6, 30)), LANZHOU),
        *volunteers.served(rng, volunteers.stayed(first) + later, later, 6120, (date(2022, 7, 1), LAST), LANZHOU),
    ]


def _cases(rng: Random) -> list[Case]:
    return casework.opened(rng, [(164, FIRST, date(2024, 12, 20))], "FJY", names.people(rng, 170), names.people(rng, 5))


def _waves() -> Iterator[surveys.Wave]:
    """Twice a year, in May and November, up to May 2026."""
    for index, share in enumerate(SATISFIED):
        year, month = 2021 + index // 2, (5, 11)[index % 2]
        label = f"{year}年{'上' if month == 5 else '下'}半年"
        window, mode = (date(year, month, 3), date(year, month, 28)), "扫码" if year >= 2023 else "面访"
        yield surveys.Wave(label, window, mode, 100 + index * 6, 88 - index * 11 % 13, share)


def _gifts(rng: Random) -> list[Gift]:
    donors = gifts.Donors(names.people(rng, 240), names.organisations(rng, 50))
    cash = gifts.Appeal(
        330, 268_600, date(2021, 1, 10), date(2026, 10, 20), 60, 0.6, 0.55, None, ("助残", "助学", None)
    )
    goods = gifts.goods(rng, donors, 80, 96_200, (FIRST, LAST))
    return gifts.receipted(
        "LZ", gifts.cash_gifts(rng, cash, donors, LANZHOU), goods, gifts.time_gifts(rng, donors, 16, (FIRST, LAST))
    )


def _uses(rng: Random, received: list[Gift]) -> list[Use]:
    return uses.vouchered("FJY", list(uses.spent_as_received(rng, received, 0.8, PROJECTS, 900, None)))


def _requests(rng: Random) -> list[Request]:
    """The hotline's export begins in 2023."""
    return requests.received(rng, DESK, 1180, (date(2023, 1, 1), LAST), names.people(rng, 640))
