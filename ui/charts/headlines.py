"""Asks a page's view for the figures that a headline needs; the sentences themselves are those of every file."""

from collections.abc import Sequence

from indicators.model import Figure
from ui.frame.view import View, indicator_of
from wording import headlines, reports
from wording.community_names import counted_words
from wording.numbers import brief


def whole(view: View, id: str) -> str:
    """Return how much, against a year before, who contributes most, and the tested trend."""
    (now,), comparison = view.figures([id]), view.comparisons([id]).get(id)
    grain, series = view.tested_series(id)[None]
    communities = view.figures([id], ("community",))
    return headlines.whole(indicator_of(id), now, comparison, communities, series, grain)


def trends(view: View, id: str) -> str:
    """Return which communities rise or fall, tested."""
    return headlines.trends(indicator_of(id), view.tested_series(id, "community"))


def leaders(view: View, ids: Sequence[str]) -> str:
    """Return which communities carry most of these indicators."""
    return headlines.leaders({indicator_of(id): view.figures([id], ("community",)) for id in ids})


def money(view: View) -> str:
    """Return what was received and spent in the window, and how much of all money has been used."""
    received, spent, ratio = view.figures(("cash_received", "money_spent", "use_ratio"))
    clauses = [
        f"{received.period.label}，{counted_words(received)}到账{_brief(received)}",
        f"{counted_words(spent)}支出{_brief(spent)}",
    ]
    if ratio.value is not None:
        clauses.append(f"{counted_words(ratio)}累计善款使用率{_brief(ratio)}")
    return f"{'，'.join(clauses)}。"


def _brief(figure: Figure) -> str:
    return f"{brief(figure, indicator_of(figure.indicator))}{reports.note(figure)}"


def balance(view: View) -> str:
    """Return what is left at the end, against a year before."""
    return whole(view, "fund_balance")
