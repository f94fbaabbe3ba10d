"""A plain number held against the figure it speaks of, and what the text leaves open about it."""

import re
from dataclasses import replace

from documents.day_text import day_text
from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.binding.vocabulary import measure_words
from evidence.claims.checked_claim import Binding, CheckedClaim, ClaimPlace, Verdict
from evidence.claims.verification import reasons
from evidence.claims.verification.acceptance import verdict_on_figure
from evidence.claims.verification.figures import ClaimFigures
from evidence.claims.verification.refusals import missing_words, without_figure, without_number
from indicators.engine import catalogue
from indicators.list_days import rests_on_register
from indicators.model import Figure
from wording import reports

# What was added in a time, and is not all there is: 新增志愿者, 新发展党员, 净增社会组织
ADDED = re.compile(r"新[增添发培孵招吸登注加成挖][一-鿿]?|净增")
# The same of what is counted from the first record on: 2025年|获得|荣誉3项, |挖掘|领袖骨干10名.
CAME = re.compile(r"获得|荣获|获评|斩获|挖掘|认定|入选")


def judge_level(bound_claim: BoundClaim, binding: Binding, place: ClaimPlace, figures: ClaimFigures) -> CheckedClaim:
    """Return a plain number with its verdict: 2022年开展活动43场."""
    if not figures:
        return without_figure(bound_claim, binding, place)
    claim, period, figure, gap = bound_claim.claim, bound_claim.period, figures[0], ""
    computed = reasons.computed_words(binding, place, period, figure)
    if counts_additions(bound_claim, binding):
        return bound_claim.checked(
            "口径未明", f"文中说的是这段时间里增加的数，记录里是到最后一天的总数，不能直接比。{computed}。"
        )
    if figure.state != "ok":
        return without_number(bound_claim, figure, computed)
    if bound_claim.but:
        return _judge_close(bound_claim, binding, place, figure, computed)
    verdict: Verdict = verdict_on_figure(claim, figure)
    reason = f"{computed}；{reasons.comparison_words(claim, verdict, figure)}。"
    verdict, reason = _weighed(bound_claim, binding, place, figure, verdict, reason)
    if verdict == "偏高":
        if (gap := reasons.gap_words(figure)) and _may_grow(binding, figure):
            lacking = "没有写全" if figure.coverage.is_full and figure.coverage.half_filled else "未报送"
            verdict, reason = "口径未明", f"{computed}；已报送的没有“{claim.text}”这么多，{lacking}的部分无法核对。"
        else:
            reason += _earlier_records_words(bound_claim, binding)
    suggestion = _suggestion(bound_claim, binding, place, figure, gap) if verdict != "相符" else ""
    return bound_claim.checked(verdict, reason, figures, figure.value, suggestion)


def _weighed(
    bound_claim: BoundClaim, binding: Binding, place: ClaimPlace, figure: Figure, verdict: Verdict, reason: str
) -> tuple[Verdict, str]:
    """Return a verdict and its reason, 口径未明 where what the text leaves open could turn it."""
    if missing := missing_words(bound_claim, place):
        if place.is_stated and bound_claim.period.is_of_dated_text and verdict == "相符":
            return verdict, f"文中没有写明时期，从头算到写作那天相符：{reason}"
        return "口径未明", f"没有写明是{missing}。若指的是：{reason}"
    if verdict == "相符":
        doubt = _doubt_on_fit(bound_claim, place, figure)
    else:
        doubt = _doubt_on_miss(bound_claim, binding, figure, verdict)
    return ("口径未明", f"{doubt}{reason}") if doubt else (verdict, reason)


def _doubt_on_fit(bound_claim: BoundClaim, place: ClaimPlace, figure: Figure) -> str:
    """Return what keeps a number that fits from being 相符, "" where nothing does."""
    if number_words := reasons.number_words(place, figure):
        return f"{number_words}。若指的是这些："
    if bound_claim.is_of_whole_year and (year_gap := _year_gap(bound_claim, figure)):
        return f"文中说的是全年，{year_gap}。若指的是已报送的："
    is_nought = bound_claim.claim.is_worded and bound_claim.claim.value == 0
    if is_nought and not figure.coverage.is_full:
        return "文中说的是一个也没有，这段时期没有报送齐，不能断定。"
    return ""


def _doubt_on_miss(bound_claim: BoundClaim, binding: Binding, figure: Figure, verdict: Verdict) -> str:
    """Return what keeps a number that does not fit from being refuted, "" where nothing does."""
    if bound_claim.period.is_event and verdict == "偏低":
        return "没有写明是哪一天。最大的一天："
    if bound_claim.may_be_of_period and not bound_claim.other:
        return reasons.SINCE_FIRST
    if figure.coverage.listed_on and rests_on_register(catalogue()[binding.indicator]):
        return "名册不是那时的，不能断定。"
    return ""


def _suggestion(bound_claim: BoundClaim, binding: Binding, place: ClaimPlace, figure: Figure, gap: str) -> str:
    """Return the sentence to write instead; `gap` names who is missing in place of the note that only counts."""
    suggestion = reasons.suggestion(binding, place, bound_claim.period, figure, bound_claim.claim.qualifier)
    if suggestion and gap:
        return f"{suggestion.rstrip('。').removesuffix(reports.note(figure))}{gap}。"
    return suggestion


def counts_additions(bound_claim: BoundClaim, binding: Binding) -> bool:
    """Return whether a claim counts what came in its period, and its indicator all there is at the end: 2026年新增志愿者188人."""
    subject, indicator = bound_claim.claim.subject, catalogue()[binding.indicator]
    is_added = bool(ADDED.search(subject)) or (bound_claim.may_be_of_period and bool(CAME.search(subject)))
    return is_added and not indicator.is_of_period and not bound_claim.period.is_until and not indicator.denominator


def _judge_close(
    bound_claim: BoundClaim, binding: Binding, place: ClaimPlace, figure: Figure, computed: str
) -> CheckedClaim:
    """Put a figure beside a number that counts something close to it, and leave the judgement to the reader: 走访420户 and 户次."""
    indicator, claim = catalogue()[binding.indicator], bound_claim.claim
    difference = (
        "口径不同" if claim.unit in measure_words(indicator.id) else f"单位不同（{claim.unit}、{indicator.unit}）"
    )
    reason = f"文中写的是{bound_claim.but}，记录里只有“{indicator.label}”，{difference}，不能直接比。{computed}。"
    suggestion = reasons.suggestion(binding, place, bound_claim.period, figure, claim.qualifier)
    return bound_claim.checked("口径未明", reason, (figure,), figure.value, suggestion)


def _year_gap(bound_claim: BoundClaim, figure: Figure) -> str:
    """Return what keeps a figure from being that of a whole year, "" where nothing does: months not reported, or not over."""
    window = bound_claim.claim.window
    if window and window.to_on and window.to_on > bound_claim.period.to_on:
        return f"记录到{day_text(bound_claim.period.to_on)}为止"
    return "" if figure.coverage.is_full else "没有报送齐"


def _may_grow(binding: Binding, figure: Figure) -> bool:
    """Whether reports that are missing could add to the figure."""
    lacks_nothing = not figure.missing and replace(figure.coverage, listed_on=None).is_plain
    return catalogue()[binding.indicator].adds_up and not lacks_nothing


def _earlier_records_words(bound_claim: BoundClaim, binding: Binding) -> str:
    """Counting from the beginning, a text may know of years that were never loaded."""
    if not bound_claim.period.is_until or not catalogue()[binding.indicator].adds_up:
        return ""
    return f"记录从{day_text(bound_claim.period.from_on)}开始，更早的没有入库。"
