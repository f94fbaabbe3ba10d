"""名册: the canonical names with their aliases, where the communities lie, and how many people live there as of which day."""

from collections.abc import Iterator

from sample.blocks import blank, line, stack, title
from sample.books import Book, Sheet
from sample.office import Office

HEAD = (
    "社区名称",
    "台账写法",
    "所属市",
    "区县",
    "街道（镇）",
    "常住人口",
    "总户数",
    "辖区面积（平方公里）",
    "截至日期",
    "填报人",
)
SHEDONG = ("社东社区（演示）", "社东、石湫社东、社东村", "南京市", "溧水区", "石湫街道")
FEIJIAYING = ("费家营社区（演示）", "费家营、安宁费家营", "兰州市", "安宁区", "费家营街道")
FENGER = ("凤二村（演示）", "凤二、凤二村委会、凤二社区", "广州市", "从化区", "江埔街道")
YANGMING = ("阳明山庄社区（演示）", "阳明山庄、阳明山庄小区", "长沙市", "湘江新区", "梅溪湖街道")
TIANQING = ("天庆新城社区（演示）", "天庆新城、天庆", "兰州市", "示例区", "示例街道")
XINGFULI = ("幸福里社区（演示）", "幸福里、幸福里小区", "示例市", "示例区", "幸福街道")
ROWS = (
    (*SHEDONG, 3120, 1046, 6.2, "2020年12月31日", "样禾"),
    (*SHEDONG, 3268, 1081, 6.2, "2024年6月30日", "样禾"),
    (*FEIJIAYING, 12640, 4382, 1.3, "2021年6月30日", "拟云"),
    (*FENGER, 2584, 648, 5.8, "2021年1月1日", "仿梅"),
    (*YANGMING, 4312, 1398, 0.85, "2020年12月31日", "试兰"),
    (*YANGMING, 4468, 1427, 0.85, "2023年6月30日", "试兰"),
    (*YANGMING, 4531, 1452, 0.85, "2025年12月31日", "试兰"),
    (*TIANQING, 9830, 3264, 0.72, "2022年3月1日", "虚松"),
    (*XINGFULI, 5612, 2054, 0.46, "2022年7月1日", "例竹"),
)


def books() -> Iterator[Book]:
    caption = title("社区名册（演示）", len(HEAD))
    note = line("注：人口、户数按截至日期填报，变化较大时另起一行。")
    yield Book(
        "社区名册（演示）.xlsx",
        "xlsx",
        [Sheet("名册", stack(caption, blank(), line(*HEAD), *(line(*row) for row in ROWS), note))],
    )


OFFICE = Office("街道办事处（演示）", books)
