"""Months of the calendar, as their first day."""

import datetime
import re

from etl.parse.dates import YEARS, bare_date, date
from etl.parse.texts import content, refusal

YEAR_MONTH = (
    re.compile(r"(?P<y>[0-9]{4})[-./](?P<m>[0-9]{1,2})"),
    re.compile(r"(?P<y>[0-9]{4})年(?P<m>[0-9]{1,2})月份?"),
    re.compile(r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})"),
)
IN_YEAR = re.compile(r"(?P<m>[0-9]{1,2})(?:月份?)?")


def month(text: str, year: int | None = None) -> datetime.date | None:
    """The first day of a month, written as a month or as any day in it. `year` is that of months without one."""
    tidied = content(text)
    if tidied is None:
        return None
    bare = bare_date(tidied)
    found = next((match for pattern in YEAR_MONTH if (match := pattern.fullmatch(bare))), None)
    if found and re.fullmatch(r"[0-9]{4}\.1", bare):
        raise refusal("月份", text, f"可能是1月或10月，请写成{found['y']}-01或{found['y']}-10")
    if found:
        return _first_day(text, int(found["y"]), int(found["m"]))
    if in_year := IN_YEAR.fullmatch(bare):
        return _first_day(text, year, int(in_year["m"]))
    try:
        day = date(text, year)
    except ValueError:
        raise refusal("月份", text, "看不出是哪个月，请写成2025-06这样的月份") from None
    return day and day.replace(day=1)


def _first_day(text: str, year: int | None, month: int) -> datetime.date:
    if year is None:
        raise refusal("月份", text, "缺少年份，请写成2025-06这样的月份")
    if year not in YEARS or not 1 <= month <= 12:
        raise refusal("月份", text, "不是可用的月份，请核对后写成2025-06这样的月份")
    return datetime.date(year, month, 1)
