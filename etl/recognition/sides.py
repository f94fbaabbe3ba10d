"""What tells the rows of a table of both directions apart, in and out: a column each, a word in each row, or the sign."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    """What tells that a row is of one direction: a cell in a grid column, one of some `words` in it, or its sign (正数, 负数).

    `name` is what a report calls the direction by: the header, or the word.
    """

    index: int
    name: str
    words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Sides:
    """How a table of both directions tells its rows apart: what marks those that are read here, and what the others.

    `column` is the quantity that they move. `opposite` is the label of the record type as which the others are read, "" where they
    are not.
    """

    own: Mark
    other: Mark
    column: str
    opposite: str
