"""Reads the last day of something: it may have no end, or be said as a number of days."""

import datetime
import re

from etl.parse import dates
from etl.parse.column_style import DateOrder
from etl.parse.texts import refusal, squeezed

WITHOUT_END = re.compile(r"长期(?:有效|可用|提供)?|永久|不限(?:期|时间)?|无期限|常年")
NUMBER_OF_DAYS = re.compile(
    r"[0-9一二三四五六七八九十]{1,3}个?(?:工作日|自然日|天|日)(?:之?内)?|[当即][日天]"
)  # 5个工作日


def end_date(
    text: str, year: int | None = None, order: DateOrder | None = None, month: int | None = None
) -> datetime.date | None:
    """Return the day; None for an empty cell and for what has no end (长期)."""
    return None if WITHOUT_END.fullmatch(squeezed(text)) else dates.date(text, year, order, month)


def due_date(text: str, year: int | None = None, order: DateOrder | None = None) -> datetime.date | None:
    """Return the day until which something is to be done; a number of days (3日) is none, and no day of the month either."""
    if NUMBER_OF_DAYS.fullmatch(squeezed(text)):
        raise refusal("期限", text, "是几天，不是哪一天，请写成到期的日期")
    return dates.date(text, year, order)
