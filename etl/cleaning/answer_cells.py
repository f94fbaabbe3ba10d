"""Tells which rows hold no answer where a column makes rows of its own: options written beneath a question, cells left empty."""

from collections.abc import Mapping

import numpy as np

from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn
from etl.recognition.explained_answers import SKIPPED_QUESTION, explains_answers
from etl.recognition.guesses import takes_questions
from etl.recognition.ledger_tables import LedgerTable

UNFILLED_ROW = "这一列没有填写的行"
OPTION_ROW = "题目下面写选项、题型或分数范围的行"
NO_ANSWER = rf"{SKIPPED_QUESTION}|^[\s　]*[-/\\—–]+[\s　]*$"  # /, --
MOST_LINES = 3  # beneath the questions, that explain their answers


def is_unfilled(table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """Tell which rows say nothing in the one column that makes rows of its own here: months to come, questions not answered.

    Of the only question that was named, which makes no rows of its own, an empty cell or a dash may be a score that was forgotten.
    """
    if table.spread is None:
        questions = _questions(table, columns)
        return questions[0].rows_where(SKIPPED_QUESTION) if len(questions) == 1 else np.zeros(size, bool)
    column = columns[table.spread]
    return (column.codes == EMPTY_CODE) | column.rows_where(NO_ANSWER)


def is_of_options(table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """Tell which of the first rows explain the answers beneath them, in each cell under a question that they fill."""
    questions = _questions(table, columns)
    mask = np.zeros(size, bool)
    for offset in range(min(MOST_LINES, size)):
        texts = [column.cell(offset) for column in questions if column.codes[offset] != EMPTY_CODE]
        mask[offset] = bool(texts) and all(map(explains_answers, texts))
    return mask


def _questions(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> list[CodedColumn]:
    """Return the grid columns that hold answers to questions."""
    names = (name for name in table.sources if takes_questions(table.record.column(name)))
    return [columns[index] for name in names for index in table.sources[name]]
