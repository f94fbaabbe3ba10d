"""Defines a kind of cell, with which every column is declared."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Kind:
    """Says how the text of a cell is read and in which type its value is stored.

    `parse` turns one distinct text into one value, None for an empty cell, and raises ValueError with the sentence the
    clerk will read. `sql_type` is the type of the stored column.
    """

    label: str
    sql_type: str
    parse: Callable[[str], Any]
    example: str
    is_personal: bool = False  # the text never leaves the reading; a key takes its place
    is_only_checked: bool = False  # the rules of its row look at it, and nothing of it is stored
    keeps_organisations: bool = False  # organisations stay named, people do not
    is_sum: bool = False  # a quantity: several source columns add up, and printed totals are compared
    counts_once: bool = False  # a quantity that does not add up over kinds: of a merged cell it counts in the first row
    is_rating: bool = False  # words of a closed scale stand for its numbers
    is_identity: bool = False  # tells rows apart: a personal number in it becomes a key, since masked ones are alike
    is_version: bool = False  # which version of a list a row stands on; the title over a list may state it for all rows
    accepts: tuple[str, ...] = ()  # beside the text: the ledger's year and month, the order of both, the header's scale
    scales: Mapping[str, float] = field(default_factory=dict)  # unit in a header → factor, for every column of the kind

    @property
    def is_quantity(self) -> bool:
        """Whether a cell merged over several rows counts once, in the first row, instead of being repeated in each."""
        return self.is_sum or self.counts_once
