"""Draws who stands where and what a total is made of: horizontal bars with the name above each, so that long names stay whole."""

from collections.abc import Sequence

from indicators.model import Figure, Indicator
from ui.charts import chart
from ui.charts.chart import ChartPanel
from ui.charts.picture import GRID, Picture
from ui.frame.escape import html_escape
from ui.frame.view import View, indicator_of
from warehouse.communities import short_name
from wording import headlines, numbers, ranking, reports, states
from wording.palette import GREY, WHOLE

ROW_HEIGHT = 38
MOST_ROWS = 8
THIN = 0.34  # of a row
BARS_END, DOTS_BEGIN = 0.54, 0.59  # of the width, when both are drawn
BESIDE_VALUES = 0.22  # of a row, above and below a value
VALUE_ROOM = 1.34  # times the longest bar, for the number behind it


def communities(view: View, id: str, beside: str = "") -> ChartPanel:
    """Draw communities sorted by value; `beside` is a second indicator, drawn as dots on the right in the same order."""
    indicator, by = indicator_of(id), ("community",)
    figures = view.figures([id, beside] if beside else [id], by)
    order = _in_order(chart.of_indicator(figures, id))
    picture = _blank(view, chart.title(indicator), len(order))
    if chart.has_numbers(figures):
        _draw_communities(view, picture, order, chart.of_indicator(figures, beside))
    ranked = indicator_of(beside or id)
    headline = headlines.standing(ranked, chart.of_indicator(figures, ranked.id))
    note = f"{chart.reported_note(view, id)}{_mean_note(view, ranked)}{_left_out(figures)}{reports.list_days(figures)}"
    return ChartPanel(f"{id}-standing", headline, note, picture, tuple(figures), by, f"各社区{indicator.label}")


def _draw_communities(view: View, picture: Picture, order: Sequence[Figure], beside: Sequence[Figure]) -> None:
    indicator = indicator_of(order[0].indicator)
    colours = [view.colours[figure.community or ""] for figure in order]
    _draw_bars(picture, order, colours, indicator, BARS_END if beside else 1)
    if beside:
        _draw_dots(view, picture, order, beside)
    else:
        _draw_mean(view, picture, indicator, "x", len(order))


def groups(view: View, id: str, column: str, label: str, within: str = "") -> ChartPanel:
    """Draw what the whole is made of, largest first; what lies beyond the eighth stays in the table.

    `within` leaves out the categories that do not begin so: those of another scheme.
    """
    indicator, by = indicator_of(id), (column,)
    figures = [figure for figure in view.figures([id], by) if (figure.category or "").startswith(within)]
    order, apart = ranking.set_apart(figure for figure in figures if figure.value)
    order = order[:MOST_ROWS]
    picture = _blank(view, chart.title(indicator, f"按{label}"), len(order))
    if order:
        _draw_bars(picture, order, [GREY if figure.category in apart else WHOLE for figure in order], indicator, 1)
    more = f"只画前{MOST_ROWS}类，共{len(figures)}类，其余见表格。" if len(figures) > MOST_ROWS else ""
    note = f"{chart.reported_note(view, id)}{_apart_note(apart)}{more}{_hidden(figures)}"
    is_alike = not indicator.interval or _is_asked_alike(view, id, column)
    headline = headlines.makeup(indicator, figures, label) if is_alike else headlines.not_comparable(indicator, label)
    if not figures:  # there is no part: the whole says why
        figures = view.figures([id])
        headline = headlines.whole(indicator, figures[0])
    return ChartPanel(f"{id}-{column}", headline, note, picture, tuple(figures), by, f"{indicator.label}按{label}")


def _apart_note(apart: Sequence[str]) -> str:
    """Say that bands drawn below the others in grey hold people of those too, so that the two are not compared."""
    return f"灰色的{'、'.join(apart)}是另一种分法，与上面的年龄段有重叠，排在下面，不与上面的相比。" if apart else ""


def _is_asked_alike(view: View, id: str, column: str) -> bool:
    """Whether every category was asked for in the same communities: else it is these that differ."""
    communities_of: dict[str, set[str]] = {}
    for figure in view.figures([id], ("community", column)):
        if figure.state in ("ok", "hidden"):
            communities_of.setdefault(figure.category or "", set()).add(figure.community or "")
    return len({frozenset(communities) for communities in communities_of.values()}) < 2


def named_bars(view: View, title: str, bars: Sequence[tuple[str, float | None, str, str]]) -> Picture:
    """Return a picture of named bars in the order given: (name, value, hover already escaped, the word where there is no value)."""
    picture = _blank(view, title, len(bars))
    values = [value or 0 for _, value, *_ in bars]
    _draw(picture, values, [WHOLE] * len(bars), [hover for _, _, hover, _ in bars], 1)
    for place, (name, value, _, word) in enumerate(bars):
        _write(picture, place, name, word if value is None else numbers.short(value), value or 0)
    return picture


def _blank(view: View, title: str, rows: int) -> Picture:
    picture = chart.blank_picture(view, title, height=76 + ROW_HEIGHT * max(rows, 1), axis_room=4)
    picture.axis("xaxis", {"showticklabels": False})
    picture.axis("yaxis", {"range": [rows - 0.5, -0.72], "showticklabels": False, "showgrid": False})
    return picture


def _in_order(figures: Sequence[Figure]) -> list[Figure]:
    """Return numbers first, greatest on top; then those that have none, so that a gap is seen."""
    return ranking.ranked(figures) + [figure for figure in figures if figure.value is None]


def _draw_bars(
    picture: Picture, order: Sequence[Figure], colours: Sequence[str], indicator: Indicator, right: float
) -> None:
    values = [chart.drawn_value(figure) or 0 for figure in order]
    _draw(picture, values, colours, [chart.hover(figure) for figure in order], right)
    for place, figure in enumerate(order):
        end = figure.high if indicator.interval and figure.high is not None else values[place]
        name = short_name(figure.category or figure.community or "")
        _write(picture, place, name, numbers.bare(figure, indicator), end)
    if indicator.interval:
        picture.traces[0]["error_x"] = chart.error_bars(order)


def _draw(
    picture: Picture, values: Sequence[float], colours: Sequence[str], hovers: Sequence[str], right: float
) -> None:
    places = list(range(len(values)))
    marker = {"color": list(colours)}
    picture.draw(
        "bar", x=values, y=places, orientation="h", width=THIN, marker=marker, hovertext=hovers, hoverinfo="text"
    )
    picture.axis("xaxis", {"domain": [0, right], "range": [0, (max(values, default=0) or 1) * VALUE_ROOM]})


def _write(picture: Picture, place: int, name: str, value: str, end: float) -> None:
    """Write the name above a bar and the value behind its end."""
    picture.write(html_escape(name), x=0, y=place - THIN / 2, yanchor="bottom")
    picture.write(value, x=end, y=place, xshift=3)


def _draw_dots(view: View, picture: Picture, order: Sequence[Figure], figures: Sequence[Figure]) -> None:
    """Draw the second indicator on its own axis at the right, with the value of all together as a line."""
    by_community = {figure.community: figure for figure in figures}
    dots = [by_community[figure.community] for figure in order]
    indicator = indicator_of(dots[0].indicator)
    ends = [figure.high if figure.high is not None else chart.drawn_value(figure) or 0 for figure in dots]
    values = [chart.drawn_value(figure) or 0 for figure in dots]
    zero = {"zeroline": True, "zerolinecolor": GRID, "showticklabels": False, "anchor": "y"}
    picture.axis("xaxis2", {**zero, "domain": [DOTS_BEGIN, 1], "range": [0, (max((*ends, *values)) or 1) * VALUE_ROOM]})
    colours = [view.colours[figure.community or ""] for figure in dots]
    points = chart.points(dots)
    points |= {"x": points["y"], "y": points["x"], "error_x": chart.error_bars(dots)}
    picture.draw("scatter", **points, xaxis="x2", mode="markers", marker={"size": 10, "color": colours})
    for place, (figure, end) in enumerate(zip(dots, ends, strict=True)):
        picture.write(numbers.bare(figure, indicator), x=end, y=place, xref="x2", xshift=8)
    _write_dots_title(picture, indicator, indicator_of(order[0].indicator))
    _draw_mean(view, picture, indicator, "x2", len(order))


def _write_dots_title(picture: Picture, indicator: Indicator, of_bars: Indicator) -> None:
    """Write what the dots are, without the words that the title of the bars has already."""
    text = f"<b>{indicator.label.removesuffix(of_bars.label)}（{indicator.unit}）</b>"
    picture.write(text, x=DOTS_BEGIN, y=1, xref="paper", yref="paper", yanchor="bottom", yshift=10)


def _draw_mean(view: View, picture: Picture, indicator: Indicator, axis: str, rows: int) -> None:
    """Draw all communities counted together as a thin line, where that is comparable with one community."""
    if not _has_mean(view, indicator):
        return
    (whole,) = view.figures([indicator.id])
    if whole.value is not None:
        for place in range(rows):  # between the rows, so that it strikes through no value
            ends = {"y0": place + BESIDE_VALUES, "y1": place + 1 - BESIDE_VALUES}
            picture.line(x0=whole.value, x1=whole.value, xref=axis, yref="y", **ends)


def _has_mean(view: View, indicator: Indicator) -> bool:
    return indicator.denominator is not None and len(view.filters.communities) > 1


def _mean_note(view: View, indicator: Indicator) -> str:
    if not _has_mean(view, indicator):
        return ""
    (whole,) = view.figures([indicator.id])
    is_part = 0 < len(whole.counted) < len(view.filters.communities)
    whose = f"能算的{len(whole.counted)}个社区的" if is_part else ""
    return f"虚线是{whose}总体（{indicator.label}{numbers.brief(whole, indicator)}）。"


def _left_out(figures: Sequence[Figure]) -> str:
    """Name who did not report, and who lacks months for a rate of all of them."""
    names: dict[str, dict[str, None]] = {}
    for figure in figures:
        if figure.state == "not_reported":
            names.setdefault(states.clause(figure), {})[short_name(figure.community or "")] = None
    gaps = "".join(f"{reason}：{'、'.join(communities)}。" for reason, communities in names.items())
    return f"{gaps}{_hidden(figures)}"


def _hidden(figures: Sequence[Figure]) -> str:
    """Say which parts are hidden and where they may be shown, since a hidden bar may stand for more than a few."""
    hidden = [figure for figure in figures if figure.state == "hidden"]
    if not hidden:
        return ""
    names = "、".join(dict.fromkeys(short_name(figure.category or figure.community or "") for figure in hidden))
    why = f"本身或与别的时期、社区相差的人数较少，{states.hidden_advice(hidden[0].period)}"
    return f"{states.WORDS['hidden']}：{names}（{why}）。"
