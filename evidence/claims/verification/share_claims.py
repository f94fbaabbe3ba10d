"""What one place has beside others: its share of a whole, said only of one that everybody who owes it reported, or beside another's."""

from collections.abc import Sequence
from dataclasses import replace

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.binding.place_shares import PlaceRelation, PlaceShare
from evidence.claims.checked_claim import Binding, CheckedClaim, ClaimPlace
from evidence.claims.detection.claim import Claim
from evidence.claims.verification import reasons
from evidence.claims.verification.acceptance import is_range, verdict_on_value
from indicators.engine import catalogue
from indicators.model import Figure
from wording import numbers
from wording.states import CLAUSES

ONLY_HERE = "记录里只有本街道的数据"
RELATIONS: dict[PlaceRelation, str] = {"share": "占", "multiple": "前者是后者的", "more": "多", "less": "少"}


def judge_share(
    bound_claim: BoundClaim, share: PlaceShare, binding: Binding, place: ClaimPlace, figures: Sequence[Figure]
) -> CheckedClaim:
    """Return a share of a whole, or a number beside another's, with its verdict; `figures` are those of the place and of the other."""
    indicator, is_share = catalogue()[binding.indicator], share.relation == "share"
    if share.whole is None:
        why = f"{ONLY_HERE}，占{share.words}多少" if is_share else f"“{share.words}”不是名册里的社区，与它相比"
        return bound_claim.checked("无记录", f"{why}无法核对。")
    if is_share and not indicator.adds_up:
        return bound_claim.checked("口径未明", f"各社区的{indicator.label}不能相加，没有“占{share.words}”的比例。")
    if any(figure.state == "hidden" for figure in figures):
        subject = reasons.counted_words(binding, place)
        return bound_claim.checked("已隐藏", f"{subject}或相比的数{CLAUSES['hidden']}，不核对。", figures)
    if len(figures) != 2:  # no record of the category that the text names
        return bound_claim.checked("无记录", f"{reasons.counted_words(binding, place)}没有记录，无法比较。")
    part, whole = figures
    of_whole = replace(share.whole, words=_whole_words(share.whole, whole))
    finding = f"{_words(part, binding, place)}，{_words(whole, share.of_all or binding, of_whole)}"
    number = _number(bound_claim.claim, share, part, whole)
    if number is None:
        return bound_claim.checked("无记录", f"{finding}，无法比较。", figures)
    finding += f"，{RELATIONS[share.relation]}{numbers.rounded(number, 2 if share.relation == 'multiple' else 1)}{bound_claim.claim.unit}"
    if doubt := _doubt(bound_claim, share, place, part, whole):
        return bound_claim.checked("口径未明", f"{doubt}{finding}。", figures, number)
    verdict = verdict_on_value(bound_claim.claim, number)
    reason = f"{finding}；{reasons.conclusion_words(bound_claim.claim, verdict)}。"
    return bound_claim.checked(verdict, reason, figures, number)


def _number(claim: Claim, share: PlaceShare, part: Figure, whole: Figure) -> float | None:
    """Return what a claim says of two figures, in its unit; None where one is no number, or would have to be divided by 0."""
    if part.value is None or whole.value is None:
        return None
    more = whole.value - part.value if share.relation == "less" else part.value - whole.value
    if share.relation in ("more", "less") and claim.unit not in ("%", "倍"):
        return more
    if not whole.value:
        return None
    ratio = (part.value if share.relation in ("share", "multiple") else more) / whole.value
    return ratio * 100 if claim.unit == "%" else ratio


def _doubt(bound_claim: BoundClaim, share: PlaceShare, place: ClaimPlace, part: Figure, whole: Figure) -> str:
    """Return what leaves it undecided, "" where nothing does: place or time not stated, a range, or what was not reported in full."""
    if not (place.is_stated and share.whole and share.whole.is_stated and bound_claim.is_timed):
        times = [] if bound_claim.is_timed else ["哪个时期"]
        places = [where.question for where in (place, share.whole) if where and not where.is_stated]
        return f"没有写明是{'、'.join([*times, *places])}。若指的是："
    if share.relation != "share":
        return _doubt_of_two(part, whole)
    if share.is_of_reported and share.whole.number in (None, len(whole.counted)):
        return ""
    if whole.coverage.is_full:
        return ""
    return f"{share.words}没有报送齐{reasons.gap_words(whole)}，占全部多少不能断定；只在已报送的里面算："


def _doubt_of_two(part: Figure, other: Figure) -> str:
    if is_range(part) or is_range(other):
        return "有的记录没有姓名，人数只能给出范围，不能断定。按记录："
    gaps = reasons.gap_words(part) or reasons.gap_words(other)
    return (
        ""
        if part.coverage.is_full and other.coverage.is_full
        else f"两个社区没有都报送齐{gaps}，不能断定。按已报送的："
    )


def _whole_words(place: ClaimPlace, whole: Figure) -> str:
    """Return the communities that a whole counts: 已报送的5个社区 where they are not all."""
    is_part = len(whole.counted) < len(place.communities)
    return f"已报送的{len(whole.counted)}个社区" if is_part else place.words


def _words(figure: Figure, binding: Binding, place: ClaimPlace) -> str:
    indicator = catalogue()[figure.indicator]
    verb = "为" if figure.state == "ok" else ""
    return f"{figure.period.label}{reasons.counted_words(binding, place)}{verb}{numbers.full(figure, indicator)}"
