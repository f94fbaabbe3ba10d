"""Opens a page: its title, its filters and the data they choose, or what to do next where there are none."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path

import streamlit as st

from indicators import coverage, periods, tables
from indicators.engine import catalogue
from indicators.model import CatalogueSection, Filters
from ui.frame import address, filters, link_faults, query
from ui.frame.escape import html_escape, md_escape
from ui.frame.view import View, indicator_of, span_of
from warehouse import communities, records
from warehouse.build import Build, NoBuild
from warehouse.communities import short_name

INTAKE = Path(__file__).parents[2] / "pages" / "data" / "intake.py"


def open_page(
    title: str, rests_on: Sequence[str] = (), *sections: CatalogueSection, beside: Sequence[str] = ()
) -> View:
    """Open a page of figures. Where no record lies in the period chosen, say what to do next and stop.

    `sections` are those of the catalogue that the page lists to their end, `beside` the indicators that stand small beside its figures.
    """
    view = replace(open_filtered(title, rests_on), sections=sections)
    require_records(view)
    _say_absent(view, rests_on)
    _ask_at_once(view, [*rests_on, *beside, *(id for id, each in catalogue().items() if each.section in sections)])
    return view


def _ask_at_once(view: View, ids: Sequence[str]) -> None:
    """Count at once what the page shows of its window: part by part, cards, bars and the table at the end would count the same anew.

    What rests on damaged rows is told where it is drawn: all before it is drawn as ever.
    """
    with suppress(NoBuild):
        begun = view.begun(list(dict.fromkeys(ids)))
        query.learn(view.build, begun, view.filters)
        view.figures(begun)


def open_filtered(title: str, rests_on: Sequence[str] = ()) -> View:
    """Open a page under its title and filters, said in words. `rests_on` names the indicators it is made of.

    Where there are no data at all, say what to do next and stop.
    """
    build = _build(title)
    query.learn(build, rests_on)
    with st.container(horizontal=True, key="top", vertical_alignment="center"):
        st.title(title, anchor=False, width="content")
        places, strands = query.answer(build, communities.locations), _strands(build, rests_on)
        spellings = query.answer(build, communities.spellings)
        address.write_out("community", [place.community for place in places], spellings.find)
        if faults := filters.faults(places, spellings, *span_of(build), strands):
            link_faults.draw(faults)
            st.stop()
        choice = filters.draw_bar(title, places, *span_of(build), strands)
    view = View(title, build, tuple(place.community for place in places), choice)
    query.learn(build, rests_on, view.filters)
    st.html(_masthead(view, choice.words, view.unreported(rests_on) if view.has_records else {}))
    return view


def require_records(view: View) -> None:
    """Stop where no record lies in the period chosen, with the sentence that says so."""
    if not view.has_records:
        say_no_records(view)
        st.stop()


def say_no_records(view: View) -> None:
    """Draw the sentence that stands in place of figures where no record lies in the period chosen."""
    first, last = span_of(view.build)
    st.info(
        f"{view.choice.period_words}没有记录；现有记录从{first.year}年{first.month}月到{last.year}年{last.month}月。"
        "换一个时期再看。",
        icon=":material/inbox:",
    )


def _say_absent(view: View, rests_on: Sequence[str]) -> None:
    """Say once which ledgers behind a page these communities never sent: what rests on them is not drawn. Stop where nothing is left."""
    begun = view.begun(rests_on)
    absent = query.answer(view.build, coverage.absent_records, view.filters.communities)
    others = (coverage.absent_behind(indicator_of(id), absent) for id in rests_on if id not in begun)
    records = dict.fromkeys(chain.from_iterable(others))
    if not records:
        return
    labels = "、".join(f"“{tables.name_of(record)}”" for record in records)
    drawn = "下面不列相关的数" if begun else "这一页没有可以列的数"
    with st.container(horizontal=True, key="absent", vertical_alignment="center"):
        words = f"{view.choice.area_words}没有报送过{labels}台账，{drawn}。如果应当有，请上传："
        st.html(f'<p class="note">{html_escape(words)}</p>', width="content")
        st.page_link(INTAKE, label="数据导入")
    if not begun:
        st.stop()


def open_unfiltered(title: str) -> View:
    """Open a page about everything that was loaded, without filters of place and time."""
    build = _build(title)
    st.title(title, anchor=False)
    register = query.answer(build, communities.names)
    words = f"全部{len(register)}个社区", periods.window(*span_of(build)).label
    view = View(title, build, register, filters.Choice(Filters(register, *span_of(build)), "month", *words))
    st.html(_masthead(view, "全部已导入的台账", {}))
    return view


def open_reference(title: str, lead: str) -> None:
    """Open a page that explains, with or without data."""
    st.title(title, anchor=False)
    st.html(f'<p class="masthead">{html_escape(lead)}</p>')


def _build(title: str) -> Build:
    try:
        return query.current()
    except NoBuild as reason:
        st.title(title, anchor=False)
        st.info(f"{md_escape(reason.finding)}请到“数据导入”上传台账。", icon=":material/inbox:")
        st.page_link(INTAKE, label="打开“数据导入”", icon=":material/upload_file:")
        st.stop()


def _strands(build: Build, rests_on: Sequence[str]) -> list[str]:
    """Return the strands to choose from, none unless every figure of the page follows that filter."""
    has_strands = ["strand" in tables.groups_of(indicator_of(id).numerator.table) for id in rests_on]
    return query.answer(build, records.strands) if has_strands and all(has_strands) else []


def _masthead(view: View, scope: str, unreported: Mapping[str, Sequence[str]]) -> str:
    badge = '<mark class="demo">演示数据</mark>' if view.is_demo else ""
    listed = "、".join(f"{short_name(name)}（{'、'.join(ledgers)}）" for name, ledgers in unreported.items())
    gap = f'<span class="gap">{len(unreported)}个社区未报送：{html_escape(listed)}</span>' if unreported else ""
    return f'<p class="masthead"><span>{html_escape(scope)}</span><span>{view.build_words}</span>{badge}{gap}</p>'
