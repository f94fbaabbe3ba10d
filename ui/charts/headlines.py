"""Asks a page's view for the figures that a headline needs; the sentences themselves are those of every file."""

from collections.abc import Sequence

from indicators.model import Grain
from ui.frame.view import View, indicator
from wording import headlines
from wording.numbers import brief


def whole(view: View, id: str) -> str:
    """Return how much, against a year before, who contributes most, and the trend by quarter or year."""
    (now,), before = view.figures([id]), next(iter(view.year_before([id])), None)
    grain: Grain = "quarter" if view.grain == "month" else view.grain
    communities = view.figures([id], ("community",))
    return headlines.whole(indicator(id), now, before, communities, view.figures([id], (grain,)), grain)


def trends(view: View, id: str) -> str:
    """Return which communities rise or fall, tested by the grain of the view."""
    figures = view.figures([id], (view.grain, "community"))
    series = {name: [f for f in figures if f.community == name] for name in view.filters.communities}
    return headlines.trends(indicator(id), series)


def leaders(view: View, ids: Sequence[str]) -> str:
    """Return which communities carry most of these indicators."""
    return headlines.leaders({indicator(id): view.figures([id], ("community",)) for id in ids})


def money(view: View) -> str:
    """Return what was received and spent in the window, and how much of all money has been used."""
    received, spent, ratio = view.figures(("cash_received", "money_spent", "use_ratio"))
    clauses = [f"{received.period.label}，到账{brief(received, indicator(received.indicator))}"]
    clauses.append(f"支出{brief(spent, indicator(spent.indicator))}")
    if ratio.value is not None:
        clauses.append(f"累计善款使用率{brief(ratio, indicator(ratio.indicator))}")
    return f"{'，'.join(clauses)}。"


def balance(view: View) -> str:
    """Return what is left at the end, against a year before."""
    return whole(view, "fund_balance")
