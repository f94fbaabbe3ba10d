"""Asks a page's view for the figures that a headline needs; the sentences themselves are those of every file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from indicators.model import Figure
from indicators.survey_modes import ANSWERS, BY_MODE, asked_otherwise, is_of_survey
from ui.frame import query
from ui.frame.view import View, indicator_of
from wording import headlines, reports
from wording.community_names import counted_words
from wording.numbers import brief
from wording.trends import of_communities


def whole(view: View, id: str) -> str:
    """Return how much, against a year before, who contributes most, and the tested trend."""
    (now,), comparison = view.figures([id]), view.comparisons([id]).get(id)
    grain, series = view.tested_series(id)[None]
    communities = view.figures([id], ("community",))
    return headlines.whole(indicator_of(id), now, comparison, communities, series, grain)


def trends(view: View, id: str) -> str:
    """Return which communities rise or fall, tested, and where people were asked in another way meanwhile."""
    changed = changed_modes(view) if is_of_survey(id) else ()
    return of_communities(indicator_of(id), view.tested_series(id, "community"), changed)


def changed_modes(view: View, from_on: date | None = None) -> list[str]:
    """Return the communities that were surveyed in more than one way in the window, or since an earlier day, in the order of the filters."""
    window = replace(view.filters, from_on=from_on) if from_on else view.filters
    return asked_otherwise(query.figures(view.build, [ANSWERS], window, BY_MODE))


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
