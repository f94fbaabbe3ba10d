"""A download of records is a ledger: loaded where its ledgers are not, it gives the rows that it holds; other downloads are none."""

from pathlib import Path

import pytest

from etl.declarations import record_types
from evidence import extracts
from evidence.extracts import Provenance
from tests.support.ledgers import REGISTER, command, loaded, received, share_secret
from warehouse.build import Build
from warehouse.build_in_use import current

MOST = 60
OF_THE_FILE = {
    "source_file",
    "sheet",
    "row_no",
    "answer_key",
}  # answers without a number are told apart by file and row


def content(build: Build, record: str) -> list[tuple[object, ...]]:
    """Return the first rows of a record type without what only says in which file they stand."""
    names = [name for (name,) in build.rows("select column_name from duckdb_columns() where table_name = ?", (record,))]
    return build.rows(f"select {', '.join(sorted({*names} - OF_THE_FILE))} from ({first_rows(record)}) order by all")


def first_rows(record: str) -> str:
    return f"select * from {record} order by all limit {MOST}"


@pytest.mark.parametrize("form", extracts.FORMATS)
def test_records_carried_away_load_back_unchanged(form: str, sample_folder: Path, sample_build: Build, tmp_path: Path):
    ending, _, write = extracts.FORMATS[form]
    data = tmp_path / "data"
    share_secret(data, sample_folder)
    for id, record in record_types().items():
        rows = extracts.readable(id, sample_build.table(first_rows(id)))
        extract = extracts.table_extract(Provenance(record.label, "全部", sample_build.name, True), rows)
        (tmp_path / f"{record.label}_全部{ending}").write_bytes(write(extract))
    loading = command("load", *tmp_path.glob("*_全部*"), "--data", data)

    assert loading.returncode == 0, loading.stdout
    for id in record_types():
        assert content(Build(current(data)), id) == content(sample_build, id), id


ACTIVITIES = "社区,活动名称,活动日期,参与人次\n凤二村,赏灯会,2024-03-01,20\n凤二村,周日歌会,2024-03-05,30\n"


@pytest.mark.parametrize("form", extracts.FORMATS)
def test_records_whose_ledgers_are_here_are_recognised_and_refused_in_one_sentence(form: str, tmp_path: Path):
    data = tmp_path / "data"
    received(data, {"名册.csv": REGISTER, "活动登记.csv": ACTIVITIES})
    _, build = loaded(data)
    ending, _, write = extracts.FORMATS[form]
    rows = extracts.readable("activity", build.table("select * from activity limit 1"))
    path = tmp_path / f"活动场次_全部{ending}"
    path.write_bytes(write(extracts.table_extract(Provenance("活动场次", "全部", build.name, False), rows)))
    looking, loading = (command(verb, path, "--data", data) for verb in ("inspect", "load"))

    for done in (looking, loading):
        assert "这是从这里下载的记录，原来的台账（活动登记.csv）已经在这里" in done.stdout
        assert done.returncode == 1
    assert Build(current(data)).rows("select count(*), sum(headcount) from activity") == [(2, 50)]


@pytest.mark.parametrize("form", extracts.FORMATS)
def test_figures_carried_away_are_recognised_and_refused_in_one_sentence(form: str, tmp_path: Path):
    ending, _, write = extracts.FORMATS[form]
    cells = (
        "参与人次",
        "人次",
        "凤二村",
        "",
        "2024年",
        "2024-01-01",
        "2024-12-31",
        50,
        None,
        None,
        None,
        None,
        "有数",
        "",
        "12/12社区月",
        "",
    )
    extract = extracts.Extract(
        Provenance("指标数据", "全部", "20241126-121420", False), extracts.FIGURE_HEADER, [cells], 1
    )
    path = tmp_path / f"指标数据_全部{ending}"
    path.write_bytes(write(extract))
    looked_at = command("inspect", path, "--data", tmp_path / "data")

    assert "这是从这里下载的“指标数据”，不是台账，没有入库" in looked_at.stdout and "像“" not in looked_at.stdout
