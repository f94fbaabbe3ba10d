"""Counts aggregates from cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

import numpy as np

from indicators.aggregate_value import GroupKey
from indicators.cells.appearances import NOBODY
from indicators.cells.cell_question import CellQuestion, are_things
from indicators.cells.day_cells import DayCells, DayColumn, day_cells
from indicators.cells.part import ROWS, CellPart
from indicators.cells.question import learned
from indicators.cells.selection import Selection, Stretch, Windows, in_force, stacked, stretch, stretches
from indicators.cells.source import DAYS_ONLY, CellPlace
from indicators.cells.spells import spells
from indicators.cells.things import thing_days
from indicators.counted_values import CountedColumns
from indicators.model import Period
from indicators.periods import month_end
from indicators.sql import NamedAggregate
from warehouse.build import Build


@dataclass(frozen=True)
class PartTotal:
    """A part for each place or group and each period: whole numbers × `scale`, or the greatest ones."""

    numbers: np.ndarray
    is_known: np.ndarray
    scale: int

    def values(self, sign: int) -> np.ndarray:
        """Return the values, nan where there are rows of which none states a quantity."""
        return np.where(self.is_known, sign * (self.numbers / self.scale), np.nan)

    def of_groups(self, groups: "PlaceGroups", *, is_extreme: bool) -> "PartTotal":
        """Return the numbers of places put together by group."""
        put_together = np.fmax if is_extreme else np.add
        is_known = groups.put_together(np.logical_or, self.is_known)
        return replace(self, numbers=groups.put_together(put_together, self.numbers), is_known=is_known)


@dataclass(frozen=True)
class PlaceGroups:
    """The places of each community (None: all) and category, as numbers in their order."""

    members: Mapping[GroupKey, Sequence[int]]

    @cached_property
    def order(self) -> list[int]:
        """The places, group by group."""
        return [place for places in self.members.values() for place in places]

    @cached_property
    def begins(self) -> list[int]:
        """Where each group begins in that order."""
        return [0, *accumulate(map(len, self.members.values()))][:-1]

    def put_together(self, function: np.ufunc, numbers: np.ndarray) -> np.ndarray:
        """Return the numbers of places, of which each has a row, put together by group: groups × periods."""
        together: np.ndarray = function.reduceat(numbers[self.order], self.begins, axis=0)
        return together


def counted_cells(build: Build, question: CellQuestion, named: Sequence[NamedAggregate]) -> CountedColumns:
    """Return what the query of the rows would: the columns of aggregates by period, community and category."""
    reported = _reported(question)
    cells = day_cells(build, question.source)
    places = [place for place in cells.places if place[0] in reported and _is_chosen(question, place)]
    columns = [column for aggregate in named for column in _columns(aggregate)]
    if not places:
        nothing = np.empty((0, len(question.periods)))
        return CountedColumns({}, nothing.astype(bool), {name: nothing for name, *_ in columns})
    is_reported = np.array([reported[community] for community, *_ in places])
    selection = _selection(question, cells, places)
    groups = _groups(question, places)
    totals = {
        part: _group_total(build, question, part, cells, places, selection, is_reported, groups)
        for part in dict.fromkeys(part for *_, part in columns)
    }
    counts = np.where(is_reported, selection.count(cells.columns[ROWS].numbers), 0)
    has_rows = groups.put_together(np.add, counts) != 0
    numbers = {name: totals[part].values(sign) for name, sign, part in columns}
    return CountedColumns(dict(zip(groups.members, range(len(groups.members)), strict=True)), has_rows, numbers)


def _columns(named: NamedAggregate) -> list[tuple[str, int, CellPart]]:
    """Return the columns of an aggregate's row: name, sign and part."""
    return [
        (column, -1 if expression.startswith("-") else 1, CellPart.of(named.aggregate, expression))
        for column, expression in named.columns.items()
    ]


def _reported(question: CellQuestion) -> dict[str, np.ndarray]:
    """Return for each period whether a community was reported, of those that were in any."""
    of_communities = zip(question.communities, question.reported, strict=True)
    return {name: periods for name, periods in of_communities if periods.any()}


def _is_chosen(question: CellQuestion, place: CellPlace) -> bool:
    return not question.takes_strands or place[2] in question.strands


def _selection(question: CellQuestion, cells: DayCells, places: Sequence[CellPlace]) -> Selection:
    windows, span = Windows.of(question.periods), question.placing.span
    if span not in DAYS_ONLY:
        return in_force(cells, places, span, windows)
    if not question.placing.left_out.months:
        return stretches(cells, places, span, windows)
    left_out = {name: _left_out(question, name) for name in {community for community, *_ in places}}
    return stacked([stretch(cells.days, cells.places[p], span, windows, left_out[p[0]]) for p in places])


def _groups(question: CellQuestion, places: Sequence[CellPlace]) -> PlaceGroups:
    members: dict[GroupKey, list[int]] = {}
    for number, (community, category, _) in enumerate(places):
        members.setdefault((community if question.placing.by_community else None, category), []).append(number)
    return PlaceGroups(members)


def _group_total(
    build: Build,
    question: CellQuestion,
    part: CellPart,
    cells: DayCells,
    places: Sequence[CellPlace],
    selection: Selection,
    is_reported: np.ndarray,
    groups: PlaceGroups,
) -> PartTotal:
    """Return a part for each group and period, of the places that were reported."""
    if part.parsed.is_distinct and are_things(part):
        numbers = [
            _different_things(build, question, part, [(places[n], is_reported[n]) for n in members])
            for members in groups.members.values()
        ]
        return _count(np.array(numbers))
    is_different = part.parsed.is_distinct
    total = _different(build, question, part, places) if is_different else _total(cells.columns[part], part, selection)
    return _of_reported(part, total, is_reported).of_groups(groups, is_extreme=part.parsed.is_extreme)


def _left_out(question: CellQuestion, community: str) -> list[Windows]:
    """Return the months that are not counted of a community."""
    if question.placing.span != "period":
        return []
    months = sorted(month for name, month in question.placing.left_out.months if name == community)
    number = len(question.periods)
    return [Windows.of([Period("", month, month_end(month))] * number) for month in months]


def _total(column: DayColumn, part: CellPart, selection: Selection) -> PartTotal:
    if part.parsed.is_extreme:
        assert isinstance(selection, Stretch)
        greatest = selection.greatest(column.numbers)
        return PartTotal(greatest, ~np.isnan(greatest), 1)
    if column.known is None:  # every row is counted
        return _count(selection.count(column.numbers))
    is_known = selection.count(column.known) > 0
    return PartTotal(selection.sum(column.numbers), is_known, column.scale * selection.divisor)


def _different(build: Build, question: CellQuestion, part: CellPart, places: Sequence[CellPlace]) -> PartTotal:
    if question.placing.span == "period":
        windows = {name: question.windows(name) for name in {community for community, *_ in places}}
        people = learned(build, question.different_ones(part))
        return _count(people.counts(places, [windows[community] for community, *_ in places]))
    of_part, of_all = spells(build, question.source, part), Windows.of(question.periods)
    rows_of_places = (of_part.places.get(place, NOBODY) for place in places)
    return _count(np.array([of_part.count(rows, question.placing.span, of_all) for rows in rows_of_places]))


def _different_things(
    build: Build, question: CellQuestion, part: CellPart, members: Sequence[tuple[CellPlace, np.ndarray]]
) -> list[int]:
    """Return how many different things all places of a group have together in each period."""
    things, windows = thing_days(build, question.source, part), Windows.of(question.periods)
    stretches = [
        (is_reported, stretch(things.days, things.places[place], "period", windows, _left_out(question, place[0])))
        for place, is_reported in members
        if place in things.places
    ]
    return [
        things.count([stretch for is_reported, stretch in stretches if is_reported[number]], number)
        for number, _ in enumerate(question.periods)
    ]


def _count(numbers: np.ndarray) -> PartTotal:
    return PartTotal(numbers, np.ones(numbers.shape, dtype=bool), 1)


def _of_reported(part: CellPart, total: PartTotal, is_reported: np.ndarray) -> PartTotal:
    nothing = np.nan if part.parsed.is_extreme else 0
    return replace(total, numbers=np.where(is_reported, total.numbers, nothing), is_known=total.is_known & is_reported)
