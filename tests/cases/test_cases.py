"""Every folder in tests/cases/<record>/ is a ledger as it came and what must become of it. No Python a case: see its README."""

import csv
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from etl.declarations import record_types
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from etl.load import bring_up_to_date
from etl.reading.grid import Unreadable
from tests.support import drawing
from warehouse.build import Build

CASES = Path(__file__).parent
REGISTER = "名册.csv"
FOLDERS = sorted(path.parent for path in CASES.glob("*/*/expected.csv"))
KEY = re.compile("[0-9a-f]{24,30}")
TABLES = {"problems": "problem", "files": "source_file", "totals": "printed_total", "coverage": "coverage"}


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Build]:
    """A case folder and the build made of it."""
    folder: Path = request.param
    data = tmp_path_factory.mktemp("case")
    inbox = Inbox(data)
    if folder.parent.name != "community":
        inbox.add([shutil.copy(CASES / "register.csv", data / REGISTER)], Settings())
    inbox.add(list(ledgers(folder, data)), options(folder))
    outcome = bring_up_to_date(data, run=in_this_process)
    assert outcome.path, outcome.failed
    return folder, Build(outcome.path)


def ledgers(folder: Path, data: Path) -> Iterator[Path]:
    """Yield the files of a case, drawn workbooks written out."""
    for path in sorted(folder.iterdir()):
        if path.suffix == ".txt":
            target = data / (path.stem if "." in path.stem else f"{path.stem}.xlsx")
            drawing.write(path.read_text(encoding="utf-8"), target)
            yield target
        elif path.stem not in {"expected", "options", *TABLES}:
            yield path


def options(folder: Path) -> Settings:
    path = folder / "options.json"
    stated = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return Settings(
        stated.get("record"),
        stated.get("set", {}),
        stated.get("map", {}),
        tuple(stated.get("sheets", ())),
        only=stated.get("only", {}),
    )


def in_this_process(work: Any, jobs: Any) -> Iterator[tuple[Any, Any]]:
    """Read one file after another without children: what a child adds is tested in its own place."""
    for job in jobs:
        try:
            yield job, work(job)
        except Unreadable as reason:
            yield job, reason


def test_the_rows_are_these(case: tuple[Path, Build]):
    folder, build = case
    header, expected = read(folder / "expected.csv")

    # rows of one line of a sheet, such as a column a month, have no order among themselves
    assert sorted(numbered(rows_of(build, folder.parent.name, header))) == sorted(expected)


def test_the_reports_are_these(case: tuple[Path, Build]):
    folder, build = case
    for path in sorted(path for path in folder.glob("*.csv") if path.stem in TABLES):
        header, expected = read(path)

        assert sorted(rows_of(build, TABLES[path.stem], header)) == sorted(expected), path.stem


def test_every_row_is_loaded_refused_or_skipped(case: tuple[Path, Build]):
    _, build = case
    lines = build.rows("select file, read, loaded + refused + skipped from source_file where error is null")

    assert all(read == accounted for _, read, accounted in lines), lines


def test_every_record_type_has_three_cases():
    counts = {record: sum(folder.parent.name == record for folder in FOLDERS) for record in record_types()}

    assert all(count >= 3 for count in counts.values()), counts


def test_every_case_is_in_the_table_and_every_row_of_it_exists():
    listed = set(re.findall(r"`(\w+/\w+)`", (CASES / "README.md").read_text(encoding="utf-8")))

    assert listed == {f"{folder.parent.name}/{folder.name}" for folder in FOLDERS}


def read(path: Path) -> tuple[list[str], list[tuple[str, ...]]]:
    header, *rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
    return header, [tuple(row) for row in rows]


def rows_of(build: Build, table: str, header: list[str]) -> list[tuple[str, ...]]:
    """Return the columns named as text, in the order of files and rows, without what the register brings along."""
    columns = ", ".join(f"""coalesce(cast("{name}" as varchar), '')""" for name in header)
    besides = {
        "coverage": "record <> 'community' and record not like '%.%'",  # those with a column go with them
        **dict.fromkeys(("problem", "source_file", "printed_total"), f"file <> '{REGISTER}'"),
    }.get(table, f"source_file <> '{REGISTER}' order by source_file, sheet, row_no")
    return build.rows(f"select {columns} from {table} where {besides}")


def numbered(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the rows with every key of a person replaced by 1, 2, 3 … in the order of first appearance."""
    known: dict[str, str] = {}
    return [tuple(known.setdefault(c, str(len(known) + 1)) if KEY.fullmatch(c) else c for c in row) for row in rows]
