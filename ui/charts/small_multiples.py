"""Draws small multiples: one small picture a community on one common scale, its own line dark over the others in grey."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from indicators.model import Figure, Indicator
from ui.charts import chart, chart_axis
from ui.charts.picture import FAINT, GRID, SMALLEST, Picture, plain_array, plain_places
from ui.frame.escape import html_escape
from ui.frame.view import View
from warehouse.communities import short_name
from wording import dates, states

COLUMNS = 2  # two fit a phone as well as a half of a wide screen
ROW_HEIGHT = 104
NAME_ROOM = 22  # pixels above each small picture
LONGEST_NAME = 11  # characters
MOST_DOTS = 24  # periods: beyond, dots would run together
BETWEEN = 0.05  # of the width


@dataclass(frozen=True)
class Subplot:
    """The place of one small picture among the others, and the names of its axes."""

    number: int
    rows: int

    @property
    def suffix(self) -> str:
        return "" if self.number == 0 else str(self.number + 1)

    @property
    def axes(self) -> dict[str, str]:
        return {"xaxis": f"x{self.suffix}", "yaxis": f"y{self.suffix}"}

    @property
    def across(self) -> list[float]:
        width = (1 - BETWEEN * (COLUMNS - 1)) / COLUMNS
        left = self.number % COLUMNS * (width + BETWEEN)
        return [left, min(1, left + width)]

    @property
    def upward(self) -> list[float]:
        top = 1 - self.number // COLUMNS / self.rows
        return [max(0, top - 1 / self.rows), top - NAME_ROOM / (ROW_HEIGHT * self.rows)]


def draw(view: View, indicator: Indicator, series: Mapping[str, Sequence[Figure]]) -> Picture:
    """Return the picture of all communities."""
    rows = -(-len(series) // COLUMNS)
    title = chart.title(indicator, dates.by_grain(view.grain))
    picture = chart.blank_picture(view, title, height=86 + rows * ROW_HEIGHT)
    scale = _scale(indicator, [figure for figures in series.values() for figure in figures])
    _share_lines(picture, series)
    others = {"mode": "lines", "line": {"color": FAINT, "width": 1}, "hoverinfo": "skip"}
    for number, (community, figures) in enumerate(series.items()):
        subplot = Subplot(number, rows)
        _set_axes(picture, subplot, scale, len(figures))
        picture.draw("scatter", **others, **subplot.axes)
        _draw_own(picture, subplot, figures, view.colours[community])
        name = f"<b>{html_escape(_cut(short_name(community)))}</b>"
        picture.write(name, x=subplot.across[0], y=subplot.upward[1], xref="paper", yref="paper", yanchor="bottom")
    _write_ends(picture, next(iter(series.values()), ()))
    return picture


def _scale(indicator: Indicator, figures: Sequence[Figure]) -> dict[str, Any]:
    """Return the one value axis of all pictures, which holds the intervals too where they are drawn."""
    return chart_axis.of_indicator(indicator, figures, intervals=2 if indicator.denominator is None else 3)


def _cut(name: str) -> str:
    """Return a name short enough not to run into the next picture; hovers and tables have it whole."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _set_axes(picture: Picture, subplot: Subplot, scale: Mapping[str, Any], count: int) -> None:
    across = {
        "domain": subplot.across,
        "anchor": f"y{subplot.suffix}",
        "showticklabels": False,
        "range": [-0.5, max(count, 2) - 0.5],
    }
    upward = {"domain": subplot.upward, "anchor": f"x{subplot.suffix}", "showgrid": True, "gridcolor": GRID}
    picture.axis(f"xaxis{subplot.suffix}", across)
    picture.axis(f"yaxis{subplot.suffix}", {**scale, **upward, "showticklabels": subplot.number % COLUMNS == 0})


def _share_lines(picture: Picture, series: Mapping[str, Sequence[Figure]]) -> None:
    """Give the places and values of all lines, as those of one that is broken between them, to every trace without its own.

    They stand behind each community's own: sent with each of thirty, they were two thirds of the page. Where the value is missing
    the line breaks, wherever the place.
    """
    places: list[int] = []
    values: list[float | None] = []
    for figures in series.values():
        line_places, line_values = chart.joined_values(figures)
        places += [*line_places, 0]
        values += [*line_values, None]
    picture.share("scatter", x=plain_places(places), y=plain_array(values))


def _draw_own(picture: Picture, subplot: Subplot, figures: Sequence[Figure], colour: str) -> None:
    picture.draw(
        "scatter",
        **chart.joined_points(figures),
        mode="lines+markers" if len(figures) <= MOST_DOTS else "lines",
        line={"color": colour, "width": 2.2},
        marker={"size": 4, "symbol": chart.marks(figures)},
        **subplot.axes,
    )
    floor = picture.layout[f"yaxis{subplot.suffix}"]["range"][0]
    picture.draw_crosses(chart.hidden_points(figures, floor), colour, **subplot.axes)
    if not any(figure.state == "hidden" or chart.drawn_value(figure) is not None for figure in figures):
        middle = {"x": subplot.across[0], "y": sum(subplot.upward) / 2, "xref": "paper", "yref": "paper"}
        picture.write("、".join(dict.fromkeys(map(states.word, figures))), **middle, yanchor="middle")


def _write_ends(picture: Picture, figures: Sequence[Figure]) -> None:
    """Name the first and the last period below the lowest row, once a column."""
    if not figures:
        return
    first, last = chart_axis.short_label(figures[0].period), chart_axis.short_label(figures[-1].period)
    for column in range(COLUMNS):
        left, right = Subplot(column, 1).across
        below = {"y": 0, "xref": "paper", "yref": "paper", "yanchor": "top", "yshift": -3, "font": {"size": SMALLEST}}
        picture.write(first, x=left, **below)
        picture.write(last, x=right, xanchor="right", **below)
