"""Tells in which periods which communities count in an indicator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from indicators import sql, tables
from indicators.aggregate_value import ReportedCells
from indicators.cells.day_cells import DayCells, day_cells
from indicators.cells.part import EVERY_ROW, CellPart
from indicators.cells.selection import Windows, in_force, stretches
from indicators.cells.source import DAYS_ONLY, CellSource
from indicators.column_ledgers import as_compared, as_sent
from indicators.model import Aggregate, Indicator, LeftOut, Period, TimeSpan
from indicators.month_counts import MonthCounts
from indicators.reported_months import ReportedMonths, covered_cells, half_filled_counts, reported_months
from warehouse.build import Build


@dataclass(frozen=True)
class Reports:
    """What some communities reported; `months` by indicator id, `sent_months` whether or not ledgers tell what is counted by, `half_filled`
    how many of the months have rows that leave empty what is counted or split by. Cells are found once for all of some aggregates.
    """

    build: Build
    communities: Sequence[str]
    months: Mapping[str, ReportedMonths | None]
    sent_months: Mapping[str, ReportedMonths | None]
    half_filled: Mapping[str, MonthCounts | None]  # of those alone that count by a column to be filled
    together: dict[tuple[str, tuple[Period, ...], frozenset[str]], ReportedCells] = field(default_factory=dict)

    @classmethod
    def read(
        cls, build: Build, indicators: Sequence[Indicator], communities: Sequence[str], category: str | None
    ) -> "Reports":
        """Read the reports behind some indicators, split by a category or by none."""
        compared = (as_compared(indicator, category) for indicator in indicators)
        to_be_filled = {each.id: (each, of) for each, of in zip(compared, indicators, strict=True) if each != of}
        half_filled = {id: half_filled_counts(build, told, filled) for id, (filled, told) in to_be_filled.items()}
        told, sent = (
            reported_months(build, declared, communities) for declared in (indicators, list(map(as_sent, indicators)))
        )
        return cls(build, communities, told, sent, half_filled)

    def cells(
        self, indicator: Indicator, aggregates: Sequence[Aggregate], periods: tuple[Period, ...], left_out: LeftOut
    ) -> ReportedCells:
        """Return the periods and communities in which an indicator counts, as far as some of its aggregates are concerned."""
        cells = self.of_aggregates(aggregates, periods, left_out)
        months = self.months[indicator.id]
        if not indicator.needs_every_month or months is None:
            return cells
        return cells & self._are_whole(months, periods, left_out)

    def _are_whole(self, months: ReportedMonths, periods: Sequence[Period], left_out: LeftOut) -> ReportedCells:
        """Return whether communities reported every month of periods, but for those that are left out."""
        first, last = months.due_windows(self.communities, periods, is_to_date=False)
        counted = months.counts.within(self.communities, first, last)
        if left_out.months:
            others: dict[str, set[date]] = {name: set() for name in self.communities}
            for name, month in left_out.months:
                if name in others and month not in months.complete[name]:
                    others[name].add(month)
            counted = counted + MonthCounts.of(others).within(self.communities, first, last)
        return counted == last - first + 1

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
        counted = np.array([name not in left_out.communities for name in self.communities], bool)
        cells = np.broadcast_to(counted[:, None], (len(self.communities), len(periods)))
        for aggregate in aggregates:
            cells = cells & self._cells(aggregate, periods)
        return cells

    def _cells(self, aggregate: Aggregate, periods: tuple[Period, ...]) -> ReportedCells:
        if tables.is_register(aggregate.table):
            return self._registered_cells(aggregate, periods)
        return covered_cells(self.build, aggregate, self.communities, periods)

    def _registered_cells(self, aggregate: Aggregate, periods: tuple[Period, ...]) -> ReportedCells:
        cells = day_cells(self.build, CellSource(aggregate.table, aggregate.on, aggregate.until))
        part, windows = CellPart.of(aggregate, EVERY_ROW), Windows.of(periods)
        registered = np.zeros((len(self.communities), len(periods)), bool)
        rows_of = {community: row for row, community in enumerate(self.communities)}
        of_places = _are_in_force(cells, part, aggregate.span, windows) if cells.places else ()
        for (community, *_), of_place in zip(cells.places, of_places, strict=True):
            if community in rows_of:
                registered[rows_of[community]] |= of_place
        return registered


def _are_in_force(cells: DayCells, part: CellPart, span: TimeSpan, windows: Windows) -> np.ndarray:
    """Return for each place and window whether the register, which is short, holds a row of it: on both ends, where both count."""
    if span == "both_ends":
        ends = (Windows(windows.first, windows.first), windows)
        first, last = (_are_in_force(cells, part, "state", days) for days in ends)
        return first & last
    numbers = cells.columns[part].numbers
    if span in DAYS_ONLY:
        return stretches(cells, list(cells.places), span, windows).count(numbers) > 0
    are_in_force: np.ndarray = in_force(cells, list(cells.places), span, windows).sum(numbers) > 0
    return are_in_force
