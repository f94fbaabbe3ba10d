"""Tells rows of which the amount in words (大写) disagrees with the amount in figures beside it."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

import numpy as np

from etl import kinds
from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn
from etl.parse.money import amount_yuan
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import UNFED

_IN_WORDS = re.compile("大写")
_MOST_NAMED = 20  # pairs of a table that are written out; more are a column that says something else


def refusals(
    table: LedgerTable, columns: Mapping[int, CodedColumn], is_record: np.ndarray
) -> Iterator[tuple[np.ndarray, str]]:
    """Yield the rows whose two amounts disagree, with a sentence that names both; unreadable words say nothing."""
    amounts = [name for name in table.sources if table.record.column(name).kind is kinds.AMOUNT]
    in_words = [m for m in table.header.matches if m.how in UNFED and _IN_WORDS.search(m.header)]
    if table.header.is_checked or len(amounts) != 1 or len(in_words) != 1 or len(table.sources[amounts[0]]) != 1:
        return
    index, words = table.sources[amounts[0]][0], in_words[0]
    figures, written = columns[index], columns[words.index]
    pairs = np.stack([figures.codes, written.codes])[:, is_record]
    scale = table.record.column(amounts[0]).scales.get(table.unit_of(amounts[0], index) or "") or 1
    different = [pair for pair in np.unique(pairs, axis=1).T if _disagree(figures, written, pair, scale)]
    header = table.header.text(index)
    advice = f"没有入库。请改正写错的一个；确实按“{header}”算的，加 --set {CHECKED}=是。"
    for pair in different[:_MOST_NAMED]:
        amount, stated = figures.texts[int(pair[0])], written.texts[int(pair[1])]
        rows = (figures.codes == pair[0]) & (written.codes == pair[1])
        yield rows & is_record, f"“{header}”写着“{amount}”，“{words.header}”写着“{stated}”，两个数不一样，{advice}"
    rows = np.isin(_paired(figures.codes, written.codes), [_paired(*pair) for pair in different[_MOST_NAMED:]])
    yield rows & is_record, f"“{header}”和“{words.header}”写的不一样，{advice}"


def _paired(figure: np.ndarray, words: np.ndarray) -> np.ndarray:
    """Return one number for each pair of codes."""
    return figure.astype(np.int64) << 32 | words.astype(np.int64)


def _disagree(figures: CodedColumn, written: CodedColumn, pair: np.ndarray, scale: float) -> bool:
    """Tell whether the texts behind a pair of codes are two different amounts; a sign stands in figures alone."""
    if EMPTY_CODE in pair:
        return False
    amount = _yuan(figures.texts[int(pair[0])].as_py(), scale)
    words = written.texts[int(pair[1])].as_py()
    stated = None if re.search("[0-9０-９]", words) else _yuan(words, 1) or _yuan(f"{words}元", 1)
    return amount is not None and stated is not None and abs(amount) != abs(stated)


def _yuan(text: str, scale: float) -> Decimal | None:
    try:
        return amount_yuan(text, scale)
    except ValueError:
        return None
