"""The verdict on a claim, with its reason."""

import re
from dataclasses import replace
from datetime import date

from documents.day_text import day_text
from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.binding.changes import POINTS
from evidence.claims.binding.vocabulary import measure_words
from evidence.claims.checked_claim import Binding, CheckedClaim, ClaimPlace, Verdict
from evidence.claims.verification import reasons
from evidence.claims.verification.acceptance import verdict_on_figure
from evidence.claims.verification.change_verdicts import (
    change_words,
    doubt_on_change,
    fitting_change,
    verdict_on_change,
)
from evidence.claims.verification.every_period import with_every_period
from evidence.claims.verification.figures import ClaimFigures
from evidence.claims.verification.part_claims import judge_parts
from evidence.claims.verification.peak_claims import judge_peak
from evidence.claims.verification.rank_claims import judge_rank
from evidence.claims.verification.refusals import (
    out_of_time_reason,
    points_reason,
    unbound_reason,
    without_figure,
    without_number,
)
from evidence.claims.verification.share_claims import judge_share
from evidence.claims.verification.trend_claims import judge_trend
from evidence.claims.verification.window_changes import judge_windows
from indicators.comparison import Comparison
from indicators.engine import catalogue
from indicators.list_days import rests_on_register
from indicators.model import Figure
from wording import numbers, reports
from wording.states import CLAUSES

# Counted by so many people: 每百名居民|有志愿者5名, 每千人, 平均每位村民|捐款19元.
PER_HEADS = re.compile(
    r"平均每一?[位名个](?:村民|居民|[一-鿿]{2,3}者|社工|党员|老人|人)?|每[一两]?[百千万](?:[名个位]|户)?(?:常住|户籍)?(?:居民|人口?|老人|家庭)?"
)
# What was added in a time, and is not all there is: 新增志愿者, 新发展党员, 净增社会组织
ADDED = re.compile(r"新[增添发培孵招吸登注加成挖][一-鿿]?|净增")
# The same of what is counted from the first record on: 2025年|获得|荣誉3项, |挖掘|领袖骨干10名.
CAME = re.compile(r"获得|荣获|获评|斩获|挖掘|认定|入选")


def judge(
    bound_claim: BoundClaim, figures: ClaimFigures, comparison: Comparison | None, first_day: date, last_day: date
) -> CheckedClaim:
    """Return the claim with its verdict; `first_day` and `last_day` are those between which there are records."""
    claim, binding, place, period = bound_claim.claim, bound_claim.binding, bound_claim.place, bound_claim.period
    if bound_claim.doubt:
        return bound_claim.checked("口径未明", bound_claim.doubt)
    if claim.is_comparison:
        return bound_claim.checked("口径未明", f"“{claim.text}”没有写出各是多少，无法核对。请写出两边的数和时期。")
    if binding is None:
        return bound_claim.checked("无记录", unbound_reason(bound_claim))
    if place is None:
        return bound_claim.checked("无记录", f"名册里没有“{claim.place}”。如果是别名，请登记到名册。")
    if period.to_on < first_day or period.from_on > last_day:
        return bound_claim.checked("无记录", out_of_time_reason(period, first_day, last_day))
    if bound_claim.is_trend:
        return judge_trend(bound_claim, binding, place, figures)
    if claim.unit == POINTS and catalogue()[binding.indicator].unit != "%":
        return bound_claim.checked("口径未明", points_reason(bound_claim, binding))
    if claim.peak:
        return judge_peak(bound_claim, binding, place, figures)
    if claim.rank:
        return judge_rank(bound_claim, binding, place, figures)
    if bound_claim.share:
        return judge_share(bound_claim, bound_claim.share, binding, place, figures)
    if bound_claim.each and (missing := _missing_words(bound_claim, place)):
        return bound_claim.checked("口径未明", f"没有写明是{missing}，不能逐一核对“{claim.text}”。")
    if bound_claim.each and not _counts_additions(bound_claim, binding):
        return judge_parts(bound_claim, binding, place, figures)
    if bound_claim.other_base:
        return judge_windows(bound_claim, binding, place, figures)
    if bound_claim.change.kind == "year_on_year":
        return _judge_change(bound_claim, binding, place, figures, comparison)
    if bound_claim.change.kind == "growth":
        return bound_claim.checked(
            "口径未明", f"没有写明与哪一期相比，“{claim.text}”无法核对。请写成“同比”，或写出两期的数。"
        )
    if bound_claim.change.kind == "ends":
        return _judge_ends(bound_claim, binding, place, figures)
    if claim.rate and not bound_claim.rate and "/" not in catalogue()[binding.indicator].unit:
        return bound_claim.checked(
            "口径未明", f"文中按“{claim.rate}”计，记录只能按年、季度、月核对。请改写成其中一种。"
        )
    if (per_head := PER_HEADS.search(claim.subject)) and "/" not in catalogue()[binding.indicator].unit:
        return bound_claim.checked(
            "口径未明", f"文中按“{per_head[0]}”计，记录里的“{catalogue()[binding.indicator].label}”是总数，不能直接比。"
        )
    checked_claim = _judge_level(bound_claim, binding, place, figures[:1])
    return (
        with_every_period(bound_claim, checked_claim, figures[1:]) if bound_claim.counts_every_period else checked_claim
    )


def _judge_level(bound_claim: BoundClaim, binding: Binding, place: ClaimPlace, figures: ClaimFigures) -> CheckedClaim:
    """Judge a plain number: 2022年开展活动43场."""
    if not figures:
        return without_figure(bound_claim, binding, place)
    claim, period, figure, gap = bound_claim.claim, bound_claim.period, figures[0], ""
    computed = reasons.computed_words(binding, place, period, figure)
    if _counts_additions(bound_claim, binding):
        return bound_claim.checked(
            "口径未明", f"文中说的是这段时间里增加的数，记录里是到最后一天的总数，不能直接比。{computed}。"
        )
    if figure.state != "ok":
        return without_number(bound_claim, figure, computed)
    if bound_claim.but:
        return _judge_close(bound_claim, binding, place, figure, computed)
    verdict: Verdict = verdict_on_figure(claim, figure)
    reason = f"{computed}；{reasons.comparison_words(claim, verdict, figure)}。"
    missing = _missing_words(bound_claim, place)
    if missing and place.is_stated and period.is_of_dated_text and verdict == "相符":
        reason = f"文中没有写明时期，从头算到写作那天相符：{reason}"
    elif missing:
        verdict, reason = "口径未明", f"没有写明是{missing}。若指的是：{reason}"
    elif verdict == "相符" and (number_words := reasons.number_words(place, figure)):
        verdict, reason = "口径未明", f"{number_words}。若指的是这些：{reason}"
    elif verdict == "相符" and bound_claim.is_of_whole_year and (year_gap := _year_gap(bound_claim, figure)):
        verdict, reason = "口径未明", f"文中说的是全年，{year_gap}。若指的是已报送的：{reason}"
    elif verdict == "相符" and claim.is_worded and claim.value == 0 and not figure.coverage.is_full:
        verdict, reason = "口径未明", f"文中说的是一个也没有，这段时期没有报送齐，不能断定。{reason}"
    elif period.is_event and verdict == "偏低":
        verdict, reason = "口径未明", f"没有写明是哪一天。最大的一天：{reason}"
    elif verdict != "相符" and bound_claim.may_be_of_period and not bound_claim.other:
        verdict = "口径未明"
        reason = f"没有写明是这段时期里的，还是从头累计的；记录里是从头算到最后一天的数：{reason}"
    elif verdict != "相符" and figure.coverage.listed_on and rests_on_register(catalogue()[binding.indicator]):
        verdict, reason = "口径未明", f"名册不是那时的，不能断定。{reason}"
    elif verdict == "偏高" and (gap := reasons.gap_words(figure)) and _may_grow(bound_claim, binding, figure):
        verdict, reason = "口径未明", f"{computed}；已报送的没有“{claim.text}”这么多，未报送的部分无法核对。"
    elif verdict == "偏高":
        reason += _earlier_records_words(bound_claim, binding)
    suggestion = ""
    if verdict != "相符":
        suggestion = reasons.suggestion(binding, place, period, figure, claim.qualifier)
        if suggestion and gap:  # names who is missing in place of the note that only counts
            suggestion = f"{suggestion.rstrip('。').removesuffix(reports.note(figure))}{gap}。"
    return bound_claim.checked(verdict, reason, figures, figure.value, suggestion)


def _counts_additions(bound_claim: BoundClaim, binding: Binding) -> bool:
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


def _judge_change(
    bound_claim: BoundClaim,
    binding: Binding,
    place: ClaimPlace,
    figures: ClaimFigures,
    comparison: Comparison | None,
) -> CheckedClaim:
    """Judge a change against an earlier year, like for like: 2025年开展活动同比增长50%."""
    subject, base = reasons.counted_words(binding, place), bound_claim.change.base_words
    if bound_claim.years_back < 1:
        return bound_claim.checked(
            "口径未明",
            f"文中的时期到{bound_claim.period.to_on.year}年为止，与{base}相比不是与更早的一年相比，请核对年份。",
        )
    if comparison and comparison.silence == "hidden":
        return bound_claim.checked("已隐藏", f"{subject}的本期或{base}的数{CLAUSES['hidden']}，增减不核对。")
    if comparison is None or comparison.change is None:
        if missing := _missing_words(bound_claim, place):
            return bound_claim.checked("口径未明", f"没有写明是{missing}，不能与{base}比较。")
        return bound_claim.checked("无记录", f"{subject}缺少本期或{base}的数，无法比较。")
    claim, now, before = bound_claim.claim, comparison.now, comparison.before
    both_years = reasons.comparison_base_words(comparison)
    if comparison.silence == "range":
        return bound_claim.checked(
            "口径未明", f"{subject}：{both_years}；有的记录没有姓名，人数只能给出范围，升降不能断定。"
        )
    change = fitting_change(claim, bound_claim.change, now, before)
    if change is None:
        return bound_claim.checked("口径未明", f"{subject}：{both_years}；{base}是0，算不出增幅。")
    whole = figures[0] if figures else None
    verdict = verdict_on_change(claim, comparison, whole, change)
    conclusion = reasons.direction_words(claim, verdict) if claim.is_trend else reasons.conclusion_words(claim, verdict)
    reason = f"{subject}：{both_years}，{change_words(claim, bound_claim.change, change)}；{conclusion}。"
    if missing := _missing_words(bound_claim, place):
        verdict, reason = "口径未明", f"没有写明是{missing}。若指的是：{reason}"
    elif verdict == "相符" and (number_words := reasons.number_words(place, now)):
        verdict, reason = "口径未明", f"{number_words}。若指的是这些：{reason}"
    elif verdict == "口径未明":
        reason = f"{doubt_on_change(claim, comparison, whole)}{reason}"
    return bound_claim.checked(verdict, reason, (now, before), change)


def _judge_ends(bound_claim: BoundClaim, binding: Binding, place: ClaimPlace, figures: ClaimFigures) -> CheckedClaim:
    """Answer a change between two undated ends (由20场增加到30场) with the figures by year."""
    indicator = catalogue()[binding.indicator]
    years = [f"{figure.period.label}{numbers.full(figure, indicator)}" for figure in figures if figure.state == "ok"]
    by_year = f"按年看，{reasons.counted_words(binding, place)}：{'，'.join(years)}。" if years else ""
    return bound_claim.checked("口径未明", f"“由……到……”的两头各是哪一期没有写明，请写出年份。{by_year}")


def _year_gap(bound_claim: BoundClaim, figure: Figure) -> str:
    """Return what keeps a figure from being that of a whole year, "" where nothing does: months not reported, or not over."""
    window = bound_claim.claim.window
    if window and window.to_on and window.to_on > bound_claim.period.to_on:
        return f"记录到{day_text(bound_claim.period.to_on)}为止"
    return "" if figure.coverage.is_full else "没有报送齐"


def _may_grow(bound_claim: BoundClaim, binding: Binding, figure: Figure) -> bool:
    """Whether reports that are missing could add to the figure: a count over a period, not over all there is."""
    lacks_nothing = not figure.missing and replace(figure.coverage, listed_on=None).is_plain
    return catalogue()[binding.indicator].adds_up and not (bound_claim.period.is_until or lacks_nothing)


def _missing_words(bound_claim: BoundClaim, place: ClaimPlace) -> str:
    """Which of time and place is not stated, in words; empty when both are."""
    period = [] if bound_claim.is_timed else ["哪个时期"]
    community = [] if place.is_stated else [place.question]
    return "、".join([*period, *community])


def _earlier_records_words(bound_claim: BoundClaim, binding: Binding) -> str:
    """Counting from the beginning, a text may know of years that were never loaded."""
    if not bound_claim.period.is_until or not catalogue()[binding.indicator].adds_up:
        return ""
    return f"记录从{day_text(bound_claim.period.from_on)}开始，更早的没有入库。"
