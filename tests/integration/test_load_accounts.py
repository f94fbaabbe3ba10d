"""Every row read is loaded, refused or skipped, each counted on its own: a row that goes missing keeps a build from being published."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

import warehouse.build_in_use
from etl.building import record_table
from etl.building.balance import Unsound
from etl.cleaning import cleaned_ledger
from etl.cleaning.file_report import FileReport
from etl.cleaning.job import Job
from etl.cleaning.parsed_table import ParsedTable
from etl.load import bring_up_to_date
from etl.schema import RecordType
from tests.support.ledgers import GIFTS, HOURS, REGISTER, command, loaded, received

ROWS_AT, INSERT, MISSING_CELLS = cleaned_ledger.rows_at, record_table._insert, ParsedTable.missing_cells


def run_here(clean: Callable[[Job], FileReport], jobs: Iterable[Job]) -> Iterator[tuple[Job, FileReport]]:
    """Clean in this process, where a test can spoil the program."""
    return ((job, clean(job)) for job in jobs)


def lose_a_clean_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def spoilt(*arguments: object) -> pa.Table:
        return ROWS_AT(*arguments).slice(1)  # type: ignore[arg-type]

    monkeypatch.setattr(cleaned_ledger, "rows_at", spoilt)


def lose_a_built_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def spoilt(connection: duckdb.DuckDBPyConnection, record: RecordType, columns: dict[str, str]) -> None:
        INSERT(connection, record, columns)
        connection.execute(f"delete from {record.id} where row_no = 2")

    monkeypatch.setattr(record_table, "_insert", spoilt)


def refuse_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    def spoilt(self: ParsedTable) -> object:
        return [], MISSING_CELLS(self)[1]

    monkeypatch.setattr(ParsedTable, "missing_cells", spoilt)


@pytest.mark.parametrize("spoil", [lose_a_clean_row, lose_a_built_row, refuse_without_a_word], ids=lambda f: f.__name__)
def test_a_row_that_goes_missing_keeps_the_former_build(
    office_in_use: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[pytest.MonkeyPatch], None]
):
    _, former = loaded(office_in_use)
    received(office_in_use, {"社东善款.csv": GIFTS + "2024-02-08,丁演示,,\n,戊演示,10,\n"})
    spoil(monkeypatch)

    with pytest.raises(Unsound, match="账目不平"):
        bring_up_to_date(office_in_use, run=run_here)
    assert warehouse.build_in_use.current(office_in_use) == former.path


def test_every_reason_to_refuse_a_row_is_counted(office: Path):
    received(
        office,
        {
            "善款.csv": "社区,捐赠日期,捐赠人,金额（元）,票据号\n"
            "社东,2024-01-05,甲演示,100,P-1\n"
            "社东,2024-01-06,乙演示,200,P-1\n"  # the key again
            "桃花源,2024-01-07,丙演示,300,P-3\n"  # no such community
            "社东,2999-01-08,丁演示,400,P-4\n"  # in the future
            "社东,,戊演示,500,P-5\n"  # no date
            "合计,,,1500,\n",
        },
    )
    _, build = loaded(office)

    counts = "select read, loaded, refused, skipped from source_file where file = '善款.csv'"
    assert build.rows(counts) == [(6, 1, 4, 1)]


def test_ledgers_after_a_register_alone_are_not_called_of_an_old_version(tmp_path: Path):
    received(tmp_path, {"名册.csv": REGISTER})
    loaded(tmp_path)
    received(tmp_path, {"凤二村志愿服务.csv": HOURS})
    outcome, _ = loaded(tmp_path)

    assert outcome.notes == ()


def test_rows_of_nobody_that_were_refused_for_something_else_are_counted_apart(office: Path):
    owners = {
        "社东社区（演示）": "03",
        "凤二村（演示）": "04",
        "桃花源": "05",
        "凤二村": "13",
    }  # the last month is none
    rows = "".join(f"{owner},2025-{month}-01,演示公司,5\n" for owner, month in owners.items())
    received(office, {"善款.csv": f"社区,捐赠日期,捐赠人,金额\n{rows}"})

    assert (
        "✗ 没有归到社区的：拒收 2 行（看不出是哪个社区的 1 行，别的原因 1 行）"
        in command("load", "--data", office).stdout
    )


def test_a_row_of_no_known_community_is_not_counted_with_the_only_one_beside_it(office: Path):
    received(
        office,
        {
            "善款.csv": "社区,捐赠日期,捐赠人,金额\n社东社区（演示）,2025-03-01,演示公司,5\n桃花源,2025-03-02,演示公司,5\n"
        },
    )
    lines = command("load", "--data", office).stdout.splitlines()

    assert "✓ 社东社区（演示）：2 份台账，入库 2 行，拒收 0 行" in lines  # with the register
    assert "✗ 没有归到社区的：拒收 1 行" in lines
