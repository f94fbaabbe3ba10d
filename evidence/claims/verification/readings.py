"""A claim that can be read in two ways: borne out where both readings are, else both figures."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.checked_claim import CheckedClaim, Verdict
from evidence.claims.verification import reasons

Judge = Callable[[Sequence[BoundClaim]], list[CheckedClaim]]


def with_other_readings(
    bound_claims: Sequence[BoundClaim], readings: Sequence[CheckedClaim], judge: Judge
) -> list[CheckedClaim]:
    """Return the readings, those of claims that fit a second binding chosen between the two.

    A part (one 板块) that the paragraph speaks of is asked of only where the whole is more than the text says.
    """
    doubtful = [
        place
        for place, (bound_claim, reading) in enumerate(zip(bound_claims, readings, strict=True))
        if bound_claim.other and (not _is_of_paragraph(bound_claim) or reading.verdict == "偏低")
    ]
    others = judge([_other_reading(bound_claims[place]) for place in doubtful])
    chosen = list(readings)
    for place, other in zip(doubtful, others, strict=True):
        choose = _choose_part if _is_of_paragraph(bound_claims[place]) else choose_reading
        chosen[place] = choose(readings[place], other)
    return chosen


def _is_of_paragraph(bound_claim: BoundClaim) -> bool:
    """Whether the second reading is a part of the first that only the paragraph speaks of."""
    return bound_claim.is_of_a_part and not bound_claim.is_behind_part


def _other_reading(bound_claim: BoundClaim) -> BoundClaim:
    return replace(bound_claim, binding=bound_claim.other, other=bound_claim.binding)


def choose_reading(first: CheckedClaim, second: CheckedClaim) -> CheckedClaim:
    """Return what a claim is that its words leave to two readings: 相符 only where the records bear out both, or only one can be computed.

    Else both values are told: 偏高 or 偏低 where the text says more, or less, than either, and 口径未明 where one alone fits or they differ.
    The first reading is returned as it is where neither could be held against a number.
    """
    readings = (first, second)
    labels = [reading.binding.label for reading in readings if reading.binding]
    note = f"文中没有写明是{'还是'.join(f'“{label}”' for label in labels)}"
    fitting = [label for reading, label in zip(readings, labels, strict=True) if reading.verdict == "相符"]
    computed = [reading for reading in readings if reading.verdict != "无记录"]
    if not fitting and not any(reading.verdict in ("偏高", "偏低") for reading in readings):
        return first
    if len(fitting) == len(computed):
        which = "与两个都相符" if len(fitting) > 1 else f"另一个没有记录，与“{fitting[0]}”相符"
        return replace(computed[0], reason=f"{note}，{which}：{''.join(reading.reason for reading in computed)}")
    verdict: Verdict = first.verdict if first.verdict == second.verdict else "口径未明"
    which = f"只与“{fitting[0]}”相符，请写明是哪一个" if fitting else "与两个都不符"
    suggestions = "或者：".join(filter(None, map(_suggestion, readings)))
    return replace(
        first, verdict=verdict, reason=f"{note}，{which}。{first.reason}{second.reason}", suggestion=suggestions
    )


def _suggestion(reading: CheckedClaim) -> str:
    """Return what may be written for one reading, also where the text fits it: the words must then name it."""
    binding, place, period, figure = reading.binding, reading.place, reading.period, reading.figure
    if reading.suggestion or not (binding and place and period and figure):
        return reading.suggestion
    return reasons.suggestion(binding, place, period, figure, reading.claim.qualifier)


def _choose_part(whole: CheckedClaim, part: CheckedClaim) -> CheckedClaim:
    """The part that the paragraph speaks of where it is just what the text says, else the whole."""
    if part.verdict != "相符" or not part.binding or not part.binding.category:
        return whole
    return replace(part, reason=f"文中没有写明是全部还是“{part.binding.category[1]}”，与后者相符：{part.reason}")
