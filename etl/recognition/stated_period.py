"""Reads the stretch of time that a ledger states to cover, from its title, sheet name or file name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from etl.parse.periods import quarter_months

_PATTERNS = (  # the first that occurs in a text decides, so those that say more stand before those that say less
    # 2022年11月至2023年2月
    re.compile(r"(?P<y>20\d\d)年(?P<m>\d{1,2})月\s*[-—–~～至到]+\s*(?P<y2>20\d\d)年(?P<m2>\d{1,2})月"),
    re.compile(r"(?P<y>20\d\d)年?[.]?(?P<m>\d{1,2})月?\s*[-—–~～至到]+\s*(?P<m2>\d{1,2})月"),  # 2023年1-6月
    re.compile(r"(?P<y>20\d\d)年?\s*(?P<half>上半年|下半年)"),  # 2023下半年
    re.compile(r"(?P<y>20\d\d)年?\s*第?(?P<q>[一二三四1-4])季度"),  # 2023年第三季度
    re.compile(r"(?P<y>20\d\d)年?[\s-]*[Qq](?P<short_q>[1-4])(?!\d)"),  # 2023-Q3
    re.compile(r"(?P<y>20\d\d)年(?P<m>\d{1,2})月(?!\d{0,2}日|\d)"),  # 2023年3月, but not 2023年3月5日
    re.compile(r"(?P<y>20\d\d)年?\s*[-—–~～至到]+\s*(?P<y2>20\d\d)年?(?!\d{0,2}月)"),  # 2021—2023年
    re.compile(r"(?P<y>20\d\d)年(?:度)?(?!\d{1,2}月)"),  # 2023年度
)
_MONTH = re.compile(r"^(?P<m>\d{1,2})月(?:份)?$")  # a sheet called 3月
_ANY_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年|[^\d]|$)")
_SPAN = re.compile(r"[日\d]\s*[-—–~～至到]+\s*(?:20\d\d年)?(?:\d{1,2}月)?\d{1,2}日")  # 1月22日—1月28日, 3月1-5日
_DAY = re.compile(r"(?:(?P<y>20\d\d)年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日")  # 2023年8月31日, 1月28日
# 2022-09-22, 2025.2.12, 20250212, with the time of an export behind, 2022-09-22-09-58-49, or what makes it the end of a span
_DAY_IN_DIGITS = re.compile(
    r"(?<![\d.])(?P<y>20\d\d)(?:(?P<sep>[-./_])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})|(?P<m2>\d\d)(?P<d2>\d\d))(?!\d)"
    r"(?P<time>[-_T\s]+\d\d(?P<clock>[-_:.]?)\d\d(?P=clock)\d\d(?!\d))?(?P<further>\s*[-—–~～至到_]+\s*\d)?"
)
# 导出时间：2024-09-22 09:58:49, 制表日期：2024年9月22日: when the paper was made, not when anything took place
_OF_PAPER = re.compile(
    r"(?:导出|制表|打印|填报|填表|生成|下载|报送|上报|备份)(?:时间|日期|日|于)?\s*[:：]?\s*"
    r"(?:20\d\d年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日|20\d\d([-./_]?)\d{1,2}\1\d{1,2}(?!\d))"
)
_OF_FORM = re.compile("制表|填报|填表|报送|上报")
_MONTH_OF_PAPER = re.compile(r"20\d\d[年./_-]?(\d{1,2})")
EARLY_MONTHS = 3  # of a year, in which what was done in the one before is still written down
_OF_EXPORT = re.compile(r"导出|下载|备份|export", re.IGNORECASE)  # in a name: its digits are the day of the export
_SCHOOL_YEAR = re.compile(r"20\d\d\s*学年")
_UP_TO_DAY = re.compile(r"截[至止到]\s*20\d\d(?:年(?P<m>\d{1,2})月|[-./](?P<m2>\d{1,2})[-./])")  # 截至2024年1月31日
_UP_TO = re.compile(r"截至|截止|截到")  # the end of a span

# Back from one entry without a year to the next, that one is of another year: 1月2日 below 12月31日.
HALF_A_YEAR = timedelta(days=183)


@dataclass(frozen=True)
class StatedPeriod:
    """First and last month covered, each as the first day of the month."""

    first: date
    last: date

    @property
    def is_of_whole_years(self) -> bool:
        """Tell whether it lasts from a January to a December."""
        return (self.first.month, self.last.month) == (1, 12)


def stated_period(texts: Sequence[str]) -> StatedPeriod | None:
    """Return the period that the first text to state any states (2023年, 2023年1-6月, 2023年上半年, 2021—2023年), or None.

    A sheet called “3月” takes its year from the other texts.
    """
    for text in texts:
        if (month := _MONTH.match(text.strip())) and (year := stated_year(texts)):
            return _period(year, int(month["m"]), year, int(month["m"]))
        for pattern in _PATTERNS:
            if match := pattern.search(text):
                return _period_of(match.groupdict())
    return None


def stated_year(texts: Sequence[str]) -> int | None:
    """Return the year that the first text to name any names; None when that text names several, or no text names any.

    A school year (2024学年) has days of two.
    """
    for text in map(without_days_of_paper, texts):
        if _SCHOOL_YEAR.search(text):
            return None
        if years := set(_ANY_YEAR.findall(text)):
            return int(years.pop()) if len(years) == 1 else None
    return None


def names_year(text: str) -> bool:
    """Tell whether a text names a year."""
    return _ANY_YEAR.search(text) is not None


def without_days_of_paper(text: str) -> str:
    """Return a text without the time at which it was printed or exported, or filled in or closed early in a year: what it lists may be of the year before."""
    text = _OF_PAPER.sub(lambda paper: paper[0] if _is_of_same_year(paper[0]) else "", text)
    text = _UP_TO_DAY.sub(lambda day: "" if int(day["m"] or day["m2"]) <= EARLY_MONTHS else day[0], text)
    is_of_export = _OF_EXPORT.search(text) is not None
    return _DAY_IN_DIGITS.sub(lambda day: "" if is_of_export or day["time"] else day[0], text)


def _is_of_same_year(paper: str) -> bool:
    """Tell whether a form was filled in (填报日期：2024年9月22日) so late in a year that it lists what took place in it."""
    month = _MONTH_OF_PAPER.search(paper)
    return _OF_FORM.match(paper) is not None and month is not None and int(month[1]) > EARLY_MONTHS


def stated_day(texts: Sequence[str]) -> date | None:
    """Return the last day that the first text with days names, None where it names a span: its end is not the day of all rows.

    The year of a day may stand in another text.
    """
    text = next(filter(names_day, texts), "")
    return day_in(text, texts)


def names_day(text: str) -> bool:
    """Tell whether a text names a day or a span of days, be it without a year."""
    text = _OF_PAPER.sub("", text)
    return _DAY.search(text) is not None or _DAY_IN_DIGITS.search(text) is not None


def day_in(text: str, texts: Sequence[str]) -> date | None:
    """Return the last day that a text names, None where it names none or a span; its year may stand in one of the other texts.

    The time of an export, and the day up to which a list goes, are no day of what it lists.
    """
    text = _OF_PAPER.sub("", text)
    if _UP_TO.search(text):
        return None
    days = [*_DAY.finditer(text)]
    if not days:
        return None if _OF_EXPORT.search(text) else _only_day([*_DAY_IN_DIGITS.finditer(text)])
    if _SPAN.search(text):
        return None
    year = days[-1]["y"] or stated_year((text[: days[-1].start()], *texts))
    return _day(int(year), int(days[-1]["m"]), int(days[-1]["d"])) if year else None


def _only_day(matches: Sequence[re.Match[str]]) -> date | None:
    """Return the day that all of these name, None where they name several, a span, or with a time of day, as exports are named."""
    days = {_day(int(day["y"]), int(day["m"] or day["m2"]), int(day["d"] or day["d2"])) for day in matches}
    return days.pop() if len(days) == 1 and not any(day["time"] or day["further"] for day in matches) else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _period_of(part: dict[str, str | None]) -> StatedPeriod | None:
    """Return the period that the named parts of a pattern stand for: year, half, quarter, months."""
    first_year = int(part["y"] or 0)
    if half := part.get("half"):
        return _period(first_year, 1 if half == "上半年" else 7, first_year, 6 if half == "上半年" else 12)
    if quarter := part.get("q") or part.get("short_q"):
        first, last = quarter_months(quarter)
        return _period(first_year, first, first_year, last)
    last_year = int(part.get("y2") or first_year)
    month = part.get("m")
    return _period(first_year, int(month or 1), last_year, int(part.get("m2") or month or 12))


def _period(first_year: int, first_month: int, last_year: int, last_month: int) -> StatedPeriod | None:
    """Return a period, None when its months do not exist or stand in the wrong order."""
    is_in_order = (first_year, first_month) <= (last_year, last_month)
    if not (is_in_order and all(1 <= month <= 12 for month in (first_month, last_month))):
        return None
    return StatedPeriod(date(first_year, first_month, 1), date(last_year, last_month, 1))
