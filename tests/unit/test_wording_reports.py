"""How much was reported is said in community-months only where months were asked for."""

from datetime import date

import pytest

from evidence.claims.detection.passage import OWN_NOTE
from indicators.engine import catalogue
from indicators.model import Coverage, Period
from tests.support.wording_figures import figure
from wording import headlines, reports, sentences
from wording.figure_columns import in_numbers, in_words


@pytest.mark.parametrize(
    ("from_on", "to_on", "words"),
    [
        (date(2025, 3, 5), date(2025, 3, 5), "5/6社区"),
        (date(2025, 3, 1), date(2025, 3, 30), "5/6社区"),
        (date(2025, 3, 1), date(2025, 3, 31), "5/6社区月"),
        (date(2025, 3, 31), date(2025, 4, 1), "5/6社区月"),
    ],
)
def test_days_within_a_month_are_no_community_months(from_on: date, to_on: date, words: str) -> None:
    activity = figure("attendances", 90, coverage=Coverage(5, 6), period=Period("", from_on, to_on))
    assert reports.coverage(activity) == words


def test_what_is_added_up_to_a_day_rests_on_months() -> None:
    a_day = Period("", date(2025, 3, 5), date(2025, 3, 5))
    balance = figure("fund_balance", 90, coverage=Coverage(237, 288), period=a_day)
    assert reports.coverage(balance) == "237/288社区月"


def test_a_number_says_how_much_was_reported_where_it_is_not_all() -> None:
    part, whole = (figure("attendances", 90, coverage=Coverage(reported, 12)) for reported in (10, 12))
    assert [reports.note(attendances) for attendances in (part, whole)] == ["（报送10/12社区月）", ""]
    assert "参与人次90人次（报送10/12社区月）" in headlines.whole(catalogue()["attendances"], part)
    assert "（报送10/12社区月）" in sentences.exact(part, catalogue()["attendances"]).text


def test_months_that_were_not_reported_are_listed_in_one_way() -> None:
    months = ("2021年1月", "2021年2月", "2021年3月", "2022年5月")
    assert reports.missing(figure("attendances", 90, missing=months)) == "2021年1月至3月、2022年5月"
    assert in_words(figure("attendances", 90, missing=months))["未报送"] == "2021年1月至3月、2022年5月"


def test_a_row_of_one_community_that_never_reported_does_not_name_it_again() -> None:
    silent = figure("attendances", None, state="not_reported", community="甲", missing=("甲",))
    assert in_words(silent)["未报送"] == "全部"


def test_files_and_screens_call_a_state_by_the_same_word() -> None:
    refused = figure(
        "attendances_per_1000", None, state="not_reported", missing=("2021年1月",), coverage=Coverage(11, 12)
    )
    assert (in_numbers(refused)["状态"], in_words(refused)["数值"]) == ("缺月份", "缺月份")


def test_reports_behind_what_is_added_up_since_the_first_ledger_say_since_when() -> None:
    cases = figure("cases_open", 96, coverage=Coverage(262, 402))
    summed = figure("fund_balance", 96, coverage=Coverage(262, 402, 3))
    assert reports.note(cases) == "（报送262/402社区月，建账以来）"
    assert reports.gap(summed) == "262/402社区月，建账以来，含汇总上报3个社区月"
    begun = figure("cases_open", 96, coverage=Coverage(262, 402, not_begun=2))
    assert reports.note(begun) == "（报送262/402社区月，建账以来，另2个社区尚未开始）"
    for open_cases in (cases, begun):
        assert normalised(f"在办个案96例{reports.note(open_cases)}。") == "在办个案96例。"


def normalised(text: str) -> str:
    return OWN_NOTE.sub("", text)


@pytest.mark.parametrize(
    ("id", "window"),
    [("honours", "截至2025年12月31日"), ("cases_open", "截至2025年12月31日"), ("attendances", "2025年")],
)
def test_what_is_of_a_day_is_not_said_to_be_of_the_window(id: str, window: str) -> None:
    assert in_words(figure(id, 17))["统计期"] == window
    assert headlines.whole(catalogue()[id], figure(id, 17)).startswith(f"{window}，")
