"""The verdict on a change whose like-for-like figures are known, and what may leave it undecided."""

import re
from dataclasses import replace

from evidence.claims.binding.changes import POINTS, ClaimedChange, change_in_claim_unit
from evidence.claims.checked_claim import Verdict
from evidence.claims.detection.claim import Claim
from evidence.claims.verification.acceptance import verdict_on_value
from indicators.comparison import Comparison
from indicators.engine import catalogue
from indicators.model import Figure
from wording import numbers, ranking

# A change may be said of a window where so much of what was reported in it is compared: nine tenths.
NEARLY_ALL = (9, 10)
# Words that say of a rise or fall without an amount that it is large, which only a test bears out: 明显下降, 大幅增长.
LARGE = re.compile(r"明显|显著|大幅|大大|极大|快速|迅速")


def fitting_change(claim: Claim, claimed: ClaimedChange, now: Figure, before: Figure) -> float | None:
    """Return by how much a figure changed, in the claim's unit; of two shares the difference of what is printed where the claim fits that
    alone: 87.8 and 84.3 % differ by 3.5 points, be the exact difference 3.552. None where growth from 0 would be needed."""
    indicator = catalogue()[now.indicator]
    values = now.value or 0.0, before.value or 0.0
    exact = change_in_claim_unit(claim, claimed, *values, indicator.unit)
    if claim.unit != POINTS or exact is None or verdict_on_value(claim, exact) == "相符":
        return exact
    printed_now, printed_before = (round(value, indicator.decimals) for value in values)
    printed = change_in_claim_unit(claim, claimed, printed_now, printed_before, indicator.unit)
    return printed if printed is not None and verdict_on_value(claim, printed) == "相符" else exact


def verdict_on_change(
    claim: Claim, claimed: ClaimedChange, comparison: Comparison, whole: Figure | None, change: float
) -> Verdict:
    """Return 相符 only where the reports compared are nearly all of the window, or the text says 同口径; 口径未明 where % fits as 百分点 alone."""
    verdict = verdict_on_value(claim, change)
    if claim.qualifier == "under" and change < 0:  # 增长不超过20% says that it grew
        return "偏高"
    if verdict == "相符":
        is_of_window = claimed.is_like_for_like or _is_of_whole_window(comparison, whole)
        is_borne_out = is_of_window and not _is_untested_large(claim, comparison)
        return "相符" if is_borne_out else "口径未明"
    return "口径未明" if _is_meant_as_points(claim, comparison) else verdict


def doubt_on_change(claim: Claim, comparison: Comparison, whole: Figure | None) -> str:
    """Return what leaves a change undecided."""
    if _is_untested_large(claim, comparison):
        return f"说升降很大，要超出误差范围才能断定；这里没有超出，或者{ranking.UNTESTED}。请写出两期的数。"
    if _is_of_whole_window(comparison, whole):
        points = numbers.rounded(abs(comparison.change or 0), 2)
        return f"比例增减的“%”是相对原来的比例，百分点是两个比例相减（{points}个百分点），请写明是哪一种。"
    return "两期都报送的只是这个时期的一部分，不能说是整个时期的增减，请写明比的是哪些月份或社区。"


def change_words(claim: Claim, claimed: ClaimedChange, change: float) -> str:
    """Return a change as the records have it, in the claim's unit: 增长21.6%, 下降3场, 是上年同期的1.64倍; of a claim without an amount
    its direction: 增加了."""
    if claim.is_trend:
        return "没有变化" if not change else "增加了" if change > 0 else "减少了"
    amount = f"{numbers.rounded(abs(change), 2)}{claim.unit}"
    if claimed.is_multiple:
        return f"是{claimed.base_words}的{amount}"
    return f"{'下降' if claimed.is_less == (change >= 0) else '增长'}{amount}"


def _is_of_whole_window(comparison: Comparison, whole: Figure | None) -> bool:
    """Whether a comparison leaves out little of what was reported in the window itself, whose figure is `whole`."""
    if whole is None or not comparison.is_of_months:
        return True
    return comparison.coverage.reported * NEARLY_ALL[1] >= whole.coverage.reported * NEARLY_ALL[0]


def _is_untested_large(claim: Claim, comparison: Comparison) -> bool:
    """Whether a rise or fall without an amount is called large, and chance was not ruled out."""
    return claim.is_trend and bool(LARGE.search(claim.text)) and not comparison.is_tested


def _is_meant_as_points(claim: Claim, comparison: Comparison) -> bool:
    """Whether a share is said to rise by % where its points fit: 满意率由84.7%到88.7%，提高4%."""
    if not claim.unit == comparison.indicator.unit == "%":
        return False
    in_points = replace(claim, unit=POINTS)
    points = fitting_change(in_points, ClaimedChange("year_on_year"), comparison.now, comparison.before)
    return verdict_on_value(in_points, abs(points or 0)) == "相符"
