"""Reads of which indicator a claim speaks: one, one of two, one close to what it counts, or none."""

from dataclasses import dataclass

from evidence.claims.binding.candidates import PEOPLE_RATES, Candidate, candidates
from evidence.claims.binding.clauses import ClauseWording, clause_wordings
from evidence.claims.binding.context import ClaimContext
from evidence.claims.binding.vocabulary import NOTHING
from evidence.claims.detection.claim import Claim

# By how much the words for an indicator must beat those for something close to it: 走访服务对象300人次 are visits, not 服务300人次.
MARGIN = 1.0


@dataclass(frozen=True)
class ClaimReading:
    """The indicator a claim speaks of, "" for none; `is_named` tells whether its words name anything, be it not recorded.

    `but` says what the claim counts where that is not quite what the indicator counts.
    """

    indicator: str = ""
    but: str = ""
    is_named: bool = True


def read_claim(claim: Claim, context: ClaimContext) -> ClaimReading:
    """Return the indicator that the words and the unit of a claim speak of, else one that is close to it."""
    ranked = candidates(claim, context)
    best = ranked[0] if ranked else Candidate(NOTHING, 0)
    close = _closest(claim, context)
    if close and (best.indicator == NOTHING or close[0] + MARGIN > best.score):
        return ClaimReading(close[1].indicator, close[1].but)
    return ClaimReading(best.indicator, is_named=bool(ranked))


def _closest(claim: Claim, context: ClaimContext) -> tuple[float, ClauseWording] | None:
    """The best fitting wording that counts something close to its indicator, with how well it fits."""
    if claim.is_trend or claim.rate in PEOPLE_RATES:
        return None
    wordings = (wording for wording in clause_wordings() if wording.but and claim.unit in wording.units)
    scored = [(score, wording) for wording in wordings if (score := wording.score(context)) > 0]
    return max(scored, key=lambda entry: entry[0], default=None)
