"""Every declared indicator keeps the rules, whoever adds it."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import partial
from typing import get_args

import pytest

from evidence.claims.binding.vocabulary import MEASURES
from indicators import definitions, tables
from indicators.chance import chance_test
from indicators.engine import catalogue
from indicators.expression import Expression
from indicators.model import SECTIONS, Aggregate, Indicator, Unit
from registry import collect

AGGREGATE = re.compile(
    r"-?(?:count\(\*\)|(?:count|sum|min|max)\((\w+)\)|count\(distinct (\w+)\)|count\(distinct \((\w+), (\w+)\)\))"
)
INDICATORS = [pytest.param(indicator, id=id) for id, indicator in catalogue().items()]


def expressions(aggregate: Aggregate) -> tuple[str, ...]:
    return (aggregate.expression, *aggregate.low, *aggregate.high)


@pytest.mark.parametrize("indicator", INDICATORS)
def test_an_indicator_speaks_the_narrow_vocabulary(indicator: Indicator) -> None:
    for aggregate in indicator.aggregates:
        for expression in expressions(aggregate):
            assert AGGREGATE.fullmatch(expression), expression


@pytest.mark.parametrize("indicator", INDICATORS)
def test_an_indicator_names_only_tables_and_columns_that_exist(indicator: Indicator) -> None:
    for aggregate in indicator.aggregates:
        columns = set(tables.columns_of(aggregate.table))
        named = {name for text in expressions(aggregate) for name in Expression.parse(text).columns}
        named |= {aggregate.on} | ({aggregate.until} if aggregate.until else set())
        named |= set(aggregate.where.columns) if aggregate.where else set()
        assert named <= columns
        assert set(map(tables.record_of, aggregate.needs)) <= set(tables.records_of(aggregate.table))


def test_what_is_counted_by_a_column_needs_ledgers_that_have_it() -> None:
    needed = {id: indicator.numerator.needs for id, indicator in catalogue().items()}

    assert needed["courses"] == ("activity.method",)
    assert needed["order_completion_rate"] == ("service_order.completed_on",)
    assert needed["topics_resolved"] == ("topic.done_on", "topic.evidence")
    assert needed["staff_certified"] == ("staff.certificate",)
    assert needed["cash_received"] == needed["activities"] == ()


@pytest.mark.parametrize("indicator", INDICATORS)
def test_a_state_ends_and_a_range_has_two_ends(indicator: Indicator) -> None:
    for aggregate in indicator.aggregates:
        assert (aggregate.span in ("state", "any_day", "both_ends")) == (aggregate.until is not None)
        assert bool(aggregate.low) == bool(aggregate.high)
        assert "?" not in (aggregate.where.sql if aggregate.where else ""), (
            "a question mark would be taken for a bound value"
        )


def test_every_unit_has_the_measure_words_of_drafts() -> None:
    assert set(MEASURES) == set(get_args(Unit))


@pytest.mark.parametrize("indicator", INDICATORS)
def test_an_indicator_is_defined_in_words_by_roles_and_reviewed(indicator: Indicator) -> None:
    assert indicator.words.split("\n")[0].endswith("。") and "：" in indicator.words
    assert indicator.label and indicator.why.endswith("。") and indicator.owner != indicator.checked_by
    assert date.fromisoformat(indicator.reviewed) <= date.today()
    assert indicator.section in SECTIONS and indicator.unit in get_args(Unit)


@pytest.mark.parametrize("indicator", INDICATORS)
def test_a_percentage_is_scaled_by_a_hundred_and_has_a_denominator(indicator: Indicator) -> None:
    assert (indicator.unit == "%") == (indicator.scale == 100)
    assert indicator.denominator or indicator.scale == 1
    assert indicator.interval is None or indicator.unit == "%"


def test_no_two_indicators_share_a_label_or_an_alias() -> None:
    words = Counter(word for indicator in catalogue().values() for word in {indicator.label, *indicator.aliases})
    assert [word for word, times in words.items() if times > 1] == []


def test_persons_are_counted_as_people_everywhere() -> None:
    keyed = re.compile(r"distinct \w+_key|count\(\w+_key\)|heads|helped")
    aggregates = [
        aggregate
        for indicator in catalogue().values()
        for aggregate in indicator.aggregates
        if keyed.search(aggregate.expression)
    ]
    assert len(aggregates) > 10
    assert all(aggregate.of_people for aggregate in aggregates)


def test_no_declared_condition_shows_a_reader_its_code() -> None:
    aggregates = [aggregate for indicator in catalogue().values() for aggregate in indicator.aggregates]
    words = [
        aggregate.where.in_words(partial(tables.short_label, aggregate.table))
        for aggregate in aggregates
        if aggregate.where
    ]
    assert [text for text in words if re.search("[a-z]{2}", text)] == []
    assert len(words) > 20


SAME_SIDE = re.compile(r"(?P<side>分子|分母)同“(?P<label>[^”]+)”")  # 分子同“参与人次”，分母同“活动场次”


@pytest.mark.parametrize("indicator", INDICATORS)
def test_a_side_said_to_be_the_same_as_another_indicator_is_the_same(indicator: Indicator) -> None:
    by_label = {other.label: other for other in catalogue().values()}
    for side, label in SAME_SIDE.findall(indicator.words):
        aggregate = indicator.numerator if side == "分子" else indicator.denominator
        assert aggregate and replace(aggregate, needs=()) == replace(by_label[label].numerator, needs=())


def test_no_two_declarations_write_out_the_same_aggregate() -> None:
    declared = collect(definitions, Indicator)
    aggregates = [aggregate for indicator in declared.values() for aggregate in indicator.aggregates]
    shared = {aggregate: {id(other) for other in aggregates if other == aggregate} for aggregate in aggregates}
    assert [aggregate for aggregate, objects in shared.items() if len(objects) > 1] == []


@pytest.mark.parametrize("indicator", INDICATORS)
def test_what_is_added_up_and_tested_says_in_what_groups_it_comes(indicator: Indicator) -> None:
    is_sum = Expression.parse(indicator.numerator.expression).function == "sum"
    is_register = tables.is_register(indicator.numerator.table)
    is_total = indicator.unit != "%" and not is_register and chance_test(indicator) is not None
    assert not (is_sum and is_total) or indicator.groups is not None
    if indicator.groups:
        squares = Expression.parse(indicator.groups.expression)
        assert (indicator.groups.span, squares.function, squares.is_product) == ("period", "sum", True)
