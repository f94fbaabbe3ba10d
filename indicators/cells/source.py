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
    if column.null_count == len(column):
        return np.full(len(column), NEVER)
    numbers = column.cast(pa.int32())
    return np.asarray(numbers.fill_null(int(NEVER)) if column.null_count else numbers)


def slices_by_place(table: pa.Table) -> Mapping[CellPlace, slice]:
    """Return {place: its rows} of a table that is in the order of its first three columns."""
    columns = [table[number].unify_dictionaries().combine_chunks() for number in range(3)]
    ends = np.unique(np.concatenate([_run_ends(column) for column in columns]))
    begins = [0, *ends[:-1].tolist()] if len(ends) else []
    names = zip(*(column.take(pa.array(begins, pa.int64())).to_pylist() for column in columns), strict=True)
    return {place: slice(begin, end) for place, begin, end in zip(names, begins, ends.tolist(), strict=True)}


def _run_ends(column: pa.Array) -> np.ndarray:
    """Return behind which rows a column changes."""
    codes = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    return np.asarray(pc.run_end_encode(codes.indices).run_ends)
