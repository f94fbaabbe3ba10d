"""A number that is said to be the highest or lowest there ever was, held against every earlier period of the same length."""

from collections.abc import Sequence

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.checked_claim import Binding, CheckedClaim, ClaimPlace
from evidence.claims.verification import reasons
from evidence.claims.verification.acceptance import is_range
from indicators.engine import catalogue
from indicators.model import Figure
from wording import numbers
from wording.states import CLAUSES


def judge_peak(bound_claim: BoundClaim, binding: Binding, place: ClaimPlace, figures: Sequence[Figure]) -> CheckedClaim:
    """Return the claim with its verdict; `figures` are that of its period, then those of the earlier ones, the latest first, then those of the later ones.

    相符 only where each earlier period was reported in full and is surpassed. Periods before the first report are not in the records.
    """
    text, label = bound_claim.claim.text, catalogue()[binding.indicator].label
    if doubt := _doubt(bound_claim, binding, place):
        return bound_claim.checked("口径未明", f"{doubt}，“{text}”无法核对。")
    if any(figure.state == "hidden" for figure in figures):
        return bound_claim.checked("已隐藏", f"有的时期的{label}{CLAUSES['hidden']}，“{text}”不核对。")
    figures, later = figures[: 1 + len(bound_claim.earlier)], figures[1 + len(bound_claim.earlier) :]
    own, earlier = figures[0], _since_first_report(figures[1:])
    finding = f"{reasons.counted_words(binding, place)}：{_number(own)}"
    if own.value is None:
        return bound_claim.checked("无记录", f"{finding}，“{text}”无法核对。", figures[:1])
    if beyond := [figure for figure in earlier if _surpasses(bound_claim, figure, own)]:
        farthest = max(beyond, key=lambda figure: (figure.value or 0) * _sign(bound_claim))
        return bound_claim.checked("偏高", f"{finding}，{_number(farthest)}，不能说“{text}”。", (own, farthest))
    if unknown := _unknown_words(bound_claim, own, earlier):
        return bound_claim.checked("口径未明", f"{finding}；{unknown}，不能断定“{text}”。", (own, *earlier))
    if surpassed := next((figure for figure in later if _surpasses(bound_claim, figure, own)), None):
        since = f"后来{_number(surpassed)}，只到那时为止可以说“{text}”，请写明到哪一年为止"
        return bound_claim.checked("口径未明", f"{finding}；{since}。", (own, surpassed))
    nearest = max(earlier, key=lambda figure: (figure.value or 0) * _sign(bound_claim))
    first = earlier[-1].period.label
    extreme = "最低" if bound_claim.claim.peak and bound_claim.claim.peak.is_lowest else "最高"
    reason = f"{finding}；以前{len(earlier)}期（从{first}起，更早的没有入库）{extreme}的是{_number(nearest)}。"
    return bound_claim.checked("相符", reason, (own, *earlier))


def _doubt(bound_claim: BoundClaim, binding: Binding, place: ClaimPlace) -> str:
    """Return what keeps a number from being compared with earlier ones: time or place not stated, or a count that only grows."""
    times = [] if bound_claim.period.is_stated else ["哪个时期"]
    missing = [*times, *([] if place.is_stated else [place.question])]
    if missing:
        return f"没有写明是{'、'.join(missing)}"
    indicator = catalogue()[binding.indicator]
    if bound_claim.period.is_until or (indicator.numerator.span == "to_date" and not indicator.denominator):
        return "从头累计的数只增不减，总是最高的，请写一段时期里的数"
    return ""


def _since_first_report(earlier: Sequence[Figure]) -> list[Figure]:
    """Return the figures, the latest first, without those of the time before anything was reported."""
    known = [number for number, figure in enumerate(earlier, 1) if figure.state != "not_reported"]
    return list(earlier[: max(known, default=0)])


def _unknown_words(bound_claim: BoundClaim, own: Figure, earlier: Sequence[Figure]) -> str:
    """Return what leaves it open whether every earlier period is surpassed, "" where nothing does."""
    indicator = catalogue()[own.indicator]
    is_highest = _sign(bound_claim) > 0
    if not earlier:
        return "以前没有同样长的一期有记录"
    if not own.coverage.is_full and not (is_highest and indicator.adds_up):
        return f"{own.period.label}没有报送齐"
    if any(is_range(figure) for figure in (own, *earlier)):
        return "有的记录没有姓名，人数只能给出范围"
    if partial := [figure.period.label for figure in earlier if figure.value is None or not figure.coverage.is_full]:
        return f"{'、'.join(partial)}没有报送齐或没有数"
    if equal := [figure.period.label for figure in earlier if figure.value == own.value]:
        return f"与{'、'.join(equal)}一样多"
    return ""


def _surpasses(bound_claim: BoundClaim, figure: Figure, own: Figure) -> bool:
    """Whether a number is known to lie beyond that of the claim; a number that is not of all that was to be reported may be less."""
    if figure.value is None or own.value is None:
        return False
    if _sign(bound_claim) > 0:
        return (figure.low if figure.low is not None else figure.value) > (own.high or own.value)
    is_whole = figure.coverage.is_full or not catalogue()[figure.indicator].adds_up
    return is_whole and (figure.high or figure.value) < (own.low if own.low is not None else own.value)


def _sign(bound_claim: BoundClaim) -> int:
    """Return 1 where the highest is meant, -1 where the lowest is."""
    return -1 if bound_claim.claim.peak and bound_claim.claim.peak.is_lowest else 1


def _number(figure: Figure) -> str:
    return f"{figure.period.label}{numbers.full(figure, catalogue()[figure.indicator])}"
