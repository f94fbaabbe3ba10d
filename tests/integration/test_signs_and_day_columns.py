"""Marks of absence under signatures and punches, and what is said of a column a day that cannot be read as it stands."""

from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text


@pytest.mark.parametrize(
    ("header", "mark", "loaded"),
    [
        ("签名", "（请假）", 1),
        ("签名", "【事假】", 1),
        ("签名", "旷课", 1),
        ("打卡结果", "缺卡", 1),
        ("上班1打卡结果", "未打卡", 1),
        ("打卡结果", "迟到", 2),
        ("下班1打卡结果", "缺卡", 2),  # who forgot to punch out was there
        ("签名", "李秀英", 2),
    ],
)
def test_a_mark_of_absence_is_asked_about_and_a_signature_is_not(tmp_path: Path, header: str, mark: str, loaded: int):
    rows = f"张建国,书法班,2025-03-05,正常\n李秀英,书法班,2025-03-05,{mark}\n"
    settings = Settings("attendance", {"社区": "凤二村"})
    (report,) = clean_text(tmp_path, f"姓名,活动名称,签到日期,{header}\n{rows}", settings).reports
    assert (report.loaded, report.refused) == (loaded, 2 - loaded)


def test_headers_that_may_be_two_days_are_not_answered_with_the_option_already_used(tmp_path: Path):
    text = "姓名,3.1,3.8,3.10,3.20\n张建国,2,1.5,2,3\n李秀英,1,,2,1\n"
    named = Settings("volunteer_service", {"社区": "凤二村", "年份": "2025"}, {"3.1…3.20": "服务时长"})
    for settings in (Settings(None, {"社区": "凤二村", "年份": "2025"}), named):
        (sheet,) = clean_text(tmp_path, text, settings).sheets
        assert "“3.1”读不出是哪一天" in (sheet.error or "")
        assert "--map" not in (sheet.error or "")


def test_a_column_a_day_is_proposed_whole_where_it_says_all_that_is_lacking(tmp_path: Path):
    title, rows = "2025年3月合唱队考勤表,,,,\n", "张建国,√,迟到,√,○\n李秀英,△,√,请假,√\n"
    constants = {"社区": "凤二村", "活动名称": "合唱队"}
    text = f"{title}姓名,3日,10日,17日,24日\n{rows}"
    (sheet,) = clean_text(tmp_path, text, Settings(None, constants)).sheets
    assert (sheet.error or "").endswith("命令行写 --record 活动签到 --map 3日…24日=是否到场。")
    named = clean_text(tmp_path, text, Settings("attendance", constants, {"3日…24日": "是否到场"}))
    days = {f"{day}" for table in named.tables["attendance"] for day in table.column("attended_on").to_pylist()}
    assert days == {"2025-03-03", "2025-03-10", "2025-03-17", "2025-03-24"}


@pytest.mark.parametrize(
    ("days", "advice"), [("3日,10日,17日,24日", "缺少活动名称"), ("3月3日,3月10日,3月17日,3月24日", "都选“是否到场”")]
)
def test_a_column_a_day_is_no_list_of_hours_at_work(tmp_path: Path, days: str, advice: str):
    text = f"2025年3月合唱队考勤表,,,,,\n姓名,{days},迟到\n张建国,√,迟到,√,○,1\n李秀英,△,√,请假,√,0\n"
    (sheet,) = clean_text(tmp_path, text, Settings(None, {"社区": "凤二村"})).sheets
    assert "像“活动签到”" in (sheet.error or "") or "的“活动签到”" in (sheet.error or "")
    assert advice in (sheet.error or "")
