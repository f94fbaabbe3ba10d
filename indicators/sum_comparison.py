"""Compares the sums that communities reported (汇总上报) with what their records count, month by month where both exist."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from indicators.disclosure.limits import is_few
from indicators.model import Figure, Filters, Indicator, Period
from indicators.reported_sums import ITEM_INDICATORS, has_sums
from warehouse.build import Build

SumKey = tuple[str, date, str]  # community, first day of the month, indicator id


@dataclass(frozen=True)
class SumComparison:
    """One item of one month of one community: what the records count, and each different sum that was reported.

    `counted` is None, and `reported` empty, where the number is of so few people that neither may be shown.
    """

    community: str
    month: Period
    indicator: str
    counted: float | None
    reported: tuple[float, ...]

    @property
    def difference(self) -> float | None:
        """What was reported less what is counted; None where either is hidden, or lists disagree."""
        return self.reported[0] - self.counted if self.counted is not None and len(self.reported) == 1 else None


def reported_amounts(build: Build, filters: Filters) -> dict[SumKey, tuple[float, ...]]:
    """Return the different sums that lists report of a month, each list's rows added up."""
    if not has_sums(build):
        return {}
    query = """
        select community, month_on, item, list_sort(list(distinct amount)) from (
            select community, month_on, item, round(sum(amount), 2) as amount from summary
            where list_contains(?, community) and month_on between ? and ?
            group by community, month_on, item, source_file, sheet)
        group by all
        """
    rows = build.rows(query, (list(filters.communities), filters.from_on, filters.to_on))
    return {(community, month, ITEM_INDICATORS[item]): tuple(amounts) for community, month, item, amounts in rows}


def compare_sums(
    figures: Sequence[Figure], amounts: Mapping[SumKey, tuple[float, ...]], catalogue: Mapping[str, Indicator], k: int
) -> list[SumComparison]:
    """Return the comparisons, the largest differences first; `figures` are disclosed ones by month and community."""
    comparisons = []
    for figure in figures:
        reported = amounts.get((figure.community or "", figure.period.from_on, figure.indicator), ())
        is_recorded = figure.state in ("ok", "hidden") and not figure.coverage.summed
        if not reported or not is_recorded:
            continue
        of_people = catalogue[figure.indicator].counts_people
        is_hidden = figure.value is None or (of_people and any(is_few(amount, k) for amount in reported))
        shown = (None, ()) if is_hidden else (figure.value, reported)
        comparisons.append(SumComparison(figure.community or "", figure.period, figure.indicator, *shown))
    return sorted(comparisons, key=lambda comparison: -abs(comparison.difference or 0))
