"""Changes against a year before are said with what they rest on, and only where they hold."""

import pytest

from indicators.comparison import Comparison, Silence
from indicators.model import Coverage
from tests.support.wording_figures import figure
from wording.changes import ChangeWords, change_words


def comparison(
    id: str, now: float, before: float, silence: Silence | None = None, *, is_tested: bool = True
) -> Comparison:
    return Comparison(figure(id, now), figure(id, before), Coverage(67, 72), True, silence, is_tested)


def test_a_change_names_what_it_rests_on_and_whether_it_is_good():
    change = change_words(comparison("attendances", 112, 100))
    assert change == ChangeWords("12%", "", "67/72社区月", True, True, "good")


def test_a_share_changes_by_points():
    change = change_words(comparison("overall_satisfied_share", 88.0, 90.3))
    assert (change.size, change.is_more, change.tone) == ("2.3个百分点", False, "bad")


def test_a_cost_that_rises_is_not_good():
    assert change_words(comparison("cost_per_attendance", 12, 10)).tone == "bad"


def test_what_no_test_has_found_beyond_chance_has_no_colour():
    change = change_words(comparison("cash_received", 900, 1000, is_tested=False))
    assert (change.size, change.has_arrow, change.tone) == ("10%", True, "flat")


@pytest.mark.parametrize(
    ("silence", "words"),
    [
        ("range", "只知道范围，不作比较"),
        ("not_reported", "上年同期缺报"),
        ("chance", "变化在误差范围内"),
        ("half_empty", "有的台账里分类没有写全，不作比较"),
        ("part_of_month", "不足一个月，不作比较"),
        ("untested", "变化是不是偶然无从判断"),
    ],
)
def test_where_a_change_does_not_hold_the_reason_stands_in_its_place(silence: Silence, words: str):
    change = change_words(comparison("attendances", 1120, 1000, silence, is_tested=False))
    assert (change.size, change.silence, change.tone) == ("", words, "flat")


def test_few_cases_change_in_units_and_without_an_arrow():
    change = change_words(comparison("cases_opened", 48, 47, "chance", is_tested=False))
    assert (change.size, change.has_arrow, change.tone, change.silence) == ("1例", False, "flat", "变化在误差范围内")
    kinds = change_words(comparison("vouchers_on_offer", 9, 10, is_tested=False))
    assert (kinds.size, kinds.has_arrow) == ("1种", False)


def test_equal_numbers_are_level():
    assert change_words(comparison("attendances", 1000, 1000)).size == "持平"
