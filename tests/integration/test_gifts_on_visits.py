"""Lists of visits with gifts (走访慰问登记表) are read by the day and the person visited: money as spent, goods as given out."""

from pathlib import Path

import pytest

from etl.cleaning.cleaned_ledger import CleanedLedger
from etl.cleaning.job import Job, read_and_clean
from etl.inbox.folder import Ledger
from etl.inbox.settings import Settings


def cleaned(folder: Path, text: str) -> CleanedLedger:
    path = folder / "台账.csv"
    path.write_text(text, encoding="utf-8")
    return read_and_clean(Job(Ledger(path.name, path, "", Settings(constants={"社区": "凤二村"})), folder, b"0" * 32))[
        1
    ]


@pytest.mark.parametrize("day", ["慰问时间", "慰问日期"])
def test_money_taken_along_is_spent(tmp_path: Path, day: str):
    text = f"序号,{day},慰问对象,慰问金（元）,签收\n1,2024-01-20,甲演示,500,甲演示\n2,2024-01-21,乙演示,800,乙演示\n"
    (table,) = cleaned(tmp_path, text).tables["fund_use"]
    assert [float(amount) for amount in table["amount_yuan"].to_pylist()] == [500, 800]
    assert [str(day) for day in table["used_on"].to_pylist()] == ["2024-01-20", "2024-01-21"]


def test_goods_taken_along_are_given_out(tmp_path: Path):
    text = "慰问时间,慰问对象,慰问品,数量\n2024-01-20,甲演示,大米,1袋\n2024-01-20,乙演示,大米,2袋\n"
    (table,) = cleaned(tmp_path, text).tables["distribution"]
    assert table["quantity"].to_pylist() == [1, 2]
    assert len(set(table["recipient_key"].to_pylist())) == 2


def test_what_was_talked_about_is_neither(tmp_path: Path):
    ledger = cleaned(tmp_path, "慰问日期,慰问对象,慰问内容\n2024-01-20,甲演示,了解近况\n2024-01-21,乙演示,送医上门\n")
    assert not ledger.tables
