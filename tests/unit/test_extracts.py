"""What is carried away reads back as it was chosen: rows, words, states, and nothing that runs as a formula."""

import csv
import io
from dataclasses import replace
from datetime import date

import pyarrow as pa
import pytest
from openpyxl import load_workbook

from evidence import extracts
from evidence.extracts import Extract, Provenance
from indicators import engine
from indicators.model import Coverage, Figure, Period
from wording import definitions, palette

SETTING = Provenance("志愿服务", "凤二村，2025年", "20261122-1（数据批次2026年11月22日）", True)
YEAR = Period("2025年", date(2025, 1, 1), date(2025, 12, 31))


def figure(value: float | None, state: str, **more: object) -> Figure:
    return Figure("closing_rate", "%", "甲", YEAR, value, value, 50.0 if value else None, state, **more)


@pytest.fixture
def extract() -> Extract:
    made = [
        figure(92.0, "ok"),
        figure(None, "not_reported", missing=("甲",), coverage=Coverage(0, 12)),
        figure(None, "hidden"),
    ]
    return extracts.figure_extract(SETTING, made, engine.catalogue())


def test_a_workbook_keeps_numbers_days_and_states_apart(extract: Extract):
    rows = list(load_workbook(io.BytesIO(extracts.xlsx(extract)))["数据"].iter_rows(values_only=True))

    assert rows[0] == extracts.FIGURE_HEADER
    assert rows[1][5].date() == date(2025, 1, 1)
    assert [(row[7], row[12]) for row in rows[1:]] == [(92, "有数"), (None, "未报送"), (None, "已隐藏")]


def test_a_number_of_which_only_the_ends_are_known_is_said_to_be_the_lower_one():
    people = replace(figure(535.0, "ok", low=535.0, high=1251.0), indicator="participants", unit="人", denominator=None)
    written = extracts.figure_extract(SETTING, [people, figure(92.0, "ok")], engine.catalogue())
    rows = [dict(zip(written.header, row, strict=True)) for row in written.rows]

    assert [(row["数值"], row["范围（数值是下限）"]) for row in rows] == [(535, "535–1,251人"), (92, "")]


def test_every_format_says_where_it_comes_from(extract: Extract):
    texts = [extracts.csv_for_excel(extract).decode("utf-8-sig"), extracts.csv_plain(extract).decode()]
    notes = load_workbook(io.BytesIO(extracts.xlsx(extract)))["说明"]
    texts.append("\n".join(row[0] for row in notes.iter_rows(values_only=True)))

    for text in texts:
        for words in ("演示数据", "凤二村", "20261122-1", "选中3行，本文件3行", "结案率（%）", "分母"):
            assert words in text


def test_a_remark_stands_among_the_notes(extract: Extract):
    assert "甲期间换过调查方式" in extracts.csv_plain(replace(extract, remark="甲期间换过调查方式。")).decode()


def test_a_file_that_holds_fewer_rows_than_were_chosen_says_so():
    cut = extracts.table_extract(SETTING, pa.table({"社区": ["甲"]}), selected=9)

    assert "行数：选中9行，本文件1行" in cut.notes


def test_no_cell_of_a_ledger_runs_as_a_formula():
    made = extracts.table_extract(SETTING, pa.table({"活动名称": ["=1+1", "@x", "-3", "正常"]}))

    sheet = load_workbook(io.BytesIO(extracts.xlsx(made)))["数据"]
    assert [cell.data_type for cell in sheet["A"]] == ["s"] * 5
    read = list(csv.reader(io.StringIO(extracts.csv_for_excel(made).decode("utf-8-sig"))))
    assert [row[0] for row in read[1:5]] == ["'=1+1", "'@x", "-3", "正常"]


def test_who_gave_stands_in_one_column_as_in_a_ledger():
    gifts = pa.table({
        "donor_key": ["0" * 30, "1" * 30, "2" * 30, None, None],
        "donor_name": ["演示超市", None, None, None, None],
        "donor_nature": ["单位", "个人", "单位", "个人", None],
        "source_file": ["善款.csv"] * 5,
    })  # fmt: skip

    assert extracts.readable("donation", gifts).to_pydict() == {
        "捐赠人": ["演示超市", "1" * 30, "2" * 30 + "(单位)", "某某", None], "来源文件": ["善款.csv"] * 5,
    }  # fmt: skip


@pytest.mark.parametrize("id", sorted(engine.catalogue()))
def test_every_definition_can_be_said_in_words(id: str):
    lines = definitions.lines(engine.catalogue()[id])

    assert lines[2].startswith("分子：")
    assert bool(lines[3]) == (engine.catalogue()[id].denominator is not None)


def test_a_community_keeps_its_colour_when_another_joins():
    few, more = palette.colours(["甲", "乙"]), palette.colours(["甲", "乙", "丙"])

    assert few.items() <= more.items()
    assert palette.colours([str(n) for n in range(9)])["8"] == palette.GREY
