"""Tells which rows of a clean file name their community alike, so that a change of a file touches the communities in it and no other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from etl.columns import COMMUNITY
from etl.declarations import record_types

ROWS_OF_GROUP = 40_960  # twenty vectors of DuckDB, which reads a group as a whole: about the rows of one community
LEAST_ROWS_OF_GROUP = 8_192  # with fewer, what each group takes of itself outweighs the rows that need not be read
_PLACE = ("sheet", "table_no", COMMUNITY.name)


@dataclass(frozen=True)
class CommunityPart:
    """The rows of one table of a file that spell their community alike (None: not at all), and the last day on which one of them says that something happened."""

    record: str
    sheet: str
    table_no: int
    spelling: str | None
    rows: int
    last_on: date


def community_parts(record: str, rows: pa.Table) -> Iterator[CommunityPart]:
    """Yield the parts of the clean rows of a record type, in a fixed order."""
    dates = record_types()[record].coverage_dates
    sums = rows.select([*_PLACE, *dates]).group_by([*_PLACE], use_threads=False)
    parts = sums.aggregate([*((name, "max") for name in dates), ([], "count_all")]).to_pylist()
    for part in sorted(parts, key=lambda part: [(part[name] is not None, part[name]) for name in _PLACE]):
        sheet, table_no, spelling = (part[name] for name in _PLACE)
        last_on = max(day for name in dates if (day := part[f"{name}_max"]))
        yield CommunityPart(record, sheet, table_no, spelling, part["count_all"], last_on)


def is_by_spelling(rows: pa.Table) -> bool:
    """Tell whether clean rows are stored by the spelling of their community: many of ledgers are, problems have none."""
    return rows.num_rows > ROWS_OF_GROUP and COMMUNITY.name in rows.column_names


def stored_order(rows: pa.Table, offsets: np.ndarray, placed_on: str) -> np.ndarray:
    """Return offsets of rows in the order of their dates: a query over a stretch of time then skips the others.

    Of many, those which spell their community alike lie together, so that a build reads those of a community alone.
    """
    days = rows[placed_on].cast(pa.int32()).to_numpy()[offsets].astype(np.uint16)  # to 2149; sixteen bits sort fastest
    by_day = offsets[np.argsort(days, kind="stable")].astype(np.int32)
    if len(offsets) <= ROWS_OF_GROUP:
        return by_day
    return by_day[np.argsort(_spellings(rows)[by_day], kind="stable")]


def sorted_by_spelling(rows: pa.Table) -> pa.Table:
    """Return clean rows so that those which spell their community alike lie together, otherwise in the order they have."""
    codes = _spellings(rows)
    return rows if (codes[1:] >= codes[:-1]).all() else rows.take(np.argsort(codes, kind="stable"))


def groups_by_spelling(rows: pa.Table) -> Iterator[pa.Table]:
    """Yield rows that are sorted by the spelling of their community in groups, each of few of them: whoever wants one reads whole groups."""
    codes = _spellings(rows)
    start = 0
    for end in [*(np.flatnonzero(np.diff(codes)) + 1).tolist(), len(codes)]:
        if end - start >= LEAST_ROWS_OF_GROUP or end == len(codes):
            yield rows.slice(start, end - start)
            start = end


def _spellings(rows: pa.Table) -> np.ndarray:
    """Return a number for each row, which those that spell their community alike share, of few bits; 0 where none is named."""
    codes = np.asarray(rows[COMMUNITY.name].combine_chunks().dictionary_encode().indices.fill_null(-1)) + 1
    return codes.astype(np.min_scalar_type(codes.max(initial=0)))
