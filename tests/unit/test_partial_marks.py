"""A period that does not hold all its reports is marked, whatever the grain."""

from datetime import date

import pytest

from indicators.model import Coverage, Period
from tests.support.wording_figures import YEAR, figure
from ui.charts.chart import is_partial, marks, partial_note

SHORT = Period("2026年（截至10月31日）", date(2026, 1, 1), date(2026, 10, 31))
FULL, HALF = Coverage(12, 12), Coverage(6, 12)


@pytest.mark.parametrize(
    ("id", "period", "coverage", "partial"),
    [
        ("attendances", YEAR, FULL, False),
        ("attendances", YEAR, HALF, True),
        ("attendances", SHORT, FULL, True),
        ("fund_balance", YEAR, HALF, False),  # to date: what is missing long ago does not shorten the year
        ("satisfied_share", YEAR, Coverage(1, 6), False),  # surveys are held now and then
    ],
)
def test_a_period_is_partial_when_its_days_or_its_reports_are(
    id: str, period: Period, coverage: Coverage, partial: bool
):
    assert is_partial(figure(id, 10.0, period=period, coverage=coverage)) == partial


def test_partial_points_are_hollow_and_the_note_says_so():
    series = [figure("attendances", 10.0, coverage=FULL), figure("attendances", 4.0, coverage=HALF)]
    assert marks(series) == ["circle", "circle-open"]
    assert partial_note(series) and not partial_note(series[:1])
