"""The time a claim speaks of: 截至2023年8月底 · 今年以来 · 近三年 · 2021年至2023年 · 自成立以来 · 累计 · 目前."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from evidence.claims.detection.calendar_words import day_pattern, days, named, years_before
from evidence.claims.detection.claim import TimeWindow
from evidence.claims.detection.numerals import chinese_value
from evidence.claims.detection.passage import Passage

_TODAY = r"目前|今|现在|今日|当前|发稿(?:时|前)?|记者发稿"
_COUNT = r"\d{1,2}|[一二两三四五六七八九十]{1,3}"
CARRY = 1_000  # characters over which a window named once still holds within its paragraph
WEAK = frozenset({"cumulative", "current", "event"})

BORN_OR_COMPARED = re.compile(r"[比较]$|(?:成立|[始创新]?建|组建|创立|设立|落成|生|毕业|诞生)于$")
FOUNDED = re.compile(
    r"(?:正式|登记|注册|由[^，。]{1,12}?)?(?:成立(?!以来|至今)|建成(?!以来)|组建(?!以来)|合并|撤并|出生|生[，。]|入党|毕业|退休|落成|揭牌|同期|相比|净资产)"
)

Reader = Callable[[re.Match[str], date | None], TimeWindow]


@dataclass(frozen=True)
class TimeExpression:
    """A time expression in the text."""

    start: int
    end: int
    window: TimeWindow


@dataclass(frozen=True)
class TimeExpressions:
    """The time expressions of a text, from left to right."""

    items: tuple[TimeExpression, ...]

    @cached_property
    def starts(self) -> list[int]:
        return [timing.start for timing in self.items]

    def between(self, start: int, end: int) -> tuple[TimeExpression, ...]:
        return self.items[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def last_end(self, at: int) -> int:
        """Where the last expression before `at` ends; 0 when there is none."""
        i = bisect_left(self.starts, at) - 1
        return min(self.items[i].end, at) if i >= 0 else 0


def find_time_expressions(passage: Passage, as_of: date | None) -> TimeExpressions:
    """Every time expression; of overlapping ones the first listed form wins."""
    found: list[TimeExpression] = []
    taken: set[int] = set()
    for pattern, reader in _FORMS:
        for match in pattern.finditer(passage.text):
            if not taken.intersection(range(*match.span())):
                taken.update(range(*match.span()))
                if not _is_beside(passage, match):
                    found.append(TimeExpression(*match.span(), reader(match, as_of)))
    return TimeExpressions(tuple(sorted(found, key=lambda timing: timing.start)))


def window_of(passage: Passage, times: TimeExpressions, start: int) -> TimeWindow | None:
    """The window that governs a figure: the nearest dated one before it in its sentence, else in its paragraph, else 累计 or 目前."""
    near = times.between(passage.sentence(start)[0], start) or _behind(passage, times, start)
    if near and near[-1].window.kind == "current":
        return near[-1].window
    if not near or near[-1].window.kind == "cumulative" or _last_dated(near):
        earlier = times.between(max(passage.paragraph_start(start), start - CARRY), start)
        return _last_dated(near) or _last_dated(earlier) or (near[-1].window if near else None)
    return near[-1].window


def _last_dated(timings: tuple[TimeExpression, ...]) -> TimeWindow | None:
    return next((timing.window for timing in reversed(timings) if timing.window.kind not in WEAK), None)


def _behind(passage: Passage, times: TimeExpressions, start: int) -> tuple[TimeExpression, ...]:
    """A time that follows in the same clause, as in 服务300人（截至2023年底）."""
    following = times.between(start, passage.clause(start)[1])
    return tuple(timing for timing in following if passage.text[timing.start - 1] in "（(")


def _is_beside(passage: Passage, match: re.Match[str]) -> bool:
    """成立于2019年, 1985年生, 比去年同期: a date in someone's life or one compared with, not the time of the figures."""
    return bool(BORN_OR_COMPARED.search(passage.before(match.start(), 4)) or FOUNDED.match(passage.text, match.end()))


def _span(match: re.Match[str], as_of: date | None) -> TimeWindow:
    first = named(match, "1", as_of)
    last = named(match, "2", as_of, first.year)
    begin, end = days(first, as_of)[0], days(last, as_of)[1]
    return TimeWindow(begin, end, "period")


def _years(match: re.Match[str], as_of: date | None) -> TimeWindow:
    return TimeWindow(date(int(match["from"]), 1, 1), date(int(match["to"]), 12, 31), "period")


def _months(match: re.Match[str], as_of: date | None) -> TimeWindow:
    year = int(match["year"]) if match["year"] else as_of.year if as_of else None
    if year is None:
        return TimeWindow(None, None, "period")
    ends = [
        int(match[name]) if match[name].isdigit() else int(chinese_value(match[name]) or 1) for name in ("from", "to")
    ]
    last = date(year + ends[1] // 12, ends[1] % 12 + 1, 1) - timedelta(days=1)
    return TimeWindow(date(year, ends[0], 1), last, "period")


def _until(match: re.Match[str], as_of: date | None) -> TimeWindow:
    return TimeWindow(None, as_of if match["today"] else days(named(match, "", as_of), as_of)[1], "as_of")


def _since(match: re.Match[str], as_of: date | None) -> TimeWindow:
    return TimeWindow(days(named(match, "", as_of), as_of)[0], as_of, "since")


def _day(match: re.Match[str], as_of: date | None) -> TimeWindow:
    return TimeWindow(*days(named(match, "", as_of), as_of), "period")


def _this_year(match: re.Match[str], as_of: date | None) -> TimeWindow:
    return TimeWindow(date(as_of.year, 1, 1) if as_of else None, as_of, "to_date")


def _recent(match: re.Match[str], as_of: date | None) -> TimeWindow:
    written = match["n"] or match["m"]
    count = int(written) if written.isdigit() else int(chinese_value(written) or 0)
    begin = years_before(as_of, count) + timedelta(days=1) if as_of and count else None
    return TimeWindow(begin, as_of, "recent")


def _plan_years(match: re.Match[str], as_of: date | None) -> TimeWindow:
    first = 1951 + 5 * int(chinese_value(match["nth"]) or 1)  # the fourteenth began in 2021
    return TimeWindow(date(first, 1, 1), date(first + 4, 12, 31), "period")


def _undated(kind: str) -> Reader:
    return lambda match, as_of: TimeWindow(None, as_of if kind in ("cumulative", "current", "since") else None, kind)  # type: ignore[arg-type]


def _last_month(match: re.Match[str], as_of: date | None) -> TimeWindow:
    end = as_of.replace(day=1) - timedelta(days=1) if as_of else None
    return TimeWindow(end.replace(day=1) if end else None, end, "period")


_DAY = day_pattern()
_FORMS: list[tuple[re.Pattern[str], Reader]] = [
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"(?P<from>(?:19|20)\d{2})年?[-—–~至到]{1,2}(?P<to>(?:19|20)\d{2})年度?(?!\d{1,2}月)", _years),
        (
            r"(?:(?P<year>(?:19|20)\d{2})年|今年|本年)?(?P<from>1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})月?份?[-—–~至到]{1,2}(?P<to>1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})月份?(?!\d|[一二三四五六七八九十]+[日号])",
            _months,
        ),
        (rf"{day_pattern('1')}[-—–~至到]{{1,2}}{day_pattern('2')}", _span),
        (
            rf"(?:截[至止]到?|(?<=[，。；])(?:到|至)){_DAY.replace('(?:', '(?:(?P<today>' + _TODAY + ')|', 1)}(?:24时)?为?止?",
            _until,
        ),
        (r"今年以来|年初以来|今年至今|今年来", _this_year),
        (rf"(?:自|从)?{_DAY}[^，。；\d]{{0,14}}?(?:以来|至今|迄今|起|开始)", _since),
        (
            rf"(?:近|过去|最近|前)?(?P<n>{_COUNT})(?:余|多)?年(?:多)?(?:来|间|以来|内|时间里?)|(?:近|过去|最近)(?P<m>{_COUNT})年",
            _recent,
        ),
        (r"“?(?P<nth>十[一二三四五六])五”?(?:规划)?(?:期间|时期|以来)?", _plan_years),
        (r"上个?月", _last_month),
        (_DAY, _day),
        (
            r"[一-鿿“”]{0,6}(?:成立|启动|开展|实施|运行|设立|创建|建成|上线|投用|启用|开业|建站|运营|组建|入驻|落地)(?:以来|至今|后)",
            _undated("since"),
        ),
        (r"近年来|多年来|近几年|这些年|长期以来|几年来|历年来?|一直以来", _undated("open")),
        (r"[一-鿿“”]{2,6}(?:期间|时期)", _undated("open")),
        (r"累[计積积]|迄今|至今", _undated("cumulative")),
        (r"目前|现有|现已|如今|当前|现在", _undated("current")),
        (r"当天|当日|当晚|现场|本次|此次|活动中|当场", _undated("event")),
    )
]
