"""A list of orders (四单) and one of requests (12345) share most headers: what tells them apart decides, else it is asked."""

from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text

DAYS = "2024-03-05,2024-03-05,2024-03-06,2024-03-08"
ORDERS = "单号,点单时间,派单时间,接单时间,完成时间,评分"
REQUESTS = "工单编号,来电时间,派单时间,接单时间,办结时间,满意度"
OF_EITHER = "编号,登记时间,派单时间,接单时间,完成时间,评价"


def loaded_as(folder: Path, name: str, header: str) -> tuple[list[str], str]:
    """Return the record types that rows of a ledger became, and why a table was not taken."""
    text = f"{header}\n" + "".join(f"{number},{DAYS},满意\n" for number in (1, 2))
    ledger = clean_text(folder, text, Settings(constants={"社区": "凤二村"}), f"{name}.csv")
    return list(ledger.tables), " ".join(sheet.error or "" for sheet in ledger.sheets)


@pytest.mark.parametrize(
    ("name", "header", "record"),
    [
        ("一季度", ORDERS, "service_order"),
        ("凤二村四单", ORDERS, "service_order"),
        ("凤二村四单", OF_EITHER, "service_order"),
        ("一季度", REQUESTS, "service_request"),
        ("12345热线工单", REQUESTS, "service_request"),
        ("12345热线工单", OF_EITHER, "service_request"),
        ("一季度", "编号,登记时间,办结期限,接单时间,完成时间,评价", "service_request"),
    ],
)
def test_words_around_or_a_header_of_its_own_tell_which(tmp_path: Path, name: str, header: str, record: str):
    assert loaded_as(tmp_path, name, header)[0] == [record]


@pytest.mark.parametrize(("name", "header"), [("一季度", OF_EITHER), ("点单服务诉求", OF_EITHER)])
def test_what_may_be_either_is_asked(tmp_path: Path, name: str, header: str):
    records, reason = loaded_as(tmp_path, name, header)
    assert records == []
    assert "--record 四单服务" in reason
