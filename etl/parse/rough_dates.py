"""Reads days of which only the month may be known: when something was founded, opened, awarded."""

import datetime

from etl.parse import dates, examples, months
from etl.parse.column_style import DateOrder
from etl.parse.texts import content, refusal


def rough_date(
    text: str, year: int | None = None, order: DateOrder | None = None, month: int | None = None
) -> datetime.date | None:
    """Return the day, of a month alone (2025年3月, 2025.3) its first, as a spreadsheet stores what is typed so."""
    if names_month_alone(text):
        return months.month(text, year, order)
    return dates.date(text, year, order, month)


def booked_date(
    text: str, year: int | None = None, order: DateOrder | None = None, month: int | None = None
) -> datetime.date | None:
    """Return the day of a payment or a delivery; of a month alone say what a clerk can do who finds no day, and who may not."""
    try:
        return dates.date(text, year, order, month)
    except ValueError:
        if not names_month_alone(text):
            raise
    why = (
        f"只有年月，没有日，请写成{examples.DAY}这样的一天；查不到是哪天的，写那个月的最后一天"
        "（一行是一个月合计的不能这样写，那不是逐笔的记录）"
    )
    raise refusal("日期", text, why)


def names_month_alone(text: str) -> bool:
    """Tell whether a text is a month and no day of it, with or without its year."""
    tidied = content(text)
    bare = dates.bare_date(tidied) if tidied else ""
    return any(pattern.fullmatch(bare) for pattern in (*months.WHOLE, months.SHORT_YEAR, months.IN_YEAR))
