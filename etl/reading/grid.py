"""Defines what reading a file gives: a grid of raw text per sheet, or one sentence why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from command_line import UserError
from etl.reading.marked_rows import NO_MARKS, Marks

CELL_CHARACTERS = 32_767  # as many as Excel keeps in a cell
HEAD_ROWS = 60  # in which titles and headers are looked for


class Unreadable(UserError):
    """A file that cannot be read. Carries one Chinese sentence for the clerk: what the file is and what to do."""


@dataclass(frozen=True)
class Merge:
    """A block of merged cells in grid coordinates: counted from 0, both ends included; its text is in the top left cell.

    `own_rows` are rows below the top in which a correction gave the first cell a text of its own.
    """

    top: int
    left: int
    bottom: int
    right: int
    own_rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class FormerPlaces:
    """Where the rows of a sheet stood before it was turned, by the numbers the spreadsheet shows.

    `cells` are those that stood in another row than the one their row is named by: {(grid row, grid column): number}.
    """

    rows: tuple[int, ...]
    cells: Mapping[tuple[int, int], int] = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """One sheet as a grid of raw text; grid column 0 is the spreadsheet's column A.

    Every column is one `pa.DictionaryArray` (int32 → string), never chunked, all of equal length: 2,000,000 rows take a third
    of the memory of plain strings, and the next step works once per distinct text anyway. Texts are distinct, never empty and
    without white space at their ends; an empty cell is null. Empty rows inside the grid stay, so that
    `first_row + grid row` is the number the spreadsheet shows; in a CSV it is the number of the record, as in Excel.
    """

    name: str  # "" for a CSV
    columns: tuple[pa.DictionaryArray, ...]
    first_row: int = 1  # the number the spreadsheet shows for grid row 0
    merges: tuple[Merge, ...] = ()
    is_visible: bool = True
    marks: Marks = NO_MARKS
    origin: FormerPlaces | None = None  # of a sheet that was turned: see etl/recognition/turned_sheet.py

    def row_no(self, row: int, column: int | None = None) -> int:
        """Return the number the spreadsheet shows for a grid row, or for the row in which one of its cells stands."""
        if self.origin is None:
            return self.first_row + row
        own = self.origin.rows[min(max(row, 0), len(self.origin.rows) - 1)]
        return own if column is None else self.origin.cells.get((row, column), own)

    def row_numbers(self, start: int, stop: int) -> np.ndarray:
        """Return the numbers of these grid rows as the spreadsheet shows them."""
        rows = np.arange(start, stop, dtype=np.int32)
        return np.array(self.origin.rows, np.int32)[rows] if self.origin else rows + np.int32(self.first_row)

    @property
    def height(self) -> int:
        """Return the number of grid rows."""
        return len(self.columns[0]) if self.columns else 0

    def row(self, index: int) -> tuple[str | None, ...]:
        """Return the texts of a grid row from left to right, None for an empty cell."""
        return self._head[index] if index < len(self._head) else tuple(column[index].as_py() for column in self.columns)

    @cached_property
    def _head(self) -> list[tuple[str | None, ...]]:
        """Return the first rows, which many steps of recognition look at: decoded at once they cost a tenth."""
        columns = (column.slice(0, HEAD_ROWS).dictionary_decode().to_pylist() for column in self.columns)
        return list(zip(*columns, strict=True))

    def check_cells(self) -> None:
        """Raise Unreadable where a cell holds more than a spreadsheet can: it is no cell of a ledger, and would be carried along."""
        for column in self.columns:
            lengths = pc.utf8_length(column.dictionary)
            longest = pc.max(lengths).as_py() or 0
            if longest > CELL_CHARACTERS:
                place = pc.index(column.indices, pa.scalar(pc.index(lengths, longest).as_py(), pa.int32())).as_py()
                name = f"工作表“{self.name}”" if self.name else ""
                raise Unreadable(
                    f"{name}第 {self.first_row + place} 行有一格长达 {longest:,} 个字，超过 Excel 一格的上限"
                    f"（{CELL_CHARACTERS:,} 个字）。请把这一格改短后再导入。"
                )


@dataclass(frozen=True)
class Reading:
    """All sheets of one file, in its order. `encoding` is None unless the file is text."""

    sheets: tuple[Sheet, ...]
    format: str  # xlsx, xlsb, ods, xls or csv: what the file is, not what its name says
    encoding: str | None
