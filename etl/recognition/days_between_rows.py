"""Reads the day that a line of its own states for the rows below it, between the rows of one table: 2月1日, rows, 2月2日, rows."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.reading.grid import HEAD_ROWS, Sheet
from etl.reading.pattern_matches import match_texts
from etl.recognition.candidate_rows import VALUE, is_known, may_head_another
from etl.recognition.split_dates import HEADER
from etl.recognition.stated_period import HALF_A_YEAR

CARRIED = "各行的日期按它上面单独一行写的日期（{first}、{last}）读。"
LEAST_LINES = 2
_DAY = r"(?:20\d\d\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*[日号]|20\d\d-\d{1,2}-\d{1,2}|20\d\d/\d{1,2}/\d{1,2}|20\d\d\.\d{1,2}\.\d{1,2}"
# 2月1日, 日期：2024-02-01, 2月1日（周四）, 2月1日 社区清扫; RE2 reads it, too
_LINE = rf"^(?:\p{{Han}}{{0,4}}(?:日期|时间)\s*[:：]\s*)?(?:{_DAY})(?:\s+00:00:00|\s*[^\d\s:：\-—~～至到起前后以截,，。][^\d:：]{{0,15}})?$"
_NO_LINE = r"小计|合计|共计|总计|累计|截[至止]"
_DAY_OF_LINE = re.compile(_DAY)
_MONTH_AND_DAY = re.compile(r"(?:(?P<year>20\d\d)\D+)?(?P<month>\d{1,2})\D+(?P<day>\d{1,2})\D?$")


def with_days_carried(sheet: Sheet, known: frozenset[str]) -> tuple[Sheet, str]:
    """Return a sheet with the days of such lines in a column of their own, and a sentence on it; the same sheet where there are none.

    A table with a column of dates has its days already, and one whose header stands again below each line is read block by block.
    """
    count = sum(pc.is_valid(column.indices).to_numpy(zero_copy_only=False).astype(np.int16) for column in sheet.columns)
    if np.count_nonzero(count == 1) < LEAST_LINES:  # as in most tables
        return sheet, ""
    is_day = [match_texts(column.dictionary, _LINE) for column in sheet.columns]
    if not any(pc.any(matching).as_py() for matching in is_day):
        return sheet, ""
    lines = _lines(sheet, is_day, count)
    header = _header_row(sheet, lines, count, known)
    if header is None or _is_dated(sheet, header, is_day, count):
        return sheet, ""
    below = [row for row in range(header + 1, sheet.height) if count[row] > 1]
    followed = {line: row for line in lines if (row := _next(below, line)) is not None}
    has_own_headers = any(_is_of_known_words(sheet, row, known) for line, row in followed.items() if line > header)
    if has_own_headers or len({lines[line] for line in followed}) < LEAST_LINES:
        return sheet, ""
    taken = np.zeros(sheet.height, bool)
    taken[[row for row in lines if row > header]] = True
    columns = [_without(column, taken) for column in sheet.columns]
    days = [lines[row] for row in followed]
    return replace(sheet, columns=(*columns, _column(sheet, header, lines, below))), CARRIED.format(
        first=days[0], last=days[-1]
    )


def _lines(sheet: Sheet, is_day: Sequence[pa.Array], count: np.ndarray) -> dict[int, str]:
    """Return the day of each row that has nothing but one, by grid row."""
    lines: dict[int, str] = {}
    for column, matching in zip(sheet.columns, is_day, strict=True):
        matches = np.append(pc.fill_null(matching, False).to_numpy(zero_copy_only=False), False)
        codes = pc.fill_null(column.indices, -1).to_numpy(zero_copy_only=False)
        for row in np.flatnonzero(matches[codes] & (count == 1)).tolist():
            text = column[row].as_py()
            day = _DAY_OF_LINE.search(text)
            if day and not re.search(_NO_LINE, text):
                lines[row] = re.sub(r"\s", "", day[0])
    return dict(sorted(lines.items()))


def _header_row(sheet: Sheet, lines: Mapping[int, str], count: np.ndarray, known: frozenset[str]) -> int | None:
    """Return the first row above the second line that heads columns, None without one or without two lines."""
    if len(lines) < LEAST_LINES:
        return None
    head = range(min([*lines][1], HEAD_ROWS))
    return next((row for row in head if count[row] > 1 and _heads(sheet, row, known)), None)


def _heads(sheet: Sheet, row: int, known: frozenset[str]) -> bool:
    is_of_words = not any(text and VALUE.fullmatch(text) for text in sheet.row(row))
    return is_of_words and may_head_another(sheet, row, known)


def _is_of_known_words(sheet: Sheet, row: int, known: frozenset[str]) -> bool:
    texts = [text for text in sheet.row(row) if text]
    return 2 * sum(is_known(text, known) for text in texts) >= len(texts)


def _is_dated(sheet: Sheet, header: int, is_day: Sequence[pa.Array], count: np.ndarray) -> bool:
    """Tell whether a column holds a day in most rows of several cells."""
    is_row = (count > 1) & (np.arange(sheet.height) > header)
    for column in sheet.columns:
        dated = np.append(match_texts(column.dictionary, rf"^\s*(?:{_DAY})").to_numpy(zero_copy_only=False), False)
        codes = pc.fill_null(column.indices, -1).to_numpy(zero_copy_only=False)
        if 2 * int((dated[codes] & is_row).sum()) > int(is_row.sum()):
            return True
    return False


def _without(column: pa.DictionaryArray, taken: np.ndarray) -> pa.DictionaryArray:
    """Return a column without its cells in the rows of lines: a day in a column of names is nobody's."""
    indices = pc.if_else(pa.array(taken), pa.scalar(None, column.indices.type), column.indices)
    return pa.DictionaryArray.from_arrays(indices, column.dictionary)


def _next(rows: Sequence[int], line: int) -> int | None:
    """Return the first of some rows, given in order, below a line."""
    at = bisect_right(rows, line)
    return rows[at] if at < len(rows) else None


def _column(sheet: Sheet, header: int, lines: Mapping[int, str], below: Sequence[int]) -> pa.DictionaryArray:
    """Return the column of days: its header, the lines themselves, and beside each row of several cells the day of the line above it."""
    texts: list[str | None] = [None] * sheet.height
    texts[header] = HEADER
    days = _with_doubtful_years(lines)
    above = ""
    written = set(below)
    headers = sheet.row(header)
    for row in range(sheet.height):
        above = days.get(row, above)
        if row in days and row > header:
            texts[row] = lines[row]
        elif row in written and above:
            texts[row] = HEADER if sheet.row(row) == headers else above
    return pa.array(texts, pa.string()).dictionary_encode()


def _with_doubtful_years(lines: Mapping[int, str]) -> dict[int, str]:
    """Return the days of lines; one without a year that lies far before that above it gets a year that nobody reads: it is asked about."""
    days, before = {}, None
    for row, text in lines.items():
        part = _MONTH_AND_DAY.match(text)
        day = _in_leap_year(part) if part else None
        is_later = bool(part and not part["year"] and day and before and before - day > HALF_A_YEAR)
        days[row] = f"（年：？）{text}" if is_later else text
        before = day or before
    return days


def _in_leap_year(part: re.Match[str]) -> date | None:
    try:
        return date(2024, int(part["month"]), int(part["day"]))
    except ValueError:
        return None
