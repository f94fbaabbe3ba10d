"""Tells whether a change lies within chance.

Shares of answers: Newcombe's interval of the difference holds 0. Counts of events or people: each is taken as Poisson, so that
given their sum the later one is binomial with the share of its exposure (J. Przyborowski and H. Wilenski, "Homogeneity of results
in testing samples from Poisson series", Biometrika 31 (1940), 313–323), and the Wilson interval of that share holds what equal
rates would give.

What comes in groups is tested with the groups as units: attendances come in activities, people helped in uses of the fund, hours
in services. A total T of n groups of sizes X varies as a compound Poisson sum, by the sum of X² (W. Feller, An Introduction to
Probability Theory and Its Applications I, 3rd ed. (1968), XII.2), which by Cauchy and Schwarz is at least T²/n; of things counted
one by one it is at least T. Two totals vary together by V = V1 + V2, so they are dispersed by V/(T1 + T2) times what Poisson
counts would be; divided by that (R. W. M. Wedderburn, "Quasi-likelihood functions", Biometrika 61 (1974), 439–447) they are tested
as counts. Groups of equal size thus give the test of the groups themselves. It is the least that chance does: groups of unequal
size, and groups that come together, vary more.

Amounts of money and means are known and no sample, and what is held on two days is partly the same: no test is made, and nothing
is called beyond chance. Communities and categories of one window are ranked by their own intervals, Wilson's of shares and
Poisson's of counts and of groups. Trends are tested by the order of their values, which knows no variance.
"""

from collections.abc import Callable
from functools import partial

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
    if _varies(indicator) and (indicator.denominator is None or is_rate_of_residents):
        return partial(_totals_within_chance, indicator)
    return None


def _is_share_of_counts(indicator: Indicator) -> bool:
    """Whether both sides count people, cases or answers, so that the share has an interval even where none is shown."""
    return indicator.unit == "%" and len(indicator.aggregates) == 2 and all(a.of_people for a in indicator.aggregates)


def chance_interval(figure: Figure, indicator: Indicator) -> tuple[float, float] | None:
    """Return the ends between which a figure lies by chance and for want of names; None for a ratio that has no interval.

    Sums of money and numbers of the register are known: both ends are the value.
    """
    value = figure.value or 0.0
    low, high = value if figure.low is None else figure.low, value if figure.high is None else figure.high
    if indicator.interval:
        return low, high
    if figure.denominator and (_is_share_of_counts(indicator) or _is_share_of_residents(indicator)):
        whole = figure.denominator
        begin, end = (wilson(min(end / indicator.scale * whole, whole), whole) for end in (low, high))
        return begin[0] * indicator.scale, end[1] * indicator.scale
    if _is_total_by_chance(indicator):
        factor = _group_size(figure, indicator) * (indicator.scale / figure.denominator if figure.denominator else 1.0)
        return poisson(max(low / factor, 0))[0] * factor, poisson(max(high / factor, 0))[1] * factor
    return None if indicator.denominator else (low, high)


def _is_share_of_residents(indicator: Indicator) -> bool:
    is_of_residents = indicator.denominator is not None and tables.is_register(indicator.denominator.table)
    return is_of_residents and indicator.unit == "%" and indicator.numerator.of_people


def _is_total_by_chance(indicator: Indicator) -> bool:
    """Whether a total varies by chance, as it is or for each thousand residents; the register is no matter of chance."""
    varies = _varies(indicator) and not tables.is_register(indicator.numerator.table)
    return varies and (indicator.denominator is None or tables.is_register(indicator.denominator.table))


def _varies(indicator: Indicator) -> bool:
    """Whether things are counted, or what is added up comes in groups that are."""
    return is_count(indicator) or indicator.groups is not None


def is_count(indicator: Indicator) -> bool:
    """Whether the numerator counts things one by one, which money, hours and days do not."""
    return indicator.unit.partition("/")[0] in COUNTED


def _shares_within_chance(now: Figure, before: Figure) -> bool:
    wholes = (before.denominator or 1, now.denominator or 1)
    parts = tuple(min(figure.numerator or 0, whole) for figure, whole in zip((before, now), wholes, strict=True))
    low, high = newcombe((parts[0], parts[1]), wholes)
    return low <= 0 <= high


def _totals_within_chance(indicator: Indicator, now: Figure, before: Figure) -> bool:
    totals = [max(figure.numerator or 0, 0) for figure in (now, before)]
    if sum(totals) == 0:
        return True
    variances = [total * _group_size(figure, indicator) for total, figure in zip(totals, (now, before), strict=True)]
    dispersion = sum(variances) / sum(totals)
    exposure, former_exposure = now.denominator or 1, before.denominator or 1
    low, high = wilson(totals[0] / dispersion, sum(totals) / dispersion)
    return low <= exposure / (exposure + former_exposure) <= high


def _group_size(figure: Figure, indicator: Indicator) -> float:
    """Return the mean size T/n of the groups that a numerator comes in; of things counted one by one it is at least 1."""
    if figure.groups is None or not figure.numerator:
        return 1.0
    size = figure.numerator / max(figure.groups, 1)
    return max(size, 1.0) if is_count(indicator) else size
