"""Tells in which periods which communities count in an indicator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from indicators import sql, tables
from indicators.cells.day_cells import DayCells, day_cells
from indicators.cells.part import EVERY_ROW, CellPart
from indicators.cells.selection import Windows, select
from indicators.cells.source import CellSource
from indicators.column_ledgers import as_compared, as_sent
from indicators.combination import ReportedCells
from indicators.model import Aggregate, Indicator, LeftOut, Period, TimeSpan
from indicators.reported_months import ReportedMonths, covered_cells, reported_months
from warehouse.build import Build
from warehouse.ledgers import MonthsByLedger, months_by_ledger


@dataclass(frozen=True)
class Reports:
    """What some communities reported; `months` by indicator id, `sent_months` whether or not ledgers tell what is counted by, `filled_months` where nearly every row tells what is counted and split by. Cells are found once a condition, and once for all of some aggregates."""

    build: Build
    communities: Sequence[str]
    by_ledger: MonthsByLedger
    months: Mapping[str, ReportedMonths | None]
    sent_months: Mapping[str, ReportedMonths | None]
    filled_months: Mapping[str, ReportedMonths | None]  # of those alone that count by a column to be filled
    known: dict[tuple[str, tuple[Period, ...]], ReportedCells] = field(default_factory=dict)
    together: dict[tuple[str, tuple[Period, ...], frozenset[str]], ReportedCells] = field(default_factory=dict)

    @classmethod
    def read(
        cls, build: Build, indicators: Sequence[Indicator], communities: Sequence[str], category: str | None
    ) -> "Reports":
        """Read the reports behind some indicators, split by a category or by none."""
        by_ledger = months_by_ledger(build)
        compared = (as_compared(indicator, category) for indicator in indicators)
        to_be_filled = [each for each, indicator in zip(compared, indicators, strict=True) if each != indicator]
        told, sent, filled = (
            reported_months(by_ledger, declared, communities)
            for declared in (indicators, list(map(as_sent, indicators)), to_be_filled)
        )
        return cls(build, communities, by_ledger, told, sent, filled)

    def cells(
        self, indicator: Indicator, aggregates: Sequence[Aggregate], periods: tuple[Period, ...], left_out: LeftOut
    ) -> ReportedCells:
        """Return the periods and communities in which an indicator counts, as far as some of its aggregates are concerned."""
        cells = self.of_aggregates(aggregates, periods, left_out)
        months = self.months[indicator.id]
        if not indicator.needs_every_month or months is None:
            return cells
        return frozenset(cell for cell in cells if _is_whole(months, cell[1], periods[cell[0]], left_out))

    def of_aggregates(
        self, aggregates: Sequence[Aggregate], periods: tuple[Period, ...], left_out: LeftOut
    ) -> ReportedCells:
        """Return the periods and communities in which all of some aggregates were reported."""
        key = sql.reported(*aggregates), periods, left_out.communities
        if key not in self.together:
            self.together[key] = self._all_reported(aggregates, periods, left_out)
        return self.together[key]

    def _all_reported(
        self, aggregates: Sequence[Aggregate], periods: tuple[Period, ...], left_out: LeftOut
    ) -> ReportedCells:
        communities = [name for name in self.communities if name not in left_out.communities]
        cells = frozenset((number, community) for number, _ in enumerate(periods) for community in communities)
        for aggregate in aggregates:
            cells &= self._cells(aggregate, periods)
        return cells

    def _cells(self, aggregate: Aggregate, periods: tuple[Period, ...]) -> ReportedCells:
        condition = sql.reported(aggregate)
        if (condition, periods) not in self.known:
            find = self._registered_cells if tables.is_register(aggregate.table) else self._covered_cells
            self.known[condition, periods] = find(aggregate, periods)
        return self.known[condition, periods]

    def _covered_cells(self, aggregate: Aggregate, periods: tuple[Period, ...]) -> ReportedCells:
        return covered_cells(aggregate, self.by_ledger, self.communities, periods)

    def _registered_cells(self, aggregate: Aggregate, periods: tuple[Period, ...]) -> ReportedCells:
        cells = day_cells(self.build, CellSource(aggregate.table, aggregate.on, aggregate.until))
        part, windows = CellPart.of(aggregate, EVERY_ROW), Windows.of(periods)
        return frozenset(
            (number, community)
            for (community, *_), rows in cells.places.items()
            if community in self.communities
            for number in np.flatnonzero(_is_in_force(cells, rows, part, aggregate.span, windows)).tolist()
        )


def _is_in_force(cells: DayCells, rows: slice, part: CellPart, span: TimeSpan, windows: Windows) -> np.ndarray:
    """Return for each window whether the register holds a row of a community: on both ends of it, where both count."""
    if span != "both_ends":
        return select(cells, rows, span, windows).count(cells.columns[part].numbers) > 0
    ends = (Windows(windows.first, windows.first), windows)
    first, last = (_is_in_force(cells, rows, part, "state", days) for days in ends)
    return first & last


def _is_whole(months: ReportedMonths, community: str, period: Period, left_out: LeftOut) -> bool:
    """Return whether a community reported every month of a period, but for those that are left out."""
    return all(
        month.from_on in months.complete[community] or (community, month.from_on) in left_out.months
        for month in months.due(community, period, is_to_date=False)
    )
