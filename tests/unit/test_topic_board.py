"""The board of topics: a column a stage, the longest waiting first, what was closed without evidence apart."""

from datetime import date

from indicators.model import Coverage
from tests.support.wording_figures import figure
from ui.outcomes.topic_board import amount, board, none_words


def topic(title: str, stage: str, day: int, done_on: date | None = None) -> dict[str, object]:
    return {
        "title": title,
        "stage": stage,
        "proposed_on": date(2025, 1, day),
        "done_on": done_on,
        "resolved_on": done_on,
    }


def test_topics_stand_under_the_stage_they_reached_the_oldest_first():
    columns = board([topic("乙", "协商", 9), topic("甲", "协商", 3), topic("丙", "提出", 5)], [])
    assert {stage: [card["title"] for card in cards] for stage, cards in columns.items() if cards} == {
        "提出": ["丙"],
        "协商": ["甲", "乙"],
    }


def test_a_topic_closed_without_evidence_waits_for_it_and_resolved_ones_come_newest_first():
    resolved = [topic("甲", "办结", 1, date(2025, 2, 1)), topic("乙", "回访", 1, date(2025, 3, 1))]
    columns = board([topic("丙", "办结", 5, date(2025, 2, 2))], resolved)
    assert [card["title"] for card in columns["办结待凭证"]] == ["丙"]
    assert [card["title"] for card in columns["已解决"]] == ["乙", "甲"]


def test_a_column_without_topics_holds_none_only_where_topics_were_reported():
    silent = figure("topics_open", None, state="not_reported", missing=("甲",), coverage=Coverage(0, 12))
    before = figure("topics_open", None, state="not_reported", coverage=Coverage(0, 0, not_begun=1))
    words = [amount([], each) for each in (figure("topics_open", 0), silent, before)]
    assert words == ["0个", "未报送", "尚未开始"]


def test_an_empty_column_says_of_how_many_reports_it_tells():
    partly = figure("topics_resolved", 0, missing=("2025年7月",), coverage=Coverage(11, 12))
    assert [none_words(figure("topics_resolved", 0)), none_words(partly)] == ["没有", "没有（报送11/12社区月）"]
