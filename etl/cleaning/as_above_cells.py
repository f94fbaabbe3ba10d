"""Reads 同上 and 〃 as the cell of the row above; never under amounts, hours and numbers, which add up."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn, rows_where_any
from etl.parse import AS_ABOVE_SIGN
from etl.recognition.ledger_tables import LedgerTable


@dataclass(frozen=True)
class AsAbove:
    """The grid columns in which signs were read as what stands above them, and how many in each."""

    columns: Mapping[int, CodedColumn] = field(default_factory=dict)
    counts: Mapping[int, int] = field(default_factory=dict)


def as_above(table: LedgerTable, columns: Mapping[int, CodedColumn], is_record: np.ndarray) -> AsAbove:
    """Return the columns with signs in their records, each sign replaced by the cell of the record above.

    Where that is empty, or none stands above, the sign is left, and refused as it is read.
    """
    described = {index: column for index, column in columns.items() if index not in _counted(table)}
    if not rows_where_any([*described.values()], AS_ABOVE_SIGN, len(is_record)).any():
        return AsAbove()
    filled, counts = {}, {}
    for index, column in described.items():
        is_sign = column.rows_where(AS_ABOVE_SIGN) & is_record
        codes = _codes_above(column.codes, is_sign, np.flatnonzero(is_record))
        if count := int((codes != column.codes).sum()):
            filled[index], counts[index] = CodedColumn(codes, column.texts), count
    return AsAbove(filled, counts)


def _counted(table: LedgerTable) -> set[int]:
    """Return the grid columns of what adds up, or tells one record from another."""
    kinds = {name: table.record.column(name).kind for name in table.sources}
    counted = (name for name, kind in kinds.items() if kind.is_quantity or kind.is_identity or kind.is_rating)
    return {index for name in counted for index in table.sources[name]}


def _codes_above(codes: np.ndarray, is_sign: np.ndarray, records: np.ndarray) -> np.ndarray:
    """Return the codes with those of signs taken from the last record above that has none, if its cell is filled."""
    signs = is_sign[records]
    last = np.maximum.accumulate(np.where(signs, -1, np.arange(len(records))))
    taken = np.where(last >= 0, codes[records[last]], EMPTY_CODE)
    filled = codes.copy()
    filled[records] = np.where(signs & (taken != EMPTY_CODE), taken, codes[records])
    return filled
