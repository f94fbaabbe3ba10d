"""Gathers what refuses single rows of a table: what they say beside the cells that are read makes them another thing, or doubtful."""

from collections.abc import Iterator, Mapping

import numpy as np

from etl.cleaning import (
    amounts_in_words,
    deciding_columns,
    group_sums,
    money_and_goods,
    other_money,
    paid_in_rows,
    two_sided_rows,
    unit_beside,
)
from etl.cleaning.coded_column import CodedColumn
from etl.recognition.ledger_tables import LedgerTable


def refusals(
    table: LedgerTable, columns: Mapping[int, CodedColumn], is_record: np.ndarray, context: str
) -> Iterator[tuple[np.ndarray, str]]:
    """Yield masks of rows that are no records of their type, or of other money, each with a sentence; `context` is what stands around the table."""
    yield from two_sided_rows.refusals(table, columns, context)
    yield from money_and_goods.refusals(table, columns)
    yield from unit_beside.refusals(table, columns)
    yield from amounts_in_words.refusals(table, columns, is_record)
    yield from group_sums.refusals(table, columns, is_record)
    yield from other_money.refusals(table, columns, is_record)
    yield from paid_in_rows.refusals(table, columns)
    yield from deciding_columns.refusals(table, columns, is_record)
