"""Tells that two different tables may stand side by side, of which one header would read cells of both."""

from collections import Counter
from collections.abc import Iterator

import pyarrow.compute as pc

from etl.reading.grid import Sheet
from etl.recognition.cells_below import cells_below
from etl.recognition.meanings import CHECKED, NOT_READ, column_letters
from etl.recognition.table_header import HeaderMatch, TableHeader

LEAST_ROWS_OF_BOTH = 2  # one of them may be that of the totals
LEAST_REPEATED = 2  # words over two columns each: one header said twice is no second table


def two_dated_sides(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield why incomings and outgoings are two tables: each side has dates of its own, and rows hold both."""
    beside = {_words(match): match for match in header.matches if match.how == "beside"}
    for match in header.matches:
        is_date = match.how == "spelled" and header.record.column(match.column).kind.sql_type == "date"
        if is_date and (other := beside.get(_words(match))):
            filled = (pc.is_valid(cells_below(header, sheet, index)) for index in (match.index, other.index))
            if (pc.sum(pc.and_(*filled)).as_py() or 0) >= LEAST_ROWS_OF_BOTH:
                yield (
                    f"“{other.header}”和“{match.header}”各写各的日期，是左右并排的两张表：同一行左右两边不是一笔，没有入库。"
                    f"请把左右两边分成两张工作表，各带标题和表头，再导入；只要一边的，另一边的日期和金额指明“{NOT_READ}”；确实是一笔的，加 --set {CHECKED}=是。"
                )


def second_table(header: TableHeader) -> Iterator[str]:
    """Yield why two tables may stand side by side under one header: the words over a column that is read and others stand there twice."""
    read = [match for match in header.matches if match.how not in ("stated", "left_out")]
    repeated = Counter(map(_words, read))
    if sum(count > 1 for count in repeated.values()) < LEAST_REPEATED:
        return
    spelled = (match for match in read if match.how == "spelled" and not _is_quantity(header, match.column))
    for first in (match for match in spelled if repeated[_words(match)] > 1):
        second = next((match for match in read if match.index > first.index and _words(match) == _words(first)), None)
        if second and second.how != "spelled":
            label = header.record.column(first.column).label
            yield (
                f"“{_words(first)}”出现了两次（{column_letters(first.index)}列和{column_letters(second.index)}列），像左右并排的两张表，"
                f"只读一边会漏掉另一边，也会串列，没有入库。请指明读哪几列，例如 --map {column_letters(second.index)}列={label}；"
                f"确实是一张表的，加 --set {CHECKED}=是。"
            )


def _words(match: HeaderMatch) -> str:
    return match.header.split("/")[-1]


def _is_quantity(header: TableHeader, name: str) -> bool:
    return header.record.column(name).kind.is_quantity
