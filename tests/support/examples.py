"""What a worked example of indicators is: a few rows, and the figures of 2025 that counting them by hand gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.support.builds import Rows

Sides = tuple[float | None, float | None, float | None]  # numerator, denominator, value


@dataclass(frozen=True)
class Example:
    """Rows by record type, and {indicator: what they come to}; a range {indicator: (low, high)} where it cannot be known."""

    rows: Mapping[str, Rows]
    figures: Mapping[str, Sides]
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    id: str = ""
    words: str = ""
