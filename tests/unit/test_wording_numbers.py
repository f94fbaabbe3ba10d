"""Numbers as they are said in Chinese, on screen and in files."""

from dataclasses import replace

import pytest

from indicators import engine
from indicators.model import Coverage
from tests.support.wording_figures import figure
from wording import numbers


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (0, "0"), (7, "7"), (9999, "9,999"), (10000, "1万"), (12345, "1.23万"), (99999, "10.0万"), (69962, "7.00万"), (70000, "7万"), (123456, "12.3万"), (1150000, "115万"),
        (12345678, "1,235万"), (123456789, "1.23亿"), (-31500, "−3.15万"),
    ],
)  # fmt: skip
def test_large_numbers_are_said_in_wan(number: float, sentence: str):
    assert numbers.short(number) == sentence


@pytest.mark.parametrize(
    ("number", "decimals", "sentence"),
    [(0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-2.5, 0, "−3"), (2.675, 2, "2.68")],
)
def test_halves_are_rounded_away_from_zero(number: float, decimals: int, sentence: str):
    assert numbers.rounded(number, decimals) == sentence


def test_a_range_is_said_in_one_measure():
    participants = figure("participants", 9075, low=9075, high=24400)
    assert numbers.brief(participants, engine.catalogue()["participants"]) == "0.9万–2.44万人"


def test_a_range_is_said_with_both_its_ends_in_full():
    participants = figure("participants", 9075, low=9075, high=24400)
    assert numbers.full(participants, engine.catalogue()["participants"]) == "9,075–24,400人"


@pytest.mark.parametrize(
    ("state", "sentence"), [("no_sample", "无样本"), ("not_reported", "未报送"), ("hidden", "已隐藏")]
)
def test_what_is_no_number_is_said_in_words(state: str, sentence: str):
    assert numbers.full(figure("participants", None, state=state), engine.catalogue()["participants"]) == sentence


def test_what_a_community_never_had_is_not_called_missing():
    points = figure("points_awarded", None, state="not_reported", coverage=Coverage(0, 0))
    assert numbers.full(points, engine.catalogue()["points_awarded"]) == "尚未开始"


@pytest.mark.parametrize(
    ("id", "value", "sentence"), [("closing_rate", 92.0, "92.0%"), ("volunteer_hours", 4532.0, "4,532小时")]
)
def test_a_rate_keeps_its_decimals_and_a_sum_does_not(id: str, value: float, sentence: str):
    assert numbers.full(figure(id, value), engine.catalogue()[id]) == sentence


def test_an_interval_is_said_from_end_to_end():
    share = figure("overall_satisfied_share", 87.5, low=84.06, high=90.0)
    assert numbers.interval(share, engine.catalogue()["overall_satisfied_share"]) == "84.1–90.0%"


def test_both_sides_of_a_rate_are_said():
    assert numbers.sides(figure("closing_rate", 92.0, numerator=46.0, denominator=50.0)) == "46/50"


@pytest.mark.parametrize(("value", "sentence"), [(3.0, "+3"), (-1500.0, "−1,500"), (0.0, "0")])
def test_a_difference_has_its_sign(value: float, sentence: str):
    assert numbers.signed(value, engine.catalogue()["attendances"]) == sentence


@pytest.mark.parametrize(("p", "sentence"), [(0.0031, "=0.003"), (0.00099, "<0.001")])
def test_a_very_small_p_value_is_not_nought(p: float, sentence: str):
    assert numbers.p_value(p) == sentence


@pytest.mark.parametrize(("value", "sentence"), [(4532.0, "4,532小时"), (None, "没有数")])
def test_a_value_is_said_with_its_unit_or_there_is_none(value: float | None, sentence: str):
    assert numbers.quantity(value, engine.catalogue()["volunteer_hours"]) == sentence


def test_the_change_of_a_share_is_in_points_of_a_percentage():
    assert numbers.slope(0.971, engine.catalogue()["overall_satisfied_share"]) == "+0.97个百分点"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (1.3623, 100.0, "至少1.3%"),
        (0.02, 0.712, "至多0.8%"),
        (3.5601, 77.7501, "3.5–77.8%"),
        (1.3999999999, 100.0, "至少1.4%"),
    ],
)
def test_the_ends_of_a_range_promise_no_more_than_is_known(low: float, high: float, words: str) -> None:
    rate = figure("participation_rate", low, low=low, high=high)
    assert numbers.full(rate, engine.catalogue()["participation_rate"]) == words


def test_a_large_number_that_is_only_the_least_is_shortened_downwards() -> None:
    participants = figure("participants", 12386, low=12386, high=55600)
    assert numbers.brief(participants, engine.catalogue()["participants"]) == "至少1.23万人"


@pytest.mark.parametrize(("high", "words"), [(100.0, "至少1.5%"), (96.5, "1.5–96.5%")])
def test_a_share_that_may_be_anything_above_is_said_to_be_at_least(high: float, words: str) -> None:
    rate = figure("participation_rate", 1.5, low=1.5, high=high)
    assert numbers.full(rate, engine.catalogue()["participation_rate"]) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.02, 0.7, "至多0.7%"),
        (0.02, 100.0, "不能定"),
        (1.5, 4.5, "1.5–4.5%"),
        (1.5, 4.6, "至少1.5%"),
        (1.5, 96.5, "至少1.5%"),
    ],
)
def test_the_end_of_a_range_that_says_nothing_is_left_out(low: float, high: float, words: str) -> None:
    rate = figure("participation_rate", low, low=low, high=high)
    assert numbers.brief(rate, engine.catalogue()["participation_rate"]) == words


def test_of_a_vast_range_only_what_is_proven_is_said() -> None:
    participants = figure("participants", 817, low=817, high=55600)
    assert numbers.brief(participants, engine.catalogue()["participants"]) == "至少817人"
    assert numbers.full(participants, engine.catalogue()["participants"]) == "817–55,600人"


def test_the_ends_of_a_range_over_communities_are_said_to_be_one_of_them_and_their_sum() -> None:
    volunteers = figure("volunteers_active", 535, low=535, high=1251, counted=("甲", "乙"))
    indicator = engine.catalogue()["volunteers_active"]
    ends = "下限只是最多的一家（甲），上限为各社区之和"
    assert numbers.ends(volunteers, indicator, "甲") == ends
    assert (
        numbers.range_words(volunteers, indicator, "甲") == f"几个社区都有的分不出来，只知道在535至1,251人之间，{ends}"
    )
    assert numbers.ends(replace(volunteers, community="甲", counted=("甲",)), indicator) == ""
