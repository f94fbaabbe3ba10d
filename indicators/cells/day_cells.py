"""Sums and counts of a table for each day, community and category, from which those of any window follow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from indicators.cells.part import Part, declared_parts
from indicators.cells.source import CellSource, Place, day_numbers, slices_by_place
from warehouse.build import Build

SCALES = (1, 100, 10_000)  # money has two digits behind the point, hours and quantities seldom more than four
CLOSE = 1e-6


@dataclass(frozen=True)
class DayColumn:
    """One part by day: `values` × `scale` as whole numbers, so that sums are exact to the cent; as they are at scale 1 where they are none.

    `known` counts the rows that state a quantity, None where every row does.
    """

    values: np.ndarray
    scale: int
    known: np.ndarray | None

    @property
    def is_extreme(self) -> bool:
        """Whether the days cannot be added: the greatest of a window is that of its greatest day."""
        return self.scale == 0


@dataclass(frozen=True)
class DayCells:
    """The cells of a source in the order of place and day: the rows of each place, their days, ends and parts."""

    places: Mapping[Place, slice]
    days: np.ndarray
    ends: np.ndarray
    columns: Mapping[Part, DayColumn]


def day_cells(build: Build, source: CellSource) -> DayCells:
    """Return the cells of a source, which are read once a build."""
    return build.lasting(source, lambda: _read(build, source))


def is_held(part: Part, table: str) -> bool:
    """Return whether day cells hold a part: one that was declared when the cells were made, and no distinct things."""
    return part in _parts(table)


def _parts(table: str) -> list[Part]:
    return [part for part in declared_parts(table) if not part.parsed.is_distinct]


def _read(build: Build, source: CellSource) -> DayCells:
    parts = _parts(source.table)
    table = build.table(_query(source, parts))
    return DayCells(
        places=slices_by_place(table),
        days=day_numbers(table["day"]),
        ends=day_numbers(table["ends"]),
        columns={part: _column(table, number, part) for number, part in enumerate(parts)},
    )


def _query(source: CellSource, parts: Sequence[Part]) -> str:
    columns = [f"{part.sql} as part_{number}" for number, part in enumerate(parts)]
    columns += [f"{part.known_sql} as known_{number}" for number, part in enumerate(parts) if _is_sum(part)]
    ends = f"cast({source.until} as date)" if source.until else "cast(null as date)"
    return (
        f"select {source.place_columns}, cast({source.on} as date) as day, {ends} as ends, {', '.join(columns)}\n"
        f"from {source.table} where {source.on} is not null\ngroup by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5"
    )


def _is_sum(part: Part) -> bool:
    return part.parsed.function == "sum"


def _column(table: pa.Table, number: int, part: Part) -> DayColumn:
    numbers = np.asarray(table[f"part_{number}"].cast(pa.float64()).fill_null(np.nan))
    if part.parsed.is_extreme:
        return DayColumn(numbers, 0, None)
    known = np.asarray(table[f"known_{number}"].cast(pa.int64())) if _is_sum(part) else None
    return DayColumn(*_whole(np.nan_to_num(numbers)), known)


def _whole(numbers: np.ndarray) -> tuple[np.ndarray, int]:
    """Return numbers as whole ones of the least scale that makes them so; as they are where none does."""
    for scale in SCALES:
        scaled = numbers * scale
        if np.all(np.abs(scaled - np.rint(scaled)) <= CLOSE + 1e-15 * np.abs(scaled)):
            return np.rint(scaled).astype(np.int64), scale
    return numbers, 1
