"""A scale in a title is read as questionnaires write it, holds for the table below it only, and is held against the scores."""

from dataclasses import replace
from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text

HEADER = "调查日期,题目,得分\n"
SETTINGS = Settings("satisfaction", {"社区": "凤二村"})


def answers(*scores: int) -> str:
    return "".join(f"2024-03-01,第{number}题,{score}\n" for number, score in enumerate(scores, 1))


def scales(tmp_path: Path, text: str, settings: Settings = SETTINGS) -> list[int]:
    """Return the scale of each answer that comes in."""
    tables = clean_text(tmp_path, text, settings).tables.get("satisfaction", [])
    return [scale for table in tables for scale in table["scale"].to_pylist()]


@pytest.mark.parametrize(
    ("words", "scale"),
    [("满分100分", 100), ("满分为10分", 10), ("满分：5", 5), ("请按1-10分打分", 10), ("1～5分", 5), ("百分制", 100)],
)
def test_a_title_may_say_the_scale_in_other_words(tmp_path: Path, words: str, scale: int):
    text = f"满意度调查（{words}）,,\n{HEADER}{answers(4, scale)}"

    assert scales(tmp_path, text) == [scale, scale]
    header = f"满意度调查,,\n{HEADER.replace('得分', f'得分（满分{scale}分）')}{answers(4, scale)}"
    assert scales(tmp_path, header) == [scale, scale]


@pytest.mark.parametrize("words", ["总分100分", "2024年1-3月", "第1-5组", "耗时1-10分钟"])
def test_other_words_are_no_scale(tmp_path: Path, words: str):
    assert scales(tmp_path, f"满意度调查（{words}）,,\n{HEADER}{answers(4, 5)}") == []


def test_a_second_table_does_not_take_the_scale_of_the_first(tmp_path: Path):
    first = f"满意度调查（5分制）,,\n{HEADER}{answers(4, 5, 3)},,\n"
    cases = {
        HEADER + answers(4, 2): [5] * 5,  # the same table goes on
        HEADER + answers(8, 5, 3): [5] * 3,
        HEADER.replace("题目", "维度") + answers(4, 5, 3): [5] * 3,
        "二、服务,,\n" + HEADER + answers(4, 5): [5] * 5,
        "二、服务,,\n" + HEADER + answers(7, 5): [5] * 3,
        "二、服务（10分制）,,\n" + HEADER + answers(7, 5): [5] * 3 + [10] * 2,
        HEADER.replace("得分", "得分（10分制）") + answers(7, 5): [5] * 3 + [10] * 2,
    }
    for second, expected in cases.items():
        assert scales(tmp_path, first + second) == expected, second
    refused = clean_text(tmp_path, first + HEADER + answers(8, 5, 3), SETTINGS)
    assert "写进这张表的表头" in " ".join(problem.message for problem in refused.problems)


def test_a_title_that_contradicts_the_scores_or_what_is_stated_is_asked_about(tmp_path: Path):
    beyond = f"满意度调查（5分制）,,\n{HEADER}{answers(8, 9, 7, 5, 4)}"
    below = f"满意度调查（满分100分）,,\n{HEADER}{answers(5, 4, 5, 3, 5)}"
    right = f"满意度调查（5分制）,,\n{HEADER}{answers(5, 4)}"
    stated = replace(SETTINGS, constants={**SETTINGS.constants, "分制": "10"})

    for text, settings in ((beyond, SETTINGS), (below, SETTINGS), (right, stated)):
        ledger = clean_text(tmp_path, text, settings)
        assert not ledger.reports and "分制" in (ledger.sheets[0].error or "")
    assert scales(tmp_path, right, replace(stated, constants={**stated.constants, "已核对": "是"})) == [10, 10]
