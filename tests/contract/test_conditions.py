"""Conditions of definitions in words: every one that is declared, and the forms one by one."""

import re

import pytest

from indicators.engine import catalogue
from wording import conditions


@pytest.mark.parametrize(
    ("table", "where", "words"),
    [
        ("activity", "method = '走访'", "“服务方法”是“走访”"),
        ("activity", "method <> '走访'", "“服务方法”不是“走访”"),
        (
            "donation",
            "is_received and gift_form in ('现金', '物资')",
            "“是否到账”为是，且“款物类别”是“现金”、“物资”之一",
        ),
        ("casework", "days_to_close <= 90", "“结案天数”不超过90"),
        ("satisfaction", "coalesce(dimension, '总体满意度') = '总体满意度'", "“问题”是“总体满意度”或没有写"),
        ("activity", "coalesce(method, title) like '%议事%'", "“服务方法”（没有写的看“活动名称”）里有“议事”"),
        ("activity", "abs(hours) > 3", "abs(hours) > 3"),
    ],
)
def test_a_condition_reads_as_words(table: str, where: str, words: str) -> None:
    assert conditions.words(table, where) == words


def test_no_declared_condition_shows_a_reader_its_code() -> None:
    totals = [total for one in catalogue().values() for total in one.aggregates if total.where != "true"]
    assert [t.where for t in totals if re.search("[a-z]{2}", conditions.words(t.table, t.where))] == []
    assert len(totals) > 20
