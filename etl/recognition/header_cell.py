"""What a header cell says: the words by which a ledger names a column, and the unit written beside them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from etl import parse
from etl.schema import Column, RecordType


@cache
def name_and_unit(text: str) -> tuple[str, str | None]:
    """Split 金额（元） into 金额 and 元; a header without a unit has None."""
    name, unit = parse.header(text)
    return parse.normalised(name), unit


@cache
def spellings(record: RecordType) -> Mapping[str, Column]:
    """Return every header by which this record type's columns are known; labels go before aliases, earlier columns first."""
    found: dict[str, Column] = {}
    labels = [(column.label, column) for column in record.columns]
    aliases = [(alias, column) for column in record.columns for alias in column.aliases]
    for spelling, column in labels + aliases:
        found.setdefault(parse.normalised(spelling), column)
        found.setdefault(name_and_unit(spelling)[0], column)
    return found


def match(record: RecordType, path: Sequence[str]) -> tuple[Column, str | None] | None:
    """Return the column a header names and its unit; `path` holds the cells above it in a header of several levels, itself last."""
    known = spellings(record)
    unit_beside = name_and_unit(path[-1])[1]
    for candidate in _candidates(path):
        name, unit = name_and_unit(candidate)
        for spelling in (parse.normalised(candidate), name):
            if spelling in known:
                return known[spelling], unit or unit_beside
    return None


def _candidates(path: Sequence[str]) -> Iterator[str]:
    """The whole path, the cell itself, the two read as one word, then the cells above it from the nearest."""
    *above, own = path
    if above:
        yield f"{above[-1]}/{own}"
    yield own
    if above:
        yield f"{above[-1]}{own}"
    yield from reversed(above)
