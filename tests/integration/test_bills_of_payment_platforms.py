"""A bill of a payment platform puts a grave accent before every cell, and its states in English: refunds are no gifts."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_file, clean_text, refusals, rows_loaded

BILL = (
    "交易时间,商户号,交易状态,订单金额,商品名称\n"
    "`2025-05-01 09:10:11,`1600000001,`SUCCESS,`100.00,`社区慈善基金捐款\n"
    "`2025-05-03 19:20:01,`1600000001,`SUCCESS,`88.88,`社区慈善基金捐款\n"
    "`2025-05-04 19:20:01,`1600000001,`REFUND,`88.88,`社区慈善基金捐款\n"
)
SETTINGS = Settings("donation", {"社区": "凤二村"}, {"交易时间": "捐赠日期", "订单金额": "金额"})


def test_a_bill_is_read_without_its_marks_and_its_refunds_are_asked_about(tmp_path: Path):
    ledger = clean_text(tmp_path, BILL, SETTINGS)
    (table,) = ledger.tables["donation"]
    amounts = dict(
        zip(map(str, table["donated_on"].to_pylist()), map(str, table["amount_yuan"].to_pylist()), strict=True)
    )

    assert amounts == {"2025-05-01": "100.00", "2025-05-03": "88.88"}
    assert rows_loaded(ledger) == 2
    assert refusals(ledger) == [
        "“交易状态”写着“REFUND”，像冲销或退款，金额却是正数，没有入库。"
        "冲销、退款另起一行的，请把金额写成负数，或把冲掉的两行都删去；没有另一行的，只删去这一行；确实要算的，加 --set 已核对=是。"
    ]


@pytest.mark.parametrize("state", ["REFUND", "Refunded", "退款"])
@pytest.mark.parametrize("header", ["交易状态", "交易类型", "支付状态", "Transaction Type"])
def test_a_refund_is_asked_about_below_any_header(tmp_path: Path, header: str, state: str):
    bill = BILL.replace("交易状态", header).replace("REFUND", state)
    (sentence,) = refusals(clean_text(tmp_path, bill, SETTINGS))

    assert "写成负数" in sentence
    assert "两行都删去" in sentence


def test_a_bill_that_was_saved_as_a_workbook_is_read_alike(tmp_path: Path):
    book = Workbook()
    for line in BILL.splitlines():
        book.active.append(line.split(","))
    book.save(path := tmp_path / "账单.xlsx")
    (table,) = clean_file(path, SETTINGS).tables["donation"]

    assert [str(amount) for amount in table["amount_yuan"].to_pylist()] == ["100.00", "88.88"]


def test_a_refund_below_zero_takes_its_gift_back(tmp_path: Path):
    bill = BILL.replace("`REFUND,`88.88", "`REFUND,`-88.88")
    (table,) = clean_text(tmp_path, bill, SETTINGS).tables["donation"]

    assert sum(table["amount_yuan"].to_pylist()) == 100
