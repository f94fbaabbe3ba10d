"""Reads any received file as grids of raw text. To be called inside a limited child process: see etl/reading/limits.py."""

import zipfile
from pathlib import Path

from etl.reading import delimited, workbook
from etl.reading.encryption import Locked, decrypt
from etl.reading.file_type import file_type, zip_type
from etl.reading.grid import Reading, Unreadable


def read_file(path: Path, password: str = "") -> Reading:
    """Return every sheet of a file, whose type is told by its content. Raises Unreadable with a sentence for the clerk.

    A locked workbook is opened with the password; Locked is raised where that is none or the wrong one.
    """
    try:
        reading = _read_known(path, password)
        for sheet in reading.sheets:
            sheet.check_cells()
        return reading
    except FileNotFoundError as error:
        raise Unreadable("文件不见了：可能已被移走或改名。请核对后重新导入。") from error
    except PermissionError as error:
        raise Unreadable("没有权限读取文件，或文件正被别的程序占用。请关闭文件后再导入。") from error
    except OSError as error:
        raise Unreadable("文件读不出来：磁盘或网络盘出错。请把文件复制到本机硬盘后再导入。") from error


def _read_known(path: Path, password: str) -> Reading:
    try:
        return _read_open(path)
    except Locked:
        if not password:
            raise
        return _read_locked(path, password)


def _read_open(path: Path) -> Reading:
    kind = file_type(path)
    if kind == "csv":
        sheet, encoding = delimited.read(path)
        return Reading((sheet,), kind, encoding)
    if kind != "xls":
        workbook.check_size(path)
    return Reading(workbook.read(path, kind), kind, None)


def _read_locked(path: Path, password: str) -> Reading:
    content = decrypt(path, password)
    if not zipfile.is_zipfile(content):
        return Reading(workbook.read_content(content), "xls", None)
    kind = zip_type(content)
    workbook.check_size(content)
    return Reading(workbook.read_content(content), kind, None)
