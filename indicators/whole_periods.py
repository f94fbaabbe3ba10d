"""Remembers beside a build the figures of whole months, quarters and years, which windows that end on different days share.

Such a figure depends on its period and on the communities and strands chosen, not on the window in which it is asked for.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from indicators import periods
from indicators.grouping import Grouping
from indicators.model import Figure, Filters, Period
from warehouse.build import Build

MOST_FIGURES = 100_000  # remembered beside a build, some 40 MB; above it all are forgotten

GrainQuestion = tuple[
    str, tuple[str, ...], tuple[str, ...], Grouping
]  # indicator, communities, strands, how they are split
OfPeriods = dict[Period, list[Figure]]  # of each period one for every community, or for all of them together
Count = Callable[
    [Sequence[str], Filters], Iterable[Figure]
]  # figures of indicators, those of a period in the order of communities


@dataclass
class _Memory:
    by_question: dict[GrainQuestion, OfPeriods] = field(default_factory=dict)
    number: int = 0

    def add(self, question: GrainQuestion, figures: Mapping[Period, list[Figure]]) -> None:
        """Remember those of whole periods."""
        if self.number > MOST_FIGURES:
            self.by_question, self.number = {}, 0
        whole = {period: of_period for period, of_period in figures.items() if periods.is_whole(period)}
        self.by_question[question] = {**self.by_question.get(question, {}), **whole}
        self.number += sum(map(len, whole.values()))


def figures_by_grain(
    build: Build, ids: Sequence[str], filters: Filters, grouping: Grouping, count: Count
) -> list[Figure]:
    """Return figures by indicator, period of the grouping's grain and community; what is not remembered is counted by `count`."""
    assert grouping.grain and not grouping.category
    memory = build.lasting("figures of whole periods", _Memory)
    of_window = periods.split(filters.from_on, filters.to_on, grouping.grain)
    questions = {id: (id, filters.communities, filters.strands, grouping) for id in ids}
    known = {id: dict(memory.by_question.get(question, {})) for id, question in questions.items()}
    for (first, last), lacking in _uncounted(of_window, known).items():
        counted: dict[str, OfPeriods] = {id: defaultdict(list) for id in lacking}
        for figure in count(lacking, replace(filters, from_on=first, to_on=last)):
            counted[figure.indicator][figure.period].append(figure)
        for id, figures in counted.items():
            memory.add(questions[id], figures)
            known[id] |= figures
    return [figure for id in ids for period in of_window for figure in known[id][period]]


def _uncounted(of_window: Sequence[Period], known: Mapping[str, OfPeriods]) -> dict[tuple[date, date], list[str]]:
    """Return by the first and last day of the periods that are not known the indicators which lack them."""
    by_days: dict[tuple[date, date], list[str]] = {}
    for id, of_periods in known.items():
        if lacking := [period for period in of_window if period not in of_periods]:
            by_days.setdefault((lacking[0].from_on, lacking[-1].to_on), []).append(id)
    return by_days
