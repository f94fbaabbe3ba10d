"""Asks about rows of which a cell says that they did not take place, were taken back or are no records of their type."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from etl.cleaning import state_words
from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn, rows_where_any
from etl.cleaning.state_words import (
    ASKS_WHETHER_DONE,
    NOT_DONE,
    RETURNED,
    SPEAKS_OF_ROW,
    UNDONE,
    UNDONE_IN_TITLE,
    StateWords,
)
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.meanings import CHECKED

_UNREAD = ("unknown", "surplus")
_NOT_DONE = "像没有做成"
TITLE = "title"  # the column that names an event, which may say of itself that it was called off


@dataclass(frozen=True)
class UndoneRows:
    """Rows that a cell under a header says to be none, and what it says."""

    header: str
    index: int  # grid column
    rows: np.ndarray  # mask
    meaning: str
    advice: str = ""

    def sentence(self, cell: str) -> str:
        """Return why the row of a cell is not stored, with what to write."""
        advice = f"{self.advice}；" if self.advice else ""
        return (
            f"“{self.header}”写着“{state_words.shown(cell)}”，{self.meaning}，没有入库。{advice}"
            f"确实要算的，加 --set {CHECKED}=是。"
        )


def undone_rows(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> Iterator[UndoneRows]:
    """Yield by column the rows that did not take place, the same row more than once where several cells say so."""
    if table.header.is_checked:
        return
    for words in state_words.words_of(table.record.id):
        yield from _by_words(table, columns, words)
    is_above_zero = _is_above_zero(table, columns)
    titles = table.sources.get(TITLE, ())
    for match in table.header.matches:
        column = columns[match.index]
        if match.index in titles:
            yield UndoneRows(match.header, match.index, column.rows_where(UNDONE_IN_TITLE), _NOT_DONE)
        if match.how not in _UNREAD:
            continue
        pattern = NOT_DONE if ASKS_WHETHER_DONE.fullmatch(match.header) else UNDONE
        rows = column.rows_where(pattern) | (column.rows_where(RETURNED) & is_above_zero)
        yield UndoneRows(match.header, match.index, rows, _NOT_DONE)


def _by_words(table: LedgerTable, columns: Mapping[int, CodedColumn], words: StateWords) -> Iterator[UndoneRows]:
    """Yield the rows of which a cell holds these words and nothing else."""
    speaking = dict(_speaking(table, words))
    pattern = state_words.pattern(words, table.record.id)
    size = table.stop - table.start
    if not rows_where_any([columns[index] for index in speaking], pattern, size).any():
        return
    is_open = np.ones(size, bool)
    for index in (i for name in words.unless for i in table.sources.get(name, ())):
        is_open &= columns[index].codes == EMPTY_CODE
    if words.is_of_positive:
        is_open &= _is_above_zero(table, columns)
    for index, header in speaking.items():
        yield UndoneRows(header, index, columns[index].rows_where(pattern) & is_open, words.meaning, words.advice)


def _speaking(table: LedgerTable, words: StateWords) -> Iterator[tuple[int, str]]:
    """Yield the grid columns in which these words speak of their row, with their headers: 备注, 审批状态, one without a header."""
    for match in table.header.matches:
        is_unread = match.how in _UNREAD and SPEAKS_OF_ROW.fullmatch(match.header)
        if is_unread or (match.column in words.columns and match.index in table.headed_columns):
            yield match.index, match.header
    yield from ((index, f"第{index + 1}列（没有表头）") for index in table.header.blank)


def _is_above_zero(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> np.ndarray:
    """Tell which rows have no quantity below zero, which takes back by itself; none of a table without quantities."""
    names = (name for name in table.sources if table.record.column(name).kind.is_quantity)
    numbers = [columns[index].numbers() for name in names for index in table.sources[name]]
    return np.logical_and.reduce([number >= 0 for number in numbers] or [np.zeros(table.stop - table.start, bool)])
