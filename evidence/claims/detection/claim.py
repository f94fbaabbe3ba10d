"""A claim: a figure or trend that a text asserts, with the words that bind it to records."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Qualifier = Literal["exact", "over", "under", "about", "range", "trend"]
WindowKind = Literal[
    "period", "as_of", "to_date", "since", "recent", "cumulative", "current", "event", "open", "lately", "report"
]


@dataclass(frozen=True)
class TimeWindow:
    """The time a claim speaks of; a day is None where the text leaves it open or where the day of writing would be needed.

    period: 2022年、上半年 · as_of: 截至某日 · to_date: 今年以来 · since: 自某时以来 · recent: 三年来 · cumulative: 累计
    current: 目前 · event: 当天、现场 · open: 疫情期间 (named, not dated) · lately: 近年来 · report: the year of a title
    """

    from_on: date | None
    to_on: date | None
    kind: WindowKind


@dataclass(frozen=True)
class ClaimedRank:
    """The place that a claim asserts: among whom (全街道), empty where it does not say; and whether of growth (增幅第一).

    It is the first, or the last (最少) where `is_last` says so. `is_most` tells that the text says 最多 or 最少, which leaves no doubt
    where less is better. `is_between`: it is neither (第二). `is_behind`: what is ranked is the number before (活动256场，居全街道第一).
    """

    scope: str
    is_of_growth: bool = False
    is_last: bool = False
    is_most: bool = False
    is_behind: bool = False
    is_between: bool = False


@dataclass(frozen=True)
class ClaimedPeak:
    """That a number is the highest there ever was (创历史新高), or the lowest; `is_behind`: the number stands before.

    `years` are those since when, its own among them (五年来最高); None where it is that of all.
    """

    is_lowest: bool = False
    is_behind: bool = False
    years: int | None = None


@dataclass(frozen=True)
class Claim:
    """One asserted figure; `text == source[start:end]`.

    The text is the figure as qualified: 超2400人次, 近4500人, 40多场次, 115万余元, 95%以上. Qualifiers (超 近 约 达 不少于) belong to
    it when they touch the number; words that only sum up or open a window (共 累计 总计 仅) do not: of 累计解决议题32个 it is 32个.
    A trend is its subject with its verb: 居民满意度明显提升. A nought or a whole said in words (无新增个案, 全部按时办结) holds what it
    counts and `is_worded`, and so does what is only said to be more than something else (满意率明显高于上年), which `is_comparison`.

    `value` has 万 and 亿 applied and is None for a range and a trend. `low` and `high` bound what the words allow, None = unbounded;
    whether a limit itself is allowed is decided by `acceptance.accepts`. Shares are in percent. `qualifier_word` is the qualifier as written, of a trend the verb that stands apart from it,
    `window_before` is that of the title or of the text before where its own sentence names none, `rate` the 每年 of 每年210余次, `subject` the words around the figure that name what is counted, in simplified script.
    """

    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    qualifier: Qualifier
    unit: str
    is_trend: bool = False
    is_worded: bool = False
    rate: str = ""
    subject: str = ""
    window: TimeWindow | None = None
    window_before: TimeWindow | None = None
    place: str = ""
    qualifier_word: str = ""
    rank: ClaimedRank | None = None
    is_comparison: bool = False
    peak: ClaimedPeak | None = None
