"""社东社区: a charity station whose great donation day was spent to the last yuan; attendance and satisfaction rise."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from random import Random

from sample import attendance, casework, gifts, handouts, names, requests, surveys, uses, volunteers
from sample.activities import Home, Plan, held, in_order
from sample.days import Rhythm, quarters
from sample.records import FIRST, LAST, Activity, Case, Gift, Handout, Request, Service, SignIn, Story, Use
from sample.themes import TOPICS, VISITS

FUND = "社东慈善工作站专项基金"
EVENT_DAY, REPORTED_ON = date(2021, 5, 20), date(2022, 8, 24)
EVENT_TOTAL, OTHER_TOTAL = 1_153_680, 96_420
TEAMS = ("乡伴服务队", "流动益集队", "银发守望队", "红石湾应急队")
HOME = Home(
    ("村民广场", "慈善驿站", "乡伴学堂", "老祠堂", "流动站点"),
    ("社东社区居委会", "社东社工站"),
    Rhythm(0, {}, ("2022-12",)),
)
MARKETS = ("社情民意集市", "议事交流集市", "便民服务集市", "政策宣传集市", "文创传承集市")
LESSONS = ("乡伴学堂手工课", "乡伴学堂书法课", "乡伴学堂挂面技艺课", "乡伴学堂安全课")
HEADS = (  # attendance by quarter
    *(620, 760, 850, 980),  # 2021
    *(1090, 1230, 1340, 700),  # 2022, the last quarter in the great wave
    *(1260, 1420, 1560, 1600),
    *(1650, 1790, 1880, 1900),
    *(1930, 2080, 2190, 2240),
    *(2260, 2390, 2520, 860),  # 2026, October only
)
SATISFIED = (  # share of satisfied answers by quarter
    *(0.62, 0.66, 0.69, 0.73),
    *(0.76, 0.8, 0.81, 0.82),
    *(0.83, 0.84, 0.85, 0.86),
    *(0.86, 0.87, 0.88, 0.88),
    *(0.89, 0.9, 0.9, 0.91),
    *(0.92, 0.93, 0.94),
)
PROJECTS = {
    uses.Project("幸福食堂", ("独居老人用餐补贴", "食堂厨具"), "老人", 18): 5,
    uses.Project("道路休整", ("路面材料", "施工费"), "全体居民"): 3,
    uses.Project("祠堂翻新", ("木作修缮", "展陈制作"), "全体居民"): 2,
    uses.Project("传统手艺传承", ("挂面工坊设备", "手艺人课酬"), "困难家庭", 4): 2,
    uses.Project("暖心帮扶", ("节日慰问金", "临时救助"), "困难家庭", 3): 3,
    uses.Project("乡伴学堂", ("教具", "助学金"), "儿童青少年", 9, "石湫例禾志愿者协会"): 1,
}


DESK = requests.Desk(
    "SDWG",
    {"环境卫生": "村保洁队", "设施维修": "石湫街道水务站", "助老助残": "社东社工站", "政策咨询": "便民服务中心"},
    5.0,
    0.78,
)


@cache
def story() -> Story:
    activities = in_order(*_activities(Random("社东/活动")))
    received = _gifts(Random("社东/捐赠"))
    return Story(
        activities,
        _sign_ins(Random("社东/签到"), activities),
        _services(Random("社东/志愿")),
        _cases(Random("社东/个案")),
        surveys.answers(Random("社东/满意度"), list(_waves()), 5, ("总体满意度", "活动组织")),
        received,
        _uses(Random("社东/支出"), received),
        requests=_requests(Random("社东/工单")),
        handouts=_handouts(Random("社东/发放"), received),
    )


def _activities(rng: Random) -> Iterator[list[Activity]]:
    """Each quarter's attendance is set, so that the rise over the project stands out of the noise."""
    for (first, last), heads in zip(quarters(2021, LAST), HEADS, strict=True):
        mixes = (
            ("集市", 0.36, 95, {"志愿服务": 1, "社区共益堂": 1}, MARKETS, 1500),
            ("课程", 0.2, 24, {"儿童青少年": 2, "妇女": 1}, LESSONS, None),
            ("议事会", 0.1, 22, {"社区两委": 1}, tuple(f"开放空间会议：{topic}" for topic in TOPICS), None),
            ("社区活动", 0.34, 38, {"老人": 3, "儿童青少年": 2, "大型节日": 2, "党员": 1, "特殊人群": 1}, (), 600),
        )
        for method, part, usual, strands, titles, cost in mixes:
            total = round(heads * part)
            count = max(1, round(total / usual))
            yield held(rng, HOME, Plan(method, count, first, last, strands, usual, total, cost, titles))
        yield held(
            rng, HOME, Plan("走访", rng.randrange(7, 15), first, last, {"老人": 2, "特殊人群": 1}, 1, titles=VISITS)
        )


def _sign_ins(rng: Random, activities: list[Activity]) -> list[SignIn]:
    identities = {"居民": 12, "党员": 3, "志愿者": 2, "两委干部": 1, "社工": 1}
    crowd = attendance.Crowd.of(rng, names.people(rng, 620), identities)
    share = {"议事会": lambda day: 1.0, "课程": lambda day: 0.95 if day.year >= 2025 else 0.0}
    return attendance.signed(rng, activities, crowd, lambda a: share.get(a.method, lambda day: 0.0)(a.held_on))


def _services(rng: Random) -> list[Service]:
    people = names.people(rng, 188)
    early = volunteers.roster(rng, people[:98], TEAMS, date(2020, 3, 5), REPORTED_ON)
    late = volunteers.roster(rng, people[98:], TEAMS, date(2022, 9, 1), date(2026, 8, 31))
    rhythm = Rhythm(0.1, {}, ("2022-12",))
    return [
        *volunteers.served(rng, early, early, 1860, (FIRST, REPORTED_ON), rhythm),
        *volunteers.served(rng, volunteers.stayed(early) + late, late, 4210.5, (date(2022, 8, 25), LAST), rhythm),
    ]


def _cases(rng: Random) -> list[Case]:
    return casework.opened(rng, [(86, date(2022, 1, 4), LAST)], "SD", names.people(rng, 90), names.people(rng, 3))


def _waves() -> Iterator[surveys.Wave]:
    for index, ((first, last), share) in enumerate(zip(quarters(2021, LAST), SATISFIED, strict=False)):
        label = f"{first.year}年第{first.month // 3 + 1}季度"
        yield surveys.Wave(
            label, (first.replace(month=first.month + 2), last), "面访", 52 + index * 7 % 9, 41 + index * 5 % 8, share
        )


def _gifts(rng: Random) -> list[Gift]:
    donors = gifts.Donors(names.people(rng, 320), names.organisations(rng, 70))
    steady = Rhythm(0, {})
    event = gifts.Appeal(134, EVENT_TOTAL, EVENT_DAY, EVENT_DAY, 38, 0.95, 0.0, FUND)
    before = gifts.Appeal(
        180, OTHER_TOTAL, date(2021, 1, 5), date(2022, 8, 10), 14, 0.35, 0.6, FUND, ("助老", "助学", None)
    )
    after = gifts.Appeal(430, 386_250, date(2022, 9, 1), date(2026, 10, 28), 44, 0.5, 0.6, FUND, ("助老", "助学", None))
    cash = [gifts.cash_gifts(rng, appeal, donors, steady) for appeal in (event, before, after)]
    goods = gifts.goods(rng, donors, 92, 118_340, (date(2021, 2, 1), LAST))
    extra = gifts.unvalued(rng, donors, 8, (FIRST, LAST)) + gifts.time_gifts(rng, donors, 24, (FIRST, LAST))
    return gifts.receipted("SD", *cash, goods, extra, _pledges(rng, donors))


def _pledges(rng: Random, donors: gifts.Donors) -> list[Gift]:
    """Money promised on the donation day of 2024 and not yet received."""
    promised = gifts.Appeal(6, 46_000, date(2024, 9, 5), date(2024, 9, 5), 6, 1.0, 0.0, FUND)
    return [replace(gift, status="认捐") for gift in gifts.cash_gifts(rng, promised, donors, Rhythm(0, {}))]


def _uses(rng: Random, received: list[Gift]) -> list[Use]:
    """All that came in up to the report is spent by then; later money is spent as it comes."""
    early = uses.spent(rng, EVENT_TOTAL + OTHER_TOTAL, 260, (date(2021, 5, 25), date(2022, 8, 22)), PROJECTS, FUND)
    later = [gift for gift in received if gift.donated_on > REPORTED_ON]
    return uses.vouchered("记", early, list(uses.spent_as_received(rng, later, 0.85, PROJECTS, 1800, FUND)))


def _requests(rng: Random) -> list[Request]:
    return requests.received(rng, DESK, 330, (date(2023, 1, 1), LAST), names.people(rng, 210))


def _handouts(rng: Random, received: list[Gift]) -> list[Handout]:
    return handouts.handed_out(rng, received, handouts.Counter({"老人": 3, "困难家庭": 4}, "慈善驿站", 15, 0.9))
