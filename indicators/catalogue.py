"""All indicators that are declared."""

from functools import cache

import indicators.definitions
from indicators.column_ledgers import with_column_ledgers
from indicators.model import Indicator
from registry import collect


@cache
def catalogue() -> dict[str, Indicator]:
    """Return every indicator by its id, each with the ledgers that tell the columns it counts by."""
    declared = collect(indicators.definitions, Indicator)
    return {id: with_column_ledgers(indicator) for id, indicator in declared.items()}
