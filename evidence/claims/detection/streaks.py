"""Recognises a number said of every year, quarter or month of a stretch of time: |始终|保持在85%以上, |连续五年|高于85%, |连年|超过120场."""

import re
from dataclasses import dataclass

from evidence.claims.detection.calendar_words import small_number
from evidence.claims.detection.claim import Claim
from evidence.claims.detection.passage import Passage
from indicators.model import Grain

# Such words up to the number, in its clause: 结案率|始终|保持在85%, |连续两年|活动场次超过120场; not 连续三年获评优秀.
STREAK = re.compile(
    r"(?P<word>始终|一直(?!以来)|连年|历年(?![来最新])|连续(?P<count>\d{1,2}|[二两三四五六七八九十]{1,2})个?(?P<unit>年|季|月)度?)"
    r"(?P<between>[^，。；：！？\n\d]{0,20})$"
)
# What makes a number without a bound that of each year: 连续三年|保持|12例; 连续三年|开展活动300场 may be their sum.
KEPT = re.compile(r"保持|维持|稳定|[均都]")
# What was won or held every year, and is not the number: 连续三年|获评|优秀的队伍有500人.
WON = re.compile(r"获|评|荣|表彰|举[办行]|[共总累合]计?")
GRAINS: dict[str, Grain] = {"年": "year", "季": "quarter", "月": "month"}


@dataclass(frozen=True)
class Streak:
    """Periods that follow each other, of each of which a number is said: the word for it, and how many where it says so."""

    word: str
    grain: Grain = "year"
    count: int | None = None


def find_streak(passage: Passage, claim: Claim, start: int) -> Streak | None:
    """Return the streak of which the number at `start` is said, None where it is said of none."""
    match = STREAK.search(passage.clause_before(start))
    if match is None or claim.rate or claim.is_worded or WON.search(match["between"]):
        return None
    if claim.qualifier == "exact" and claim.unit != "%" and not KEPT.search(match["between"]):
        return None
    if not match["count"]:
        return Streak(match["word"])
    return Streak(match["word"], GRAINS[match["unit"]], small_number(match["count"]))
