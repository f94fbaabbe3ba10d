"""Ticks: round, few, in 万; and cases in bands none of which is small."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import periods
from indicators.engine import catalogue
from indicators.model import Grain
from tests.support.wording_figures import figure
from ui.charts import chart_axis
from ui.charts.picture import empty


@pytest.mark.parametrize(
    ("values", "from_zero", "ticks"),
    [
        ([3, 17], True, ["0", "5", "10", "15", "20"]),
        ([0, 31500], True, ["0", "1万", "2万", "3万", "4万"]),
        ([82.1, 91.4], False, ["80.0", "82.5", "85.0", "87.5", "90.0", "92.5"]),
        ([None, None], True, ["0", "0.25", "0.50", "0.75", "1.00"]),
        ([0, 0], True, ["0", "0.25", "0.50", "0.75", "1.00"]),
    ],
)
def test_ticks_are_round_and_few(values: list[float | None], from_zero: bool, ticks: list[str]):
    assert chart_axis.upward(values, from_zero=from_zero)["ticktext"] == ticks


def test_an_interval_lies_on_its_axis_whole():
    share = catalogue()["overall_satisfied_share"]
    figures = [figure(share.id, 74.1, low=61.2, high=84.0), figure(share.id, 90.5, low=81.7, high=95.2)]

    low, high = chart_axis.of_indicator(share, figures)["range"]

    assert low <= 61.2
    assert high >= 95.2


def test_a_count_has_no_ticks_between_whole_numbers():
    monthly = [figure("public_welfare_days", value) for value in (1, 1, 0)]
    assert chart_axis.of_indicator(catalogue()["public_welfare_days"], monthly)["ticktext"] == ["0", "1"]
    assert chart_axis.upward([9], from_zero=True, is_whole=True)["ticktext"] == ["0", "5", "10"]


def test_labels_along_time_stand_level_in_two_lines_and_the_last_is_never_dropped():
    picture = empty("参与人次", ())
    chart_axis.along_time(picture, periods.months(date(2021, 1, 1), date(2026, 10, 31)))

    axis = picture.layout["xaxis"]
    assert axis["ticktext"][-1] == "10月<br>2026年"
    assert (axis["tickangle"], axis["ticklabeloverflow"]) == (0, "allow")
    assert min(later - earlier for earlier, later in pairwise(axis["tickvals"])) > 9  # no two run into each other


@given(st.lists(st.floats(-1e9, 1e9), min_size=1), st.booleans())
def test_every_value_lies_between_the_ends_of_its_axis(values: list[float], from_zero: bool):
    low, high = chart_axis.upward(values, from_zero=from_zero)["range"]

    assert low <= min(values) <= max(values) <= high


def test_over_years_their_januaries_are_named():
    picture = empty("参与人次", ())
    chart_axis.along_time(picture, periods.months(date(2021, 2, 1), date(2026, 10, 31)))

    labels = [label.replace("<br>", "") for label in picture.layout["xaxis"]["ticktext"]]
    assert labels == ["1月2022年", "1月2023年", "1月2024年", "1月2025年", "1月2026年", "10月2026年"]


@pytest.mark.parametrize("grain", ["month", "quarter"])
def test_labels_do_not_touch_on_a_phone_where_names_stand_at_the_ends_of_lines(grain: Grain):
    picture = empty("总体满意率", (), right=104)
    spans = periods.split(date(2021, 1, 1), date(2026, 10, 31), grain)
    chart_axis.along_time(picture, spans)

    places = picture.layout["xaxis"]["tickvals"]
    assert min(later - earlier for earlier, later in pairwise(places)) * (348 - 104) / len(spans) >= 43
