"""Councils of three communities: 凤二村's 乜都倾 meetings and 32 topics, 社东's open-space topics, 幸福里's meeting of 18 people."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from sample.consultations import Agenda, Meeting, Topic, meetings, raised
from sample.days import STEADY, draw
from sample.records import FIRST, LAST
from sample.stories import fenger, shedong

FIRST_COUNCIL = date(2022, 2, 25)  # of 幸福里: 18 people, three resolutions by show of hands
RESOLUTIONS = {"社区活动场地使用规则": "公共空间", "志愿者激励机制": "志愿服务", "小游园环境卫生管理": "环境卫生"}
VILLAGE = {
    "村道照明": "公共设施",
    "垃圾投放点调整": "环境卫生",
    "邻里花园选址": "公共空间",
    "祠堂使用规定": "文化传承",
    "幸福食堂菜价": "养老助老",
    "困境家庭帮扶": "帮扶救助",
    "排水沟清淤": "公共设施",
    "晒谷场整修": "公共空间",
    "村规民约修订": "社区管理",
    "停车位划线": "公共设施",
    "健身器材维修": "公共设施",
    "客家山歌传习": "文化传承",
    "村口减速带": "公共设施",
    "长者送餐路线": "养老助老",
}
VILLAGE_HANDS = {
    "公共设施": "凤二村民委员会",
    "环境卫生": "凤二村保洁服务队",
    "公共空间": "凤二村民委员会",
    "文化传承": "凤二村理事会",
    "养老助老": "凤二社工站",
    "帮扶救助": "凤二社工站",
    "社区管理": "凤二村民委员会",
}
OPEN_SPACE = {
    "道路休整": "公共设施",
    "祠堂翻新": "文化传承",
    "独居老人用餐": "养老助老",
    "传统手艺传承": "文化传承",
    "村口停车": "公共设施",
    "河道保洁": "环境卫生",
    "老年活动室开放时间": "公共空间",
    "农产品摆卖点": "社区管理",
}
OPEN_SPACE_HANDS = {
    "公共设施": "社东社区居委会",
    "文化传承": "社东社区理事会",
    "养老助老": "社东社工站",
    "环境卫生": "石湫街道水务站",
    "公共空间": "社东社工站",
    "社区管理": "社东社区居委会",
}
GARDEN = {
    "架空层使用时间": "公共空间",
    "电动车充电棚": "公共设施",
    "楼道堆物清理": "环境卫生",
    "儿童游乐区围栏": "公共设施",
    "快递柜位置": "公共设施",
    "遛狗时段约定": "社区管理",
}
GARDEN_HANDS = dict.fromkeys(("公共空间", "公共设施", "环境卫生", "社区管理", "志愿服务"), "幸福里社区居委会")


@dataclass(frozen=True)
class Councils:
    """The meetings and the topics of one community, each in order of time."""

    meetings: list[Meeting]
    topics: list[Topic]


@cache
def of_fenger() -> Councils:
    """Return 32 topics resolved by the day of the report, others later, some in hand."""
    rng = Random("凤二/议事会")
    councils = [activity for activity in fenger.story().activities if activity.method == "议事会"]
    held = meetings(rng, councils, {"圆桌会议": 5, "举手表决": 4, "入户征询": 1}, (4, 3, 2, 16, 5))
    days = [meeting.held_on for meeting in held]
    early = Agenda("乜", VILLAGE, VILLAGE_HANDS, (FIRST, fenger.REPORTED_ON), 41, 32, 3)
    late = Agenda("倾", VILLAGE, VILLAGE_HANDS, (date(2023, 9, 9), LAST), 52, 40, 4)
    return Councils(held, raised(rng, early, days) + raised(rng, late, days))


@cache
def of_shedong() -> Councils:
    """Return the four topics that the article names, then four more, over and over."""
    rng = Random("社东/议事会")
    councils = [activity for activity in shedong.story().activities if activity.method == "议事会"]
    held = meetings(rng, councils, {"开放空间": 1}, (2, 1, 2, 12, 4))
    days = [meeting.held_on for meeting in held]
    named = dict(list(OPEN_SPACE.items())[:4])
    early = Agenda("KF", named, OPEN_SPACE_HANDS, (FIRST, shedong.REPORTED_ON), 12, 9, 1, 80, "协商一致")
    late = Agenda("KG", OPEN_SPACE, OPEN_SPACE_HANDS, (date(2022, 8, 25), LAST), 48, 35, 3, 60, "协商一致")
    return Councils(held, raised(rng, early, days) + raised(rng, late, days))


def resolutions() -> list[Topic]:
    """Return the three resolutions of the first meeting, each carried out within the spring."""
    return [
        Topic(
            f"XY2022-{number:02d}",
            title,
            category,
            FIRST_COUNCIL,
            GARDEN_HANDS[category],
            date(2022, 5, 31),
            discussed_on=FIRST_COUNCIL,
            voted_on=FIRST_COUNCIL,
            vote_method="举手表决",
            votes=(18, 0, 0),
            result="通过",
            assigned_on=date(2022, 3, 1),
            done_on=done,
            evidence=evidence,
        )
        for number, (done, evidence, (title, category)) in enumerate(
            zip(
                (date(2022, 3, 28), date(2022, 4, 30), date(2022, 4, 12)),
                ("公示照片01", "激励办法02", "公示照片03"),
                RESOLUTIONS.items(),
                strict=True,
            ),
            1,
        )
    ]


@cache
def of_xingfuli() -> Councils:
    """Return the meeting of 18 people with its three resolutions, and a meeting a quarter from then on."""
    rng = Random("幸福里/议事会")
    first = Meeting("幸而有你居民议事会", FIRST_COUNCIL, "幸福客厅", "举手表决", (1, 0, 3, 0, 14))
    days = draw(rng, 17, date(2022, 7, 5), LAST, STEADY)
    later = [
        Meeting(
            "幸而有你居民议事会",
            day,
            "架空层",
            "举手表决",
            (1, rng.randrange(0, 3), 2, rng.randrange(3, 9), rng.randrange(8, 15)),
        )
        for day in days
    ]
    agenda = Agenda("XF", GARDEN, GARDEN_HANDS, (date(2022, 7, 1), LAST), 26, 17, 2, 35)
    return Councils([first, *later], resolutions() + raised(rng, agenda, days))
