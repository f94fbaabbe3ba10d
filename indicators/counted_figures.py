"""Remembers beside a build the figures that were counted last, by whole questions.

What decides whether a figure may be shown asks for the same ones several times, and for those of each group of linked indicators by itself.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from threading import Lock

from indicators.model import Figure, Filters
from warehouse.build import Build

MOST_FIGURES = 50_000  # remembered beside a build; above it those asked for longest ago are forgotten

CountedQuestion = tuple[str, Filters, tuple[str, ...]]  # indicator, filters, how its figures are split
CountFigures = Callable[[Sequence[str]], Iterable[Figure]]  # figures of some indicators


@dataclass
class _LatestFigures:
    """Figures by their question, those asked for last behind; several readers ask at the same time."""

    by_question: dict[CountedQuestion, list[Figure]] = field(default_factory=dict)
    number: int = 0
    lock: Lock = field(default_factory=Lock)

    def get(self, question: CountedQuestion) -> list[Figure] | None:
        """Return the figures of a question if they are remembered."""
        with self.lock:
            figures = self.by_question.pop(question, None)
            if figures is not None:
                self.by_question[question] = figures
            return figures

    def add(self, question: CountedQuestion, figures: list[Figure]) -> None:
        """Remember the figures of a question."""
        with self.lock:
            self.number += len(figures) - len(self.by_question.pop(question, ()))
            self.by_question[question] = figures
            while self.number > MOST_FIGURES:
                self.number -= len(self.by_question.pop(next(iter(self.by_question))))


def counted_once(
    build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str], count: CountFigures
) -> list[Figure]:
    """Return figures in the order of the indicators; those of which the same was not asked lately are counted together by `count`."""
    latest = build.lasting("figures counted last", _LatestFigures)
    questions = {id: (id, filters, tuple(by)) for id in ids}
    known = {id: latest.get(question) for id, question in questions.items()}
    if lacking := [id for id, figures in known.items() if figures is None]:
        counted: dict[str, list[Figure]] = {id: [] for id in lacking}
        for figure in count(lacking):
            counted[figure.indicator].append(figure)
        for id, figures in counted.items():
            latest.add(questions[id], figures)
            known[id] = figures
    return [figure for id in ids for figure in known[id] or ()]
