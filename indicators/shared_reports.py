"""Finds what communities reported in both of two windows, and what a figure must leave out to rest on that alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from indicators import periods
from indicators.column_ledgers import as_compared, as_if_filled
from indicators.model import NOTHING_LEFT_OUT, Filters, Indicator, LeftOut
from indicators.reported_months import ReportedMonths, reported_months
from warehouse.build import Build

Month = tuple[str, date]  # community, first day of a month of the later window


@dataclass(frozen=True)
class SharedReports:
    """What one indicator has in both windows, and what it must leave out of them.

    `half_empty` are the communities of which more was reported, in rows that do not say what is counted by; `interrupted` those of
    which something was held on the former day, and that did not report every month since.
    """

    months: frozenset[Month] | None  # None where months are not compared
    left_out: LeftOut
    half_empty: frozenset[str] = frozenset()
    interrupted: frozenset[str] = frozenset()


def filled_reports(
    build: Build, indicators: Sequence[Indicator], category: str | None, now: Filters, before: Filters
) -> dict[str, SharedReports]:
    """Return by indicator id what was reported in both windows in rows that nearly all say what is counted, and split, by."""
    filled, written = (
        [declared(indicator, category) for indicator in indicators] for declared in (as_compared, as_if_filled)
    )
    of_filled, of_written = (reported_months(build, each, now.communities) for each in (filled, written))
    reports = {}
    for compared, sent in zip(filled, written, strict=True):
        shared = shared_reports(compared, of_filled[compared.id], now, before)
        if compared != sent:
            lacking = _lacking(shared, shared_reports(sent, of_written[sent.id], now, before))
            shared = replace(shared, half_empty=lacking)
        reports[compared.id] = shared
    return reports


def _lacking(shared: SharedReports, sent: SharedReports) -> frozenset[str]:
    """Return the communities of which less is shared than was sent."""
    if shared.months is None or sent.months is None:
        return shared.left_out.communities - sent.left_out.communities
    return frozenset(community for community, _ in sent.months - shared.months)


def shared_reports(indicator: Indicator, months: ReportedMonths | None, now: Filters, before: Filters) -> SharedReports:
    """Return what was reported in both windows; of a register all communities, until their figures tell otherwise."""
    if months is None:
        return SharedReports(None, NOTHING_LEFT_OUT)
    if indicator.can_leave_out_months and months.is_monthly:
        return _shared_months(months, now, before)
    is_shared = _holds_on_both_days if not indicator.is_of_period else _surveyed_in_both
    if indicator.is_of_period and months.is_monthly:
        is_shared = _reported_throughout
    communities = frozenset(name for name in now.communities if is_shared(months.complete[name], now, before))
    others = frozenset(now.communities) - communities
    held = (name for name in others if _has_begun(months.complete[name], before))
    interrupted = frozenset(() if indicator.is_of_period else held)
    return SharedReports(None, LeftOut(communities=others), interrupted=interrupted)


def _shared_months(months: ReportedMonths, now: Filters, before: Filters) -> SharedReports:
    later, former_of = _first_days(now), _former_months(now, before)
    shared = frozenset(
        (community, month)
        for community in now.communities
        for month in later
        if month in former_of and months.complete[community] >= {month, former_of[month]}
    )
    communities = frozenset(community for community, _ in shared)
    left_out = (
        (community, day)
        for community in communities
        for month, day in (*zip(later, later, strict=True), *former_of.items())
        if (community, month) not in shared
    )
    return SharedReports(shared, LeftOut(frozenset(left_out), frozenset(now.communities) - communities))


def _former_months(now: Filters, before: Filters) -> dict[date, date]:
    """Return {the first day of a month: that of the same month in the former window}."""
    years = relativedelta(years=now.from_on.year - before.from_on.year)
    return {former + years: former for former in _first_days(before)}


def _first_days(filters: Filters) -> list[date]:
    return [month.from_on for month in periods.months(filters.from_on, filters.to_on)]


def reported_pairs(months: ReportedMonths, communities: Sequence[str], from_on: date, to_on: date) -> set[Month]:
    window = periods.months(from_on, to_on)
    return {(name, month.from_on) for name in communities for month in window if month.from_on in months.complete[name]}


def a_year_later(reported: Iterable[Month]) -> set[Month]:
    """Return the months one year on."""
    return {(community, _in_a_year(month)) for community, month in reported}


@lru_cache(maxsize=1024)  # the months of a page are few, its communities many
def _in_a_year(month: date) -> date:
    return month + relativedelta(years=1)


def _holds_on_both_days(reported: frozenset[date], now: Filters, before: Filters) -> bool:
    """Whether a community reported before the former day, and since then every month up to the later one.

    Who last reported some months ago still holds something, but what came in since is not known: no change to that day.
    """
    if not _has_begun(reported, before):
        return False
    between = periods.months(periods.first_of(before.to_on, "month"), now.to_on)[1:]
    return all(month.from_on in reported for month in between)


def _has_begun(reported: frozenset[date], before: Filters) -> bool:
    """Whether a community reported anything up to the former day."""
    return bool(reported) and min(reported) <= before.to_on


def _reported_throughout(reported: frozenset[date], now: Filters, before: Filters) -> bool:
    return all(
        month.from_on in reported for window in (now, before) for month in periods.months(window.from_on, window.to_on)
    )


def _surveyed_in_both(reported: frozenset[date], now: Filters, before: Filters) -> bool:
    return all(
        any(month.from_on in reported for month in periods.months(window.from_on, window.to_on))
        for window in (now, before)
    )
