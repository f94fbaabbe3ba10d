"""A chart: a picture, the sentence that says what it shows, and the figures it is drawn from.

What all pictures share: a title with the unit, a thin grid, words in the picture that explain a screenshot, text of data escaped.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from indicators.model import Figure, Indicator
from ui import words
from ui.escape import html_escape
from ui.view import View, indicator

HEIGHT = 300
WHOLE = "#5B7C99"  # all communities together: no community has this colour
AMBER = "#C98A1B"  # a year earlier
MUTED = "rgba(128,136,148,0.65)"
FAINT = "rgba(128,136,148,0.30)"
GRID = "rgba(128,136,148,0.20)"
INK = {"light": "#14171C", "dark": "#E8EAED"}
SMALL, SMALLEST = 12, 11
# The one button left above a picture, in Chinese: Plotly takes its dictionary from the configuration.
CONFIG = {
    "displaylogo": False,
    "locale": "zh-CN",
    "locales": {"zh-CN": {"dictionary": {"Download plot as a PNG": "下载图片", "Download plot as a png": "下载图片"}}},
    "modeBarButtons": [["toImage"]],
    "scrollZoom": False,
    "doubleClick": False,
    "toImageButtonOptions": {"format": "png", "scale": 2},
}


@dataclass(frozen=True)
class Chart:
    """`name` tells it apart on its page; `by` is how its figures are split; `alt` is read out instead of the picture."""

    name: str
    headline: str
    note: str
    picture: go.Figure
    figures: tuple[Figure, ...]
    by: tuple[str, ...]
    alt: str


def ink() -> str:
    """Return the colour of text under the reader's theme; Plotly would make it a pale grey."""
    return INK.get(st.context.theme.type or "light", INK["light"])


def picture(view: View, title: str, *, height: int = HEIGHT, axis_room: int = 24, right: int = 12) -> go.Figure:
    """Return an empty picture in the house's style. Below it stands what a screenshot needs to explain itself."""
    canvas = go.Figure()
    canvas.update_layout(
        height=height,
        margin={"l": 4, "r": right, "t": 34, "b": axis_room + 34},
        title={"text": title, "font": {"size": 13, "color": ink()}, "x": 0, "xref": "container", "y": 1, "yref": "container",
               "yanchor": "top", "pad": {"t": 8, "l": 2}},
        font={"size": SMALL, "color": ink()},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
        hoverlabel={"font": {"size": SMALL}, "align": "left"},
        bargap=0.28,
        uirevision="fixed",
    )  # fmt: skip
    quiet = {"zeroline": False, "fixedrange": True, "ticks": "", "automargin": True, "tickfont": {"size": SMALL, "color": ink()}}
    canvas.update_xaxes(showgrid=False, **quiet)
    canvas.update_yaxes(gridcolor=GRID, **quiet)
    label(canvas, "<br>".join(map(html_escape, view.picture_words)), x=0, y=0, xref="paper", yref="paper", yanchor="top", yshift=-axis_room,
          font={"size": SMALLEST}, opacity=0.75)  # fmt: skip
    return canvas


def label(canvas: go.Figure, text: str, **place: Any) -> None:
    """Write text, already escaped, at a place in a picture."""
    font = {"size": SMALL, "color": ink()} | place.pop("font", {})
    canvas.add_annotation(**{"text": text, "showarrow": False, "align": "left", "xanchor": "left", "font": font} | place)


def hover(figure: Figure) -> str:
    """Return the full number with unit, both sides and what is missing, escaped."""
    one = indicator(figure.indicator)
    heading = "，".join(filter(None, (words.name(figure.community or ""), figure.category, figure.period.label)))
    sides, interval = words.sides(figure), words.interval(figure, one)
    lines = [
        f"<b>{html_escape(heading)}</b>",
        f"{one.label} {words.full(figure, one)}" + (f"（{sides}）" if sides else ""),
        f"95%区间 {interval}" if interval else "",
        f"未报送：{html_escape(_listed(figure.missing))}" if figure.missing else "",
    ]
    return "<br>".join(filter(None, lines))


def _listed(names: Sequence[str], most: int = 4) -> str:
    short = [words.name(name) for name in names[:most]]
    return "、".join(short) + (f"等{len(names)}个" if len(names) > most else "")


def titled(one: Indicator, split: str = "") -> str:
    """Return the title of a picture with its unit: 参与人次（人次，按月）."""
    return f"{one.label}（{'，'.join(filter(None, (one.unit, split)))}）"


def value(figure: Figure) -> float | None:
    """Return what is drawn: the number, or None, a gap, for every other state."""
    return figure.value if figure.state == "ok" else None


def joined(figures: Sequence[Figure]) -> dict[str, Any]:
    """Return places, values and hovers of a line: broken where not reported, passed over where nobody was asked."""
    shown = [(place, figure) for place, figure in enumerate(figures) if figure.state != "no_sample"]
    return {
        "x": [place for place, _ in shown],
        "y": [value(figure) for _, figure in shown],
        "hovertext": [hover(figure) for _, figure in shown],
        "hoverinfo": "text",
        "error_y": ranges([figure for _, figure in shown]) if any(indicator(f.indicator).interval for _, f in shown) else None,
    }


def of(figures: Sequence[Figure], id: str) -> list[Figure]:
    """Return the figures of one indicator."""
    return [figure for figure in figures if figure.indicator == id]


def is_empty(figures: Sequence[Figure]) -> bool:
    """Whether there is nothing to draw."""
    return not any(figure.state in ("ok", "hidden") for figure in figures)


def ranges(figures: Sequence[Figure]) -> dict[str, Any]:
    """Return error bars from low to high: the interval of a share, or the span of a number that cannot be known exactly."""
    above = [(f.high - f.value) if f.high is not None and f.value is not None else 0 for f in figures]
    below = [(f.value - f.low) if f.low is not None and f.value is not None else 0 for f in figures]
    return {"array": above, "arrayminus": below, "symmetric": False, "width": 0, "thickness": 1.5, "color": MUTED}
