"""A row without a signature beside signed ones is told, whichever ledger it stands in: nothing says that it took place."""

from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text, rows_loaded

LEDGERS = {
    "volunteer_service": (
        "服务日期,姓名,服务时长,签名\n2025-03-01,张三丰,2,张三丰\n2025-03-01,李秀英,2,\n",
        "没有来的请删去这一行。",
    ),
    "distribution": (
        "发放日期,姓名,物品,数量,签收\n2025-03-01,张三丰,大米,2,张三丰\n2025-03-01,李秀英,大米,1,\n",
        "没有领的请删去这一行。",
    ),
    "attendance": (
        "活动名称,签到日期,姓名,签名\n书法班,2025-03-01,张三丰,张三丰\n书法班,2025-03-01,李秀英,\n",
        "没有来的请删去这一行，或加“是否到场”一列写“否”。",
    ),
}


@pytest.mark.parametrize("record", LEDGERS)
def test_a_row_without_a_signature_beside_signed_ones_is_told(tmp_path: Path, record: str):
    text, advice = LEDGERS[record]

    assert remarks(tmp_path, record, text) == (2, [(3, f"这一行没有签名或时间，别的行有；仍照常入库。{advice}")])


@pytest.mark.parametrize("record", ["volunteer_service", "distribution"])
def test_hours_and_goods_below_which_nobody_signed_are_stored_as_they_are(tmp_path: Path, record: str):
    header, *rows = LEDGERS[record][0].splitlines()
    unsigned = [f"{row.rpartition(',')[0]}," for row in rows]

    assert remarks(tmp_path, record, "\n".join([header, *unsigned])) == (2, [])


def remarks(tmp_path: Path, record: str, text: str) -> tuple[int, list[tuple[int | None, str]]]:
    """Return how many rows of a ledger are stored, and the remarks on unsigned rows."""
    ledger = clean_text(tmp_path, text, Settings(record, {"社区": "凤二村"}), "登记.csv")
    problems = [(problem.row_no, problem.message) for problem in ledger.problems if problem.code == "unsigned"]
    return rows_loaded(ledger), problems
