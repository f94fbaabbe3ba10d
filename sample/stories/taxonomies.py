"""How communities sort their work: systems that share volunteering, six words, five changes, five parties, platforms, bases and markets."""

from dataclasses import dataclass
from datetime import date

from sample.stories.shedong import MARKETS


@dataclass(frozen=True)
class Ground:
    effective_on: date
    scheme: str
    term: str
    matched_on: str
    word: str


Grounds = dict[str, tuple[tuple[str, str], ...]]  # term → what it is recognised by, and the word


def _sorted(effective_on: date, scheme: str, terms: Grounds) -> list[Ground]:
    return [
        Ground(effective_on, scheme, term, matched_on, word)
        for term, grounds in terms.items()
        for matched_on, word in grounds
    ]


def _strands(*names: str) -> tuple[tuple[str, str], ...]:
    return tuple(("板块", name) for name in names)


SYSTEMS: Grounds = {
    "服务型": _strands("老人", "妇女", "特殊人群", "大型节日", "志愿服务"),
    "发展性": _strands("党员", "儿童青少年", "社区社会组织", "社区两委", "社区共益堂", "志愿服务"),
}
SIX_WORDS: Grounds = {
    "破": (("服务方法", "走访"),),
    "引": _strands("社区社会组织"),
    "立": _strands("党员"),
    "助": _strands("志愿服务", "特殊人群"),
    "治": (*_strands("社区两委"), ("服务方法", "议事会")),
    "享": (*_strands("社区共益堂"), ("服务方法", "公益日")),
}
HAPPY: Grounds = {
    "环境舒心": (("活动名称", "环境"), ("活动名称", "清洁")),
    "服务贴心": (*_strands("老人", "特殊人群"), ("服务方法", "走访")),
    "邻里暖心": _strands("志愿服务", "大型节日", "社区共益堂"),
    "生活放心": (*_strands("儿童青少年", "妇女"), ("服务方法", "小组")),
    "居住安心": (*_strands("社区两委"), ("服务方法", "议事会")),
}
CHANGES: Grounds = {
    "独奏曲变大合唱": (*_strands("党员"), ("服务方法", "议事会")),
    "要我做变我要做": _strands("社区社会组织"),
    "业余型变专业化": (("服务方法", "小组"),),
    "分散式变点单式": _strands("志愿服务"),
    "单一性变多样化": _strands("社区共益堂"),
}
BASES: Grounds = {
    "村民自治": (("服务方法", "议事会"),),
    "社会组织培育": (("服务方法", "小组"),),
    "志愿服务": _strands("志愿服务"),
    "乡村文化传承": (*_strands("大型节日"), ("服务方法", "放映")),
}
PARTS: Grounds = {
    "慈善驿站": _strands("特殊人群"),
    "乡伴学堂": (("活动名称", "乡伴学堂"),),
    "流动益集": (("服务方法", "集市"),),
}
# The five parties (五社), each by who holds an activity or what it is for: one of a station for volunteers stands in two.
PARTIES: Grounds = {
    "社区": (("主办单位", "居委会"),),
    "社会组织": (("主办单位", "联合会"),),
    "社会工作者": (("主办单位", "社工站"), ("服务方法", "小组")),
    "社区志愿者": _strands("志愿服务"),
    "社会慈善资源": _strands("社区共益堂"),
}
PLATFORMS: Grounds = {
    "如愿行动": (("活动名称", "困难家庭走访"), ("活动名称", "残障居民探访")),
    "爱心到家": (("活动名称", "困难家庭走访"), ("活动名称", "独居长者探访")),
    "社区基金": (("活动名称", "幸福食堂"),),
}
FEIJIAYING = [*_sorted(date(2021, 1, 1), "两大服务体系", SYSTEMS), *_sorted(date(2021, 1, 1), "六字法", SIX_WORDS)]
YANGMING = [
    *_sorted(date(2022, 1, 1), "幸福邻里圈", HAPPY),
    *_sorted(date(2022, 1, 1), "五变工作法", CHANGES),
    *_sorted(date(2022, 1, 1), "五社", PARTIES),
]
FENGER = [*_sorted(date(2021, 1, 1), "四大基地", BASES), *_sorted(date(2021, 1, 1), "三大平台", PLATFORMS)]
SHEDONG = [
    *_sorted(date(2021, 1, 1), "三个板块", PARTS),
    *_sorted(
        date(2021, 1, 1), "五大集市", {market.removesuffix("集市"): (("活动名称", market),) for market in MARKETS}
    ),
]
