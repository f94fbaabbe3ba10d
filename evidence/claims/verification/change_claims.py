"""A change held against the figures of both its periods: 同比增长21.6%, 由20场增加到30场."""

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.checked_claim import Binding, CheckedClaim, ClaimPlace, Verdict
from evidence.claims.verification import reasons
from evidence.claims.verification.change_verdicts import (
    change_words,
    doubt_on_change,
    fitting_change,
    verdict_on_change,
)
from evidence.claims.verification.figures import ClaimFigures
from evidence.claims.verification.refusals import missing_words
from indicators.comparison import Comparison
from indicators.engine import catalogue
from wording import numbers
from wording.changes import SILENCES
from wording.states import CLAUSES


def judge_change(
    bound_claim: BoundClaim,
    binding: Binding,
    place: ClaimPlace,
    figures: ClaimFigures,
    comparison: Comparison | None,
) -> CheckedClaim:
    """Return a change against an earlier year with its verdict, like for like: 2025年开展活动同比增长50%."""
    subject, base = reasons.counted_words(binding, place), bound_claim.change.base_words
    if refusal := _refusal(bound_claim, place, comparison, subject):
        return bound_claim.checked(*refusal)
    assert comparison is not None  # else it was refused
    claim, now, before = bound_claim.claim, comparison.now, comparison.before
    both_years = reasons.comparison_base_words(comparison)
    change = fitting_change(claim, bound_claim.change, now, before)
    if change is None:
        return bound_claim.checked("口径未明", f"{subject}：{both_years}；{base}是0，算不出增幅。")
    whole = figures[0] if figures else None
    verdict = verdict_on_change(claim, bound_claim.change, comparison, whole, change)
    conclusion = reasons.direction_words(claim, verdict) if claim.is_trend else reasons.conclusion_words(claim, verdict)
    reason = f"{subject}：{both_years}，{change_words(claim, bound_claim.change, change)}；{conclusion}。"
    if missing := missing_words(bound_claim, place):
        verdict, reason = "口径未明", f"没有写明是{missing}。若指的是：{reason}"
    elif verdict == "相符" and (number_words := _number_words(bound_claim, place, comparison)):
        verdict, reason = "口径未明", f"{number_words}。若指的是这些：{reason}"
    elif verdict in ("偏高", "偏低") and _may_be_against_whole_year(bound_claim):
        verdict = "口径未明"
        reason = f"{bound_claim.period.to_on.year}年还没有记完，没有写明是与{base}的同样几个月比，还是与全年比。若与同样几个月比：{reason}"
    elif verdict in ("偏高", "偏低") and bound_claim.may_be_of_period and not bound_claim.other:
        verdict, reason = "口径未明", f"{reasons.SINCE_FIRST}{reason}"
    elif verdict == "口径未明":
        reason = f"{doubt_on_change(claim, comparison, whole)}{reason}"
    return bound_claim.checked(verdict, reason, (now, before), change)


def _number_words(bound_claim: BoundClaim, place: ClaimPlace, comparison: Comparison) -> str:
    """Return that a change counts other communities than the text says; nothing where it says to compare those of both years: 同口径."""
    return "" if bound_claim.change.is_like_for_like else reasons.number_words(place, comparison.now)


def _refusal(
    bound_claim: BoundClaim, place: ClaimPlace, comparison: Comparison | None, subject: str
) -> tuple[Verdict, str] | None:
    """Return why a change is held against nothing: no earlier year, a number that is hidden, missing or a range; None where it can be."""
    base = bound_claim.change.base_words
    if bound_claim.years_back < 1:
        year = bound_claim.period.to_on.year
        return "口径未明", f"文中的时期到{year}年为止，与{base}相比不是与更早的一年相比，请核对年份。"
    if comparison and comparison.silence == "hidden":
        return "已隐藏", f"{subject}的本期或{base}的数{CLAUSES['hidden']}，增减不核对。"
    if comparison and comparison.silence == "rule_changed":
        return "口径未明", f"{subject}：{SILENCES['rule_changed']}。"
    if comparison is None or comparison.change is None:
        if missing := missing_words(bound_claim, place):
            return "口径未明", f"没有写明是{missing}，不能与{base}比较。"
        if comparison and comparison.silence == "half_empty":
            return "口径未明", f"{subject}：{SILENCES['half_empty']}。"
        return "无记录", f"{subject}缺少本期或{base}的数，无法比较。"
    if comparison.silence == "range":
        both_years = reasons.comparison_base_words(comparison)
        return "口径未明", f"{subject}：{both_years}；有的记录没有姓名，人数只能给出范围，升降不能断定。"
    return None


def judge_ends(bound_claim: BoundClaim, binding: Binding, place: ClaimPlace, figures: ClaimFigures) -> CheckedClaim:
    """Answer a change between two undated ends (由20场增加到30场) with the figures by year."""
    indicator = catalogue()[binding.indicator]
    years = [f"{figure.period.label}{numbers.full(figure, indicator)}" for figure in figures if figure.state == "ok"]
    by_year = f"按年看，{reasons.counted_words(binding, place)}：{'，'.join(years)}。" if years else ""
    return bound_claim.checked("口径未明", f"“由……到……”的两头各是哪一期没有写明，请写出年份。{by_year}")


def _may_be_against_whole_year(bound_claim: BoundClaim) -> bool:
    """Return whether a year that is not over may be compared with all of an earlier one: 2026年接案32例，|比2025年|增长60%; not 同比."""
    window, change = bound_claim.claim.window, bound_claim.change
    is_cut = bool(window and window.to_on and window.to_on > bound_claim.period.to_on)
    return is_cut and bool(change.base_year) and "同期" not in bound_claim.claim.subject
