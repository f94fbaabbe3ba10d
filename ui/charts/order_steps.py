"""Draws how far orders get: asked for, handed out, taken, done, rated, each counted by its own day in the window."""

from collections.abc import Sequence

from indicators.model import Figure
from ui.charts import bars, chart
from ui.charts.chart import ChartPanel
from ui.frame.view import View, indicator_of
from wording import numbers, reports, states

STEPS = {"点单": "orders_placed", "派单": "orders_dispatched", "接单": "orders_accepted", "完成": "orders_completed"}
RATED = "orders_satisfied_share"  # its denominator: the orders that residents rated
FURTHER = ("order_completion_rate", "mean_days_to_accept")


def steps(view: View) -> ChartPanel:
    """Draw the steps of orders as bars below each other, in their order."""
    figures = view.figures((*STEPS.values(), RATED, *FURTHER))
    *taken, rated, completion, days = figures
    amounts = [
        (step, figure.value, chart.hover(figure), states.word(figure))
        for step, figure in zip(STEPS, taken, strict=True)
    ]
    amounts.append(("评单", rated.denominator, chart.hover(rated), states.word(rated)))
    picture = bars.named_bars(view, "四单走到哪一步（单）", amounts)
    note = "每一步按自己的日期计，所以派单、接单、完成里也有以前点的单；点单完成率只看统计期内点的单。"
    headline = _headline(taken, completion, days)
    return ChartPanel(
        "order-steps",
        headline,
        f"{chart.reported_note(view, STEPS['点单'])}{note}",
        picture,
        tuple(figures),
        (),
        "四单走到哪一步",
    )


def _headline(taken: Sequence[Figure], completion: Figure, days: Figure) -> str:
    placed, _, accepted, completed = taken
    if placed.value is None:
        return f"{placed.period.label}，点单数{states.clause(placed)}。"
    counted = f"点单{_brief(placed)}{reports.note(placed)}，接单{_words(accepted)}，完成{_words(completed)}"
    further = "，".join(_further(figure) for figure in (completion, days) if figure.value is not None)
    return f"{placed.period.label}，{counted}{f'；{further}' if further else ''}。"


def _words(figure: Figure) -> str:
    return states.clause(figure) if figure.value is None else _brief(figure)


def _further(figure: Figure) -> str:
    return f"{indicator_of(figure.indicator).label}{_brief(figure)}"


def _brief(figure: Figure) -> str:
    return numbers.brief(figure, indicator_of(figure.indicator))
