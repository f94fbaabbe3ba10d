"""Compares the rows of a table in two builds: which are the same, were duplicates, were corrected or came late."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pyarrow as pa

PLACE = ("source_file", "sheet", "row_no")
# On the way from `before` to `after`, one reason applied after another.
RowStage = Literal["then", "withdrawn", "deduplicated", "corrected", "late"]


@dataclass(frozen=True)
class RowChanges:
    """Row numbers, counted from 0. `withdrawn`, `duplicates` and `corrected_from` are rows of `before`, the others rows of `after`."""

    before: pa.Table
    after: pa.Table
    withdrawn: Sequence[int] = ()
    duplicates: Sequence[int] = ()
    corrected_from: Sequence[int] = ()
    corrected_to: Sequence[int] = ()
    late: Sequence[int] = ()

    def rows_at(self, stage: RowStage) -> pa.Table:
        """Return the rows as they were, without those withdrawn and the duplicates removed since, or as they are now without late ones."""
        if stage in ("corrected", "late"):
            return _without(self.after, self.late) if stage == "corrected" else self.after
        removed = {"then": (), "withdrawn": self.withdrawn, "deduplicated": (*self.withdrawn, *self.duplicates)}
        return _without(self.before, removed[stage])


def compare_rows(before: pa.Table, after: pa.Table) -> RowChanges:
    """Compare two states of a table. A row is the same when all but its place is; a new content in an old place corrects.

    A row that is gone while an equal one remains was a duplicate, if the table it stood in is still loaded and shorter by no more
    than such rows; what else is gone without anything in its place was withdrawn.
    """
    if before.equals(after):  # the usual case, and the cheap one: nothing becomes a Python value
        return RowChanges(before, after)
    old, new = _contents(before, after)
    gone, added = _missing_from(new, old), _missing_from(old, new)
    present = set(new)
    places = {_place(after, number) for number in added}
    corrected_from = [n for n in gone if old[n] not in present and _place(before, n) in places]
    lost = [n for n in gone if old[n] not in present and _place(before, n) not in places]
    repeated = [n for n in gone if old[n] in present]
    cut = _cut_files(before, after, lost, repeated)
    duplicates = [n for n in repeated if _place(before, n)[0] not in cut]
    withdrawn = sorted({*lost, *repeated} - set(duplicates))
    corrected_to = _in_same_places(before, corrected_from, after, added)
    late = sorted(set(added) - set(corrected_to))
    return RowChanges(before, after, withdrawn, duplicates, corrected_from, corrected_to, late)


def _cut_files(before: pa.Table, after: pa.Table, lost: Sequence[int], repeated: Sequence[int]) -> set[Any]:
    """Return the files that are no longer loaded, or that lost more rows without an equal one than with: nobody tidied them."""
    loaded = {_place(after, number)[0] for number in range(after.num_rows)}
    rows_lost, rows_repeated = (Counter(_place(before, number)[0] for number in rows) for rows in (lost, repeated))
    files = {*rows_lost, *rows_repeated}
    return {file for file in files if file not in loaded or rows_lost[file] > rows_repeated[file]}


def changed_rows(table: str, changes: RowChanges, is_wanted: Callable[[pa.Table, int], bool]) -> pa.Table:
    """Return the places of the changed rows that are wanted, with the reason in Chinese: table, reason, source_file, sheet, row_no."""
    groups = (
        ("撤下", changes.before, changes.withdrawn),
        ("去除重复", changes.before, changes.duplicates),
        ("更正（原来）", changes.before, changes.corrected_from),
        ("更正（现在）", changes.after, changes.corrected_to),
        ("补报", changes.after, changes.late),
    )
    lines = [
        (table, reason, *_place(rows, number))
        for reason, rows, numbers in groups
        for number in numbers
        if is_wanted(rows, number)
    ]
    schema = pa.schema([(name, pa.string()) for name in ("table", "reason", *PLACE[:-1])] + [(PLACE[-1], pa.int64())])
    return pa.Table.from_pylist([dict(zip(schema.names, line, strict=True)) for line in lines], schema)


def _contents(before: pa.Table, after: pa.Table) -> tuple[list[Any], list[Any]]:
    """Return the rows of both tables without their places, each value as a number that stands for it in both.

    Whole numbers leave Arrow far faster than texts, days and decimals.
    """
    both = pa.concat_tables([before, after], promote_options="permissive")
    columns = [both[name].combine_chunks() for name in sorted(both.column_names) if name not in PLACE]
    codes = [column.dictionary_encode("encode").indices.to_pylist() for column in columns]
    rows = list(zip(*codes, strict=True))
    return rows[: before.num_rows], rows[before.num_rows :]


def _missing_from(others: Sequence[Any], contents: Sequence[Any]) -> list[int]:
    """Return the numbers of contents that have no counterpart among the others, each of which stands for one only."""
    unclaimed = Counter(others)
    missing = []
    for number, content in enumerate(contents):
        if unclaimed[content]:
            unclaimed[content] -= 1
        else:
            missing.append(number)
    return missing


def _in_same_places(before: pa.Table, gone: Sequence[int], after: pa.Table, added: Sequence[int]) -> list[int]:
    """Return the added rows that stand where a row that is gone stood, one for each."""
    by_place: defaultdict[tuple[Any, ...], list[int]] = defaultdict(list)
    for number in added:
        by_place[_place(after, number)].append(number)
    places = (_place(before, number) for number in gone)
    return [by_place[place].pop() for place in places if by_place[place]]


def _place(rows: pa.Table, number: int) -> tuple[Any, ...]:
    return tuple(rows[name][number].as_py() if name in rows.column_names else None for name in PLACE)


def _without(rows: pa.Table, numbers: Sequence[int]) -> pa.Table:
    if not numbers:
        return rows
    remaining = sorted(set(range(rows.num_rows)) - set(numbers))
    return rows.take(pa.array(remaining, pa.int64()))
