"""The one CSV writer: opens right in Excel, and no text of a ledger is ever run as a formula."""

import csv
import io
import unicodedata
from datetime import date, datetime

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.csv_file import csv_for_excel, csv_plain

RISKY = [
    "=1+1",
    " =1+1",
    "\u3000=1",
    "'=1",
    '"=1',
    "“=1",
    "＝1",
    "+cmd",
    "＋a",
    "-2+3",
    "－a",
    "@SUM(A1)",
    "＠a",
    "|calc",
    "%a",
    "\ta",
    "\ra",
    "\na",
    "\u200b=1",
    " \xa0-x",
]


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", RISKY)
def test_a_text_that_could_be_a_formula_gets_an_apostrophe(text):
    assert read(csv_plain(["列"], [[text]])) == [["列"], [f"'{text}".replace("\r", "\n")]]


@pytest.mark.parametrize("text", RISKY)
def test_headers_and_notes_are_guarded_like_cells(text):
    header, _, _, note = read(csv_for_excel([text], [["值"]], notes=[text]))
    assert header == note == [f"'{text}".replace("\r", "\n")]


@pytest.mark.parametrize("text", ["-5", "+3.2", "-1,234.50", "-12%", "%", "社东社区", "3-5岁", "A=B", "", "——"])
def test_plain_numbers_and_harmless_texts_stay_as_they_are(text):
    assert read(csv_plain(["列", "列"], [[text, "x"]]))[1] == [text, "x"]


def test_numbers_stay_numbers_and_missing_stays_empty():
    cells = [3.0, 0, None, 0.1 + 0.2, -5, float("nan"), 115000000.0]
    assert csv_plain(["列"], [cells]).splitlines()[1] == b"3,0,,0.3,-5,,115000000"


def test_excel_gets_a_byte_order_mark_and_its_own_line_ends():
    assert csv_for_excel(["社区"], [["社东"]]) == b"\xef\xbb\xbf" + "社区\r\n社东\r\n".encode()


def test_a_csv_for_programs_has_no_byte_order_mark_and_plain_line_ends():
    assert csv_plain(["社区"], [["社东"]]) == "社区\n社东\n".encode()


def test_plain_notes_are_one_comment_line_each_whatever_they_hold():
    lines = csv_plain(["社区"], [["社东"]], notes=['板块：全部,"=1+1"\n第二行']).decode().splitlines()
    assert lines == ["# 板块：全部，”=1+1” 第二行", "社区", "社东"]


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2)))
def test_every_text_comes_back_at_most_with_an_apostrophe_before_it(rows):
    found = read(csv_plain(["甲", "乙"], rows))[1:]
    assert len(found) == len(rows)
    for texts, cells in zip(rows, found, strict=True):
        texts = [text.replace("\r\n", "\n").replace("\r", "\n") for text in texts]
        assert all(cell in (text, f"'{text}") for text, cell in zip(texts, cells, strict=True))


@given(st.text(alphabet=" \u3000\u200b\"'=+-@|%＝＋－＠\t\r\na1", min_size=1))
def test_no_cell_begins_with_a_sign_that_starts_a_formula(text):
    (cell,) = read(csv_plain(["列"], [[text]]))[1]
    bare = cell.lstrip("\"' \u3000\u200b")
    is_number = bare[1:].isdigit() and bare[:1] in "+-"
    is_risky = unicodedata.normalize("NFKC", bare[:1]) in list("=+-@|%\t\r\n")
    assert cell.startswith("'") or is_number or not is_risky or text == "%"


CELLS = {
    pa.string(): st.text(alphabet="a,\"'=+-@|%＝＋－＠\t\r\n\u3000\u200b 中1", max_size=4),
    pa.int64(): st.integers(-9, 9),
    pa.float64(): st.floats(width=32),
    pa.date32(): st.dates(date(1899, 1, 1), date(2100, 1, 1)),
    pa.timestamp("us"): st.datetimes(datetime(1899, 1, 1), datetime(2100, 1, 1)),
    pa.decimal128(9, 2): st.decimals(-99, 99, places=2),
    pa.list_(pa.string()): st.lists(st.text(alphabet='a,"', max_size=2), max_size=2),
    pa.null(): st.none(),
}


@pytest.mark.parametrize("write", [csv_plain, csv_for_excel])
@pytest.mark.parametrize("kind", CELLS, ids=str)
@settings(max_examples=30)
@given(data=st.data())
def test_a_table_is_written_as_its_rows_are(write, kind, data):
    cells = data.draw(st.lists(st.none() | CELLS[kind], max_size=5))
    columns = data.draw(st.sampled_from([[cells], [cells, cells], [cells, [""] * len(cells)]]))
    types = [kind, pa.string() if columns[1:] == [[""] * len(cells)] else kind]
    table = pa.table(
        [pa.array(column, type) for column, type in zip(columns, types, strict=False)], names="甲乙"[: len(columns)]
    )
    rows = list(zip(*(column.to_pylist() for column in table.columns), strict=True))
    assert write(["甲"], table, ["注"]) == write(["甲"], rows, ["注"])


def test_a_thousand_in_a_plain_note_keeps_its_size():
    lines = (
        csv_plain(["社区"], [["社东"]], notes=["最多的是社东社区（2,643人次），共1,234,567元,见表"])
        .decode()
        .splitlines()
    )

    assert lines[0] == "# 最多的是社东社区（2643人次），共1234567元，见表"
