"""Finds first and last places that a text asserts: 满意度位居全街道第一 · 活动256场，居全街道首位 · 参与人次在六个社区中最多."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from evidence.claims.detection.claim import ClaimedRank
from evidence.claims.detection.passage import Passage

# What is ranked ends in one of these: 总体|满意率, 参与|人次, 到账|现金.
MEASURE = r"满意[度率]|[一-鿿]率|人[数次]|场次|[户总件]数|数量|时长|时间|现金|金额|善款|得分|案数"
_GROWTH = r"(?:的?(?P<growth>增[幅速长]率?|涨幅|增长率))?"
_SCOPE = (
    r"(?P<{0}>全[国省市区县镇乡]|全街道?|各社区|(?:全部|所有)?(?:[两二三四五六七八九十]{{1,3}}|\d{{1,2}})个(?:社区|村))"
)
_VERB = r"(?:稳|均|都|也|继续|一直|连续[两三四五六]年)*(?:位居|位列|位于|名列|排名|排在|跃居|高居|稳居|居|列|排)"
# First of all, or a place behind it: not 第一次, 第一书记, 第一时间, which rank nothing.
_FIRST = r"(?:的)?(?:排名)?(?:第(?:[一1]|(?P<between>[二三四五六七八九2-9]))(?:名|位)?(?![一-鿿]|\d)|首位|榜首|之首)"
# The words of a measure, without the name of a place or a day before them.
_WORDS = r"(?<!社)(?:(?!社区|街道|[村镇年月日的])[一-鿿]){0,8}?"
_WITHIN = r"(?:[之当]?[中内里]|范围内)?"
# 最多 as a place: not 最多300人, 最多的一场, 最多时.
_MOST = r"(?:为|是|也|均|都)?(?P<{0}>最[多高大长好]|最[少低小短差])(?!的(?!社区|是|村)|[时可达为到]|不超|[\d一两二三四五六七八九十百])"
LEAST = frozenset("少低小短差")
# 参与人次|增幅|居|全市|第一, 满意率|全街道|第一: a verb or a scope stands between what is ranked and the place.
RANK = re.compile(
    rf"(?P<subject>{_WORDS}(?:{MEASURE})){_GROWTH}"
    rf"(?:(?:{_VERB}(?:{_SCOPE.format('scope')})?|{_SCOPE.format('scope_alone')}){_WITHIN}的?{_FIRST}"
    rf"|在?{_SCOPE.format('scope_of_most')}{_WITHIN}{_MOST.format('most')})"
)
# The same where a place or the scope stands before what is ranked: 社东社区的|参与人次|最多, 六个社区中，社东社区|参与人次|最多.
MOST = re.compile(
    rf"(?:(?<=社区)|(?<=街道)|(?<=[一-鿿]村))的?(?P<subject>{_WORDS}(?:{MEASURE})){_GROWTH}{_MOST.format('most')}"
)
# The same where the place follows: |参与人次|最多的社区是|社东社区.
MOST_IS = re.compile(
    rf"(?P<subject>{_WORDS}(?:{MEASURE}))(?P<growth>增[幅速长]率?)?(?P<most>最[多高大长好少低小短差])的(?:社区|村)?是(?=[一-鿿]{{1,8}}?(?:社区|村))"
)
# Behind the number that is ranked: 活动256场，|居全街道第一, 3.05万人次，|是六个社区里最高.
BEHIND = re.compile(
    rf"(?<=[，、场次人例件户元时分%个])(?:也|并)?(?:{_VERB}(?:{_SCOPE.format('scope')})?{_WITHIN}{_FIRST}"
    rf"|(?:[是为在]|均|都)*{_SCOPE.format('scope_of_most')}{_WITHIN}(?P<most>最[多高大长好少低小短差])的?(?=[，。；、\n]|$))"
)
# More than each of the others, said of a number before or of what is counted: 264场，|比其他社区都多, 活动场次|比其他五个社区都高.
_THAN_OTHERS = (
    r"比(?:辖区|街道)?(?:内|里)?(?:其[他它余]|别的)(?:各|[两二三四五六七八九十\d]{1,2})?个?(?:社区|村)(?:都|均)要?"
    r"(?P<more_than>[多高大长好少低小短])(?:(?:得多|很多|一些|出不少)|(?=[，。；、\n]|$))"
)
MORE_THAN_OTHERS = re.compile(rf"(?P<subject>{_WORDS}(?:{MEASURE}|活动|接案|结案)){_THAN_OTHERS}")
MORE_BEHIND = re.compile(rf"(?<=[，、场次人例件户元时分%个])(?:也|并)?{_THAN_OTHERS}")
# Among whom a rank holds, which counts nothing: 六个社区中.
AMONG = re.compile(r"(?:[两二三四五六七八九十]{1,3}|\d{1,2})个(?:社区|村)(?:[之当]中|中(?!心)|里(?!面)|范围内)")


@dataclass(frozen=True)
class RankSpan:
    """A place that a text asserts, from `start` to `end`."""

    start: int
    end: int
    rank: ClaimedRank


def find_ranks(passage: Passage) -> Iterator[RankSpan]:
    """Yield the first and the last places, in order and without overlaps."""
    end = 0
    for span in sorted([*_ranks(passage), *_ranks_behind(passage)], key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            end = span.end
            yield span


def _ranks(passage: Passage) -> Iterator[RankSpan]:
    patterns = RANK, MOST, MOST_IS, MORE_THAN_OTHERS
    for match in (match for pattern in patterns for match in pattern.finditer(passage.text)):
        groups = match.groupdict()
        scope = groups.get("scope") or groups.get("scope_alone") or groups.get("scope_of_most") or ""
        most = groups.get("most") or groups.get("more_than") or ""
        rank = ClaimedRank(scope, bool(groups.get("growth")), is_last=most[-1:] in LEAST, is_most=bool(most))
        rank = replace(rank, is_between=bool(groups.get("between")))
        yield RankSpan(match.start("subject"), match.end(), rank)


def _ranks_behind(passage: Passage) -> Iterator[RankSpan]:
    for match in (match for pattern in (BEHIND, MORE_BEHIND) for match in pattern.finditer(passage.text)):
        groups = match.groupdict()
        scope = groups.get("scope") or groups.get("scope_of_most") or ""
        most = groups.get("most") or groups.get("more_than") or ""
        rank = ClaimedRank(scope, is_last=most[-1:] in LEAST, is_most=bool(most), is_behind=True)
        rank = replace(rank, is_between=bool(groups.get("between")))
        yield RankSpan(match.start(), match.end(), rank)
