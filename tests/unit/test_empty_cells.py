"""Cells left empty here and there are asked to be filled in; only where words begin blocks may they repeat what stands above."""

import numpy as np
import pyarrow as pa
import pytest

from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn
from etl.cleaning.empty_cells import empty_cells
from etl.declarations import record_types

STRANDS = ["党员", "老人", "妇女", "儿童青少年", "志愿服务", "大型节日", "社区两委", "社区共益堂"]
ROWS = 120


def hints(codes: np.ndarray) -> tuple[str, ...]:
    strand = record_types()["activity"].column("strand")
    return empty_cells(strand, CodedColumn(codes, pa.array(STRANDS)), np.ones(len(codes), bool))


@pytest.mark.parametrize("empty", [7, 36, 60, 84])
def test_blanks_in_any_rows_are_to_be_filled_in_and_never_taken_for_blocks(empty: int) -> None:
    chance = np.random.default_rng(7)
    for _ in range(100):
        is_empty = chance.permutation(ROWS) < empty
        (hint,) = hints(np.where(is_empty, EMPTY_CODE, chance.integers(0, len(STRANDS), ROWS)))
        assert f"{ROWS}行里有{empty}行空着" in hint and "每段的第一行" not in hint


@pytest.mark.parametrize("empty", [0, 6])
def test_a_few_blanks_are_not_worth_a_word(empty: int) -> None:
    codes = np.arange(ROWS) % len(STRANDS)
    codes[:empty] = EMPTY_CODE
    assert hints(codes) == ()


def test_words_in_the_first_rows_of_blocks_are_offered_to_be_repeated() -> None:
    codes = np.where(np.arange(ROWS) % 15 == 0, np.arange(ROWS) // 15, EMPTY_CODE)
    (hint,) = hints(codes)
    assert "每段的第一行" in hint
