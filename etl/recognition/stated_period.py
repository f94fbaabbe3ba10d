"""The stretch of time a ledger says it covers, read from its title, sheet name or file name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_PATTERNS = (
    re.compile(r"(?P<y>20\d\d)年(?P<m>\d{1,2})月\s*[-—–~～至到]+\s*(?P<y2>20\d\d)年(?P<m2>\d{1,2})月"),
    re.compile(r"(?P<y>20\d\d)年?[.]?(?P<m>\d{1,2})月?\s*[-—–~～至到]+\s*(?P<m2>\d{1,2})月"),
    re.compile(r"(?P<y>20\d\d)年?\s*(?P<half>上半年|下半年)"),
    re.compile(r"(?P<y>20\d\d)年?\s*第?(?P<q>[一二三四1-4])季度"),
    re.compile(r"(?P<y>20\d\d)年(?P<m>\d{1,2})月(?!\d{0,2}日|\d)"),
    re.compile(r"(?P<y>20\d\d)年?\s*[-—–~～至到]+\s*(?P<y2>20\d\d)年?(?!\d{0,2}月)"),
    re.compile(r"(?P<y>20\d\d)年(?:度)?(?!\d{1,2}月)"),
)
_MONTH = re.compile(r"^(?P<m>\d{1,2})月(?:份)?$")
_ANY_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年|[^\d]|$)")
_DAY = re.compile(r"(?:(?P<y>20\d\d)年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True)
class StatedPeriod:
    """First and last month covered, each as the first day of the month."""

    first: date
    last: date


def stated(texts: Sequence[str]) -> StatedPeriod | None:
    """Return the span the first text with one states (2023年, 2023年1-6月, 2023年上半年, 2021—2023年), or None.

    A sheet called “3月” takes its year from the other texts.
    """
    for text in texts:
        if (match := _MONTH.match(text.strip())) and (found := year(texts)):
            return _months(found, int(match["m"]), found, int(match["m"]))
        for pattern in _PATTERNS:
            if match := pattern.search(text):
                return _span(match.groupdict())
    return None


def year(texts: Sequence[str]) -> int | None:
    """Return the one year that the first text naming any names; None when that text names several or none does."""
    for text in texts:
        if found := set(_ANY_YEAR.findall(text)):
            return int(found.pop()) if len(found) == 1 else None
    return None


def last_day_named(texts: Sequence[str]) -> date | None:
    """Return the last day that the first text with days ends with (1月22日—1月28日); its year may stand in another text."""
    for text in texts:
        for match in reversed(list(_DAY.finditer(text))):
            found = match["y"] or year((match.string[: match.start()], *texts))
            return _day(int(found), int(match["m"]), int(match["d"])) if found else None
    return None


def _day(year_: int, month: int, day: int) -> date | None:
    try:
        return date(year_, month, day)
    except ValueError:
        return None


def _span(part: dict[str, str | None]) -> StatedPeriod | None:
    first_year = int(part["y"] or 0)
    if half := part.get("half"):
        return _months(first_year, 1 if half == "上半年" else 7, first_year, 6 if half == "上半年" else 12)
    if quarter := part.get("q"):
        return _months(first_year, _QUARTERS[quarter] * 3 - 2, first_year, _QUARTERS[quarter] * 3)
    last_year = int(part.get("y2") or first_year)
    month = part.get("m")
    return _months(first_year, int(month or 1), last_year, int(part.get("m2") or month or 12))


def _months(first_year: int, first: int, last_year: int, last: int) -> StatedPeriod | None:
    in_order = (first_year, first) <= (last_year, last)
    if not (in_order and all(1 <= month <= 12 for month in (first, last))):
        return None
    return StatedPeriod(date(first_year, first, 1), date(last_year, last, 1))
