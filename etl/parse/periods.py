"""Reads a stretch of months or days as its first and its last day: 2026年, 2026年上半年, 2026年1—6月, 2026-01-01至2026-12-31."""

import datetime
import re

from dateutil.relativedelta import relativedelta

from etl.parse import dates, examples
from etl.parse.column_style import DateOrder
from etl.parse.date_spans import Span, date_span
from etl.parse.texts import content, refusal, squeezed

# 第三季度, 3季度, 三季, Q3.
QUARTER = r"(?:第?(?P<q>[一二三四1-4])季度?|[Qq](?P<short_q>[1-4]))"
_QUARTER_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}

_TO = "[-–—~〜～∼至到]+"
_YEAR = r"(?P<y>(?:19|20)[0-9]{2})"
YEARS = re.compile(rf"{_YEAR}年?度?(?:全年)?(?:{_TO}(?P<y2>(?:19|20)[0-9]{{2}})年?度?)?")  # 2026, 2026年度, 2025—2026年
HALF = re.compile(rf"{_YEAR}年?(?P<half>[上下])半年")  # 2026年上半年
QUARTER_OF_YEAR = re.compile(rf"{_YEAR}[年/-]?{QUARTER}")  # 2026年第2季度, 2026Q2, 2026-Q2
MONTHS = re.compile(  # 2026年3月, 2026年1—6月, 2025年7月至2026年6月
    rf"{_YEAR}年(?P<m>[0-9]{{1,2}})月?(?:{_TO}(?:(?P<y2>(?:19|20)[0-9]{{2}})年)?(?P<m2>[0-9]{{1,2}}))?月份?"
)


def quarter_months(written: str) -> tuple[int, int]:
    """Return the first and the last month of a quarter: 三 or 3 → (7, 9)."""
    last = 3 * _QUARTER_NUMBERS[written]
    return last - 2, last


def period(text: str, year: int | None = None, order: DateOrder | None = None) -> Span | None:
    """Return (first day, last day) of a period. A single day has no last one, which another column may hold.

    `year` is that of a period written without one (上半年, 3月), `order` that of days such as 03/04/2026.
    """
    if content(text) is None:
        return None
    bare = squeezed(text)
    if year and re.match(r"[上下]半年|第?[一二三四1-4]季度?|[0-9]{1,2}月?(?:[-–—~至到]+[0-9]{1,2})?月份?$|全年", bare):
        bare = f"{year}年{bare.removeprefix('全年')}"
    months = _months(bare)
    if months is None:
        return date_span(text, year, order)
    first, last = months
    if not (1 <= first[1] <= 12 and 1 <= last[1] <= 12 and first <= last and first[0] in dates.YEARS):
        raise refusal("期间", text, f"看不出从哪个月到哪个月，请写成{examples.MONTHS}这样的期间")
    return datetime.date(*first, 1), datetime.date(*last, 1) + relativedelta(day=31)


def _months(bare: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return (year, month) of the first and the last month, None where the text is no stretch of whole months."""
    if match := YEARS.fullmatch(bare):
        return (int(match["y"]), 1), (int(match["y2"] or match["y"]), 12)
    if match := HALF.fullmatch(bare):
        return (int(match["y"]), 1 if match["half"] == "上" else 7), (
            int(match["y"]),
            6 if match["half"] == "上" else 12,
        )
    if match := QUARTER_OF_YEAR.fullmatch(bare):
        first, last = quarter_months(match["q"] or match["short_q"])
        return (int(match["y"]), first), (int(match["y"]), last)
    if match := MONTHS.fullmatch(bare):
        return (int(match["y"]), int(match["m"])), (int(match["y2"] or match["y"]), int(match["m2"] or match["m"]))
    return None
