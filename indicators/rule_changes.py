"""Tells whose rules changed between two windows: points of a year with a higher cap are no growth over those of the year before."""

from collections.abc import Iterator
from datetime import date

from etl.columns import COMMUNITY
from etl.declarations import record_types
from indicators.model import Indicator
from warehouse.build import Build


def with_changed_rules(build: Build, indicator: Indicator, begun_on: date, to_on: date) -> frozenset[str]:
    """Return the communities that count by another rule of the indicator after the first day and until the last one.

    The first rule of a community changes nothing: before it nothing was counted.
    """
    if not indicator.rules:
        return frozenset()
    first: dict[str, date] = {}
    changed = set()
    for community, effective_on, counted_on in build.lasting(
        ("rules", indicator.id), lambda: list(_changes(build, indicator))
    ):
        if effective_on > first.setdefault(community, effective_on) and begun_on < effective_on and counted_on <= to_on:
            changed.add(community)
    return frozenset(changed)


def _changes(build: Build, indicator: Indicator) -> Iterator[tuple[str, date, date]]:
    """Yield the community, the day and the first day counted by it of each rule that differs from the former one of its kind."""
    record = record_types()[indicator.rules[0]]
    kinds = [column for column in record.key if column != record.placed_on]
    former: dict[tuple[str, ...], tuple[object, ...]] = {}
    for effective_on, counted_on, *cells in build.rows(_sql(indicator, record.placed_on, [COMMUNITY.name, *kinds])):
        kind, terms = tuple(cells[: len(kinds) + 1]), tuple(cells[len(kinds) + 1 :])
        if former.get(kind) != terms:
            yield kind[0], effective_on, counted_on
        former[kind] = terms


def _sql(indicator: Indicator, effective: str, kind: list[str]) -> str:
    """Return the SQL of rules in their order by which something was counted: day, first day counted, community, kind and terms."""
    record, *terms = indicator.rules
    counted, where = indicator.numerator, indicator.numerator.where
    columns, cells = ", ".join(kind), ", ".join([*kind, *terms])
    return (
        f"select {effective}, min(counted_on), {cells}\nfrom {record} join (select {columns}, {counted.on} as counted_on from {counted.table}"
        f"{f' where {where.sql}' if where else ''}) as counted using ({columns})\n"
        f"where counted_on >= {effective} group by all order by {effective}"
    )
