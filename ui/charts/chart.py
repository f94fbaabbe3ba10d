"""A chart is a picture, the sentence that says what it shows, and the figures it is drawn from.

Here is what all charts share: titles with units, hovers with both sides, gaps where nothing is known, text of data escaped.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from indicators import periods, tables
from indicators.model import Figure, Indicator
from ui.charts.picture import MUTED, Picture, empty
from ui.frame.escape import html_escape
from ui.frame.view import View, indicator_of
from warehouse.communities import short_name
from wording import numbers, reports
from wording.sentences import window_words
from wording.states import CLAUSES, WORDS, absences

# Leaves one button above a picture and says it in Chinese: Plotly takes its dictionary from here, Streamlit ships none.
CONFIG = {
    "displaylogo": False,
    "locale": "zh-CN",
    "locales": {"zh-CN": {"dictionary": {"Download plot as a PNG": "下载图片", "Download plot as a png": "下载图片"}}},
    "modeBarButtons": [["toImage"]],
    "scrollZoom": False,
    "doubleClick": False,
    "toImageButtonOptions": {"format": "png", "scale": 2},
}
MOST_NAMED = 4  # communities or spans of months in a hover


@dataclass(frozen=True)
class ChartPanel:
    """What a panel draws. `name` tells it apart on its page; `by` is how its figures are split; `subject` names what it shows.

    `narrow` is the HTML that stands in place of the picture on a phone; without it the picture does.
    """

    name: str
    headline: str
    note: str
    picture: Picture
    figures: tuple[Figure, ...]
    by: tuple[str, ...]
    subject: str
    narrow: str = ""


def blank_picture(view: View, title: str, **size: int) -> Picture:
    """Return an empty picture that says what it shows, for whom and when."""
    return empty(html_escape(title), tuple(map(html_escape, view.picture_words)), **size)


def title(indicator: Indicator, split: str = "") -> str:
    """Return the title of a picture with its unit: 参与人次（人次，按月）."""
    return f"{indicator.label}（{'，'.join(filter(None, (indicator.unit, split)))}）"


def alt(view: View, subject: str) -> str:
    """Return what is read out instead of a picture, and where its numbers are."""
    return f"{subject}，{view.choice.words}。数据见图下“表格”。"


@lru_cache(20_000)
def hover(figure: Figure) -> str:
    """Return the full number with unit, both sides and what is missing, escaped; remembered, for windows share their whole months."""
    indicator = indicator_of(figure.indicator)
    parts = (short_name(figure.community or ""), figure.category, window_words(figure, indicator))
    heading = "，".join(filter(None, parts))
    sides, interval, gap = numbers.sides(figure), numbers.interval(figure, indicator), reports.gap(figure)
    lines = [
        f"<b>{html_escape(heading)}</b>",
        f"{indicator.label} {numbers.full(figure, indicator)}" + (f"（{sides}）" if sides else ""),
        f"95%区间 {interval}" if interval else "",
        numbers.range_words(figure, indicator) if numbers.has_no_end(figure, indicator) else "",
        *(f"{word}：{html_escape(_listed(names))}" for word, names in absences(figure).items()),
        f"报送 {gap}" if gap else "",
    ]
    return "<br>".join(filter(None, lines))


def _listed(lacking: Sequence[str]) -> str:
    """Return who or which months a figure lacks, the first of many."""
    parts = reports.names(lacking).split("、")
    return f"{'、'.join(parts[:MOST_NAMED])}等{len(lacking)}个" if len(parts) > MOST_NAMED else "、".join(parts)


def drawn_value(figure: Figure) -> float | None:
    """Return what is drawn: the number, or None, a gap, for every other state."""
    return figure.value if figure.state == "ok" else None


def is_partial(figure: Figure) -> bool:
    """Return whether a figure of a series covers less than its period, the reports asked for or their rows; surveys are held now and then."""
    if not periods.is_whole(figure.period) or figure.coverage.half_filled:
        return True
    is_monthly, is_of_period = _reporting(figure.indicator)
    if not is_monthly:
        return False
    return not figure.coverage.is_full if is_of_period else bool(figure.missing)


@cache
def _reporting(id: str) -> tuple[bool, bool]:
    """Return whether what an indicator counts is reported month by month, and whether it is of a period; asked of thousands of points."""
    indicator = indicator_of(id)
    return tables.is_monthly(indicator.numerator.table), indicator.is_of_period


def partial_note(figures: Sequence[Figure]) -> str:
    """Return what a hollow point is, where there is one among the numbers drawn."""
    drawn = [figure for figure in figures if drawn_value(figure) is not None]
    others = "、没有写全" if any(figure.coverage.half_filled for figure in drawn) else ""
    return f"空心点不满一期，或有的月份未报送{others}。" if others or any(map(is_partial, drawn)) else ""


def reported_note(view: View, id: str) -> str:
    """Return how much was reported behind all that a picture shows of an indicator, where it is less than was asked for."""
    (whole,) = view.figures([id])
    return f"报送{reports.gap(whole)}。" if reports.gap(whole) else ""


def hidden_note(figures: Sequence[Figure]) -> str:
    """Return what the crosses are, where a number is hidden; nothing where none is."""
    hidden = sum(figure.state == "hidden" for figure in figures)
    return f"×是{WORDS['hidden']}的{hidden}处（{CLAUSES['hidden']}），不是0，也不是未报送。" if hidden else ""


def hidden_points(figures: Sequence[Figure], floor: float) -> dict[str, Any]:
    """Return the places of hidden numbers, on the floor of the picture, so that they are told from what was not reported."""
    hidden = [(place, figure) for place, figure in enumerate(figures) if figure.state == "hidden"]
    return {**_points(hidden), "y": [floor] * len(hidden)}


def points(figures: Sequence[Figure]) -> dict[str, Any]:
    """Return places, values and hovers, a place for each figure in its order; a gap where there is no number."""
    return _points(list(enumerate(figures)))


def marks(figures: Sequence[Figure]) -> list[str]:
    """Return the marks on the points of a line: hollow where a figure is partial."""
    return ["circle-open" if is_partial(figure) else "circle" for figure in figures if figure.state != "no_sample"]


def joined_points(figures: Sequence[Figure]) -> dict[str, Any]:
    """Return the points of a line with its ranges: broken where not reported, passed over where nobody was asked."""
    placed = _joined(figures)
    has_intervals = any(indicator_of(id).interval for id in {figure.indicator for _, figure in placed})
    points = _points(placed)
    return points | {"error_y": error_bars([figure for _, figure in placed])} if has_intervals else points


def joined_values(figures: Sequence[Figure]) -> tuple[list[int], list[float | None]]:
    """Return the places and values of a line, as `joined_points` does, of which nothing is said when a reader points at it."""
    placed = _joined(figures)
    return [place for place, _ in placed], [drawn_value(figure) for _, figure in placed]


def _joined(figures: Sequence[Figure]) -> list[tuple[int, Figure]]:
    return [(place, figure) for place, figure in enumerate(figures) if figure.state != "no_sample"]


def _points(placed: Sequence[tuple[int, Figure]]) -> dict[str, Any]:
    return {
        "x": [place for place, _ in placed],
        "y": [drawn_value(figure) for _, figure in placed],
        "hovertext": [hover(figure) for _, figure in placed],
        "hoverinfo": "text",
    }


def error_bars(figures: Sequence[Figure]) -> dict[str, Any]:
    """Return bars from low to high: the interval of a share, or the span of a number that cannot be known exactly."""
    above = [(f.high - f.value) if f.high is not None and f.value is not None else 0 for f in figures]
    below = [(f.value - f.low) if f.low is not None and f.value is not None else 0 for f in figures]
    return {"array": above, "arrayminus": below, "symmetric": False, "width": 0, "thickness": 1.5, "color": MUTED}


def of_indicator(figures: Sequence[Figure], id: str) -> list[Figure]:
    """Return the figures of one indicator."""
    return [figure for figure in figures if figure.indicator == id]


def has_numbers(figures: Sequence[Figure]) -> bool:
    """Return whether there is a number other than 0; a picture without any is not shown, and need not be drawn."""
    return any(figure.value for figure in figures)


def is_empty(panel: ChartPanel) -> bool:
    """Return whether there is nothing to draw: no number but 0, or a picture without anything in it."""
    return not panel.picture.traces or not has_numbers(panel.figures)


def is_all_hidden(panel: ChartPanel) -> bool:
    """Return whether there is nothing to draw because numbers are hidden."""
    return is_empty(panel) and any(figure.state == "hidden" for figure in panel.figures)
