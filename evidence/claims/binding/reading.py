"""Reads of which indicator a claim speaks: one, one of two, one close to what it counts, or none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evidence.claims.binding.candidates import PEOPLE_RATES, Candidate, candidates, has_open_beginning
from evidence.claims.binding.clauses import ClauseWording, wordings_close_in
from evidence.claims.binding.context import ClaimContext
from evidence.claims.binding.vocabulary import NOTHING
from evidence.claims.detection.claim import Claim

# By how much the words for an indicator must beat those for something close to it: 走访服务对象300人次 are visits, not 服务300人次.
MARGIN = 1.0
# How little two indicators may differ for the words to fit both: less than what a window tips the scale by.
TIE = 0.15
# A figure of the beginning of a story, which no record of today is held against: 由最初的|两位志愿者.
BEGINNING = re.compile(r"(?:最初|起初|当初|刚成立时)的?$")
# A figure of the country or a province, told as background: 全国|注册志愿者超过2亿人.
OF_ALL = re.compile(r"全国(?!性|最|优|文明|和谐|示范|百)|我国|全省(?!最|优|示范)|我省|全球")
# A figure of one person's story: 五年来，|她|累计服务4600小时.
OF_ONE = re.compile(r"[她他](?!们|人)|本人|个人(?=累计|志愿)")


@dataclass(frozen=True)
class ClaimReading:
    """The indicator a claim speaks of, "" for none; `is_named` tells whether its words name anything, be it not recorded.

    `but` says what the claim counts where that is not quite what the indicator counts, `other` is a second indicator that the
    words fit as well.
    """

    indicator: str = ""
    but: str = ""
    other: str = ""
    is_named: bool = True


def read_claim(claim: Claim, context: ClaimContext) -> ClaimReading:
    """Return the indicator that the words and the unit of a claim speak of, else one that is close to it."""
    if not claim.is_trend and _is_of_others(context):
        return ClaimReading()
    ranked = candidates(claim, context)
    best = ranked[0] if ranked else Candidate(NOTHING, 0)
    close = _closest(claim, context)
    if close and (best.indicator == NOTHING or close[0] + MARGIN > best.score):
        return ClaimReading(close[1].indicator, close[1].but)
    return ClaimReading(best.indicator, other=_tied(claim, ranked), is_named=bool(ranked))


def _is_of_others(context: ClaimContext) -> bool:
    """Whether a figure is of the whole country, of one person, or of the beginning of a story."""
    clause = context.lead + context.left
    return bool(OF_ALL.search(clause) or OF_ONE.search(clause) or BEGINNING.search(context.left))


def _tied(claim: Claim, ranked: Sequence[Candidate]) -> str:
    """A second indicator of the same words where only the window decides: 2022年志愿者300人, on record or active that year."""
    if claim.is_trend or len(ranked) < 2 or not ranked[0].indicator or has_open_beginning(claim):
        return ""
    first, second = ranked[:2]
    return second.indicator if second.indicator and first.score - second.score < TIE else ""


def _closest(claim: Claim, context: ClaimContext) -> tuple[float, ClauseWording] | None:
    """The best fitting wording that counts something close to its indicator, with how well it fits."""
    if claim.is_trend or claim.rate in PEOPLE_RATES:
        return None
    wordings = wordings_close_in(claim.unit)
    scored = [(score, wording) for wording in wordings if (score := wording.score(context)) > 0]
    return max(scored, key=lambda entry: entry[0], default=None)
