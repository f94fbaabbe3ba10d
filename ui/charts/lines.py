"""Draws how a figure developed: the whole with a year earlier beside it, one line a community."""

from collections.abc import Mapping, Sequence

from indicators.model import Figure, Indicator
from ui.charts import chart, chart_axis, headlines, small_multiples
from ui.charts.chart import ChartPanel
from ui.charts.picture import AMBER, PALE, Picture
from ui.frame.escape import html_escape
from ui.frame.view import View, indicator_of
from warehouse.communities import short_name
from wording import dates
from wording.headlines import standing
from wording.palette import WHOLE
from wording.states import WORDS, word

MOST_LINES = 4
MOST_PICTURES = 60  # each has the lines of all behind it: of 300 communities a chart would be 14 MB
LEAST_APART = 0.075  # of the height, between two names at line ends


def whole(view: View, id: str) -> ChartPanel:
    """Draw all communities together: columns for counts, a line with its range for rates, a year earlier as a thin mark."""
    indicator, by = indicator_of(id), (view.grain,)
    now, former = view.figures([id], by), view.comparable_before(id, by)
    before = [figure for figure in former if figure]
    picture = chart.blank_picture(view, chart.title(indicator, dates.by_grain(view.grain)))
    if indicator.denominator:
        picture.draw_line(chart.joined_points(now), WHOLE, dot=7, marks=chart.marks(now))
    else:
        _draw_columns(picture, now)
    _draw_year_before(picture, former)
    chart_axis.along_time(picture, [figure.period for figure in now])
    picture.axis("yaxis", chart_axis.of_indicator(indicator, [*now, *before]))
    picture.draw_crosses(chart.hidden_points(now, picture.floor), WHOLE)
    partial = chart.partial_note(now) if indicator.denominator else _incomplete(now)
    note = f"{chart.reported_note(view, id)}{_former_note(indicator, former)}{partial}{chart.hidden_note(now)}{cut_axis_note(picture)}"
    return ChartPanel(
        f"{id}-whole", headlines.whole(view, id), note, picture, tuple(now), by, _subject(view, indicator)
    )


def communities(view: View, id: str) -> ChartPanel:
    """Draw a line a community up to four; above that small multiples on one scale, at most as many as a page can carry."""
    indicator, by = indicator_of(id), (view.grain, "community")
    of_window = view.figures([id], ("community",))
    series = _largest(view.series(id), of_window)
    figures = tuple(view.figures([id], by))
    picture = _picture(view, indicator, series) if chart.has_numbers(figures) else chart.blank_picture(view, "")
    headline = standing(indicator, of_window)
    gaps = f"{broken_note(figures)}{chart.hidden_note(figures)}{chart.partial_note(figures)}"
    more = f"共{len(of_window)}个社区，只画数最大的{MOST_PICTURES}个，其余见表格，或在上面选社区。"
    left_out = more if len(series) < len(of_window) else ""
    note = f"{chart.reported_note(view, id)}{gaps}{left_out}{cut_axis_note(picture)}"
    return ChartPanel(f"{id}-communities", headline, note, picture, figures, by, f"各社区{_subject(view, indicator)}")


def _picture(view: View, indicator: Indicator, series: Mapping[str, Sequence[Figure]]) -> Picture:
    return (_together if len(series) <= MOST_LINES else small_multiples.draw)(view, indicator, series)


def _largest(series: Mapping[str, list[Figure]], of_window: Sequence[Figure]) -> Mapping[str, list[Figure]]:
    """Return the series of the communities with the largest numbers in the window, in their order; all where they are few enough."""
    by_value = sorted(of_window, key=lambda figure: (figure.value is None, -(figure.value or 0)))
    drawn = {figure.community for figure in by_value[:MOST_PICTURES]}
    is_many = len(series) > MOST_PICTURES
    return {name: figures for name, figures in series.items() if name in drawn} if is_many else series


def broken_note(figures: Sequence[Figure]) -> str:
    """Return why lines are broken; nothing where none is."""
    reasons = dict.fromkeys(word(figure) for figure in figures if figure.state == "not_reported")
    return f"线断开处{'或'.join(reasons)}。" if reasons else ""


def cut_axis_note(picture: Picture) -> str:
    """Return the warning that a value axis needs that begins above zero, or nothing."""
    return "纵轴不从0开始。" if picture.floor > 0 else ""


def _incomplete(figures: Sequence[Figure]) -> str:
    """Return why columns are pale, where any is; periods without a column are none of them."""
    pale = [figure for figure in figures if chart.drawn_value(figure) and chart.is_partial(figure)]
    if not pale:
        return ""
    counts = {
        "有社区未报送": sum(not figure.coverage.is_full for figure in pale),
        "没有写全": sum(figure.coverage.is_full and bool(figure.coverage.half_filled) for figure in pale),
    }
    reasons = [f"{count}期{reason}" for reason, count in counts.items() if count]
    return f"浅色的一期不完整：{'，'.join(reasons) or '不满一期'}。"


def _draw_columns(picture: Picture, figures: Sequence[Figure]) -> None:
    opacity = [PALE if chart.is_partial(figure) else 1 for figure in figures]
    picture.draw("bar", **chart.points(figures), marker={"color": WHOLE, "opacity": opacity})


def _former_note(indicator: Indicator, former: Sequence[Figure | None]) -> str:
    """Return what the dashes are, and for how many periods none is drawn because other months, or by other rules, were reported then."""
    compared = [figure for figure in former if figure]
    hidden = sum(figure.state == "hidden" for figure in compared)
    others = len(former) - len(compared)
    left_out = f"；{others}期两年报送范围{'或规则' if indicator.rules else ''}不同，不画" if others else ""
    left_out += f"；{hidden}期上年{WORDS['hidden']}，不画" if hidden else ""
    return f"短横线是上年同期{left_out}。" if any(figure.value is not None for figure in compared) else ""


def _draw_year_before(picture: Picture, former: Sequence[Figure | None]) -> None:
    dash = {"symbol": "line-ew", "size": 14, "line": {"width": 2, "color": AMBER}}
    places = [place for place, figure in enumerate(former) if figure]
    points = {**chart.points([figure for figure in former if figure]), "x": places}
    picture.draw("scatter", **points, mode="markers", marker=dash)


def _together(view: View, indicator: Indicator, series: Mapping[str, Sequence[Figure]]) -> Picture:
    picture = chart.blank_picture(view, chart.title(indicator, dates.by_grain(view.grain)), right=104)
    for community, figures in series.items():
        picture.draw_line(chart.joined_points(figures), view.colours[community], marks=chart.marks(figures))
    chart_axis.along_time(picture, [figure.period for figure in next(iter(series.values()))])
    scale = chart_axis.of_indicator(indicator, [figure for figures in series.values() for figure in figures])
    picture.axis("yaxis", scale)
    for community, figures in series.items():
        picture.draw_crosses(chart.hidden_points(figures, picture.floor), view.colours[community])
    _write_names(view, picture, list(series.values()), scale["range"])
    return picture


def _write_names(view: View, picture: Picture, series: Sequence[Sequence[Figure]], scale: Sequence[float]) -> None:
    """Write each name at the end of its line, in place of a legend, moved apart where lines end together."""
    known = [[(place, f) for place, f in enumerate(line) if chart.drawn_value(f) is not None] for line in series]
    ends = sorted((line[-1] for line in known if line), key=lambda end: end[1].value or 0)
    apart, lowest = (scale[1] - scale[0]) * LEAST_APART, scale[0]
    for place, figure in ends:
        lowest = max(figure.value or 0, lowest)
        community = figure.community or ""
        text = f"<span style='color:{view.colours[community]}'>●</span> {html_escape(short_name(community))}"
        picture.write(text, x=place, y=lowest, xshift=6)
        lowest += apart


def _subject(view: View, indicator: Indicator) -> str:
    return f"{indicator.label}{dates.by_grain(view.grain)}变化"
