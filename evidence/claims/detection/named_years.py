"""Finds the year that a text has named for words of time without one: 2025年，凤二村|3月 · 2025年……|年末 · 由|上年 · |两年|共492场."""

import re
from collections.abc import Sequence
from datetime import date

from evidence.claims.detection.calendar_words import WrittenDate, resolve, small_number
from evidence.claims.detection.claim import TimeWindow
from evidence.claims.detection.passage import Passage
from evidence.claims.detection.time_expression import TimeExpression

WHOLE_YEAR = "全年"
# The year in a title: 阳明山庄社区|2025年度|自评报告, 项目申报书（|2025年|）; no month or part of it, nor since when.
TITLE_YEAR = re.compile(
    r"(?<![\d自从])(?P<year>20\d{2})年度?(?!\d|[上下]半年|第?[一二三四]季度|[^，]{0,6}(?:以来|成立|至今))"
)
LONGEST_TITLE = 50
# Words that say their year, if only by the day of writing; 本年 and 上年 are those of a report.
OF_WRITING = re.compile(r"\d{4}|二[〇零一]|今|去年|前年")
# The year before, and what stands before it where a change begins there: 由|上年的20场.
YEAR_BEFORE, FROM = re.compile(r"上年|去年"), ("由", "从", "自")
# The groups of the forms of windows that hold a year and a month.
_YEAR_GROUPS = ("y", "yy", "y1", "yy1", "year", "today")
_MONTH_GROUPS = ("am", "am1", "from")


def years_together(passage: Passage, match: re.Match[str], expressions: Sequence[TimeExpression]) -> TimeWindow | None:
    """The years that a sentence names before words for so many of them: 2024年228场、2025年264场，|两年|共492场; None where they are not those."""
    if not (count := match.groupdict().get("years") or match["n"]) or match[0].startswith(("近", "过去", "最近", "前")):
        return None
    sentence = passage.sentence(match.start())[0]
    windows = [expression.window for expression in expressions if expression.start >= sentence]
    days = [(window.from_on, window.to_on) for window in windows if window.from_on and window.to_on]
    named = sorted({year for from_on, to_on in days for year in range(from_on.year, to_on.year + 1)})
    if len(named) != small_number(count) or named[-1] - named[0] + 1 != len(named):
        return None
    return TimeWindow(date(named[0], 1, 1), date(named[-1], 12, 31), "period")


def year_end_of(
    passage: Passage, match: re.Match[str], expressions: Sequence[TimeExpression], as_of: date | None
) -> date | None:
    """The last day of the year that words of time without one are of, be it that of the report or one named before; None for neither."""
    if not OF_WRITING.search(match[0]) and (ends_on := report_end(passage, as_of)):
        return ends_on
    return end_of_year_before(passage, match, expressions, as_of)


def report_end(passage: Passage, as_of: date | None) -> date | None:
    """The last day of the year that the text reports of by its title (|2025年度|自评报告), if that is over on the day of writing."""
    year = report_year(passage)
    return date(year, 12, 31) if year and as_of and year < as_of.year else None


def report_year(passage: Passage) -> int | None:
    """The one year in the title, which is a first line without a full stop; None where there is none."""
    title = passage.text[: max(0, passage.text.find("\n", 0, LONGEST_TITLE + 1))]
    years = {int(match["year"]) for match in TITLE_YEAR.finditer(title)}
    return years.pop() if len(years) == 1 and not title.endswith(("。", "；")) else None


def end_of_year_before(
    passage: Passage, match: re.Match[str], expressions: Sequence[TimeExpression], as_of: date | None
) -> date | None:
    """The last day of the year named before, for a month without one (2025年，凤二村|3月) and 由|上年: in the sentence, or farther
    off for 全年, the ends of a year and a part that is not over on the day of writing; None where none is named."""
    groups = match.groupdict()
    is_year_before = YEAR_BEFORE.match(match[0]) and passage.before(match.start(), 1) in FROM
    if _is_dated(match) and not is_year_before:
        return None
    if _is_of_year_of_text(match, as_of):
        before = [expression for expression in expressions if _year_of(expression.window)][-1:]
    else:
        before = [e for e in expressions[-1:] if e.start >= passage.sentence(match.start())[0]]
    # a half of a year or a quarter is of the year named, be it an earlier one than that named last
    part_month = 12 if is_year_before or groups.get("apart") or match[0] == WHOLE_YEAR else 0
    month = next((small_number(groups[name]) for name in _MONTH_GROUPS if groups.get(name)), part_month)
    year = _year_of(before[0].window) if before else None
    return date(year, 12, 31) if year and before[0].window.from_on and before[0].window.from_on.month <= month else None


def _is_dated(match: re.Match[str]) -> bool:
    """Whether words of time say their year: 2024年, 今年, 本年."""
    return any(match.groupdict().get(name) for name in _YEAR_GROUPS) or match[0].startswith(("今", "本"))


def _year_of(window: TimeWindow) -> int | None:
    """The year that days lie in, None for those of several or none."""
    if window.kind != "period" or not window.from_on or not window.to_on or window.from_on.year != window.to_on.year:
        return None
    return window.from_on.year


def _is_of_year_of_text(match: re.Match[str], as_of: date | None) -> bool:
    """Whether a part of a year without one is of that which the text speaks of: 年初, 年末, 上半年 in a text of March."""
    if match[0] == WHOLE_YEAR:
        return True
    part = match.groupdict().get("apart")
    if not part or as_of is None:
        return False
    _, to_on = resolve(WrittenDate(as_of.year, None, None, part), as_of)
    return part.startswith("年") or to_on is None or to_on > as_of
