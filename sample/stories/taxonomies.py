"""How 费家营社区 and 阳明山庄社区 sort their work: two systems of service that share volunteering, and five kinds of happiness."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Ground:
    effective_on: date
    scheme: str
    term: str
    matched_on: str
    word: str


SYSTEMS = {
    "服务型": ("老人", "妇女", "特殊人群", "大型节日", "志愿服务"),
    "发展性": ("党员", "儿童青少年", "社区社会组织", "社区两委", "社区共益堂", "志愿服务"),
}
FEIJIAYING = [
    Ground(date(2021, 1, 1), "两大服务体系", term, "板块", strand)
    for term, strands in SYSTEMS.items()
    for strand in strands
]
HAPPY = {
    "环境舒心": (("活动名称", "环境"), ("活动名称", "清洁")),
    "服务贴心": (("板块", "老人"), ("板块", "特殊人群"), ("服务方法", "走访")),
    "邻里暖心": (("板块", "志愿服务"), ("板块", "大型节日"), ("板块", "社区共益堂")),
    "生活放心": (("板块", "儿童青少年"), ("板块", "妇女"), ("服务方法", "小组")),
    "居住安心": (("板块", "社区两委"), ("服务方法", "议事会")),
}
YANGMING = [
    Ground(date(2022, 1, 1), "幸福邻里圈", term, matched_on, word)
    for term, grounds in HAPPY.items()
    for matched_on, word in grounds
]
