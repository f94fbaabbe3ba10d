"""A row of which one half is a gift and the other what was handed out, or of one person in the place of another, is asked about."""

from dataclasses import replace
from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text, rows_loaded
from tests.support.doubtful import cleaned

ROWS = "2024-01-05,演示公司,1000,2024-01-10,赵甲,棉被,1\n2024-01-06,演示商行,2000,2024-01-10,钱乙,棉被,1\n"


@pytest.mark.parametrize(
    ("record", "unread"), [("donation", "“领取日期”“领取人”"), ("distribution", "“捐赠日期”“捐赠人”")]
)
def test_gifts_beside_what_was_handed_out_are_asked_about(tmp_path: Path, record: str, unread: str):
    text = f"捐赠日期,捐赠人,捐赠金额,领取日期,领取人,物资,数量\n{ROWS}"
    settings = Settings(record, {"社区": "凤二村"})

    loaded, reason = cleaned(tmp_path, text, settings)
    assert (loaded, unread[1:5] in reason, "分成两张工作表" in reason) == (0, True, True), reason
    assert cleaned(tmp_path, text, replace(settings, constants={**settings.constants, "已核对": "是"}))[0] == 2


def test_one_word_of_the_other_direction_makes_no_second_side(tmp_path: Path):
    text = "捐赠日期,捐赠人,捐赠金额,领取人\n2024-01-05,演示公司,1000,赵甲\n"

    assert cleaned(tmp_path, text, Settings("donation", {"社区": "凤二村"}))[0] == 1


@pytest.mark.parametrize(("remark", "loaded"), [("替赵甲", 1), ("代替钱乙值班", 2), ("替换了工具", 2), ("", 2)])
def test_hours_in_the_place_of_another_are_asked_about_without_the_name(tmp_path: Path, remark: str, loaded: int):
    text = f"日期,姓名,时长,备注\n2024-03-05,孙丙,2,\n2024-03-05,李丁,2,{remark}\n"
    settings = Settings("volunteer_service", {"社区": "凤二村"})

    ledger = clean_text(tmp_path, text, settings)
    assert rows_loaded(ledger) == loaded
    assert not any("赵甲" in problem.message or "钱乙" in problem.message for problem in ledger.problems)
