"""Reads days of which only the month may be known: when something was founded, opened, awarded."""

import datetime
import re

from etl.parse import dates, examples, months
from etl.parse.column_style import DateOrder
from etl.parse.texts import content, refusal, squeezed

# 201103 is 3 November 2020 and March 2011, 250305 a day alone
_SIX_DIGITS = re.compile(r"([0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])")


def rough_date(
    text: str, year: int | None = None, order: DateOrder | None = None, month: int | None = None
) -> datetime.date | None:
    """Return the day, of a month alone (2025年3月, 2025.3) its first, as a spreadsheet stores what is typed so.

    Six digits that are a day as well as a month (201103) are refused.
    """
    if not names_month_alone(text):
        return dates.date(text, year, order, month)
    _refuse_short_day(text)
    return months.month(text, year, order)


def booked_date(
    text: str, year: int | None = None, order: DateOrder | None = None, month: int | None = None
) -> datetime.date | None:
    """Return the day of a payment or a delivery; of a month alone say what a clerk can do who finds no day, and who may not."""
    try:
        return dates.date(text, year, order, month)
    except ValueError:
        if not names_month_alone(text):
            raise
    _refuse_short_day(text)
    months.month(text, year or dates.YEARS[0], order)  # refuses 2025.1 and 2025.13: which month is meant comes first
    why = (
        f"只有年月，没有日，请写成{examples.DAY}这样的一天；查不到是哪天的，写那个月的最后一天，这个月还没有过完的写今天"
        "（一行是一个月合计的不能这样写，那不是逐笔的记录）"
    )
    raise refusal("日期", text, why)


def names_month_alone(text: str) -> bool:
    """Tell whether a text is a month and no day of it, with or without its year."""
    tidied = content(text)
    bare = dates.bare_date(tidied) if tidied else ""
    return any(
        pattern.fullmatch(bare) for pattern in (*months.WHOLE, months.SHORT_YEAR, months.REPUBLIC, months.IN_YEAR)
    )


def _refuse_short_day(text: str) -> None:
    """Refuse six digits that may be a day with a year of two digits."""
    if match := _SIX_DIGITS.fullmatch(squeezed(text)):
        day, month_year = f"20{match[1]}-{match[2]}-{match[3]}", f"{match[1]}{match[2]}"
        if int(month_year) in dates.YEARS:
            raise refusal("日期", text, f"可能是一天，也可能是一个月，请写成{day}或{month_year}-{match[3]}")
        if int(day[:4]) in dates.YEARS:
            raise refusal("日期", text, f"的年份不是四位数，是{day}的请照这样写")
