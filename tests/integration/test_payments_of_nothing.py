"""A row of a bank's statement in which nothing was paid is no payment: of interest that came in the debit is 0.00."""

from pathlib import Path

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text

STATEMENT = "交易日期,摘要,借方发生额\n2025-05-06,购米,3000.00\n2025-05-12,购油,1500.00\n2025-05-21,结息,0.00\n"


def test_a_payment_of_nothing_is_skipped_and_told(tmp_path: Path):
    settings = Settings("fund_use", {"社区": "凤二村"}, {"借方发生额": "支出金额", "摘要": "用途"})
    ledger = clean_text(tmp_path, STATEMENT, settings)
    (report,) = ledger.reports

    assert (report.loaded, sum(table.num_rows for table in ledger.tables["fund_use"])) == (2, 2)
    assert any("金额写着0、没有支出的行" in problem.message for problem in ledger.problems)
