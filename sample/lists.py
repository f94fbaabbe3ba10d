"""The three lists (三清单), renewed each quarter: needs that find a resource or a project in time, resources that come and go, projects of a year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sample.days import quarters
from sample.records import LAST

NEEDS = {  # title → category, group
    "独居老人送餐": ("养老助老", "老人"),
    "高龄老人陪诊": ("养老助老", "老人"),
    "适老化扶手安装": ("养老助老", "老人"),
    "智能手机课堂": ("养老助老", "老人"),
    "老人生日会": ("养老助老", "老人"),
    "暑期托管": ("儿童青少年", "儿童青少年"),
    "四点半课堂": ("儿童青少年", "儿童青少年"),
    "青少年心理辅导": ("儿童青少年", "儿童青少年"),
    "亲子阅读": ("儿童青少年", "儿童青少年"),
    "困难学生助学": ("帮困助残", "困难家庭"),
    "辅具借用": ("帮困助残", "残障人士"),
    "残障人士手工就业": ("帮困助残", "残障人士"),
    "低保家庭家电维修": ("帮困助残", "困难家庭"),
    "上门理发": ("便民服务", "老人"),
    "小家电维修": ("便民服务", "全体居民"),
    "磨刀缝补": ("便民服务", "全体居民"),
    "余药回收": ("便民服务", "全体居民"),
    "家庭医生咨询": ("健康", "老人"),
    "口腔义诊": ("健康", "全体居民"),
    "急救培训": ("健康", "全体居民"),
    "广场舞场地": ("文体活动", "全体居民"),
    "书画展览": ("文体活动", "全体居民"),
    "合唱指导": ("文体活动", "老人"),
    "电动车充电棚": ("环境设施", "全体居民"),
    "楼道照明": ("环境设施", "全体居民"),
    "健身器材维修": ("环境设施", "全体居民"),
    "垃圾分类宣传": ("环境设施", "全体居民"),
    "宝妈就业培训": ("就业创业", "全体居民"),
    "求职信息对接": ("就业创业", "全体居民"),
}
RESOURCES = {  # title → kind, what it answers
    "幸福食堂助餐点": ("服务", "独居老人送餐"),
    "社区书屋场地": ("场地", "亲子阅读"),
    "党群活动室": ("场地", "四点半课堂"),
    "小区架空层": ("场地", "广场舞场地"),
    "高校志愿者": ("人力", "智能手机课堂"),
    "退休教师团": ("人力", "暑期托管"),
    "心理咨询师": ("人力", "青少年心理辅导"),
    "家庭医生团队": ("人力", "家庭医生咨询"),
    "义剪队": ("人力", "上门理发"),
    "维修师傅": ("人力", "小家电维修"),
    "轮椅和拐杖": ("物资", "辅具借用"),
    "余药回收箱": ("物资", "余药回收"),
    "口腔诊室": ("服务", "口腔义诊"),
    "急救培训师": ("人力", "急救培训"),
    "助学善款": ("资金", "困难学生助学"),
    "合唱老师": ("人力", "合唱指导"),
    "展厅": ("场地", "书画展览"),
    "招聘信息": ("信息", "求职信息对接"),
}
SOURCES = ("入户走访", "议事会", "问卷", "线上", "窗口")
FIELDS = ("养老助老", "儿童青少年", "帮困助残", "便民服务", "文体活动", "健康", "邻里互助", "环境治理")
FIRST_WORDS = ("银龄", "童心", "邻里", "巧手", "健康", "书香", "绿色", "暖心", "乐学", "家园", "夕阳", "青春")
LAST_WORDS = ("课堂", "驿站", "互助", "集市", "陪伴", "工坊", "讲堂", "守护", "共享", "合唱", "巡查", "义诊")


@dataclass(frozen=True)
class ListedNeed:
    """`version` is the first day of the quarter whose list it stands on; nothing is matched where resource and project are None."""

    version: date
    title: str
    category: str
    group: str
    people: int
    collected_on: date
    source: str
    urgency: str
    resource: str | None
    project: str | None


@dataclass(frozen=True)
class ListedResource:
    version: date
    title: str
    kind: str
    provider: str
    quantity: int
    available_from: date
    available_to: date | None


@dataclass(frozen=True)
class ListedProject:
    version: date
    title: str
    organisation: str
    field: str
    budget_yuan: int
    support: str
    status: str


@dataclass(frozen=True)
class Lists:
    """All versions of the three lists of one community, each in order of time."""

    needs: list[ListedNeed]
    resources: list[ListedResource]
    projects: list[ListedProject]


def versions(first_year: int, left_out: Sequence[date] = ()) -> list[date]:
    """Return the first days of the quarters for which lists were issued."""
    return [first for first, _ in quarters(first_year, LAST) if first not in left_out]


def resources_listed(rng: Random, issued: Sequence[date], providers: Sequence[str]) -> list[ListedResource]:
    """Return the resources of each version; each comes with some quarter, and one in three goes again."""
    listed = []
    for title, (kind, _) in RESOURCES.items():
        start = rng.randrange(max(1, len(issued) - 4))
        stop = len(issued) if rng.random() < 0.66 else rng.randrange(start + 2, len(issued) + 1)
        provider, quantity = rng.choice(providers), rng.choice((1, 1, 2, 3, 5))
        until = issued[stop] - timedelta(1) if stop < len(issued) else None
        listed += [
            ListedResource(version, title, kind, provider, quantity, issued[start], until)
            for version in issued[start:stop]
        ]
    return sorted(listed, key=lambda resource: resource.version)


def needs_listed(
    rng: Random, issued: Sequence[date], resources: Sequence[ListedResource], projects: Sequence[ListedProject]
) -> list[ListedNeed]:
    """Return the needs of each version: a need finds the resource that answers it once that is there, some a project instead."""
    on_hand = {(resource.version, RESOURCES[resource.title][1]): resource.title for resource in resources}
    listed = []
    for title, (category, group) in NEEDS.items():
        start = rng.randrange(max(1, len(issued) - 3))
        stop = min(len(issued), start + rng.randrange(4, 19))
        people, source, urgency = rng.choice((3, 8, 15, 30, 60, 120, 300)), rng.choice(SOURCES), _urgency(rng)
        takes_project = rng.random() < 0.25
        collected = issued[start] - timedelta(rng.randrange(5, 80))
        for version in issued[start:stop]:
            running = [
                project.title for project in projects if project.version == version and project.field == category
            ]
            project = running[0] if takes_project and running and version > issued[start] else None
            resource = on_hand.get((version, title))
            listed.append(
                ListedNeed(version, title, category, group, people, collected, source, urgency, resource, project)
            )
    return sorted(listed, key=lambda need: need.version)


def _urgency(rng: Random) -> str:
    return rng.choices(("紧急", "一般", "不急"), (2, 5, 2))[0]


def projects_listed(
    rng: Random, issued: Sequence[date], organisations: Sequence[str], supported: dict[int, int]
) -> list[ListedProject]:
    """Return the projects of each version: of each year so many supported ones, some quarters long, and a few turned down."""
    titles = [f"{first}{last}" for first in FIRST_WORDS for last in LAST_WORDS]
    listed = []
    for year, count in supported.items():
        of_year = [version for version in issued if version.year == year]
        for number, title in enumerate(rng.sample(titles, count + 6)):
            start = rng.randrange(len(of_year))
            stop = min(len(of_year), start + rng.randrange(1, 5))
            organisation, field = rng.choice(organisations), rng.choice(FIELDS)
            budget, support = rng.randrange(4, 60) * 100, rng.choice(("资金", "场地", "执行指导"))
            for version in of_year[start : stop if number < count else start + 1]:
                status = _status(version, of_year[start:stop]) if number < count else "未立项"
                listed.append(ListedProject(version, title, organisation, field, budget, support, status))
    return sorted(listed, key=lambda project: project.version)


def _status(version: date, span: Sequence[date]) -> str:
    return "已立项" if version == span[0] else "已完成" if version == span[-1] else "实施中"
