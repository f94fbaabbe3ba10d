"""Tells whether a series of figures rises or falls by more than chance.

Months have seasons: they are tested season by season, from 24 on. Quarters and years are tested as they follow each other, the
correlation of one with the next minded. What is counted up to a date cannot fall, so what came in each period is tested in its place;
a share of two running totals is not tested at all. A series is tested by one grain, the finest of which it has enough periods, whatever
grain it is drawn by. Where several series are looked at together, their p values are corrected.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from indicators.by_place import by_place
from indicators.engine import catalogue
from indicators.expression import Expression
from indicators.mann_kendall import EXACT_UP_TO, SIGNIFICANT, Point, corrected, seasonal
from indicators.model import Figure, Grain, Indicator, Period
from indicators.periods import MONTHS_IN, is_whole, split

__all__ = [
    "EXACT_UP_TO",
    "LEAST_MONTHS",
    "LEAST_PERIODS",
    "SIGNIFICANT",
    "WORDS",
    "Trend",
    "holm",
    "of_figures",
    "trend",
]

LEAST_PERIODS = 5  # with four not even a perfect order is significant: 2 of 4! orders are as extreme, p = 0.083
LEAST_MONTHS = 24
MONTHS_OF_A_YEAR = 12
LEAST: dict[Grain, int] = {"month": LEAST_MONTHS, "quarter": LEAST_PERIODS, "year": LEAST_PERIODS}
WORDS = {
    "up": "呈上升趋势",
    "down": "呈下降趋势",
    "none": "未见明显趋势",
    "short": "期数不足",
    "untested": "累计的比率不作趋势检验",
}


@dataclass(frozen=True)
class Trend:
    """A tested trend. `slope` is the change per period; p and slope are None where no test was made.

    `is_of_increments`: tested was what came in each period, since the figure itself cannot fall.
    """

    direction: Literal["up", "down", "none", "short", "untested"]
    n: int
    p: float | None = None
    slope: float | None = None
    is_of_increments: bool = False

    @property
    def words(self) -> str:
        """The finding in words that may stand in an application."""
        return f"{'每期新增' if self.is_of_increments and self.p is not None else ''}{WORDS[self.direction]}"


def of_figures(figures: Sequence[Figure]) -> Trend:
    """Test one indicator's figures in the order of their periods; unreported and incomplete periods are gaps.

    Where only a range is known, both its ends must tell the same, or there is no trend to be seen.
    """
    indicator = catalogue()[figures[0].indicator] if figures else None
    if indicator and _is_untested(indicator):
        return Trend("untested", sum(figure.value is not None for figure in figures))
    is_total = indicator is not None and _cannot_fall(indicator)
    cycle = _cycle(figures)
    series = dict.fromkeys(map(tuple, _compared_values(figures)))  # one, but for ranges
    tests = [replace(trend(values, cycle), is_of_increments=is_total) for values in series]
    weaker = max(tests, key=lambda tested: tested.p or 0.0)
    return weaker if len({tested.direction for tested in tests}) == 1 else replace(weaker, direction="none")


def is_long_enough(figures: Sequence[Figure]) -> bool:
    """Return whether a series has as many periods as a test takes, or is of what is not tested at all."""
    if not figures:
        return False
    if _is_untested(catalogue()[figures[0].indicator]):
        return True
    values, _ = _compared_values(figures)
    known = len(values) - values.count(None)
    return known >= LEAST_PERIODS and known >= _least(_cycle(figures))  # fewer than the least of all are soon told


def testable_grains(from_on: date, to_on: date) -> list[Grain]:
    """Return the grains of which a window has enough periods for a test, the finest first."""
    return [grain for grain, least in LEAST.items() if len(split(from_on, to_on, grain)) >= least]


def finest(by_grain: Mapping[Grain, Sequence[Figure]]) -> Grain:
    """Return the finest grain by which a series can be tested, the coarsest of those given where none can; finest first."""
    return next((grain for grain, figures in by_grain.items() if is_long_enough(figures)), [*by_grain][-1])


def finest_of_places(
    by_grain: Mapping[Grain, Sequence[Figure]], places: Sequence[str | None]
) -> dict[str | None, tuple[Grain, list[Figure]]]:
    """Return {community: the grain by which its series is tested, and the series} of figures by each grain; None is all together."""
    series: dict[str | None, tuple[Grain, list[Figure]]] = {}
    parted = {grain: by_place(figures, places) for grain, figures in by_grain.items()}
    for place in places:
        of_place = {grain: figures[place] for grain, figures in parted.items()}
        grain = finest(of_place)
        series[place] = grain, of_place[grain]
    return series


def is_monthly(figures: Sequence[Figure]) -> bool:
    """Whether the whole periods of a series are single months."""
    return grain_of(figures) == "month"


def grain_of(figures: Sequence[Figure]) -> Grain:
    """Return the grain of a series by its whole periods, years where there is none."""
    lengths = {_months_touched(figure.period) for figure in figures if is_whole(figure.period)}
    return next((grain for grain, length in MONTHS_IN.items() if lengths == {length}), "year")


def _months_touched(period: Period) -> int:
    first, last = period.from_on, period.to_on
    return (last.year - first.year) * MONTHS_OF_A_YEAR + last.month - first.month + 1


def trend(values: Sequence[float | None], cycle: int = 1) -> Trend:
    """Test equally spaced values; None is a gap that keeps its place. Every `cycle`-th value has the same season."""
    points: list[Point] = [(place, value) for place, value in enumerate(values) if value is not None]
    if len(points) < _least(cycle):
        return Trend("short", len(points))
    tested = corrected(points) if cycle == 1 else seasonal(points, cycle)
    if tested.p >= SIGNIFICANT:
        return Trend("none", len(points), tested.p, tested.slope)
    return Trend("up" if tested.s > 0 else "down", len(points), tested.p, tested.slope)


def holm(trends: Sequence[Trend]) -> list[Trend]:
    """Return trends that are looked at together, the p value of each corrected for how many there are.

    S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979), 65–70.
    """
    by_p = sorted((tested.p, number) for number, tested in enumerate(trends) if tested.p is not None)
    together, least = list(trends), 0.0
    for place, (p, number) in enumerate(by_p):
        least = max(least, min(1.0, p * (len(by_p) - place)))
        is_beyond_chance = least < SIGNIFICANT
        direction = trends[number].direction if is_beyond_chance else "none"
        together[number] = replace(trends[number], p=least, direction=direction)
    return together


def _cannot_fall(indicator: Indicator) -> bool:
    return (
        indicator.numerator.span == "to_date" and Expression.parse(indicator.numerator.expression).function == "count"
    )


def _is_untested(indicator: Indicator) -> bool:
    return indicator.denominator is not None and indicator.numerator.span == "to_date"


def _cycle(figures: Sequence[Figure]) -> int:
    return MONTHS_OF_A_YEAR if is_monthly(figures) else 1


def _least(cycle: int) -> int:
    return LEAST_PERIODS if cycle == 1 else LEAST_MONTHS


def _compared_values(figures: Sequence[Figure]) -> tuple[list[float | None], list[float | None]]:
    """Return what is compared of the periods of a series, at both ends of what is known: of what cannot fall, what came in each.

    A count may be compared with that of another period only where all was reported; a rate may even if some months are missing.
    Where rows leave empty what is counted by, more may have been written and not more done.
    """
    indicator = catalogue()[figures[0].indicator] if figures else None
    if indicator is None:
        return [], []
    is_sum = indicator.denominator is None and indicator.numerator.span == "period"
    lows: list[float | None] = []
    highs: list[float | None] = []
    for figure in figures:
        is_complete = (
            not (figure.value is None or figure.coverage.half_filled or (is_sum and figure.missing))
        ) and is_whole(figure.period)
        lows.append(figure.value if is_complete else None)
        highs.append(
            (figure.value if figure.high is None or indicator.interval else figure.high) if is_complete else None
        )
    return (_increments(lows), _increments(highs)) if _cannot_fall(indicator) else (lows, highs)


def _increments(values: Sequence[float | None]) -> list[float | None]:
    return [None if None in (earlier, later) else later - earlier for earlier, later in pairwise(values)]  # type: ignore[operator]
