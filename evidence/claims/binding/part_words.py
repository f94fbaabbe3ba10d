"""Recognises by its words that a number is of less than its indicator counts: of the largest time, of what somebody held, of several parts."""

import re

from evidence.claims.binding.beside import PART
from evidence.claims.binding.context import ClaimContext
from evidence.claims.binding.spoken_category import names_part, names_several
from evidence.claims.binding.unread_words import unread_words
from evidence.claims.checked_claim import Binding, ClaimPlace
from warehouse.build import Build

# What was held by somebody is a part of all, and records do not tell it apart: 由|阳明社工站|主办的|活动311场.
BY_SOMEBODY = re.compile(r"由[一-鿿]{2,12}?(?:主办|承办|协办|牵头|发起|组织|举办)的?[一-鿿]{0,6}$")
# The largest activity is none of all of them: 最多的一场有|25人次, 单场最多|25人次.
LARGEST = re.compile(r"(?:最[多大高少小低]的(?:那|是)?一?[次场天节堂回期]|单[场次日]最[多高大少低])[一-鿿]{0,8}$")
LARGEST_OF_ALL = "其中最多或最少的一次"
# The sum of parts named before it, or right before it: 两类|合计230场, 热线和窗口|工单194件.
SUM_OF_PARTS = re.compile(
    r"(?:[两二三四五六几]|以上|上述)(?:类|项|者|种|支|个板块)[^，。；]{0,6}(?:合计|共计|总计|一共|共)[^，。；]{0,6}$"
)
# Of whom a number is, behind it: 4.4万元|善款来自企业.
FROM_SOME = re.compile(r"的?[一-鿿]{0,6}来自(?!.*(?:社会|各界|全))")
SEVERAL = "其中几类合在一起的数"


def several_parts(indicator: str, context: ClaimContext, place: ClaimPlace, build: Build) -> str:
    """Return that a number is of several parts together, in words for a reader; "" where it is not."""
    is_sum = SUM_OF_PARTS.search(context.lead + context.left)
    return SEVERAL if is_sum or names_several(indicator, context.left, place, build) else ""


def single_part(binding: Binding, context: ClaimContext, place: ClaimPlace | None, build: Build) -> str:
    """Return that a number is of a part that no figure tells apart, in words for a reader; "" where it is not."""
    words = context.lead + context.left
    if LARGEST.search(context.left):
        return LARGEST_OF_ALL
    is_named = not binding.category and names_part(binding.indicator, words)
    if is_named or BY_SOMEBODY.search(words) or FROM_SOME.match(context.right or context.rest):
        return PART
    narrowed = "" if binding.category or not place else unread_words(binding.indicator, context, place, build)
    return f"“{narrowed}”的数" if narrowed else ""
