"""Recognises what one place has beside others: its share (接案占全街道的59%), how many times another's (是社东社区的2倍), or how much more."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from evidence.claims.binding.places import CommunityRegister
from evidence.claims.checked_claim import Binding, ClaimPlace
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
# The same of an indicator by name, alone or after others in a list: 阳明山庄社区|占|活动场次|的, 占活动场次的49%、|已报送的5个社区|接案数|的.
OF_ALL_OF_IT = re.compile(
    r"(?:社区|村)占(?:(?:已报送的\d+个社区)?[一-鿿]{2,12}的(?:不到)?\d[\d.]*%(?:以上)?、)*(?:已报送的(?P<number>\d+)个社区)?(?P<counted>[一-鿿]{2,12})的$"
)
# The share that one of the communities counted has of the number said before: 参与6.24万人次，其中|阳明山庄社区|占.
OF_NUMBER_BEFORE = re.compile(r"其中(?P<part>[一-鿿]{2,10}(?:社区|村))(?=占(?:到|了|据)?(?:近|约|超过?)?$)")
# What stands before how many times, or how much more than, another has: 是|社东社区|的, 比|天庆新城|多, 比凤二村|低.
OF_ANOTHER = re.compile(
    r"(?:(?:是|为|达到?|相当于)(?P<multiple>[一-鿿]{2,10}?)的|(?:(?<![占相对同环])比(?![较例重赛率值])|较(?=[一-鿿]{2,8}(?:社区|村|街道)))(?P<other>[一-鿿]{2,10}?)(?:要|还)?(?:(?P<less>少|低|减少)|多|高|增加)[了出]?)$"
)
# Another time, which is no other place: 是|上年|的, 比|原来|多, 比|往年同期|高.
ANOTHER_TIME = re.compile(r"[年月季]|同期|原来|原先|之前|以前|以往|过去|上期|当初|最初|预期|计划|目标")

PlaceRelation = Literal["share", "multiple", "more", "less"]


@dataclass(frozen=True)
class PlaceShare:
    """The communities of which a claim says a share, or with which it compares, from `start` of its words in the text; None for others
    than those here.

    `is_of_reported` tells that the text takes those that reported for the whole, `is_of_number_before` that the whole is the number
    said before, of the communities of which that is: 活动264场，其中社东社区占|49%.
    `counted` names of what it is the share, "" where that is said before: 占全街道|接案数|的59%. `of_all` is what the whole is bound to where the share is that of one category of it.
    """

    start: int
    words: str
    whole: ClaimPlace | None
    is_of_reported: bool
    relation: PlaceRelation = "share"
    is_of_number_before: bool = False
    counted: str = ""
    of_all: Binding | None = None

    def beside(self, place: ClaimPlace | None) -> "PlaceShare":
        """Return the share of the number before it, where it is one, as of the communities of that number."""
        return replace(self, whole=place) if self.is_of_number_before else self


def place_share(claim: Claim, clause: str, at: int, register: CommunityRegister) -> PlaceShare | None:
    """Return the whole of which a claim is a share; `clause` are the words up to it, which end at `at`."""
    if claim.rank:
        return None  # 比其他社区都多 is a place among them
    if another := of_another(clause, claim.unit):
        words, relation = _another(another)
        return PlaceShare(at - len(clause) + another.start(), words, register.communities.get(words), False, relation)
    if (part := of_number_before(clause, claim.unit)) and part["part"] in register.communities:
        start, whole = at - len(clause) + part.end(), register.all_communities
        return PlaceShare(start, "前面的数", whole, is_of_reported=True, is_of_number_before=True)
    if named := of_all_of_it(clause, claim.unit):
        whole = replace(
            register.all_communities, number=int(named["number"] or len(register.all_communities.communities))
        )
        return PlaceShare(
            at - len(clause) + named.start() + named[0].index("占"),
            named["counted"],
            whole,
            True,
            counted=named["counted"],
        )
    match = OF_A_WHOLE.search(clause) if claim.unit == "%" else None
    if not match:
        return None
    start = at - len(clause) + match.start()
    if match["wider"]:
        return PlaceShare(start, match["whole"], None, is_of_reported=False)
    is_of_reported = bool(match["reported"])
    whole = _whole(match, register, is_of_reported=is_of_reported)
    return PlaceShare(start, match["whole"], whole, is_of_reported, counted=match["counted"])


def of_another(clause: str, unit: str) -> re.Match[str] | None:
    """Return where the words up to a number compare with somebody else's; None where they do not, or with another time."""
    match = OF_ANOTHER.search(clause)
    if not match or (match["multiple"] and unit != "倍"):
        return None
    return None if ANOTHER_TIME.search(match["multiple"] or match["other"]) else match


def of_number_before(clause: str, unit: str) -> re.Match[str] | None:
    """Return where the words up to a number say a community's share of the number before it; None where they do not."""
    return OF_NUMBER_BEFORE.search(clause) if unit == "%" else None


def of_all_of_it(clause: str, unit: str) -> re.Match[str] | None:
    """Return where the words up to a number say a community's share of all that is counted of something; None where they do not."""
    return OF_ALL_OF_IT.search(clause) if unit == "%" and not OF_A_WHOLE.search(clause) else None


def _another(match: re.Match[str]) -> tuple[str, PlaceRelation]:
    if match["multiple"]:
        return match["multiple"], "multiple"
    return match["other"], "less" if match["less"] else "more"


def _whole(match: re.Match[str], register: CommunityRegister, *, is_of_reported: bool) -> ClaimPlace:
    if not match["number"]:
        return register.all_communities
    number = int(match["number"]) if match["number"].isdigit() else int(chinese_value(match["number"]) or 0)
    if is_of_reported:
        return replace(register.all_communities, number=number)
    return register.counted_together(CommunityCount((0, 0), f"{match['number']}个社区", number))
