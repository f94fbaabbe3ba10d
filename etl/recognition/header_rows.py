"""Finds which rows make up a header, and the texts over each column: one to three rows of cells, merged or not."""

import re
from collections.abc import Iterator, Sequence

from etl.reading.grid import Sheet
from etl.recognition.meanings import HeaderPath

MOST_LEVELS = 3
_NUMBER = re.compile(r"[\d.,:/年月日-]+")  # 12.5, 2023年3月5日: a value, so no level of a header
_SESSION = re.compile(r"第[一二三四五六七八九十\d]{1,3}[节次课讲期场周天]")
_DAY = re.compile(r"(?:20\d\d[年./-])?\d{1,2}[月./-]\d{1,2}[日号]?(?:[(（]?(?:周|星期).[)）]?)?(?: 0?0:00(?::00)?)?")
LEAST_SESSIONS = 2  # whose days stand below


def header_paths(sheet: Sheet, row: int) -> tuple[tuple[int, ...], list[HeaderPath]]:
    """Return the header rows that begin at `row`, and the header texts over each grid column."""
    if row < 0:
        return (row,), [()] * len(sheet.columns)
    rows = tuple(_levels(sheet, row))
    levels = [_spread(sheet, level, rows[-1]) for level in rows]
    return rows, [tuple(dict.fromkeys(filter(None, texts))) for texts in zip(*levels, strict=True)]


def _levels(sheet: Sheet, row: int) -> Iterator[int]:
    """Yield the rows of a header: another level follows while a cell is merged sideways over cells that differ below."""
    yield row
    is_title = len(set(_texts(sheet, row))) < 2
    for level in range(row, min(row + MOST_LEVELS, sheet.height) - 1):
        follows = (_is_merged_over_several, _is_group_over_blank, _has_days_below)
        if is_title or not any(is_group(sheet, level) for is_group in follows):
            return
        yield level + 1


def _texts(sheet: Sheet, row: int) -> list[str]:
    return [text for text in sheet.row(row) if text]


def _is_merged_over_several(sheet: Sheet, row: int) -> bool:
    below = sheet.row(row + 1)
    sideways = (m for m in sheet.merges if m.top <= row == m.bottom and m.right > m.left)
    return any(len(set(filter(None, below[m.left : m.right + 1]))) > 1 for m in sideways)


def _is_group_over_blank(sheet: Sheet, row: int) -> bool:
    """Tell whether a row groups the next one although its merges were lost, as in a CSV.

    Below stand words, only under a cell and the blank cells right of it.
    """
    here, below = sheet.row(row), sheet.row(row + 1)
    under = [index for index, text in enumerate(below) if text]
    is_words = len(under) > 1 and not any(_NUMBER.fullmatch(below[index] or "") for index in under)
    is_grouped = all(here[index] is None or _is_open_right(here, below, index) for index in under)
    return is_words and is_grouped and any(text and index not in under for index, text in enumerate(here))


def _has_days_below(sheet: Sheet, row: int) -> bool:
    """Tell whether the row below holds nothing but the days of the sessions that this one numbers: 第一节 over 3月8日."""
    here, below = sheet.row(row), sheet.row(row + 1)
    under = [index for index, text in enumerate(below) if text]
    days = [below[index] or "" for index in under]
    are_sessions = all(_SESSION.fullmatch(here[index] or "") for index in under)
    return len(under) >= LEAST_SESSIONS and are_sessions and all(map(_DAY.fullmatch, days))


def _is_open_right(here: Sequence[str | None], below: Sequence[str | None], index: int) -> bool:
    """Tell whether the cell right of a grid column is blank in this row and filled in the next."""
    return index + 1 < len(here) and here[index + 1] is None and below[index + 1] is not None


def _spread(sheet: Sheet, row: int, last: int) -> list[str | None]:
    """Return the texts of a header row, each text that groups columns repeated over them.

    A merged cell that reaches down to the `last` header row groups no columns: its text stays in the first.
    """
    texts = list(sheet.row(row))
    for merge in sheet.merges:
        if merge.top <= row <= merge.bottom:
            right = merge.left if merge.bottom >= last else min(merge.right, len(texts) - 1)
            texts[merge.left : right + 1] = [sheet.row(merge.top)[merge.left]] * (right + 1 - merge.left)
    if row == last or not _is_group_over_blank(sheet, row):
        return texts
    for index in range(1, len(texts)):
        if texts[index] is None:
            texts[index] = texts[index - 1]
    return texts
