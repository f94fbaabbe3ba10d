"""Makes figures of counted aggregates: divides last, and keeps 0, 无样本 and 未报送 apart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indicators.aggregate_value import AggregateValue, ValueKey
from indicators.aggregates import Components
from indicators.counted_values import value_without_rows
from indicators.figure_coverage import FigureCoverage, ReportsBehind
from indicators.grouping import Grouping
from indicators.interval import wilson
from indicators.model import Figure, Indicator, Period
from indicators.sql import NO_CATEGORY


def figures(
    indicator: Indicator, components: Components, grouping: Grouping, coverage: FigureCoverage
) -> Iterator[Figure]:
    """Yield one figure for each period, community and category of the grouping, with the reports behind it."""
    categories = _categories(components) if grouping.category else (None,)
    places = components.communities if grouping.by_community else (None,)
    for number, period in enumerate(components.periods):
        for place, community in enumerate(places):
            behind = coverage.at(place, number)
            for category in categories:
                yield _figure(indicator, components, behind, (number, community, category), period)


def _categories(components: Components) -> Sequence[str]:
    """Return the categories of either side, those without one last."""
    sides = (components.numerator, components.denominator or {})
    categories = {category for side in sides for _, _, category in side if category}
    return sorted(categories, key=lambda name: (name == NO_CATEGORY, name))


def _values(
    indicator: Indicator, components: Components, key: ValueKey
) -> tuple[AggregateValue, AggregateValue | None]:
    numerator = components.numerator.get(key) or value_without_rows(indicator.numerator)
    if indicator.denominator is None or components.denominator is None:
        return numerator, None
    undivided = components.denominator.get((key[0], key[1], None))  # the category does not split its table
    return numerator, components.denominator.get(key) or undivided or value_without_rows(indicator.denominator)


def _squares(components: Components, key: ValueKey) -> float | None:
    """Return the squares of a numerator's groups added up: of a category that does not split them all, which are no less."""
    if components.groups is None:
        return None
    counted = components.groups.get(key) or components.groups.get((key[0], key[1], None))
    return counted.value if counted else 0.0


def _uncounted(components: Components, key: ValueKey) -> int:
    """Return how much of what happened states no number, and is in no side of a figure."""
    counted = None if components.uncounted is None else components.uncounted.get(key)
    return int(counted.value or 0) if counted else 0


def _figure(
    indicator: Indicator, components: Components, behind: ReportsBehind, key: ValueKey, period: Period
) -> Figure:
    if not behind.counted:
        return _without_numbers(indicator, behind, key, period)
    coverage = behind.coverage
    if uncounted := _uncounted(components, key):
        coverage = replace(coverage, uncounted=uncounted)
    numerator, denominator = _values(indicator, components, key)
    divisor = denominator.value if denominator else None
    is_number = numerator.value is not None and (denominator is None or bool(divisor))
    factor = indicator.scale / divisor if divisor else 1.0
    low, high = _range(indicator, numerator, divisor, factor) if is_number else (None, None)
    return Figure(
        indicator=indicator.id,
        unit=indicator.unit,
        community=key[1],
        period=period,
        value=numerator.value * factor if is_number and numerator.value is not None else None,
        numerator=numerator.value,
        denominator=divisor,
        state="ok" if is_number else "no_sample",
        low=low,
        high=high,
        category=key[2],
        missing=behind.missing,
        counted=behind.counted,
        coverage=coverage,
        squares=_squares(components, key),
    )


def _without_numbers(indicator: Indicator, behind: ReportsBehind, key: ValueKey, period: Period) -> Figure:
    """Return a figure in which nobody counts: of many communities and months most are, so it takes no time."""
    return Figure(
        indicator.id,
        indicator.unit,
        key[1],
        period,
        value=None,
        numerator=None,
        denominator=None,
        state="no_sample" if behind.is_known else "not_reported",
        category=key[2],
        missing=behind.missing,
        coverage=behind.coverage,
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
