"""A download of records is a ledger: loaded again, in whatever form, it gives the rows that it holds."""

from pathlib import Path

import pytest

from etl.declarations import record_types
from evidence import extracts
from evidence.extracts import Provenance
from tests.support.ledgers import command, share_secret
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
