"""Returns figures from a build: numerator and denominator counted apart at the grain asked for, divided last."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pyarrow as pa

from indicators import periods, ratios, reported_sums, sql
from indicators.aggregates import NOTHING, aggregates_by_query, components, statement
from indicators.catalogue import catalogue as catalogue
from indicators.counted_figures import counted_once
from indicators.figure_coverage import CoverageOfSeveral
from indicators.grouping import Grouping, Window
from indicators.list_days import ListDays
from indicators.model import Coverage, Figure, Filters, Grain, Indicator, LeftOut
from indicators.reported_sums import NO_SUMS, ReportedSums
from indicators.strand_choice import narrowed_to
from indicators.whole_periods import figures_by_grain
from warehouse.build import Build

SUMS_ADDED = "没有一条明细计入的月份，用汇总上报的数"


def figures(build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str] = ()) -> list[Figure]:
    """Return figures by indicator, then period, community and category, every cell of the filters once.

    `by` may hold one of month, quarter, year; "community"; and one group column of the numerator's table. Without
    "community" all communities chosen are counted together. Periods that begin after the build's last month are left out.
    """
    grouping = Grouping.of(by, [catalogue()[id] for id in ids])
    if build.engine:
        return figures_of(build, [catalogue()[id] for id in ids], filters, by)

    def count(ids: Sequence[str]) -> list[Figure]:
        if not grouping.grain or grouping.category or not filters.communities:
            return figures_of(build, [catalogue()[id] for id in ids], filters, by)
        return _figures_by_grain(build, ids, clip(build, filters, grouping.grain), grouping)

    return counted_once(build, ids, filters, by, count)


def _figures_by_grain(build: Build, ids: Sequence[str], filters: Filters, grouping: Grouping) -> list[Figure]:
    """Return figures by a grain of time and no category: those of records are remembered, those with reported sums are not."""
    by_id = {id: narrowed_to(catalogue()[id], filters.strands) for id in ids}
    sums = reported_sums.reported_sums(build, list(by_id.values()), filters, grouping, catalogue())
    summed = [id for id in ids if sums[id].by_month]

    def count(ids: Sequence[str], filters: Filters) -> list[Figure]:
        return _figures(build, [by_id[id] for id in ids], filters, grouping, sums={id: sums[id] for id in ids})

    figures = count(summed, filters) if summed else []
    figures += figures_by_grain(build, [id for id in ids if id not in summed], filters, grouping, count)
    return sorted(figures, key=lambda figure: ids.index(figure.indicator)) if summed else figures


def figures_of(build: Build, indicators: Sequence[Indicator], filters: Filters, by: Sequence[str] = ()) -> list[Figure]:
    """Return the figures of declarations given as they are, such as one kept from an earlier version."""
    narrowed = [narrowed_to(indicator, filters.strands) for indicator in indicators]
    grouping = Grouping.of(by, narrowed)
    clipped = clip(build, filters, grouping.grain)
    if not clipped.communities or clipped.from_on > clipped.to_on:
        return []
    sums = reported_sums.reported_sums(build, narrowed, clipped, grouping, catalogue())
    return _figures(build, narrowed, clipped, grouping, sums=sums)


def figures_of_windows(
    build: Build,
    ids: Sequence[str],
    filters: Filters,
    windows: Sequence[Window],
    by: Sequence[str],
    left_out: Mapping[str, LeftOut],
) -> list[Figure]:
    """Return the figures of several windows in place of that of the filters, by indicator and then window.

    `left_out` says by indicator id what must not be counted. Only records are counted, no sums that were reported (汇总上报).
    """
    narrowed = [narrowed_to(catalogue()[id], filters.strands) for id in ids]
    grouping = replace(Grouping.of(by, narrowed), windows=tuple(windows))
    return _figures(build, narrowed, filters, grouping, left_out)


def _figures(
    build: Build,
    narrowed: Sequence[Indicator],
    filters: Filters,
    grouping: Grouping,
    left_out: Mapping[str, LeftOut] = NOTHING,
    sums: Mapping[str, ReportedSums] = NO_SUMS,
) -> list[Figure]:
    counted = components(build, narrowed, filters, grouping, left_out)
    in_place = {indicator.id: sums.get(indicator.id, ReportedSums()) for indicator in narrowed}
    list_days = build.lasting("list days", lambda: ListDays.read(build))
    coverage = CoverageOfSeveral(by_community=grouping.by_community)
    figures: list[Figure] = []
    for indicator in narrowed:
        sums_in_place = in_place[indicator.id]
        summed = sums_in_place.added_to(counted[indicator.id], grouping)
        divided = ratios.figures(indicator, summed, grouping, coverage.of(indicator, summed))
        figures.extend(list_days.marked(indicator, sums_in_place.marked(divided)))
    return figures


def mean(series: Sequence[Figure], name: str) -> Figure | None:
    """Return the mean of the whole periods that were fully reported, named 年均 or 月均; None when there is none.

    The numerator is their sum, the denominator their number.
    """
    complete = [
        figure
        for figure in series
        if figure.value is not None and not figure.missing and periods.is_whole(figure.period)
    ]
    if not complete:
        return None
    total = sum(figure.value or 0 for figure in complete)
    first, last = complete[0].period, complete[-1].period
    names = "、".join(figure.period.label for figure in complete)
    label = names if len(complete) <= 6 else f"{first.label}至{last.label}（{len(complete)}期）"
    whole = periods.window(first.from_on, last.to_on)
    highest = sum(figure.value or 0 if figure.high is None else figure.high for figure in complete)
    low, high = (total / len(complete), highest / len(complete)) if highest > total else (None, None)
    averaged = replace(complete[0], period=replace(whole, label=f"{label}{name}"), low=low, high=high, squares=None)
    reports = _added_up([figure.coverage for figure in complete])
    return replace(averaged, value=total / len(complete), numerator=total, denominator=len(complete), coverage=reports)


def _added_up(reports: Sequence[Coverage]) -> Coverage:
    """Return the reports behind several periods, with all that has to be said of any of them."""
    counts = ("reported", "due", "summed", "uncounted", "half_filled")
    return replace(reports[0], **{name: sum(getattr(each, name) for each in reports) for name in counts})


def source_rows(build: Build, id: str, filters: Filters, limit: int) -> pa.Table:
    """Return the rows behind a figure's numerator, with all columns of their table and source_file, sheet, row_no."""
    return _rows(build, narrowed_to(catalogue()[id], filters.strands), filters, limit)


def rows_on_any_day(build: Build, id: str, filters: Filters, limit: int) -> pa.Table:
    """Return the rows like those behind a state which were in force on any day of the filters, those that end on the first day too."""
    indicator = narrowed_to(catalogue()[id], filters.strands)
    return _rows(build, replace(indicator, numerator=replace(indicator.numerator, span="any_day")), filters, limit)


def _rows(build: Build, indicator: Indicator, filters: Filters, limit: int) -> pa.Table:
    clipped = clip(build, filters)
    period = periods.window(clipped.from_on, clipped.to_on)
    condition = sql.reported(*indicator.aggregates)
    query = sql.rows(indicator.numerator, condition, period, clipped.communities, clipped.strands, limit)
    return build.table(query.sql, query.parameters)


def sql_of(id: str, filters: Filters, by: Sequence[str] = ()) -> str:
    """Return the SQL of a figure with its values written out: a query for each table its sides lie in, and one for reported sums."""
    indicator = replace(
        narrowed_to(catalogue()[id], filters.strands), groups=None
    )  # they decide of chance, not of the figure
    grouping = Grouping.of(by, [indicator])
    by_query = aggregates_by_query([indicator], grouping)
    statements = [statement(placing, named, filters, grouping).shown for placing, named in by_query.items()]
    if not grouping.category and (items := reported_sums.items_of(indicator, catalogue())):
        statements.append(f"-- {SUMS_ADDED}\n{reported_sums.statement(indicator, items, filters).shown}")
    return "\n;\n\n".join(statements) + "\n;"


def clip(build: Build, filters: Filters, grain: Grain | None = None) -> Filters:
    """End a window with the last month that holds records: what lies after it is not missing, it is not yet."""
    if not build.last_day:
        return filters
    last = periods.months(build.last_day, build.last_day)[0].to_on
    is_within = filters.to_on <= last or (filters.from_on > last and not grain)
    return filters if is_within else replace(filters, to_on=last)
