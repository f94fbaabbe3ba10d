"""The verdict on a claim, with its reason."""

import re
from datetime import date

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.binding.changes import POINTS
from evidence.claims.checked_claim import Binding, CheckedClaim, ClaimPlace
from evidence.claims.verification.change_claims import judge_change, judge_ends
from evidence.claims.verification.every_period import with_every_period
from evidence.claims.verification.figures import ClaimFigures
from evidence.claims.verification.level_claims import counts_additions, judge_level
from evidence.claims.verification.part_claims import judge_parts
from evidence.claims.verification.peak_claims import judge_peak
from evidence.claims.verification.rank_claims import judge_rank
from evidence.claims.verification.refusals import missing_words, out_of_time_reason, points_reason, unbound_reason
from evidence.claims.verification.share_claims import judge_share
from evidence.claims.verification.trend_claims import judge_trend
from evidence.claims.verification.window_changes import judge_windows
from indicators.comparison import Comparison
from indicators.engine import catalogue

# Counted by so many people: 每百名居民|有志愿者5名, 每千人, 平均每位村民|捐款19元.
PER_HEADS = re.compile(
    r"平均每一?[位名个](?:村民|居民|[一-鿿]{2,3}者|社工|党员|老人|人)?|每[一两]?[百千万](?:[名个位]|户)?(?:常住|户籍)?(?:居民|人口?|老人|家庭)?"
)


def judge(
    bound_claim: BoundClaim, figures: ClaimFigures, comparison: Comparison | None, first_day: date, last_day: date
) -> CheckedClaim:
    """Return the claim with its verdict; `first_day` and `last_day` are those between which there are records."""
    binding, place = bound_claim.binding, bound_claim.place
    if binding is None or place is None or _is_open(bound_claim):
        return _without_binding(bound_claim)
    if bound_claim.period.to_on < first_day or bound_claim.period.from_on > last_day:
        return bound_claim.checked("无记录", out_of_time_reason(bound_claim.period, first_day, last_day))
    if bound_claim.is_trend:
        return judge_trend(bound_claim, binding, place, figures)
    if bound_claim.claim.unit == POINTS and catalogue()[binding.indicator].unit != "%":
        return bound_claim.checked("口径未明", points_reason(bound_claim, binding))
    if bound_claim.claim.peak:
        return judge_peak(bound_claim, binding, place, figures)
    if bound_claim.claim.rank:
        return judge_rank(bound_claim, binding, place, figures)
    if bound_claim.share:
        return judge_share(bound_claim, bound_claim.share, binding, place, figures)
    if bound_claim.each and (missing := missing_words(bound_claim, place)):
        return bound_claim.checked("口径未明", f"没有写明是{missing}，不能逐一核对“{bound_claim.claim.text}”。")
    if bound_claim.each and not counts_additions(bound_claim, binding):
        return judge_parts(bound_claim, binding, place, figures)
    if bound_claim.other_base:
        return judge_windows(bound_claim, binding, place, figures)
    return _judge_number(bound_claim, binding, place, figures, comparison)


def _is_open(bound_claim: BoundClaim) -> bool:
    """Return whether the words of a claim leave it open what its number is, or give none."""
    return bool(bound_claim.doubt) or bound_claim.claim.is_comparison


def _without_binding(bound_claim: BoundClaim) -> CheckedClaim:
    """Return a claim that no figure can be held against, with the reason."""
    claim = bound_claim.claim
    if bound_claim.doubt:
        return bound_claim.checked("口径未明", bound_claim.doubt)
    if claim.is_comparison:
        return bound_claim.checked("口径未明", f"“{claim.text}”没有写出各是多少，无法核对。请写出两边的数和时期。")
    if bound_claim.binding is None:
        return bound_claim.checked("无记录", unbound_reason(bound_claim))
    return bound_claim.checked("无记录", f"名册里没有“{claim.place}”。如果是别名，请登记到名册。")


def _judge_number(
    bound_claim: BoundClaim, binding: Binding, place: ClaimPlace, figures: ClaimFigures, comparison: Comparison | None
) -> CheckedClaim:
    """Return a change or a plain number with its verdict."""
    claim, indicator = bound_claim.claim, catalogue()[binding.indicator]
    if bound_claim.change.kind == "year_on_year":
        return judge_change(bound_claim, binding, place, figures, comparison)
    if bound_claim.change.kind == "growth":
        return bound_claim.checked(
            "口径未明", f"没有写明与哪一期相比，“{claim.text}”无法核对。请写成“同比”，或写出两期的数。"
        )
    if bound_claim.change.kind == "ends":
        return judge_ends(bound_claim, binding, place, figures)
    if claim.rate and not bound_claim.rate and "/" not in indicator.unit:
        return bound_claim.checked(
            "口径未明", f"文中按“{claim.rate}”计，记录只能按年、季度、月核对。请改写成其中一种。"
        )
    if (per_head := PER_HEADS.search(claim.subject)) and "/" not in indicator.unit:
        return bound_claim.checked(
            "口径未明", f"文中按“{per_head[0]}”计，记录里的“{indicator.label}”是总数，不能直接比。"
        )
    checked_claim = judge_level(bound_claim, binding, place, figures[:1])
    every = bound_claim.counts_every_period
    return with_every_period(bound_claim, checked_claim, figures[1:]) if every else checked_claim
