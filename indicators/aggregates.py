"""What a build answers: the counted sides of each indicator, and which communities reported when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from indicators import periods, sql, tables
from indicators.grouping import Split
from indicators.model import Filters, Indicator, Period, Total
from warehouse.build import Build

Key = tuple[
    int, str | None, str | None
]  # number of the period, community or None for all, category or None for no split
Cells = frozenset[tuple[int, str]]  # (number of the period, community)


@dataclass(frozen=True)
class Side:
    """A counted total. `high` is there where the exact number cannot be known; value None: there are rows, none says how much."""

    value: float | None
    high: float | None = None


@dataclass(frozen=True)
class Answer:
    """All that is known to make the figures of one indicator.

    `reported` are the cells in which it counts, `begun` those in which at least its numerator was reported, and `months`
    the first days of the months each community reported, None where months have no meaning (名册).
    """

    spans: Sequence[Period]
    numerator: Mapping[Key, Side]
    denominator: Mapping[Key, Side] | None
    reported: Cells
    begun: Cells
    months: Mapping[str, frozenset[date]] | None


def nothing(total: Total) -> Side:
    """Return what a total is where ledgers were reported but hold no row of it: 0, or nothing for an extreme."""
    return Side(None if total.value.startswith(("min", "max")) else 0.0)


def ask(build: Build, chosen: Sequence[Indicator], filters: Filters, split: Split) -> dict[str, Answer]:
    """Return the answer for each indicator, with one query per table, placing and coverage."""
    sides = _sides(build, chosen, filters, split)

    @cache
    def cells(condition: str, spans: tuple[Period, ...]) -> Cells:
        query = sql.cells(condition, spans, filters.communities)
        return frozenset((number, place) for number, place in build.rows(query.sql, query.parameters))

    def answer(one: Indicator) -> Answer:
        spans = tuple(split.periods(filters, one.numerator.span))
        calendar = tuple(periods.months(_first_day(build, one, filters), filters.to_on))
        by_month = _by_month(one)
        return Answer(
            spans=spans,
            numerator=sides.get((one.id, "numerator"), {}),
            denominator=sides.get((one.id, "denominator"), {}) if one.denominator else None,
            reported=cells(sql.condition(one), spans),
            begun=cells(sql.reported(one.numerator), spans),
            months=_months(cells(by_month, calendar), calendar) if by_month else None,
        )

    return {one.id: answer(one) for one in chosen}


def batches(chosen: Sequence[Indicator], category: str | None) -> dict[sql.Batch, list[sql.Measure]]:
    """Return the sides of indicators by the query that counts them."""
    grouped: dict[sql.Batch, list[sql.Measure]] = {}
    for one in chosen:
        for name, total in zip(("numerator", "denominator"), one.totals, strict=False):
            grouped.setdefault(sql.batch(total, sql.condition(one), category), []).append(
                sql.Measure(one.id, name, total)
            )
    return grouped


def query(batch: sql.Batch, measures: Sequence[sql.Measure], filters: Filters, split: Split) -> sql.Query:
    """Return the query of a batch for what was asked."""
    spans = split.periods(filters, batch.span)
    return sql.totals(batch, measures, spans, filters.communities, filters.strands, split.by_community)


def _sides(
    build: Build, chosen: Sequence[Indicator], filters: Filters, split: Split
) -> dict[tuple[str, str], dict[Key, Side]]:
    sides: dict[tuple[str, str], dict[Key, Side]] = {}
    for batch, measures in batches(chosen, split.category).items():
        names = [name for measure in measures for name in measure.columns]
        asked = query(batch, measures, filters, split)
        for period, place, split_by, *values in build.rows(asked.sql, asked.parameters):
            counted = dict(zip(names, values, strict=True))
            for measure in measures:
                side = sides.setdefault((measure.indicator, measure.side), {})
                side[period, place, split_by] = _side(measure, counted)
    return sides


def _side(measure: sql.Measure, values: Mapping[str, Any]) -> Side:
    name = f"{measure.indicator}_{measure.side}"
    if values[f"{name}_rows"] == 0:
        return nothing(measure.total)
    if not measure.total.high:
        return Side(_number(values[name]))
    low = max(_number(values[f"{name}_low_{n}"]) or 0.0 for n, _ in enumerate(measure.total.low, 1))
    high = sum(_number(values[f"{name}_high_{n}"]) or 0.0 for n, _ in enumerate(measure.total.high, 1))
    return Side(low, high if high > low else None)


def _first_day(build: Build, one: Indicator, filters: Filters) -> date:
    text = build.info.get("first_day", "None")
    if one.numerator.span == "period" or text == "None":
        return filters.from_on
    return date.fromisoformat(text)


def _by_month(one: Indicator) -> str:
    dated = [total for total in one.totals if tables.records_of(total.table) != (tables.REGISTER,)]
    return sql.reported(*(replace(total, span="period") for total in dated))


def _months(reported: Cells, calendar: Sequence[Period]) -> dict[str, frozenset[date]]:
    months: dict[str, set[date]] = {}
    for number, place in reported:
        months.setdefault(place, set()).add(calendar[number].from_on)
    return {place: frozenset(days) for place, days in months.items()}


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
