"""Minds the day on which a text was written: nothing is said of a time after it, and where something is, the day may be a wrong one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from documents.day_text import day_text
from evidence.claims.binding.bound_claim import BoundClaim


def with_writing_day(
    bound_claims: Sequence[BoundClaim], as_of: date, last_day: date, overridden_starts: frozenset[int] = frozenset()
) -> list[BoundClaim]:
    """Return the claims, those of a time after the day of writing left open, though there are records of it: else only the days up to
    that day would be counted. What the reader set himself (at `overridden_starts`) stays."""
    doubt = f"文中说的时期在写作日期（{day_text(as_of)}）之后，不核对。请看写作日期填得对不对。"
    return [
        replace(bound_claim, doubt=doubt)
        if _is_after(bound_claim, as_of, last_day) and bound_claim.claim.start not in overridden_starts
        else bound_claim
        for bound_claim in bound_claims
    ]


def day_warning(bound_claims: Sequence[BoundClaim], as_of: date, last_day: date) -> str:
    """Return a sentence where the day of writing cannot be right, or lies after the last record; "" where neither is so."""
    if later := sum(_is_after(bound_claim, as_of, last_day) for bound_claim in bound_claims):
        return f"文中有{later}处说的是写作日期（{day_text(as_of)}）之后的时期，没有核对。请看写作日期填得对不对。"
    if as_of > last_day:
        return f"写作日期（{day_text(as_of)}）晚于记录的最后一天（{day_text(last_day)}）：“目前”“截至”只能核对到这一天，之后的台账还没有导入。"
    return ""


def _is_after(bound_claim: BoundClaim, as_of: date, last_day: date) -> bool:
    """Whether a claim is of a time that begins after the day of writing, or ends in a later year, and of which there are records."""
    window = bound_claim.claim.window
    days = [day for day in (window.from_on, window.to_on) if day] if window else []
    return bool(days) and as_of < last_day >= days[0] and (days[0] > as_of or days[-1].year > as_of.year)
