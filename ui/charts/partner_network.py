"""Draws who works with whom: organisations below each other, an arc between two that held activities together, thicker the more they were."""

from collections.abc import Mapping, Sequence
from math import cos, pi, sin

from indicators.partnerships import LEAST_JOINT, Partnership, closeness, partnerships
from ui.charts import chart, panel
from ui.charts.chart import ChartPanel
from ui.charts.picture import Picture
from ui.frame import data_table, query
from ui.frame.escape import html_escape
from ui.frame.view import View, indicator_of
from warehouse.communities import short_name
from wording import numbers, reports, states
from wording.palette import WHOLE

MOST_NODES = 15
ROW_HEIGHT, TOP_AND_FOOT = 30, 110  # pixels
THINNEST, THICKEST = 1.5, 9.0
ARC_POINTS = 24
LONGEST_NAME = 12  # characters of a label; the whole name stands in the table
HEADER = ("单位", "与", "一起办的活动（场）", "社区")
ID = "joint_activities"


def draw(view: View) -> None:
    """Draw the network and, in its row, the table of all pairs."""
    pairs = query.answer(view.build, partnerships, view.filters)
    rows = [(p.first, p.second, p.count, "、".join(map(short_name, p.communities))) for p in pairs]
    table = data_table.of_rows(HEADER, rows)
    network_panel = network(view, pairs)
    beneath = {panel.TABLE: lambda: data_table.draw(table, name="partners", alt=network_panel.subject)}
    panel.draw(view, network_panel, beneath if rows else None)


def network(view: View, pairs: Sequence[Partnership]) -> ChartPanel:
    """Draw the closest organisations; where no partner was written down, the picture stays empty and the headline says so."""
    names = in_order(pairs)
    shown = [pair for pair in pairs if pair.first in names and pair.second in names]
    picture = chart.blank_picture(
        view, "谁和谁一起办活动（线越粗场次越多）", height=TOP_AND_FOOT + ROW_HEIGHT * max(len(names), 3), axis_room=6
    )
    if names:
        _draw_arcs(view, picture, names, shown)
        _draw_nodes(picture, names, closeness(shown))
    figures = view.figures([ID], ("community",))
    left_out = len(closeness(pairs)) - len(names)
    rest = f"另有{left_out}家单位没有画，见表格。" if left_out > 0 else ""
    note = (
        f"一起办过{LEAST_JOINT}场及以上的才连线；单位取活动登记的主办单位和协办单位，个人不画。"
        f"没有写协办单位的活动看不出。{chart.reported_note(view, ID)}{rest}"
    )
    return ChartPanel(
        "partners", _headline(view, pairs), note, picture, tuple(figures), ("community",), "谁和谁一起办活动"
    )


def in_order(pairs: Sequence[Partnership]) -> list[str]:
    """Return the organisations to draw, the busiest first and then each beside those it is closest to."""
    busiest = list(closeness(pairs))[:MOST_NODES]
    ordered = busiest[:1]
    while len(ordered) < len(busiest):
        ties = {name: _tie(name, ordered, pairs) for name in busiest if name not in ordered}
        ordered.append(max(ties, key=lambda name: (ties[name], -busiest.index(name))))
    return ordered


def _tie(name: str, others: Sequence[str], pairs: Sequence[Partnership]) -> int:
    return sum(
        p.count for p in pairs if (p.first == name and p.second in others) or (p.second == name and p.first in others)
    )


def _draw_arcs(view: View, picture: Picture, names: Sequence[str], pairs: Sequence[Partnership]) -> None:
    most = max((pair.count for pair in pairs), default=1)
    for pair in reversed(pairs):  # the closest on top
        top, bottom = sorted((names.index(pair.first), names.index(pair.second)))
        reach, middle = (bottom - top) / 2, (top + bottom) / 2
        angles = [pi * step / ARC_POINTS - pi / 2 for step in range(ARC_POINTS + 1)]
        picture.draw(
            "scatter",
            x=[cos(angle) * reach / max(len(names) - 1, 1) * 2 for angle in angles],
            y=[middle + sin(angle) * reach for angle in angles],
            mode="lines",
            line={"color": _colour(view, pair), "width": THINNEST + (THICKEST - THINNEST) * pair.count / most},
            opacity=0.6,
            hovertext=f"{html_escape(pair.first)}<br>{html_escape(pair.second)}<br>一起办{pair.count}场",
            hoverinfo="text",
        )


def _draw_nodes(picture: Picture, names: Sequence[str], shared: Mapping[str, int]) -> None:
    picture.draw(
        "scatter",
        x=[0] * len(names),
        y=list(range(len(names))),
        mode="markers",
        marker={"size": 9, "color": WHOLE},
        hovertext=[f"{html_escape(name)}<br>与所画单位一起办{shared.get(name, 0)}场次" for name in names],
        hoverinfo="text",
        cliponaxis=False,
    )
    labels = [html_escape(name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…") for name in names]
    picture.axis(
        "yaxis",
        {"tickvals": list(range(len(names))), "ticktext": labels, "range": [len(names) - 0.5, -0.5], "showgrid": False},
    )
    picture.axis("xaxis", {"visible": False, "range": [-0.03, 1.05]})


def _colour(view: View, pair: Partnership) -> str:
    return view.colours[pair.communities[0]] if len(pair.communities) == 1 else WHOLE


def _headline(view: View, pairs: Sequence[Partnership]) -> str:
    (figure,) = view.figures([ID])
    if figure.value is None:
        return f"{figure.period.label}，合作活动{states.clause(figure)}。"
    if not figure.value:
        return f"{figure.period.label}，活动登记没有写协办单位，看不出谁和谁一起做。"
    counted = (
        f"{figure.period.label}，写了协办单位的活动{numbers.brief(figure, indicator_of(ID))}{reports.note(figure)}"
    )
    if not pairs:
        return f"{counted}，没有两家单位一起办过{LEAST_JOINT}场。"
    closest = [pair for pair in pairs if pair.count == pairs[0].count]
    names = f"{closest[0].first}和{closest[0].second}" if len(closest) == 1 else f"{len(closest)}对并列"
    return (
        f"{counted}，{len(closeness(pairs))}家单位中一起办过{LEAST_JOINT}场及以上的有{len(pairs)}对，"
        f"最多的{'是' if len(closest) == 1 else '有'}{names}（{closest[0].count}场）。"
    )
