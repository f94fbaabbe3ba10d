"""How figures are split: by at most one grain of time, by community or not, by at most one category column."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indicators import periods, tables
from indicators.model import OF_PERIOD, Filters, Grain, Indicator, Period, TimeSpan

Window = tuple[date, date]  # first and last day
GRAINS: tuple[Grain, ...] = ("month", "quarter", "year")


@dataclass(frozen=True)
class Grouping:
    """The split that the names in `by` stand for; `windows` are counted beside each other in place of periods of one grain."""

    grain: Grain | None = None
    by_community: bool = False
    category: str | None = None
    windows: tuple[Window, ...] = ()

    @classmethod
    def of(cls, by: Sequence[str], indicators: Sequence[Indicator]) -> "Grouping":
        """Read the names in `by`; ValueError with a Chinese sentence for what cannot be split that way."""
        grains = [grain for grain in GRAINS if grain in by]
        categories = [name for name in by if name not in (*GRAINS, "community")]
        if len(grains) > 1 or len(categories) > 1:
            raise ValueError("一次只能按一种时间粒度和一个类别拆分。")
        for indicator in indicators:
            _check_categories(indicator, categories)
        return cls(grains[0] if grains else None, "community" in by, categories[0] if categories else None)

    def periods(self, filters: Filters, span: TimeSpan) -> list[Period]:
        """Return the periods of the window; a whole window of which only the last day matters is named by that day."""
        if self.grain:
            return periods.split(filters.from_on, filters.to_on, self.grain)
        name = periods.window if span in OF_PERIOD else periods.until
        return [name(*window) for window in self.windows or ((filters.from_on, filters.to_on),)]


def _check_categories(indicator: Indicator, categories: Sequence[str]) -> None:
    groups = tables.groups_of(indicator.numerator.table)
    for category in categories:
        if category not in groups:
            labels = "、".join(tables.label_of(indicator.numerator.table, name) for name in groups)
            ways = f"可以按{labels}拆分" if groups else "不能按类别拆分"
            raise ValueError(f"“{indicator.label}”没有“{category}”这个类别，{ways}。")
