"""What became of the rows of a table between two builds: kept, duplicate removed, corrected, taken out, late."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

PLACE = ("source_file", "sheet", "row_no")
STAGES = ("then", "deduplicated", "corrected", "now")


@dataclass(frozen=True)
class Changes:
    """Row numbers in `before` and `after`: duplicates removed, corrected (old and new), taken out, late."""

    before: pa.Table
    after: pa.Table
    duplicates: Sequence[int]
    corrected_from: Sequence[int]
    corrected_to: Sequence[int]
    late: Sequence[int]

    def stage(self, name: str) -> pa.Table:
        """Return the rows after one more reason has been applied, in the order of STAGES."""
        if name == "then":
            return self.before
        if name == "now":
            return self.after
        if name == "deduplicated":
            return _without(self.before, self.duplicates)
        return _without(self.after, self.late)


def between(before: pa.Table, after: pa.Table) -> Changes:
    """Compare two states of a table. A row is the same when all but its place is; a new content in an old place corrects.

    A row that is gone while an equal one remains was a duplicate; one that is gone altogether counts as a correction.
    """
    old, new = _contents(before), _contents(after)
    remaining = Counter(new)
    gone = [number for number, content in enumerate(old) if not _take(remaining, content)]
    unclaimed = Counter(old)
    added = [number for number, content in enumerate(new) if not _take(unclaimed, content)]
    present = set(new)
    duplicates = [number for number in gone if old[number] in present]
    replaced = _pairs(before, after, [n for n in gone if old[n] not in present], added)
    corrected_to = list(replaced.values())
    late = [number for number in added if number not in set(corrected_to)]
    corrected_from = [number for number in gone if old[number] not in present]
    return Changes(before, after, duplicates, corrected_from, corrected_to, late)


def listed(table: str, changes: Changes) -> pa.Table:
    """Return the changed rows' places with the reason, for readers."""
    groups = (
        ("去除重复", changes.before, changes.duplicates),
        ("更正（原来）", changes.before, changes.corrected_from),
        ("更正（现在）", changes.after, changes.corrected_to),
        ("补报", changes.after, changes.late),
    )
    lines = [(table, reason, *_place(rows, number)) for reason, rows, numbers in groups for number in numbers]
    names = ("table", "reason", *PLACE)
    kinds = (pa.string(), pa.string(), pa.string(), pa.string(), pa.int64())
    return pa.table({name: pa.array([line[i] for line in lines], kinds[i]) for i, name in enumerate(names)})


def _contents(rows: pa.Table) -> list[tuple[Any, ...]]:
    columns = [rows[name].to_pylist() for name in sorted(rows.column_names) if name not in PLACE]
    return list(zip(*columns, strict=True))


def _take(bag: Counter[Any], content: Any) -> bool:
    if bag[content] == 0:
        return False
    bag[content] -= 1
    return True


def _pairs(before: pa.Table, after: pa.Table, gone: Sequence[int], added: Sequence[int]) -> dict[int, int]:
    """Match rows gone with rows added in the same place."""
    places: defaultdict[tuple[Any, ...], list[int]] = defaultdict(list)
    for number in added:
        places[_place(after, number)].append(number)
    return {number: places[_place(before, number)].pop() for number in gone if places[_place(before, number)]}


def _place(rows: pa.Table, number: int) -> tuple[Any, ...]:
    return tuple(rows[name][number].as_py() if name in rows.column_names else None for name in PLACE)


def _without(rows: pa.Table, numbers: Sequence[int]) -> pa.Table:
    if not numbers:
        return rows
    left = sorted(set(range(rows.num_rows)) - set(numbers))
    return rows.take(pa.array(left, pa.int64()))
