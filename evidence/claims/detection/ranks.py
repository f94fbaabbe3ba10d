"""Finds first places that a text asserts: 满意度位居全街道第一 · 参与人次增幅居全市首位 · 活动场次全街道第一."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence.claims.detection.passage import Passage

# What is ranked ends in one of these: 总体|满意率, 参与|人次, 到账|现金.
_MEASURE = r"满意[度率]|[一-鿿]率|人[数次]|场次|[户总件]数|数量|时长|时间|现金|金额|善款|得分|案数"
_GROWTH = r"(?:的?(?P<growth>增[幅速长]率?|涨幅|增长率))?"
_SCOPE = (
    r"(?P<{0}>全[国省市区县镇乡]|全街道?|各社区|(?:全部|所有)?(?:[两二三四五六七八九十]{{1,3}}|\d{{1,2}})个(?:社区|村))"
)
_VERB = r"(?:稳|均|都|也|继续|一直|连续[两三四五六]年)*(?:位居|位列|位于|名列|排名|排在|跃居|高居|稳居|居|列|排)"
# First of all: not 第一次, 第一书记, 第一时间, which rank nothing.
_FIRST = r"(?:的)?(?:排名)?(?:第[一1](?:名|位)?(?![一-鿿]|\d)|首位|榜首|之首)"
# The words of a measure, without the name of a place or a day before them.
_WORDS = r"(?<!社)(?:(?!社区|街道|[村镇年月日的])[一-鿿]){0,8}?"
# 参与人次|增幅|居|全市|第一, 满意率|全街道|第一: a verb or a scope stands between what is ranked and the place.
RANK = re.compile(
    rf"(?P<subject>{_WORDS}(?:{_MEASURE})){_GROWTH}"
    rf"(?:{_VERB}(?:{_SCOPE.format('scope')})?|{_SCOPE.format('scope_alone')})(?:[之的]?[中内里])?{_FIRST}"
)


@dataclass(frozen=True)
class RankSpan:
    """A first place from `start` to `end`; `scope` says among whom, empty where the text does not."""

    start: int
    end: int
    scope: str
    is_of_growth: bool


def find_ranks(passage: Passage) -> Iterator[RankSpan]:
    """Yield the first places, in order."""
    for match in RANK.finditer(passage.text):
        scope = match["scope"] or match["scope_alone"] or ""
        yield RankSpan(match.start("subject"), match.end(), scope, bool(match["growth"]))
