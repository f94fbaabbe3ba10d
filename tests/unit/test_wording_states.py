"""A state is said with one word in cells and one clause in sentences, wherever it is said."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from indicators.model import Coverage
from indicators.periods import window
from tests.support.wording_figures import figure
from wording import states

OTHER_WORDS = re.compile(r"小样本已隐藏|人数太少")


def test_what_is_hidden_is_said_in_one_way(root: Path):
    packages = ("etl", "indicators", "wording", "documents", "evidence", "ui", "pages")
    sources = [path for package in packages for path in (root / package).rglob("*.py")]
    assert not [path for path in sources if OTHER_WORDS.search(path.read_text(encoding="utf-8"))]


def test_a_sentence_about_a_hidden_figure_says_why():
    assert states.clause(figure("participants", None, state="hidden")) == "为保护个人不予公开"


def test_a_figure_that_is_not_there_has_no_number():
    assert states.clause(None) == "没有数"


@pytest.mark.parametrize(
    ("missing", "word", "clause"),
    [
        (("2021年1月", "2021年2月"), "缺月份", "有月份没有报送，不作比率"),
        (tuple(f"{month}月" for month in range(1, 71)), "未报送", "未报送"),
        (("天庆新城社区",), "未报送", "未报送"),
    ],
)
def test_a_rate_that_lacks_months_is_not_called_unreported(missing: tuple[str, ...], word: str, clause: str):
    refused = figure("attendances_per_1000", None, state="not_reported", community="天庆新城社区", missing=missing)
    refused = replace(refused, coverage=Coverage(0, 70))
    assert (states.word(refused), states.clause(refused)) == (word, clause)


def test_what_rests_on_rules_that_are_no_monthly_ledger_is_unreported_where_it_was_not_sent():
    assert (
        states.word(replace(figure("points_awarded", None, state="not_reported"), coverage=Coverage(0, 12))) == "未报送"
    )


@pytest.mark.parametrize(("to_on", "advice"), [(date(2025, 12, 31), "更长的时期"), (date(2025, 11, 30), "整年")])
def test_whoever_sees_a_hidden_number_is_told_where_it_may_be_shown(to_on: date, advice: str):
    assert advice in states.hidden_advice(window(date(2025, 1, 1), to_on))
