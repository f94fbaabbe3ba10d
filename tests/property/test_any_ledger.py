"""Whatever a ledger looks like, reading it adds up: the drawn ledgers of tests/cases, spoilt at random."""

from pathlib import Path

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.cleaning.cleaned_ledger import CleanedLedger, clean_ledger
from etl.declarations import record_types
from etl.inbox.settings import Settings
from etl.reading.grid import Merge, Reading, Sheet, Unreadable
from etl.recognition.meanings import Knowledge
from tests.support import drawing

DRAWN = sorted((Path(__file__).parent.parent / "cases").glob("*/*/*.txt"))
GRIDS = [grid for path in DRAWN for _, _, grid in drawing.sheets(path.read_text(encoding="utf-8"))]
NOTHING_STATED = Settings()
ODD = [
    "",
    "#0",
    "-",
    "合计",
    "注：x",
    "1e400",
    "-5",
    "NaN",
    "😀",
    "2024-13-01",
    "12345678901234567890",
    "999999小时",
    "姓名",
]

places = st.tuples(st.integers(0, 99), st.integers(0, 99))
texts = st.sampled_from([*ODD, *sorted({cell for grid in GRIDS for row in grid for cell in row} - {"<", "^"})])
harms = st.lists(
    st.one_of(
        st.tuples(st.just("write"), places, texts),
        st.tuples(st.just("repeat row"), places, st.just("")),
        st.tuples(st.just("lose row"), places, st.just("")),
        st.tuples(st.just("lose column"), places, st.just("")),
    ),
    max_size=8,
)


def spoilt(grid: drawing.Grid, harm: list[tuple[str, tuple[int, int], str]]) -> Sheet:
    """Return a drawing as a sheet after something happened to it. Cells that belonged to a lost neighbour are empty."""
    width = max(map(len, grid))
    rows = [[*row, *[""] * (width - len(row))] for row in grid]
    for kind, (at, across), text in harm:
        row, column = at % len(rows), across % len(rows[0])
        if kind == "write":
            rows[row][column] = text
        elif kind == "repeat row":
            rows.insert(row, list(rows[row]))
        elif kind == "lose row" and len(rows) > 1:
            del rows[row]
        elif kind == "lose column" and len(rows[0]) > 1:
            rows = [[*cells[:column], *cells[column + 1 :]] for cells in rows]
    return sheet(rows)


def sheet(rows: drawing.Grid) -> Sheet:
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if (cell, column) == ("<", 0) or (cell, row) == ("^", 0):
                cells[column] = ""
    merged = ((first, last) for first, last in drawing.blocks(rows).items() if first != last)
    columns = (
        pa.array([cell.strip("#@<^ ") or None for cell in cells], pa.string()) for cells in zip(*rows, strict=True)
    )
    return Sheet("S", tuple(c.dictionary_encode() for c in columns), merges=tuple(Merge(*a, *b) for a, b in merged))


def cleaned_ledger(grid: Sheet, stated: Settings = NOTHING_STATED) -> CleanedLedger:
    return clean_ledger(Reading((grid,), "xlsx", None), "凤二村.xlsx", record_types(), Knowledge(stated), b"key")


def stated_settings(record: str, grid: drawing.Grid, pairs: list[tuple[tuple[int, int], int]]) -> Settings:
    """Return settings that say of some cells of a drawing, or of a range of columns, which column they head."""
    columns = [column.label for column in record_types()[record].columns]
    names = [grid[row % len(grid)][place % len(grid[row % len(grid)])].strip("#@<^ ") for (row, place), _ in pairs]
    headers = [name or f"第{place + 1}列…第{place + 3}列" for name, ((_, place), _) in zip(names, pairs, strict=True)]
    stated = {header: columns[number % len(columns)] for header, (_, number) in zip(headers, pairs, strict=True)}
    return Settings(record=record, columns=stated)


@settings(max_examples=250)
@given(st.sampled_from(GRIDS), harms)
def test_a_spoilt_ledger_adds_up(grid: drawing.Grid, harm: list[tuple[str, tuple[int, int], str]]):
    assert_adds_up(cleaned_ledger(spoilt(grid, harm)))


@settings(max_examples=150)
@given(
    st.sampled_from(GRIDS),
    harms,
    st.sampled_from(sorted(record_types())),
    st.lists(st.tuples(places, st.integers(0, 20)), max_size=4),
)
def test_a_ledger_adds_up_whatever_is_said_of_its_headers(
    grid: drawing.Grid,
    harm: list[tuple[str, tuple[int, int], str]],
    record: str,
    pairs: list[tuple[tuple[int, int], int]],
):
    stated = stated_settings(record, grid, pairs)
    try:
        cleaned = cleaned_ledger(spoilt(grid, harm), stated)
    except Unreadable:  # what is said cannot be read, which a sentence says
        return
    assert_adds_up(cleaned)


def assert_adds_up(cleaned: CleanedLedger) -> None:
    loaded = {record: sum(table.num_rows for table in tables) for record, tables in cleaned.tables.items()}
    refused = {problem.row_no for problem in cleaned.problems if problem.severity == "拒收"}
    skipped = [problem for problem in cleaned.problems if problem.severity == "跳过"]

    assert all(report.read == report.loaded + report.refused + report.skipped for report in cleaned.reports)
    assert loaded == {name: sum(r.loaded for r in cleaned.reports if r.record == name) for name in loaded}
    assert len(skipped) == sum(report.skipped for report in cleaned.reports)
    assert bool(refused) == any(report.refused for report in cleaned.reports)


@settings(max_examples=100)
@given(st.sampled_from(GRIDS), harms)
def test_a_row_that_enters_has_all_it_must_have(grid: drawing.Grid, harm: list[tuple[str, tuple[int, int], str]]):
    for record, tables in cleaned_ledger(spoilt(grid, harm)).tables.items():
        must = [c.name for c in record_types()[record].required if c.name != "community" and not c.kind.is_personal]

        assert all(table[name].null_count == 0 for table in tables for name in must)
