"""The pack's workbook, read back with a reader that is not ours."""

import io
from dataclasses import replace
from zipfile import ZipFile

import openpyxl
import pytest

from evidence.pack.content import Pack
from evidence.pack.figure_rows import figure_row
from evidence.pack.pack_workbook import workbook
from evidence.pack.tables import definitions, figures, filters, problems, sources
from tests.support.pack_example import FORMULA, example, real
from tests.support.wording_figures import figure


@pytest.fixture(scope="module")
def pack() -> Pack:
    return example()


@pytest.fixture(scope="module")
def content(pack) -> bytes:
    return workbook(pack)


@pytest.fixture(scope="module")
def book(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def rows(book, sheet: str) -> list[tuple]:
    return [tuple(row) for row in book[sheet].iter_rows(min_row=2, values_only=True)]


def test_the_sheets_are_the_ones_a_juror_looks_for(book):
    assert book.sheetnames == ["图表", "数据", "口径", "筛选条件", "来源", "问题"]


@pytest.mark.parametrize("table", [figures, definitions, filters, sources, problems])
def test_every_table_reads_back_cell_by_cell(book, pack, table):
    written = table(pack)
    assert rows(book, written.title) == [written.header, *written.rows]


def test_zero_and_not_reported_stay_apart(book):
    assert [(row[8], row[13]) for row in rows(book, "数据")[2:]] == [(0, "有数"), (None, "未报送")]


def test_no_text_becomes_a_formula_or_a_link(book):
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert FORMULA in [cell.value for cell in cells]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_headings_stay_in_sight(book):
    assert [book[name].freeze_panes for name in book.sheetnames[1:]] == ["A3"] * 5


def test_every_sheet_says_that_the_data_are_a_demonstration(book):
    assert all("演示数据" in sheet["A1"].value for sheet in book)


def test_a_pack_of_real_ledgers_does_not(pack):
    book = openpyxl.load_workbook(io.BytesIO(workbook(real(pack))))
    assert not [sheet.title for sheet in book if "演示数据" in sheet["A1"].value]


def test_every_chart_is_native_and_described(content, pack):
    with ZipFile(io.BytesIO(content)) as parts:
        drawing = parts.read("xl/drawings/drawing1.xml").decode()
        charts = [name for name in parts.namelist() if name.startswith("xl/charts/")]
    described = [chart.alt for section in pack.sections for chart in section.charts]
    assert len(charts) == len(described)
    assert all(f'descr="{alt}"' in drawing for alt in described)


def test_a_gap_is_an_untouched_cell_and_told_in_words(book):
    sheet = book["图表"]
    assert [cell.value for cell in sheet["C"][4:7]] == [800, None, None]
    assert "未报送：2024年" in sheet["A9"].value


def test_a_row_of_a_range_says_both_ends_in_words_as_an_exact_one_does_not():
    known, exact = figure("participants", 141.0), figure("attendances", 4357.0)
    ends = replace(known, low=141.0, high=4357.0)
    assert (figure_row(ends).range, figure_row(exact).range) == ("141–4,357人", "")
