"""Recognises the count of one category of the number said before it: 议事1594人次，其中村民代表|843人次、村委干部|210人次."""

import re
from dataclasses import replace

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.binding.category import category_before
from evidence.claims.binding.context import ClaimContext
from evidence.claims.checked_claim import Binding, ClaimPlace
from indicators.engine import catalogue
from indicators.tables import groups_of
from warehouse import records
from warehouse.build import Build

# Nothing but the name of a part stands before its count: a verb of its own (其中|志愿者服务|300人次) counts something else.
FIRST_PART = re.compile(r"[，（(]?其中[，：:]?(?P<part>[一-鿿（）]{2,10})$")
KIND = re.compile(r"(?:来源|渠道|类|方面)?的?(?:共|有|为|达)*$")  # 热线|来源, 环境卫生|类
NEXT_PART = re.compile(r"[、，和及]?(?P<part>[一-鿿（）]{2,10})$")


def part_count(build: Build, bound_claim: BoundClaim, level: BoundClaim, context: ClaimContext) -> BoundClaim | None:
    """Return a claim as the count of a category of the number before it, `level`, or of that of which `level` is a part."""
    claim, whole = bound_claim.claim, level.binding
    is_count = bound_claim.change.kind == level.change.kind == "level" and claim.unit == level.claim.unit
    if not is_count or not whole or not level.place or claim.is_trend or claim.rate or claim.rank:
        return None
    match = (NEXT_PART if whole.category else FIRST_PART).search(context.earlier + context.lead + context.left)
    category = _category(build, whole.indicator, match["part"], level.place) if match else None
    if not category:
        return None
    binding = Binding(whole.indicator, category)
    return replace(bound_claim, binding=binding, place=level.place, misfit="", other=None, but="")


def _category(build: Build, indicator: str, part: str, place: ClaimPlace) -> tuple[str, str] | None:
    """Return the category that the name of a part stands for: by the spellings of categories, else as the records name it in one column."""
    if category := category_before(indicator, part):
        return category
    table, name = catalogue()[indicator].numerator.table, KIND.sub("", part)
    recorded = [
        (column, name)
        for column in groups_of(table)
        if catalogue()[indicator].adds_up and name in records.occasions(build, table, column, place.communities)
    ]
    return recorded[0] if len(recorded) == 1 else None
