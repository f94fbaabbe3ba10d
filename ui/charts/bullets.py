"""Draws whether a promise was kept, as bullets: the target as a pale bar, what was achieved as a dark one on it, what was due by today as a dotted mark.

What must stay below and went beyond is no longest bar: the part beyond is striped, and the words beside it say so.
"""

from collections.abc import Sequence

from indicators.target_progress import TargetProgress
from ui.charts import chart
from ui.charts.bars import ROW_HEIGHT
from ui.charts.chart import ChartPanel
from ui.charts.picture import FAINT, MUTED, Picture
from ui.frame.escape import html_escape
from ui.frame.view import View
from wording import numbers, targets

TARGET_WIDTH, ACHIEVED_WIDTH = 0.42, 0.18  # of a row
LONGEST = 1.6  # times the target, beyond which a bar is cut; its number says how far it goes
NUMBER_ROOM = 0.62  # of the target, behind the longest bar
SUBJECT = "项目指标完成"


def bullets(view: View, all_progress: Sequence[TargetProgress], name: str) -> ChartPanel:
    """Draw the targets of one promise, each on a scale of its own from nothing to the target."""
    picture = chart.blank_picture(
        view, "实际完成与指标值（占指标值的比例）", height=76 + ROW_HEIGHT * len(all_progress), axis_room=4
    )
    picture.layout["barmode"] = "overlay"
    end = max(1.0, *(_drawn(progress) for progress in all_progress))
    picture.axis("xaxis", {"showticklabels": False, "range": [0, end + NUMBER_ROOM]})
    picture.axis("yaxis", {"range": [len(all_progress) - 0.5, -0.72], "showticklabels": False, "showgrid": False})
    _draw_bars(picture, all_progress, view.colours[all_progress[0].target.community])
    for place, progress in enumerate(all_progress):
        _draw_marks(picture, place, progress)
        _write(picture, place, progress)
    figures = tuple(dict.fromkeys(progress.figure for progress in all_progress if progress.figure))
    headline, note = targets.headline(all_progress), targets.note(all_progress)
    return ChartPanel(name, headline, note, picture, figures, ("community",), SUBJECT)


def _draw_bars(picture: Picture, all_progress: Sequence[TargetProgress], colour: str) -> None:
    places, hovers = list(range(len(all_progress))), [_hover(progress) for progress in all_progress]
    common = {"y": places, "orientation": "h", "hovertext": hovers, "hoverinfo": "text"}
    promised = [1.0] * len(all_progress)
    picture.draw("bar", x=promised, width=TARGET_WIDTH, marker={"color": [FAINT] * len(all_progress)}, **common)
    excess = [_drawn(progress) - 1 if progress.is_beyond else 0 for progress in all_progress]
    achieved = [_drawn(progress) - over for progress, over in zip(all_progress, excess, strict=True)]
    picture.draw("bar", x=achieved, width=ACHIEVED_WIDTH, marker={"color": [colour] * len(all_progress)}, **common)
    if any(excess):
        stripes = {"color": colour, "pattern": {"shape": "/", "size": 6, "fgcolor": picture.ink}}
        picture.draw("bar", x=excess, base=promised, width=TARGET_WIDTH, marker=stripes, **common)


def _drawn(progress: TargetProgress) -> float:
    """Return achieved ÷ target as it is drawn; nothing where there is no number."""
    if progress.achieved is None:
        return 0.0
    ratio = progress.achieved / progress.target.value if progress.target.value else float(progress.achieved > 0)
    return max(0.0, min(LONGEST, ratio))


def _draw_marks(picture: Picture, place: int, progress: TargetProgress) -> None:
    """Draw the target as a line, and what was due by today as a dotted one."""
    ends = {"y0": place - TARGET_WIDTH / 2, "y1": place + TARGET_WIDTH / 2, "yref": "y", "xref": "x"}
    picture.layout["shapes"].append(
        {"type": "line", "line": {"width": 2, "color": picture.ink}, "x0": 1, "x1": 1, **ends}
    )
    if progress.expected_share is not None and not progress.is_over:
        dotted = {"width": 2, "dash": "dot", "color": MUTED}
        at = progress.expected_share
        picture.layout["shapes"].append({"type": "line", "line": dotted, "x0": at, "x1": at, **ends})


def _write(picture: Picture, place: int, progress: TargetProgress) -> None:
    """Write the name with the promise above a bullet, and what was achieved behind it."""
    name = f"{targets.name(progress.target)}　{targets.promise(progress.target)}"
    picture.write(html_escape(name), x=0, y=place - TARGET_WIDTH / 2, yanchor="bottom")
    end = max(1.0, _drawn(progress))
    picture.write(html_escape(targets.beside(progress)), x=end, y=place, xshift=5)


def _hover(progress: TargetProgress) -> str:
    """Return the promise, what was achieved and due, and the standing in words, escaped."""
    expected = progress.expected
    due = "" if expected is None else f"按时间应完成 {numbers.rounded(expected, 1)}{progress.target.declaration.unit}"
    lines = [
        f"<b>{html_escape(targets.name(progress.target))}　{html_escape(targets.promise(progress.target))}</b>",
        f"{html_escape(targets.achieved(progress))}　{targets.share(progress)}",
        "" if progress.is_over else due,
        targets.STANDINGS[progress.standing],
        html_escape(f"偏差原因：{progress.target.reason}") if progress.target.reason else "",
        html_escape(f"报送 {targets.gap(progress)}") if targets.gap(progress) else "",
    ]
    return "<br>".join(filter(None, lines))
