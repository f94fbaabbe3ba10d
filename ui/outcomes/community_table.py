"""Draws communities side by side: a row each, a column an indicator with a thin bar, and the same per thousand residents below it."""

from collections.abc import Mapping, Sequence, Set

import streamlit as st

from indicators.model import Figure, Indicator
from ui.charts import chart, headlines, panel
from ui.frame.escape import html_escape
from ui.frame.view import View, indicator_of
from warehouse.communities import short_name
from wording import numbers, reports

PARTIAL = "°"  # on a number behind which less was reported than was asked for

Cells = Mapping[tuple[str, str | None], Figure]


def draw_table(view: View, columns: Sequence[tuple[str, str]]) -> None:
    """Draw the table; a column is (indicator, indicator per thousand residents or nothing), of what the communities have begun."""
    begun = view.begun([id for id, _ in columns])
    columns = [column for column in columns if column[0] in begun]
    ids = [id for column in columns for id in column if id]
    parts, whole = view.figures(ids, ("community",)), view.figures(ids)
    cells = {(figure.indicator, figure.community): figure for figure in (*parts, *whole)}
    tops = {
        id: max((chart.drawn_value(f) or 0 for f in chart.of_indicator(parts, id)), default=0) or 1 for id, _ in columns
    }
    head = "".join(f"<th>{html_escape(indicator_of(id).label)}{_unit(indicator_of(id))}</th>" for id, _ in columns)
    rows = "".join(_row(view, name, columns, cells, tops) for name in view.filters.communities)
    total = _row(view, None, columns, cells, {}) if len(view.filters.communities) > 1 else ""
    with st.container(key="panel-standings"):
        st.html(
            f'<h2 class="headline">{html_escape(headlines.leaders(view, [id for id, _ in columns]))}</h2><div class="scroll" tabindex="0" role="region" aria-label="各社区并排看">'
            f'<table class="standings"><thead><tr><th>社区</th>{head}</tr></thead><tbody>{rows}{total}</tbody></table></div>'
            f'<p class="note">{html_escape(f"{_small_numbers(columns)}色条在每一列里从0起，只和本列比。{_reported(parts, whole, {id for id, _ in columns})}")}</p>'
        )
        panel.draw_row_beneath(view, "standings", "各社区并排看", [*parts, *whole], ("community",))


def _small_numbers(columns: Sequence[tuple[str, str]]) -> str:
    """Say what the small numbers are, each by its name: money is per resident, all else per thousand of them."""
    labels = [indicator_of(beside).label for _, beside in columns if beside]
    return f"小字依次是{'、'.join(labels)}。" if labels else ""


def _reported(parts: Sequence[Figure], whole: Sequence[Figure], marked: Set[str]) -> str:
    """Say how much was reported behind the columns, and what the mark on single numbers means."""
    labels: dict[str, list[str]] = {}  # by what was reported: said once for all columns that share it
    for figure in whole:
        if figure.value is not None and reports.gap(figure):
            labels.setdefault(reports.gap(figure), []).append(indicator_of(figure.indicator).label)
    columns = [f"{'、'.join(names)}{gap}" for gap, names in labels.items()]
    mark = (
        f"带{PARTIAL}的数没有报送全，或有的社区尚未开始。"
        if any(f.value is not None and reports.gap(f) for f in (*parts, *whole) if f.indicator in marked)
        else ""
    )
    return f"报送：{'；'.join(columns)}。{mark}" if columns else mark


def _unit(indicator: Indicator) -> str:
    return "" if indicator.unit == "%" else f"<small>{html_escape(indicator.unit)}</small>"


def _row(
    view: View, name: str | None, columns: Sequence[tuple[str, str]], cells: Cells, tops: Mapping[str, float]
) -> str:
    colour = view.colours[name] if name else "transparent"
    label = html_escape(short_name(name)) if name else "总体"
    kind = "" if name else ' class="total"'
    return (
        f'<tr{kind}><th scope="row"><i style="background:{colour}"></i>{label}</th>'
        + "".join(_cell(cells, name, id, beside, colour, tops.get(id, 0)) for id, beside in columns)
        + "</tr>"
    )


def _cell(cells: Cells, name: str | None, id: str, beside: str, colour: str, top: float) -> str:
    figure, indicator = cells[id, name], indicator_of(id)
    if figure.value is None:
        return f'<td class="none">{numbers.brief(figure, indicator)}</td>'
    share = figure.value / top * 100 if top else 0
    bar = f'<i style="width:{share:.1f}%;background:{colour}"></i>' if top else ""
    mark = PARTIAL if reports.gap(figure) else ""
    return (
        f'<td>{numbers.bare(figure, indicator)}{mark}{_beside(cells, name, beside)}<span class="bar">{bar}</span></td>'
    )


def _beside(cells: Cells, name: str | None, id: str) -> str:
    if not id:
        return ""
    return f" <small>{numbers.bare(cells[id, name], indicator_of(id))}</small>"
