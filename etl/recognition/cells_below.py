"""Provides the cells of a grid column below a header: as texts, as codes of equal texts, as numbers."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.reading.grid import Sheet
from etl.recognition.table_header import TableHeader


def cells_below(header: TableHeader, sheet: Sheet, index: int) -> pa.DictionaryArray:
    """Return a grid column from the row below a header to the end of the sheet."""
    return sheet.columns[index].slice(header.rows[-1] + 1)


def row_codes(cells: pa.DictionaryArray) -> np.ndarray:
    """Return a number for each row, the same for equal texts, -1 for an empty cell."""
    return pc.fill_null(cells.indices, -1).to_numpy(zero_copy_only=False)


def row_numbers(cells: pa.DictionaryArray) -> np.ndarray:
    """Return the number in each row, NaN where there is none."""
    bare = pc.replace_substring_regex(cells.dictionary, r"[¥￥,，元%\s]", "")
    is_number = pc.match_substring_regex(bare, r"^-?\d{1,15}(\.\d+)?$")
    numbers = pc.if_else(is_number, bare, pa.scalar(None, pa.string())).cast(pa.float64())
    return np.append(numbers.to_numpy(zero_copy_only=False), np.nan)[row_codes(cells)]


def are_numbers(cells: pa.DictionaryArray) -> bool:
    """Tell whether more of the filled cells are numbers than are not."""
    return 2 * int(np.isfinite(row_numbers(cells)).sum()) > len(cells) - cells.null_count
