"""Two survey waves compared: the difference with an interval, and the warnings that belong beside it."""

from dataclasses import replace
from datetime import date

import pytest

from indicators.before_after import SurveyWave, compare
from wording.survey_waves import change

FIRST = SurveyWave("2022年", date(2022, 5, 1), date(2022, 5, 9), 70, 48, ("面访",), (5,), ("总体满意度",))
SECOND = SurveyWave("2023年", date(2023, 5, 1), date(2023, 5, 9), 80, 56, ("面访",), (5,), ("总体满意度",))


def test_the_interval_is_newcombes_as_published() -> None:
    """Newcombe 1998, table II, case (a): 56/70 against 48/80, method 10 gives 0.0524 to 0.3339."""
    found = compare(replace(FIRST, answers=80, satisfied=48), replace(SECOND, answers=70, satisfied=56))
    assert (found.low, found.high) == (pytest.approx(0.0524, abs=5e-5), pytest.approx(0.3339, abs=5e-5))


def test_a_difference_within_the_error_is_not_called_a_rise() -> None:
    found = compare(FIRST, SECOND)
    assert found.difference > 0
    assert "不能说提高或下降" in change(found)


def test_a_clear_rise_is_called_one() -> None:
    assert change(compare(FIRST, replace(SECOND, satisfied=79))).startswith("总体满意率提高30.2个百分点")


def test_the_same_instrument_gives_no_warning() -> None:
    assert compare(FIRST, SECOND).warnings == ()


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"modes": ("扫码",)}, "调查方式变了（面访→扫码）"),
        ({"questions": ("总体满意度", "环境")}, "问题变了"),
        ({"scales": (10,)}, "分制变了"),
    ],
)
def test_a_changed_instrument_is_named(change: dict[str, tuple[str, ...]], word: str) -> None:
    (warning,) = compare(FIRST, replace(SECOND, **change)).warnings
    assert word in warning


def test_few_answers_are_named() -> None:
    assert "只有12份" in compare(FIRST, replace(SECOND, answers=12, satisfied=9)).warnings[0]


def test_unequal_response_and_a_panel_are_named() -> None:
    first = replace(FIRST, returned=74, invited=100, numbers=("1", "2", "3"))
    fewer = compare(first, replace(SECOND, returned=88, invited=100)).warnings
    panel = compare(first, replace(SECOND, returned=75, invited=100, numbers=("1", "2", "4"))).warnings
    assert [warning[:4] for warning in (*fewer, *panel)] == ["回收率变", "两次的问"]
