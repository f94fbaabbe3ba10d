"""A number said of every month or quarter (每月开展2场): its mean does not bear it out where a month falls short, nor does any month where no time is said."""

from collections.abc import Sequence
from dataclasses import replace

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.checked_claim import CheckedClaim
from evidence.claims.verification.acceptance import declaration, verdict_on_figure
from indicators import periods
from indicators.model import Figure
from wording import numbers
from wording.states import CLAUSES

NO_TIME = "没有写明是哪一段时期。若从有记录起算："
MOST_NAMED = 3  # periods that a reason names


def with_every_period(bound_claim: BoundClaim, checked_claim: CheckedClaim, parts: Sequence[Figure]) -> CheckedClaim:
    """Return a claim judged by the mean of its periods, left open where they do not bear it out one by one; `parts` are their figures."""
    if checked_claim.verdict not in ("相符", "偏高", "偏低"):
        return checked_claim
    whole = [figure for figure in parts if periods.is_whole(figure.period) and not figure.missing]
    short = [
        figure for figure in whole if figure.state == "ok" and verdict_on_figure(bound_claim.claim, figure) == "偏高"
    ]
    hidden = any(figure.state == "hidden" for figure in whole)
    every = f"“{bound_claim.claim.rate}”说的是每一个"
    if bound_claim.has_no_beginning and (short or hidden or checked_claim.verdict != "相符"):
        return replace(checked_claim, verdict="口径未明", reason=f"{NO_TIME}{checked_claim.reason}")
    if short and checked_claim.verdict != "偏高":
        named = "、".join(f"{figure.period.label}{_number(figure)}" for figure in short[:MOST_NAMED])
        more = f"等{len(short)}个" if len(short) > MOST_NAMED else ""
        reason = f"{every}，{named}{more}没有这么多，平均不能代替。{checked_claim.reason}"
        return replace(checked_claim, verdict="口径未明", reason=reason)
    if hidden and checked_claim.verdict == "相符":
        return replace(checked_claim, verdict="已隐藏", reason=f"{every}，有的{CLAUSES['hidden']}，所以不核对。")
    return checked_claim


def _number(figure: Figure) -> str:
    return numbers.full(figure, declaration(figure))
