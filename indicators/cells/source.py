"""Where cells come from: a table, the dates that place its rows, and the columns that split them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from indicators.model import Aggregate
from indicators.sql import NO_CATEGORY, SharedPlacing

CellPlace = tuple[str, str | None, str | None]  # community, category, strand; None where the cells are not split so
DAY_ZERO = date(1970, 1, 1).toordinal()  # Arrow counts days from here
DAYS_ONLY = ("period", "to_date")  # spans to which the day a row ends does not matter
NEVER = np.int32(2**30)  # a row that has no end


@dataclass(frozen=True)
class CellSource:
    """A table whose rows begin `on` a day and, where what is in force is counted, end with `until`."""

    table: str
    on: str
    until: str | None = None
    category: str | None = None
    by_strand: bool = False

    @property
    def place_columns(self) -> str:
        """The SQL of the columns community, category and strand."""
        category = named_column(self.category) if self.category else "null"
        strand = named_column("strand") if self.by_strand else "null"
        return f"community, {category} as category, {strand} as strand"

    @property
    def telling_columns(self) -> str:
        """The names of those of these columns that differ among rows: grouping by one that is always null takes as long."""
        return ", ".join(
            ["community", *(["category"] if self.category else []), *(["strand"] if self.by_strand else [])]
        )

    @property
    def told_columns(self) -> str:
        """The SQL of all three columns over rows that have only the telling ones."""
        category = "category" if self.category else "null as category"
        return f"community, {category}, {'strand' if self.by_strand else 'null as strand'}"


def source_of(
    placing: Aggregate | SharedPlacing, category: str | None = None, *, by_strand: bool = False
) -> CellSource:
    """Return where an aggregate is counted."""
    until = None if placing.span in DAYS_ONLY else placing.until
    return CellSource(placing.table, placing.on, until, category, by_strand)


def named_column(column: str) -> str:
    """Return the SQL of a column that splits: whatever is not stated has a name, too."""
    return f"coalesce(cast({column} as varchar), '{NO_CATEGORY}')"


def day_number(day: date) -> int:
    """Return a day as Arrow counts it."""
    return day.toordinal() - DAY_ZERO


def day_numbers(column: pa.ChunkedArray) -> np.ndarray:
    """Return days as numbers, NEVER where there is none."""
    numbers = column.cast(pa.int32()).fill_null(int(NEVER))
    return np.asarray(numbers)


def slices_by_place(table: pa.Table) -> Mapping[CellPlace, slice]:
    """Return {place: its rows} of a table that is in the order of its first three columns."""
    places: dict[CellPlace, slice] = {}
    rows_before = 0
    for batch in table.select([0, 1, 2]).to_batches():
        ends = np.unique(np.concatenate([_run_ends(column) for column in batch.columns])).tolist()
        for begin, end in zip([0, *ends[:-1]], ends, strict=False):
            place = _place(batch, begin)
            first = places[place].start if place in places else rows_before + begin
            places[place] = slice(first, rows_before + end)
        rows_before += batch.num_rows
    return places


def _run_ends(column: pa.Array) -> np.ndarray:
    """Return behind which rows a column changes."""
    return np.asarray(pc.run_end_encode(column.dictionary_encode().indices).run_ends)


def _place(batch: pa.RecordBatch, row: int) -> CellPlace:
    community, category, strand = (column[row].as_py() for column in batch.columns)
    return community, category, strand
