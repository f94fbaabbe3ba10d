"""The figures of a pack as rows: made of figures, and read back from a pack's CSV and from its workbook's sheet 数据."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from documents.csv_file import guarded
from etl.reading.grid import Unreadable
from etl.reading.limits import read_limited
from evidence.pack.bundle import DATA_CSV, WORKBOOK
from evidence.pack.content import FigureRow
from evidence.pack.manifest import PackError
from evidence.pack.request import SplitFigures
from indicators.model import Figure
from wording import reports
from wording.figure_columns import in_numbers, range_words
from wording.reports import sums_words

SHEET = "数据"
HEAD_ROWS = 2  # above the data in the sheet: what the pack is, and the header

CsvRow = dict[str, str]  # header → cell as the CSV writes it


def figure_rows(figures: SplitFigures) -> Iterator[FigureRow]:
    """Yield every figure once, as the pack's data."""
    every = (figure for same_split in figures.values() for figure in same_split)
    yield from dict.fromkeys(figure_row(figure) for figure in every)


def figure_row(figure: Figure) -> FigureRow:
    """Return a figure as a row of the pack's data; nothing is rounded for the eye."""
    cells = (cell.isoformat() if isinstance(cell, date) else cell for cell in in_numbers(figure).values())
    reported = sums_words(figure.coverage), reports.coverage(figure), reports.missing(figure), range_words(figure)
    row: tuple[Any, ...] = (figure.indicator, *cells, *reported)
    return FigureRow(*row)


def csv_rows(files: Mapping[str, bytes]) -> list[CsvRow]:
    """Return the rows of a pack's CSV. Raises PackError when it is missing or no CSV of ours."""
    try:
        text = io.StringIO(files[DATA_CSV].decode("utf-8-sig"), newline="")
        rows = list(csv.DictReader(text, strict=True))
    except (KeyError, UnicodeDecodeError, csv.Error) as error:
        raise PackError(f"“{DATA_CSV}”缺少或读不出来，数字无法重新计算。") from error
    if not rows or any(None in row or None in row.values() for row in rows):
        raise PackError(f"“{DATA_CSV}”的行列不完整，数字无法重新计算。")
    return rows


def sheet_rows(files: Mapping[str, bytes]) -> list[list[str]]:
    """Return the rows of the workbook's sheet, each cell as the CSV would write it. Raises PackError like `csv_rows`.

    Whoever hands in a pack may have built the workbook to do harm, so it is read in a limited child process.
    """
    try:
        with TemporaryDirectory() as folder:
            path = Path(folder) / WORKBOOK
            path.write_bytes(files[WORKBOOK])
            sheet = next(sheet for sheet in read_limited(path).sheets if sheet.name == SHEET)
    except (KeyError, StopIteration, Unreadable) as error:
        raise PackError(f"“{WORKBOOK}”缺少或读不出来，没有与“{DATA_CSV}”对照。") from error
    rows = list(zip(*(column.to_pylist() for column in sheet.columns), strict=True))
    return [[guarded(cell or "") for cell in row] for row in rows[max(0, HEAD_ROWS + 1 - sheet.first_row) :]]
