"""A row that heads columns again below the records of a table is no record, and what stands under other columns is asked about."""

from pathlib import Path

import pytest

from etl.cleaning.cleaned_ledger import CleanedLedger
from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text

SETTINGS = Settings("attendance", {"社区": "凤二村", "活动名称": "讲座", "签到日期": "2025-03-08"})


def cleaned(tmp_path: Path, text: str, settings: Settings) -> CleanedLedger:
    return clean_text(tmp_path, text, settings, "签到.csv")


@pytest.mark.parametrize("second", ["序号,微信昵称", "编号,姓名", "序号,原因"])
def test_a_second_header_is_no_person_and_other_columns_are_asked_about(tmp_path: Path, second: str):
    text = f"序号,姓名\n1,张建国\n2,李秀英\n{second}\n1,王桂兰\n2,赵国强\n"
    (report,) = cleaned(tmp_path, text, SETTINGS).reports
    is_same = second.endswith("姓名")
    assert (report.loaded, report.refused, report.skipped) == ((4, 0, 1) if is_same else (2, 2, 1))


def test_what_stands_under_another_header_is_taken_once_looked_at(tmp_path: Path):
    text = "序号,姓名\n1,张建国\n2,李秀英\n序号,微信昵称\n1,阳光\n"
    ledger = cleaned(tmp_path, text, SETTINGS)
    (refused,) = [problem for problem in ledger.problems if problem.severity == "拒收"]
    assert refused.row_no == 5
    assert "上面第4行另有一个表头（序号、微信昵称）" in refused.message
    looked_at = Settings("attendance", {**SETTINGS.constants, "已核对": "是"})
    (report,) = cleaned(tmp_path, text, looked_at).reports
    assert (report.loaded, report.refused, report.skipped) == (3, 0, 1)
