"""Draws honours as a list by level, the highest first, each with its day, its giver and the row it stands in."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from documents.day_text import day_text
from etl.declarations import record_types
from ui.charts import panel
from ui.frame import query
from ui.frame.escape import html_escape
from ui.frame.view import View, indicator_of
from warehouse.communities import short_name
from wording.sentences import window_words

MOST_HONOURS = 500
PERSON = "个人"  # who it is stays in the ledger
UNKNOWN = "级别未注明"

Honour = Mapping[str, Any]


def draw(view: View) -> None:
    """Draw all honours up to the end of the window, a column a level."""
    honours: Sequence[Honour] = query.source_rows(view.build, "honours", view.filters, MOST_HONOURS).to_pylist()
    (whole,) = view.figures(["honours"])
    until = window_words(whole, indicator_of("honours"))
    with st.container(key="panel-honour-list"):
        st.html(f'<h2 class="headline">荣誉一览，{until}累计的：点开一项，看谁授予和出处</h2>')
        columns = (_column(view, level, of_level) for level, of_level in by_level(honours).items())
        st.html(f'<div class="board">{"".join(columns)}</div>')
        panel.draw_row_beneath(view, "honour-list", "荣誉", view.figures(["honours"], ("level",)), ("level",))


def by_level(honours: Sequence[Honour]) -> dict[str, list[Honour]]:
    """Return honours by level, the highest level first and within it the newest."""
    levels = [*record_types()["honour"].column("level").choices, UNKNOWN]
    newest = sorted(honours, key=lambda honour: honour["awarded_on"], reverse=True)
    columns = {level: [honour for honour in newest if (honour["level"] or UNKNOWN) == level] for level in levels}
    return {level: of_level for level, of_level in columns.items() if of_level}


def _column(view: View, level: str, honours: Sequence[Honour]) -> str:
    cards = "".join(_card(view, honour) for honour in honours)
    return f"<section><h3>{level}<small>{len(honours)}项</small></h3>{cards}</section>"


def _card(view: View, honour: Honour) -> str:
    place = f"{short_name(honour['community'])} · {day_text(honour['awarded_on'])}"
    summary = f"<b>{html_escape(_title(honour))}</b><span>{html_escape(place)}</span>"
    lines = "".join(f"<dt>{label}</dt><dd>{html_escape(text)}</dd>" for label, text in _lines(honour))
    colour = view.colours[honour["community"]]
    return f'<details style="border-color:{colour}"><summary>{summary}</summary><dl>{lines}</dl></details>'


def _title(honour: Honour) -> str:
    return f"{honour['title']}{honour['rank'] or ''}"


def _lines(honour: Honour) -> list[tuple[str, str]]:
    known = {
        "授予单位": honour["issuer"],
        "获奖对象": honour["recipient_kind"],
        "获奖者": honour["recipient_name"] or (PERSON if honour["recipient_key"] else None),
        "出处": f"{honour['source_file']}，{honour['sheet']}，第{honour['row_no']}行",
    }
    return [(label, text) for label, text in known.items() if text]
