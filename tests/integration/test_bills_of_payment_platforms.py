"""A bill of a payment platform puts a grave accent before every cell, and its states in English: refunds are no gifts."""

from pathlib import Path

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text, refusals, rows_loaded

BILL = (
    "交易时间,商户号,交易状态,订单金额,商品名称\n"
    "`2025-05-01 09:10:11,`1600000001,`SUCCESS,`100.00,`社区慈善基金捐款\n"
    "`2025-05-03 19:20:01,`1600000001,`SUCCESS,`88.88,`社区慈善基金捐款\n"
    "`2025-05-04 19:20:01,`1600000001,`REFUND,`88.88,`社区慈善基金捐款\n"
)


def test_a_bill_is_read_without_its_marks_and_its_refunds_are_asked_about(tmp_path: Path):
    settings = Settings("donation", {"社区": "凤二村"}, {"交易时间": "捐赠日期", "订单金额": "金额"})
    ledger = clean_text(tmp_path, BILL, settings)
    (table,) = ledger.tables["donation"]
    amounts = dict(
        zip(map(str, table["donated_on"].to_pylist()), map(str, table["amount_yuan"].to_pylist()), strict=True)
    )

    assert amounts == {"2025-05-01": "100.00", "2025-05-03": "88.88"}
    assert rows_loaded(ledger) == 2 and any("REFUND" in sentence for sentence in refusals(ledger))
