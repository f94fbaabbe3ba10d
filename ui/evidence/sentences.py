"""Draws figures as ready sentences, exact or with an honest qualifier, to be copied into an application."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

import warehouse.build
from evidence.pack.report_notes import report_notes
from evidence.sent_figures import Sending, without_telling
from indicators import disclosure
from indicators.disclosure.choices import disclosed_figures
from indicators.model import Figure, Filters
from ui.frame import indicator_choice, link_faults, query
from ui.frame.view import View, indicator_of
from warehouse.build import Build
from wording import sentences
from wording.community_names import counted_name
from wording.notices import DEMO, small_numbers_that_leave
from wording.sentences import Sentence

USUAL = (
    "activities",
    "attendances",
    "volunteers_registered",
    "volunteer_hours",
    "overall_satisfied_share",
    "cash_received",
)
EXACT, ROUND = "准确数", "约数（余、万余）"
WAYS = {EXACT: sentences.exact, ROUND: sentences.rounded}
MOST_NOTES = 8  # shown without scrolling
TOGETHER, EACH = "总体", "每个社区"


def ask_indicators() -> tuple[str, ...]:
    """Return the indicators the reader picks."""
    ids = st.multiselect(
        "指标",
        indicator_choice.options(),
        default=USUAL,
        placeholder="请选择指标",
        **indicator_choice.bound("said", indicator_choice.name),  # the name in links that are out already
    )
    return tuple(ids)


def draw(view: View, ids: Sequence[str]) -> None:
    """Draw the sentences, as a paragraph with footnotes and one by one."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        way = _ask("写法", list(WAYS), "way")
        scope = _ask("范围", [TOGETHER, EACH], "scope") if len(view.filters.communities) > 1 else EACH
    if not ids:
        st.info("还没有选指标。在上面选一个或几个，就能看到写好的句子。", icon=":material/edit_note:")
        return
    figures = _figures(view, ids, scope)
    written = [WAYS[way](figure, indicator_of(figure.indicator)) for figure in figures]
    if scope == TOGETHER:
        written = _with_gaps(written, figures, _published_figures(view, ids, ("community",)))
    _draw_paragraph(written)
    _draw_singly(written)
    st.caption(
        f"数字取自数据批次{view.build.name}；{small_numbers_that_leave(disclosure.PUBLISHED)}。"
        f"{f'{DEMO}。' if view.is_demo else ''}"
    )


def _ask(label: str, options: list[str], key: str) -> str:
    return st.segmented_control(
        label, options, default=options[0], required=True, **link_faults.bound(key, label, options)
    )


def _figures(view: View, ids: Sequence[str], scope: str) -> list[Figure]:
    by = ("community",) if scope == EACH else ()
    communities = view.filters.communities
    figures = _published_figures(view, ids, by)
    in_order = sorted(figures, key=lambda figure: communities.index(figure.community or communities[0]))
    return [
        figure if figure.community else replace(figure, community=counted_name(figure, communities))
        for figure in in_order
    ]


def _with_gaps(
    written: Sequence[Sentence], figures: Sequence[Figure], of_communities: Sequence[Figure]
) -> list[Sentence]:
    """Name in each footnote of all together the communities and months that its number lacks."""
    parts = [[part for part in of_communities if part.indicator == figure.indicator] for figure in figures]
    return [
        replace(sentence, footnote=f"{sentence.footnote}{report_notes(of_indicator)}")
        for sentence, of_indicator in zip(written, parts, strict=True)
    ]


def _published_figures(view: View, ids: Sequence[str], by: tuple[str, ...]) -> list[Figure]:
    """Return figures as they may be copied into a paper: beside what has left before, they tell of no few people either."""
    figures = query.answer(view.build, _published, tuple(ids), view.filters, by)
    sending = Sending(view.filters, "sentence", disclosure.PUBLISHED)
    return without_telling(warehouse.build.data_folder(), figures, sending)


def _published(build: Build, ids: tuple[str, ...], filters: Filters, by: tuple[str, ...]) -> list[Figure]:
    """Return figures as they may leave the office."""
    return disclosed_figures(build, ids, filters, by, disclosure.PUBLISHED)


def _draw_paragraph(written: Sequence[Sentence]) -> None:
    text, notes = sentences.paragraph(written)
    st.header("一段话", anchor=False)
    st.code(text, language=None, wrap_lines=True)
    st.caption("脚注：每个数的口径、分子分母和没有报送的时期，一起复制到申报书的脚注或附件里。")
    st.code(notes, language=None, wrap_lines=True, height="content" if len(written) <= MOST_NOTES else 220)


def _draw_singly(written: Sequence[Sentence]) -> None:
    st.header("一句一句", anchor=False)
    with st.container(gap="small"):
        for sentence in written:
            st.code(sentence.text, language=None, wrap_lines=True)
