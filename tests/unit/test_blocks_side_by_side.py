"""Blocks side by side are months of one ledger, or two tables of which one is asked for."""

from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support import drawing
from tests.support.cleaned_files import clean_file

TWO_SIDES = """收入 | < | < | 支出 | < | <
日期 | 来源 | 金额（元） | 日期 | 项目 | 金额（元）
1月10日 | 演示物业 | #3000 | 1月20日 | 慰问 | #1800
3月2日 | 义卖 | #200 | 3月8日 | 活动 | #650
"""


@pytest.mark.parametrize(
    "source", ["来源", "项目"]
)  # beside 项目: the same headers on both sides are no months side by side
def test_incomings_and_outgoings_with_days_of_their_own_are_two_tables(tmp_path: Path, source: str):
    path = tmp_path / "2024年公益金支出.xlsx"
    drawing.write(TWO_SIDES.replace("来源", source), path)
    for settings in (Settings("fund_use"), Settings()):
        assert "“收入/日期”和“支出/日期”各写各的日期，是左右并排的两张表" in clean_file(path, settings).sheets[0].error

    one_side = Settings("fund_use", columns={"收入/日期": "", "收入/金额（元）": ""})
    assert [report.loaded for report in clean_file(path, one_side).reports] == [2]


@pytest.mark.parametrize(
    ("left", "right", "is_asked"), [("计划", "实际", True), ("报名", "到场", True), ("1月", "2月", False)]
)
def test_blocks_side_by_side_are_the_same_only_where_their_titles_say_nothing_else(
    tmp_path: Path, left: str, right: str, is_asked: bool
):
    path = tmp_path / "凤二村活动.xlsx"
    rows = "2024-01-20 | 义诊 | #30 | 2024-02-21 | 义诊 | #28\n2024-01-28 | 讲座 | #50 | 2024-02-08 | 讲座 | #41\n"
    drawing.write(f"{left} | < | < | {right} | < | <\n日期 | 活动名称 | 人次 | 日期 | 活动名称 | 人次\n{rows}", path)
    ledger = clean_file(path)
    right_alone = clean_file(path, Settings("activity", columns=dict.fromkeys(("A列", "B列", "C列"), "")))

    assert ("像左右并排的两张表" in (ledger.sheets[0].error or "")) == is_asked
    assert sum(report.loaded for report in ledger.reports) == (0 if is_asked else 4)
    assert not is_asked or [report.loaded for report in right_alone.reports] == [2]
