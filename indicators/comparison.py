"""Compares two windows over what was reported in both, and says whether a change may be called one.

A count over a period rests on community-months: of each community only the months are compared that it reported in both windows,
month of the year by month of the year. What is held on a day rests on communities: only those are compared that were counted on
both days and reported every month between them. Surveys compare the communities that held one in both windows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from indicators import engine, periods
from indicators.chance import chance_test, changes_in_units, counts_distinct_people
from indicators.column_ledgers import as_compared
from indicators.disclosure.choices import disclosed_figures
from indicators.disclosure.compared import disclosed_beside
from indicators.disclosure.systems import linked_ids
from indicators.engine import catalogue
from indicators.grouping import Grouping
from indicators.interval import is_range
from indicators.model import Coverage, Figure, Filters, Indicator
from indicators.reported_months import ReportedMonths, owing_since, reported_months
from indicators.rule_changes import with_changed_rules
from indicators.shared_reports import SharedReports, a_year_later, filled_reports, reported_pairs
from indicators.strand_choice import narrowed_to
from warehouse.build import Build

Silence = Literal[
    "not_reported",
    "nothing_shared",
    "interrupted",
    "half_empty",
    "no_number",
    "hidden",
    "range",
    "chance",
    "untested",
    "little_shared",
    "part_of_month",
    "rule_changed",
]
FEW = 100  # below, a count changes in units and not in percent
LEAST_SHARE = 2  # a comparison over less than one half of what was asked for is none of it
LONGEST = 366  # days: a longer window would overlap itself a year before


@dataclass(frozen=True)
class Comparison:
    """One indicator in two windows, both figures like for like.

    `coverage` counts the community-months used of those asked for; communities for surveys, for what is held on a day and within a month.
    `is_of_months` tells which. `silence` says why the change may not be said as one, None where it may. `is_tested` tells whether chance was ruled out.
    """

    now: Figure
    before: Figure
    coverage: Coverage
    is_of_months: bool
    silence: Silence | None
    is_tested: bool = False

    @property
    def indicator(self) -> Indicator:
        """The declaration of what is compared."""
        return catalogue()[self.now.indicator]

    @property
    def change(self) -> float | None:
        """The later value minus the earlier one, None where one of the two is no number."""
        if self.now.value is None or self.before.value is None:
            return None
        return self.now.value - self.before.value

    @property
    def is_few(self) -> bool:
        """Whether so little is counted that a change is said in units and carries no arrow."""
        return changes_in_units(self.indicator) and (self.before.value or 0) < FEW


def against_year_before(
    build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str] = (), k: int = 0, years: int = 1
) -> list[Comparison]:
    """Return a window's figures against those of a year (or of `years`) before, in the engine's order; numbers of people below `k`
    hidden.

    `by` splits like the engine's, but not by time; of an indicator no part of which can be compared, the whole says why. Left out is what cannot have been recorded a year before: of counts over a
    period all in a window longer than a year, and everything when the earlier window ends before the first record.
    """
    now = engine.clip(build, filters)
    from_on, to_on = periods.years_earlier(now, years)
    if not build.first_day or to_on < build.first_day or not now.communities:
        return []
    is_short = (now.to_on - now.from_on).days <= LONGEST
    wanted = [id for id in ids if is_short or not catalogue()[id].is_of_period]
    linked = [catalogue()[id] for id in linked_ids(wanted) if is_short or not catalogue()[id].is_of_period]
    compared = _compare(build, linked, now, replace(now, from_on=from_on, to_on=to_on), by, k) if linked else []
    return [comparison for id in wanted for comparison in compared if comparison.now.indicator == id]


def comparable_before(build: Build, id: str, filters: Filters, by: Sequence[str], k: int = 0) -> list[Figure | None]:
    """Return for every period of a window its figure of a year before, None where the two do not rest on the same reports.

    Numbers of people below `k` are hidden.
    """
    now = engine.clip(build, filters)
    from_on, to_on = periods.a_year_earlier(now)
    if not build.first_day or to_on < build.first_day or (now.to_on - now.from_on).days > LONGEST:
        return []
    earlier = replace(now, from_on=from_on, to_on=to_on)
    indicator = as_compared(narrowed_to(catalogue()[id], filters.strands), Grouping.of(by, []).category)
    months = reported_months(build, [indicator], now.communities)[id]
    changed = with_changed_rules(build, indicator, from_on, now.to_on)
    pairs = zip(engine.figures(build, [id], now, by), disclosed_figures(build, [id], earlier, by, k), strict=False)
    return [
        figure if changed.isdisjoint(figure.counted) and _is_same_report(indicator, months, later, figure) else None
        for later, figure in pairs
    ]


def _is_same_report(indicator: Indicator, months: ReportedMonths | None, now: Figure, before: Figure) -> bool:
    if now.counted != before.counted:
        return False
    if not indicator.is_of_period or not months or not months.is_monthly:
        return True
    later, earlier = (
        reported_pairs(months, figure.counted, figure.period.from_on, figure.period.to_on) for figure in (now, before)
    )
    return later == a_year_later(earlier)


def _compare(
    build: Build, indicators: Sequence[Indicator], now: Filters, before: Filters, by: Sequence[str], k: int
) -> list[Comparison]:
    narrowed = [narrowed_to(indicator, now.strands) for indicator in indicators]
    owing = {indicator.id: frozenset(owing_since(build, indicator, now.communities)) for indicator in narrowed}
    shared = filled_reports(build, narrowed, Grouping.of(by, narrowed).category, now, before)
    later, earlier = _both(build, now, before, by, shared)
    if partless := {id: shared[id] for id in shared.keys() - {figure.indicator for figure in later}}:
        places = [name for name in by if name == "community"]
        wholes = _both(build, now, before, places, partless)  # where no part is shared, the whole says why
        later, earlier = (figures + of_whole for figures, of_whole in zip((later, earlier), wholes, strict=True))
    if not by and (uneven := _with_other_communities(later, earlier, shared)):
        again = _both(build, now, before, by, uneven)
        later, earlier = (_replaced(figures, new) for figures, new in zip((later, earlier), again, strict=True))
        shared |= uneven
    left_out = {id: reports.left_out for id, reports in shared.items()}
    shown, former = (
        {_key(figure): figure for figure in disclosed_beside(build, figures, left_out, window, by, k)}
        for figures, window in ((later, now), (earlier, before))
    )
    changed = {each.id: with_changed_rules(build, each, before.from_on, now.to_on) for each in narrowed}
    return [
        _across_rules(_comparison(figure, former[key], shared[figure.indicator], owing[figure.indicator]), changed)
        for key, figure in shown.items()
        if key in former
    ]


def _both(
    build: Build, now: Filters, before: Filters, by: Sequence[str], shared: Mapping[str, SharedReports]
) -> tuple[list[Figure], list[Figure]]:
    """Return the figures of both windows, counted together: no month lies in both, so what is left out of each can be listed in one."""
    windows = [(window.from_on, window.to_on) for window in (now, before)]
    left_out = {id: reports.left_out for id, reports in shared.items()}
    figures = engine.figures_of_windows(build, list(shared), now, windows, by, left_out)
    return [f for f in figures if f.period.to_on == now.to_on], [f for f in figures if f.period.to_on == before.to_on]


def _replaced(figures: Sequence[Figure], new: Sequence[Figure]) -> list[Figure]:
    by_indicator = {figure.indicator: figure for figure in new}
    return [by_indicator.get(figure.indicator, figure) for figure in figures]


def _with_other_communities(
    later: Sequence[Figure], earlier: Sequence[Figure], shared: Mapping[str, SharedReports]
) -> dict[str, SharedReports]:
    """Return the reports of the indicators that count other communities in the two windows, without those."""
    uneven = {}
    for now, before in zip(later, earlier, strict=True):
        if others := frozenset(now.counted) ^ frozenset(before.counted):
            reports = shared[now.indicator]
            uneven[now.indicator] = replace(
                reports,
                months=None if reports.months is None else frozenset(m for m in reports.months if m[0] not in others),
                left_out=replace(reports.left_out, communities=reports.left_out.communities | others),
            )
    return uneven


def _key(figure: Figure) -> tuple[str, str | None, str | None]:
    return figure.indicator, figure.community, figure.category


def _comparison(now: Figure, before: Figure, shared: SharedReports, owing: frozenset[str]) -> Comparison:
    places = owing.intersection((now.community,)) if now.community else owing
    if shared.months is None:
        coverage = Coverage(len(set(now.counted).intersection(before.counted)), len(places))
    else:
        window = periods.months(now.period.from_on, now.period.to_on)
        coverage = Coverage(sum(month[0] in places for month in shared.months), len(window) * len(places))
    silence, is_tested = _silence(now, before, coverage)
    if silence in ("not_reported", "nothing_shared", "little_shared") and not shared.half_empty.isdisjoint(places):
        silence = "half_empty"
    elif silence == "not_reported" and not shared.interrupted.isdisjoint(places):
        silence = "interrupted"
    is_of_months = shared.months is not None and not periods.is_part_of_month(now.period)
    return Comparison(now, before, coverage, is_of_months, silence, is_tested)


def _across_rules(comparison: Comparison, changed: Mapping[str, frozenset[str]]) -> Comparison:
    """Return a comparison, silent where it could be said and a community counted in it has `changed` the rules meanwhile."""
    may_be_said = comparison.silence in (None, "chance", "untested")
    if not may_be_said or changed[comparison.now.indicator].isdisjoint(comparison.now.counted):
        return comparison
    return replace(comparison, silence="rule_changed", is_tested=False)


def _silence(now: Figure, before: Figure, coverage: Coverage) -> tuple[Silence | None, bool]:
    """Return why the change may not be said, and whether a test found it to be beyond chance."""
    indicator = catalogue()[now.indicator]
    if "hidden" in (now.state, before.state):
        return "hidden", False
    if coverage.reported == 0:
        return ("not_reported" if before.state == "not_reported" else "nothing_shared"), False
    if coverage.reported * LEAST_SHARE < coverage.due:
        return "little_shared", False
    if now.value is None or before.value is None:
        return ("not_reported" if before.state == "not_reported" else "no_number"), False
    if any(is_range(figure, indicator) for figure in (now, before)):
        return "range", False
    within_chance = chance_test(indicator)
    has_no_test = indicator.denominator is not None or counts_distinct_people(indicator)
    if within_chance is None and has_no_test and now.value != before.value:
        return "untested", False
    if now.value == before.value:
        return None, False
    if (
        within_chance is None
    ):  # on which day of a month money comes is nothing that the same days a year before could tell
        return ("part_of_month" if indicator.is_of_period and periods.is_part_of_month(now.period) else None), False
    return ("chance", False) if within_chance(now, before) else (None, True)
