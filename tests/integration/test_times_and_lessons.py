"""Ledgers with times instead of hours, and logs of lessons with who should come and who came."""

from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text
from tests.support.doubtful import cleaned
from ui.intake import sheet_report

HELD = Settings(constants={"社区": "惠民社区"})


def test_times_without_hours_are_said_to_be_like_volunteering_with_what_to_add(tmp_path: Path):
    text = "志愿者夜间巡逻登记,,,\n日期,姓名,开始时间,结束时间\n2025-08-01,左立新,21:30,23:00\n"
    sentence = cleaned(tmp_path, text, HELD)[1]

    assert sentence.startswith("表头像“志愿服务”")
    assert "“开始时间”“结束时间”不会自动算成时长：请加一列“服务时长”" in sentence and "--map" not in sentence


def test_a_log_of_lessons_is_of_activities_and_no_decisions_on_money(tmp_path: Path):
    header = (
        "“四点半课堂”日志,,,,\n日期,星期,{},应到人数,实到人数\n2025-03-03,一,作业辅导,20,18\n2025-03-04,二,书法,20,17\n"
    )

    assert cleaned(tmp_path, header.format("课程内容"), HELD) == (2, "")
    assert cleaned(tmp_path, header.format("安排"), HELD)[1].startswith("表头像“活动场次”")


@pytest.mark.parametrize("who", ["老人姓名", "学生姓名"])
def test_those_who_are_cared_for_are_not_proposed_as_volunteers(tmp_path: Path, who: str):
    sentence = cleaned(tmp_path, f"服务记录,,\n服务日期,{who},服务时长\n2025-05-06,董素珍,1.5\n", HELD)[1]

    assert sentence.endswith("哪一列是志愿者，请用 --map 表头=志愿者 指明。")


def test_the_day_of_an_application_is_not_proposed_as_that_of_the_activity(tmp_path: Path):
    text = "申请日期,活动名称,使用日期,人数\n2025-03-01,生日会,2025-03-08,20\n"

    assert "--map 使用日期=活动日期。" in cleaned(tmp_path, text, HELD)[1]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("社区基金2025年预算表,,\n项目,金额（元）,时间\n春节慰问,5000,2025-01-20\n", "预算"),
        ("爱心企业认捐公示,,\n单位,日期,数额\n兴业公司,2025-01-20,500\n", "认捐"),
        ("消防知识测试成绩,,\n姓名,日期,得分\n左立新,2025-03-05,90\n", "成绩"),
    ],
)
def test_what_is_to_come_or_is_no_survey_is_told_before_anything_is_asked(tmp_path: Path, text: str, word: str):
    sentence = cleaned(tmp_path, text, HELD)[1]

    assert f"标题、工作表名或文件名里写着“{word}”" in sentence and "--map" not in sentence


def test_gifts_and_what_goods_are_worth_are_apart_as_advised(tmp_path: Path):
    text = "捐赠单位,捐款（元）,捐物,折合金额（元）,日期\n鲁大海,100,,,2025-12-06\n宏达物业,,大米10袋,800,2025-12-08\n"
    columns = {"捐款（元）": "金额", "折合金额（元）": "金额"}
    read = clean_text(tmp_path, text, Settings("donation", HELD.constants, columns), "捐赠.csv")

    assert "--map 折合金额（元）=金额 --map 捐款（元）=金额" in cleaned(tmp_path, text, HELD)[1]
    assert [form for table in read.tables["donation"] for form in table["gift_form"].to_pylist()] == ["现金", "物资"]


def test_the_page_says_which_boxes_take_what_a_command_line_takes():
    sentence = "会少算。都要的请指明：--map 甲=金额；确实只读一列的，加 --set 已核对=是。"
    assert sheet_report.without_commands(sentence) == (
        f"会少算。都要的请指明：“甲”选“金额”；确实只读一列的，勾选“{sheet_report.CHECKED_BOX}”。"
    )
    assert sheet_report.way_on_by_boxes(sentence) == ""  # nothing is left to be said
    untold = "会少算。请写 --only 收入=支出 或 --record 捐赠。"
    assert sheet_report.way_on_by_boxes(untold) == f"请在下面写明台账种类，再按“{sheet_report.LOOK_AGAIN}”。"
