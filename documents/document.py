"""What every writer prints, as plain values: charts with their series, and tables.

The writers beside this module compute nothing: values arrive rounded, worded and already disclosed.
"""

from dataclasses import dataclass
from typing import Literal

Cell = str | int | float | None


@dataclass(frozen=True)
class Series:
    """One line or set of bars. A value of None is a gap; `words` say beside each value what is printed (1,204, 0, 未报送)."""

    name: str
    values: tuple[float | None, ...]
    words: tuple[str, ...]
    color: str  # "#0B5CAD"


@dataclass(frozen=True)
class Chart:
    """A chart with the sentence that it shows. Its data table is derived from the series; `note` says what is missing."""

    title: str
    headline: str
    unit: str
    kind: Literal["line", "column", "stacked", "bar"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    note: str = ""

    def __post_init__(self) -> None:
        assert self.categories and self.series, f"{self.title}: a chart needs something to draw"
        lengths = {len(self.categories)} | {len(points) for s in self.series for points in (s.values, s.words)}
        assert len(lengths) == 1, f"{self.title}: every series needs a value and a word for each category"


@dataclass(frozen=True)
class Table:
    """Cells as they are printed; numbers stay numbers so that a workbook can calculate with them."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
