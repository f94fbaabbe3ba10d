"""Asks about a column with numbers above and below zero: incomings and outgoings may be mixed in it."""

import re
from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow.compute as pc

from etl.reading.grid import Sheet
from etl.reading.pattern_matches import match_texts
from etl.recognition.cells_below import cells_below, row_codes
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader

BOTH_DIRECTIONS = re.compile(r"收支|收/支|盈亏|净额|增减|变动|加减")
_WITH_PLUS = r"^\s*[+＋]\s*[0-9]"  # who writes +20 beside -15 means two directions
MIXED = (0.1, 0.9)  # share of negative cells from which a column holds both directions: refunds are rarer
MIXED_OF_FEW, LEAST_OF_A_SIGN = (0.3, 0.7), 3  # the same in a short column, and negative cells that take nothing back
NEGATIVE_NUMBER = (
    r"^\s*(?:[(（]?\s*[¥￥]?\s*[-−－]\s*[¥￥]?\s*[0-9]|[(（]\s*[¥￥]?\s*[0-9][0-9,，.]*\s*[)）]\s*$)"  # -50, ¥-50, (50)
)
LEAST_OF_NOBODY = 2  # negative cells of people and organisations without a positive one
LONG = 20  # filled cells of a column in which refunds are few


def mixed_signs(header: TableHeader, sheet: Sheet, indices: Sequence[int]) -> Iterator[str]:
    """Yield which of these grid columns hold numbers of both signs, and how to take those of one."""
    for index in indices:
        texts = cells_below(header, sheet, index).drop_null().dictionary_decode()
        is_negative = match_texts(texts, NEGATIVE_NUMBER)
        negative = pc.sum(is_negative).as_py() or 0
        name, share = header.text(index), negative / max(1, len(texts))
        is_long = len(texts) >= LONG
        lowest, highest = MIXED if is_long else MIXED_OF_FEW
        is_both = lowest < share < highest and (is_long or _unpaired_negatives(texts.to_pylist()) >= LEAST_OF_A_SIGN)
        is_both |= share > MIXED[0] and _negatives_of_nobody_else(header, sheet, index) >= LEAST_OF_NOBODY
        is_both |= pc.any(match_texts(texts, _WITH_PLUS)).as_py() or False
        if negative and share < MIXED[1] and (is_both or BOTH_DIRECTIONS.search(name)):
            yield (
                f"“{name}”里有正有负，收入和支出混在一起。只取支出请加 --only {name}=负数（按正数入库），只取收入请加 --only {name}=正数；"
                f"都要算在一起的，加 --set {CHECKED}=是。"
            )
        elif header.record.direction and share >= MIXED[1]:
            yield (
                f"“{name}”几乎都是负数，照这样入库就都成了退回（冲正），没有入库。负号只表示付出的，请加 --only {name}=负数（按正数入库），"
                f"或去掉负号；确实都是退回的，加 --set {CHECKED}=是。"
            )


def _negatives_of_nobody_else(header: TableHeader, sheet: Sheet, index: int) -> int:
    """Count the negative numbers of people and organisations of whom the table has no positive one: they correct nothing in it."""
    parties = [header.sources[name][0] for name in header.sources if header.record.column(name).kind.is_personal]
    if not parties:
        return 0
    who = row_codes(cells_below(header, sheet, parties[0]))
    texts = cells_below(header, sheet, index).dictionary_decode()
    is_negative = pc.fill_null(match_texts(texts, NEGATIVE_NUMBER), False).to_numpy(zero_copy_only=False)
    is_positive = pc.is_valid(texts).to_numpy(zero_copy_only=False) & ~is_negative
    return int((is_negative & (who >= 0) & ~np.isin(who, who[is_positive])).sum())


def _unpaired_negatives(texts: list[str]) -> int:
    """Count the negative numbers that take back none of the positive ones: -12000 takes back 12000."""
    bare = [re.sub(r"[\s¥￥,，]", "", text) for text in texts]
    positive = set(bare)
    return sum(
        re.match(NEGATIVE_NUMBER, text) is not None and text.strip("-−－()（）") not in positive for text in bare
    )
