"""A scale that no answer reaches, and sessions side by side under one date, are asked about before a row is taken."""

from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text

ANSWERS = "社区,调查日期,评分{unit}\n" + "".join(
    f"凤二村,2025-03-0{day},{score}\n" for day, score in enumerate("54535", 1)
)
SESSIONS = "社区,姓名,{headers}\n凤二村,演示甲,√,,√\n凤二村,演示乙,,√,×\n"
ONE_DAY = {"活动名称": "书法班", "签到日期": "2025-03-04"}


@pytest.mark.parametrize(
    ("unit", "constants"), [("（10分制）", {}), ("", {"分制": "10"}), ("（百分制）", {}), ("", {"分制": "100"})]
)
def test_answers_that_end_at_five_are_not_taken_for_a_larger_scale(
    tmp_path: Path, unit: str, constants: dict[str, str]
):
    text = ANSWERS.format(unit=unit)
    as_stated = clean_text(tmp_path, text, Settings("satisfaction", constants))
    checked = clean_text(tmp_path, text, Settings("satisfaction", {**constants, "已核对": "是"}))

    assert "5个得分却都不超过5，像5分制" in as_stated.sheets[0].error
    assert checked.reports[0].loaded == 5


def test_a_scale_of_ten_with_an_answer_above_five_is_taken(tmp_path: Path):
    text = ANSWERS.format(unit="（10分制）")

    assert clean_text(tmp_path, text.replace(",3\n", ",6\n")).reports[0].loaded == 5
    assert clean_text(tmp_path, text.partition("凤二村,2025-03-05")[0]).reports[0].loaded == 4  # too few to wonder


def test_the_scale_of_each_row_goes_before_that_of_the_header(tmp_path: Path):
    lines = ANSWERS.format(unit="（10分制）").replace("\n", ",5\n").replace("制）,5", "制）,分制")

    assert clean_text(tmp_path, lines).reports[0].loaded == 5


@pytest.mark.parametrize(
    "headers", ["第1周,第2周,第3周", "星期一,星期二,星期三", "第一次课,第二次课,第三次课", "1,2,3"]
)
def test_sessions_side_by_side_are_not_taken_for_one_day(tmp_path: Path, headers: str):
    text = SESSIONS.format(headers=headers)
    left_out = dict.fromkeys(headers.split(","), "")

    assert "像一次一列" in clean_text(tmp_path, text, Settings("attendance", ONE_DAY)).sheets[0].error
    for settings in (Settings("attendance", ONE_DAY, left_out), Settings("attendance", {**ONE_DAY, "已核对": "是"})):
        assert clean_text(tmp_path, text, settings).reports[0].loaded == 2


def test_days_side_by_side_beside_one_stated_day_are_read_each_where_the_clerk_says_so(tmp_path: Path):
    text = SESSIONS.format(headers="3月4日,3月11日,3月18日")
    named = Settings("attendance", {**ONE_DAY, "年份": "2025"}, {"3月4日…3月18日": "是否到场"})

    assert "都选“是否到场”" in clean_text(tmp_path, text, Settings("attendance", ONE_DAY)).sheets[0].error
    assert sum(report.loaded for report in clean_text(tmp_path, text, named).reports) == 3


def test_an_objection_to_what_is_read_proposes_nothing_that_one_press_would_settle(tmp_path: Path):
    sheet = clean_text(tmp_path, ANSWERS.format(unit="（10分制）")).sheets[0]

    assert sheet.error and [match["header"] for match in sheet.matches if match["how"] == "guessed"] == []


def test_the_advice_on_a_long_questionnaire_names_its_kind_too_and_is_enough(tmp_path: Path):
    others = ",".join(f"第{number}个问题" for number in range(1, 9))
    text = f"提交答卷时间,来源,您对活动满意吗,{others}\n2025-03-01,微信,满意{',是' * 8}\n2025-03-02,微信,不满意{',否' * 8}\n"
    named = Settings("satisfaction", {"社区": "凤二村"}, {"您对活动满意吗": "得分"})

    assert "请加 --record 满意度 --map 您对活动满意吗=得分" in clean_text(tmp_path, text).sheets[0].error
    assert clean_text(tmp_path, text, named).reports[0].loaded == 2


@pytest.mark.parametrize(("scale", "answers", "is_asked"), [("6", 20, True), ("6", 19, False), ("9", 20, True)])
def test_a_scale_just_above_five_needs_more_answers_that_end_at_five(
    tmp_path: Path, scale: str, answers: int, is_asked: bool
):
    text = "社区,调查日期,评分\n" + "凤二村,2025-03-01,5\n凤二村,2025-03-02,4\n" * 10
    lines = text.splitlines()[: answers + 1]
    error = clean_text(tmp_path, "\n".join(lines), Settings("satisfaction", {"分制": scale})).sheets[0].error or ""

    assert (f"{answers}个得分却都不超过5" in error) == is_asked


QUESTIONS = "社区,调查日期,服务态度,喜欢哪一项\n" + "凤二村,2025-03-01,5,3\n凤二村,2025-03-02,4,9\n" * 3


def test_a_question_that_goes_beyond_the_stated_scale_is_not_read_by_halves(tmp_path: Path):
    named = dict.fromkeys(("服务态度", "喜欢哪一项"), "得分")
    asked = clean_text(tmp_path, QUESTIONS, Settings("satisfaction", {"分制": "5"}, named)).sheets[0].error
    checked = clean_text(tmp_path, QUESTIONS, Settings("satisfaction", {"分制": "5", "已核对": "是"}, named))
    slip = clean_text(tmp_path, QUESTIONS.replace(",9\n", ",4\n", 2), Settings("satisfaction", {"分制": "5"}, named))
    left_out = Settings("satisfaction", {"分制": "5"}, {**named, "喜欢哪一项": ""})

    assert "“喜欢哪一项”却有3个得分更高（最高9）" in asked and "第4列" in asked
    assert [(report.loaded, report.refused) for report in checked.reports] == [(6, 0), (3, 3)]
    assert [(report.loaded, report.refused) for report in slip.reports] == [(6, 0), (5, 1)]
    assert clean_text(tmp_path, QUESTIONS, left_out).reports[0].loaded == 6


def test_all_parts_of_a_numbered_question_are_told_to_be_of_the_other_scale(tmp_path: Path):
    text = (
        "社区,调查日期,1、服务,2、(甲),2、(乙),3、环境\n" + "凤二村,2025-03-01,5,9,3,4\n凤二村,2025-03-02,4,8,5,4\n" * 3
    )
    named = dict.fromkeys(("1、服务", "2、(甲)", "2、(乙)", "3、环境"), "得分")

    asked = clean_text(tmp_path, text, Settings("satisfaction", {"分制": "5"}, named)).sheets[0].error
    assert "“2、(甲)”却有6个得分更高（最高9）" in asked and "（第4列…第5列）" in asked


def test_words_of_one_score_are_said(tmp_path: Path):
    text = "社区,调查日期,满意度\n凤二村,2025-03-01,满意\n凤二村,2025-03-02,比较满意\n凤二村,2025-03-03,一般\n"
    messages = [problem.message for problem in clean_text(tmp_path, text, Settings("satisfaction")).problems]

    assert "“得分”里的“满意”“比较满意”都按4分读。不是一级的，请写成分数。" in messages
