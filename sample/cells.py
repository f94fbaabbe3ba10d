"""How people write the same thing: dates, names, amounts and blanks in the forms that real ledgers show."""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

NBSP, WIDE, ZERO_WIDTH = "\u00a0", "\u3000", "\u200b"
EPOCH = date(1899, 12, 30)


@dataclass(frozen=True)
class Raw:
    """A cell to be written as it is, whatever its column usually shows."""

    cell: Any


@dataclass(frozen=True)
class Formula:
    """A formula with the value it shows."""

    text: str
    value: float


Show = Callable[[Any], Any]


def unchanged(value: Any) -> Any:
    return value


def chance(value: Any, one_in: int, salt: str = "") -> bool:
    """Return the same answer for the same value, yes for about one in so many."""
    return zlib.crc32(f"{salt}{value}".encode()) % one_in == 0


def one_of(*ways: Show) -> Show:
    """Return a way of writing that differs from value to value; what is not there stays empty."""
    return lambda value: None if value is None else ways[zlib.crc32(repr(value).encode()) % len(ways)](value)


def chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def dotted(day: date) -> str:
    return f"{day:%Y.%m.%d}"


def iso(day: date) -> str:
    return day.isoformat()


def serial(day: date) -> int:
    """Return the number that Excel shows for a date in a General cell."""
    return (day - EPOCH).days


def moment(day: date) -> str:
    """Return a date with a time, as exports write it."""
    at = time(8 + day.toordinal() % 12, day.toordinal() * 7 % 60, day.toordinal() * 11 % 60)
    return f"{day.year}/{day.month}/{day.day} {at:%H:%M:%S}"


def instant(day: date) -> datetime:
    """Return a true date-time cell."""
    return datetime(day.year, day.month, day.day, 9 + day.toordinal() % 9, 30)  # noqa: DTZ001 - cells have no zone


def in_year(day: date) -> str:
    """Return month and day only: the title knows the year."""
    return f"{day.month}月{day.day}日"


def padded(text: str) -> str:
    """Return the text, now and then with white space that nobody sees."""
    ways = (text, text, text, text, f" {text}", f"{text}\t", f"\n{text}", f"{NBSP}{text}", f"{text}{WIDE}")
    return ways[zlib.crc32(text.encode()) % len(ways)]


def aligned(name: str) -> str:
    """Return a name of two characters spread to the width of three."""
    return f"{name[0]}{WIDE}{name[1]}" if len(name) == 2 else name


def blank_as(mark: str | None) -> Show:
    """Return a way of writing that puts `mark` where there is nothing."""
    return lambda value: mark if value is None else value


def commas(value: float | None) -> str | None:
    return None if value is None else f"{value:,.2f}"


def framed(value: float | None) -> str | None:
    """Return an amount as a bank export pads it."""
    return None if value is None else f"{NBSP}{value:,.2f}{NBSP}"


def full_width(value: int | None) -> str | None:
    return None if value is None else str(value).translate({ord("0") + n: ord("０") + n for n in range(10)})


def in_ten_thousands(value: int | None) -> float | None:
    """Return yuan as 万元."""
    return None if value is None else round(value / 10_000, 4)


def counted(unit: str) -> Show:
    """Return a way of writing a number with its unit in one cell."""
    return lambda value: None if value is None else f"{value}{unit}"


def worded(words: Mapping[Any, Any]) -> Show:
    """Return a way of writing categories in this ledger's own words."""
    return lambda value: words.get(value, value)
