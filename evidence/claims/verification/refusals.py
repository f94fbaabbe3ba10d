"""Why a claim cannot be held against records at all, in a sentence: out of time, in another unit, of nothing recorded, or without a number."""

from datetime import date

from documents.day_text import day_text
from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.binding.other_figures import IN_A_WIDER_AREA
from evidence.claims.checked_claim import Binding, CheckedClaim, ClaimPeriod, ClaimPlace, Verdict
from evidence.claims.verification import reasons
from indicators.engine import catalogue
from indicators.model import Figure
from wording.states import CLAUSES

MOST_CHARACTERS = 12  # shown of the words before a figure


def points_reason(bound_claim: BoundClaim, binding: Binding) -> str:
    """Why the change of an amount cannot be in points, which are the difference of two shares: 时长增长399个百分点."""
    indicator = catalogue()[binding.indicator]
    return (
        f"“{bound_claim.claim.text}”：百分点是两个比例相减，“{indicator.label}”以“{indicator.unit}”计，"
        f"它的增减只能写“%”或增减了多少{indicator.unit}。"
    )


def out_of_time_reason(period: ClaimPeriod, first_day: date, last_day: date) -> str:
    """Why a period holds no record: before the first one, or after the last."""
    days = f"记录从{day_text(first_day)}到{day_text(last_day)}"
    if period.to_on < first_day:
        return f"文中的时期到{day_text(period.to_on)}为止，早于最早的记录，无法核对：{days}，更早的没有入库。"
    return f"文中的时期从{day_text(period.from_on)}起，晚于最后的记录，无法核对：{days}。"


def unbound_reason(bound_claim: BoundClaim) -> str:
    """Why a claim speaks of nothing recorded: a wider area, another unit, a share of nothing named, or no indicator."""
    claim = bound_claim.claim
    if wider := IN_A_WIDER_AREA.search(claim.subject):
        return f"文中说的是{wider[1]}的数，不是一个社区的；记录只登记到社区，范围不同，不能对照。"
    if bound_claim.misfit:
        indicator = catalogue()[bound_claim.misfit]
        return f"记录里有“{indicator.label}”，以“{indicator.unit}”计；文中写的是“{claim.unit}”，单位不同，不能对照。"
    if claim.unit == "%" and claim.subject.endswith("占"):
        return f"没有写明“{claim.text}”占的是什么，请写出是哪些社区的哪个数，例如占全街道接案数的{claim.text}。"
    before = "" if claim.is_trend or claim.is_worded else claim.subject.split(" ")[0]
    shown = before if len(before) <= MOST_CHARACTERS else f"…{before[-MOST_CHARACTERS:]}"
    return f"没有与“{shown}{claim.text}”对应的指标，记录里查不到。"


def missing_words(bound_claim: BoundClaim, place: ClaimPlace) -> str:
    """Which of time and place is not stated, in words; empty when both are."""
    period = [] if bound_claim.is_timed else ["哪个时期"]
    community = [] if place.is_stated else [place.question]
    return "、".join([*period, *community])


def without_number(bound_claim: BoundClaim, figure: Figure, computed: str) -> CheckedClaim:
    """Return the claim where its figure has no number to compare: hidden, not reported, or without a sample."""
    verdict: Verdict = "无记录"
    if figure.state == "hidden":
        verdict, why = "已隐藏", f"{CLAUSES['hidden']}，所以不核对"
    else:
        state = "台账没有报送这段时期" if figure.state == "not_reported" else "这段时期没有样本"
        why = f"{state}，无法核对"
    reason = f"{computed}：{why}。"
    return bound_claim.checked(verdict, reason, (figure,))


def without_figure(bound_claim: BoundClaim, binding: Binding, place: ClaimPlace) -> CheckedClaim:
    """Return the claim where there is no figure: a day that is not dated, no whole period, or no record at all."""
    subject, text = reasons.counted_words(binding, place), bound_claim.claim.text
    if bound_claim.period.is_event:
        return bound_claim.checked(
            "口径未明", f"没有写明是哪一天，{subject}有许多天达到“{text}”，无法确定是哪一天。请写出日期。"
        )
    if bound_claim.rate:
        rate = bound_claim.claim.rate
        return bound_claim.checked("无记录", f"{subject}在这段时期没有一个报送完整的周期，算不出“{rate}”。")
    return bound_claim.checked("无记录", f"{subject}在这段时期没有记录。")
