"""A claim whose words fit two indicators: the reading that the records bear out, or both figures where none does."""

from dataclasses import replace

from evidence.claims.checked_claim import CheckedClaim
from indicators.engine import catalogue


def choose_reading(first: CheckedClaim, second: CheckedClaim) -> CheckedClaim:
    """Return the reading that is 相符 and say which of the two it is; 口径未明 with both values where the records fit neither.

    The first reading is returned as it is where neither could be held against a number.
    """
    readings = (first, second)
    labels = [catalogue()[reading.binding.indicator].label for reading in readings if reading.binding]
    note = f"文中没有写明是{'还是'.join(f'“{label}”' for label in labels)}"
    for reading, label in zip(readings, labels, strict=True):
        if reading.verdict == "相符":
            return replace(reading, reason=f"{note}，与“{label}”相符：{reading.reason}")
    if not any(reading.verdict in ("偏高", "偏低") for reading in readings):
        return first
    reasons = "".join(reading.reason for reading in readings)
    suggestions = "或者：".join(reading.suggestion for reading in readings if reading.suggestion)
    return replace(first, verdict="口径未明", reason=f"{note}，与两个都不符。{reasons}", suggestion=suggestions)
