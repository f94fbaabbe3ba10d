"""What is asked of cells, and whether they suffice; what they do not hold is left to the rows."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from indicators.aggregate_value import ReportedCells
from indicators.cells.appearances import AppearancesQuestion, stretches_needed
from indicators.cells.day_cells import DaysQuestion, is_held
from indicators.cells.part import CellPart, parts_of_aggregate
from indicators.cells.question import RowsQuestion, learn
from indicators.cells.selection import Windows
from indicators.cells.source import DAYS_ONLY, CellSource, source_of
from indicators.cells.spells import SpellsQuestion
from indicators.cells.things import ThingsQuestion
from indicators.model import Aggregate, Period, TimeSpan
from indicators.periods import DAY, months
from indicators.sql import NamedAggregate, SharedPlacing
from indicators.strand_choice import takes_strands
from warehouse.build import Build

KEY_ENDING = "_key"


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

    def different_ones(self, part: CellPart) -> RowsQuestion[Any]:
        """Return the question by whose answer different ones are counted in these periods."""
        question = different_ones(self.source, part, self.placing.span)
        if not isinstance(question, AppearancesQuestion):
            return question
        return replace(question, first_of=stretches_needed(self.periods))

    def windows(self, community: str) -> Windows | None:
        """Return what is counted of the periods of a community as stretches, None where a month left out lies within one."""
        left_out = {month for name, month in self.placing.left_out.months if name == community}
        if not left_out:
            return self._whole_windows
        parts = [_without_months(period, left_out) for period in self.periods]
        return None if None in parts else Windows.of([part for part in parts if part])

    @cached_property
    def _whole_windows(self) -> Windows:
        return Windows.of(self.periods)


def _without_months(period: Period, left_out: Collection[date]) -> Period | None:
    """Return the part of a period that is not left out, empty where all is; None where there are two such parts."""
    counted = [month for month in months(period.from_on, period.to_on) if month.from_on not in left_out]
    if not counted:
        return replace(period, to_on=period.from_on - DAY)
    first, last = max(counted[0].from_on, period.from_on), min(counted[-1].to_on, period.to_on)
    part = replace(period, from_on=first, to_on=last)
    return part if len(months(part.from_on, part.to_on)) == len(counted) else None


def learn_cells(build: Build, countings: Iterable[tuple[CellQuestion, Sequence[NamedAggregate]]]) -> None:
    """Read what several questions need by one query, what was not read before."""
    learn(
        build,
        [
            each
            for question, named in countings
            for each in (
                DaysQuestion(question.source),
                *(
                    question.different_ones(part)
                    for aggregate in named
                    for part in parts_of_aggregate(aggregate.aggregate)
                    if part.parsed.is_distinct
                ),
            )
        ],
    )


def different_ones(source: CellSource, part: CellPart, span: TimeSpan) -> RowsQuestion[Any]:
    """Return the question by whose answer different ones are counted, those of a stretch of days where it begins with a month."""
    if span != "period":
        return SpellsQuestion(source, part)
    return ThingsQuestion(source, part) if are_things(part) else AppearancesQuestion(source, part)


def can_count(aggregate: Aggregate, question: CellQuestion) -> bool:
    """Return whether cells hold all that an aggregate is made of."""
    return all(_can_count(part, question) for part in parts_of_aggregate(aggregate))


def _can_count(part: CellPart, question: CellQuestion) -> bool:
    placing, expression = question.placing, part.parsed
    if expression.is_distinct:
        return _can_count_different(part, question)
    if expression.is_extreme and (placing.span not in DAYS_ONLY or placing.left_out.months):
        return False
    return is_held(part, placing.table)


def _can_count_different(part: CellPart, question: CellQuestion) -> bool:
    span = question.placing.span
    if are_things(part):
        return span == "period"
    if question.takes_strands or span == "both_ends":
        return False
    return span != "period" or all(map(question.windows, question.communities))


def are_things(part: CellPart) -> bool:
    """Return whether what is counted as different may be the same in two communities: keys of people differ from one to the next."""
    return not any(column == "community" or column.endswith(KEY_ENDING) for column in part.parsed.columns)
