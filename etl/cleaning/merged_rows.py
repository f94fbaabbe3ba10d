"""Tells which rows say nothing of their own because their cells are merged with those above."""

from collections.abc import Iterable, Mapping

import numpy as np

from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn
from etl.columns import COMMUNITY
from etl.reading.grid import Sheet
from etl.recognition.ledger_tables import LedgerTable


def adds_nothing(sheet: Sheet, table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """Tell which rows have no cell of their own under a known header: all are merged with those above, as under one talk of several.

    Rows that share no more than a day or a community, as visits of one day do, are records of their own where they say something else.
    """
    merged = {index: _under_merge(sheet, index, table.start, size) for index in table.headed_columns}
    if not any(mask.any() for mask in merged.values()):
        return np.zeros(size, bool)
    shares_more = _any(size, (merged[index] for index in merged if index not in _placing_columns(table)))
    says_more = _has_own(
        columns, {index: _under_merge(sheet, index, table.start, size) for index in table.unread_columns}, size
    )
    return ~_has_own(columns, merged, size) & (shares_more | (_any(size, merged.values()) & ~says_more))


def _has_own(columns: Mapping[int, CodedColumn], merged: Mapping[int, np.ndarray], size: int) -> np.ndarray:
    """Tell which rows have a cell in one of these grid columns that is not merged with the one above."""
    return _any(size, ((columns[index].codes != EMPTY_CODE) & ~mask for index, mask in merged.items()))


def _placing_columns(table: LedgerTable) -> set[int]:
    """Return the grid columns that only say when and where: many records may share one of their cells."""
    names = (c.name for c in table.record.columns if c.name == COMMUNITY.name or c.kind.sql_type == "date")
    return {index for name in names for index in table.sources.get(name, ())}


def _any(size: int, masks: Iterable[np.ndarray]) -> np.ndarray:
    return np.logical_or.reduce([np.zeros(size, bool), *masks])


def _under_merge(sheet: Sheet, index: int, start: int, size: int) -> np.ndarray:
    """Return a mask of the rows whose cell is merged with one above it in the table."""
    mask = np.zeros(size, bool)
    for merge in sheet.merges:
        if merge.left <= index <= merge.right and merge.bottom > merge.top >= start:
            mask[merge.top + 1 - start : merge.bottom + 1 - start] = True
    return mask


def is_under_merged_quantity(sheet: Sheet, table: LedgerTable, size: int) -> np.ndarray:
    """Tell which rows lie under a required amount merged over them: they tell of the same payment, which counts in its first row."""
    required = [table.sources[c.name] for c in table.record.required if c.kind.is_quantity and c.name in table.sources]
    mask = np.zeros(size, bool)
    for merge in sheet.merges:
        if any(indices == (merge.left,) for indices in required) and merge.top >= table.start:
            mask[merge.top + 1 - table.start : merge.bottom + 1 - table.start] = True
    return mask
