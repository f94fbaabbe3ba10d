"""Settles for a whole column what single cells leave open: the order of day and month, and what a dot in a number means.

31/12/2024 has one reading, 03/04/2024 two; where a column holds both, the first settles the second. A column whose cells
contradict each other, or are all open, settles nothing, and its open cells are refused.
"""

import re
from collections.abc import Iterable
from typing import Literal

from etl.parse.texts import squeezed

DateOrder = Literal["day-month", "month-day"]
Dot = Literal["thousands", "decimal"]
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-./])([0-9]{1,2})\2[0-9]{4}(?![0-9])")  # 31/12/2024, also before a time
_DOT_GROUPS = re.compile(
    r"[-+]?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}|[-+]?[0-9]{1,3}(?:\.[0-9]{3}){2,}"
)  # 1.234,50 · 1.234.567
_DOT_DECIMAL = re.compile(
    r"[-+]?[0-9]*\.[0-9]{1,2}|[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"
)  # 12.5 · 1,234.50 · 1,234
_DOTTED = re.compile(r"[-+]?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[-+]?[0-9]+,[0-9]{1,2}")  # 50.000 · 1.234,5 · 7,50
_DAY_WITH_ZERO = re.compile(r"(?:1[0-2]|0?[1-9])\.[123]0")  # 2.10
_DAY_WITHOUT_ZERO = re.compile(r"(1[0-2]|0?[1-9])\.([123])")  # 2.1
_THREE_DECIMALS = re.compile(r"([-+]?[0-9]{1,3}\.[0-9]{2})0")  # 50.000 · 12.500


def keeps_zeros(texts: Iterable[str]) -> bool:
    """Tell whether days written with a dot keep their last zero in a column: beside 2.10 the first of February is 2.1."""
    return any(_DAY_WITH_ZERO.fullmatch(text.strip()) for text in texts)


def is_day_without_zero(text: str) -> bool:
    """Tell whether a day is written so that a zero may have been lost behind it: 2.1 and 2.2 for the 10th and the 20th, too."""
    return _DAY_WITHOUT_ZERO.fullmatch(text.strip()) is not None


def date_order(texts: Iterable[str]) -> DateOrder | None:
    """Return the order that the unambiguous dates of a column have, None where there is none or they differ."""
    orders: set[DateOrder] = set()
    for text in texts:
        if match := _YEAR_LAST.match(text.strip()):
            first, second = int(match[1]), int(match[3])
            if first > 12 >= second:
                orders.add("day-month")
            elif second > 12 >= first:
                orders.add("month-day")
    return orders.pop() if len(orders) == 1 else None


def is_open_date(text: str) -> bool:
    """Tell whether a date has two readings: 03/04/2024 has, 03/03/2024 and 31/12/2024 have not."""
    match = _YEAR_LAST.match(text.strip())
    return bool(match and max(int(match[1]), int(match[3])) <= 12 and match[1] != match[3])


def dot(texts: Iterable[str]) -> Dot | None:
    """Return what a dot means in the unambiguous numbers of a column, None where there is none or they differ."""
    meanings: set[Dot] = set()
    for text in map(squeezed, texts):
        if _DOT_GROUPS.fullmatch(text):
            meanings.add("thousands")
        elif _DOT_DECIMAL.fullmatch(text):
            meanings.add("decimal")
    return meanings.pop() if len(meanings) == 1 else None


def as_settled(text: str, meaning: Dot) -> str:
    """Return a number with a dot for decimals only: of 50.000 in a column where it marks thousands 50000, else 50."""
    bare = squeezed(text)
    if meaning == "thousands" and _DOTTED.fullmatch(bare):
        return bare.replace(".", "").replace(",", ".")
    if meaning == "decimal" and (match := _THREE_DECIMALS.fullmatch(bare)):
        return match[1]
    return text
