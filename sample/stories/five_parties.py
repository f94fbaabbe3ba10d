"""Who works in the communities: organisations, staff with their certificates, and honours, as the articles tell of 阳明山庄社区 and others."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from sample import names

HUB = "岳麓例仁社会工作服务中心"
COMMITTEE = "阳明山庄社区居委会"
ASSISTANT, INTERMEDIATE, NONE = "助理社会工作师", "社会工作师", "无"


@dataclass(frozen=True)
class Organisation:
    name: str
    kind: str
    status: str
    founded_on: date
    incubator: str | None
    leader: str
    rating: str | None = None
    ended_on: date | None = None


@dataclass(frozen=True)
class Employee:
    employer: str
    name: str
    position: str
    certificate: str
    certified_on: date | None
    joined_on: date
    left_on: date | None = None


@dataclass(frozen=True)
class Honour:
    title: str
    level: str
    rank: str | None
    issuer: str
    awarded_on: date
    kind: str
    recipient: str


KINDS = {
    "阳明舞蹈队": "兴趣爱好",
    "阳明书画社": "兴趣爱好",
    "阳明合唱团": "兴趣爱好",
    "玲里缝补小铺": "生活服务",
    "共享工具坊": "生活服务",
    "邻里帮互助会": "居民互助",
    "楼栋长联谊会": "居民互助",
    "360志愿服务社": "志愿服务",
    "爱阅读领读社": "志愿服务",
}


@cache
def organisations() -> list[Organisation]:
    """Return ten organisations of 阳明山庄社区 by the day of the article, nine of them incubated by the tenth, and two later ones."""
    rng = Random("阳明/组织")
    leaders = names.people(rng, 14)
    hub = Organisation(HUB, "社工机构", "登记", date(2014, 6, 18), None, leaders[0], "AAA级")
    raised = [
        Organisation(name, kind, "备案", date(2016 + place % 7, 1 + place, 9 + place), HUB, leader)
        for place, ((name, kind), leader) in enumerate(zip(KINDS.items(), leaders[1:], strict=False))
    ]
    old = Organisation(
        "阳明太极拳队", "兴趣爱好", "备案", date(2012, 5, 4), None, leaders[11], None, date(2020, 12, 31)
    )
    new = [
        Organisation("阳光托管互助社", "居民互助", "备案", date(2024, 3, 12), HUB, leaders[12]),
        Organisation("阳善集市商户联盟", "公益慈善", "备案", date(2025, 6, 20), None, leaders[13]),
    ]
    return [hub, *raised, old, *new]


@cache
def staff() -> list[Employee]:
    """Return eight people of the committee, five of them certified, thirteen of the hub, ten of them certified, as the article says, and who came and went."""
    rng = Random("阳明/人员")
    people = iter(names.people(rng, 26))
    held = [INTERMEDIATE] * 2 + [ASSISTANT] * 3 + [NONE] * 3
    committee = [
        _employee(rng, COMMITTEE, next(people), "社区工作者", certificate, date(2016 + place % 5, 3, 1))
        for place, certificate in enumerate(held)
    ]
    held = [INTERMEDIATE] * 5 + [ASSISTANT] * 5 + [NONE] * 3
    hub = [
        _employee(rng, HUB, next(people), "社工", certificate, date(2015 + place % 7, 7, 1))
        for place, certificate in enumerate(held)
    ]
    left = Employee(HUB, next(people), "社工", ASSISTANT, date(2016, 9, 20), date(2015, 7, 1), date(2022, 6, 30))
    later = [
        Employee(COMMITTEE, next(people), "社区工作者", ASSISTANT, date(2024, 9, 20), date(2024, 4, 1)),
        Employee(HUB, next(people), "社工", NONE, None, date(2025, 7, 1)),
    ]
    return [*committee, *hub, left, *later]


def _employee(rng: Random, employer: str, name: str, position: str, certificate: str, joined: date) -> Employee:
    certified = None if certificate == NONE else date(rng.randrange(max(joined.year, 2017), 2023), 9, 20)
    return Employee(employer, name, position, certificate, certified, joined)


@cache
def honours() -> dict[str, list[Honour]]:
    """Return the honours of three communities: six national ones of 阳明山庄社区, the second prize of 社东社区, 凤二村's place in a book of cases."""
    rng = Random("荣誉")
    ming, yi, lin = names.people(rng, 3)
    yangming = [
        ("全国文明单位", "国家级", None, "中央文明委", date(2021, 1, 15), "社区", "阳明山庄社区"),
        ("全国社会工作服务示范社区", "国家级", None, "民政部", date(2021, 9, 10), "社区", "阳明山庄社区"),
        ("全国和谐社区建设示范社区", "国家级", None, "民政部", date(2021, 12, 2), "社区", "阳明山庄社区"),
        ("全国最美志愿服务社区", "国家级", None, "中央宣传部", date(2022, 3, 5), "社区", "阳明山庄社区"),
        ("全国五四红旗团支部", "国家级", None, "共青团中央", date(2022, 4, 30), "组织", "阳明山庄社区团支部委员会"),
        ("全国书香社区", "国家级", None, "全民阅读活动组织协调办公室", date(2023, 4, 23), "社区", "阳明山庄社区"),
        ("“十百千”示范社会组织", "省级", None, "湖南省民政厅", date(2022, 10, 8), "组织", HUB),
        ("优秀社工", "省级", None, "湖南省民政厅", date(2023, 3, 21), "个人", ming),
        ("慈善超市等级评定", "市级", "三星级", "长沙市民政局", date(2023, 6, 1), "社区", "阳明山庄社区"),
        ("长沙好人", "市级", None, "长沙市文明办", date(2022, 8, 16), "个人", yi),
        ("最佳“五老红”志愿服务组织", "市级", None, "长沙市关工委", date(2023, 7, 1), "队伍", "360志愿服务队"),
        ("最美志愿者", "区县级", None, "梅溪湖街道办事处", date(2023, 3, 5), "个人", lin),
        ("五星级志愿服务站", "市级", "五星级", "长沙市志愿服务联合会", date(2025, 12, 5), "社区", "阳明山庄社区"),
    ]
    shedong = [
        (
            "江苏省优秀社会工作项目",
            "省级",
            "二等奖",
            "江苏省民政厅",
            date(2022, 8, 18),
            "项目",
            "石湫街道社东社区居委会",
        ),
        ("公益开放空间优秀案例", "区县级", None, "溧水区民政局", date(2024, 11, 20), "项目", "石湫街道社东社区居委会"),
    ]
    fenger = [
        ("全国社工站建设优秀案例", "国家级", None, "《中国社会工作》编辑部", date(2023, 8, 30), "项目", "凤二村社工站"),
        ("乡村振兴志愿服务示范点", "区县级", None, "从化区民政局", date(2025, 5, 9), "社区", "凤二村委会"),
    ]
    return {
        name: [Honour(*line) for line in lines]
        for name, lines in (("阳明山庄社区", yangming), ("社东社区", shedong), ("凤二村", fenger))
    }
