"""Draws the board of topics: a column a stage, a card a topic, which opens to its dates, its votes and the row it stands in."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from documents.day_text import day_text
from etl.records.topic import STAGES
from indicators.model import Figure
from ui.charts import panel
from ui.frame import query, reader
from ui.frame.escape import html_escape
from ui.frame.view import View
from warehouse.communities import short_name
from wording import reports, states

MOST_CARDS = 8  # of a column
MOST_TOPICS = 2_000
WAITING, RESOLVED = "办结待凭证", "已解决"
OPEN_AND_RESOLVED = ("topics_open", "topics_resolved")
DATE_LABELS = {day: f"{stage}日期" for stage, day in STAGES.items()}

Topic = Mapping[str, Any]


def draw(view: View) -> None:
    """Draw the topics in hand at the end of the window by stage, the longest waiting first, and those resolved in it."""
    if not view.begun(OPEN_AND_RESOLVED):
        return
    with st.container(key="panel-topics"):
        st.html('<h2 class="headline">议题看板：点开一个议题，看每一步的日期和出处</h2>')
        if not reader.may_see_rows("topic", view.filters.communities):
            reader.say_withheld()
            return
        in_hand, resolved = view.figures(OPEN_AND_RESOLVED)
        columns = board(*(_topics(view, id) for id in OPEN_AND_RESOLVED))
        drawn = (
            _column(view, stage, topics, resolved if stage == RESOLVED else in_hand)
            for stage, topics in columns.items()
        )
        st.html(f'<div class="board">{"".join(drawn)}</div>')
        st.html('<p class="note">前几列是期末在办的议题，放得久的在上；“已解决”是统计期内有凭证办结的，新的在上。</p>')
        panel.draw_row_beneath(view, "topics", "议题", view.figures(OPEN_AND_RESOLVED, ("community",)))


def board(in_hand: Sequence[Topic], resolved: Sequence[Topic]) -> dict[str, list[Topic]]:
    """Return the topics by column: stages in their order, closed without evidence, resolved."""
    columns: dict[str, list[Topic]] = {stage: [] for stage in (*list(STAGES)[:4], WAITING)}
    for topic in sorted(in_hand, key=lambda topic: topic["proposed_on"]):
        columns[topic["stage"] if topic["done_on"] is None else WAITING].append(topic)
    columns[RESOLVED] = sorted(resolved, key=lambda topic: topic["resolved_on"], reverse=True)
    return columns


def _topics(view: View, id: str) -> list[Topic]:
    rows: list[Topic] = query.source_rows(view.build, id, view.filters, MOST_TOPICS).to_pylist()
    return rows


def amount(topics: Sequence[Topic], figure: Figure) -> str:
    """Return how many topics a column holds: 3个; where there are none, 0个 only if that is known, else why it is not: 未报送."""
    return f"{len(topics)}个" if topics or figure.value is not None else states.word(figure)


def none_words(figure: Figure) -> str:
    """Return what an empty column says: 没有, where all was reported; else of how much: 没有（报送6/10社区月）."""
    return f"没有{reports.note(figure)}"


def _column(view: View, stage: str, topics: Sequence[Topic], figure: Figure) -> str:
    cards = "".join(_card(view, topic) for topic in topics[:MOST_CARDS])
    rest = len(topics) - MOST_CARDS
    more = f'<p class="note">另有{rest}个，见“原始记录”。</p>' if rest > 0 else ""
    nothing = f'<p class="note">{none_words(figure)}</p>' if not topics and figure.value is not None else ""
    return f"<section><h3>{stage}<small>{amount(topics, figure)}</small></h3>{cards}{more}{nothing}</section>"


def _card(view: View, topic: Topic) -> str:
    colour = view.colours[topic["community"]]
    summary = f"<b>{html_escape(topic['title'])}</b><span>{html_escape(short_name(topic['community']))} · {_age(view, topic)}</span>"
    lines = "".join(f"<dt>{html_escape(label)}</dt><dd>{html_escape(text)}</dd>" for label, text in _lines(topic))
    return f'<details style="border-color:{colour}"><summary>{summary}</summary><dl>{lines}</dl></details>'


def _age(view: View, topic: Topic) -> str:
    if topic["days_to_resolve"] is not None:
        return f"用了{topic['days_to_resolve']}天"
    return f"已{(min(view.filters.to_on, _last_day(view)) - topic['proposed_on']).days}天"


def _last_day(view: View) -> date:
    return view.build.last_day or view.filters.to_on


def _lines(topic: Topic) -> list[tuple[str, str]]:
    """Return what is known of a topic, and where it stands."""
    steps = [(label, day_text(topic[day])) for day, label in DATE_LABELS.items() if topic[day]]
    further = {
        "议题编号": topic["topic_no"],
        "类别": topic["category"],
        "表决": _votes(topic),
        "责任单位": topic["responsible_name"],
        "办结凭证": topic["evidence"],
        "出处": f"{topic['source_file']}，{topic['sheet']}，第{topic['row_no']}行",
    }
    return [*steps, *((label, str(text)) for label, text in further.items() if text)]


def _votes(topic: Topic) -> str:
    """Return 举手表决，同意21票、反对3票、弃权1票，通过."""
    votes = {"同意": topic["votes_for"], "反对": topic["votes_against"], "弃权": topic["votes_abstained"]}
    counted = "、".join(f"{word}{count}票" for word, count in votes.items() if count is not None)
    return "，".join(filter(None, (topic["vote_method"], counted, topic["vote_result"])))
