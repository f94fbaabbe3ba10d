"""Puts a picture together in the house's style, as plain values, which nobody checks again when it is shown."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import streamlit as st

from ui.charts.plain_figure import PlainFigure, template
from wording.palette import WHOLE

AMBER = "#C98A1B"  # a year earlier
MUTED = "rgba(128,136,148,0.65)"
FAINT = "rgba(128,136,148,0.30)"
GRID = "rgba(128,136,148,0.20)"
INK = {"light": "#14171C", "dark": "#E8EAED"}
SMALL, SMALLEST = 12, 11
PALE = 0.55  # opacity of a period that is not whole
HEIGHT = 300
FOOT = 34  # pixels for the two lines that explain a screenshot


def ink() -> str:
    """Return the colour of text under the reader's theme.

    Streamlit's theme for Plotly would make it a pale grey, and Plotly cannot follow the text colour of the page by itself.
    """
    return INK.get(st.context.theme.type or "light", INK["light"])


PlainArray = Mapping[str, str]  # Plotly's form of an array: the type of its numbers, and their bytes as text


def plain_array(numbers: Sequence[float | None]) -> PlainArray:
    """Return many numbers as Plotly takes them at once, None as a gap."""
    return _plain_array(np.array(numbers, dtype="<f4"), "f4")


def plain_places(places: Sequence[int]) -> PlainArray:
    """Return many places of points as Plotly takes them at once, in as few bytes as hold the last of them."""
    dtype = "i1" if max(places, default=0) <= np.iinfo("i1").max else "i2"
    return _plain_array(np.array(places, dtype=f"<{dtype}"), dtype)


def _plain_array(numbers: np.ndarray, dtype: str) -> PlainArray:
    return {"dtype": dtype, "bdata": b64encode(numbers.tobytes()).decode()}


@dataclass(frozen=True)
class Picture:
    """Traces and layout, as Plotly's JSON has them, and the colour of its text. Texts given to it are escaped already."""

    layout: dict[str, Any]
    ink: str
    traces: list[dict[str, Any]] = field(default_factory=list)

    @property
    def figure(self) -> PlainFigure:
        """The picture as Streamlit takes it."""
        return PlainFigure(self.traces, self.layout)

    @property
    def floor(self) -> float:
        """The lowest value of the value axis; 0 where nothing was drawn."""
        floor: float = self.layout["yaxis"].get("range", [0])[0]
        return floor

    def draw(self, kind: str, **trace: Any) -> None:
        """Add a trace: bar, scatter, heatmap, sankey."""
        self.traces.append({"type": kind, **trace})

    def share(self, kind: str, **attributes: Any) -> None:
        """Give attributes to all traces of a kind that have none of their own; they are sent once, however many there are."""
        shared, (of_kind, *_) = template(), template()["data"].get(kind, [{}])
        traces = {**shared["data"], kind: [{**of_kind, **attributes}]}
        self.layout["template"] = {**shared, "data": traces}

    def draw_line(
        self,
        points: Mapping[str, Any],
        colour: str,
        *,
        width: float = 2.5,
        dot: int = 5,
        shape: str = "linear",
        marks: Sequence[str] = (),
    ) -> None:
        """Add a line through points, with a dot on each, or the mark named for it."""
        line = {"color": colour, "width": width, "shape": shape}
        self.draw(
            "scatter",
            **points,
            mode="lines+markers",
            line=line,
            marker={"size": dot, **({"symbol": list(marks)} if marks else {})},
        )

    def draw_crosses(self, points: Mapping[str, Any], colour: str, **axes: str) -> None:
        """Add small crosses for numbers that are hidden; nothing where there are none."""
        if points["x"]:
            cross = {"symbol": "x-thin", "size": 6, "line": {"width": 1.5, "color": colour}}
            self.draw("scatter", **points, mode="markers", marker=cross, cliponaxis=False, **axes)

    def axis(self, name: str, settings: Mapping[str, Any]) -> None:
        """Set an axis (xaxis, yaxis, xaxis2), over what it had."""
        self.layout[name] = {
            **QUIET,
            "tickfont": {"size": SMALL, "color": self.ink},
            **self.layout.get(name, {}),
            **settings,
        }

    def write(self, text: str, **place: Any) -> None:
        """Write a text at a place."""
        font = {"size": SMALL, "color": self.ink, **place.pop("font", {})}
        self.layout["annotations"].append(
            {"text": text, "showarrow": False, "align": "left", "xanchor": "left", "font": font, **place}
        )

    def line(self, **place: Any) -> None:
        """Draw a thin dotted line across the picture."""
        self.layout["shapes"].append({"type": "line", "line": {"width": 1, "dash": "dot", "color": WHOLE}, **place})


QUIET = {"zeroline": False, "fixedrange": True, "ticks": "", "automargin": True, "showgrid": False}


def empty(title: str, foot: tuple[str, ...], *, height: int = HEIGHT, axis_room: int = 38, right: int = 18) -> Picture:
    """Return a picture with its title on top and, below its axis, the lines that explain a screenshot."""
    colour = ink()
    picture = Picture({
        "height": height,
        "margin": {"l": 4, "r": right, "t": 34, "b": axis_room + FOOT},
        "title": {"text": title, "font": {"size": 13, "color": colour}, "x": 0, "xref": "container", "y": 1, "yref": "container",
                  "yanchor": "top", "pad": {"t": 8, "l": 2}},
        "font": {"size": SMALL, "color": colour},
        "hoverlabel": {"font": {"size": SMALL}, "align": "left"},
        "showlegend": False, "hovermode": "closest", "dragmode": False, "bargap": 0.28, "annotations": [], "shapes": [],
    }, colour)  # fmt: skip
    picture.axis("xaxis", {})
    picture.axis("yaxis", {"showgrid": True, "gridcolor": GRID})
    picture.write("<br>".join(foot), x=0, y=0, xref="paper", yref="paper", yanchor="top", yshift=-axis_room,
                  font={"size": SMALLEST}, opacity=0.75)  # fmt: skip
    return picture
