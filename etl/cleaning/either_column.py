"""Reads a quantity that stands in one of several columns: in yuan or in 万元, as money or as what goods are worth."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from etl.cleaning.parsed_column import ParsedColumn
from etl.cleaning.total_rows import HALF_A_FEN


def as_one(name: str, parts: Sequence[ParsedColumn], is_record: np.ndarray, sentence: str) -> list[ParsedColumn]:
    """Return a quantity written in one of several columns, or in both: equal amounts count once, others are at fault.

    A nought beside an amount is none, and totals may stand in each column. Without a sentence the row is refused elsewhere.
    """
    values = np.array([floats(part.arrays[name]) for part in parts])
    present = np.array([part.is_present for part in parts])
    is_nought = present & (values == 0) & (values != 0).any(axis=0)
    present &= ~is_nought
    is_twice = present.sum(axis=0) > 1
    highest = np.where(present, values, -np.inf).max(axis=0)
    lowest = np.where(present, values, np.inf).min(axis=0)
    is_equal = is_twice & (np.abs(highest - lowest) < HALF_A_FEN)
    first = present.argmax(axis=0)
    is_at_fault = is_twice & ~is_equal & is_record & bool(sentence)
    return [
        part.emptied(nought | (is_equal & (first != number))).emptied(is_at_fault, sentence)
        for number, (part, nought) in enumerate(zip(parts, is_nought, strict=True))
    ]


def floats(array: pa.Array) -> np.ndarray:
    """Return numbers as they add up, 0 for an empty cell."""
    return np.nan_to_num(array.cast(pa.float64()).to_numpy(zero_copy_only=False))
