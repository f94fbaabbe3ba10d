"""Recognises the share that one place has of what several have: 凤二村接案占全街道的59%, 阳明山庄社区占已报送的4个社区接案数的59%."""

import re
from dataclasses import dataclass, replace

from evidence.claims.binding.places import CommunityRegister
from evidence.claims.checked_claim import ClaimPlace
from evidence.claims.detection.claim import Claim
from evidence.claims.detection.community_counts import CommunityCount
from evidence.claims.detection.numerals import chinese_value

# What stands before the share: 占|全街道|接案数的, 占|已报送的4个社区|接案数的. `whole` says of which communities it is a share, `number`
# how many they are, `wider` that they are more than the communities here.
OF_A_WHOLE = re.compile(
    r"占(?:到|了|据)?(?P<whole>(?P<reported>已报送的?)?(?:全街道?|全镇|全乡|全部|所有|辖区|各)?"
    r"(?:(?P<number>[两二三四五六七八九十]{1,3}|\d{1,2})个)?(?:社区|村)|全街道?|全镇|全乡|(?P<wider>全[国省市区县]))"
    r"(?P<counted>[一-鿿]{0,10}?)的?(?:比例|比重)?(?:为|达到?|是|超过?|近|约)*$"
)


@dataclass(frozen=True)
class PlaceShare:
    """The communities of which a claim says a share, from `start` of its words in the text; None for more than those here.

    `is_of_reported` tells that the text takes those that reported for the whole.
    """

    start: int
    words: str
    whole: ClaimPlace | None
    is_of_reported: bool


def place_share(claim: Claim, clause: str, at: int, register: CommunityRegister) -> PlaceShare | None:
    """Return the whole of which a claim is a share; `clause` are the words up to it, which end at `at`."""
    match = OF_A_WHOLE.search(clause) if claim.unit == "%" else None
    if not match:
        return None
    start = at - len(clause) + match.start()
    if match["wider"]:
        return PlaceShare(start, match["whole"], None, is_of_reported=False)
    is_of_reported = bool(match["reported"])
    return PlaceShare(start, match["whole"], _whole(match, register, is_of_reported=is_of_reported), is_of_reported)


def _whole(match: re.Match[str], register: CommunityRegister, *, is_of_reported: bool) -> ClaimPlace:
    if not match["number"]:
        return register.all_communities
    number = int(match["number"]) if match["number"].isdigit() else int(chinese_value(match["number"]) or 0)
    if is_of_reported:
        return replace(register.all_communities, number=number)
    return register.counted_together(CommunityCount((0, 0), f"{match['number']}个社区", number))
