"""A chart: a picture, the sentence that says what it shows, and the figures it is drawn from.

What all charts share: titles with units, hovers with both sides, gaps where nothing is known, text of data escaped.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from indicators.model import Figure, Indicator
from ui.charts.picture import MUTED, Picture, empty
from ui.frame.escape import html_escape
from ui.frame.view import View, indicator
from warehouse.communities import short_name
from wording import numbers

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
    picture: Picture
    figures: tuple[Figure, ...]
    by: tuple[str, ...]
    alt: str


def picture(view: View, title: str, **size: int) -> Picture:
    """Return an empty picture that says what it shows, for whom and when."""
    return empty(html_escape(title), tuple(map(html_escape, view.picture_words)), **size)


def hover(figure: Figure) -> str:
    """Return the full number with unit, both sides and what is missing, escaped."""
    one = indicator(figure.indicator)
    heading = "，".join(filter(None, (short_name(figure.community or ""), figure.category, figure.period.label)))
    sides, interval = numbers.sides(figure), numbers.interval(figure, one)
    lines = [
        f"<b>{html_escape(heading)}</b>",
        f"{one.label} {numbers.full(figure, one)}" + (f"（{sides}）" if sides else ""),
        f"95%区间 {interval}" if interval else "",
        f"未报送：{html_escape(_listed(figure.missing))}" if figure.missing else "",
    ]
    return "<br>".join(filter(None, lines))


def _listed(names: Sequence[str], most: int = 4) -> str:
    short = [short_name(name) for name in names[:most]]
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
        "error_y": ranges([figure for _, figure in shown])
        if any(indicator(f.indicator).interval for _, f in shown)
        else None,
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
