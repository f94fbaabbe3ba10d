"""Asks about rows of which a cell says that they did not take place, were taken back or are no records of their type."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from etl.cleaning import remark_phrases, state_words
from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn, rows_where_any
from etl.cleaning.remark_phrases import MADE_GOOD, YET_TO_COME, Phrase
from etl.cleaning.state_words import (
    ASKS_WHETHER_DONE,
    NOT_DONE,
    RETURNED,
    SPEAKS_OF_ROW,
    UNDONE,
    UNDONE_IN_TITLE,
    StateWords,
)
from etl.parse import without_personal_data
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import UNFED

_NOT_DONE, _ADVICE = "像没有做成", "没有做成的请删去这一行"
_RETURNED = "像退款或退回"
_VOTE = re.compile(".*(?:结果|表决|决议|投票|结论).*")
# What a meeting that was held may say of a proposal, as a clause.
_VOTED = (
    r"(?:^|[\s，,、；;。（(])(已|均|被)?((审核|审批|表决|投票)?(未|没有?|不)(获|予)?(通过|批准?|同意)|驳回|否决|搁置|暂缓(实施|执行|办理)?|×|✗)"
    r"(?:$|[\s，,、；;。）)])"
)
TITLES = ("title", "activity")  # columns that name an event, which may say of itself that it was called off


@dataclass(frozen=True)
class UndoneRows:
    """Rows that a cell under a header says to be none, and what it says."""

    header: str
    index: int  # grid column
    rows: np.ndarray  # mask
    meaning: str
    advice: str = ""
    shown: Callable[[str], str] = state_words.shown  # of a cell, what may be repeated

    def sentence(self, cell: str) -> str:
        """Return why the row of a cell is not stored, with what to write."""
        advice = f"{self.advice}；" if self.advice else ""
        return (
            f"“{self.header}”写着“{self.shown(cell)}”，{self.meaning}，没有入库。{advice}"
            f"确实要算的，加 --set {CHECKED}=是。"
        )


def undone_rows(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> Iterator[UndoneRows]:
    """Yield by column the rows that did not take place, the same row more than once where several cells say so."""
    if table.header.is_checked:
        return
    for words in state_words.words_of(table.record):
        yield from _by_words(table, columns, words)
    is_above_zero = _is_above_zero(table, columns)
    titles = {index for name in TITLES for index in table.sources.get(name, ())}
    for match in table.header.matches:
        column = columns[match.index]
        if match.index in titles:
            yield UndoneRows(match.header, match.index, column.rows_where(UNDONE_IN_TITLE), _NOT_DONE, _ADVICE)
        if match.how not in UNFED:
            continue
        pattern = NOT_DONE if ASKS_WHETHER_DONE.fullmatch(match.header) else UNDONE
        is_open = ~_voted_down(table, match.header, column)
        yield UndoneRows(match.header, match.index, column.rows_where(pattern) & is_open, _NOT_DONE, _ADVICE)
        returned = column.rows_where(RETURNED) & is_above_zero & is_open
        advice = state_words.HOW_TO_TAKE_BACK if state_words.is_of_money(table.record) else _ADVICE
        yield UndoneRows(match.header, match.index, returned, _RETURNED, advice)
    if not any(column.kind.is_rating for column in table.record.columns):  # opinions may be on anything
        yield from _by_phrases(table, columns)


def _by_phrases(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> Iterator[UndoneRows]:
    """Yield the rows of which a clause of a remark says that they do not count, and no other that it was made good."""
    remarks = dict(_unread(table, SPEAKS_OF_ROW))
    phrases = remark_phrases.phrases_of(table.record)
    size = table.stop - table.start
    if not rows_where_any([columns[index] for index in remarks], "|".join(p.pattern for p in phrases), size).any():
        return
    for index, header in remarks.items():
        column = columns[index]
        is_open = ~column.rows_where(MADE_GOOD) | column.rows_where(YET_TO_COME)
        is_open &= ~_voted_down(table, header, column)
        for phrase in phrases:
            rows = column.rows_where(phrase.pattern) & is_open
            rows &= _is_above_zero(table, columns) if phrase.is_of_positive else True
            yield UndoneRows(header, index, rows, phrase.meaning, phrase.advice, _shown_by(phrase))


def _shown_by(phrase: Phrase) -> Callable[[str], str]:
    """Return what tells of a remark its clause alone, without numbers and names of people."""
    return lambda remark: without_personal_data(phrase.shown(remark))


def _by_words(table: LedgerTable, columns: Mapping[int, CodedColumn], words: StateWords) -> Iterator[UndoneRows]:
    """Yield the rows of which a cell holds these words and nothing else."""
    speaking = dict(_speaking(table, words))
    pattern = state_words.pattern(words, table.record)
    size = table.stop - table.start
    if not rows_where_any([columns[index] for index in speaking], pattern, size).any():
        return
    is_open = np.ones(size, bool)
    for index in (i for name in words.unless for i in table.sources.get(name, ())):
        is_open &= columns[index].codes == EMPTY_CODE
    if words.is_of_positive:
        is_open &= _is_above_zero(table, columns)
    for index, header in speaking.items():
        rows = columns[index].rows_where(pattern) & is_open & ~_voted_down(table, header, columns[index])
        yield UndoneRows(header, index, rows, words.meaning, words.advice)


def _speaking(table: LedgerTable, words: StateWords) -> Iterator[tuple[int, str]]:
    """Yield the grid columns in which these words speak of their row, with their headers: 备注, 审批状态, one without a header."""
    yield from _unread(table, words.headers)
    for match in table.header.matches:
        if match.column in words.columns and match.index in table.headed_columns:
            yield match.index, match.header


def _unread(table: LedgerTable, headers: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Yield the grid columns that nobody reads below such headers, with them; of those without one all may speak of a row."""
    for match in table.header.matches:
        if match.how in UNFED and headers.fullmatch(match.header):
            yield match.index, match.header
    if headers is SPEAKS_OF_ROW:
        yield from ((index, f"第{index + 1}列（没有表头）") for index in table.header.blank)


def _voted_down(table: LedgerTable, header: str, column: CodedColumn) -> np.ndarray:
    """Tell in which rows a cell says what a meeting decided: one that voted a proposal down was held all the same, one called off was not."""
    is_vote = "deliberated" in table.record.deeds and _VOTE.fullmatch(header) is not None
    return column.rows_where(_VOTED) if is_vote else np.zeros(len(column.codes), bool)


def _is_above_zero(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> np.ndarray:
    """Tell which rows have no quantity below zero, which takes back by itself; none of a table without quantities."""
    names = (name for name in table.sources if table.record.column(name).kind.is_quantity)
    numbers = [columns[index].numbers() for name in names for index in table.sources[name]]
    return np.logical_and.reduce([number >= 0 for number in numbers] or [np.zeros(table.stop - table.start, bool)])
