"""Reads any received file as grids of raw text. To be called inside a limited child process: see etl/reading/limits.py."""

from pathlib import Path

from etl.reading import delimited, workbook
from etl.reading.file_type import file_type
from etl.reading.grid import Reading, Unreadable


def read_file(path: Path) -> Reading:
    """Return every sheet of a file, whose type is told by its content. Raises Unreadable with a sentence for the clerk."""
    try:
        kind = file_type(path)
        if kind == "csv":
            sheet, encoding = delimited.read(path)
            return Reading((sheet,), kind, encoding)
        if kind != "xls":
            workbook.check_size(path)
        return Reading(workbook.read(path, kind), kind, None)
    except FileNotFoundError as error:
        raise Unreadable("文件不见了：可能已被移走或改名。请核对后重新导入。") from error
    except PermissionError as error:
        raise Unreadable("没有权限读取文件，或文件正被别的程序占用。请关闭文件后再导入。") from error
    except OSError as error:
        raise Unreadable("文件读不出来：磁盘或网络盘出错。请把文件复制到本机硬盘后再导入。") from error
