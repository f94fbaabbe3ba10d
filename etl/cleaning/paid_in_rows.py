"""Tells rows of gifts of which an unread cell (摘要, 备注) says that money was paid into a card: 会员卡充值."""

from collections.abc import Iterator, Mapping

import numpy as np

from etl.cleaning.coded_column import CodedColumn
from etl.recognition import stored_value
from etl.recognition.ledger_tables import LedgerTable


def refusals(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> Iterator[tuple[np.ndarray, str]]:
    """Yield the rows that are no gifts by each column that says so, with a sentence."""
    if table.record.direction != "in" or table.header.is_checked:
        return
    for match in (match for match in table.header.matches if match.index not in table.quantity_columns):
        rows = columns[match.index].rows_where(stored_value.PAID_IN_CELL)
        yield rows, stored_value.sentence(f"“{match.header}”写着充值（储值），这一行", table.record.label)
