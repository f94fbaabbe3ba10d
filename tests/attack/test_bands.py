"""Attacks on casework: bands of days by the share of what lies within a limit, and what stood open by what was opened and closed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from indicators.disclosure.choices import disclosed_figures
from indicators.model import Filters
from warehouse.build import Build

MakeBuild = Callable[..., Build]
A, FIRST, LAST = "甲社区", date(2025, 1, 1), date(2025, 12, 31)
LASTING = {
    "30天以内": 20,
    "31–60天": 50,
    "61–120天": 80,
    "61–120天（90天以后）": 110,
    "121–180天": 150,
    "181–365天": 300,
}


def closed_cases(numbers: dict[str, int]) -> list[dict[str, object]]:
    """Return so many cases closed in 2025, by how long they took."""
    return [
        {
            "community": A,
            "case_no": f"{band}{n}",
            "opened_on": "2025-01-01",
            "closed_on": str(date(2025, 1, 1) + timedelta(days=LASTING[band])),
        }
        for band, number in numbers.items()
        for n in range(number)
    ]


@pytest.mark.parametrize(
    "numbers",
    [
        {"30天以内": 3, "31–60天": 20, "121–180天": 4, "181–365天": 30},  # none is cut by the 90th day
        {"30天以内": 1, "31–60天": 20, "61–120天（90天以后）": 9, "121–180天": 4, "181–365天": 30},
        {"30天以内": 3, "31–60天": 20, "61–120天": 2, "61–120天（90天以后）": 9, "121–180天": 4, "181–365天": 30},
    ],
)
def test_a_band_of_days_does_not_follow_from_the_share_within_a_limit(
    make_build: MakeBuild, numbers: dict[str, int]
) -> None:
    build = make_build({"casework": closed_cases(numbers), "community": [{"community": A, "as_of_on": "2020-01-01"}]})
    window = Filters((A,), FIRST, LAST)
    (share,) = disclosed_figures(build, ["closed_in_90_days_share"], window, (), 5)
    bands = {f.category: f for f in disclosed_figures(build, ["cases_closed"], window, ("duration_band",), 5)}
    assert share.state == "ok"
    assert bands["30天以内"].state == bands["121–180天"].state == "hidden"
    assert "hidden" in (bands["31–60天"].state, bands.get("61–120天", bands["31–60天"]).state)
    assert bands["181–365天"].state == "hidden"


def test_bands_need_not_be_hidden_where_the_limit_cuts_one_with_room(make_build: MakeBuild) -> None:
    numbers = {"30天以内": 3, "31–60天": 20, "61–120天": 9, "61–120天（90天以后）": 9, "121–180天": 4, "181–365天": 30}
    build = make_build({"casework": closed_cases(numbers), "community": [{"community": A, "as_of_on": "2020-01-01"}]})
    figures = disclosed_figures(build, ["cases_closed"], Filters((A,), FIRST, LAST), ("duration_band",), 5)
    assert {figure.value for figure in figures if figure.state == "ok"} >= {20, 30}


def test_what_was_opened_and_closed_does_not_tell_how_few_stood_open_before(make_build: MakeBuild) -> None:
    spells = [("2024-01-05", "2024-03-05", 7), ("2024-12-06", "2025-02-05", 3), ("2025-01-07", "2025-03-07", 12)]
    rows = [
        {"community": A, "case_no": f"{opened}{n}", "opened_on": opened, "closed_on": closed}
        for opened, closed, number in (*spells, ("2025-01-08", None, 8))
        for n in range(number)
    ]
    build = make_build({"casework": rows, "community": [{"community": A, "as_of_on": "2020-01-01"}]})
    ids = ["cases_opened", "cases_closed", "cases_open", "closing_rate_of_period"]
    figures = disclosed_figures(build, ids, Filters((A,), FIRST, LAST), (), 5)
    assert [figure.value for figure in figures[:2]] == [20, None]  # 3 stood open on the last day of 2024
    (both_years,) = disclosed_figures(build, ["cases_closed"], Filters((A,), date(2024, 1, 1), LAST), (), 5)
    assert both_years.value == 22
