"""A draft is read in any shape it arrives in, or refused with a sentence."""

import io
import zipfile
from datetime import date

import docx
import pytest

from evidence.claims.draft import MOST_CHARACTERS, BadDraft, read_file, read_text
from evidence.claims.publication_day import publication_day

TEXT = "截至2023年8月，志愿者百余人。"


def word(*paragraphs: str) -> bytes:
    document, stream = docx.Document(), io.BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_every_usual_encoding(encoding: str):
    assert read_file("稿.txt", TEXT.encode(encoding)).text == TEXT


def test_line_ends_count_as_one_character():
    assert read_text("甲\r\n乙\r丙").text == "甲\n乙\n丙"


def test_a_word_file_is_read_by_paragraphs_and_cells_in_order():
    document = docx.Document()
    document.add_paragraph("前")
    row = document.add_table(1, 2).rows[0].cells
    row[0].text, row[1].text = "服务人次", "2400人次"
    document.add_paragraph("后")
    stream = io.BytesIO()
    document.save(stream)

    assert read_file("稿.docx", stream.getvalue()).text == "前\n服务人次：2400人次\n后\n"


def test_the_content_decides_not_the_ending():
    assert read_file("稿.txt", word("甲")).text == "甲\n"


def test_a_control_character_becomes_a_blank_where_it_stood():
    assert read_text("甲\x0b乙").text == "甲 乙"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("空.txt", b"", "没有文字"),
        ("空.docx", word(""), "没有文字"),
        ("坏.docx", b"PK\x03\x04broken", "打不开"),
        ("半.docx", word("甲")[:400], "打不开"),
        ("密.docx", b"\xd0\xcf\x11\xe0" + bytes(600), "密码"),
        ("图.txt", bytes(range(256)) * 4, "认不出编码"),
        ("大.txt", b"a" * 20_000_001, "20 MB"),
        ("长.txt", ("字" * (MOST_CHARACTERS + 1)).encode(), "分几次"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(name: str, content: bytes, message: str):
    with pytest.raises(BadDraft, match=message):
        read_file(name, content)


def test_a_zip_that_is_no_word_file_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("a.txt", "甲")
    with pytest.raises(BadDraft, match="不是 Word 文档"):
        read_file("包.docx", stream.getvalue())


def test_a_bomb_is_not_unpacked():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", bytes(201_000_000))
    with pytest.raises(BadDraft, match="过大"):
        read_file("弹.docx", stream.getvalue())


def test_five_megabytes_of_text_are_refused_unharmed():
    with pytest.raises(BadDraft, match="原文没有改动"):
        read_text("开展活动40余场。" * 600_000)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("来源:本网 发布时间:2023-09-08 10:06\n正文", date(2023, 9, 8)),
        ("成文日期：2024年1月5日", date(2024, 1, 5)),
        (" 时间:2023-11-14 00:01:47来源:某报", date(2023, 11, 14)),
        ("活动时间：2023年5月18日", None),
        ("发布时间：2023-09-08，发布时间：2023-09-09", None),
        ("发布时间：2023-13-40", None),
    ],
)
def test_the_day_of_publication_is_the_one_that_the_text_gives(text: str, day: date | None):
    assert publication_day(text) == day
