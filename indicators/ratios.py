"""Makes figures of counted aggregates: divides last, and keeps 0, 无样本 and 未报送 apart."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from indicators.aggregates import Components, value_without_rows
from indicators.combination import AggregateValue, ValueKey
from indicators.grouping import Grouping
from indicators.interval import wilson
from indicators.model import Coverage, Figure, FigureState, Indicator, Period
from indicators.periods import DAY, months
from indicators.reported_months import ReportedMonths, months_behind
from indicators.sql import NO_CATEGORY


def figures(
    indicator: Indicator, components: Components, communities: Sequence[str], grouping: Grouping
) -> Iterator[Figure]:
    """Yield one figure for each period, community and category of the grouping."""
    for number, community, category in _keys(components, communities, grouping):
        named = [community] if community else communities
        period, key = components.periods[number], (number, community, category)
        counted = [name for name in named if components.owing.get(name, date.max) <= period.to_on]
        reported = [name for name in counted if (number, name) in components.reported]
        cell: dict[str, Any] = {
            "community": community,
            "period": period,
            "category": category,
            "missing": (missing := _missing(indicator, components.months, counted, reported, period)),
            "counted": tuple(reported),
            "coverage": Coverage(
                *months_behind(indicator, components.months, counted, reported, period),
                not_begun=len(named) - len(counted),
                uncounted=_uncounted(components, key) if reported else 0,
                half_filled=_half_filled(indicator, components, reported, period),
                unrecorded=_unrecorded(indicator, components, counted, missing, number),
                unbegun=_unbegun(components, counted, missing, period),
            ),
        }
        if reported:
            numerator, denominator = _values(indicator, components, key)
            cell["squares"] = _squares(components, key)
            yield _figure(indicator, numerator, denominator, **cell)
        else:
            is_known = any((number, name) in components.numerator_reported for name in counted)
            yield _empty_figure(indicator, "no_sample" if is_known else "not_reported", **cell)


def _keys(components: Components, communities: Sequence[str], grouping: Grouping) -> Iterator[ValueKey]:
    categories = _categories(components) if grouping.category else (None,)
    for number, _ in enumerate(components.periods):
        for community in communities if grouping.by_community else (None,):
            for category in categories:
                yield number, community, category


def _categories(components: Components) -> Sequence[str]:
    """Return the categories of either side, those without one last."""
    sides = (components.numerator, components.denominator or {})
    categories = {category for side in sides for _, _, category in side if category}
    return sorted(categories, key=lambda name: (name == NO_CATEGORY, name))


def _values(
    indicator: Indicator, components: Components, key: ValueKey
) -> tuple[AggregateValue, AggregateValue | None]:
    numerator = components.numerator.get(key, value_without_rows(indicator.numerator))
    if indicator.denominator is None or components.denominator is None:
        return numerator, None
    undivided = components.denominator.get((key[0], key[1], None))  # the category does not split its table
    return numerator, components.denominator.get(key, undivided or value_without_rows(indicator.denominator))


def _squares(components: Components, key: ValueKey) -> float | None:
    """Return the squares of a numerator's groups added up: of a category that does not split them all, which are no less."""
    if components.groups is None:
        return None
    counted = components.groups.get(key) or components.groups.get((key[0], key[1], None))
    return counted.value if counted else 0.0


def _uncounted(components: Components, key: ValueKey) -> int:
    """Return how much of what happened states no number, and is in no side of a figure."""
    counted = (components.uncounted or {}).get(key)
    return int(counted.value or 0) if counted else 0


def _figure(indicator: Indicator, numerator: AggregateValue, denominator: AggregateValue | None, **cell: Any) -> Figure:
    divisor = denominator.value if denominator else None
    if numerator.value is None or (denominator and not divisor):
        return _empty_figure(indicator, "no_sample", numerator.value, divisor, **cell)
    factor = indicator.scale / divisor if divisor else 1.0
    low, high = _range(indicator, numerator, divisor, factor)
    return Figure(
        indicator=indicator.id,
        unit=indicator.unit,
        value=numerator.value * factor,
        numerator=numerator.value,
        denominator=divisor,
        state="ok",
        low=low,
        high=high,
        **cell,
    )


def _range(
    indicator: Indicator, numerator: AggregateValue, divisor: float | None, factor: float
) -> tuple[float | None, float | None]:
    if indicator.interval and divisor and numerator.value is not None:
        low, high = wilson(numerator.value, divisor)
        return low * indicator.scale, high * indicator.scale
    if numerator.high is None or numerator.value is None:
        return None, None
    low, high = numerator.value * factor, numerator.high * factor
    return low, max(low, min(high, 100.0)) if indicator.unit == "%" else high  # nobody counts twice in a share


def _empty_figure(
    indicator: Indicator,
    state: FigureState,
    numerator: float | None = None,
    denominator: float | None = None,
    **cell: Any,
) -> Figure:
    return Figure(
        indicator=indicator.id,
        unit=indicator.unit,
        value=None,
        numerator=numerator,
        denominator=denominator,
        state=state,
        **cell,
    )


def _missing(
    indicator: Indicator, months: ReportedMonths | None, counted: Sequence[str], reported: Sequence[str], period: Period
) -> tuple[str, ...]:
    """Return the communities that did not report; for one community its months instead, which say more."""
    if len(counted) != 1 or not months or not months.is_monthly or counted[0] not in months.begun:
        are_reported = frozenset(reported)
        return tuple(name for name in counted if name not in are_reported)
    due = months.due(counted[0], period, is_to_date=not indicator.is_of_period)
    return tuple(month.label for month in due if month.from_on not in months.complete[counted[0]])


def _half_filled(indicator: Indicator, components: Components, reported: Sequence[str], period: Period) -> int:
    """Return of how many community-months some rows leave empty what is counted, or split, by."""
    told, filled = components.months, components.filled_months
    if told is None or filled is None or not told.is_monthly:
        return 0
    return sum(
        month.from_on in told.complete[name] and month.from_on not in filled.complete[name]
        for name in reported
        for month in told.due(name, period, is_to_date=not indicator.is_of_period)
    )


def _unrecorded(
    indicator: Indicator, components: Components, counted: Sequence[str], missing: Sequence[str], number: int
) -> tuple[str, ...]:
    """Return those of the missing, communities or the months of one, whose ledgers were sent."""
    sent = {name for name in counted if (number, name) in components.sent}
    if len(counted) == 1 and components.sent_months and components.sent_months.is_monthly:
        months = components.sent_months.complete[counted[0]]
        due = components.sent_months.due(counted[0], components.periods[number], is_to_date=not indicator.is_of_period)
        sent |= {month.label for month in due if month.from_on in months}
    return tuple(name for name in missing if name in sent)


def _unbegun(components: Components, counted: Sequence[str], missing: Sequence[str], period: Period) -> tuple[str, ...]:
    """Return those of the missing months of one community that lie before it began what is counted."""
    if len(counted) != 1 or components.owing[counted[0]] <= period.from_on:
        return ()
    before = {month.label for month in months(period.from_on, components.owing[counted[0]] - DAY)}
    return tuple(name for name in missing if name in before)
