"""All indicators that are declared."""

from functools import cache

import indicators.definitions
from indicators.model import Indicator
from registry import collect


@cache
def catalogue() -> dict[str, Indicator]:
    """Return every indicator by its id."""
    return collect(indicators.definitions, Indicator)
