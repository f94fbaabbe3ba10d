"""Changes against a year before are said with their base, and only where the two can be compared."""

import pytest

from indicators import engine
from tests.support.wording_figures import figure
from wording.changes import ChangeWords, against_year_before


def test_a_change_names_its_base_and_whether_it_is_good():
    attendances = engine.catalogue()["attendances"]
    change = against_year_before(figure("attendances", 112), figure("attendances", 100), attendances)

    assert change == ChangeWords("12%", "上年同期100人次", True, "good")


def test_a_share_changes_by_points():
    share = engine.catalogue()["overall_satisfied_share"]
    change = against_year_before(figure(share.id, 88.0), figure(share.id, 90.3), share)

    assert change == ChangeWords("2.3个百分点", "上年同期90.3%", False, "bad")


def test_a_cost_that_rises_is_not_good():
    cost = engine.catalogue()["cost_per_attendance"]

    assert against_year_before(figure(cost.id, 12), figure(cost.id, 10), cost).tone == "bad"


def test_figures_of_other_communities_are_not_compared():
    attendances = engine.catalogue()["attendances"]
    change = against_year_before(figure("attendances", 200), figure("attendances", 100, missing=("乙",)), attendances)

    assert (change.size, change.tone) == ("", "flat")
    assert "报送范围不同" in change.base


@pytest.mark.parametrize("value", [None, 5.0])
def test_without_a_number_a_year_before_there_is_no_change(value: float | None):
    attendances = engine.catalogue()["attendances"]
    now, before = figure("attendances", None if value else 5.0), figure("attendances", value)

    assert against_year_before(now, before, attendances) is None
