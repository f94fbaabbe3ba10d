"""A claim whose words fit two bindings: the reading that the records bear out, or both figures where none does."""

from dataclasses import replace

from evidence.claims.checked_claim import CheckedClaim
from indicators.engine import catalogue


def choose_reading(first: CheckedClaim, second: CheckedClaim) -> CheckedClaim:
    """Return the reading that is 相符 and say which of the two it is; 口径未明 with both values where the records fit neither.

    The first reading is returned as it is where neither could be held against a number, and where the second is but a part of
    what it counts and does not fit either.
    """
    if first.binding and second.binding and first.binding.indicator == second.binding.indicator:
        return _choose_part(first, second)
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


def _choose_part(whole: CheckedClaim, part: CheckedClaim) -> CheckedClaim:
    """The part that the paragraph speaks of where the whole is more than the text says and the part is just that."""
    if whole.verdict != "偏低" or part.verdict != "相符" or not part.binding or not part.binding.category:
        return whole
    return replace(part, reason=f"文中没有写明是全部还是“{part.binding.category[1]}”，与后者相符：{part.reason}")
