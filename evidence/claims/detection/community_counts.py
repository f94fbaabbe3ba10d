"""Finds numbers of communities that a clause counts together, which say where and assert nothing: 六个社区|接案93例."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence.claims.detection.numerals import chinese_value
from evidence.claims.detection.passage import Passage, TextSpan

# What may stand before the number in its clause: 2025年上半年|, 江埔街道|, 全部|; not 覆盖江埔街道.
_BEFORE = (
    r"(?:^|(?<=[，。；：！？\n（(]))(?:\d{4}年(?:[上下]半年|\d{1,2}月|全年)?(?:以来)?|[两三四五六七八九十]年来|[今去全]年|上半年)?"
    r"(?:(?!覆盖|服务|走进|涉及|联动|带动|辐射|惠及)[一-鿿]{2,8}?(?:街道|镇|乡|区|县|市))?(?:全部|所有|所辖|辖区|全街道|的|这)*"
)
# The same after communities by name, where they are said to be all, or are the whole of a share (占|3个社区接案数的28%): 社东社区等|6个社区, 凤二村、社东社区|两个社区, 五年来全部|6个社区.
_NAMES_BEFORE = r"(?:(?<=社区等)|(?<=村等)|(?<=社区)|(?<=村)|(?<=(?<!覆盖)全部)|(?<=(?<!覆盖)所有))"
# What must follow 社区: a word and later in the clause a figure, a word for the sum or for a trend; not 6个社区12个小区, 6个村的合作社, 6个社区获评先进.
_AFTER = r"(?![、和与及级域的]|居?委)(?=(?:\d{4}年|[一-鿿])[^，。；！？\n]*?[\d一二两三四五六七八九十百]|合计|共计|总计|一共|[^，。；！？\n]*?(?:上升|增长|提[升高]|增加|下降|减少|降低))"
REPORTED = "已报送的"
_NUMBER = r"[两二三四五六七八九十]{1,3}|\d{1,2}"
# 2025年六个社区|接案93例, 全部6个社区|合计: the groups are the words for the communities, and their number.
COMMUNITIES_TOGETHER = re.compile(
    rf"{_BEFORE}(?P<words>(?P<number>{_NUMBER})个(?:社区|村)){_AFTER}"
    rf"|{_NAMES_BEFORE}(?P<words_after>(?P<number_after>{_NUMBER})个(?:社区|村))(?![、和与及级域的]|居?委)"
    rf"|(?:(?<=占)|(?<=占全街道)|(?<=占全部)|(?<=占所有)|(?<=已能比较的)|(?<={REPORTED}))(?P<words_of_share>(?P<number_of_share>{_NUMBER})个(?:社区|村))"
)


@dataclass(frozen=True)
class CommunityCount:
    """Words such as 六个社区, where they stand, and the number they say; `is_of_reported`: 已报送的|5个社区, whichever those are."""

    span: TextSpan
    words: str
    number: int
    is_of_reported: bool = False


def find_community_counts(passage: Passage) -> Iterator[CommunityCount]:
    """Yield where the text names all it counts by a number of communities, in order."""
    for match in COMMUNITIES_TOGETHER.finditer(passage.text):
        group = next(name for name in ("words", "words_after", "words_of_share") if match[name])
        number = match[group.replace("words", "number")]
        value = int(number) if number.isdigit() else int(chinese_value(number) or 0)
        is_of_reported = passage.before(match.start(group), len(REPORTED)) == REPORTED
        yield CommunityCount(match.span(group), match[group], value, is_of_reported)
