"""Writes the cells of forms, or of a table whose headers stand below one another, as a table with its header in one row."""

from collections.abc import Sequence
from dataclasses import replace

import pyarrow as pa

from etl.reading.grid import FormerPlaces, Sheet
from etl.reading.marked_rows import NO_MARKS

Texts = Sequence[str | None]


def turned_grid(
    sheet: Sheet, titles: Sequence[str], headers: Sequence[str], rows: Sequence[Texts], places: Sequence[Sequence[int]]
) -> Sheet:
    """Return a sheet with these titles, headers and rows; `places` are the grid rows of the old sheet in which the cells of each row stood.

    A row is named by the first of them.
    """
    top, width = min(places[0]), len(headers)
    lines = [[title, *[None] * (width - 1)] for title in titles]
    grid = [*lines, headers, *rows]
    first = len(lines) + 1
    numbers = [sheet.row_no(row) for row in [top] * first + [min(cells) for cells in places]]
    own = {
        (first + row, column): sheet.row_no(place)
        for row, cells in enumerate(places)
        for column, place in enumerate(cells)
    }
    columns = tuple(pa.array(texts, pa.string()).dictionary_encode() for texts in zip(*grid, strict=True))
    return replace(sheet, columns=columns, merges=(), marks=NO_MARKS, origin=FormerPlaces(tuple(numbers), own))
