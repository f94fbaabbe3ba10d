"""Received − used = balance: columns up and down, the balance as a step line on the same scale."""

from collections.abc import Sequence

from indicators.model import Figure
from ui.charts import chart, chart_axis, headlines
from ui.charts.chart import Chart
from ui.charts.picture import WHOLE, Picture
from ui.frame.view import View
from wording import dates

UP, DOWN, LEFT = "cash_received", "money_spent", "fund_balance"
RECEIVED, SPENT = "#1EAA64", "#E66E00"


def balance(view: View) -> Chart:
    """Money of all communities chosen, over time."""
    by = (view.grain,)
    figures = view.figures((UP, DOWN, LEFT), by)
    came, went, left = (chart.of(figures, id) for id in (UP, DOWN, LEFT))
    picture = chart.picture(view, f"到账、支出与余额（元，{dates.by_grain(view.grain)}）")
    _columns(picture, came, RECEIVED, 1)
    _columns(picture, went, SPENT, -1)
    _line(picture, left)
    chart_axis.along_time(picture, [figure.period for figure in came])
    drawn = [chart.value(f) for f in (*came, *left)] + [-(chart.value(f) or 0) for f in went]
    picture.axis("yaxis", chart_axis.upward(drawn, from_zero=True))
    picture.layout["barmode"] = "relative"
    note = "向上的绿柱是到账现金，向下的橙柱是支出，折线是期末余额；余额＝累计到账−累计支出。"
    return Chart(
        "balance",
        headlines.balance(view),
        note,
        picture,
        tuple(figures),
        by,
        f"到账、支出与余额，{view.choice.words}。",
    )


def _columns(picture: Picture, figures: Sequence[Figure], colour: str, sign: int) -> None:
    picture.draw(
        "bar",
        x=list(range(len(figures))),
        y=[None if chart.value(figure) is None else sign * (chart.value(figure) or 0) for figure in figures],
        hovertext=[chart.hover(figure) for figure in figures],
        hoverinfo="text",
        marker={"color": colour},
    )


def _line(picture: Picture, figures: Sequence[Figure]) -> None:
    picture.draw(
        "scatter",
        x=list(range(len(figures))),
        y=[chart.value(figure) for figure in figures],
        hovertext=[chart.hover(figure) for figure in figures],
        hoverinfo="text",
        mode="lines+markers",
        line={"color": WHOLE, "width": 2.5, "shape": "hvh"},
        marker={"size": 5},
    )
