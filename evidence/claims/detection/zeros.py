"""Finds a nought that is said in words: 无新增个案 · 全年未发生邻里纠纷 · 没有收到一件投诉 · 零上访."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence.claims.detection.passage import Passage

# What can be said not to have come, with the unit that it is counted in.
UNITS = {
    "个案": "例", "救助": "例", "投诉": "件", "信访": "件", "信访案件": "件", "上访": "件", "诉求": "件", "工单": "件", "案件": "件",
    "纠纷": "起", "事故": "起", "捐款": "笔", "捐赠": "笔", "活动": "场",
}  # fmt: skip
_NOUN = "|".join(sorted(UNITS, key=len, reverse=True))
# What ends the phrase: 零投诉|，, 未发生安全事故|和.
_END = r"(?=[，。；、！）)\n]|和|及|或|且|，|$)"
# What would have had to happen: 新增, 新接, 收到, 开展; 接 alone only before 新(的) or a number.
_CAME = r"(?:新[增开发接立]|承接|接收|受理|立案|开展|举办|组织|发生|收到|接到|接(?=新|一|任何)|出现|有(?=新|一[件起例个场笔]|任何))"
ZERO = re.compile(
    # 无|新增|困难救助|个案, 没有|收到|一件|投诉, 没有|新接|个案, 未|接|新的|个案; not 无人投诉, 未发生纠纷升级, 没有接手的个案
    rf"(?:无|未|没有?)(?:再|能)?{_CAME}过?(?:任何)?(?:一[件起例个场笔])?[一-鿿]{{0,6}}?(?P<counted>{_NOUN}){_END}"
    # 零|投诉; not 清零、零距离
    rf"|(?<!清)(?<!归)零(?:新增)?(?P<absent>{_NOUN}){_END}"
)


@dataclass(frozen=True)
class Zero:
    """A nought from `start` to `end`, in the unit of what did not come."""

    start: int
    end: int
    unit: str


def find_zeros(passage: Passage) -> Iterator[Zero]:
    """Yield every nought said in words, left to right."""
    for match in ZERO.finditer(passage.text):
        yield Zero(match.start(), match.end(), UNITS[match["counted"] or match["absent"]])
