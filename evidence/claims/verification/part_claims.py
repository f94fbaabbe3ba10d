"""A number said of every part (六个社区均超过4000人次, 每月不少于10场), held against each community, year, quarter or month by itself."""

from collections.abc import Sequence
from itertools import dropwhile

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.checked_claim import Binding, CheckedClaim, ClaimPlace
from evidence.claims.verification import reasons
from evidence.claims.verification.acceptance import declaration, verdict_on_figure
from evidence.claims.verification.every_period import NO_TIME
from indicators import periods
from indicators.engine import catalogue
from indicators.model import Figure
from warehouse.communities import short_name
from wording import numbers
from wording.states import CLAUSES

SUGGESTION = "删去说每一个的字，写合计，或把每一个的数都写出来。"
MOST_LISTED = 6  # parts that a reason names one by one


def judge_parts(
    bound_claim: BoundClaim, binding: Binding, place: ClaimPlace, figures: Sequence[Figure]
) -> CheckedClaim:
    """Return the claim with its verdict: 相符 only where every part was reported in full and holds; `figures` are those of the parts."""
    claim, label = bound_claim.claim, catalogue()[binding.indicator].label
    opening = f"“{bound_claim.each}”说的是每一个"
    if not bound_claim.parts or bound_claim.but:
        why = _undivided_words(bound_claim)
        return bound_claim.checked("口径未明", f"{opening}，{why}，不能用合计或平均代替。")
    parts = _whole_parts(bound_claim, figures)
    subject = reasons.counted_words(binding, place)
    for figure in filter(_is_known, parts):
        if (verdict := verdict_on_figure(claim, figure)) in ("偏高", "偏低"):
            conclusion = reasons.conclusion_words(claim, verdict)
            finding = reasons.computed_words(binding, _part_place(place, figure), bound_claim.period, figure)
            reason = f"{opening}：{finding}；{conclusion}。{_all_words(bound_claim, parts)}"
            if bound_claim.has_no_beginning and bound_claim.rate in ("month", "quarter"):
                return bound_claim.checked("口径未明", f"{NO_TIME}{reason}", (figure,), figure.value, SUGGESTION)
            return bound_claim.checked(verdict, reason, (figure,), figure.value, SUGGESTION)
    if any(figure.state == "hidden" for figure in parts):
        return bound_claim.checked("已隐藏", f"{opening}，{subject}有的{CLAUSES['hidden']}，所以不核对。", parts)
    if unknown := _unknown_words(bound_claim, place, parts):
        return bound_claim.checked("口径未明", f"{opening}，{subject}：{unknown}，不能断定。", parts)
    listed = (
        parts if len(parts) <= MOST_LISTED else sorted(parts, key=lambda figure: figure.value or 0)[:: len(parts) - 1]
    )
    values = "，".join(f"{_part_words(bound_claim, figure)}{_number(figure)}" for figure in listed)
    extremes = "，最少和最多的是" if len(parts) > MOST_LISTED else "："
    if any(verdict_on_figure(claim, figure) != "相符" for figure in parts):
        return bound_claim.checked("口径未明", f"{opening}，{label}有的只能给出范围{extremes}{values}。", parts)
    reason = f"{opening}，{label}的{len(parts)}个数都符合{extremes}{values}。"
    return bound_claim.checked("相符", reason, parts)


def _undivided_words(bound_claim: BoundClaim) -> str:
    """Return why a claim has no parts that could be judged one by one."""
    if bound_claim.change.kind != "level":
        return "各自的增减没有逐一核对"
    if bound_claim.streak and bound_claim.each == bound_claim.streak.word:
        return "文中写明的时期分不出这样几个完整的年、季度或月"
    return "文中没有写明是哪些社区或哪几期"


def _all_words(bound_claim: BoundClaim, parts: Sequence[Figure]) -> str:
    """Return the number of every year or month where they are few: 各期：2021年69.2%，2022年85.1%。"""
    if bound_claim.parts == ("community",) or not 1 < len(parts) <= MOST_LISTED:
        return ""
    return f"各期：{'，'.join(f'{figure.period.label}{_number(figure)}' for figure in parts)}。"


def _whole_parts(bound_claim: BoundClaim, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of communities, or of the periods that are whole: 2022年以来每年 says nothing of the year that is not over."""
    if bound_claim.parts == ("community",):
        return list(figures)
    whole = [figure for figure in figures if periods.is_whole(figure.period)]
    return list(dropwhile(_is_not_begun, whole)) if bound_claim.has_no_beginning else whole


def _is_not_begun(figure: Figure) -> bool:
    """Whether a part lies before the first report, of which 始终 without a window does not speak."""
    return figure.state == "not_reported" and not figure.coverage.reported


def _is_known(figure: Figure) -> bool:
    """Whether a part has a number and all of it was reported."""
    return figure.state == "ok" and not figure.missing and figure.coverage.is_full


def _unknown_words(bound_claim: BoundClaim, place: ClaimPlace, parts: Sequence[Figure]) -> str:
    """Return which parts are not known in full, "" where all are."""
    unknown = [_part_words(bound_claim, figure) for figure in parts if not _is_known(figure)]
    if bound_claim.parts == ("community",):
        counted = {figure.community for figure in parts}
        unknown += [short_name(name) for name in place.communities if name not in counted]
        if place.number is not None and place.number != len(place.communities):
            return f"文中说的是{place.number}个社区，记录里是{len(place.communities)}个"
    else:
        days = bound_claim.period
        grain = bound_claim.streak.grain if bound_claim.streak else bound_claim.rate or "year"
        split = periods.split(days.from_on, days.to_on, grain)
        starts = {figure.period.from_on for figure in parts}
        first_day = min(starts, default=days.to_on) if bound_claim.has_no_beginning else days.from_on
        expected = [period for period in split if periods.is_whole(period) and period.from_on >= first_day]
        unknown += [period.label for period in expected if period.from_on not in starts]
        if not expected:
            return "没有一个完整的周期"
    return f"{'、'.join(dict.fromkeys(unknown))}没有报送齐" if unknown else ""


def _part_words(bound_claim: BoundClaim, figure: Figure) -> str:
    """Return a part by its name: 社东社区, 2025年3月."""
    return short_name(figure.community or "") if bound_claim.parts == ("community",) else figure.period.label


def _part_place(place: ClaimPlace, figure: Figure) -> ClaimPlace:
    """Return the place of one part: its community by name where it is one of several."""
    if figure.community is None or len(place.communities) == 1:
        return place
    return ClaimPlace((figure.community,), short_name(figure.community))


def _number(figure: Figure) -> str:
    return numbers.full(figure, declaration(figure))
