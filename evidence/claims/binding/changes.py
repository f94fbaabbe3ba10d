"""Claims of change: 同比增长21.6%, 比上年多6.3万元, 由78.5%提升至96.2%. What they are compared with must be said."""

import re
from dataclasses import dataclass
from typing import Literal

from evidence.claims.binding.context import Surroundings
from evidence.claims.detection.claim import Claim

Kind = Literal["level", "year_on_year", "growth", "ends"]

YEAR_BEFORE = re.compile(r"同比|(?:比|较|与|和)(?:上一?年|去年)(?:度|同期)?(?:相比)?|上年同期")
GROWN = re.compile(
    r"(?P<less>下降|减少|降低|减|降幅|少)?(?:增长|增加|提高|提升|上升|增幅|涨幅|净增|多)?(?:率|幅度)?(?:了|达到?|为|近|约|超)*$"
)
VERB = re.compile(
    r"(?:增长|增加|提高|提升|上升|增幅|涨幅|净增|多|下降|减少|降低|减|降幅|少)(?:率|幅度)?(?:了|达到?|为|近|约|超)*$"
)
FROM = re.compile(r"[由从][^，。；]{0,12}$")
TO = re.compile(
    r"(?:提升|提高|上升|增加|增|发展|壮大|扩大|下降|降低|减少|降|缩短|回落)(?:到了?|至|为|成)[^，。；]{0,2}$"
)
DATED = re.compile(r"\d|[去上今]年|[初期]")
POINTS, TIMES = "个百分点", "倍"


@dataclass(frozen=True)
class Change:
    """What kind of number a claim is, and whether it speaks of less."""

    kind: Kind
    is_less: bool = False


def change_of(claim: Claim, around: Surroundings) -> Change:
    """Return whether a claim tells a level, a change against the year before, one against nobody knows what, or two ends."""
    left = around.left
    if claim.is_trend:
        return Change("level")
    end = FROM.search(left) or (None if DATED.search(left) else TO.search(left))
    if end and not DATED.search(end[0]):
        return Change("ends")
    if claim.unit not in ("%", POINTS, TIMES) and not YEAR_BEFORE.search(left):
        return Change("level")
    found = GROWN.search(left) if VERB.search(left) else None
    if not found and claim.unit != POINTS:
        return Change("level")
    kind: Kind = "year_on_year" if YEAR_BEFORE.search(around.earlier + left) else "growth"
    return Change(kind, bool(found and found["less"]))


def computed(claim: Claim, change: Change, now: float, before: float, unit: str) -> float | None:
    """Return by how much a figure rose (or fell, where the claim speaks of less) in the claim's own unit; None from nothing."""
    difference = (before - now) if change.is_less else (now - before)
    if claim.unit == POINTS or claim.unit == unit:
        return difference
    return difference / before * (100 if claim.unit == "%" else 1) if before else None
