"""Compares the totals printed in a ledger, which are no records, with our own sums."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

SUBTOTAL = re.compile(r"小\s*计|本月|本页|当月|本季")  # 小计, 本页合计: the total of a group of rows


@dataclass(frozen=True)
class PrintedTotal:
    """A total printed in a ledger beside our sum of the same rows; `place` is sheet and row as the spreadsheet shows them."""

    sheet: str
    row_no: int
    column: str
    printed: float
    computed: float

    @property
    def agrees(self) -> bool:
        """Tell whether the two are equal when rounded to 分: sums of floats carry noise."""
        return round(self.printed, 2) == round(self.computed, 2)

    @property
    def place(self) -> str:
        return f"{self.sheet}第{self.row_no}行" if self.sheet else f"第{self.row_no}行"


def reconcile(
    printed: Mapping[int, float], labels: Mapping[int, str], values: np.ndarray
) -> dict[int, tuple[float, float]]:
    """Return {offset of the total row: (printed, computed)} for one column.

    `values` has our number for each body row (0 where it is no record). A 小计 is the sum of the rows since the total before it;
    a 合计 is the sum of all rows of the table, or of a group when that is what it equals.
    """
    running = np.concatenate(([0.0], np.cumsum(values)))
    pairs: dict[int, tuple[float, float]] = {}
    former_total = 0
    for offset in sorted(labels):
        group, whole = running[offset] - running[former_total], running[-1]
        if offset in printed:
            computed = _computed(labels[offset], printed[offset], group, running[offset], whole)
            pairs[offset] = printed[offset], computed
        former_total = offset
    return pairs


def _computed(label: str, printed: float, group: float, above: float, whole: float) -> float:
    """Return the sum that a printed total means: the one it equals, else the one its label names."""
    candidates = (group, above, whole) if SUBTOTAL.search(label) else (whole, above, group)
    agreeing = [candidate for candidate in candidates if round(candidate, 2) == round(printed, 2)]
    return round(float((agreeing or candidates)[0]), 2)


def format_sum(value: float) -> str:
    """Return a sum as people write it: 2,718,222.63."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")
