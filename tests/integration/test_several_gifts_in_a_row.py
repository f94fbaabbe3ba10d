"""A list of gifts with a line a building holds sums of many gifts: it is asked about, and the number of households is no money."""

from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import all_that_is_said, clean_text, rows_loaded


@pytest.mark.parametrize("header", ["捐款户数", "捐赠家数（家）", "捐款笔数"])
def test_sums_of_many_gifts_are_asked_about(tmp_path: Path, header: str):
    text = f"楼栋,{header},捐款金额（元）,捐款日期\n1栋,12,2600,2025-05-01\n2栋,9,1800,2025-05-01\n"
    settings = Settings(constants={"社区": "凤二村"})
    ledger = clean_text(tmp_path, text, settings, "捐款.csv")
    said = all_that_is_said(ledger)

    assert rows_loaded(ledger) == 0
    assert f"“{header}”数的是有几笔，像一行是好几笔合起来的" in said and "都要的" not in said

    checked = Settings("donation", {"社区": "凤二村", "已核对": "是"})
    (table,) = clean_text(tmp_path, text, checked, "捐款.csv").tables["donation"]
    assert sorted(map(str, table["amount_yuan"].to_pylist())) == ["1800.00", "2600.00"]


def test_gifts_of_one_each_are_not(tmp_path: Path):
    text = "捐赠人,户号,捐款金额（元）,捐款日期\n张三丰,1,200,2025-05-01\n李例云,2,100,2025-05-01\n"
    assert rows_loaded(clean_text(tmp_path, text, Settings(constants={"社区": "凤二村"}), "捐款.csv")) == 2
