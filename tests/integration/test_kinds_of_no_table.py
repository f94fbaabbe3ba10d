"""Sheets that can be no ledger are refused with what to hand in: chains of sign-ups, questions answered with yes, forms above a list."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from etl.inbox.settings import Settings
from tests.support.cleaned_files import all_that_is_said, clean_file, clean_text

CHAIN = "#接龙\n周六包饺子活动报名\n1. 张三丰 2人\n2. 李秀英\n3、王大明 1人\n"
LIST = "序号,活动名称\n1. 包饺子,2025-03-01\n2. 插花,2025-03-02\n"


def test_a_chain_of_sign_ups_is_no_table(tmp_path: Path):
    for text in (CHAIN, CHAIN.replace("#接龙\n", "")):
        assert "像一份接龙" in clean_text(tmp_path, text).sheets[0].error
    assert "接龙" not in clean_text(tmp_path, LIST).sheets[0].error


NOTES = ("1. 日期写年月日", "2. 一人写一行", "3. 时长写小时")


@pytest.mark.parametrize("sheet_name", ["填表说明", "Sheet2"])
def test_numbered_notes_on_a_sheet_of_their_own_are_passed_over(tmp_path: Path, sheet_name: str):
    book = Workbook()
    for row in (["社区", "志愿者", "服务日期", "服务时长"], ["凤二村", "演示甲", "2025-03-01", 2]):
        book.active.append(row)
    explains = book.create_sheet(sheet_name)
    for note in NOTES:
        explains.append([note])
    book.save(tmp_path / "服务.xlsx")

    read = clean_file(tmp_path / "服务.xlsx")
    assert [sheet.error for sheet in read.sheets if sheet.error] == []
    assert [problem.sheet for problem in read.problems if problem.code == "explanation_sheet"] == [sheet_name]


def test_numbered_notes_above_a_table_are_no_chain(tmp_path: Path):
    lacking = "\n".join((*NOTES, "社区,志愿者,服务时长", "凤二村,演示甲,2", ""))

    for record in ("", "volunteer_service"):
        error = clean_text(tmp_path, lacking, Settings(record)).sheets[0].error
        assert ("接龙" in error, "日期" in error) == (False, True), error


@pytest.mark.parametrize("question", ["总体满意度", "您对活动是否满意", "是否有不满意的地方"])
def test_yes_and_no_are_no_satisfaction(tmp_path: Path, question: str):
    survey = f"满意度调查\n调查日期,问卷编号,社区,{question}\n2025-03-01,1,凤二村,是\n2025-03-02,2,凤二村,否\n"

    said = clean_text(tmp_path, survey).sheets[0].error
    assert f"“{question}”下面写的是“是”“否”，不是分数" in said and "改写成“满意”" not in said
    words = survey.replace("是\n", "满意\n").replace("否\n", "不满意\n")
    read = clean_text(tmp_path, words, Settings("satisfaction", {}, {question: "得分"}))
    assert sum(report.loaded for report in read.reports) == 2


def test_a_line_of_a_form_is_no_header_of_the_list_below_it(tmp_path: Path):
    form = "活动记录表\n活动名称,插花,活动日期,2025-03-08\n地点,活动室,主办,社区\n姓名,性别,签名,备注\n张三丰,男,张三丰,\n李秀英,女,李秀英,\n"

    assert "第4行（姓名、性别、签名、备注）像名单的表头" in clean_text(tmp_path, form).sheets[0].error
    wider = form.replace("姓名,性别,签名,备注\n", "姓名,特长,性别,签名,备注\n")
    assert "第4行（姓名、性别、签名、备注）像名单的表头" in clean_text(tmp_path, wider).sheets[0].error


def test_labels_with_their_texts_beside_them_are_no_header_of_a_list(tmp_path: Path):
    form = "活动记录表\n活动名称,插花,活动日期,2025-03-08\n地点,活动室,主办,社区\n姓名,演示甲,性别,女,联系电话,13800138000\n"

    said = all_that_is_said(clean_text(tmp_path, form))
    assert "像名单的表头" not in said and "演示甲" not in said


def test_a_number_beside_its_label_is_no_header(tmp_path: Path):
    form = "会议记录,,,\n会议名称,第三次议事会,召开日期,2025年4月12日\n会议地点,会议室,主持人,某某\n应到人数,25,实到人数,21\n议题,公共收益,记录人,某某\n会议内容,表决通过,,\n"

    read = clean_text(tmp_path, form)
    assert [(report.record, report.loaded) for report in read.reports] == [("consultation", 1)]
    assert read.tables["consultation"][0]["headcount"].to_pylist() == [21]


def test_goods_that_nobody_reads_beside_an_amount_are_asked_about(tmp_path: Path):
    gifts = "社区,接收时间,捐赠方,捐赠物资及数量,折合金额（元）\n凤二村,2025-04-01,甲公司,矿泉水100箱,2400\n凤二村,2025-04-03,乙公司,现金,5000\n"
    read = clean_text(tmp_path, gifts, Settings("donation", {}, {"捐赠物资及数量": "物资名称"}))

    assert "写着捐的是什么物资，没有读" in clean_text(tmp_path, gifts).sheets[0].error
    assert read.tables["donation"][0]["gift_form"].to_pylist() == ["物资", "现金"]
    cash = gifts.replace("矿泉水100箱", "/")
    assert clean_text(tmp_path, cash).reports[0].loaded == 2


def test_a_session_of_a_group_is_named_by_its_group(tmp_path: Path):
    sessions = (
        "小组名称,节次,社区,日期,参加人数\n阳光小组,第1节,凤二村,2025-03-01,12\n阳光小组,第2节,凤二村,2025-03-08,11\n"
    )
    groups = "小组名称,社区,成立日期,人数\n阳光小组,凤二村,2025-03-01,12\n"

    assert [report.loaded for report in clean_text(tmp_path, sessions).reports] == [2]
    assert "成立日期=活动日期" not in clean_text(tmp_path, groups).sheets[0].error


def test_ticks_below_numbers_are_of_days_that_nothing_tells(tmp_path: Path):
    meals = "送餐登记表（2025年4月）\n姓名,1,2,3,4,5,合计\n吴爹爹,√,√,√,,√,4\n孙婆婆,√,,√,√,√,4\n"

    assert "“1…5”下面打着勾，看不出各是哪一天" in clean_text(tmp_path, meals).sheets[0].error
    assert "打着勾" not in clean_text(tmp_path, meals.replace("√", "7")).sheets[0].error


def test_goods_in_columns_of_gifts_are_proposed_as_quantities(tmp_path: Path):
    gifts = "抗疫捐赠物资统计\n社区,日期,捐赠单位,口罩（只）,消毒液（瓶）\n凤二村,2022-03-15,演示公司,1000,50\n凤二村,2022-03-18,演示药房,500,\n"
    named = {"口罩（只）": "数量", "消毒液（瓶）": "数量"}

    assert "--map 口罩（只）=数量 --map 消毒液（瓶）=数量" in clean_text(tmp_path, gifts).sheets[0].error
    assert sum(report.loaded for report in clean_text(tmp_path, gifts, Settings("", {}, named)).reports) == 3


def test_who_was_not_reached_keeps_no_other_answer_out(tmp_path: Path):
    calls = (
        "满意度回访\n社区,回访日期,满意度\n凤二村,2025-08-01,满意\n凤二村,2025-08-01,未接通\n凤二村,2025-08-02,一般\n"
    )

    (report,) = clean_text(tmp_path, calls).reports
    assert (report.loaded, report.refused) == (2, 1)
