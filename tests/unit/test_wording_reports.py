"""How much was reported is said in community-months only where months were asked for."""

from datetime import date

import pytest

from indicators.model import Coverage, Period
from tests.support.wording_figures import figure
from wording import reports


@pytest.mark.parametrize(
    ("from_on", "to_on", "words"),
    [
        (date(2025, 3, 5), date(2025, 3, 5), "5/6社区"),
        (date(2025, 3, 1), date(2025, 3, 30), "5/6社区"),
        (date(2025, 3, 1), date(2025, 3, 31), "5/6社区月"),
        (date(2025, 3, 31), date(2025, 4, 1), "5/6社区月"),
    ],
)
def test_days_within_a_month_are_no_community_months(from_on: date, to_on: date, words: str) -> None:
    activity = figure("attendances", 90, coverage=Coverage(5, 6), period=Period("", from_on, to_on))
    assert reports.coverage(activity) == words


def test_what_is_added_up_to_a_day_rests_on_months() -> None:
    a_day = Period("", date(2025, 3, 5), date(2025, 3, 5))
    balance = figure("fund_balance", 90, coverage=Coverage(237, 288), period=a_day)
    assert reports.coverage(balance) == "237/288社区月"
