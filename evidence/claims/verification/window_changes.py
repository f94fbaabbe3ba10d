"""Changes between two windows of other months: 2025年上半年比2024年下半年增长12%. Nothing is like for like in them but what was reported in full."""

from collections.abc import Sequence

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.checked_claim import Binding, CheckedClaim, ClaimPlace
from evidence.claims.verification import reasons
from evidence.claims.verification.acceptance import is_range, verdict_on_value
from evidence.claims.verification.change_verdicts import change_words, fitting_change
from indicators.engine import catalogue
from indicators.model import Figure
from wording import numbers, reports


def judge_windows(
    bound_claim: BoundClaim, binding: Binding, place: ClaimPlace, figures: Sequence[Figure]
) -> CheckedClaim:
    """Return a change against other months with its verdict; 口径未明 where one of the two windows was not reported in full."""
    both = "，".join(f"{figure.period.label}{_number_words(figure)}" for figure in figures)
    finding = f"{reasons.counted_words(binding, place)}：{both}"
    values = [figure.value for figure in figures if figure.state == "ok" and figure.value is not None]
    change = None
    if len(values) == 2:
        change = fitting_change(bound_claim.claim, bound_claim.change, figures[1], figures[0])
    if change is None:
        return bound_claim.checked("无记录", f"{finding}，无法比较。", figures)
    finding += f"，{change_words(bound_claim.claim, bound_claim.change, change)}"
    if doubt := _doubt(place, figures):
        return bound_claim.checked("口径未明", f"{doubt}{finding}。", figures, change)
    verdict = verdict_on_value(bound_claim.claim, change)
    reason = f"{finding}；{reasons.conclusion_words(bound_claim.claim, verdict)}。"
    return bound_claim.checked(verdict, reason, figures, change)


def _doubt(place: ClaimPlace, figures: Sequence[Figure]) -> str:
    """Return what leaves such a change undecided, "" where nothing does."""
    if not place.is_stated:
        return f"没有写明是{place.question}。若指的是："
    if any(is_range(figure) for figure in figures):
        return "有的记录没有姓名，人数只能给出范围，升降不能断定。"
    if any(not figure.coverage.is_full for figure in figures):
        return "两期的月份不同，又没有报送齐，不能直接比。按已报送的："
    return ""


def _number_words(figure: Figure) -> str:
    number = numbers.full(figure, catalogue()[figure.indicator])
    return f"为{number}{reports.note(figure)}" if figure.state == "ok" else number
