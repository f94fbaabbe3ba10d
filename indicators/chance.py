"""Tells whether a change lies within chance.

Shares of answers: Newcombe's interval of the difference holds 0. Counts of events or people: each is taken as Poisson, so that
given their sum the later one is binomial with the share of its exposure (J. Przyborowski and H. Wilenski, "Homogeneity of results
in testing samples from Poisson series", Biometrika 31 (1940), 313–323), and the Wilson interval of that share holds what equal
rates would give. People come in groups, so this is the least that chance does. Amounts of money, hours and means of them are
known and no sample, and what is held on two days is partly the same: no test is made, and nothing is called beyond chance.
Communities and categories of one window are ranked by their own intervals, Wilson's of shares and Poisson's of counts.
"""

from collections.abc import Callable

from indicators import tables
from indicators.interval import newcombe, poisson, wilson
from indicators.model import Figure, Indicator

COUNTED = frozenset(
    {"人", "个", "人次", "户", "户次", "场", "节", "例", "件", "份", "部", "支", "类", "条", "单", "项", "次"}
)


def chance_test(indicator: Indicator) -> Callable[[Figure, Figure], bool] | None:
    """Return the test that says whether a change lies within chance, None where there is none."""
    if indicator.numerator.span != "period":
        return None
    if indicator.interval or _is_share_of_counts(indicator):
        return _shares_within_chance
    is_rate_of_residents = indicator.denominator is not None and tables.is_register(indicator.denominator.table)
    return (
        _counts_within_chance
        if is_count(indicator) and (indicator.denominator is None or is_rate_of_residents)
        else None
    )


def _is_share_of_counts(indicator: Indicator) -> bool:
    """Whether both sides count people, cases or answers, so that the share has an interval even where none is shown."""
    return indicator.unit == "%" and len(indicator.aggregates) == 2 and all(a.of_people for a in indicator.aggregates)


def chance_interval(figure: Figure, indicator: Indicator) -> tuple[float, float] | None:
    """Return the ends between which a figure lies by chance and for want of names; None for a ratio that has no interval.

    Sums of money and hours and numbers of the register are known: both ends are the value.
    """
    value = figure.value or 0.0
    low, high = value if figure.low is None else figure.low, value if figure.high is None else figure.high
    if indicator.interval:
        return low, high
    if figure.denominator and (_is_share_of_counts(indicator) or _is_share_of_residents(indicator)):
        whole = figure.denominator
        begin, end = (wilson(min(end / indicator.scale * whole, whole), whole) for end in (low, high))
        return begin[0] * indicator.scale, end[1] * indicator.scale
    if _is_count_by_chance(indicator):
        factor = indicator.scale / figure.denominator if figure.denominator else 1.0
        return poisson(max(low / factor, 0))[0] * factor, poisson(max(high / factor, 0))[1] * factor
    return None if indicator.denominator else (low, high)


def _is_share_of_residents(indicator: Indicator) -> bool:
    is_of_residents = indicator.denominator is not None and tables.is_register(indicator.denominator.table)
    return is_of_residents and indicator.unit == "%" and indicator.numerator.of_people


def _is_count_by_chance(indicator: Indicator) -> bool:
    """Whether events or people are counted, as they are or for each thousand residents; the register is no matter of chance."""
    is_counted = is_count(indicator) and not tables.is_register(indicator.numerator.table)
    return is_counted and (indicator.denominator is None or tables.is_register(indicator.denominator.table))


def is_count(indicator: Indicator) -> bool:
    """Whether the numerator counts things one by one, which money, hours and days do not."""
    return indicator.unit.partition("/")[0] in COUNTED


def _shares_within_chance(now: Figure, before: Figure) -> bool:
    wholes = (before.denominator or 1, now.denominator or 1)
    parts = tuple(min(figure.numerator or 0, whole) for figure, whole in zip((before, now), wholes, strict=True))
    low, high = newcombe((parts[0], parts[1]), wholes)
    return low <= 0 <= high


def _counts_within_chance(now: Figure, before: Figure) -> bool:
    later, earlier = max(now.numerator or 0, 0), max(before.numerator or 0, 0)
    if later + earlier == 0:
        return True
    exposure, former_exposure = now.denominator or 1, before.denominator or 1
    low, high = wilson(later, later + earlier)
    return low <= exposure / (exposure + former_exposure) <= high
