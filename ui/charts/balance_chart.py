"""Draws received − used = balance: columns up and down, the balance as a step line on the same scale."""

from collections.abc import Sequence

from indicators.model import Figure
from ui.charts import chart, chart_axis, headlines
from ui.charts.chart import ChartPanel
from ui.charts.picture import PALE
from ui.frame.view import View
from wording import dates
from wording.palette import WHOLE

RECEIVED, SPENT, BALANCE = "cash_received", "money_spent", "fund_balance"
RECEIVED_COLOUR, SPENT_COLOUR = "#1EAA64", "#E66E00"


def balance(view: View) -> ChartPanel:
    """Draw the money of all communities chosen, over time."""
    by = (view.grain,)
    figures = view.figures((RECEIVED, SPENT, BALANCE), by)
    received, spent, left = (chart.of_indicator(figures, id) for id in (RECEIVED, SPENT, BALANCE))
    picture = chart.blank_picture(view, f"到账、支出与余额（元，{dates.by_grain(view.grain)}）")
    picture.draw("bar", **chart.points(received), marker=_marker(RECEIVED_COLOUR, received))
    picture.draw("bar", **{**chart.points(spent), "y": _below_zero(spent)}, marker=_marker(SPENT_COLOUR, spent))
    picture.draw_line(chart.points(left), WHOLE, shape="hvh")
    drawn = [*map(chart.drawn_value, (*received, *left)), *_below_zero(spent)]
    picture.axis("yaxis", chart_axis.upward(drawn, from_zero=True))
    picture.layout["barmode"] = "relative"  # received upwards and spent downwards from one place
    chart_axis.along_time(picture, [figure.period for figure in received])
    note = f"{chart.reported_note(view, BALANCE)}向上的绿柱是到账现金，向下的橙柱是支出，折线是期末余额；余额＝累计到账−累计支出。"
    if any(map(chart.is_partial, (*received, *spent))):
        note += "浅色的一期不满一期，或有社区未报送。"
    return ChartPanel("balance", headlines.balance(view), note, picture, tuple(figures), by, "到账、支出与余额")


def _marker(colour: str, figures: Sequence[Figure]) -> dict[str, object]:
    return {"color": colour, "opacity": [PALE if chart.is_partial(figure) else 1 for figure in figures]}


def _below_zero(figures: Sequence[Figure]) -> list[float | None]:
    values = map(chart.drawn_value, figures)
    return [None if value is None else -value for value in values]
