"""Joins a date that stands in two or three columns, 月 beside 日 as in account books, 年 before them: one written once holds until the next."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import pyarrow as pa

from etl import parse
from etl.reading.grid import HEAD_ROWS, Merge, Sheet

JOINED = "“月”“日”两列合起来读成日期；月份空着的，同上面写了的一行。"
HEADER = "日期"
_YEAR = re.compile(r"(20\d\d)(?:年度?)?")  # over both headers, or in a column of years
_YEAR_HEADER = re.compile(
    r"(?P<of>[一-鿿]{2,})?(?:年[份度]?|year)"
)  # 年度, 捐赠年; 本年 beside 本月 and 本日 heads sums
_YEAR_ALONE = re.compile("年[份度]?|year")
PAIRS = (["月", "日"], ["月份", "日"], ["month", "day"])
_LAST_WORDS = tuple({last for _, last in PAIRS})
_MONTH, _DAY = re.compile(r"(\d{1,2})月?"), re.compile(r"(\d{1,2})[日号]?")

ColumnTexts = list[str | None]


def with_dates_joined(sheet: Sheet) -> Sheet:
    """Return a sheet in which each pair of columns headed 月 and 日 is one headed 日期; the same sheet where there is none."""
    for row in range(min(HEAD_ROWS, sheet.height)):
        if pairs := list(_pairs(sheet.row(row))):
            return _joined(sheet, row, pairs)
    return sheet


def _pairs(cells: tuple[str | None, ...]) -> Iterator[int]:
    names = names_of(cells)
    if not any(name.endswith(_LAST_WORDS) for name in names):  # as in most rows
        return
    yield from (
        index
        for index in range(len(names) - 1)
        if [name.removeprefix(_subject(names, index)) for name in names[index : index + 2]] in PAIRS
    )


def _subject(names: Sequence[str], index: int) -> str:
    """Return what the dates are of where the three headers say it, 捐赠 of 捐赠年, 捐赠月, 捐赠日; `index` is that of the month."""
    year = _YEAR_HEADER.fullmatch(names[index - 1]) if index else None
    subject = (year["of"] or "") if year else ""
    return subject if all(name.startswith(subject) for name in names[index : index + 2]) else ""


def only_year(names: Sequence[str]) -> int | None:
    """Return the grid column headed 年份 or 年 and nothing else, None without one or with several."""
    years = [index for index, name in enumerate(names) if _YEAR_ALONE.fullmatch(name)]
    return years[0] if len(years) == 1 else None


@lru_cache(maxsize=128)  # more than one step looks at the first rows of a sheet
def names_of(cells: tuple[str | None, ...]) -> tuple[str, ...]:
    """Return the cells of a row as headers are compared."""
    return tuple(parse.normalised(text or "").casefold() for text in cells)


def _joined(sheet: Sheet, row: int, pairs: Sequence[int]) -> Sheet:
    columns = list(sheet.columns)
    of_pairs = {cell for index in pairs for cell in (index, index + 1)}
    is_below_headers = row > 0 and not any(text for index, text in enumerate(sheet.row(row)) if index not in of_pairs)
    for index in pairs:
        months, days = (columns[index + place].to_pylist() for place in (0, 1))
        year = _YEAR.fullmatch(parse.squeezed(months[row - 1] or "")) if row else None
        years = [f"{year[1]}年" if year else ""] * len(months)
        names = names_of(sheet.row(row))
        beside = index - 1 if index and _YEAR_HEADER.fullmatch(names[index - 1]) else only_year(names)
        if beside is not None:
            is_dated = [bool(month or day) for month, day in zip(months, days, strict=True)]
            columns[beside], years = years_taken(columns[beside].to_pylist(), row, is_dated)
        _join(months, days, row, years, _subject(names, index))
        if is_below_headers:  # 2025年 beside 摘要, 月 and 日 under it alone
            months[row - 1], months[row] = HEADER, None
        columns[index], columns[index + 1] = encoded(months), encoded(days)
    merges = tuple(merge for merge in sheet.merges if not _is_of_dates(merge, row, pairs))
    return replace(sheet, columns=tuple(columns), merges=merges)


def years_taken(texts: ColumnTexts, header_row: int, is_dated: Sequence[bool]) -> tuple[pa.DictionaryArray, list[str]]:
    """Return a column of years without what the dates take, and the year of each row; a month written before any year has none.

    What is no year of four digits, as 112 or 24, goes before the month as it stands: such a date is asked about.
    """
    years, above = [""] * len(texts), ""
    for row in range(header_row, len(texts)):
        text = parse.squeezed(texts[row] or "")
        if year := _YEAR.fullmatch(text):
            above, texts[row] = f"{year[1]}年", None
        elif _YEAR_HEADER.fullmatch(text.casefold()):
            texts[row] = None
        elif text and is_dated[row]:
            above, texts[row] = above if parse.means_as_above(text) else f"（年：{text}）", None
        years[row] = above
    return encoded(texts), years


def _join(months: ColumnTexts, days: ColumnTexts, header_row: int, years: Sequence[str], subject: str) -> None:
    """Write whole dates into the first of two columns; what is no month or day stays where it stands."""
    above = ""
    for row in range(header_row, len(months)):
        month, day = (parse.squeezed(texts[row] or "") for texts in (months, days))
        year = years[row]
        if [month.casefold().removeprefix(subject), day.casefold().removeprefix(subject)] in PAIRS:
            months[row], days[row], above = f"{subject}{HEADER}", None, ""
            continue
        own_month, own_day = _MONTH.fullmatch(month), _DAY.fullmatch(day)
        above = own_month[1] if own_month else above
        if own_day and (own_month or not month):
            months[row], days[row] = f"{year}{above}月{own_day[1]}日" if above else f"{own_day[1]}日", None
        elif own_month:
            months[row] = f"{year}{above}月"


def _is_of_dates(merge: Merge, header_row: int, pairs: Sequence[int]) -> bool:
    """Tell whether cells of these columns are merged below their header: each row has its own date now."""
    return merge.top > header_row and any(merge.left in (index, index + 1) for index in pairs)


def encoded(texts: ColumnTexts) -> pa.DictionaryArray:
    """Return texts as a grid column."""
    return pa.array(texts, pa.string()).dictionary_encode()
