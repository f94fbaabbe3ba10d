"""From counted sides and reported cells to figures: divide last, and keep 0, 无样本 and 未报送 apart."""

from collections.abc import Iterator, Sequence
from typing import Any

from indicators.aggregates import Answer, Key, Side, nothing
from indicators.grouping import Split
from indicators.interval import wilson
from indicators.model import Figure, Indicator, Period, State
from indicators.periods import months
from indicators.sql import NO_CATEGORY


def compose(indicator: Indicator, answer: Answer, communities: Sequence[str], split: Split) -> Iterator[Figure]:
    """Yield one figure for each cell asked for: by period, community and category."""
    for number, place, category in _keys(answer, communities, split):
        asked = [place] if place else list(communities)
        reported = [one for one in asked if (number, one) in answer.reported]
        is_begun = any((number, one) in answer.begun for one in asked)
        period = answer.spans[number]
        place_of: dict[str, Any] = {"community": place, "period": period, "category": category}
        missing = _missing(indicator, answer, asked, reported, period)
        if reported:
            numerator, denominator = _sides(indicator, answer, (number, place, category))
            yield _figure(indicator, numerator, denominator, **place_of, missing=missing)
        else:
            yield _empty(indicator, "no_sample" if is_begun else "not_reported", **place_of, missing=missing)


def _keys(answer: Answer, communities: Sequence[str], split: Split) -> Iterator[Key]:
    for number, _ in enumerate(answer.spans):
        for place in communities if split.by_community else (None,):
            for category in _categories(answer) if split.category else (None,):
                yield number, place, category


def _categories(answer: Answer) -> list[str]:
    found = {category for side in (answer.numerator, answer.denominator or {}) for _, _, category in side if category}
    return sorted(found, key=lambda name: (name == NO_CATEGORY, name))


def _sides(indicator: Indicator, answer: Answer, key: Key) -> tuple[Side, Side | None]:
    numerator = answer.numerator.get(key, nothing(indicator.numerator))
    if indicator.denominator is None or answer.denominator is None:
        return numerator, None
    undivided = answer.denominator.get((key[0], key[1], None))  # the category does not split its table
    return numerator, answer.denominator.get(key, undivided or nothing(indicator.denominator))


def _figure(indicator: Indicator, numerator: Side, denominator: Side | None, **place: Any) -> Figure:
    below = denominator.value if denominator else None
    if numerator.value is None or (denominator and not below):
        return _empty(indicator, "no_sample", numerator.value, below, **place)
    factor = indicator.scale / below if below else 1.0
    low, high = _range(indicator, numerator, below, factor)
    return Figure(
        indicator=indicator.id,
        unit=indicator.unit,
        value=numerator.value * factor,
        numerator=numerator.value,
        denominator=below,
        state="ok",
        low=low,
        high=high,
        **place,
    )


def _range(
    indicator: Indicator, numerator: Side, below: float | None, factor: float
) -> tuple[float | None, float | None]:
    if indicator.interval and below and numerator.value is not None:
        low, high = wilson(numerator.value, below)
        return low * indicator.scale, high * indicator.scale
    if numerator.high is None or numerator.value is None:
        return None, None
    low, high = numerator.value * factor, numerator.high * factor
    return low, max(low, min(high, 100.0)) if indicator.unit == "%" else high  # nobody counts twice in a share


def _empty(
    indicator: Indicator, state: State, above: float | None = None, below: float | None = None, **place: Any
) -> Figure:
    return Figure(
        indicator=indicator.id,
        unit=indicator.unit,
        value=None,
        numerator=above,
        denominator=below,
        state=state,
        **place,
    )


def _missing(
    indicator: Indicator, answer: Answer, asked: Sequence[str], reported: Sequence[str], period: Period
) -> tuple[str, ...]:
    """Return the communities that did not report; for one community its months instead, which say more."""
    covered = (answer.months or {}).get(asked[0])
    if len(asked) > 1 or not covered:
        return tuple(one for one in asked if one not in reported)
    is_period = indicator.numerator.span == "period"
    first = period.from_on if is_period else min(covered)
    return tuple(month.label for month in months(first, period.to_on) if month.from_on not in covered)
