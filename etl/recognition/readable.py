"""Tells whether a text beside the cells of a table, a header or a line above it, is a value of a column."""

from collections.abc import Callable
from datetime import date
from functools import partial

from etl import parse
from etl.cell_kind import Kind
from etl.columns import COMMUNITY
from etl.schema import Column

ANY_YEAR, ANY_MONTH = 2000, 1


def can_read(column: Column, text: str) -> bool:
    """Tell whether a text is a value of a column: a month, an item of a closed list, the name of a community."""
    if column.name == COMMUNITY.name:
        return parse.is_community_name(text)
    try:
        if column.choices and not column.is_open:
            return parse.choice(parse.header(text)[0], column.choices) is not None
        return _parser(column.kind)(text) is not None
    except ValueError:
        return False


def day_in(text: str) -> date | None:
    """Return the day that a text is with its year, None for any other text."""
    try:
        return parse.date(text)
    except ValueError:
        return None


def _parser(kind: Kind) -> Callable[..., object]:
    """Return how a kind reads a text whose year is known from elsewhere, be it any: 3月 is a month."""
    parse_cell: Callable[..., object] = kind.parse
    known = {"year": ANY_YEAR, "month": ANY_MONTH}
    return partial(parse_cell, **{name: number for name, number in known.items() if name in kind.accepts})
