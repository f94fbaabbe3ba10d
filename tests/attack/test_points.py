"""Balances of points tell of no few gifts: what a balance grew by, and what was redeemed, is what was awarded."""

from itertools import pairwise

from indicators import engine, periods
from indicators.disclosure.choices import disclosed_figures
from indicators.disclosure.limits import OFFICE, is_few
from indicators.model import Filters
from warehouse.build import Build

GIVING = "阳明山庄社区（演示）"


def test_between_two_balances_shown_there_are_no_few_gifts(build: Build) -> None:
    first, last = build.first_day, build.last_day
    assert first and last
    shown = [
        figure.period.to_on
        for month in periods.months(first, last)
        for figure in disclosed_figures(
            build, ["points_balance"], Filters((GIVING,), month.from_on, month.to_on), ("community",), OFFICE
        )
        if figure.state == "ok"
    ]
    entries = [
        engine.figures(build, ["points_entries_to_date"], Filters((GIVING,), first, day))[0].numerator or 0
        for day in shown
    ]
    assert len(shown) > 10 and last in shown
    assert [pair for pair in pairwise(entries) if is_few(pair[1] - pair[0], OFFICE)] == []
