"""Says what a choice of strands (板块) narrows down, and which ledgers must then be there."""

from collections.abc import Sequence
from dataclasses import replace

from indicators import tables
from indicators.model import Aggregate, Indicator


def takes_strands(table: str) -> bool:
    """Whether a choice of strands (板块) narrows a table down; the others are counted whole."""
    return "strand" in tables.columns_of(table)


def narrowed_to(indicator: Indicator, strands: Sequence[str]) -> Indicator:
    """Return the indicator as it is counted for chosen strands: only where the ledger that states the strand was reported.

    Sign-in lists name no strand, so without the activity ledger a chosen strand would look like a true zero.
    """
    if not strands:
        return indicator
    denominator = _narrowed(indicator.denominator) if indicator.denominator else None
    return replace(indicator, numerator=_narrowed(indicator.numerator), denominator=denominator)


def _narrowed(aggregate: Aggregate) -> Aggregate:
    if not takes_strands(aggregate.table):
        return aggregate
    stating = tables.ledgers_telling(aggregate.table, "strand")
    return replace(aggregate, needs=tuple(dict.fromkeys((*aggregate.needs, *stating))))
