"""Tells of a table of both directions which rows belong to the record type that is read, and which are no records of it."""

import re
from collections.abc import Iterator, Mapping

import numpy as np

from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn, rows_where_any
from etl.recognition.direction_marks import NEGATIVE, SIGNS
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.meanings import CHECKED
from etl.recognition.sides import Mark
from etl.schema import Column, Side

NOTHING = r"^\s*([-/\\—–]+|0(\.0+)?)?\s*$"  # 0, 0.00, -: no amount of this direction
Refusal = tuple[np.ndarray, str]  # rows, sentence


def is_of_other_table(table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """Tell which rows the table of the other direction counts: those marked as its own only.

    Rows with both marks or with none are the outgoing table's, so that each row is counted in one of the two.
    """
    sides = table.header.sides
    if sides is None or not sides.opposite:
        return np.zeros(size, bool)
    is_own, is_other = _is_marked(columns, sides.own), _is_marked(columns, sides.other)
    return is_other & ~is_own if table.record.direction == "out" else ~is_own | is_other


def is_of_unread_direction(table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """Tell which rows are of the other direction only, where a person stated that one of the two is read."""
    sides = table.header.sides
    if sides is None or sides.opposite:
        return np.zeros(size, bool)
    return _is_marked(columns, sides.other) & ~_is_marked(columns, sides.own)


def _is_marked(columns: Mapping[int, CodedColumn], mark: Mark) -> np.ndarray:
    column = columns[mark.index]
    if not mark.words:
        return (column.codes != EMPTY_CODE) & ~column.rows_where(NOTHING)
    if mark.words <= SIGNS:
        return column.numbers() < 0 if NEGATIVE in mark.words else column.numbers() > 0
    is_word = [text in mark.words for text in column.texts.to_pylist()]
    return np.append(np.array(is_word, bool), False)[column.codes]


def refusals(table: LedgerTable, columns: Mapping[int, CodedColumn], context: str) -> Iterator[Refusal]:
    """Yield the rows of a table of both directions that are no record of its type, with the sentence for the clerk.

    `context` holds the title, sheet name and file name.
    """
    sides = table.header.sides
    column = table.record.column(sides.column) if sides else None
    if sides is None or column is None or (column.side and column.side.others):
        return
    is_own, is_other = _is_marked(columns, sides.own), _is_marked(columns, sides.other)
    own, other = sides.own.name, sides.other.name
    yield is_own & is_other, f"这一行“{own}”和“{other}”都写了数，看不出是哪一种，没有入库。请分成两行写。"
    if sides.own.words:
        header = _header(table, sides.own.index)
        yield (
            ~is_own & ~is_other,
            f"“{header}”这一格看不出是收入还是支出，没有入库。请写明是哪一种；两种都不是的，可以不管。",
        )
    if column.side:
        yield from _of_other_nature(table, column, column.side, is_own, columns, context)


def _of_other_nature(
    table: LedgerTable,
    column: Column,
    side: Side,
    is_own: np.ndarray,
    columns: Mapping[int, CodedColumn],
    context: str,
) -> Iterator[Refusal]:
    """Yield the rows whose words say that they are something else, and those whose words do not say that they are records."""
    own, label = table.header.text(column_index := table.sources[column.name][0]), table.record.label
    texts = {index: coded for index, coded in columns.items() if index != column_index and _is_text(table, index)}
    is_left = is_own.copy()
    for word in side.contrary:
        mask = is_left & rows_where_any([*texts.values()], re.escape(word), len(is_own))
        is_left &= ~mask
        yield (
            mask,
            f"这一笔“{own}”写着“{word}”，不是{label}，没有入库，可以不管；确实是{label}的，请把这几个字改得更清楚。",
        )
    words = "|".join(side.words)
    if not words or re.search(words, context) or table.header.is_checked:
        return
    named = [index for index in texts if re.search(words, _header(table, index))]
    is_said = rows_where_any([*texts.values()], words, len(is_own))
    is_said |= rows_where_any([texts[index] for index in named], r"\S", len(is_own))
    yield (
        is_left & ~is_said,
        f"看不出这一笔“{own}”是不是{label}（没有写“{side.words[0]}”），没有入库。是{label}的，请在摘要或备注里写明，例如“爱心人士捐赠”；"
        f"这一列都是{label}的，加 --set {CHECKED}=是；不是的，可以不管。",
    )


def _is_text(table: LedgerTable, index: int) -> bool:
    """Tell whether a grid column may say what a row is: no date, no quantity, nothing of the other direction."""
    matches = [match for match in table.header.matches if match.index == index]
    kinds = [table.record.column(match.column).kind for match in matches if match.column]
    sides = table.header.sides
    is_beside = any(match.how == "beside" for match in matches) or (sides and index == sides.own.index)
    return not is_beside and not any(kind.is_quantity or kind.sql_type == "date" for kind in kinds)


def _header(table: LedgerTable, index: int) -> str:
    return next((match.header for match in table.header.matches if match.index == index), "")
