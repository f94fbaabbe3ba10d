"""Reads dates without a year under a title over several years: each in the year that the title settles for its month."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from etl import parse
from etl.cleaning.cell_parser import ParsingContext
from etl.parse.periods import QUARTER, quarter_months
from etl.recognition.spanned_years import SpannedYears
from etl.schema import Column

_QUARTER = re.compile(rf"\s*{QUARTER}")
_HALF = re.compile(r"\s*(?P<half>[上下])半年")
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
        months = months_without_year(text)
        if not months or (context.year is None and not span.is_settling):
            return usual(text)
        year = _year(span, months)
        if year is None or not (span.is_settling or year == context.year):
            raise ValueError(_sentence(column, context, text))
        return parser_of_year(year)(text)

    return parsed


def months_without_year(text: str) -> Sequence[int]:
    """Return the months of a date, month, quarter (三季度) or half year that is written without its year; none for another text."""
    bare = parse.normalised(text)
    if match := _MONTH.match(bare):
        return [month for month in (int(match[1]),) if 1 <= month <= 12]
    if match := _QUARTER.match(bare):
        first, last = quarter_months(match["q"] or match["short_q"])
        return range(first, last + 1)
    if match := _HALF.match(bare):
        return range(1, 7) if match["half"] == "上" else range(7, 13)
    return ()


def _year(span: SpannedYears, months: Sequence[int]) -> int | None:
    """Return the year in which all of these months lie, None where the title leaves it open for any of them."""
    years = {span.years.get(month) for month in months}
    return years.pop() if len(years) == 1 else None


def read_in_span(column: Column, context: ParsingContext, texts: Sequence[str]) -> tuple[str, ...]:
    """Return a sentence on dates that got the year which a title over several years settles."""
    span = context.span
    if span is None or not span.is_settling or "year" not in column.kind.accepts:
        return ()
    if not any((months := months_without_year(text)) and _year(span, months) for text in texts):
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
