"""Reads the last day of something that may have no end."""

import datetime
import re

from etl.parse import dates
from etl.parse.column_style import DateOrder
from etl.parse.texts import squeezed

WITHOUT_END = re.compile(r"长期(?:有效|可用|提供)?|永久|不限(?:期|时间)?|无期限|常年")


def end_date(
    text: str, year: int | None = None, order: DateOrder | None = None, month: int | None = None
) -> datetime.date | None:
    """Return the day; None for an empty cell and for what has no end (长期)."""
    return None if WITHOUT_END.fullmatch(squeezed(text)) else dates.date(text, year, order, month)
