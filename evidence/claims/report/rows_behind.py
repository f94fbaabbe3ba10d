"""Where the number beside a claim comes from: the rows of its records, by file, sheet and row."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import pyarrow as pa
import pyarrow.compute as pc

from evidence.claims.checked_claim import Checked
from indicators import engine
from indicators.model import Filters
from warehouse.build import Build

MOST_ROWS = 20_000
MOST_RUNS = 8  # of consecutive rows named one by one


@dataclass(frozen=True)
class Source:
    """The rows of one sheet that a number rests on; `rows` names them as the spreadsheet does: 2–316、320."""

    file: str
    sheet: str
    count: int
    rows: str


def rows_behind(build: Build, one: Checked, limit: int = MOST_ROWS) -> pa.Table | None:
    """Return the rows behind the number of a claim; None where there is no number, or one too small to show."""
    if not one.binding or not one.place or not one.span or not one.figures or one.verdict == "已隐藏":
        return None
    single = one.figure.period if one.figure and one.span.is_event else None
    days = (single.from_on, single.to_on) if single else (one.span.from_on, one.span.to_on)
    rows = engine.source_rows(build, one.binding.indicator, Filters(one.place.communities, *days), limit)
    if not one.binding.category:
        return rows
    column, value = one.binding.category
    return rows.filter(pc.equal(rows[column], value))


def sources(build: Build, one: Checked) -> list[Source]:
    """Return the sheets behind a claim, the fullest first."""
    rows = rows_behind(build, one)
    if rows is None:
        return []
    numbers: dict[tuple[str, str], set[int]] = defaultdict(set)
    for row in rows.select(["source_file", "sheet", "row_no"]).to_pylist():
        numbers[row["source_file"], row["sheet"] or ""].add(row["row_no"])
    found = [Source(file, sheet, len(rows), runs(sorted(rows))) for (file, sheet), rows in numbers.items()]
    return sorted(found, key=lambda source: (-source.count, source.file, source.sheet))


def runs(numbers: Sequence[int]) -> str:
    """Return row numbers as runs: 2–316、320; after many runs 等."""
    spans = []
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        spans.append(f"{members[0]}–{members[-1]}" if len(members) > 1 else str(members[0]))
    return "、".join(spans[:MOST_RUNS]) + ("等" if len(spans) > MOST_RUNS else "")
