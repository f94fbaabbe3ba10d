"""Finds the column whose cells say of each row whether it came in or went out: by a word (收入, 支出) or by the sign."""

import re
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from etl import parse
from etl.reading.grid import Sheet
from etl.reading.pattern_matches import match_texts
from etl.recognition.meanings import HeaderPath
from etl.recognition.mixed_signs import BOTH_DIRECTIONS
from etl.recognition.mixed_words import MOST_WORDS
from etl.recognition.sides import Mark

NEGATIVE, POSITIVE = "负数", "正数"  # in place of a word: the sign of the quantity
SIGNS = frozenset((NEGATIVE, POSITIVE))
# Words that say so of the office's own money and goods; 充值 and 消费 move the money of those who hold an account.
INCOMING = frozenset(("收入", "收", "收款", "进账", "入账", "入库", "进库", "入", "income", "in"))
OUTGOING = frozenset(("支出", "支", "付款", "出账", "出库", "发放", "出", "expense", "out"))
_NO_GOODS = re.compile("积分|分值|时长|小时|工时")  # 积分变动: neither money nor goods come and go
MOST_TEXTS = 4 * MOST_WORDS  # in the whole of a grid column, titles included
_SIGNED = (r"^\s*[-−－]\s*[¥￥]?\d", r"^\s*\+?\s*[¥￥]?\d")  # -30, ¥ 30


def marks_in_cells(sheet: Sheet, rows: tuple[int, ...], paths: Sequence[HeaderPath]) -> tuple[Mark, ...]:
    """Return what marks outgoing rows and what incoming ones under the header of these rows; () where no column tells."""
    for index, path in enumerate(paths):
        if not path:
            continue
        below = sheet.columns[index].slice(rows[-1] + 1)
        if marks := _by_word(below, index) or _by_sign(below, index, path[-1]):
            return marks
    return ()


def _by_word(below: pa.DictionaryArray, index: int) -> tuple[Mark, ...]:
    if len(below.dictionary) > MOST_TEXTS or len(below.unique()) > MOST_WORDS:
        return ()
    words = {word: parse.normalised(word).casefold() for word in below.unique().drop_null().to_pylist()}
    incoming, outgoing = ([text for text, word in words.items() if word in known] for known in (INCOMING, OUTGOING))
    if not incoming or not outgoing:
        return ()
    return Mark(index, outgoing[0], frozenset(outgoing)), Mark(index, incoming[0], frozenset(incoming))


def _by_sign(below: pa.DictionaryArray, index: int, header: str) -> tuple[Mark, ...]:
    if not BOTH_DIRECTIONS.search(header) or _NO_GOODS.search(header):
        return ()
    texts = pa.array(below.unique().drop_null().to_pylist(), pa.string())
    has_both = all(pc.any(match_texts(texts, pattern)).as_py() for pattern in _SIGNED)
    names = ((NEGATIVE, f"{header}的负数"), (POSITIVE, f"{header}的正数"))
    return tuple(Mark(index, name, frozenset([sign])) for sign, name in names) if has_both else ()
