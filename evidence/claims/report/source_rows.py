"""The rows that the number beside a claim rests on, by file, sheet and row number."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import pyarrow as pa
import pyarrow.compute as pc

from evidence.claims.checked_claim import CheckedClaim
from indicators import engine
from indicators.disclosure import PUBLISHED
from indicators.disclosure.rows import row_count, tells_of_people
from indicators.engine import catalogue
from indicators.model import Filters
from warehouse.build import Build

MOST_ROWS = 20_000
MOST_RUNS = 8  # of consecutive rows named one by one


@dataclass(frozen=True)
class SheetRows:
    """How many rows of one sheet a number rests on; `row_numbers` names them as the spreadsheet does: 2–316、320.

    Where rows tell of people, counts are rounded and no rows are named, which would count them: 40 rows of a file until November,
    less the 38 that a pack holds until October, are two.
    """

    file: str
    sheet: str
    count: int | str | None
    row_numbers: str


def source_rows(build: Build, checked_claim: CheckedClaim, limit: int = MOST_ROWS) -> pa.Table | None:
    """Return the rows behind the number of a claim; None where there is no number, or one too small to show."""
    binding, place, period = checked_claim.binding, checked_claim.place, checked_claim.period
    is_hidden = any(figure.state == "hidden" for figure in checked_claim.figures)
    if not binding or not place or not period or not checked_claim.figures or is_hidden:
        return None
    from_on, to_on = period.from_on, period.to_on
    if checked_claim.figure and period.is_event:  # the day that was found for it
        from_on, to_on = checked_claim.figure.period.from_on, checked_claim.figure.period.to_on
    rows = engine.source_rows(build, binding.indicator, Filters(place.communities, from_on, to_on), limit)
    if not binding.category:
        return rows
    column, category = binding.category
    return rows.filter(pc.equal(rows[column], category))


def source_sheets(build: Build, checked_claim: CheckedClaim) -> list[SheetRows]:
    """Return the sheets behind a claim with their rows, the fullest first."""
    rows = source_rows(build, checked_claim)
    if rows is None:
        return []
    row_numbers: dict[tuple[str, str], set[int]] = defaultdict(set)
    for row in rows.select(["source_file", "sheet", "row_no"]).to_pylist():
        row_numbers[row["source_file"], row["sheet"] or ""].add(row["row_no"])
    table = catalogue()[checked_claim.binding.indicator].numerator.table if checked_claim.binding else ""
    are_named = not tells_of_people(table)
    fullest_first = sorted(row_numbers.items(), key=lambda item: (-len(item[1]), item[0]))
    return [
        SheetRows(
            file, sheet, row_count(table, len(numbers), PUBLISHED), row_runs(sorted(numbers)) if are_named else ""
        )
        for (file, sheet), numbers in fullest_first
    ]


def row_runs(row_numbers: Sequence[int]) -> str:
    """Return row numbers as runs: 2–316、320; after many runs 等."""
    runs = []
    for _, group in groupby(enumerate(row_numbers), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in group]
        runs.append(f"{members[0]}–{members[-1]}" if len(members) > 1 else str(members[0]))
    return "、".join(runs[:MOST_RUNS]) + ("等" if len(runs) > MOST_RUNS else "")
