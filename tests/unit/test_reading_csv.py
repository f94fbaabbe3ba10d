"""Delimited text: encoding and delimiter by content, rows numbered by record, and one result by either way of reading."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.reading import delimited
from etl.reading.file_reader import read_file
from etl.reading.grid import Reading, Unreadable
from etl.reading.text_columns import trim_edges

TABLE = [["社区", "姓名", "时长"], ["凤二村", "*瑛", "2.5"], ["社东社区", "欧阳", ""]]


def read_bytes(tmp_path, content: bytes) -> Reading:
    path = tmp_path / "台账.csv"
    path.write_bytes(content)
    return read_file(path)


def rows(reading: Reading) -> list[list[str | None]]:
    sheet = reading.sheets[0]
    return [[column[row].as_py() for column in sheet.columns] for row in range(sheet.height)]


def written(table, delimiter=",", newline="\r\n") -> str:
    text = StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=newline).writerows(table)
    return text.getvalue()


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encoding_and_delimiter_are_told_by_content(tmp_path, codec, encoding, delimiter):
    reading = read_bytes(tmp_path, written(TABLE, delimiter).encode(codec))
    assert (reading.format, reading.encoding) == ("csv", encoding)
    assert rows(reading) == [[cell or None for cell in row] for row in TABLE]


def test_utf_16_of_the_other_byte_order_is_read(tmp_path):
    reading = read_bytes(tmp_path, b"\xfe\xff" + written(TABLE).encode("utf-16-be"))
    assert rows(reading)[1] == ["凤二村", "*瑛", "2.5"]


def test_rare_characters_of_gb18030_are_read(tmp_path):
    reading = read_bytes(tmp_path, "姓名,时长\r\n𠮷野㐂,2\r\n".encode("gb18030"))
    assert rows(reading)[1] == ["𠮷野㐂", "2"]


def test_an_unknown_encoding_says_where_it_breaks(tmp_path):
    with pytest.raises(Unreadable, match="第 3 行"):
        read_bytes(tmp_path, "社区,场次\n凤二村,1\n".encode() + b"\xff\xff,2\n")


def test_a_file_cut_within_a_character_is_refused(tmp_path):
    with pytest.raises(Unreadable, match="第 2 行"):
        read_bytes(tmp_path, "社区,场次\n凤二村".encode()[:-2])


def test_commas_in_texts_do_not_make_a_tab_separated_file_a_csv(tmp_path):
    reading = read_bytes(tmp_path, "社区\t备注\n凤二村\t一,二,三\n社东\t四,五\n".encode())
    assert rows(reading)[1] == ["凤二村", "一,二,三"]


def test_a_single_column_is_a_table(tmp_path):
    assert rows(read_bytes(tmp_path, "社区\n凤二村\n\n社东\n".encode())) == [["社区"], ["凤二村"], [None], ["社东"]]


def test_blank_lines_and_cells_of_several_lines_count_as_excel_counts_them(tmp_path):
    reading = read_bytes(tmp_path, '社区,备注\r\n\r\n凤二村,"两\n行"\r\n\r\n社东,无\r\n'.encode())
    assert reading.sheets[0].first_row == 1
    assert rows(reading) == [["社区", "备注"], [None, None], ["凤二村", "两\n行"], [None, None], ["社东", "无"]]


def test_short_and_long_rows_are_filled_up(tmp_path):
    reading = read_bytes(tmp_path, "2024年台账\n社区,姓名,时长\n凤二村\n社东,甲,1,多\n,,,\n".encode())
    assert rows(reading) == [
        ["2024年台账", None, None, None],
        ["社区", "姓名", "时长", None],
        ["凤二村", None, None, None],
        ["社东", "甲", "1", "多"],
    ]


def test_a_column_that_begins_late_keeps_its_rows(tmp_path):
    lines = ["a,b"] * 3000 + ["a,b,c"]
    assert read_bytes(tmp_path, "\n".join(lines).encode()).sheets[0].columns[2].to_pylist() == [None] * 3000 + ["c"]


def test_blanks_of_every_kind_are_stripped_and_equal_texts_are_one(tmp_path):
    reading = read_bytes(tmp_path, "社区,x\n 凤二村,1\n凤二村\u3000,2\n\u200b,3\n\xa0凤二村,4\n".encode())
    column = reading.sheets[0].columns[0]
    assert column.to_pylist() == ["社区", "凤二村", "凤二村", None, "凤二村"]
    assert column.dictionary.to_pylist() == ["社区", "凤二村"]


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "标题\na,b\n1,2\n"])
def test_columns_are_whole_dictionary_arrays_by_either_way(tmp_path, text):
    columns = read_bytes(tmp_path, text.encode()).sheets[0].columns
    assert {str(column.type) for column in columns} == {"dictionary<values=string, indices=int32, ordered=0>"}


@pytest.mark.parametrize("content", [b"\n\n\n", b"\xef\xbb\xbf", b" , ,\n"])
def test_a_file_of_blanks_is_an_empty_grid(tmp_path, content):
    assert rows(read_bytes(tmp_path, content)) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('社区,备注\n凤二村,"没有收尾\n社东,无\n', 2),
        ('社区,备注,场次\n凤二村,"没有收尾,3\n社东,无,4\n社东,"有",6\n社东,无,9\n', 2),
        ('社区,备注\n\n凤二村,无\n"社东,无\n社东,有\n', 4),
    ],
)
def test_an_open_quote_that_swallows_rows_is_refused_with_its_row(tmp_path, text, row):
    with pytest.raises(Unreadable, match=f"第 {row} 行.*双引号"):
        read_bytes(tmp_path, text.encode())


def test_a_cell_that_never_ends_is_refused(tmp_path):
    with pytest.raises(Unreadable, match="双引号"):
        read_bytes(tmp_path, ('社区,备注\n凤二村,"' + "很长，\n" * 50_000).encode())


@given(st.text(alphabet='aab,,"\n\r \u3000区', max_size=40))
def test_the_fast_way_gives_what_the_slow_way_gives(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "either_way.csv"
    path.write_text(text, encoding="utf-8", newline="")
    width = len(next(csv.reader(StringIO(text, newline="")), ()))
    fast, slow = delimited.read_regular(path, "utf-8", ",", width), delimited.read_ragged(path, "utf-8", ",")
    if fast is not None:
        assert [c.to_pylist() for c in trim_edges(fast)] == [c.to_pylist() for c in trim_edges(slow)]


def test_a_regular_file_is_read_the_fast_way_even_where_a_cell_reaches_from_block_to_block(tmp_path):
    record = 'a,"x\nyyyyyy"\n'
    rows = 2 * delimited.BLOCK_BYTES // len(record)
    assert delimited.BLOCK_BYTES % len(record) > record.index("\n")
    (tmp_path / "a.csv").write_text(record * rows, encoding="utf-8", newline="")
    columns = delimited.read_regular(tmp_path / "a.csv", "utf-8", ",", 2)
    assert [(len(c), c.dictionary.to_pylist()) for c in columns] == [(rows, ["a"]), (rows, ["x\nyyyyyy"])]


@pytest.mark.parametrize("last_row", ["'@甲,'-x", "'@甲,'-x,多一格"])  # as many cells as above, and one more
def test_an_apostrophe_that_guards_against_formulas_is_no_part_of_the_text(tmp_path: Path, last_row: str):
    path = tmp_path / "守护.csv"
    path.write_text(f"名称,备注\n'+1,'=A1\n'好',it's\n{last_row}\n", encoding="utf-8")
    sheet, _ = delimited.read(path)
    assert [column.to_pylist()[1:] for column in sheet.columns[:2]] == [["+1", "'好'", "@甲"], ["=A1", "it's", "-x"]]


def test_a_quote_that_is_never_closed_is_told_by_the_row_in_which_it_opens(tmp_path):
    lines = ["社区,活动,人次", "凤二村,义诊,3", '凤二村,"义诊,3', *["凤二村,义诊,3"] * 5000]
    with pytest.raises(Unreadable, match=r"^第 3 行有一格的英文双引号没有配对"):
        read_bytes(tmp_path, "\n".join(lines).encode())


@pytest.mark.parametrize("last_row", ["`丁,`4", "`丁,`4,"])  # as many cells as above, and one more
def test_texts_that_are_equal_without_their_sign_are_one(tmp_path: Path, last_row: str):
    path = tmp_path / "账单.csv"
    path.write_text(f"商户,金额\n`甲,'+4\n乙,4\n`,+4\n{last_row}\n", encoding="utf-8")
    reading = read_file(path)
    assert [row[:2] for row in rows(reading)][1:] == [["甲", "+4"], ["乙", "4"], [None, "+4"], ["丁", "4"]]
    texts = reading.sheets[0].columns[1].dictionary.to_pylist()
    assert sorted(texts) == sorted({*texts})
