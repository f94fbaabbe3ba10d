"""Recognises the count of one category of the number said before it: 议事1594人次，其中村民代表|843人次、村委干部|210人次."""

import re
from dataclasses import replace

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.binding.context import ClaimContext
from evidence.claims.binding.spoken_category import category_before, recorded_category
from evidence.claims.checked_claim import Binding
from warehouse.build import Build

# Nothing but the name of a part stands before its count: a verb of its own (其中|志愿者服务|300人次) counts something else.
# Its name may say by its ending that it is one: 受理工单5件，环境卫生|类|2件.
FIRST_PART = re.compile(r"(?:[，（(]?其中[，：:]?|，(?=[一-鿿]{2,8}类$))(?P<part>[一-鿿（）]{2,10})$")
NEXT_PART = re.compile(r"[、，和及]?(?P<part>[一-鿿（）]{2,10})$")


def part_count(build: Build, bound_claim: BoundClaim, level: BoundClaim, context: ClaimContext) -> BoundClaim | None:
    """Return a claim as the count of a category of the number before it, `level`, or of that of which `level` is a part."""
    claim, whole = bound_claim.claim, level.binding
    is_count = bound_claim.change.kind == level.change.kind == "level" and claim.unit == level.claim.unit
    if not is_count or not whole or not level.place or claim.is_trend or claim.rate or claim.rank:
        return None
    match = (NEXT_PART if whole.category else FIRST_PART).search(context.earlier + context.lead + context.left)
    if not match:
        return None
    category = category_before(whole.indicator, match["part"]) or recorded_category(
        whole.indicator, match["part"], level.place, build
    )
    if not category:
        return None
    binding = Binding(whole.indicator, category)
    return replace(bound_claim, binding=binding, place=level.place, misfit="", other=None, but="")
