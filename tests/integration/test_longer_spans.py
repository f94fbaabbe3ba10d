"""Sums of a quarter or a year are not stored as those of a month, whatever is stated beside them."""

from dataclasses import replace
from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.doubtful import cleaned

HERE = Settings(constants={"社区": "凤二村"})
ITEMS = "活动场次,30,24\n服务时长,120,96\n"
OF_MARCH = replace(HERE, record="summary", constants={**HERE.constants, "月份": "2025-03"})


@pytest.mark.parametrize(
    ("title", "header"),
    [("2025年目标完成情况", "一季度完成,二季度完成"), ("两年对比汇总", "2024年,2025年"), ("情况汇总", "上半年,下半年")],
)
def test_a_quarter_or_a_year_is_not_led_to_one_month(tmp_path: Path, title: str, header: str):
    text = f"{title},,\n指标,{header}\n{ITEMS}"
    first = header.split(",")[0]
    named = replace(OF_MARCH, columns={first: "数值"})

    loaded, sentence = cleaned(tmp_path, text, HERE)
    assert (loaded, "--set 月份" in sentence) == (0, False)
    assert "分不到各月" in sentence

    loaded, sentence = cleaned(tmp_path, text, named)
    assert (loaded, f"“{first}”像季度、半年或一年的数" in sentence) == (0, True)
    assert cleaned(tmp_path, text, replace(named, constants={**named.constants, "已核对": "是"}))[0] == 2


def test_a_month_of_a_year_and_a_year_beside_months_are_read(tmp_path: Path):
    of_month = f"情况汇总,,\n指标,2025年3月,备注\n{ITEMS}"
    by_month = "月份,2025年活动场次\n2025-01,3\n2025-02,4\n"

    assert cleaned(tmp_path, of_month, replace(OF_MARCH, columns={"2025年3月": "数值"}))[0] == 2
    named = replace(OF_MARCH, constants={**HERE.constants, "项目": "活动场次"}, columns={"2025年活动场次": "数值"})
    assert cleaned(tmp_path, by_month, named)[0] == 2
