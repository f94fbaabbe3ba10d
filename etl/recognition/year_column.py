"""Writes the year of a column of its own before dates without one: 2023 under 年份 beside 12月30日 under 日期."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from etl.reading.grid import HEAD_ROWS, Sheet
from etl.reading.pattern_matches import match_texts
from etl.recognition.split_dates import encoded, names_of, only_year, years_taken

WRITTEN = "“{year}”这一列写在“{date}”前面，合起来读成日期。"
_DATE_HEADER = re.compile(".{0,6}(?:日期|时间|date)")
# 12月30日, 12/30; 12.3 may be the 30th, as a number that lost its nought
_WITHOUT_YEAR = r"^\d{1,2}\s*(?:月\s*\d{1,2}\s*[日号]?|[/-]\d{1,2})$"


def with_years_written(sheet: Sheet) -> tuple[Sheet, str]:
    """Return a sheet in which dates have the year of their row, and a sentence on it; the same sheet where no such columns stand beside each other."""
    for row in range(min(HEAD_ROWS, sheet.height)):
        names = names_of(sheet.row(row))
        year = only_year(names)
        dates = [index for index, name in enumerate(names) if _DATE_HEADER.fullmatch(name)] if year is not None else []
        if year is not None and (lacking := [index for index in dates if _lacks_years(sheet, index, row)]):
            note = WRITTEN.format(year=sheet.row(row)[year], date=sheet.row(row)[lacking[0]])
            return _written(sheet, row, year, lacking), note
    return sheet, ""


def _lacks_years(sheet: Sheet, index: int, header_row: int) -> bool:
    """Tell whether most cells below a header are a month and a day alone."""
    below = sheet.columns[index].slice(header_row + 1).drop_null()
    count = pc.sum(match_texts(below.dictionary_decode(), _WITHOUT_YEAR)).as_py() or 0
    return 2 * count > len(below)


def _written(sheet: Sheet, header_row: int, year: int, dates: Sequence[int]) -> Sheet:
    columns: list[pa.DictionaryArray] = list(sheet.columns)
    texts = {index: columns[index].to_pylist() for index in dates}
    is_dated = [any(texts[index][row] for index in dates) for row in range(sheet.height)]
    columns[year], years = years_taken(columns[year].to_pylist(), header_row, is_dated)
    for index, cells in texts.items():
        own = [text and re.match(_WITHOUT_YEAR, text) and row > header_row for row, text in enumerate(cells)]
        columns[index] = encoded([_in_year(years[row], text) if own[row] else text for row, text in enumerate(cells)])
    return replace(sheet, columns=tuple(columns))


def _in_year(year: str, text: str | None) -> str:
    """Return a month and day with a year as it is written out, 2023年, or as it cannot be read."""
    text = text or ""
    separator = next((sign for sign in "/-" if sign in text), "")
    return f"{year.removesuffix('年')}{separator}{text}" if separator and year.endswith("年") else f"{year}{text}"
