"""Tells by its bytes what a file is; its name may say anything."""

import zipfile
from io import BytesIO
from pathlib import Path

from documents.file_size import size_text
from etl.reading.encryption import NEEDS_PASSWORD, Locked
from etl.reading.grid import Unreadable
from etl.reading.workbook import BROKEN

FILE_BYTES = 500_000_000
HEAD_BYTES = 4096  # enough for every signature and for the first tag of a web page

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old Office files, and of encrypted new ones
_SAVE_AS = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
_NO_TABLE = "请把其中的表格复制到 Excel 或 WPS，存为 .xlsx 后再导入。"
_SIGNATURES = (
    (b"%PDF", " PDF 文件"),
    (b"\x89PNG", "图片（PNG）"),
    (b"\xff\xd8\xff", "图片（JPEG）"),
    (b"GIF8", "图片（GIF）"),
    (b"BM", "图片（BMP）"),
    (b"II*\0", "图片（TIFF）"),
    (b"MM\0*", "图片（TIFF）"),
    (b"RIFF", "图片或音视频文件"),
    (b"{\\rtf", "文字文档（RTF）"),
)
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_WEB_PAGE = (b"<!doctype html", b"<html", b"<head", b"<table", b"<meta", b"<style", b"<div", b"mime-version:")
_OLE_STREAMS = (
    ("WordDocument", f"这是 Word 或 WPS 文字文档，不是表格。{_NO_TABLE}"),
    ("PowerPoint Document", f"这是演示文稿，不是表格。{_NO_TABLE}"),
)
_ZIP_PARTS = (
    ("word/", f"这是 Word 文档，不是表格。{_NO_TABLE}"),
    ("ppt/", f"这是演示文稿，不是表格。{_NO_TABLE}"),
)
_ARCHIVE = "这是压缩包，不是表格。请先解压，再导入里面的表格。"


def file_type(path: Path) -> str:
    """Return xlsx, xlsb, ods, xls or csv (any text); raise Unreadable naming what else it is."""
    if path.name.startswith(("~$", ".~")):
        raise Unreadable("这是表格打开时留下的临时文件，不是表格本身。请关闭表格，导入不带“~$”的那个文件。")
    if path.is_dir():
        raise Unreadable("这是文件夹，不是文件。请导入里面的表格。")
    size = path.stat().st_size
    if size > FILE_BYTES:
        raise Unreadable(f"文件有 {size_text(size)}，超过上限 {size_text(FILE_BYTES)}。请按年份或社区拆成几份再导入。")
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head:
        raise Unreadable("文件是空的（0 字节）。请重新导出或重新复制后再导入。")
    if head.startswith(b"PK"):
        return zip_type(path)
    if head.startswith(_OLE):
        return _ole_type(path)
    _refuse_known(head)
    return "csv"


def _refuse_known(head: bytes) -> None:
    """Raise Unreadable for pictures, PDF, archives, web pages and XML."""
    for signature, name in _SIGNATURES:
        if head.startswith(signature) and (signature != b"BM" or b"\0" in head):
            raise Unreadable(f"这是{name}，不是表格。{_NO_TABLE}")
    if head.startswith(_ARCHIVES):
        raise Unreadable(_ARCHIVE)
    words = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n").lower()
    if words.startswith(_WEB_PAGE) or (words.startswith(b"<?xml") and b"<html" in words):
        raise Unreadable(f"这是网页（HTML），不是真正的表格文件，许多系统导出的 .xls 就是这样。{_SAVE_AS}")
    if words.startswith(b"<?xml"):
        raise Unreadable(f"这是 XML 文件，不是 .xlsx 表格。{_SAVE_AS}")


def zip_type(file: Path | BytesIO) -> str:
    """Return xlsx, xlsb or ods; raise Unreadable naming what else a zip file is."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            is_ods = "mimetype" in names and b"spreadsheet" in archive.read("mimetype")[:100]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise Unreadable(BROKEN) from error
    if is_ods:
        return "ods"
    if any(name.startswith("xl/") for name in names):
        return "xlsb" if "xl/workbook.bin" in names else "xlsx"
    for part, sentence in _ZIP_PARTS:
        if any(name.startswith(part) for name in names):
            raise Unreadable(sentence)
    raise Unreadable(_ARCHIVE)


def _ole_type(path: Path) -> str:
    data = path.read_bytes()
    if _has_stream(data, "EncryptedPackage"):
        raise Locked(NEEDS_PASSWORD)
    for stream, sentence in _OLE_STREAMS:
        if _has_stream(data, stream):
            raise Unreadable(sentence)
    return "xls"


def _has_stream(data: bytes, name: str) -> bool:
    """Tell whether an OLE file has a stream of this name.

    Its directory entries begin at multiples of 128 bytes, with the name; the text of a cell hardly ever does both.
    """
    entry = name.encode("utf-16-le") + b"\0\0"
    place = data.find(entry)
    while place >= 0 and place % 128:
        place = data.find(entry, place + 1)
    return place >= 0
