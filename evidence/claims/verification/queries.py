"""The queries that claims need, batched: one for each set of filters and grouping, however many claims share it.

An event that the text does not date (现场捐赠115万余元) is looked for day by day.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from evidence.claims.checked_claim import Binding, ClaimPeriod, ClaimPlace
from evidence.claims.detection.claim import Claim
from evidence.claims.verification.acceptance import verdict_on_figure
from indicators import engine
from indicators.model import Figure, Filters
from warehouse.build import Build

FiguresByQuery = Mapping["FigureQuery", list[Figure]]
# An event is searched on at most so many months, days of a month and rows: with more months as large as the claim, that
# some day fits proves nothing.
MOST_MONTHS, MOST_DAYS, MOST_ROWS = 6, 40, 20_000


@dataclass(frozen=True)
class FigureQuery:
    """One indicator at one place over some days, whole or grouped by the columns `by`."""

    indicator: str
    communities: tuple[str, ...]
    from_on: date
    to_on: date
    by: tuple[str, ...] = ()

    @property
    def filters(self) -> Filters:
        """The place and the days, as the engine takes them."""
        return Filters(self.communities, self.from_on, self.to_on)


def claim_query(binding: Binding, place: ClaimPlace, period: ClaimPeriod) -> FigureQuery:
    """Return the query for a binding; a single community is named in its figures, several are counted together."""
    community = ("community",) if len(place.communities) == 1 else ()
    category = (binding.category[0],) if binding.category else ()
    return FigureQuery(binding.indicator, place.communities, period.from_on, period.to_on, (*community, *category))


def ask_figures(build: Build, queries: Iterable[FigureQuery]) -> dict[FigureQuery, list[Figure]]:
    """Return the figures of every query."""
    batches: dict[tuple[Filters, tuple[str, ...]], list[FigureQuery]] = defaultdict(list)
    for query in dict.fromkeys(queries):
        batches[query.filters, query.by].append(query)
    answers: dict[FigureQuery, list[Figure]] = {}
    for (filters, by), batch in batches.items():
        figures = engine.figures(build, [query.indicator for query in batch], filters, by)
        answers |= {query: [figure for figure in figures if figure.indicator == query.indicator] for query in batch}
    return answers


def figures_of_category(figures: Iterable[Figure], binding: Binding) -> list[Figure]:
    """Return the figures of the category a binding names, all where it names none."""
    return [figure for figure in figures if not binding.category or figure.category == binding.category[1]]


def event_figure(build: Build, claim: Claim, binding: Binding, query: FigureQuery) -> Figure | None:
    """Return the figure of the first day that bears the claim out, else of the largest day, of the months where no day has a
    record; None when too many days could.
    """
    by_month = replace(query, by=("month", *query.by))
    months = figures_of_category(ask_figures(build, [by_month])[by_month], binding)
    large = [month for month in months if (month.value or 0) > 0 and (month.value or 0) >= (claim.low or 0)]
    if len(large) > MOST_MONTHS:
        return None
    largest = max(months, key=lambda month: month.value or 0, default=None)
    days = list(_figures_by_day(build, binding, query, large or ([largest] if largest and largest.value else [])))
    fitting = (day for day in days if verdict_on_figure(claim, day) == "相符")
    return next(fitting, max(days, key=lambda day: day.value or 0, default=largest))


def _figures_by_day(build: Build, binding: Binding, query: FigureQuery, months: Iterable[Figure]) -> Iterator[Figure]:
    """The figure of every day with a record in the given months, days of nothing left out."""
    for month in months:
        days = _days_with_records(build, query, month.period.from_on, month.period.to_on)
        queries = [replace(query, from_on=day, to_on=day) for day in days[:MOST_DAYS]]
        answers = ask_figures(build, queries)
        for by_day in queries:
            yield from (figure for figure in figures_of_category(answers[by_day], binding) if figure.value)


def _days_with_records(build: Build, query: FigureQuery, from_on: date, to_on: date) -> list[date]:
    date_column = engine.catalogue()[query.indicator].numerator.on
    rows = engine.source_rows(build, query.indicator, Filters(query.communities, from_on, to_on), MOST_ROWS)
    return sorted({day for day in rows[date_column].to_pylist() if day})
