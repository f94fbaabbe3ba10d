"""Tells which files are newer versions or copies of others: they repeat most rows of them, whichever community those are of."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from etl.schema import RecordType

FilePair = tuple[str, str, str]  # record type, the file with the rows first, the file that repeats them
_MINIMUM = 3  # fewer rows may well be equal by chance


@dataclass
class Tally:
    """How many rows of each (record type, file) a community has, and how many of them repeat rows of another file."""

    sizes: Counter[tuple[str, str]] = field(default_factory=Counter)
    repeated: Counter[FilePair] = field(default_factory=Counter)

    def versions(self, every: frozenset[FilePair]) -> list[FilePair]:
        """Return those of all new versions that rows of this community may be refused for: it has rows of both files."""
        return sorted(pair for pair in every if {(pair[0], pair[1]), (pair[0], pair[2])} <= self.sizes.keys())


Tallies = defaultdict[str, Tally]  # by community


def repeats_most(rows: int, size: int) -> bool:
    """Tell whether a file that has so many of the rows of one of this size is like a version of it."""
    return rows >= _MINIMUM and 2 * rows > size


def may_differ_unkept(record: RecordType) -> bool:
    """Tell whether rows without a number differ in a text that is not stored: of equal ones no file is known to be a copy."""
    return any(record.column(name).kind.is_only_checked for name in record.either)


def new_versions(tallies: Iterable[Tally]) -> frozenset[FilePair]:
    """Return the pairs of files of which the later one repeats most rows of the first, over all communities."""
    sizes, repeated = Counter[tuple[str, str]](), Counter[FilePair]()
    for tally in tallies:
        sizes.update(tally.sizes)
        repeated.update(tally.repeated)
    return frozenset(
        (record, first, file)
        for (record, first, file), rows in repeated.items()
        if first != file and repeats_most(rows, sizes[record, first])
    )
