"""Recognises the share that one category has of the number said before it: 接案109例，其中健康照护类占|23.9%."""

import re
from dataclasses import replace

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.binding.context import ClaimContext
from evidence.claims.binding.place_shares import PlaceShare
from evidence.claims.binding.spoken_category import category_before
from evidence.claims.checked_claim import Binding

PART = re.compile(r"(?P<part>(?:其中|、|，)?[一-鿿]{2,14}?)占(?:到|了|比)?(?:近|约|超过?|大约)?$")


def part_share(bound_claim: BoundClaim, level: BoundClaim, context: ClaimContext) -> BoundClaim | None:
    """Return a claim as the share that a category has of the number before it, whose binding is `level`'s; None where it is none."""
    match = PART.search(context.left) if bound_claim.claim.unit == "%" and not bound_claim.share else None
    if not match or not level.binding or not level.place or level.change.kind == "ends":
        return None
    whole = Binding(level.binding.indicator)
    category = category_before(whole.indicator, match["part"])
    if not category or (level.binding.category and not (level.share and level.share.of_all)):
        return None
    share = PlaceShare(bound_claim.claim.start, "前面的数", level.place, is_of_reported=True, of_all=whole)
    change = replace(level.change, kind="share")
    binding = Binding(whole.indicator, category)
    return replace(bound_claim, binding=binding, place=level.place, share=share, change=change, misfit="", other=None)
