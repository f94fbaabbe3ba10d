"""Tells whether a change lies within chance.

Shares of answers: Newcombe's interval of the difference holds 0. Counts of events or people: each is taken as Poisson, so that
given their sum the later one is binomial with the share of its exposure (J. Przyborowski and H. Wilenski, "Homogeneity of results
in testing samples from Poisson series", Biometrika 31 (1940), 313–323), and the Wilson interval of that share holds what equal
rates would give.

What comes in groups is tested with the groups as units: attendances come in activities, people helped in uses of the fund, hours
in outings of a team on a day. A total T of groups of sizes X varies as a compound Poisson sum, by V = ΣX² (W. Feller, An Introduction to Probability
Theory and Its Applications I, 3rd ed. (1968), XII.2), which the rows know; of things counted one by one it is at least T. Two
totals vary together by V1 + V2, so they are dispersed by (V1 + V2)/(T1 + T2) times what Poisson counts would be; divided by that
(R. W. M. Wedderburn, "Quasi-likelihood functions", Biometrika 61 (1974), 439–447) they are tested as counts. Groups of equal size
thus give the test of the groups themselves. Groups that come together, such as the activities of one campaign, vary still more.

Distinct people are not tested: they come in the same groups, and come again, so that their number varies more than a Poisson
count and less than attendances, and no row tells by how much.

Amounts of money and means are known and no sample, and what is held on two days is partly the same: no test is made, and nothing
is called beyond chance. Communities and categories of one window are ranked by their own intervals, Wilson's of shares and
Poisson's of counts and of groups; what the register or a list holds on a day is known, and ranked as it is. Trends are tested by
the order of their values, which knows no variance.
"""

from collections.abc import Callable, Sequence
from functools import partial

from indicators import tables
from indicators.expression import Expression
from indicators.interval import newcombe, poisson, wilson
from indicators.model import Figure, Indicator

COUNTED = frozenset(
    {"人", "个", "人次", "户", "户次", "场", "节", "例", "件", "份", "部", "支", "类", "条", "单", "项", "次"}
)

KINDS = "种"  # counted one by one, too, but what a catalogue offers varies by no chance


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
    """Return the ends between which a figure lies by chance and for want of names; None for what has no interval.

    Sums of money and numbers of the register and of lists are known: both ends are the value.
    """
    value = figure.value or 0.0
    low, high = value if figure.low is None else figure.low, value if figure.high is None else figure.high
    if indicator.interval or _is_listed(indicator):
        return low, high
    if figure.denominator and (_is_share_of_counts(indicator) or _is_share_of_residents(indicator)):
        whole = figure.denominator
        begin, end = (wilson(min(end / indicator.scale * whole, whole), whole) for end in (low, high))
        return begin[0] * indicator.scale, end[1] * indicator.scale
    if _is_total_by_chance(indicator):
        factor = _dispersion([figure], indicator) * (
            indicator.scale / figure.denominator if figure.denominator else 1.0
        )
        return poisson(max(low / factor, 0))[0] * factor, poisson(max(high / factor, 0))[1] * factor
    return None if indicator.denominator or counts_distinct_people(indicator) else (low, high)


def _is_share_of_residents(indicator: Indicator) -> bool:
    is_of_residents = indicator.denominator is not None and tables.is_register(indicator.denominator.table)
    return is_of_residents and indicator.unit == "%" and indicator.numerator.of_people


def _is_listed(indicator: Indicator) -> bool:
    """Whether all there is on a day is counted in the register or a list, which are no sample: staff, venues, honours up to then."""
    counted = indicator.numerator
    is_of_list = counted.span != "period" and tables.are_rosters(tables.records_of(counted.table))
    return is_of_list or tables.is_register(counted.table)


def _is_total_by_chance(indicator: Indicator) -> bool:
    """Whether a total varies by chance, as it is or for each thousand residents."""
    return _varies(indicator) and (indicator.denominator is None or tables.is_register(indicator.denominator.table))


def _varies(indicator: Indicator) -> bool:
    """Whether things are counted one by one, or the groups are known that what is counted or added up comes in."""
    return indicator.groups is not None or (is_count(indicator) and not counts_distinct_people(indicator))


def counts_distinct_people(indicator: Indicator) -> bool:
    """Whether people of a stretch of days are counted, each once however often they came."""
    counted = indicator.numerator
    return counted.span == "period" and counted.of_people and Expression.parse(counted.expression).is_distinct


def is_count(indicator: Indicator) -> bool:
    """Whether the numerator counts things one by one, which money, hours and days do not."""
    return indicator.unit.partition("/")[0] in COUNTED


def changes_in_units(indicator: Indicator) -> bool:
    """Whether a small number of what it counts says more than a percentage: 少1种, not ▼10%."""
    return indicator.denominator is None and (is_count(indicator) or indicator.unit == KINDS)


def _shares_within_chance(now: Figure, before: Figure) -> bool:
    wholes = (before.denominator or 1, now.denominator or 1)
    parts = tuple(min(figure.numerator or 0, whole) for figure, whole in zip((before, now), wholes, strict=True))
    low, high = newcombe((parts[0], parts[1]), wholes)
    return low <= 0 <= high


def _totals_within_chance(indicator: Indicator, now: Figure, before: Figure) -> bool:
    totals = [max(figure.numerator or 0, 0) for figure in (now, before)]
    if sum(totals) == 0:
        return True
    dispersion = _dispersion((now, before), indicator)
    exposure, former_exposure = now.denominator or 1, before.denominator or 1
    low, high = wilson(totals[0] / dispersion, sum(totals) / dispersion)
    return low <= exposure / (exposure + former_exposure) <= high


def _dispersion(figures: Sequence[Figure], indicator: Indicator) -> float:
    """Return by how much more the numerators vary together than Poisson counts of the same size: ΣX²/ΣX of their groups."""
    total = sum(max(figure.numerator or 0, 0) for figure in figures)
    return sum(_variance(figure, indicator) for figure in figures) / total if total else 1.0


def _variance(figure: Figure, indicator: Indicator) -> float:
    """Return ΣX² of a numerator's groups; a sum that was reported without rows is one group, as nothing says otherwise."""
    total = max(figure.numerator or 0, 0)
    if figure.squares is None:
        return total
    if figure.coverage.summed:
        return total**2
    return max(figure.squares, total) if is_count(indicator) else figure.squares
