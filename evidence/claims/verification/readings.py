"""A claim that can be read in two ways: the reading that the records bear out, or both figures where none does."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.checked_claim import CheckedClaim, Verdict
from indicators.engine import catalogue

Judge = Callable[[Sequence[BoundClaim]], list[CheckedClaim]]


def with_other_readings(
    bound_claims: Sequence[BoundClaim], readings: Sequence[CheckedClaim], judge: Judge
) -> list[CheckedClaim]:
    """Return the readings, those of claims that fit a second binding chosen between the two.

    A part (one 板块) is asked of only where the whole is more than the text says.
    """
    doubtful = [
        place
        for place, (bound_claim, reading) in enumerate(zip(bound_claims, readings, strict=True))
        if bound_claim.other and (not _is_part(bound_claim) or reading.verdict == "偏低")
    ]
    others = judge([replace(bound_claims[place], binding=bound_claims[place].other, other=None) for place in doubtful])
    chosen = list(readings)
    for place, other in zip(doubtful, others, strict=True):
        choose = _choose_part if _is_part(bound_claims[place]) else choose_reading
        chosen[place] = choose(readings[place], other)
    return chosen


def choose_reading(first: CheckedClaim, second: CheckedClaim) -> CheckedClaim:
    """Return the reading that is 相符 and say which of the two it is; where the records fit neither, both values: 偏高 or 偏低 where
    the text says more, or less, than either, else 口径未明.

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
    verdict: Verdict = first.verdict if first.verdict == second.verdict else "口径未明"
    return replace(first, verdict=verdict, reason=f"{note}，与两个都不符。{reasons}", suggestion=suggestions)


def _is_part(bound_claim: BoundClaim) -> bool:
    binding, other = bound_claim.binding, bound_claim.other
    return bool(binding and other and binding.indicator == other.indicator)


def _choose_part(whole: CheckedClaim, part: CheckedClaim) -> CheckedClaim:
    """The part that the paragraph speaks of where it is just what the text says, else the whole."""
    if part.verdict != "相符" or not part.binding or not part.binding.category:
        return whole
    return replace(part, reason=f"文中没有写明是全部还是“{part.binding.category[1]}”，与后者相符：{part.reason}")
