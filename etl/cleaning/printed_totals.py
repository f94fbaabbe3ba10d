"""Compares the totals printed in a ledger, which are no records, with our own sums."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from etl.parse.money import amount_yuan
from etl.parse.numerals import NUMERAL_SIGNS

SUBTOTAL = re.compile(r"小\s*计|本月|本页|当月|本季")  # 小计, 本页合计: the total of a group of rows


@dataclass(frozen=True)
class PrintedTotal:
    """A total printed in a ledger beside our sum of the same rows; `place` is sheet and row as the spreadsheet shows them.

    `computed` adds every readable cell, also those of rows that are refused for another cell; `refused` is their part of it.
    """

    sheet: str
    row_no: int
    column: str
    printed: float
    computed: float
    refused: float = 0.0

    @property
    def agrees(self) -> bool:
        """Tell whether the two are equal when rounded to 分: sums of floats carry noise."""
        return round(self.printed, 2) == round(self.computed, 2)

    @property
    def place(self) -> str:
        return f"{self.sheet}第{self.row_no}行" if self.sheet else f"第{self.row_no}行"


_SPEAKS_OF_TOTAL = re.compile(r"[\s　]*(?:以上)?(?:合计|总计|共计|总额)")
_IN_FIGURES = re.compile(r"(?<![\d.])\d[\d,，]*(?:\.\d+)?\s*[百千万亿]*元")
_IN_WORDS = re.compile(rf"(?<![\d.{NUMERAL_SIGNS}])[{NUMERAL_SIGNS}]+[元圆][{NUMERAL_SIGNS}角分]*")


def amount_in_sentence(line: str) -> float | None:
    """Return the one amount in yuan that a line states as a total, None for none or several: 合计：共3笔，伍仟肆佰元整（5400元）."""
    patterns = (_IN_FIGURES, _IN_WORDS) if _SPEAKS_OF_TOTAL.match(line) else ()
    written = [match[0] for pattern in patterns for match in pattern.finditer(line)]
    try:
        amounts = {amount_yuan(text) for text in written}
    except ValueError:
        return None
    amount = amounts.pop() if len(amounts) == 1 else None
    return None if amount is None else float(amount)


def reconcile(
    printed: Mapping[int, float], labels: Mapping[int, str], values: np.ndarray, is_refused: np.ndarray
) -> dict[int, tuple[float, float, float]]:
    """Return {offset of the total row: (printed, computed, refused part of computed)} for one column.

    `values` has our number for each body row (0 where it is no record). A 小计 is the sum of the rows since the total before it;
    a 合计 is the sum of all rows of the table, or of a group when that is what it equals.
    """
    sums: dict[int, tuple[float, float, float]] = {}
    former_total = 0
    for offset in sorted(labels):
        ranges = (slice(former_total, offset), slice(0, offset), slice(0, len(values)))
        if offset in printed:
            rows = _rows_meant(labels[offset], printed[offset], ranges, values)
            refused = values[rows][is_refused[rows]]
            sums[offset] = printed[offset], _rounded_sum(values[rows]), _rounded_sum(refused)
        former_total = offset
    return sums


def _rows_meant(label: str, printed: float, ranges: tuple[slice, slice, slice], values: np.ndarray) -> slice:
    """Return the rows that a printed total adds up: those whose sum it equals, else those its label names."""
    group, above, whole = ranges
    candidates = ranges if SUBTOTAL.search(label) else (whole, above, group)
    agreeing = [rows for rows in candidates if _rounded_sum(values[rows]) == round(printed, 2)]
    return (agreeing or candidates)[0]


def _rounded_sum(values: np.ndarray) -> float:
    return round(float(values.sum()), 2)


def sum_words(computed: float, refused: float) -> str:
    """Return the sum of the readable cells, with the part of it that stands in refused rows: 2,150（其中拒收50）."""
    return format_sum(computed) + (f"（其中拒收{format_sum(refused)}）" if refused else "")


def format_sum(value: float) -> str:
    """Return a sum as people write it: 2,718,222.63."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")
