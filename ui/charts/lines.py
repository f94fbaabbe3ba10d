"""How did it develop: the whole with a year earlier beside it, one line a community."""

from collections.abc import Sequence

from indicators import periods
from indicators.model import Figure, Indicator
from ui.charts import chart, chart_axis, headlines, small_multiples
from ui.charts.chart import Chart
from ui.charts.picture import AMBER, WHOLE, Picture
from ui.frame.escape import html_escape
from ui.frame.view import View, indicator
from warehouse.communities import short_name
from wording import dates
from wording.headlines import standing

MOST_LINES = 4
PALE = 0.55
LEAST_APART = 0.075  # of the height, between two names at line ends


def whole(view: View, id: str) -> Chart:
    """All communities together: columns for counts, a line with its range for rates, a year earlier as a thin mark."""
    one = indicator(id)
    by = (view.grain,)
    now, before = view.figures([id], by), view.year_before([id], by)
    picture = chart.picture(view, chart.titled(one, dates.by_grain(view.grain)))
    (_rate if one.denominator else _count)(picture, now)
    _year_before(picture, before)
    chart_axis.along_time(picture, [figure.period for figure in now])
    drawn = [chart.value(figure) for figure in (*now, *before)] + [figure.high for figure in now]
    picture.axis("yaxis", chart_axis.upward(drawn, from_zero=one.denominator is None))
    start = "" if one.denominator is None else "纵轴不从0开始。"
    note = f"{'短横线是上年同期。' if before else ''}{_gaps(now)}{start}"
    return Chart(f"{id}-whole", headlines.whole(view, id), note, picture, tuple(now), by, _alt(view, one.label))


def communities(view: View, id: str) -> Chart:
    """A line a community up to four; above that small multiples on one scale."""
    one = indicator(id)
    by = (view.grain, "community")
    figures = view.figures([id], by)
    series = {name: [f for f in figures if f.community == name] for name in view.filters.communities}
    picture = (_together if len(series) <= MOST_LINES else small_multiples.draw)(view, one, series)
    headline = standing(one, view.figures([id], ("community",)))
    note = "线断开处未报送。" + ("" if one.denominator is None else "纵轴不从0开始。")
    return Chart(f"{id}-communities", headline, note, picture, tuple(figures), by, _alt(view, one.label))


def _gaps(figures: Sequence[Figure]) -> str:
    if all(map(_is_whole, figures)):
        return ""
    missing = sum(bool(figure.missing) for figure in figures)
    return "浅色的一期不完整：" + (f"{missing}期有社区未报送" if missing else "不满一期") + "。"


def _is_whole(figure: Figure) -> bool:
    """Whether a figure of a series rests on a whole period and on all communities asked for."""
    return not figure.missing and periods.is_whole(figure.period)


def _count(picture: Picture, figures: Sequence[Figure]) -> None:
    picture.draw(
        "bar",
        x=list(range(len(figures))),
        y=[chart.value(figure) for figure in figures],
        hovertext=[chart.hover(figure) for figure in figures],
        hoverinfo="text",
        marker={"color": WHOLE, "opacity": [1 if _is_whole(figure) else PALE for figure in figures]},
    )


def _rate(picture: Picture, figures: Sequence[Figure]) -> None:
    picture.draw(
        "scatter",
        **chart.joined(figures),
        mode="lines+markers",
        line={"color": WHOLE, "width": 2.5},
        marker={"size": 7},
    )


def _year_before(picture: Picture, figures: Sequence[Figure]) -> None:
    picture.draw(
        "scatter",
        x=list(range(len(figures))),
        y=[chart.value(figure) for figure in figures],
        hovertext=[chart.hover(figure) for figure in figures],
        hoverinfo="text",
        mode="markers",
        marker={"symbol": "line-ew", "size": 14, "line": {"width": 2, "color": AMBER}},
    )


def _together(view: View, one: Indicator, series: dict[str, list[Figure]]) -> Picture:
    picture = chart.picture(view, chart.titled(one, dates.by_grain(view.grain)), right=104)
    for name, figures in series.items():
        _line(picture, figures, view.colours[name])
    chart_axis.along_time(picture, [figure.period for figure in next(iter(series.values()))])
    drawn = [chart.value(figure) for figures in series.values() for figure in figures]
    scale = chart_axis.upward(drawn, from_zero=one.denominator is None)
    picture.axis("yaxis", scale)
    _end_labels(view, picture, list(series.values()), scale["range"])
    return picture


def _line(picture: Picture, figures: Sequence[Figure], colour: str) -> None:
    picture.draw(
        "scatter",
        **chart.joined(figures),
        mode="lines+markers",
        line={"color": colour, "width": 2.5},
        marker={"size": 5},
    )


def _end_labels(view: View, picture: Picture, series: Sequence[Sequence[Figure]], span: Sequence[float]) -> None:
    """Write each name at the end of its line, in place of a legend, moved apart where lines end together."""
    known = [[(place, f) for place, f in enumerate(figures) if chart.value(f) is not None] for figures in series]
    ends = sorted((line[-1] for line in known if line), key=lambda end: end[1].value or 0)
    apart, lowest = (span[1] - span[0]) * LEAST_APART, span[0]
    for place, figure in ends:
        lowest = max(figure.value or 0, lowest)
        name = figure.community or ""
        text = f"<span style='color:{view.colours[name]}'>●</span> {html_escape(short_name(name))}"
        picture.write(text, x=place, y=lowest, xshift=6)
        lowest += apart


def _alt(view: View, label: str) -> str:
    return f"{label}随时间的变化，{view.choice.words}。数据见图下“表格”。"
