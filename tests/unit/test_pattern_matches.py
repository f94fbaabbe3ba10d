"""Whether Python's first look at texts finds whatever Arrow finds, and spares Arrow's where there is nothing."""

import random
import re

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from etl.cleaning import row_kinds, state_words
from etl.reading.pattern_matches import FEW, lines, match_texts, may_match
from etl.recognition import days_between_rows, deciding_headers, mixed_signs

PATTERNS = (
    row_kinds.TOTAL,
    row_kinds.LABEL_AND_VALUE,
    state_words.UNDONE,
    state_words.NOT_DONE,
    state_words.UNDONE_IN_TITLE,
    days_between_rows._LINE,
    deciding_headers.YES,
    deciding_headers.NOTHING,
    mixed_signs.NEGATIVE_NUMBER,
    r"[^\p{Han}]|.{4}",
    r"^[^\d\s]\S\D\W$",
    r"^$",
    r"甲$",
    r"\[[\]a]+",
)
# What Python's own classes would take otherwise: spaces, digits and letters beyond ASCII, a vertical tab, several lines.
ODD = " \t\n\v\f\r　 ٣３ａＡ〇㐀𠀀é"


@pytest.mark.parametrize("pattern", PATTERNS)
def test_finds_what_arrow_finds(pattern: str) -> None:
    dice = random.Random(pattern)
    letters = re.sub(r"\\[a-zA-Z]|[()\[\]|?*+{}^$]", "", pattern) + ODD + "0123456789甲-:："
    pieces = [*re.findall(r"[一-鿿]+|[0-9a-zA-Z]+", pattern), *letters]
    texts = ["", *("".join(dice.choices(pieces, k=dice.randint(1, 6))) for _ in range(400))]
    for first in range(0, len(texts), 3):  # of few texts, since of many one is always found
        few = pa.array(texts[first : first + 3])
        assert match_texts(few, pattern).equals(pc.match_substring_regex(few, pattern)), few.to_pylist()


def test_spares_arrow_where_there_is_nothing_and_where_it_is_as_fast() -> None:
    names = lines(pa.array(["张三", "李四"]))
    may_match([names], row_kinds.TOTAL)  # the first time Arrow is asked
    assert not may_match([names, "2024-05-01"], row_kinds.TOTAL)
    assert may_match([names, "合计"], row_kinds.TOTAL)
    assert may_match([names, lines(pa.array(["张三"] * (FEW + 1)))], row_kinds.TOTAL)


def test_keeps_empty_cells_apart() -> None:
    cells = pa.array(["张三", None, "合计"])
    assert match_texts(cells, row_kinds.TOTAL).to_pylist() == [False, None, True]
    assert match_texts(pa.array(["张三", None]), row_kinds.TOTAL).to_pylist() == [False, None]
