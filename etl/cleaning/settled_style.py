"""Settles for a column what single cells leave open, by its unambiguous cells, and says so of the cells that were open."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from etl import kinds, parse
from etl.cleaning.coded_column import CodedColumn
from etl.schema import Column

NUMERIC = ("bigint", "double", "decimal(18,2)")  # stored types of numbers


@dataclass(frozen=True)
class SettledStyle:
    """What the unambiguous cells of a column settle for all: the order of day and month, and what a dot means."""

    order: parse.DateOrder | None = None
    dot: parse.Dot | None = None
    notes: tuple[str, ...] = ()
    has_five_ratings: bool = False
    keeps_zeros: bool = False  # 2.1 is the first of a month and not the tenth
    has_clock_lengths: bool = False  # 1:30 is an hour and a half
    is_of_republic: bool = False  # 114/3/5 is 2025-03-05
    other_words: tuple[str, ...] = ()  # of a scale that is not one of satisfaction

    def applied(self, parse_cell: Callable[[str], Any]) -> Callable[[str], Any]:
        """Return a parser that reads cells in this style."""
        if self.other_words:
            return partial(_number_among, self.other_words, parse_cell)
        if self.is_of_republic:
            return lambda text: parse_cell(parse.in_republic(text))
        if self.has_five_ratings:
            return lambda text: parse_cell(parse.as_one_of_five(text))
        if self.keeps_zeros:
            return lambda text: parse_cell(
                f"{text.strip()}日".replace(".", "月") if parse.is_day_without_zero(text) else text
            )
        if self.has_clock_lengths:
            return lambda text: parse_cell(parse.as_length(text))
        dot = self.dot
        return parse_cell if dot is None else lambda text: parse_cell(parse.as_settled(text, dot))


def _number_among(words: Sequence[str], parse_cell: Callable[[str], Any], text: str) -> Any:
    """Parse a rating in a column with words of another scale: then no word there stands for a number."""
    if not re.search("满意|一般", text) and text not in words:
        return parse_cell(text)
    others = [word for word in words if word != text]
    beside = f"这一列里还有“{others[0]}”，" if others else ""
    raise ValueError(f"“{text}”没有固定的分数：{beside}不是满意程度的五级。请写成分数。")


def settled_style(
    column: Column,
    source: CodedColumn,
    is_record: np.ndarray | None,
    stated_order: parse.DateOrder | None,
    is_of_lengths: bool = False,
    is_of_republic: bool = False,
) -> SettledStyle:
    """Return the style of a column as the cells of its records settle it, of all rows where `is_record` is None.

    `is_of_lengths`: the header says that lengths of time stand beneath it, `is_of_republic`: days of the Republic.
    """
    if column.kind.sql_type == "date":
        return _date_style(column, source.used_texts(is_record), stated_order, is_of_republic)
    if column.kind is kinds.HOURS and is_of_lengths and parse.are_lengths(texts := source.used_texts(is_record)):
        return _clock_style(column, texts)
    if column.kind.sql_type in NUMERIC:
        return _number_style(column, source.used_texts(is_record))
    return SettledStyle()


def _date_style(
    column: Column, texts: Sequence[str], stated_order: parse.DateOrder | None, is_of_republic: bool
) -> SettledStyle:
    order = stated_order or parse.date_order(texts)
    if is_of_republic or any(map(parse.is_of_republic, texts)):
        read = next((text for text in texts if parse.in_republic(text) != text), None)
        notes = (f"“{column.label}”里的“{read.strip()}”这类按民国纪年读，加1911是公元年。",) if read else ()
        return SettledStyle(order, notes=notes, is_of_republic=True)
    if parse.keeps_zeros(texts) and (short := next(filter(parse.is_day_without_zero, texts), None)):
        month, day = short.strip().split(".")
        note = f"“{column.label}”里的“{short}”按{int(month)}月{day}日读：同一列里有写到零的日子，零没有丢。"
        return SettledStyle(order, notes=(note,), keeps_zeros=True)
    if order is None or not any(parse.is_open_date(text) for text in texts):
        return SettledStyle(order)
    words = "日/月/年" if order == "day-month" else "月/日/年"
    return SettledStyle(order, notes=(f"“{column.label}”按{words}的顺序读：同一列里有只能这样读的日期。",))


def _clock_style(column: Column, texts: Sequence[str]) -> SettledStyle:
    """Return the style of lengths of time that are written like times of a day."""
    clock = next(text for text in texts if parse.as_length(text) != text)
    note = f"“{column.label}”里写成几点几分的，按几小时几分读：“{clock}”按{parse.hours(parse.as_length(clock)):g}小时。"
    return SettledStyle(notes=(note,), has_clock_lengths=True)


def _number_style(column: Column, texts: Sequence[str]) -> SettledStyle:
    if column.kind.is_rating and (other := parse.other_scale_words(texts)):
        return SettledStyle(other_words=tuple(other))
    if column.kind.is_rating and parse.has_five_ratings(texts):
        note = "“基本满意”按5分制的4分读：同一列里它在“很满意”和“一般”之间。"
        return SettledStyle(notes=(note,), has_five_ratings=True)
    alike = _alike_notes(column, texts) if column.kind.is_rating else ()
    dot = parse.dot(texts)
    if dot is None or all(parse.as_settled(text, dot) == text for text in texts):
        return SettledStyle(notes=alike)
    meaning = "千分位" if dot == "thousands" else "小数点"
    return SettledStyle(dot=dot, notes=(f"“{column.label}”里的点按{meaning}读。",))


def _alike_notes(column: Column, texts: Sequence[str]) -> tuple[str, ...]:
    """Return a sentence for each score that several words of the column are read as: 满意 beside 比较满意."""
    return tuple(
        f"“{column.label}”里的“{'”“'.join(words)}”都按{score:g}分读。不是一级的，请写成分数。"
        for score, words in parse.words_of_equal_rating(texts).items()
    )
