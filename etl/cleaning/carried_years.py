"""Gives dates without a year the year of the date above them, where a column writes it once and then leaves it out."""

import re
from datetime import date

import numpy as np
import pyarrow as pa

from etl import parse
from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn
from etl.schema import Column

# 4月7日(木) after 令和4年4月6日(水). 6.1 gets no year: in a number cell it may be the 10th of June.
_WITHOUT_YEAR = re.compile(r"[0-9０-９]{1,2}\s*月")


def with_years_carried(
    column: Column, source: CodedColumn, stated_year: int | None
) -> tuple[CodedColumn, tuple[str, ...]]:
    """Return a date column with years written out, and a sentence on it; the same column where a year is stated for all.

    A date gets no year where its month lies before that of the date above: the year may have changed.
    """
    if column.kind.sql_type != "date" or stated_year is not None:
        return source, ()
    texts = source.texts.to_pylist()
    lacking = {code for code, text in enumerate(texts) if _WITHOUT_YEAR.match(text)}
    if not lacking or len(lacking) == len(texts):
        return source, ()
    return _carried(column, source, texts, lacking)


def _carried(
    column: Column, source: CodedColumn, texts: list[str], lacking: set[int]
) -> tuple[CodedColumn, tuple[str, ...]]:
    codes = source.codes.copy()
    written: dict[str, int] = {text: code for code, text in enumerate(texts)}
    year, month, count = None, 0, 0
    for row in np.flatnonzero(codes != EMPTY_CODE).tolist():
        text = texts[int(codes[row])]
        if int(codes[row]) not in lacking:
            day = _first_day(text)
            year, month = (day.year, day.month) if day else (year, month)
            continue
        day = _first_day(f"{year}年{text}") if year else None
        if day is None or day.month < month:
            continue
        month, count = day.month, count + 1
        codes[row] = written.setdefault(f"{year}年{text}", len(written))
    note = f"“{column.label}”有{count}格没有写年份，按上面写了年份的一格读。"
    return CodedColumn(codes, pa.array(list(written), pa.string())), (note,) if count else ()


def _first_day(text: str) -> date | None:
    try:
        span = parse.date_span(text)
    except ValueError:
        return None
    return span and span[0]
