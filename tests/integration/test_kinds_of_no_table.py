"""Sheets that can be no ledger are refused with what to hand in: chains of sign-ups, questions answered with yes, forms above a list."""

from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.unit.test_advice_to_clerks import cleaned

CHAIN = "#接龙\n周六包饺子活动报名\n1. 张三丰 2人\n2. 李秀英\n3、王大明 1人\n"
LIST = "序号,活动名称\n1. 包饺子,2025-03-01\n2. 插花,2025-03-02\n"


def test_a_chain_of_sign_ups_is_no_table(tmp_path: Path):
    for text in (CHAIN, CHAIN.replace("#接龙\n", "")):
        assert "像一份接龙" in cleaned(tmp_path, text).sheets[0].error
    assert "接龙" not in cleaned(tmp_path, LIST).sheets[0].error


@pytest.mark.parametrize("question", ["总体满意度", "您对活动是否满意"])
def test_yes_and_no_are_no_satisfaction(tmp_path: Path, question: str):
    survey = f"满意度调查\n调查日期,问卷编号,社区,{question}\n2025-03-01,1,凤二村,是\n2025-03-02,2,凤二村,否\n"

    assert f"“{question}”下面写的是“是”“否”，不是分数" in cleaned(tmp_path, survey).sheets[0].error
    words = survey.replace("是\n", "满意\n").replace("否\n", "不满意\n")
    read = cleaned(tmp_path, words, Settings("satisfaction", {}, {question: "得分"}))
    assert sum(report.loaded for report in read.reports) == 2


def test_a_line_of_a_form_is_no_header_of_the_list_below_it(tmp_path: Path):
    form = "活动记录表\n活动名称,插花,活动日期,2025-03-08\n地点,活动室,主办,社区\n姓名,性别,签名,备注\n张三丰,男,张三丰,\n李秀英,女,李秀英,\n"

    assert "第4行（姓名、性别、签名、备注）像名单的表头" in cleaned(tmp_path, form).sheets[0].error


def test_a_session_of_a_group_is_named_by_its_group(tmp_path: Path):
    sessions = (
        "小组名称,节次,社区,日期,参加人数\n阳光小组,第1节,凤二村,2025-03-01,12\n阳光小组,第2节,凤二村,2025-03-08,11\n"
    )
    groups = "小组名称,社区,成立日期,人数\n阳光小组,凤二村,2025-03-01,12\n"

    assert [report.loaded for report in cleaned(tmp_path, sessions).reports] == [2]
    assert "成立日期=活动日期" not in cleaned(tmp_path, groups).sheets[0].error
