"""Draws the needs that found neither a resource nor a project, a column an urgency, each with the row it stands in."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from documents.day_text import day_text
from etl.declarations import record_types
from indicators import periods
from indicators.model import Figure
from ui.charts import panel
from ui.frame import query, reader
from ui.frame.escape import html_escape
from ui.frame.view import View, indicator_of
from warehouse.communities import short_name
from wording import numbers, reports, states

MOST_NEEDS = 500
MOST_CARDS = 10  # of a column
UNKNOWN = "没有写缓急"
IDS = ("needs_unmatched", "needs_listed", "need_match_rate")

Need = Mapping[str, Any]


def draw(view: View) -> None:
    """Draw the needs of the lists in force on the last day of the window that wait for a resource, the longest waiting first."""
    if not view.begun(IDS):
        return
    figures = view.figures(IDS)
    with st.container(key="panel-needs"):
        st.html(f'<h2 class="headline">{html_escape(headline(*figures))}</h2>')
        if not reader.may_see_rows("listed_need", view.filters.communities):
            reader.say_withheld()
        elif figures[0].value:
            needs = query.source_rows(view.build, IDS[0], view.filters, MOST_NEEDS).to_pylist()
            columns = (_column(view, *column) for column in by_urgency(needs).items())
            st.html(f'<div class="board">{"".join(columns)}</div>')
        elif figures[0].value is None:
            st.info(panel.NEXT_STEP, icon=":material/inbox:")
        panel.draw_row_beneath(view, "needs", "没有匹配的需求", view.figures(IDS, ("community",)), ("community",))


def headline(unmatched: Figure, listed: Figure, rate: Figure) -> str:
    """Say how many needs wait for a resource, of how many, and what share found one."""
    if unmatched.value is None or listed.value is None:
        return f"没有匹配资源的需求：需求清单{states.clause(unmatched)}。"
    of_whole = f"需求清单上{numbers.brief(listed, indicator_of(listed.indicator))}{reports.note(listed)}"
    if not unmatched.value:
        return f"{of_whole}，都已匹配到资源或项目。"
    waiting = numbers.brief(unmatched, indicator_of(unmatched.indicator))
    matched = f"，匹配率{numbers.brief(rate, indicator_of(rate.indicator))}" if rate.value is not None else ""
    return f"{of_whole}，{waiting}还没有匹配到资源或项目{matched}。"


def by_urgency(needs: Sequence[Need]) -> dict[str, list[Need]]:
    """Return needs by urgency, the most urgent first and within it those collected longest ago."""
    levels = [*record_types()["need"].column("urgency").choices, UNKNOWN]
    oldest = sorted(needs, key=lambda need: (need["collected_on"] or need["version_on"], need["title"]))
    columns = {level: [need for need in oldest if (need["urgency"] or UNKNOWN) == level] for level in levels}
    return {level: of_level for level, of_level in columns.items() if of_level}


def _column(view: View, level: str, needs: Sequence[Need]) -> str:
    cards = "".join(_card(view, need) for need in needs[:MOST_CARDS])
    rest = len(needs) - MOST_CARDS
    more = f'<p class="note">另有{rest}项，见“原始记录”。</p>' if rest > 0 else ""
    return f"<section><h3>{level}<small>{len(needs)}项</small></h3>{cards}{more}</section>"


def _card(view: View, need: Need) -> str:
    place = " · ".join(filter(None, (short_name(need["community"]), need["recipient_group"], _age(view, need))))
    summary = f"<b>{html_escape(need['title'])}</b><span>{html_escape(place)}</span>"
    lines = "".join(f"<dt>{label}</dt><dd>{html_escape(text)}</dd>" for label, text in _lines(need))
    colour = view.colours[need["community"]]
    return f'<details style="border-color:{colour}"><summary>{summary}</summary><dl>{lines}</dl></details>'


def _age(view: View, need: Need) -> str:
    collected: date | None = need["collected_on"]
    last = min(view.filters.to_on, view.build.last_day or view.filters.to_on)
    return f"已{(last - collected).days}天" if collected and collected <= last else ""


def _lines(need: Need) -> list[tuple[str, str]]:
    """Return what the list says of a need, and where it stands."""
    known = {
        "需求类别": need["category"],
        "涉及人数": need["people_band"] and f"{need['people_band']}人",
        "涉及户数": need["households_band"] and f"{need['households_band']}户",
        "收集日期": need["collected_on"] and day_text(need["collected_on"]),
        "需求来源": need["source"],
        "清单版本": periods.quarter_label(need["version_on"]),
        "出处": f"{need['source_file']}，{need['sheet']}，第{need['row_no']}行",
    }
    return [(label, str(text)) for label, text in known.items() if text]
