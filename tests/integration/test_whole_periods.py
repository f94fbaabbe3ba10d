"""Figures of months, quarters and years that are remembered: the same as if nothing was asked before, for each reader his own."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import product

import pytest

from indicators import engine
from indicators.model import Filters
from tests.support.builds import months_of
from warehouse.build import Build

# what adds up, people, a rate that needs every month, and what not every community has, reported by sums in 2022
IDS = ("activities", "participants", "participation_rate", "requests_received")
FIRST_DAY = date(2021, 1, 1)
WINDOWS = ((FIRST_DAY, date(2021, 11, 17)), (FIRST_DAY, date(2022, 3, 31)), (date(2021, 2, 9), date(2022, 2, 2)))
PLACES = (("甲", "乙"), ("乙",))


@pytest.fixture
def build(make_build: Callable[..., Build]) -> Build:
    days = ("2021-01-05", "2021-02-20", "2021-11-16", "2021-11-28", "2022-02-14")
    rows = [
        {"community": community, "title": f"{place}{day}", "held_on": day, "headcount": 30 + place, "strand": strand}
        for place, (community, strand, day) in enumerate(product(("甲", "乙"), ("老人", "文体"), days))
    ]
    people = [
        {"activity": "签到", "attended_on": day, "person_key": f"{day}{number}"} for day in days for number in range(7)
    ]
    register = [{"community": name, "as_of_on": "2020-01-01", "residents_count": 900} for name in ("甲", "乙")]
    sums = [{"month_on": "2022-02-01", "item": "受理工单", "value": 8, "community": "乙"}]
    records = {"activity": rows, "attendance": people, "community": register, "summary": sums}
    return make_build(records, months_of("activity", ("2021-01-01", "2021-12-31")))


@pytest.mark.parametrize("by", [("month", "community"), ("quarter",), ("year", "community")])
def test_figures_of_a_grain_do_not_depend_on_what_was_asked_before(build: Build, by: Sequence[str]):
    for communities, (first, last), strands in product(PLACES, WINDOWS, ((), ("老人",))):
        filters = Filters(communities, first, last, strands)
        figures = engine.figures(build, IDS, filters, by)

        assert figures == engine.figures(Build(build.path), IDS, filters, by)
        assert figures
