"""Names the rows that were refused in the ledgers behind a claim that says more than the records: with them it might hold."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from evidence.claims.checked_claim import CheckedClaim
from indicators import tables
from indicators.disclosure.rows import tells_of_people
from indicators.engine import catalogue
from warehouse.build import Build
from warehouse.records import unloaded_rows


def with_unloaded_rows(build: Build, checked_claims: Iterable[CheckedClaim]) -> Iterator[CheckedClaim]:
    """Yield the claims; one that is 偏高 says which ledgers of its place and time have rows that were refused."""
    for checked_claim in checked_claims:
        words = _words(build, checked_claim) if checked_claim.verdict == "偏高" else ""
        yield replace(checked_claim, reason=checked_claim.reason + words) if words else checked_claim


def _words(build: Build, checked_claim: CheckedClaim) -> str:
    binding, place, period = checked_claim.binding, checked_claim.place, checked_claim.period
    if binding is None or place is None or period is None:
        return ""
    indicator = catalogue()[binding.indicator]
    records = dict.fromkeys(id for each in indicator.aggregates for id in tables.records_of(each.table))
    first_day = period.from_on if indicator.is_of_period else build.first_day or period.from_on
    counts = {id: unloaded_rows(build, id, place.communities, first_day, period.to_on) for id in records}
    # How many rows of people were refused is not said beside a number of them.
    listed = [
        f"“{tables.name_of(id)}”台账有{'' if tells_of_people(id) else rows}行没有入库"
        for id, rows in counts.items()
        if rows
    ]
    return f"{'，'.join(listed)}（见“未入库问题”），改正后可能会多。" if listed else ""
