"""Finds numbers that are said to be the highest or lowest there ever was: 志愿服务时间创历史新高 · 活动52场，为历年最多."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence.claims.detection.calendar_words import small_number
from evidence.claims.detection.claim import ClaimedPeak
from evidence.claims.detection.comparisons import AIM
from evidence.claims.detection.passage import Passage
from evidence.claims.detection.ranks import MEASURE

# Since when: 历史, 历年, 建站以来; 同期 says less and is not read.
_EVER = r"(?:历史(?:上)?|历年(?:来|以来)?|历届|有史以来|建[站账]以来|有记录以来)(?:的)?"
# Within how many years: 五年来|最高, 近三年|最多.
_WITHIN = r"近?(?P<{0}years>[两二三四五六七八九十]|\d{{1,2}})年(?:以来|来|间|内)?(?:的)?"
# 创历史|新高, 再创|新高, 达到历史|最高水平, 为历年|最多; not 创新高效, 新高度, 历史最高的一年.
_PEAK = (
    rf"(?:(?:再|又|屡|均|也|连续)?创(?:下|出|造)?了?(?:{_EVER})?新(?P<{{0}}new>[高低])(?![度效质地端新科校层山等素标位])"
    rf"|(?:达到?了?|为|是|创|处于|成为)?(?:{_EVER}|{_WITHIN})(?:最(?P<{{0}}most>[高多大好长低少小短])|(?P<{{0}}top>峰值))(?:水平|值|纪录)?(?!的|[一-鿿]{{{{0,3}}}}\d))"
)
# What is said to be so, right before: |志愿服务时间|创历史新高.
PEAK = re.compile(
    rf"(?P<subject>(?<!社)(?:(?!社区|街道|[村镇年月日的，])[一-鿿]){{0,8}}?(?:{MEASURE}))(?:也|均|都|已|又|继续|双双)?{_PEAK.format('own_')}"
)
# Behind the number: 参与人次4357人次，|创历史新高.
BEHIND = re.compile(rf"(?<=[，、（场次人例件户元时分%个])(?:也|并|均|都)?{_PEAK.format('')}(?=[，。；、）\n]|$)")
LOW = frozenset("低少小短")


@dataclass(frozen=True)
class PeakSpan:
    """A number called the highest or lowest, from `start` to `end`."""

    start: int
    end: int
    peak: ClaimedPeak


def find_peaks(passage: Passage) -> Iterator[PeakSpan]:
    """Yield where a text says so, in order and without overlaps."""
    end = 0
    matches = [*PEAK.finditer(passage.text), *BEHIND.finditer(passage.text)]
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        if match.start() >= end and not AIM.search(passage.clause_before(match.start(), 8)):
            end = match.end()
            yield PeakSpan(match.start(), end, _peak(match))


def _peak(match: re.Match[str]) -> ClaimedPeak:
    groups = match.groupdict()
    words = {groups.get(name) for name in ("new", "most", "own_new", "own_most")}
    years = groups.get("years") or groups.get("own_years")
    return ClaimedPeak(bool(words & LOW), "subject" not in groups, small_number(years) if years else None)
