"""Printed totals beside our own sums."""

from pathlib import Path

import numpy as np
import pytest

from etl.cleaning.printed_totals import PrintedTotal, amount_in_sentence, format_sum, reconcile
from etl.inbox.settings import Settings
from etl.reporting.sheet_words import total_words
from tests.support.cleaned_files import clean_text

NONE_REFUSED = np.zeros(7, bool)
VALUES = np.array([1.0, 2.0, 0.0, 4.0, 5.0, 0.0, 0.0])  # rows 2 and 5 are 小计, row 6 is 合计


def agree(printed: dict[int, float], labels: dict[int, str]) -> dict[int, bool]:
    pairs = reconcile(printed, labels, VALUES, NONE_REFUSED)
    return {row: PrintedTotal("", row, "金额", *pair).agrees for row, pair in pairs.items()}


def test_a_subtotal_closes_the_rows_since_the_total_before():
    labels = {2: "小计", 5: "小计", 6: "合计"}

    assert agree({2: 3, 5: 9, 6: 12}, labels) == {2: True, 5: True, 6: True}
    assert reconcile({5: 8}, labels, VALUES, NONE_REFUSED) == {5: (8, 9, 0)}


def test_a_subtotal_under_the_word_for_totals_is_understood():
    assert agree({2: 3, 6: 12}, {2: "合计", 6: "总计"}) == {2: True, 6: True}


def test_a_running_total_is_understood():
    assert agree({5: 12}, {2: "小计", 5: "累计"}) == {5: True}


def test_a_wrong_total_is_compared_with_the_whole():
    assert reconcile({6: 13}, {6: "合计"}, VALUES, NONE_REFUSED) == {6: (13, 12, 0)}


def test_the_part_of_refused_rows_is_told_of_the_rows_that_a_total_adds_up():
    is_refused = np.array([True, False, False, False, True, False, False])

    assert reconcile({5: 9, 6: 6}, {2: "小计", 5: "小计", 6: "合计"}, VALUES, is_refused) == {
        5: (9, 9, 5),
        6: (6, 12, 6),
    }


def test_a_difference_that_refused_rows_explain_is_said_as_such():
    total = {"place": "第7行", "column": "金额", "printed": 6.0, "computed": 12.0, "refused": 6.0, "agrees": False}

    assert total_words(total, 1) == "第7行金额：表上合计6，逐行相加12（其中拒收6），差的正是拒收的行"
    assert total_words({**total, "printed": 7.0}, 1).endswith("不符，请核对")


def test_a_total_that_agrees_says_that_it_adds_refused_rows_too():
    total = {"place": "第7行", "column": "金额", "printed": 12.0, "computed": 12.0, "refused": 0.0, "agrees": True}

    assert total_words(total, 2).endswith("相符（加的是表上读得出的各行，其中拒收的2行没有入库）")
    assert total_words(total, 0).endswith("逐行相加12，相符")


def test_the_noise_of_floats_is_no_difference():
    assert PrintedTotal("", 1, "金额", 0.3, 0.1 + 0.2).agrees


@pytest.mark.parametrize(("value", "text"), [(2718222.63, "2,718,222.63"), (600, "600"), (0.5, "0.5"), (-20, "-20")])
def test_sums_are_written_as_people_write_them(value: float, text: str):
    assert format_sum(value) == text


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("合计：共3笔，伍仟肆佰元整（5400元）", 5400),
        ("以上合计1.2万元", 12000),
        ("总计：人民币叁佰元整", 300),
        ("合计：5400元，已用300元", None),
        ("共3笔", None),
        ("注：每人5元", None),
        ("合计3人", None),
    ],
)
def test_a_total_in_a_sentence_is_the_one_amount_it_states(line: str, amount: float | None):
    assert amount_in_sentence(line) == amount


def test_a_sentence_that_states_a_total_is_compared_with_the_sum_of_the_rows(tmp_path: Path):
    text = "捐赠日期,捐赠单位,金额\n2024-03-01,甲公司,100\n合计：共1笔，贰佰元整（200元）,,\n"
    settings = Settings("donation", {"社区": "凤二村"})
    ledger = clean_text(tmp_path, text, settings, "善款.csv")

    assert [(total.printed, total.computed, total.row_no) for total in ledger.reports[0].totals] == [(200, 100, 3)]
