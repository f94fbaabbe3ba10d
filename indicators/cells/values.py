"""Counts aggregates from cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from indicators.cells.cell_question import CellQuestion, are_things
from indicators.cells.day_cells import DayColumn, day_cells
from indicators.cells.part import ROWS, CellPart
from indicators.cells.question import learned
from indicators.cells.selection import InForce, Stretch, Windows, select, stretch
from indicators.cells.source import CellPlace
from indicators.cells.spells import spells
from indicators.cells.things import thing_days
from indicators.combination import ValueKey
from indicators.model import Period
from indicators.periods import month_end
from indicators.sql import NamedAggregate
from warehouse.build import Build

CountedColumns = dict[str, float | None]  # the columns of a NamedAggregate, as the query of rows returns them
NOBODY = slice(0, 0)


@dataclass
class PartTotal:
    """A part for each period, of the places counted so far: whole numbers × `scale`, or the greatest ones."""

    numbers: np.ndarray
    is_known: np.ndarray
    scale: int

    def value(self, number: int) -> float | None:
        """Return the value of a period; None where there are rows of which none states a quantity."""
        return float(self.numbers[number] / self.scale) if self.is_known[number] else None


@dataclass
class CellGroup:
    """What the figures of one community (None: all) and category are made of; `rows` counts all rows of the table."""

    rows: np.ndarray
    places: dict[CellPlace, np.ndarray] = field(default_factory=dict)  # the periods in which each was reported
    totals: dict[CellPart, PartTotal] = field(default_factory=dict)

    def add(self, part: CellPart, total: PartTotal) -> None:
        """Take in the numbers of one more place."""
        former = self.totals.get(part)
        if former is None:
            self.totals[part] = total
            return
        put_together = np.fmax if part.parsed.is_extreme else np.add
        numbers = put_together(former.numbers, total.numbers)
        self.totals[part] = replace(former, numbers=numbers, is_known=former.is_known | total.is_known)


def rows(
    build: Build, question: CellQuestion, named: Sequence[NamedAggregate]
) -> Iterator[tuple[ValueKey, CountedColumns]]:
    """Yield what the query of the rows would: the columns of aggregates by period, community and category."""
    columns = [column for aggregate in named for column in _columns(aggregate)]
    parts = list(dict.fromkeys(part for *_, part in columns))
    for (community, category), group in _groups(build, question, parts).items():
        for number in np.flatnonzero(group.rows).tolist():
            row = {column: _signed(group.totals[part].value(number), sign) for column, sign, part in columns}
            yield (number, community, category), row


def _columns(named: NamedAggregate) -> list[tuple[str, int, CellPart]]:
    """Return the columns of an aggregate's row: name, sign and part."""
    return [
        (column, -1 if expression.startswith("-") else 1, CellPart.of(named.aggregate, expression))
        for column, expression in named.columns.items()
    ]


def _signed(value: float | None, sign: int) -> float | None:
    return None if value is None else sign * value


def _groups(
    build: Build, question: CellQuestion, parts: Sequence[CellPart]
) -> Mapping[tuple[str | None, str | None], CellGroup]:
    cells = day_cells(build, question.source)
    windows = Windows.of(question.periods)
    reported = {
        name: np.array([(number, name) in question.reported for number, _ in enumerate(question.periods)])
        for name in question.communities
    }
    groups: dict[tuple[str | None, str | None], CellGroup] = {}
    months = {name: question.windows(name) for name in question.communities}
    things = [part for part in parts if part.parsed.is_distinct and are_things(part)]
    for place, place_rows in cells.places.items():
        community, category, strand = place
        if community not in question.communities or (question.takes_strands and strand not in question.strands):
            continue
        is_reported = reported[community]
        if not is_reported.any():
            continue
        selection = select(cells, place_rows, question.placing.span, windows, _left_out(question, community))
        key = community if question.placing.by_community else None, category
        group = groups.setdefault(key, CellGroup(np.zeros(len(question.periods), dtype=np.int64)))
        group.rows += np.where(is_reported, selection.count(cells.columns[ROWS].numbers), 0)
        for part in (part for part in parts if part not in things):
            total = (
                _different(build, question, part, place, months[community])
                if part.parsed.is_distinct
                else _total(cells.columns[part], part, selection)
            )
            group.add(part, _of_reported(part, total, is_reported))
        group.places[place] = is_reported
    for group in groups.values():
        group.totals |= {part: _different_things(build, question, part, group) for part in things}
    return groups


def _left_out(question: CellQuestion, community: str) -> list[Windows]:
    """Return the months that are not counted of a community."""
    if question.placing.span != "period":
        return []
    months = sorted(month for name, month in question.placing.left_out.months if name == community)
    number = len(question.periods)
    return [Windows.of([Period("", month, month_end(month))] * number) for month in months]


def _total(column: DayColumn, part: CellPart, selection: Stretch | InForce) -> PartTotal:
    if part.parsed.is_extreme:
        assert isinstance(selection, Stretch)
        greatest = selection.greatest(column.numbers)
        return PartTotal(greatest, ~np.isnan(greatest), 1)
    if column.known is None:  # every row is counted
        return _count(selection.count(column.numbers))
    is_known = selection.count(column.known) > 0
    return PartTotal(selection.sum(column.numbers), is_known, column.scale * selection.divisor)


def _different(
    build: Build, question: CellQuestion, part: CellPart, place: CellPlace, windows: Windows | None
) -> PartTotal:
    if question.placing.span == "period":
        assert windows, "what lies apart is counted in the rows"
        people = learned(build, question.different_ones(part))
        numbers = people.count(people.places.get(place, NOBODY), windows)
    else:
        in_force = spells(build, question.source, part)
        numbers = in_force.count(
            in_force.places.get(place, NOBODY), question.placing.span, Windows.of(question.periods)
        )
    return _count(numbers)


def _different_things(build: Build, question: CellQuestion, part: CellPart, group: CellGroup) -> PartTotal:
    """Return how many different things all places of a group have together in each period."""
    things, windows = thing_days(build, question.source, part), Windows.of(question.periods)
    stretches = [
        (is_reported, stretch(things.days, things.places[place], "period", windows, _left_out(question, place[0])))
        for place, is_reported in group.places.items()
        if place in things.places
    ]
    numbers = [
        things.count([stretch for is_reported, stretch in stretches if is_reported[number]], number)
        for number, _ in enumerate(question.periods)
    ]
    return _count(np.array(numbers, dtype=np.int64))


def _count(numbers: np.ndarray) -> PartTotal:
    return PartTotal(numbers, np.ones(len(numbers), dtype=bool), 1)


def _of_reported(part: CellPart, total: PartTotal, is_reported: np.ndarray) -> PartTotal:
    nothing = np.nan if part.parsed.is_extreme else 0
    return replace(total, numbers=np.where(is_reported, total.numbers, nothing), is_known=total.is_known & is_reported)
