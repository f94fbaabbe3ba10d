"""Chooses where a value axis begins and its round numbers, for screens and files alike, and which categories a file's chart names."""

from collections.abc import Sequence
from math import ceil, floor, log10

from documents.document import Chart
from documents.text_width import text_width

_STEPS = (1, 2, 2.5, 5, 10)
MOST_LABELS = 12  # of a category axis, when none is left out


def value_range(chart: Chart) -> tuple[float, float]:
    """Return the lowest and highest value to show, stacked ones as their sums."""
    values = [value for series in chart.series for value in series.values if value is not None]
    if chart.kind == "stacked":
        columns = list(zip(*(series.values for series in chart.series), strict=True))
        values = [sum(value for value in column if value is not None and value > 0) for column in columns]
        values += [sum(value for value in column if value is not None and value < 0) for column in columns]
    return extent(values, from_zero=chart.from_zero or chart.kind != "line")


def extent(values: Sequence[float], *, from_zero: bool) -> tuple[float, float]:
    """Return the lowest and highest value to show. Zero is among them, unless it need not be and lies far below all of them."""
    if from_zero or not values or min(values) * 2 < max(values):
        values = [*values, 0.0]
    return min(values), max(values)


def title(chart: Chart) -> str:
    """Return the chart's title with its unit, and the warning that a cut axis needs."""
    warning = "，纵轴不从0开始" if chart_ticks(chart)[0] > 0 else ""
    return f"{chart.title}（{chart.unit}{warning}）"


def chart_ticks(chart: Chart) -> tuple[float, ...]:
    """Return the round numbers of a chart's value axis."""
    return ticks(*value_range(chart), is_whole=chart.is_whole)


def ticks(low: float, high: float, intervals: int = 5, *, is_whole: bool = False) -> tuple[float, ...]:
    """Return about so many round intervals (1, 2, 2.5 or 5 times a power of ten) from at or below `low` to at or above `high`.

    `is_whole` keeps them to whole numbers: there is no half an activity.
    """
    if low == high:
        low, high = min(low, 0), max(high, 1)
    least = (high - low) / intervals
    step = _round_step(max(least, 1) if is_whole else least, is_whole)
    decimals = max(0, 2 - floor(log10(step)))  # cut 0.30000000000000004, whatever the size of the step
    return tuple(round(number * step, decimals) for number in range(floor(low / step), ceil(high / step) + 1))


def _round_step(least: float, is_whole: bool) -> float:
    power = 10.0 ** floor(log10(least))
    steps = (factor * power for factor in _STEPS if factor * power >= least * 0.999)
    return next(step for step in steps if not is_whole or step.is_integer())


def label_step(chart: Chart, room: float) -> int:
    """Return every how many categories one is named on an axis `room` Latin characters long, in steps that suit months."""
    if len(chart.categories) <= MOST_LABELS:
        return 1
    crowding = len(chart.categories) * (max(map(text_width, chart.categories)) + 2) / room
    return next((step for step in (1, 2, 3, 6, 12, 24) if step >= crowding), 60)
