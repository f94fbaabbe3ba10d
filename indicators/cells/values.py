"""Counts aggregates from cells, where cells suffice; what they do not hold is left to the rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from indicators.cells.day_cells import DayColumn, day_cells, is_held, learn_day_cells
from indicators.cells.month_people import learn_month_people, month_people
from indicators.cells.part import ROWS, CellPart, parts_of_aggregate
from indicators.cells.selection import InForce, Stretch, Windows, select
from indicators.cells.source import DAYS_ONLY, CellPlace, CellSource, source_of
from indicators.cells.spells import learn_spells, spells
from indicators.combination import ReportedCells, ValueKey
from indicators.expression import Expression
from indicators.model import Aggregate, Period
from indicators.periods import month_end
from indicators.sql import NamedAggregate, SharedPlacing, takes_strands
from warehouse.build import Build

CountedColumns = dict[str, float | None]  # the columns of a NamedAggregate, as the query of rows returns them
KEY_ENDING = "_key"
NOBODY = slice(0, 0)


@dataclass(frozen=True)
class CellQuestion:
    """What is asked of cells: aggregates of one placing over periods, of the communities that reported them."""

    placing: SharedPlacing
    periods: tuple[Period, ...]
    communities: Sequence[str]
    strands: Sequence[str]
    reported: ReportedCells

    @property
    def takes_strands(self) -> bool:
        """Whether only some strands are to be counted."""
        return bool(self.strands) and takes_strands(self.placing.table)

    @property
    def source(self) -> CellSource:
        """The cells that are asked."""
        return source_of(self.placing, self.placing.category, by_strand=self.takes_strands)


def learn(build: Build, asked: Iterable[tuple[CellQuestion, Sequence[NamedAggregate]]]) -> None:
    """Read what several questions need by three queries, what was not read before."""
    questions = list(asked)
    learn_day_cells(build, (question.source for question, _ in questions))
    of_months: list[tuple[CellSource, CellPart]] = []
    of_spells: list[tuple[CellSource, CellPart]] = []
    for question, named in questions:
        different = of_months if question.placing.span == "period" else of_spells
        parts = (part for aggregate in named for part in parts_of_aggregate(aggregate.aggregate))
        different += [(question.source, part) for part in parts if part.parsed.is_distinct]
    learn_month_people(build, of_months)
    learn_spells(build, of_spells)


def can_count(aggregate: Aggregate, question: CellQuestion) -> bool:
    """Return whether cells hold all that an aggregate is made of."""
    return all(_can_count(part, question) for part in parts_of_aggregate(aggregate))


def _can_count(part: CellPart, question: CellQuestion) -> bool:
    placing, expression = question.placing, part.parsed
    if expression.is_distinct:
        is_apart = placing.by_community or _is_of_one_community(expression)
        if not is_apart or question.takes_strands or placing.span == "both_ends":
            return False
        return placing.span != "period" or (
            not placing.left_out.months and all(_is_of_months(period) for period in question.periods)
        )
    if expression.is_extreme and (placing.span not in DAYS_ONLY or placing.left_out.months):
        return False
    return is_held(part, placing.table)


def _is_of_one_community(expression: Expression) -> bool:
    """Return whether what is counted as different is never the same in two communities: keys of people differ from one to the next."""
    return any(column == "community" or column.endswith(KEY_ENDING) for column in expression.columns)


def _is_of_months(period: Period) -> bool:
    return period.from_on.day == 1 and period.to_on == month_end(period.to_on)


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
        for part in parts:
            total = (
                _different(build, question, part, place, windows)
                if part.parsed.is_distinct
                else _total(cells.columns[part], part, selection)
            )
            group.add(part, _of_reported(part, total, is_reported))
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


def _different(build: Build, question: CellQuestion, part: CellPart, place: CellPlace, windows: Windows) -> PartTotal:
    if question.placing.span == "period":
        people = month_people(build, question.source, part)
        numbers = people.count(people.places.get(place, NOBODY), windows)
    else:
        in_force = spells(build, question.source, part)
        numbers = in_force.count(in_force.places.get(place, NOBODY), question.placing.span, windows)
    return _count(numbers)


def _count(numbers: np.ndarray) -> PartTotal:
    return PartTotal(numbers, np.ones(len(numbers), dtype=bool), 1)


def _of_reported(part: CellPart, total: PartTotal, is_reported: np.ndarray) -> PartTotal:
    nothing = np.nan if part.parsed.is_extreme else 0
    return replace(total, numbers=np.where(is_reported, total.numbers, nothing), is_known=total.is_known & is_reported)
