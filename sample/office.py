"""Whoever keeps the ledgers of one community, and the few things all of them do: number lines, take a stretch of time."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Any

from sample.blocks import Field
from sample.books import Book
from sample.cells import Raw
from sample.records import LAST


@dataclass(frozen=True)
class Office:
    """`books` returns the ledger files it sends in."""

    name: str
    books: Callable[[], Iterable[Book]]
    id: str = ""
    words: str = ""


def numbered(header: str = "序号") -> Field:
    """Return a column that counts the lines of one sheet."""
    numbers = count(1)
    return Field(header, lambda record: next(numbers))


def spoilt(record: Any, **cells: Any) -> Any:
    """Return a record some of whose cells hold what nobody can read."""
    return replace(record, **{name: Raw(cell) for name, cell in cells.items()})


def within(records: Sequence[Any], on: str, first: date, last: date) -> list[Any]:
    """Return the records whose date named `on` lies in the window."""
    return [record for record in records if first <= getattr(record, on) <= last]


def of_year(records: Sequence[Any], on: str, year: int) -> list[Any]:
    return within(records, on, date(year, 1, 1), date(year, 12, 31))


def year_words(year: int) -> str:
    """Return how a title states the span of a yearly list; the last year is not over."""
    return f"{year}年" if year < LAST.year else f"{year}年1-{LAST.month}月"
