"""Binds a claim by the one before it, where it only says how that changed, its mean or a part of it."""

import re
from dataclasses import replace

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.binding.context import CLAUSE_START, ClaimContext
from evidence.claims.binding.part_counts import part_count
from evidence.claims.binding.part_shares import part_share
from evidence.claims.checked_claim import Binding
from evidence.claims.detection.passage import SENTENCE_END
from indicators.engine import catalogue
from indicators.tables import groups_of
from warehouse.build import Build

# What a sentence of ours says in brackets of how much was reported, and is no clause: （报送60/72社区月，有的社区按2021年1月1日的名册）.
NOTE = re.compile(r"（(?:报送|\d+/\d+社区)[^（）]*）")
PART_BEFORE = re.compile("其中|其余")
PART = "其中的一部分"  # what a claim after 其中 counts where its part is not recorded
# What stands between a number and its mean: 开展活动146场|，平均每月|12场.
MEAN = re.compile(r"[，（(](?:平均|每|月|季度?|年|均|约|大约|个)+")


def bound_beside(
    build: Build, bound_claim: BoundClaim, previous: BoundClaim, context: ClaimContext, text: str
) -> BoundClaim:
    """Return a claim bound to what the one before it is of, where it only says how that changed or what a part of it is."""
    claim = bound_claim.claim
    share = bound_claim.share
    names_own = bool(share and share.counted and bound_claim.binding)
    is_behind = bool((claim.rank and claim.rank.is_behind) or (claim.peak and claim.peak.is_behind))
    is_bare = context.says_nothing or (share and not names_own) or is_behind or _is_bare_trend(bound_claim)
    if is_bare and _is_change_of(bound_claim, previous, text):
        other = None if previous.is_of_a_part else previous.other
        share = share and share.beside(previous.place)
        return replace(bound_claim, binding=previous.binding, misfit="", other=other, but=previous.but, share=share)
    if _is_mean_of(bound_claim, previous, text):
        return replace(bound_claim, binding=previous.binding, misfit="", other=previous.other, but=previous.but)
    if part := part_share(bound_claim, previous, context) or part_count(build, bound_claim, previous, context):
        return part
    if _is_part_of(bound_claim, previous, context):
        return replace(bound_claim, but=PART, other=None)
    return _of_part_before(bound_claim, previous, context, text)


def _is_change_of(bound_claim: BoundClaim, level: BoundClaim, text: str) -> bool:
    """Whether a change speaks of the number in its own clause or the clause before: 志愿服务1974.5小时，比上年增长|38.3%."""
    between = NOTE.sub("", text[level.claim.end : bound_claim.claim.start])
    most = 2 if bound_claim.share and bound_claim.share.is_of_number_before else 1
    is_near = len(CLAUSE_START.findall(between)) <= most and not SENTENCE_END.search(between) and "分别" not in between
    return bound_claim.change.is_of_level and is_near and not level.claim.is_trend


def _is_mean_of(bound_claim: BoundClaim, level: BoundClaim, text: str) -> bool:
    """Whether a number by month or year names nothing but the unit of the number in the clause before: 开展活动146场，平均每月|12场."""
    between = text[level.claim.end : bound_claim.claim.start]
    is_of_a_count = level.binding is not None and catalogue()[level.binding.indicator].denominator is None
    is_of_same = bound_claim.claim.unit == level.claim.unit and is_of_a_count and not level.claim.rate
    return bool(bound_claim.claim.rate) and is_of_same and bound_claim.binding is None and bool(MEAN.fullmatch(between))


def _is_bare_trend(bound_claim: BoundClaim) -> bool:
    """Whether a rise or fall against an earlier year names nothing that rose or fell: 开展活动52场，|比上年有所增加."""
    return bound_claim.claim.is_trend and not bound_claim.is_trend and bound_claim.binding is None


def _of_part_before(bound_claim: BoundClaim, previous: BoundClaim, context: ClaimContext, text: str) -> BoundClaim:
    """Return a number that may be of the part its sentence has just spoken of (老人活动136场，参与|4000人次), and is of it behind 其中."""
    binding, part = bound_claim.binding, previous.binding.category if previous.binding else None
    is_number = bound_claim.change.kind == "level" and not bound_claim.is_trend
    is_beside = not SENTENCE_END.search(text[previous.claim.end : bound_claim.claim.start])
    if not (binding and part and is_number and is_beside) or binding.category or bound_claim.place != previous.place:
        return bound_claim
    of_part = Binding(binding.indicator, part)
    has_column = part[0] in groups_of(catalogue()[binding.indicator].numerator.table)
    if not has_column or bound_claim.but or bound_claim.other not in (None, of_part):
        return bound_claim
    if PART_BEFORE.search(context.lead + context.left):
        return replace(bound_claim, binding=of_part, other=None)
    return replace(bound_claim, other=of_part, is_behind_part=True)


def _is_part_of(bound_claim: BoundClaim, whole: BoundClaim, context: ClaimContext) -> bool:
    """Whether a number is a part of the one before and no part that is recorded: 结案80例，其中|71例|经过转介; not 其中下半年|40例."""
    is_of_same = bound_claim.binding is not None and bound_claim.binding == whole.binding
    is_number = bound_claim.change.kind == "level" and not (bound_claim.claim.is_trend or bound_claim.but)
    is_of_other_days_or_place = (bound_claim.period, bound_claim.place) != (whole.period, whole.place)
    return (
        is_of_same
        and is_number
        and not is_of_other_days_or_place
        and bool(PART_BEFORE.search(context.lead + context.left))
    )
