"""Trends that a text asserts, tested on the records: quarter by quarter, or year by year where the text says 逐年."""

import re
from collections.abc import Sequence
from itertools import dropwhile, pairwise

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.checked_claim import Binding, CheckedClaim, ClaimPlace, Verdict
from evidence.claims.detection.calendar_words import small_number
from evidence.claims.detection.claim import Claim
from evidence.claims.detection.trends import is_rising
from evidence.claims.verification import reasons
from evidence.claims.verification.acceptance import is_range
from indicators import periods, trend
from indicators.engine import catalogue
from indicators.model import Figure, Grain
from indicators.trend import LEAST_PERIODS, Trend
from wording import dates, numbers
from wording.numbers import p_value
from wording.states import CLAUSES

# A trend over years: 满意度逐年提升, 连续三年上升.
YEARLY = re.compile(r"逐年|年年|连年|每年|连续[两二三四五六七八九十\d]+年")
# That each year has more than the one before, of the last years where it says of how many: 逐年, 连续三年.
YEAR_BY_YEAR = re.compile(r"逐年|年年|连年|连续(?P<count>[两二三四五六七八九十]|\d{1,2})年")
# A trend over months: 投诉量逐月下降.
MONTHLY = re.compile(r"逐月|每月")
# Where people can only be counted as a range, what is counted without names shows at least how often they came.
SUBSTITUTES = {
    "participants": "attendances",
    "participation_rate": "attendances",
    "participation_coverage": "attendances",
    "donors": "gifts",
}


def trend_grains(claim: Claim) -> tuple[Grain, ...]:
    """Return by what periods to test: the one the text names, then quarters."""
    if YEARLY.search(claim.text):
        return ("year", "quarter")
    return ("month", "quarter") if MONTHLY.search(claim.text) else ("quarter",)


def judge_trend(
    bound_claim: BoundClaim, binding: Binding, place: ClaimPlace, figures: Sequence[Figure]
) -> CheckedClaim:
    """Return a trend claim with its verdict: 相符 only where the test finds the direction that the text asserts."""
    claim, period = bound_claim.claim, bound_claim.period
    series = [figure for figure in figures if figure.indicator == binding.indicator]
    grain, tested = _test(claim, series)
    days = periods.window(period.from_on, period.to_on).label
    finding = f"{days}，{reasons.counted_words(binding, place)}{_finding_words(grain, tested)}。"
    if tested.direction == "none" and any(is_range(figure) for figure in series):
        return _undecided(bound_claim, finding, place, [figure for figure in figures if figure not in series])
    if place.is_stated and (years := years_one_by_one(bound_claim, figures)):
        return _judge_by_year(bound_claim, binding, place, years, finding)
    is_undecided = tested.is_of_increments and not _bears_out(claim, tested)  # a running total grows in any case
    if tested.direction in ("short", "untested") or is_undecided or not place.is_stated:
        missing = f"没有写明是{place.question}。" if not place.is_stated else ""
        return bound_claim.checked("口径未明", f"{missing}{finding}", figures)
    known = [figure for figure in series if figure.value is not None]
    if number_words := reasons.number_words(place, min(known, key=lambda figure: len(figure.counted))):
        return bound_claim.checked("口径未明", f"{number_words}。{finding}", figures)
    verdict: Verdict = "相符"
    reason, suggestion = finding, ""
    if not _bears_out(claim, tested):
        verdict, reason = "偏高", f"记录不支持这个说法：{finding}"
        suggestion = f"删去“{claim.text}”，或写出两个时期的数和各自的时间。"
    return bound_claim.checked(verdict, reason, figures, tested.slope, suggestion)


def years_one_by_one(bound_claim: BoundClaim, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures of whole years that a rise from year to year (逐年) is held against one by one; none for another trend.

    A test answers for a trend; that each year has more than the one before is so or not.
    """
    binding = bound_claim.binding
    if not (bound_claim.is_trend and binding and YEAR_BY_YEAR.search(bound_claim.claim.text)):
        return []
    series = [figure for figure in figures if figure.indicator == binding.indicator and _grain_of(figure) == "year"]
    years = [figure for figure in series if periods.is_whole(figure.period)]
    if not bound_claim.period.is_stated:
        years = list(dropwhile(lambda figure: figure.state == "not_reported", years))
    if count := _years_in_a_row(bound_claim.claim):
        years = years[-count - 1 :]
    is_countable = catalogue()[binding.indicator].is_of_period and not any(map(is_range, years))
    return years if is_countable and len(years) >= max(2, count) else []


def _years_in_a_row(claim: Claim) -> int:
    """Return of how many years a rise from year to year is said: 连续三年; 0 where it is said of all."""
    match = YEAR_BY_YEAR.search(claim.text)
    return small_number(match["count"]) if match and match["count"] else 0


def _judge_by_year(
    bound_claim: BoundClaim, binding: Binding, place: ClaimPlace, years: Sequence[Figure], finding: str
) -> CheckedClaim:
    """Return a rise or fall from year to year with its verdict, by the numbers of the years."""
    claim, label = bound_claim.claim, reasons.counted_words(binding, place)
    if any(figure.state == "hidden" for figure in years):
        return bound_claim.checked("已隐藏", f"{label}有的年份{CLAUSES['hidden']}，“{claim.text}”不核对。")
    sign, less = (1, "多") if is_rising(claim.qualifier_word or claim.text) else (-1, "少")
    pairs = [pair for pair in pairwise(years) if all(_is_known(figure, place) for figure in pair)]
    against = [now.period.label for before, now in pairs if ((now.value or 0) - (before.value or 0)) * sign <= 0]
    numbers_of_years = [f"{year.period.label}{numbers.full(year, catalogue()[binding.indicator])}" for year in years]
    subject = f"{label}逐年看（{'，'.join(numbers_of_years)}）"
    count = _years_in_a_row(claim)
    if (
        against == [years[1].period.label] and len(years) > count > 0
    ):  # of as many years the first has nothing before it
        return bound_claim.checked(
            "口径未明", f"{subject}，没有写明从哪一年起：{against[0]}没有比上年{less}，以后每年都{less}。"
        )
    if against:
        reason = f"{subject}，{'、'.join(against)}没有比上年{less}，不能说“{claim.text}”。"
        return bound_claim.checked("偏高", reason, suggestion=f"删去“{claim.text}”，或写出各年的数。")
    if len(pairs) < len(years) - 1:
        gap = next(filter(None, (reasons.number_words(place, figure) for figure in years)), "有的年份没有报送齐")
        return bound_claim.checked("口径未明", f"{subject}，{gap}，不能断定每年都比上年{less}。{finding}")
    return bound_claim.checked("相符", f"{subject}，每年都比上年{less}。{finding}")


def _is_known(figure: Figure, place: ClaimPlace) -> bool:
    return figure.state == "ok" and figure.coverage.is_full and not reasons.number_words(place, figure)


def _undecided(bound_claim: BoundClaim, finding: str, place: ClaimPlace, substitutes: Sequence[Figure]) -> CheckedClaim:
    """The answer where people are counted as a range only: the trend of how often people came instead."""
    reason, suggestion = f"有的记录没有姓名，人数只能给出范围，升降不能断定。{finding}", ""
    if substitutes:
        label = catalogue()[substitutes[0].indicator].label
        grain, tested = _test(bound_claim.claim, substitutes)
        reason += f"{label}{_finding_words(grain, tested)}。"
        suggestion = f"{place.words}{label}{tested.words}。" if _bears_out(bound_claim.claim, tested) else ""
    return bound_claim.checked("口径未明", reason, suggestion=suggestion)


def _test(claim: Claim, figures: Sequence[Figure]) -> tuple[Grain, Trend]:
    """The first grain with periods enough and its test; the last grain where none has."""
    tests = [
        (grain, trend.of_figures([figure for figure in figures if _grain_of(figure) == grain]))
        for grain in trend_grains(claim)
    ]
    return next(((grain, tested) for grain, tested in tests if tested.direction != "short"), tests[-1])


def _grain_of(figure: Figure) -> Grain:
    days = (figure.period.to_on - figure.period.from_on).days
    return "month" if days < 31 else "quarter" if days < 92 else "year"


def _bears_out(claim: Claim, tested: Trend) -> bool:
    """Whether the records rise where the text says so, or fall."""
    return tested.direction == ("up" if is_rising(claim.qualifier_word or claim.text) else "down")


def _finding_words(grain: Grain, tested: Trend) -> str:
    """The test in words: 按季检验21期，呈上升趋势（p=0.003）."""
    by_grain = dates.by_grain(grain)
    if tested.direction == "short":
        return f"{by_grain}只有{tested.n}期有数，少于{LEAST_PERIODS}期，不能检验趋势"
    if tested.direction == "untested":
        return tested.words
    finding = f"{by_grain}检验{tested.n}期，{tested.words}（p{p_value(tested.p or 0)}）"
    if tested.direction != "none":
        return finding
    return f"{finding}：这样的起伏，纯属偶然也有{(tested.p or 0) * 100:.0f}%的可能"
