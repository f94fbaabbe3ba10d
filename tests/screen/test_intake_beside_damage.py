"""What was taken in beside a build whose rows cannot be read is said to be in, and that it cannot be compared."""

import os
from pathlib import Path

import duckdb
import pytest

from tests.screen.conftest import Open
from tests.screen.test_intake_page import MORE_HOURS, PAGE, drop, everything, press
from tests.support.ledgers import GIFTS, loaded, received
from tests.support.shards import flip_a_byte, shard_files_in
from ui.intake.changes import INCOMPARABLE
from warehouse import shard_tables
from warehouse.build_in_use import current

GIFT = "捐赠日期,捐赠人,金额（元）,票据号\n2024-05-05,庚演示,300,Q-1\n"


@pytest.fixture
def beside_damage(office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of which the gifts of a community were damaged without a trace."""
    monkeypatch.setattr(shard_tables, "MOST_COPIED", 0)
    received(office, {"社东善款.csv": GIFTS, "社东善款二.csv": GIFT})
    path = office / next(file.path for file in shard_files_in(loaded(office)[1].path) if file.table == "donation")
    state = path.stat()
    flip_a_byte(path)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    return office


def test_another_ledger_of_a_community_whose_rows_are_damaged(app: Open, beside_damage: Path):
    page = drop(app(beside_damage, PAGE), ("社东善款三.csv", GIFT.replace("Q-1", "Q-2").replace("庚", "辛")))
    press(page, "先看会改变什么")
    assert INCOMPARABLE in everything(page)
    press(page, "确认导入")
    assert ("已入库1行" in everything(page), INCOMPARABLE in everything(page)) == (True, True)
    assert "没有入库" not in everything(page)


def test_the_first_import_beside_a_build_of_before_that_lacks_a_column(app: Open, data: Path):
    with duckdb.connect(str(current(data))) as connection:
        connection.execute("alter table donation drop column donor_key")
    page = press(drop(app(data, PAGE), ("凤二村志愿服务5月.csv", MORE_HOURS)), "确认导入")
    assert ("已入库3行" in everything(page), INCOMPARABLE in everything(page)) == (True, True)
    assert "没有入库" not in everything(page)
