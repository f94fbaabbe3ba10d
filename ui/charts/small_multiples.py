"""Small multiples: one small picture a community on one common scale, its own line dark over the others in grey."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from indicators.model import Figure, Indicator
from ui.charts import chart, chart_axis
from ui.charts.picture import FAINT, GRID, SMALLEST, Picture
from ui.frame.escape import html_escape
from ui.frame.view import View
from warehouse.communities import short_name
from wording import dates

COLUMNS = 2  # two fit a phone as well as a half of a wide screen
ROW_HEIGHT = 104
NAME_ROOM = 22  # pixels above each small picture
LONGEST = 11  # characters of a name
BETWEEN = 0.05  # of the width


@dataclass(frozen=True)
class Cell:
    """Where one small picture lies and how its axes are called."""

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


def draw(view: View, one: Indicator, series: Mapping[str, Sequence[Figure]]) -> Picture:
    """Return the picture of all communities."""
    rows = -(-len(series) // COLUMNS)
    picture = chart.picture(view, chart.titled(one, dates.by_grain(view.grain)), height=86 + rows * ROW_HEIGHT)
    every = [figure for figures in series.values() for figure in figures]
    drawn = [chart.value(f) for f in every] + [
        end for f in every if one.interval for end in (f.low, f.high) if end is not None
    ]
    scale = chart_axis.upward(drawn, from_zero=one.denominator is None, intervals=2 if one.denominator is None else 3)
    for number, (name, figures) in enumerate(series.items()):
        cell = Cell(number, rows)
        _axes(picture, cell, scale, len(figures))
        _others(picture, cell, series)
        _own(picture, cell, figures, view.colours[name])
        title = f"<b>{html_escape(_cut(short_name(name)))}</b>"
        picture.write(title, x=cell.across[0], y=cell.upward[1], xref="paper", yref="paper", yanchor="bottom")
    _ends(picture, next(iter(series.values()), ()))
    return picture


def _cut(name: str) -> str:
    """A long name would run into the next picture; hovers and tables have it whole."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def _axes(picture: Picture, cell: Cell, scale: Mapping[str, Any], count: int) -> None:
    across = {
        "domain": cell.across,
        "anchor": f"y{cell.suffix}",
        "showticklabels": False,
        "range": [-0.5, max(count, 2) - 0.5],
    }
    upward = {"domain": cell.upward, "anchor": f"x{cell.suffix}", "showgrid": True, "gridcolor": GRID}
    picture.axis(f"xaxis{cell.suffix}", across)
    picture.axis(f"yaxis{cell.suffix}", {**scale, **upward, "showticklabels": cell.number % COLUMNS == 0})


def _others(picture: Picture, cell: Cell, series: Mapping[str, Sequence[Figure]]) -> None:
    """All communities as one thin grey trace, broken between them."""
    places, values = [], []
    for figures in series.values():
        line = chart.joined(figures)
        places += [*line["x"], None]
        values += [*line["y"], None]
    thin = {"color": FAINT, "width": 1}
    picture.draw("scatter", x=places, y=values, mode="lines", line=thin, hoverinfo="skip", **cell.axes)


def _own(picture: Picture, cell: Cell, figures: Sequence[Figure], colour: str) -> None:
    picture.draw(
        "scatter",
        **chart.joined(figures),
        mode="lines+markers" if len(figures) <= 24 else "lines",
        line={"color": colour, "width": 2.2},
        marker={"size": 4},
        **cell.axes,
    )


def _ends(picture: Picture, figures: Sequence[Figure]) -> None:
    """Name the first and the last period below the lowest row, once a column."""
    if not figures:
        return
    first, last = chart_axis.short_label(figures[0].period), chart_axis.short_label(figures[-1].period)
    for column in range(COLUMNS):
        left, right = Cell(column, 1).across
        below = {"y": 0, "xref": "paper", "yref": "paper", "yanchor": "top", "yshift": -3, "font": {"size": SMALLEST}}
        picture.write(first, x=left, **below)
        picture.write(last, x=right, xanchor="right", **below)
