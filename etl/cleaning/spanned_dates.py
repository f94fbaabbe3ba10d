"""Reads dates without a year under a title over several years: each in the year that the title settles for its month."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from etl import parse
from etl.cleaning.cell_parser import ParsingContext
from etl.schema import Column

# 12月28日, 12月, 12/28, 12.28, and 12/28 as a bare number shown as a date
_MONTH = re.compile(r"\s*(?:1900[-/.年])?(\d{1,2})(?:月|[-./]\d{1,2}(?!\d|[-./年]))")


def of_spanned_years(
    column: Column, context: ParsingContext, parser_of: Callable[[ParsingContext], Callable[[str], Any]]
) -> Callable[[str], Any]:
    """Return the parser of a column; where a title spans years, one that reads each text in its own or refuses it."""
    span, usual = context.span, parser_of(context)
    if span is None or "year" not in column.kind.accepts:
        return usual
    parser_of_year = cache(lambda year: parser_of(replace(context, year=year)))

    def parsed(text: str) -> Any:
        month = month_without_year(text)
        if month is None or (context.year is None and not span.is_settling):
            return usual(text)
        year = span.years.get(month)
        if year is None or not (span.is_settling or year == context.year):
            raise ValueError(_sentence(column, context, text))
        return parser_of_year(year)(text)

    return parsed


def month_without_year(text: str) -> int | None:
    """Return the month of a date or month that is written without its year, None for another text."""
    match = _MONTH.match(parse.normalised(text))
    return int(match[1]) if match and 1 <= int(match[1]) <= 12 else None


def read_in_span(column: Column, context: ParsingContext, texts: Sequence[str]) -> tuple[str, ...]:
    """Return a sentence on dates that got the year which a title over several years settles."""
    span = context.span
    if span is None or not span.is_settling or "year" not in column.kind.accepts:
        return ()
    if not any((month := month_without_year(text)) and month in span.years for text in texts):
        return ()
    stated = f"，不按说明的{context.year}年" if context.year else ""
    return (f"“{column.label}”没有写年份的，按写着的“{span.words}”各读成那一年{stated}。",)


def _sentence(column: Column, context: ParsingContext, text: str) -> str:
    """Say that a title over several years leaves open which a date is of; where no year is stated, that it lacks one."""
    words = context.span.words if context.span else ""
    if context.year is None:
        return f"{column.label}“{text}”{parse.NO_YEAR}：写着“{words}”，看不出是其中哪一年，请把年份写进这一格。"
    return (
        f"{column.label}“{text}”没有写年份：写着“{words}”，看不出是不是{context.year}年，请把年份写进这一格；"
        f"确实都是{context.year}年的，加 --set 已核对=是。"
    )
