"""Labels the two axes in Chinese: periods along the bottom, 万 up the side, few ticks on both."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from documents.axis import extent, ticks
from indicators.model import Figure, Indicator, Period
from ui.charts.picture import Picture
from wording import numbers

MOST_TICKS = 6
LEAST_YEARS = 3
LABEL_WIDTH, PHONE_WIDTH = 43, 348  # pixels: of a label, and of a chart on a phone with its margins


def along_time(picture: Picture, periods: Sequence[Period]) -> None:
    """Label a time axis of period numbers with a few period names: over years their Januaries, else evenly, the last among them."""
    apart = len(periods) * LABEL_WIDTH / (PHONE_WIDTH - picture.layout["margin"]["r"])
    places = _januaries(periods, apart) or _spread(len(periods), apart)
    labels = [_tick_label(periods[place]) for place in places]
    across = {"range": [-0.6, len(periods) - 0.4], "tickangle": 0, "ticklabeloverflow": "allow"}
    picture.axis("xaxis", {"tickmode": "array", "tickvals": list(places), "ticktext": labels, **across})


def _januaries(periods: Sequence[Period], apart: float) -> list[int]:
    """Return the places of the first months or quarters of years, where there are three years or more; the last place if far enough."""
    firsts = [place for place, period in enumerate(periods) if period.from_on.month == 1]
    if len(firsts) < LEAST_YEARS or len(firsts) == len(periods):
        return []
    firsts = firsts[:: max(-(-len(firsts) // MOST_TICKS), ceil(apart / (firsts[1] - firsts[0])))]
    last, step = len(periods) - 1, firsts[1] - firsts[0]
    if last - firsts[-1] <= step / 2:
        return firsts
    return [*(firsts if last - firsts[-1] > apart else firsts[:-1]), last]


def _spread(count: int, apart: float) -> list[int]:
    """Return evenly spaced places that end on the last one."""
    step = max(1, -(-(count - 1) // (MOST_TICKS - 1)), ceil(apart))
    return list(range(count - 1, -1, -step))[::-1]


def _tick_label(period: Period) -> str:
    """Return the label in two lines, the year below: side by side they stay level and apart on a phone."""
    year, _, part = short_label(period).partition("年")
    return f"{part}<br>{year}年" if part else f"{year}年"


def short_label(period: Period) -> str:
    """Return 2025年3月 or 2025年1季, without the note on clipped ends."""
    return period.label.split("（")[0].replace("第", "").replace("季度", "季")


def upward(
    values: Sequence[float | None], *, from_zero: bool, intervals: int = 4, is_whole: bool = False
) -> dict[str, Any]:
    """Return range and ticks of a value axis that holds these values: round steps, 万 instead of long numbers."""
    low, high = extent([value for value in values if value is not None], from_zero=from_zero)
    places = ticks(low, high, intervals, is_whole=is_whole)
    step = places[1] - places[0]
    labels = [numbers.short(place, _digits(step)) for place in places]
    return {"range": [places[0], places[-1]], "tickmode": "array", "tickvals": list(places), "ticktext": labels}


def of_indicator(indicator: Indicator, figures: Sequence[Figure], *, intervals: int = 4) -> dict[str, Any]:
    """Return the value axis of an indicator's figures; intervals, which are drawn around them, lie on it whole."""
    numbered = [figure for figure in figures if figure.state == "ok"]
    ends = [end for figure in numbered for end in (figure.low, figure.high)] if indicator.interval else []
    values = [*(figure.value for figure in numbered), *ends]
    from_zero = indicator.denominator is None
    return upward(values, from_zero=from_zero, intervals=intervals, is_whole=numbers.comes_whole(indicator))


def _digits(step: float) -> int:
    """Return how many decimals a step needs: 0.25 two, 2.5 one, 20 none."""
    return next(digits for digits in range(12) if abs(step * 10**digits - round(step * 10**digits)) < 1e-6)
