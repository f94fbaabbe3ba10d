"""Reads which version of a list a row stands on: a quarter, a half year, a year or a month, as the day the version begins."""

import datetime
import re
from collections.abc import Mapping

from etl.parse import dates, examples
from etl.parse.months import month
from etl.parse.periods import QUARTER, quarter_months
from etl.parse.texts import content, refusal

KIND = "清单版本"
YEAR = r"(?:(?P<y>[0-9]{4})[年/-]?度?)"
QUARTER_OF_YEAR = re.compile(rf"{YEAR}?{QUARTER}(?:版|清单)?")  # 2023年第三季度, 2023年3季度, 三季度, 2023-Q3
HALF = re.compile(rf"{YEAR}?(?P<half>[上下])半年(?:版|清单)?")  # 2023年上半年
WHOLE_YEAR = re.compile(rf"{YEAR}(?:版|清单)?")  # 2023, 2023年, 2023年度


def list_version(text: str, year: int | None = None) -> datetime.date | None:
    """Return the first day of the quarter, half year, year or month that a version is of; `year` is that of texts without one.

    A whole day stands for its month. A version is in force from that day until the next one.
    """
    tidied = content(text)
    if tidied is None:
        return None
    bare = dates.bare_date(tidied)
    for pattern in (QUARTER_OF_YEAR, HALF, WHOLE_YEAR):
        if match := pattern.fullmatch(bare):
            return _first_day(match["y"], _first_month(match.groupdict()), text, year)
    try:
        return month(text, year)
    except ValueError:
        raise refusal(KIND, text, f"看不出是哪个季度，请写成{examples.QUARTER}") from None


def _first_month(parts: Mapping[str, str | None]) -> int:
    """Return the month in which the quarter, the half or the whole year that was read begins."""
    if quarter := parts.get("q") or parts.get("short_q"):
        return quarter_months(quarter)[0]
    return 7 if parts.get("half") == "下" else 1


def _first_day(written: str | None, number: int, text: str, year: int | None) -> datetime.date:
    known = int(written) if written else year
    if known is None:
        raise refusal(KIND, text, f"{dates.NO_YEAR}，请在标题或文件名里写明年份，或写成{examples.QUARTER}")
    if known not in dates.YEARS:
        raise refusal(KIND, text, f"的年份不在{dates.YEARS[0]}年到{dates.YEARS[-1]}年之间，请核对")
    return datetime.date(known, number, 1)
