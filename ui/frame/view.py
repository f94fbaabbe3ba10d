"""What a page shows: the build and the choice of its reader. Everything on a page draws from the one View."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from indicators import coverage, engine, periods, reported_sums, tables, trend
from indicators.by_place import by_place
from indicators.comparison import Comparison
from indicators.coverage import CoverageGap
from indicators.model import CatalogueSection, Figure, Filters, Grain, Indicator, Period
from ui.frame import filters, query
from warehouse.build import Build
from wording import dates, palette


@dataclass(frozen=True)
class View:
    """What a page shows: the build, the communities in register order, and the reader's choice."""

    title: str
    build: Build
    register: tuple[str, ...]
    choice: filters.Choice
    sections: tuple[CatalogueSection, ...] = ()  # of the catalogue, which the page lists to their end
    is_wider: bool = False  # than the period under the page's title
    drawn: set[str] = field(default_factory=set)  # ids of the indicators that the page has drawn so far

    @property
    def filters(self) -> Filters:
        """The filters of every figure on the page."""
        return self.choice.filters

    @property
    def grain(self) -> Grain:
        """The grain of time series."""
        return self.choice.grain

    @cached_property
    def colours(self) -> dict[str, str]:
        """The colour of each community, the same on every page."""
        return palette.colours(self.register)

    @property
    def is_demo(self) -> bool:
        """Whether the data are made up."""
        return self.build.is_demo

    @property
    def build_words(self) -> str:
        """When the data were put together: 数据批次2026年11月22日."""
        return dates.batch(self.build.created_at)

    @property
    def picture_words(self) -> tuple[str, str]:
        """The two lines by which every picture explains itself: whose data, and of when."""
        demo, made_on = "演示数据 · " if self.is_demo else "", self.build.created_at.date()
        return f"{demo}{self.choice.place_words}", f"{self.choice.period_words} · 数据批次{made_on}"

    @property
    def from_start(self) -> "View":
        """The same choice from the first record on, by quarter at least, for surveys, which are taken now and then."""
        first, to_on = span_of(self.build)[0], self.filters.to_on
        window = replace(self.filters, from_on=first)
        grain: Grain = "quarter" if self.grain == "month" else self.grain
        choice = replace(self.choice, filters=window, grain=grain, period_words=periods.window(first, to_on).label)
        return replace(self, choice=choice, is_wider=first < self.filters.from_on)

    @property
    def window(self) -> Period:
        """The days chosen, with their label."""
        return periods.window(self.filters.from_on, self.filters.to_on)

    @property
    def has_records(self) -> bool:
        """Whether the period chosen touches the months that hold records."""
        first, last = span_of(self.build)
        return self.filters.from_on <= last and self.filters.to_on >= first

    def figures(self, ids: Sequence[str], by: Sequence[str] = ()) -> list[Figure]:
        """Return figures for the reader's choice."""
        return query.figures(self.build, ids, self.filters, by)

    def begun(self, ids: Sequence[str]) -> list[str]:
        """Return those of some indicators that the communities have begun: they sent or owe what is counted, or reported its sum."""
        absent = query.answer(self.build, coverage.absent_records, self.filters.communities)
        lacking = {id for id in ids if coverage.absent_behind(indicator_of(id), absent)}
        summed = self.figures(reported_sums.may_stand_in(self.build, sorted(lacking), engine.catalogue()))
        begun = {figure.indicator for figure in summed if figure.value is not None}
        return [id for id in ids if id not in lacking - begun]

    def series(self, id: str) -> dict[str, list[Figure]]:
        """Return {community: an indicator's figures over time}, in the order of the filters."""
        figures = self.figures([id], (self.grain, "community"))
        return {name or "": series for name, series in by_place(figures, self.filters.communities).items()}

    def tested_series(self, id: str, *by: str) -> dict[str | None, tuple[Grain, list[Figure]]]:
        """Return {community: the grain by which its series is tested, and the series}; {None: …} for all together, not `by` community.

        The grain does not depend on the one that the reader looks at.
        """
        grains = trend.testable_grains(self.filters.from_on, self.filters.to_on) or [self.grain]
        figures = {grain: self.figures([id], (grain, *by)) for grain in grains}
        return trend.finest_of_places(figures, self.filters.communities if by else (None,))

    def comparisons(self, ids: Sequence[str]) -> dict[str, Comparison]:
        """Return {id: the comparison with the same window a year earlier} of the indicators that can have one."""
        return {made.now.indicator: made for made in query.comparisons(self.build, ids, self.filters)}

    def comparable_before(self, id: str, by: Sequence[str]) -> list[Figure | None]:
        """Return an indicator a year before by period, None where it rests on other reports."""
        return query.comparable_before(self.build, id, self.filters, by)

    def gaps(self, rests_on: Sequence[str]) -> list[CoverageGap]:
        """Return the months of the window that communities did not report, for the ledgers that some indicators rest on."""
        tables_used = {aggregate.table for id in rests_on for aggregate in indicator_of(id).aggregates}
        used = {record for table in tables_used for record in tables.records_of(table)}
        return [gap for gap in query.answer(self.build, coverage.gaps, self.filters) if gap.record in used]

    def unreported(self, rests_on: Sequence[str]) -> dict[str, list[str]]:
        """Return {community: ledgers of which it reported nothing in the window}, for the ledgers that some indicators rest on."""
        unreported: dict[str, list[str]] = {}
        for gap in (gap for gap in self.gaps(rests_on) if gap.is_whole):
            unreported.setdefault(gap.community, []).append(tables.name_of(gap.record))
        return unreported


def indicator_of(id: str) -> Indicator:
    """Return an indicator's declaration."""
    return engine.catalogue()[id]


def span_of(build: Build) -> tuple[date, date]:
    """Return the first and the last day of the records of a build in use."""
    span = query.span(build)
    assert span, "a build in use has records"
    return span
