"""What a received file is, is told by its bytes; what is no ledger is named in one sentence."""

import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
import xlwt

from etl.reading.file_reader import read_file
from etl.reading.grid import Unreadable


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        read_file(path)
    return str(caught.value)


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.append(["社区", "场次"])
    book.save(path)
    return path


def old_workbook(path: Path) -> Path:
    book = xlwt.Workbook()
    book.add_sheet("台账").write(0, 0, "社区")
    book.save(path)
    return path


def test_an_xlsx_named_xls_is_read_as_xlsx(tmp_path):
    path = workbook(tmp_path / "a.xlsx").rename(tmp_path / "a.xls")
    assert read_file(path).format == "xlsx"


@pytest.mark.parametrize("name", ["a.et", "a.xlsx", "a.csv", "a"])
def test_an_old_workbook_is_read_whatever_its_name(tmp_path, name):
    assert read_file(old_workbook(tmp_path / "a.xls").rename(tmp_path / name)).format == "xls"


def test_a_csv_named_xlsx_is_read_as_csv(tmp_path):
    assert read_file(written(tmp_path / "a.xlsx", "社区,场次\n".encode())).format == "csv"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"{\\rtf1\\ansi }", "RTF"),
        (b"Rar!\x1a\x07\x00", "压缩包"),
        ("<html><table><tr><td>社区</td></tr></table></html>".encode("gbk"), "HTML"),
        (b"\xef\xbb\xbf \r\n<!DOCTYPE html>", "HTML"),
        ("<TABLE>".encode("utf-16"), "HTML"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "XML"),
        (b"\x00\x01\x02\x03" * 50, "二进制"),
        (b"MZ\x90\xff" * 50 + b"\0", "二进制"),
    ],
)
def test_what_is_no_ledger_is_named(tmp_path, content, name):
    assert name in refusal(written(tmp_path / "台账.xls", content))


def test_a_word_document_is_named(tmp_path):
    document = docx.Document()
    document.save(tmp_path / "台账.xlsx")
    assert "Word" in refusal(tmp_path / "台账.xlsx")


def test_an_old_word_document_is_named(tmp_path):
    content = old_workbook(tmp_path / "a.xls").read_bytes()
    stream, word = ("Workbook".encode("utf-16-le"), "WordDocument".encode("utf-16-le"))
    at = content.rindex(stream)
    path = written(tmp_path / "b.xls", content[:at] + word + content[at + len(word) :])
    assert "Word" in refusal(path)


def test_an_old_workbook_that_mentions_a_word_document_is_still_a_workbook(tmp_path):
    book = xlwt.Workbook()
    book.add_sheet("台账").write(0, 0, "演示WordDocument\0")
    book.save(tmp_path / "a.xls")
    assert read_file(tmp_path / "a.xls").format == "xls"


def test_a_zip_of_ledgers_is_to_be_unpacked_first(tmp_path):
    with zipfile.ZipFile(tmp_path / "台账.zip", "w") as archive:
        archive.writestr("a.csv", "社区,场次\n")
    assert "解压" in refusal(tmp_path / "台账.zip")


def test_a_workbook_with_a_password_says_so():
    assert "密码" in refusal(Path(__file__).parent / "files" / "encrypted.xlsx")


@pytest.mark.parametrize("name", ["b.xls", "b.xlsx"])
def test_an_old_workbook_with_a_password_says_so(tmp_path, name):
    content = old_workbook(tmp_path / "a.xls").read_bytes()
    interface_header, file_pass = b"\xe1\x00\x02\x00\xb0\x04", b"\x2f\x00\x02\x00\x01\x00"
    path = written(tmp_path / name, content.replace(interface_header, file_pass, 1))
    assert "密码" in refusal(path)


@pytest.mark.parametrize("name", ["b.xlsx", "b.xls"])
@pytest.mark.parametrize("make", [workbook, old_workbook])
@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
def test_a_truncated_workbook_is_broken(tmp_path, make, share, name):
    content = make(tmp_path / "a").read_bytes()
    assert "损坏" in refusal(written(tmp_path / name, content[: int(len(content) * share)]))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = workbook(tmp_path / "a.xlsx")
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/worksheets/sheet2.xml", "w") as part,
    ):
        for _ in range(51):
            part.write(bytes(10_000_000))
    assert "510 MB" in refusal(path)


def test_pictures_do_not_count_as_parts(tmp_path):
    path = workbook(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(2_100):
            archive.writestr(f"xl/media/image{number}.jpeg", b"")
    assert read_file(path).sheets[0].height == 1


def test_too_many_parts_are_refused(tmp_path):
    path = workbook(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(2_100):
            archive.writestr(f"xl/worksheets/extra{number}.xml", b"")
    assert "个部件" in refusal(path)


def test_an_empty_file_a_folder_a_lock_file_and_a_missing_file_are_told_apart(tmp_path):
    folder = tmp_path / "台账.xlsx"
    folder.mkdir()
    assert "0 字节" in refusal(written(tmp_path / "空.xlsx", b""))
    assert "文件夹" in refusal(folder)
    assert "临时文件" in refusal(written(tmp_path / "~$台账.xlsx", b"x"))
    assert "不见了" in refusal(tmp_path / "没有.xlsx")
