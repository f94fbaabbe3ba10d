"""A condition reads as words and holds for the rows these words name, empty cells included."""

from functools import partial

import duckdb
import pytest

from indicators import tables
from indicators.condition import (
    Condition,
    all_of,
    as_written,
    at_least,
    at_most,
    equals,
    equals_or_missing,
    is_in,
    is_missing,
    is_not,
    is_present,
    is_true,
)

VISIT, OTHER = "走访", "课程"
# (method, headcount) of rows 1 to 4
ROWS = (
    f"(values (1, '{VISIT}', 3), (2, '{OTHER}', null), (3, null, 9), (4, null, null)) as row(number, method, headcount)"
)


@pytest.mark.parametrize(
    ("table", "condition", "words"),
    [
        ("activity", equals("method", "走访"), "“服务方法”是“走访”"),
        ("satisfaction", equals("scale", 5), "“分制”是5"),
        ("activity", is_not("method", "走访"), "“服务方法”不是“走访”（没有写的也算）"),
        (
            "donation",
            all_of(is_true("is_received"), is_in("gift_form", ("现金", "物资"))),
            "“是否到账”为是，且“款物类别”是“现金”、“物资”之一",
        ),
        ("casework", at_most("days_to_close", 90), "“结案天数”不超过90"),
        ("satisfaction", equals_or_missing("dimension", "总体满意度"), "“问题”是“总体满意度”或没有写"),
        ("activity", equals("method", "{走访}"), "“服务方法”是“{走访}”"),
        ("activity", as_written("method = '{}'"), "method = '{}'"),
    ],
)
def test_a_condition_reads_as_words(table: str, condition: Condition, words: str) -> None:
    assert condition.in_words(partial(tables.short_label, table)) == words


@pytest.mark.parametrize(
    ("condition", "numbers"),
    [
        (equals("method", VISIT), [1]),
        (is_not("method", VISIT), [2, 3, 4]),
        (equals_or_missing("method", VISIT), [1, 3, 4]),
        (is_in("method", (VISIT, OTHER)), [1, 2]),
        (is_present("method"), [1, 2]),
        (is_missing("method"), [3, 4]),
        (at_most("headcount", 3), [1]),
        (at_least("headcount", 3), [1, 3]),
        (is_true("headcount > 3"), [3]),
        (all_of(is_missing("method"), is_present("headcount")), [3]),
        (equals("method", "' or true or '"), []),
    ],
)
def test_a_condition_holds_for_the_rows_its_words_name(condition: Condition, numbers: list[int]) -> None:
    rows = duckdb.sql(f"select number from {ROWS} where {condition.sql} order by number").fetchall()
    assert [number for (number,) in rows] == numbers
