"""Takes the rows that are stored out of all rows of a table."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.cleaning.arrow_arrays import mask_array, numbers_array
from etl.reading.column_threads import map_columns


def rows_at(rows: pa.Table, offsets: np.ndarray) -> pa.Table:
    """Return the rows at these offsets."""
    order = numbers_array(offsets)
    taken = map_columns(lambda column: _taken(column.combine_chunks(), order), rows.columns, len(offsets))
    return pa.table(taken, rows.column_names)


def _taken(column: pa.Array, order: pa.Array) -> pa.Array:
    """Return a column's rows in this order, and in its dictionary no text of other rows: titles and notes must not be stored."""
    taken = column.take(order)
    if not isinstance(taken, pa.DictionaryArray):
        return taken
    codes = pc.fill_null(taken.indices, -1).to_numpy()
    is_used = np.zeros(len(taken.dictionary) + 1, bool)
    is_used[codes] = True
    if is_used[:-1].all():
        return taken
    renumbered = np.cumsum(is_used, dtype=np.int32) - np.int32(1)
    indices = numbers_array(renumbered[codes], codes < 0)
    return pa.DictionaryArray.from_arrays(indices, taken.dictionary.filter(mask_array(is_used[:-1])))
