"""Declares what every writer prints, as plain values: charts with their series, and tables with their cells.

The writers beside this module compute nothing: values arrive rounded, worded and already disclosed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

AUTHOR = "五社成效"  # in the properties of every file
Cell = str | int | float | Decimal | date | datetime | None


@dataclass(frozen=True)
class Series:
    """One line or set of bars. A value of None is a gap; `words` say beside each value what is printed (1,204, 0, 未报送)."""

    name: str
    values: tuple[float | None, ...]
    words: tuple[str, ...]
    color: str  # "#0B5CAD"


@dataclass(frozen=True)
class Chart:
    """A chart with the sentence that it shows. Its data table is derived from the series; `note` says what is missing.

    The axis of what is counted begins at zero; that of a rate may begin elsewhere, and its title then says so. Of what comes in
    whole numbers no part is marked (`is_whole`).
    """

    title: str
    headline: str
    unit: str
    kind: Literal["line", "column", "stacked", "bar"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    note: str = ""
    from_zero: bool = True
    is_whole: bool = False

    def __post_init__(self) -> None:
        assert self.categories and self.series, f"{self.title}: a chart needs something to draw"
        lengths = {len(self.categories)} | {len(points) for s in self.series for points in (s.values, s.words)}
        assert len(lengths) == 1, f"{self.title}: every series needs a value and a word for each category"


@dataclass(frozen=True)
class Table:
    """Cells as they are printed; numbers stay numbers so that a workbook can calculate with them. `note` stands beneath."""

    title: str
    header: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
    note: str = ""


def printed(cell: Cell) -> str:
    """Return a cell as a reader sees it: thousands separated, at most two decimals, days as 2025-12-31, missing as nothing."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    if isinstance(cell, date):
        return cell.isoformat()
    return f"{cell:,}" if isinstance(cell, int) else f"{cell:,.2f}".rstrip("0").rstrip(".")
