"""Reads workbooks (.xlsx, .xlsb, .ods, .xls) with calamine."""

import errno
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from itertools import islice
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from documents.file_size import size_text
from etl.reading import text_columns
from etl.reading.encryption import NEEDS_PASSWORD, Locked
from etl.reading.grid import Merge, Sheet, Unreadable
from etl.reading.marked_rows import NO_MARKS, marks_by_sheet

UNPACKED_BYTES = 500_000_000  # a million rows of a dozen columns; a bomb of 4 MB is 1,000,000,000
PARTS = 2_000  # files inside the zip

BROKEN = "文件已损坏或不完整，打不开。请用 Excel 或 WPS 打开核对，另存为 .xlsx 后再导入。"
NO_SHEETS = "工作簿里没有可读的工作表。请核对文件内容。"


def check_size(file: Path | BytesIO) -> None:
    """Refuse a workbook that would unpack to more than a ledger can be; pictures in it are never unpacked."""
    with zipfile.ZipFile(file) as archive:
        parts = [part for part in archive.infolist() if "/media/" not in part.filename]
    unpacked = sum(part.file_size for part in parts)
    if unpacked > UNPACKED_BYTES or len(parts) > PARTS:
        raise Unreadable(
            f"文件解压后有 {size_text(unpacked)}、{len(parts):,} 个部件，超过上限（{size_text(UNPACKED_BYTES)}、{PARTS:,} 个）。"
            "请删去多余的空行、空列和格式，或拆成几份再导入。"
        )


def read(path: Path, kind: str) -> tuple[Sheet, ...]:
    """Return every worksheet, hidden ones too. A hostile one may kill the process: see etl/reading/limits.py."""
    with _one_sentence(), _named_by_type(path, kind) as renamed:
        return _marked(_sheets(CalamineWorkbook.from_path(renamed)), path)


def read_content(content: BytesIO) -> tuple[Sheet, ...]:
    """Return every worksheet of a workbook held in memory."""
    content.seek(0)
    with _one_sentence():
        return _marked(_sheets(CalamineWorkbook.from_filelike(content)), content)


def _marked(sheets: tuple[Sheet, ...], file: Path | BytesIO) -> tuple[Sheet, ...]:
    marks = marks_by_sheet(file)
    return tuple(replace(sheet, marks=marks.get(sheet.name, NO_MARKS)) for sheet in sheets) if marks else sheets


@contextmanager
def _one_sentence() -> Iterator[None]:
    """Turn whatever calamine raises into Unreadable."""
    try:
        yield
    except PasswordError as error:
        raise Locked(NEEDS_PASSWORD) from error
    except (CalamineError, OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno == errno.ENOMEM:
            raise  # nothing is wrong with the file: the worker tells that memory did not suffice
        raise Unreadable(BROKEN) from error
    except BaseException as error:  # a panic inside calamine has no importable class
        if type(error).__name__ == "PanicException":
            raise Unreadable(BROKEN) from error
        raise


@contextmanager
def _named_by_type(path: Path, kind: str) -> Iterator[Path]:
    """Yield the file under a name that ends with its type: calamine goes by names, and going by content it misses passwords."""
    if path.suffix.lower() == f".{kind}":
        yield path
        return
    with TemporaryDirectory() as folder:
        yield Path(copyfile(path, Path(folder) / f"ledger.{kind}"))


def _sheets(workbook: CalamineWorkbook) -> tuple[Sheet, ...]:
    with workbook:
        worksheets = [meta for meta in workbook.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
        if not worksheets:
            raise Unreadable(NO_SHEETS)
        return tuple(
            _sheet(workbook.get_sheet_by_name(meta.name), meta.visible == SheetVisibleEnum.Visible)
            for meta in worksheets
        )


def _sheet(sheet: CalamineSheet, is_visible: bool) -> Sheet:
    top, left = sheet.start or (0, 0)
    rows = islice(sheet.iter_rows(), top, None)  # they come from row 1 on, but only from the first used column on
    filled = text_columns.encode_rows(rows)
    before = [text_columns.empty_column(len(filled[0]))] * left if filled else []
    columns = text_columns.trim_edges(before + filled)
    grid = Sheet(sheet.name, columns, top + 1, is_visible=is_visible)
    merges = (
        Merge(a - top, b, min(c - top, grid.height - 1), min(d, len(columns) - 1))
        for (a, b), (c, d) in sheet.merged_cell_ranges or ()
        if top <= a < top + grid.height and b < len(columns)  # the others are empty
    )
    return Sheet(grid.name, grid.columns, grid.first_row, tuple(merges), is_visible)
