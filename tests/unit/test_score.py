"""An application scored against an evaluation table: points, losses with reasons, gates, faults of a rubric file."""

from datetime import date
from pathlib import Path

import pytest

from evidence.scoring.rubric import BadRubric, read_rubric, rubrics
from evidence.scoring.score import AssessorInput, score_rubric
from indicators.engine import catalogue
from indicators.model import Coverage, Figure, Period

YEAR = Period("2025年", date(2025, 1, 1), date(2025, 12, 31))
BAND = """
title = "示例"
source = "测试"
[[item]]
id = "people"
label = "服务人次完成率"
kind = "band"
points = 3
indicator = "attendances"
against_plan = true
steps = [{ at_least = 1.0, points = 3 }, { at_least = 0.8, points = 2 }, { at_least = 0.6, points = 1 }]
documents = ["活动签到表"]
"""


ONE_YEAR = Coverage(12, 12)


def figure(indicator: str, value: float | None, state: str = "ok") -> Figure:
    return Figure(indicator, catalogue()[indicator].unit, None, YEAR, value, value, None, state, coverage=ONE_YEAR)  # type: ignore[arg-type]


def rubric_file(folder: Path, text: str) -> Path:
    path = folder / "example.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("value", "points"), [(1200, 3), (1000, 3), (999, 2), (800, 2), (600, 1), (599, 0)])
def test_a_band_earns_points_by_the_share_of_the_plan(tmp_path: Path, value: float, points: float) -> None:
    rubric = read_rubric(rubric_file(tmp_path, BAND))
    score = score_rubric(rubric, {"attendances": figure("attendances", value)}, AssessorInput(plans={"people": 1000}))
    assert score.points == points


def test_the_next_step_says_how_much_is_lacking(tmp_path: Path) -> None:
    rubric = read_rubric(rubric_file(tmp_path, BAND))
    score = score_rubric(rubric, {"attendances": figure("attendances", 900)}, AssessorInput(plans={"people": 1000}))
    assert [item_score.improvement.words for item_score in score.nearest if item_score.improvement] == [
        "再增加100人次可得3分"
    ]


def test_a_share_lacks_points_of_a_percentage_and_not_percent(tmp_path: Path) -> None:
    share = BAND.replace("attendances", "overall_satisfied_share").replace("against_plan = true", "")
    share = (
        share.replace("1.0, points", "95, points")
        .replace("0.8, points", "90, points")
        .replace("0.6, points", "80, points")
    )
    figures = {"overall_satisfied_share": figure("overall_satisfied_share", 80.81)}

    (item_score,) = score_rubric(read_rubric(rubric_file(tmp_path, share)), figures, AssessorInput()).item_scores

    assert item_score.improvement
    assert item_score.improvement.words == "再提高9.19个百分点可得2分"


@pytest.mark.parametrize(("state", "words"), [("not_reported", "未报送"), ("hidden", "为保护个人不予公开")])
def test_where_there_is_no_number_no_nought_stands(tmp_path: Path, state: str, words: str) -> None:
    rubric = read_rubric(rubric_file(tmp_path, BAND))
    score = score_rubric(rubric, {"attendances": figure("attendances", None, state)}, AssessorInput())
    (item_score,) = score.item_scores
    assert (score.points, item_score.result) == (0, "没有数")
    assert item_score.reason == f"参与人次{words}，没有算进得分。"


def test_what_nobody_filled_in_is_no_nought_either(tmp_path: Path) -> None:
    rubric = read_rubric(rubric_file(tmp_path, BAND))
    (item_score,) = score_rubric(rubric, {"attendances": figure("attendances", 900)}, AssessorInput()).item_scores
    assert item_score.result == "待填"
    gates = score_rubric(rubrics()["eligibility_gates"], {}, AssessorInput()).item_scores
    assert {gate.result for gate in gates} <= {"待确认", "无法判断"}


def test_documents_not_at_hand_are_listed(tmp_path: Path) -> None:
    rubric = read_rubric(rubric_file(tmp_path, BAND))
    assert score_rubric(rubric, {}, AssessorInput()).missing_documents == ("活动签到表",)
    assert score_rubric(rubric, {}, AssessorInput(documents=frozenset({"活动签到表"}))).missing_documents == ()


def test_a_gate_fails_below_its_number_and_passes_at_it() -> None:
    gates = rubrics()["eligibility_gates"]
    below = score_rubric(gates, {"volunteers_registered": figure("volunteers_registered", 29)}, AssessorInput())
    at = score_rubric(gates, {"volunteers_registered": figure("volunteers_registered", 30)}, AssessorInput())
    gate = next(number for number, item in enumerate(gates.items) if item.indicator == "volunteers_registered")
    assert (below.item_scores[gate].is_passed, at.item_scores[gate].is_passed) == (False, True)


def test_an_unknown_indicator_is_named_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(BadRubric, match=r"example\.toml.*“happiness”"):
        read_rubric(rubric_file(tmp_path, BAND.replace('"attendances"', '"happiness"')))


@pytest.mark.parametrize(
    "text", ["title = ", 'title = "缺"', BAND.replace("band", "magic"), BAND.replace("points = 3\n", "points = 1\n")]
)
def test_a_faulty_rubric_is_one_chinese_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadRubric, match=r"评分表“example\.toml”"):
        read_rubric(rubric_file(tmp_path, text))


def test_every_shipped_rubric_is_marked_unofficial_and_names_its_source() -> None:
    assert rubrics() and all(not rubric.is_official and rubric.source for rubric in rubrics().values())


RATIO = """
title = "示例"
source = "测试"
grades = [{ at_least = 6, label = "中" }, { at_least = 9, label = "优" }]
[[item]]
id = "people"
label = "服务人次"
kind = "ratio"
points = 10
indicator = "attendances"
at_least = 400
"""


@pytest.mark.parametrize(
    ("bound", "value", "points"),
    [
        ("at_least = 400", 300, 7.5),  # 300 ÷ 400 × 10
        ("at_least = 400", 800, 10),  # never more than all
        ("at_least = 300", 100, 3.33),
        ("at_most = 400", 500, 8),  # 400 ÷ 500 × 10
        ("at_most = 400", 100, 10),
        ("against_plan = true", 300, 6),  # of 500 promised
        ("against_plan = true\nis_most = true", 1000, 5),
    ],
)
def test_a_ratio_earns_points_in_proportion_capped_and_reversed_for_at_most(tmp_path, bound, value, points) -> None:
    rubric = read_rubric(rubric_file(tmp_path, RATIO.replace("at_least = 400", bound)))
    score = score_rubric(rubric, {"attendances": figure("attendances", value)}, AssessorInput(plans={"people": 500}))
    assert score.points == points


def test_a_ratio_says_what_is_lacking_and_the_grade(tmp_path: Path) -> None:
    rubric = read_rubric(rubric_file(tmp_path, RATIO))
    score = score_rubric(rubric, {"attendances": figure("attendances", 300)}, AssessorInput())
    (item_score,) = score.item_scores
    assert item_score.improvement
    assert item_score.reason == "参与人次300人次，要求达到400人次，按75.0%得7.5分。"
    assert (item_score.improvement.words, score.grade) == ("达到400人次可再得2.5分", "中")


def test_a_ratio_without_a_target_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadRubric, match="按比例计分"):
        read_rubric(rubric_file(tmp_path, RATIO.replace("at_least = 400\n", "")))


def test_points_of_a_jury_are_taken_up_to_those_of_the_item() -> None:
    guangzhou = rubrics()["station_guangzhou"]
    given = AssessorInput(points={"professional": 630, "buyer": 999}, met=frozenset({"finance"}))
    score = score_rubric(guangzhou, {}, given)
    gates = {i.item.id: i.is_passed for i in score.item_scores if i.is_passed is not None}
    assert (score.points, guangzhou.full_points, gates) == (830, 1000, {"finance": True, "hours_in_communities": False})


@pytest.mark.parametrize(
    ("id", "full", "unknown_items"),
    [
        ("station_guangzhou", 1000, 0),
        ("station_fujian", 1000, 6),
        ("venture_suzhou", 100, 0),
        ("project_changsha", 0, 5),
    ],
)
def test_points_that_were_not_published_are_not_invented(id: str, full: float, unknown_items: int) -> None:
    rubric = rubrics()[id]
    assert rubric.full_points == full and rubric.unknown
    assert sum(item.points is None and item.kind != "gate" for item in rubric.items) == unknown_items


def test_the_rubric_of_suzhou_passes_from_sixty_points_on() -> None:
    grades = {
        points: score_rubric(rubrics()["venture_suzhou"], {}, AssessorInput(points={"four_dimensions": points})).grade
        for points in (59, 60)
    }
    assert grades == {59: "", 60: "合格"}
