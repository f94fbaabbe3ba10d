"""Tells whose rules changed between two windows: points of a year with a higher cap are no growth over those of the year before."""

from datetime import date

from etl.declarations import record_types
from indicators.model import Indicator
from warehouse.build import Build


def with_changed_rules(build: Build, indicator: Indicator, begun_on: date, to_on: date) -> frozenset[str]:
    """Return the communities of which a rule of the indicator came into force after the first day and until the last one.

    The first rule of a community changes nothing: before it nothing was counted.
    """
    if not (record := indicator.rules):
        return frozenset()
    sql = f"select community, {record_types()[record].placed_on} from {record} order by 1, 2"
    first: dict[str, date] = {}
    changed = set()
    for community, effective_on in build.lasting(("rules", record), lambda: build.rows(sql)):
        if effective_on > first.setdefault(community, effective_on) and begun_on < effective_on <= to_on:
            changed.add(community)
    return frozenset(changed)
