"""Guesses: proposed from spelling and values, one to one, none where neither says enough."""

import pytest

from etl.declarations import record_types
from etl.recognition.guesses import guesses

HOURS = record_types()["volunteer_service"]
GIFTS = record_types()["donation"]
DATES = ["2024-03-01", "2024-03-02", "2024年3月5日"]


def column_of(record, header: str, values: list[str], fed=()) -> str | None:
    return next((guess.column for guess in guesses(record, {header: values}, fed)), None)


@pytest.mark.parametrize(
    ("header", "values", "column"),
    [
        ("本次服务时长合计", ["2", "3.5", "1小时"], "service_hours"),
        ("活动发生的日子", DATES, "served_on"),
        ("时段", ["上午", "下午"], None),
        ("序", ["1", "2", "3"], None),
    ],
)
def test_spelling_and_values_point_to_a_column(header: str, values: list[str], column: str | None):
    assert column_of(HOURS, header, values) == column


def test_a_near_spelling_over_unreadable_values_is_no_guess():
    assert column_of(GIFTS, "捐赠金额说明", ["以发票为准", "见附件"]) is None


@pytest.mark.parametrize("header", ["片区", "所属网格", "小区", "小区名称"])
def test_another_kind_of_place_is_no_guess_for_the_community(header: str):
    assert column_of(HOURS, header, ["东片", "西片"]) != "community"


def test_a_column_that_is_fed_already_is_not_proposed():
    assert column_of(HOURS, "活动发生的日子", DATES, fed={"served_on"}) is None


def test_no_column_is_proposed_for_two_headers():
    proposed = guesses(HOURS, {"服务日": DATES, "登记日": DATES}, set())

    assert len({guess.column for guess in proposed}) == len(proposed)


def test_every_question_of_a_questionnaire_is_proposed_for_the_score():
    answers = {"7、您觉得活动怎么样": ["很满意", "基本满意"], "对工作人员的满意度": ["满意", "一般"]}
    proposed = guesses(record_types()["satisfaction"], answers, fed={"score"})

    assert {guess.header: guess.column for guess in proposed} == dict.fromkeys(answers, "score")


def test_headers_that_are_months_are_proposed_together_and_their_total_is_not():
    numbers = {"1月": ["3", "12"], "2月": ["4", "15"], "合计数": ["7", "27"]}
    proposed = guesses(record_types()["summary"], numbers, fed={"item"})

    assert {guess.header: guess.column for guess in proposed} == {"1月": "value", "2月": "value"}


def test_words_of_a_closed_list_point_to_their_column():
    assert column_of(GIFTS, "款还是物", ["实物", "转账", "现金"]) == "form"


@pytest.mark.parametrize("header", ["余额", "账户结存", "累计金额"])
def test_what_is_in_stock_is_no_guess_for_an_amount(header: str):
    assert column_of(GIFTS, header, ["100", "250.5"]) is None


@pytest.mark.parametrize("legend", ["1=很不满意…10=非常满意", "1很不满意 2不满意 3一般 4满意 5非常满意"])
def test_a_row_that_explains_the_answers_hides_no_question(legend: str):
    answers = record_types()["satisfaction"]
    assert column_of(answers, "3、您对社区活动的满意程度", [legend, "7", "9"]) == "score"
