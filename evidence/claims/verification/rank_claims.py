"""A first or last place that a text asserts, by the rule that pages rank by: first is only who lies apart from the second.

Where a community's number is hidden no place is said. It cannot be taken to lie between 1 and k-1: beside a small number a neighbour of any
size is hidden, and a place said in spite of it would tell that this one is the small one, or how large the other is.
"""

import re
from collections.abc import Sequence

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.checked_claim import Binding, CheckedClaim, ClaimPlace
from evidence.claims.verification.share_claims import ONLY_HERE
from indicators.engine import catalogue
from indicators.model import Figure
from warehouse.communities import short_name
from wording import ranking
from wording.numbers import brief
from wording.states import CLAUSES

WIDER = re.compile(r"全[国省市区县]")


def judge_rank(bound_claim: BoundClaim, binding: Binding, place: ClaimPlace, figures: Sequence[Figure]) -> CheckedClaim:
    """Return a first place with its verdict; `figures` are those of all communities, one each."""
    rank, indicator = bound_claim.claim.rank, catalogue()[binding.indicator]
    if rank and WIDER.fullmatch(rank.scope):
        return bound_claim.checked("无记录", f"{ONLY_HERE}，“{bound_claim.claim.text}”无法核对。")
    if rank and rank.is_of_growth:
        return bound_claim.checked("口径未明", f"各社区增减的差距{ranking.UNTESTED}，不能排名。请写出两期的数。")
    if rank and rank.is_between:
        return bound_claim.checked(
            "口径未明", f"只核对第一和最末，“{bound_claim.claim.text}”没有核对。请写出各社区的数。"
        )
    if doubt := _doubt(bound_claim, place):
        return bound_claim.checked("口径未明", f"没有写明是{doubt}，“{bound_claim.claim.text}”无法核对。")
    if any(figure.state == "hidden" for figure in figures):
        return bound_claim.checked("已隐藏", f"有社区的{indicator.label}{CLAUSES['hidden']}，排名不核对。")
    if indicator.good == "down" and not (rank and rank.is_most):
        return bound_claim.checked("口径未明", f"{indicator.label}越低越好，“第一”是最高还是最低没有写明。")
    return _judge_among(bound_claim, place, figures)


def _judge_among(bound_claim: BoundClaim, place: ClaimPlace, figures: Sequence[Figure]) -> CheckedClaim:
    indicator, ordered, title = catalogue()[figures[0].indicator], ranking.ranked(figures), _title(bound_claim, figures)
    if bound_claim.claim.rank and bound_claim.claim.rank.is_last:
        ordered.reverse()
    own = next((figure for figure in ordered if figure.community == place.communities[0]), None)
    if own is None or len(ordered) < 2:
        return bound_claim.checked(
            "无记录", f"有{indicator.label}的社区不到两个，或没有{place.words}，不能排名。", figures
        )
    rival = ordered[1] if own == ordered[0] else ordered[0]
    both = "，".join(
        f"{short_name(f.community or '')}{brief(f, indicator)}" for f in sorted((own, rival), key=ordered.index)
    )
    finding = f"{own.period.label}，{indicator.label}：{both}"
    if own != ordered[0] and _is_apart(own, rival):
        return bound_claim.checked("偏高", f"{finding}，{place.words}不是{title}。", figures)
    if own != ordered[0] or not _is_apart(own, rival):
        closeness = ranking.closeness(own, rival, indicator)
        return bound_claim.checked("口径未明", f"{finding}，{closeness}，不分先后，不能说{title}。", figures)
    late = [short_name(f.community or "") for f in figures if not f.coverage.is_full]
    if late:
        return bound_claim.checked(
            "口径未明", f"{finding}；{'、'.join(late)}没有报送齐，不能说是全部里的{title}。", figures
        )
    return bound_claim.checked("相符", f"{finding}，{place.words}是{title}。", figures)


def _title(bound_claim: BoundClaim, figures: Sequence[Figure]) -> str:
    """Return the place that a text asserts, in words: 第一, 最多, 最低."""
    rank = bound_claim.claim.rank
    most, least = ranking.superlatives(catalogue()[figures[0].indicator])
    return "第一" if not rank or not rank.is_most else least if rank.is_last else most


def _is_apart(figure: Figure, other: Figure) -> bool:
    """Whether one of two figures is known to be the greater."""
    greater, lesser = sorted((figure, other), key=lambda f: f.value or 0, reverse=True)
    return ranking.is_apart(greater, lesser, catalogue()[figure.indicator])


def _doubt(bound_claim: BoundClaim, place: ClaimPlace) -> str:
    """Return which of time and place is not stated; a first place is that of one community."""
    is_one = place.is_stated and len(place.communities) == 1
    return "、".join([*([] if bound_claim.is_timed else ["哪个时期"]), *([] if is_one else ["哪个社区"])])
