"""Numbers as they are said in Chinese, and changes with their base."""

from dataclasses import replace
from datetime import date

import pytest

from indicators import engine
from indicators.model import Figure, Period
from ui.frame import words
from ui.frame.escape import html_escape, md_escape

YEAR = Period("2025年", date(2025, 1, 1), date(2025, 12, 31))


def figure(id: str, value: float | None, **more: object) -> Figure:
    one = engine.catalogue()[id]
    made = Figure(id, one.unit, None, YEAR, value, value, None, "ok" if value is not None else "no_sample")
    return replace(made, **more)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0"), (7, "7"), (9999, "9,999"), (10000, "1万"), (12345, "1.23万"), (99999, "10万"), (123456, "12.3万"), (1150000, "115万"),
        (12345678, "1,235万"), (123456789, "1.23亿"), (-31500, "−3.15万"),
    ],
)  # fmt: skip
def test_large_numbers_are_said_in_wan(number: float, said: str):
    assert words.short(number) == said


@pytest.mark.parametrize(
    ("number", "decimals", "said"), [(0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-2.5, 0, "−3"), (2.675, 2, "2.68")]
)
def test_halves_are_rounded_away_from_zero(number: float, decimals: int, said: str):
    assert words.rounded(number, decimals) == said


def test_a_range_is_said_in_one_measure():
    assert (
        words.brief(figure("participants", 3075, low=3075, high=24400), engine.catalogue()["participants"])
        == "0.31万–2.44万人"
    )


@pytest.mark.parametrize(
    ("state", "said"), [("no_sample", "无样本"), ("not_reported", "未报送"), ("hidden", "小样本已隐藏")]
)
def test_what_is_no_number_is_said_in_words(state: str, said: str):
    assert words.full(figure("participants", None, state=state), engine.catalogue()["participants"]) == said


def test_a_change_names_its_base_and_whether_it_is_good():
    one = engine.catalogue()["attendances"]
    change = words.change(figure("attendances", 112), figure("attendances", 100), one)

    assert change == words.Change("12%", "上年同期100人次", True, "good")


def test_a_share_changes_by_points():
    one = engine.catalogue()["overall_satisfied_share"]
    change = words.change(figure(one.id, 88.0), figure(one.id, 90.3), one)

    assert change == words.Change("2.3个百分点", "上年同期90.3%", False, "bad")


def test_a_cost_that_rises_is_not_good():
    one = engine.catalogue()["cost_per_attendance"]

    assert words.change(figure(one.id, 12), figure(one.id, 10), one).tone == "bad"


def test_figures_of_other_communities_are_not_compared():
    one = engine.catalogue()["attendances"]
    change = words.change(figure(one.id, 200), figure(one.id, 100, missing=("乙",)), one)

    assert (change.size, change.tone) == ("", "flat")
    assert "报送范围不同" in change.base


@pytest.mark.parametrize("value", [None, 5.0])
def test_without_a_number_a_year_before_there_is_no_change(value: float | None):
    one = engine.catalogue()["attendances"]

    assert words.change(figure(one.id, None if value else 5.0), figure(one.id, value), one) is None


def test_both_sides_of_a_rate_are_said():
    assert words.sides(figure("closing_rate", 92.0, numerator=46.0, denominator=50.0)) == "46/50"


@pytest.mark.parametrize(
    "text", ["![x](http://a.example/p.png)", "$\\alpha$", ":red[x]", "**x**", "<b>", "[a](b)", "`x`", "- x"]
)
def test_markdown_in_a_name_is_shown_as_it_is_written(text: str):
    marks = {sign for sign in text if not sign.isalnum() and sign not in " /"}

    assert all(f"\\{sign}" in md_escape(text) for sign in marks)


def test_html_in_a_name_is_shown_as_it_is_written():
    assert html_escape("<img src=x onerror=\"f('x')\">") == "&lt;img src=x onerror=&quot;f(&#x27;x&#x27;)&quot;&gt;"
