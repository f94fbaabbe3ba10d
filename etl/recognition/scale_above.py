"""Tells whether the scale in the title of one table holds for the ratings of a table below it on the sheet."""

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa

from etl.recognition.cells_below import row_numbers
from etl.recognition.table_header import TableHeader


def without_scale_of_another(
    units: Mapping[str, str],
    own: Mapping[str, str],
    header: TableHeader,
    is_continued: bool,
    cells: Sequence[pa.DictionaryArray],
) -> dict[str, str]:
    """Return {column: unit} of a table without the scales that only a title above another table states.

    `own` holds what the table itself states, `cells` its body by grid column. Such a scale holds where the table goes on (`is_continued`: it has a
    title of its own, or the header of the table before), and no rating goes beyond it: 8 below 5分制 is of another scale.
    """
    return {
        name: unit
        for name, unit in units.items()
        if name in own
        or not (points := _points(header, name, unit))
        or (is_continued and _highest(header, name, cells) <= points)
    }


def _points(header: TableHeader, name: str, unit: str) -> float:
    """Return the highest rating of a scale, 0 of any other unit."""
    _, points = header.record.column(name).unit_sets.get(unit, ("", "0"))
    return float(points) if points.isdecimal() else 0


def _highest(header: TableHeader, name: str, cells: Sequence[pa.DictionaryArray]) -> float:
    numbers = np.concatenate([row_numbers(cells[index]) for index in header.sources[name]])
    return float(np.nanmax(numbers, initial=0))
