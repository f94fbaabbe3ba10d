"""Figures said as sentences: the window, the qualifier, the footnote; what is rounded stays true."""

from dataclasses import replace
from datetime import date

import pytest

from evidence.pack.report_notes import report_notes
from indicators.engine import catalogue
from indicators.model import Coverage, Figure, Period
from indicators.periods import window
from wording import sentences


def figure(indicator: str, value: float | None, state: str = "ok", **more: float) -> Figure:
    span: Period = window(date(2023, 1, 1), date(2023, 12, 31))
    return Figure(
        indicator,
        catalogue()[indicator].unit,
        "凤二村（演示）",
        span,
        value,
        value,
        None,
        state,
        coverage=Coverage(12, 12),
        **more,
    )  # type: ignore[arg-type]


def sentence(indicator: str, value: float) -> str:
    return sentences.rounded(figure(indicator, value), catalogue()[indicator]).text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (7, "7场"),
        (43, "40余场"),
        (40, "40场"),
        (583, "580余场"),
        (1701, "1700余场"),
        (32100, "3.2万余场"),
        (20000, "2万场"),
    ],
)
def test_rounding_keeps_below_the_figure_and_says_more(value: float, words: str) -> None:
    assert sentence("activities", value) == f"2023年，凤二村开展活动{words}。"


def test_large_sums_are_said_in_myriads() -> None:
    assert sentence("cash_received", 1_156_000).endswith("115万余元。")


def test_the_exact_sentence_keeps_every_digit() -> None:
    text = sentences.exact(figure("volunteer_hours", 4532), catalogue()["volunteer_hours"]).text
    assert text == "2023年，凤二村开展志愿服务4532小时。"


def test_a_cumulative_figure_speaks_of_its_last_day() -> None:
    text = sentences.exact(figure("volunteers_registered", 146), catalogue()["volunteers_registered"]).text
    assert text.startswith("截至2023年12月31日，凤二村累计")


def test_a_range_is_said_as_a_range() -> None:
    text = sentences.exact(figure("participants", 311, low=311, high=402), catalogue()["participants"]).text
    assert "311至402人" in text


def test_a_rate_known_as_a_range_names_what_it_was_divided_from() -> None:
    rate = replace(figure("participation_rate", 11.138, low=11.138, high=100.0), numerator=364.0, denominator=3268.0)
    text = sentences.exact(rate, catalogue()["participation_rate"]).text
    assert text == "2023年，凤二村居民参与率为至少11.1%（分子364，分母3,268）。"


@pytest.mark.parametrize(
    ("id", "low", "high", "words"),
    [
        ("participation_rate", 0.0, 100.0, "居民参与率不能定"),
        ("participation_rate", 40.0, 100.0, "居民参与率为至少40%"),
        ("participants", 0.0, 12.0, "至多12人"),
    ],
)
def test_a_range_without_one_of_its_ends_is_said_as_in_tables(id: str, low: float, high: float, words: str) -> None:
    assert words in sentences.exact(figure(id, low, low=low, high=high), catalogue()[id]).text


def test_a_figure_not_reported_is_never_nought() -> None:
    text = sentences.exact(figure("activities", None, "not_reported"), catalogue()["activities"]).text
    assert text == "2023年，凤二村活动场次未报送。"


def test_a_paragraph_says_the_window_once_and_numbers_its_footnotes() -> None:
    both = [sentences.exact(figure(name, 12), catalogue()[name]) for name in ("activities", "attendances")]
    text, footnotes = sentences.paragraph(both)
    assert text == "2023年，凤二村开展活动12场[1]；参与12人次[2]。"
    assert footnotes.count("口径：") == 2


def test_a_paragraph_begins_a_new_sentence_for_another_window() -> None:
    names = ("volunteers_registered", "activities", "volunteer_teams")
    text, _ = sentences.paragraph([sentences.exact(figure(name, 12), catalogue()[name]) for name in names])
    assert text.startswith("截至2023年12月31日，凤二村累计有服务记录的志愿者12人[1]。2023年，凤二村开展活动12场[2]；")


def test_the_footnote_of_a_rounded_figure_keeps_the_exact_one() -> None:
    note = sentences.rounded(figure("activities", 43), catalogue()["activities"]).footnote
    assert note.endswith("准确数43场。")
    assert "准确数" not in sentences.rounded(figure("activities", 40), catalogue()["activities"]).footnote


def test_months_in_a_row_are_named_as_a_span() -> None:
    missing = ("2021年11月", "2021年12月", "2022年1月", "2022年5月", "2022年6月")
    one = replace(figure("activities", 43), missing=missing)
    assert (
        "未报送：2021年11月至2022年1月、2022年5月、2022年6月"
        in sentences.exact(one, catalogue()["activities"]).footnote
    )


def test_whoever_held_no_survey_is_not_called_unreported_in_any_note() -> None:
    asked = replace(figure("overall_satisfied_share", 90.0), community=None, missing=("乙社区",))

    assert "没有调查：乙社区" in sentences.footnote(asked, catalogue()[asked.indicator])
    assert report_notes([asked]) == "没有调查、没有计入的：2023年的乙社区。"
