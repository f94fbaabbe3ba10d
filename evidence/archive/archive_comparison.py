"""Splits the difference between an archived figure and the same figure now by its reasons.

The old definition is counted over the rows then, then without rows whose ledger is no longer loaded, without duplicates removed
since, with corrections, with late records, and with the months reported now; what remains is the changed definition. Every step is a count by the same engine, so that ratios and distinct people come
out right too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pyarrow as pa

from evidence.archive import row_changes
from evidence.archive.archived_figure import ArchivedFigure, context_tables, record_tables, rows_of
from evidence.archive.row_changes import RowChanges, RowStage
from indicators.disclosure import OFFICE, is_few
from indicators.disclosure.choices import disclosed_figures
from indicators.engine import catalogue, figures_of
from indicators.model import Figure, Indicator
from warehouse.build import Build, build_in_memory
from wording.numbers import quantity, signed
from wording.states import CLAUSES

REASONS = ("撤下", "去除重复", "更正", "补报", "报送范围", "口径变更")


@dataclass(frozen=True)
class ArchiveComparison:
    """A figure then and now; `effects` are (reason, effect) in the order of REASONS and add up to now − then.

    `stages` are the figures on the way from then to now; `is_hidden` says that pages hide the figure today.
    """

    then: float | None
    now: float | None
    effects: tuple[tuple[str, float], ...]
    changed_rows: pa.Table
    stages: tuple[Figure, ...]
    is_hidden: bool = False

    def tells_of_few(self, indicator: Indicator, k: int) -> bool:
        """Return whether a stage, or the step from one to the next, is a number of fewer than k people, or tells of others today."""
        if self.is_hidden:
            return True
        sides = [side for side, counted in enumerate(indicator.aggregates) if counted.of_people]
        counts = [[(stage.denominator if side else stage.numerator) or 0.0 for side in sides] for stage in self.stages]
        if len(sides) == 2 and indicator.unit == "%":
            counts = [[part, whole, whole - part] for part, whole in counts]
        steps = ([after - before for before, after in zip(*pair, strict=True)] for pair in pairwise(counts))
        return any(is_few(count, k) for line in (*counts, *steps) for count in line)

    def sentence(self, indicator: Indicator) -> str:
        """Say what differs and why."""
        if self.tells_of_few(indicator, OFFICE):
            return f"{indicator.label}当时、现在或两者之差涉及的{CLAUSES['hidden']}。"
        if self.then == self.now and not any(effect for _, effect in self.effects):
            return f"{indicator.label}与当时一致，仍是{quantity(self.now, indicator)}。"
        reasons = "，".join(
            f"{reason}{signed(effect, indicator)}{indicator.unit}" for reason, effect in self.effects if effect
        )
        return f"{indicator.label}当时是{quantity(self.then, indicator)}，现在是{quantity(self.now, indicator)}：{reasons or '记录没有变化'}。"


def compare_with_archive(build: Build, archived: ArchivedFigure) -> ArchiveComparison:
    """Return an archived figure beside the same figure of a build, the difference split by its reasons."""
    tables = record_tables(archived.indicator)
    changes = {
        name: row_changes.compare_rows(archived.table(name), rows_of(build, name, archived.filters)) for name in tables
    }
    present = catalogue().get(archived.indicator.id, archived.indicator)
    (now,) = figures_of(build, [present], archived.filters)
    stages = (*_stages(build, archived, changes), now)
    values = [figure.value or 0 for figure in stages]
    effects = tuple(zip(REASONS, (after - before for before, after in pairwise(values)), strict=True))
    changed = pa.concat_tables([_changed_rows(archived, name, change) for name, change in changes.items()])
    return ArchiveComparison(archived.value, now.value, effects, changed, stages, is_hidden(build, archived))


def _changed_rows(archived: ArchivedFigure, table: str, changes: RowChanges) -> pa.Table:
    """Return the places of the changed rows of a table that are dated so that the figure can rest on them."""
    placings = {(each.on, each.span == "period") for each in archived.indicator.aggregates if each.table == table}
    filters = archived.filters

    def rests_on(rows: pa.Table, number: int) -> bool:
        days = [(rows[on][number].as_py(), is_of_period) for on, is_of_period in placings]
        return any(day and day <= filters.to_on and (not of or day >= filters.from_on) for day, of in days)

    return row_changes.changed_rows(table, changes, rests_on)


def is_hidden(build: Build, archived: ArchivedFigure) -> bool:
    """Return whether pages hide the figure today, be it for a neighbour that has become small since."""
    ids = [id for id in (archived.indicator.id,) if id in catalogue()]
    return any(figure.state == "hidden" for figure in disclosed_figures(build, ids, archived.filters, (), OFFICE))


def _stages(build: Build, archived: ArchivedFigure, changes: Mapping[str, RowChanges]) -> list[Figure]:
    """Return the old definition counted over the rows then, without those withdrawn and doubled, corrected, with late ones, and as now.

    Counted backwards from the build itself: a stage that differs in no row from the one after it has its figure. Late rows
    bring the months they report with them.
    """
    context = {name: rows_of(build, name, archived.filters) for name in context_tables(build)}
    is_same, has_late = _is_same_context(archived, context), any(change.late for change in changes.values())
    around = context if is_same else {name: archived.table(name) for name in archived.context}
    is_changed: dict[RowStage, bool] = {
        "late": not (is_same or has_late),
        "corrected": has_late,
        "deduplicated": any(change.corrected_from or change.corrected_to for change in changes.values()),
        "withdrawn": any(change.duplicates for change in changes.values()),
        "then": any(change.withdrawn for change in changes.values()),
    }
    figures = [_figure(build, archived)]
    for stage, is_other in is_changed.items():
        if is_other:
            rows = {name: change.rows_at(stage) for name, change in changes.items()}
            figures.insert(0, _figure(build_in_memory(stage, {**rows, **around}), archived))
        else:
            figures.insert(0, figures[0])
    return figures


def _figure(build: Build, archived: ArchivedFigure) -> Figure:
    (figure,) = figures_of(build, [archived.indicator], archived.filters)
    return figure


def _is_same_context(archived: ArchivedFigure, context: Mapping[str, pa.Table]) -> bool:
    """Whether all that the engine reads beside the rows is as it was; of build_info these are the first and the last day."""
    if set(archived.context) != set(context):
        return False
    return all(_facts(archived.table(name), name) == _facts(context[name], name) for name in context)


def _facts(table: pa.Table, name: str) -> set[tuple[Any, ...]]:
    rows = set(zip(*(column.to_pylist() for column in table.columns), strict=True))
    return {row for row in rows if name != "build_info" or row[0] in ("first_day", "last_day")}
