"""The figures that claims need, asked for together: one query a place, window and split, however many claims share it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from evidence.claims.checked_claim import Binding, Place, Span
from indicators import engine
from indicators.model import Figure, Filters
from warehouse.build import Build

Answers = Mapping["Question", list[Figure]]


@dataclass(frozen=True)
class Question:
    """One indicator at one place over some days, whole or split."""

    indicator: str
    communities: tuple[str, ...]
    from_on: date
    to_on: date
    by: tuple[str, ...] = ()

    @property
    def filters(self) -> Filters:
        return Filters(self.communities, self.from_on, self.to_on)


def question(binding: Binding, place: Place, span: Span, *by: str) -> Question:
    """Return the question for a binding; a single community is named in its figures, several are counted together."""
    split = (*by, *(("community",) if len(place.communities) == 1 else ()))
    column = (binding.category[0],) if binding.category else ()
    return Question(binding.indicator, place.communities, span.from_on, span.to_on, (*split, *column))


def ask(build: Build, questions: Iterable[Question]) -> dict[Question, list[Figure]]:
    """Return the figures of every question."""
    batches: dict[tuple[Filters, tuple[str, ...]], list[Question]] = defaultdict(list)
    for one in dict.fromkeys(questions):
        batches[one.filters, one.by].append(one)
    found: dict[Question, list[Figure]] = {}
    for (filters, by), batch in batches.items():
        figures = engine.figures(build, [one.indicator for one in batch], filters, by)
        found |= {one: [figure for figure in figures if figure.indicator == one.indicator] for one in batch}
    return found


def of_category(figures: Iterable[Figure], binding: Binding) -> list[Figure]:
    """Return the figures of the category a binding asks for, all where it asks for none."""
    return [figure for figure in figures if not binding.category or figure.category == binding.category[1]]
