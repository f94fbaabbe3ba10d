"""Sums that communities reported (汇总上报) in place of records: used in months without any record, never added to records.

They stand in for an indicator over whole months, where the community sent none of the ledgers without which it is not reported and
no row is counted: sign-ins alone, of no known activity, count nothing and leave a sum standing; those on the last days of a camp
that began the month before are counted, and the sum of that month is not added to them. A ratio takes sums only where both of its
sides were reported so. They know no category and no strand, and windows are not compared by them. Where lists report different sums
of a month (one of them a correction), none is taken, and the figure tells so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from indicators import periods, tables
from indicators.aggregate_value import AggregateValue, ValueKey
from indicators.aggregates import Components
from indicators.cells.day_cells import day_cells
from indicators.cells.source import source_of
from indicators.grouping import Grouping
from indicators.model import Aggregate, Figure, Filters, Indicator, Period
from indicators.reported_months import ReportedMonths, required_ledgers
from indicators.shared_aggregates import ATTENDED_ACTIVITIES
from indicators.statement import Statement
from indicators.strand_choice import takes_strands
from warehouse.build import Build
from warehouse.ledgers import months_by_ledger
from warehouse.small_tables import REPORTED_SUMS

TABLE = REPORTED_SUMS
CommunityMonth = tuple[str, date]  # community, first day of the month

# item of a summary → id of the indicator that counts the same from records
ITEM_INDICATORS = {
    "活动场次": "activities",
    "参与人次": "attendances",
    "服务时长": "volunteer_hours",
    "接案数": "cases_opened",
    "结案数": "cases_closed",
    "捐赠金额": "cash_received",
    "支出金额": "money_spent",
    "走访户次": "home_visits",
    "小组节次": "group_sessions",
    "受理工单": "requests_received",
    "办结工单": "requests_finished",
}
# what a ratio divides by → the item that stands for it: who reports sums does not say of how many activities
ITEM_BELOW = {replace(ATTENDED_ACTIVITIES, needs=()): "活动场次"}


@dataclass(frozen=True)
class ReportedSums:
    """The sums that stand in for one indicator: by community and month that of its numerator, and of its denominator.

    Of the `contradictory` months lists report different ones, so that none stands in.
    """

    by_month: Mapping[CommunityMonth, tuple[float, ...]] = field(default_factory=dict)
    contradictory: frozenset[CommunityMonth] = frozenset()

    def added_to(self, components: Components, grouping: Grouping) -> Components:
        """Return the components with the sums of the months that lie wholly in their periods."""
        if not self.by_month and not self.contradictory:
            return components
        sides: tuple[dict[ValueKey, AggregateValue], ...] = (
            dict(components.numerator),
            dict(components.denominator or {}),
        )
        cells, owing = np.zeros_like(components.reported), {place for place, _ in (*self.by_month, *self.contradictory)}
        for number, period in enumerate(components.periods):
            for community, month in _inside(self.by_month, period):
                key = (number, community if grouping.by_community else None, None)
                for values, amount in zip(sides, self.by_month[community, month], strict=False):
                    values[key] = _plus(values.get(key, AggregateValue(None)), amount)
                cells[components.communities.index(community), number] = True
        return replace(
            components,
            numerator=sides[0],
            denominator=None if components.denominator is None else sides[1],
            reported=components.reported | cells,
            numerator_reported=components.numerator_reported | cells,
            owing={**components.owing, **dict.fromkeys(owing, date.min)},
            months=components.months and self._with_months(components.months),
        )

    def marked(self, figures: Iterable[Figure]) -> Iterable[Figure]:
        """Return figures whose coverage says how many of their community-months are such sums, and of which lists disagree."""
        return map(self._marked, figures) if self.by_month or self.contradictory else figures

    def _marked(self, figure: Figure) -> Figure:
        count = sum(community in figure.counted for community, _ in _inside(self.by_month, figure.period))
        disputed = self._disputed(figure) if self.contradictory and figure.missing else ()
        if not count and not disputed:
            return figure
        return replace(figure, coverage=replace(figure.coverage, summed=count, disputed=disputed))

    def _disputed(self, figure: Figure) -> tuple[str, ...]:
        """Return those a figure lacks of which lists disagree: months of one community, or communities of one month."""
        inside = [key for key in _inside(self.contradictory, figure.period) if figure.community in (None, key[0])]
        names = {periods.months(month, month)[0].label for _, month in inside}
        if len(periods.months(figure.period.from_on, figure.period.to_on)) == 1:
            names |= {place for place, _ in inside}
        return tuple(name for name in figure.missing if name in names)

    def _with_months(self, months: ReportedMonths) -> ReportedMonths:
        complete, begun = dict(months.complete), dict(months.begun)
        for community, month in self.by_month:
            complete[community] = complete.get(community, frozenset()) | {month}
            begun[community] = min(month, begun.get(community, month))
        return ReportedMonths.of(complete, begun, is_monthly=months.is_monthly)


def _inside(keys: Iterable[CommunityMonth], period: Period) -> list[CommunityMonth]:
    return [key for key in keys if period.from_on <= key[1] and periods.month_end(key[1]) <= period.to_on]


NO_SUMS: Mapping[str, ReportedSums] = {}


def reported_sums(
    build: Build,
    indicators: Sequence[Indicator],
    filters: Filters,
    grouping: Grouping,
    catalogue: Mapping[str, Indicator],
) -> dict[str, ReportedSums]:
    """Return the sums that stand in for records, by indicator id; none of an indicator that does not take any."""
    if grouping.category or not has_sums(build):
        return {indicator.id: ReportedSums() for indicator in indicators}
    return {indicator.id: _reported_sums(build, indicator, filters, catalogue) for indicator in indicators}


def has_sums(build: Build) -> bool:
    """Return whether any sum was reported; kept figures of before have no table of them."""
    return bool(build.small(TABLE))


def may_stand_in(build: Build, ids: Iterable[str], catalogue: Mapping[str, Indicator]) -> list[str]:
    """Return those of some indicators for the records of which sums may stand in; none where no sum was reported."""
    return [id for id in ids if items_of(catalogue[id], catalogue)] if has_sums(build) else []


def items_of(indicator: Indicator, catalogue: Mapping[str, Indicator]) -> tuple[str, ...]:
    """Return the items that are reported for the sides of an indicator, none unless there is one for each of them."""
    items = [_item_of(aggregate, catalogue) for aggregate in indicator.aggregates]
    return tuple(item for item in items if item) if all(items) else ()


def statement(indicator: Indicator, items: Sequence[str], filters: Filters) -> Statement:
    """Return the statement, as readers see it, for (community, month, item, amount) of the months of which no ledger of an indicator was reported."""
    records = _ledgers(indicator)
    marks = [", ".join("?" for _ in values) or "null" for values in (items, filters.communities, records)]
    query = (
        f"select community, month_on, item, amount\nfrom {TABLE}\n"
        f"where item in ({marks[0]}) and community in ({marks[1]}) and month_on between cast(? as date) and cast(? as date)\n"
        "  and amount is not null\n"
        f"  and not exists (\n    select 1 from coverage\n"
        f"    where coverage.community = {TABLE}.community and month = month_on and record in ({marks[2]}))\n"
        f"{''.join(map(_without_rows, _fed_by_others(indicator)))}"
        "order by 1, 2, 3"
    )
    return Statement(query, (*items, *filters.communities, filters.from_on, filters.to_on, *records))


def _reported_sums(
    build: Build, indicator: Indicator, filters: Filters, catalogue: Mapping[str, Indicator]
) -> ReportedSums:
    items = items_of(indicator, catalogue)
    if not items or _is_narrowed(indicator, filters):
        return ReportedSums()
    by_ledger = months_by_ledger(build)
    records = _ledgers(indicator)
    amounts = {
        (place, month, item): amount
        for place, month, item, amount in build.small(TABLE)
        if item in items
        and place in filters.communities
        and filters.from_on <= month <= filters.to_on
        and not any(month in by_ledger.get((record, place), ()) for record in records)
    }
    others = _fed_by_others(indicator) if amounts else ()
    counted = {key for aggregate in others for key in _months_with_rows(build, aggregate)}
    months = dict.fromkeys((place, month) for place, month, _ in amounts if (place, month) not in counted)
    complete = [key for key in months if all((*key, item) in amounts for item in items)]
    sums = {key: tuple(amounts[(*key, item)] for item in items) for key in complete}
    disputed = frozenset(key for key, of_items in sums.items() if None in of_items)
    return ReportedSums({key: of_items for key, of_items in sums.items() if key not in disputed}, disputed)


def _is_narrowed(indicator: Indicator, filters: Filters) -> bool:
    """Return whether chosen strands leave out rows of an indicator; a sum is of all strands together."""
    return bool(filters.strands) and any(takes_strands(aggregate.table) for aggregate in indicator.aggregates)


def _item_of(aggregate: Aggregate, catalogue: Mapping[str, Indicator]) -> str | None:
    """Return the item whose indicator counts the same as this aggregate, whatever ledgers it needs beside."""
    counted = replace(aggregate, needs=())
    of_records = {replace(catalogue[id].numerator, needs=()): item for item, id in ITEM_INDICATORS.items()}
    return of_records.get(counted) or ITEM_BELOW.get(counted)


def _ledgers(indicator: Indicator) -> list[str]:
    """Return the ledgers of which any says more than a sum: those without which an indicator is not reported."""
    groups = (ledgers for aggregate in indicator.aggregates for ledgers in required_ledgers(aggregate))
    return sorted({ledger for ledgers in groups for ledger in ledgers})


def _fed_by_others(indicator: Indicator) -> dict[Aggregate, None]:
    """Return the aggregates that count rows of other ledgers, too, than those without which they are not reported."""
    return {
        replace(aggregate, needs=()): None
        for aggregate in indicator.aggregates
        if aggregate.needs and {*tables.records_of(aggregate.table)} - {*map(tables.record_of, aggregate.needs)}
    }


def _without_rows(aggregate: Aggregate) -> str:
    """Return the SQL of months in which an aggregate counts no row; the same as `_months_with_rows` does not return."""
    table = aggregate.table
    return (
        f"  and not exists (\n    select 1 from {table}\n"
        f"    where {table}.community = {TABLE}.community and date_trunc('month', {aggregate.on}) = month_on)\n"
    )


def _months_with_rows(build: Build, aggregate: Aggregate) -> set[CommunityMonth]:
    ask = _months_by_engine if build.engine else _months_by_cells
    return build.lasting(("months with rows", aggregate.table, aggregate.on), lambda: ask(build, aggregate))


def _months_by_cells(build: Build, aggregate: Aggregate) -> set[CommunityMonth]:
    cells = day_cells(build, source_of(aggregate))
    days = {place: cells.days[rows].astype("datetime64[D]") for (place, *_), rows in cells.places.items()}
    months = {place: np.unique(of.astype("datetime64[M]")).astype("datetime64[D]") for place, of in days.items()}
    return {(place, month) for place, of in months.items() for month in of.tolist()}


def _months_by_engine(build: Build, aggregate: Aggregate) -> set[CommunityMonth]:
    month = f"cast(date_trunc('month', {aggregate.on}) as date)"
    rows = build.count(f"select distinct community, {month} from {aggregate.table} where {aggregate.on} is not null")
    return {(community, month) for community, month in rows}


def _plus(counted: AggregateValue, amount: float) -> AggregateValue:
    high = None if counted.high is None else counted.high + amount
    return AggregateValue((counted.value or 0) + amount, high)
