"""Who stands where, and what is it made of: horizontal bars with the name above each, so that long names stay whole."""

from collections.abc import Sequence

from indicators.model import Figure, Indicator
from ui.charts import chart
from ui.charts.chart import Chart
from ui.charts.picture import GRID, WHOLE, Picture
from ui.frame.escape import html_escape
from ui.frame.view import View, indicator
from warehouse.communities import short_name
from wording import headlines, numbers

ROW = 38
MOST_ROWS = 8
THIN = 0.34
LEFT, RIGHT = 0.54, 0.59  # where bars end and dots begin when both are drawn
VALUE_ROOM = 1.34  # times the longest bar, for the number behind it


def communities(view: View, id: str, beside: str = "") -> Chart:
    """Communities sorted by value; `beside` is a second indicator, drawn as dots on the right in the same order."""
    one = indicator(id)
    by = ("community",)
    figures = view.figures([id, beside] if beside else [id], by)
    order = _ordered(chart.of(figures, id))
    picture = _picture(view, chart.titled(one), len(order))
    _bars(picture, order, [view.colours[figure.community or ""] for figure in order], one, LEFT if beside else 1)
    if beside:
        _dots(view, picture, order, chart.of(figures, beside))
    else:
        _mean(view, picture, one, "x")
    shown = beside or id
    headline = headlines.standing(indicator(shown), chart.of(figures, shown))
    note = f"{_dotted(view, shown)}{_unknown(order)}"
    return Chart(f"{id}-standing", headline, note, picture, tuple(figures), by, _alt(view, one))


def groups(view: View, id: str, column: str, name: str) -> Chart:
    """What the whole is made of, largest first; what lies beyond the eighth stays in the table."""
    one = indicator(id)
    by = (column,)
    figures = view.figures([id], by)
    order = [f for f in headlines.ranked(figures) if f.value][:MOST_ROWS]
    picture = _picture(view, chart.titled(one, f"按{name}"), len(order))
    _bars(picture, order, [WHOLE] * len(order), one, 1)
    note = f"只画前{MOST_ROWS}类，共{len(figures)}类，其余见表格。" if len(figures) > MOST_ROWS else ""
    headline = headlines.makeup(one, figures)
    return Chart(f"{id}-{column}", headline, note, picture, tuple(figures), by, _alt(view, one))


def plain(view: View, title: str, bars: Sequence[tuple[str, float | None, str]]) -> Picture:
    """Return a picture of named bars in the order given: (name, value, hover already escaped)."""
    picture = _picture(view, title, len(bars))
    values = [value or 0 for _, value, _ in bars]
    _draw(picture, values, [WHOLE] * len(bars), [hover for *_, hover in bars], 1)
    for place, (name, value, _) in enumerate(bars):
        _write(picture, place, name, "—" if value is None else numbers.short(value), value or 0)
    return picture


def _picture(view: View, title: str, rows: int) -> Picture:
    picture = chart.picture(view, title, height=76 + ROW * max(rows, 1), axis_room=4)
    picture.axis("xaxis", {"showticklabels": False})
    picture.axis("yaxis", {"range": [rows - 0.5, -0.72], "showticklabels": False, "showgrid": False})
    return picture


def _ordered(figures: Sequence[Figure]) -> list[Figure]:
    """Numbers first, greatest on top; then those that have none, so that a gap is seen."""
    return headlines.ranked(figures) + [figure for figure in figures if figure.value is None]


def _bars(picture: Picture, order: Sequence[Figure], colours: Sequence[str], one: Indicator, right: float) -> None:
    values = [chart.value(figure) or 0 for figure in order]
    _draw(picture, values, colours, [chart.hover(figure) for figure in order], right)
    for place, figure in enumerate(order):
        end = figure.high if one.interval and figure.high is not None else values[place]
        _write(picture, place, short_name(figure.category or figure.community or ""), numbers.bare(figure, one), end)
    if one.interval:
        picture.traces[0]["error_x"] = chart.ranges(order)


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


def _top(figures: Sequence[Figure]) -> float:
    return max((chart.value(figure) or 0 for figure in figures), default=0) or 1


def _dots(view: View, picture: Picture, order: Sequence[Figure], figures: Sequence[Figure]) -> None:
    """The second indicator on its own axis at the right, with the value of all together as a line."""
    of = {figure.community: figure for figure in figures}
    dots = [of[figure.community] for figure in order]
    one = indicator(dots[0].indicator)
    top = max(_top(dots), max((figure.high or 0 for figure in dots), default=0))
    zero = {"zeroline": True, "zerolinecolor": GRID, "showticklabels": False, "anchor": "y"}
    picture.axis("xaxis2", {**zero, "domain": [RIGHT, 1], "range": [0, top * VALUE_ROOM]})
    picture.draw(
        "scatter",
        x=[chart.value(figure) for figure in dots],
        y=list(range(len(dots))),
        xaxis="x2",
        mode="markers",
        marker={"size": 10, "color": [view.colours[figure.community or ""] for figure in dots]},
        error_x=chart.ranges(dots),
        hovertext=[chart.hover(figure) for figure in dots],
        hoverinfo="text",
    )
    for place, figure in enumerate(dots):
        at = figure.high if figure.high is not None else chart.value(figure)
        picture.write(numbers.bare(figure, one), x=at or 0, y=place, xref="x2", xshift=8)
    name = one.label.removesuffix(indicator(order[0].indicator).label)
    picture.write(f"<b>{name}（{one.unit}）</b>", x=RIGHT, y=1, xref="paper", yref="paper", yanchor="bottom", yshift=10)
    _mean(view, picture, one, "x2")


def _mean(view: View, picture: Picture, one: Indicator, axis: str) -> None:
    """All communities counted together, as a thin line; only where that is comparable with one community."""
    if not _has_mean(view, one):
        return
    (whole,) = view.figures([one.id])
    if whole.value is not None:
        picture.line(x0=whole.value, x1=whole.value, y0=0, y1=1, xref=axis, yref="paper")


def _has_mean(view: View, one: Indicator) -> bool:
    return one.denominator is not None and len(view.filters.communities) > 1


def _dotted(view: View, id: str) -> str:
    one = indicator(id)
    if not _has_mean(view, one):
        return ""
    (whole,) = view.figures([id])
    return f"虚线是合在一起的{one.label}（{numbers.brief(whole, one)}）。"


def _unknown(order: Sequence[Figure]) -> str:
    absent = [short_name(figure.community or "") for figure in order if figure.state == "not_reported"]
    return f"未报送：{'、'.join(absent)}。" if absent else ""


def _alt(view: View, one: Indicator) -> str:
    return f"{one.label}的比较，{view.choice.words}。数据见图下“表格”。"
