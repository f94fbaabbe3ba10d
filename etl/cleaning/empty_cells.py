"""Tells of a column that rows are counted by how many of its cells are empty, and whether they may mean what stands above them."""

import numpy as np

from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn
from etl.filled_columns import LEAST_COMPARED
from etl.recognition.meanings import AS_ABOVE
from etl.schema import Column

LEAST_ROWS_OF_A_BLOCK = 2  # on average, where a word is written in the first row of a block only


def empty_cells(column: Column, source: CodedColumn, is_record: np.ndarray | None) -> tuple[str, ...]:
    """Return a sentence on empty cells of a column that every row is to have, where they are more than a few."""
    if column.counted_by != "every_row" or is_record is None:
        return ()
    codes = source.codes[is_record]
    empty = int((codes == EMPTY_CODE).sum())
    if len(codes) - empty >= LEAST_COMPARED * len(codes) or empty == len(codes):
        return ()
    told = (
        f"“{column.label}”{len(codes)}行里有{empty}行空着，不计入按“{column.label}”数的各项，这几个月也不与别的时期比"
    )
    if not _is_by_blocks(codes):
        return (f"{told}。请补填后再导入。",)
    return (
        f"{told}。如果只写在每段的第一行，空着的都与上面一行相同，加 --set {column.label}={AS_ABOVE} 再导入；不相同的请补填。",
    )


def _is_by_blocks(codes: np.ndarray) -> bool:
    """Tell whether the first row has a word, most have none, and each word is another than that before: so blocks of rows begin."""
    words = codes[codes != EMPTY_CODE]
    is_sparse = LEAST_ROWS_OF_A_BLOCK * len(words) <= len(codes)
    return bool(codes[0] != EMPTY_CODE and is_sparse and (words[1:] != words[:-1]).all())
