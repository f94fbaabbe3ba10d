"""Finds what is said to be more or less than something else, without a number: 满意率明显低于其他社区 · 活动场次高于上年."""

import re
from collections.abc import Iterator

from evidence.claims.detection.passage import Passage, TextSpan
from evidence.claims.detection.trends import GAUGE

# With what it is compared: 其他社区, 全街道平均水平, 上年同期, 社东社区.
_OTHER = (
    r"(?:其[他它余]|周边|兄弟|邻近|相邻|所有)?(?:[一-鿿]{0,6}(?:社区|村|街道))|全[国省市区县街镇乡]道?|上一?年|去年|前年|(?:19|20)\d{2}年|同期|往年|以往|之?前"
    r"|平均|城区|同类|(?!预期|计划|目标|常年|标准)[一-鿿]{2,8}(?=[，。；、）\n]|$)"
)
# 满意率|明显|低于|其他社区|的平均水平; not 高于95%.
COMPARISON = re.compile(
    rf"(?:{GAUGE}|活动|接案|结案)(?:均|都|也|已|在)*(?:(?:明显|显著|远远?|大大|略|稍|大幅)?(?:高|低|多|少|优|好|大|强)于"
    rf"(?:{_OTHER})(?:[一-鿿]{{0,4}}(?:平均|水平|同期))*"
    # 活动场次|与天庆新城|持平
    rf"|[与和同](?!上一?年|去年|前年|\d|同期|往年|以往)(?:{_OTHER})(?:基本|大致)?(?:持平|相当)"
    # 时长|仅次于|阳明山庄社区, 满意率|名列前茅, 参与人次|位居|全街道|前列
    rf"|仅次于(?:{_OTHER})|(?:全[市区县街镇乡]道?|各社区)?[之当]?[中内]?(?:名列前茅|遥遥领先|处于领先|[位名]?[居列](?:全[市区县街镇乡]道?)?前[列茅]))"
)
# Words that only aim at it.
AIM = re.compile(r"为了?|确保|力争|争取|要求|不得|不|应当?|须|必须|如果|若|是否")


def find_comparisons(passage: Passage) -> Iterator[TextSpan]:
    """Yield where a text compares without a number behind."""
    for match in COMPARISON.finditer(passage.text):
        if not AIM.search(passage.clause_before(match.start(), 8)) and not re.match(r"\d", passage.text[match.end() :]):
            yield match.start(), match.end()
