"""The share that one place has of what several have, said only of a whole that everybody who owes it reported."""

from collections.abc import Sequence

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.binding.place_shares import PlaceShare
from evidence.claims.checked_claim import Binding, CheckedClaim, ClaimPlace
from evidence.claims.verification import reasons
from evidence.claims.verification.acceptance import verdict_on_value
from indicators.engine import catalogue
from indicators.model import Figure
from wording import numbers
from wording.states import CLAUSES

ONLY_HERE = "记录里只有本街道的数据"


def judge_share(
    bound_claim: BoundClaim, share: PlaceShare, binding: Binding, place: ClaimPlace, figures: Sequence[Figure]
) -> CheckedClaim:
    """Return a share of a whole with its verdict; `figures` are those of the part and of the whole."""
    indicator = catalogue()[binding.indicator]
    if share.whole is None:
        return bound_claim.checked("无记录", f"{ONLY_HERE}，占{share.words}多少无法核对。")
    if not indicator.adds_up:
        return bound_claim.checked("口径未明", f"各社区的{indicator.label}不能相加，没有“占{share.words}”的比例。")
    if any(figure.state == "hidden" for figure in figures):
        subject = reasons.counted_words(binding, place)
        return bound_claim.checked("已隐藏", f"{subject}{CLAUSES['hidden']}，占比不核对。", figures)
    if len(figures) != 2:  # no record of the category that the text names
        return bound_claim.checked("无记录", f"{reasons.counted_words(binding, place)}没有记录，算不出占比。")
    part, whole = figures
    finding = f"{_words(part, place.words)}，{_words(whole, _whole_words(share.whole, whole))}"
    if part.value is None or not whole.value:
        return bound_claim.checked("无记录", f"{finding}，算不出占比。", figures)
    percent = part.value / whole.value * 100
    finding += f"，占{numbers.rounded(percent, 1)}%"
    if doubt := _doubt(bound_claim, share, place, whole):
        return bound_claim.checked("口径未明", f"{doubt}{finding}。", figures, percent)
    verdict = verdict_on_value(bound_claim.claim, percent)
    reason = f"{finding}；{reasons.conclusion_words(bound_claim.claim, verdict)}。"
    return bound_claim.checked(verdict, reason, figures, percent)


def _doubt(bound_claim: BoundClaim, share: PlaceShare, place: ClaimPlace, whole: Figure) -> str:
    """Return what leaves a share undecided, "" where nothing does: place or time not stated, or a whole that is not whole."""
    if not (place.is_stated and share.whole and share.whole.is_stated and bound_claim.is_timed):
        times = [] if bound_claim.is_timed else ["哪个时期"]
        places = [where.question for where in (place, share.whole) if where and not where.is_stated]
        return f"没有写明是{'、'.join([*times, *places])}。若指的是："
    if share.is_of_reported and share.whole.number in (None, len(whole.counted)):
        return ""
    if whole.coverage.is_full:
        return ""
    return f"{share.words}没有报送齐{reasons.gap_words(whole)}，占全部多少不能断定；只在已报送的里面算："


def _whole_words(place: ClaimPlace, whole: Figure) -> str:
    """Return the communities that a whole counts: 已报送的5个社区 where they are not all."""
    is_part = len(whole.counted) < len(place.communities)
    return f"已报送的{len(whole.counted)}个社区" if is_part else place.words


def _words(figure: Figure, place: str) -> str:
    indicator = catalogue()[figure.indicator]
    verb = "为" if figure.state == "ok" else ""
    return f"{figure.period.label}{place}的{indicator.label}{verb}{numbers.full(figure, indicator)}"
