"""Recognises a sentence that this program wrote (成句, 材料包, 建议), so that it is bound by its indicator's own phrase.

Such a sentence is a window, a place, and one phrase or several parted by semicolons: 2025年，社东社区开展活动264场；参与8489人次。
"""

import re
from dataclasses import dataclass
from functools import cache

from evidence.claims.detection.claim import Claim
from evidence.claims.detection.passage import Passage
from indicators.engine import catalogue
from indicators.model import Indicator

WINDOW = re.compile(r"(?:截至)?\d{4}年[^，]*")
PLACE = re.compile(r"[^，]{2,60}?(?:社区|村|街道|镇)")
FULL_STOP = re.compile(r"[。！？\n]")
PHRASE_END = re.compile(r"[；。\n]")
TOTAL = "累计"


@dataclass(frozen=True)
class OwnPhrase:
    """How sentences of ours say an indicator: 开展志愿服务|4532小时, 场均人次为|33.8人次|/场; `measure` ends the number."""

    indicator: str
    prefix: str
    measure: str
    suffix: str

    def is_said_by(self, words: str) -> bool:
        """Return whether words before a number are those of the phrase."""
        return words in (self.prefix, TOTAL + self.prefix)

    def is_said_of_a_place(self, words: str) -> bool:
        """Return whether words before a number are a place and those of the phrase: 社东社区|开展活动."""
        place = words.removesuffix(self.prefix).removesuffix(TOTAL)
        return words.endswith(self.prefix) and PLACE.fullmatch(place) is not None


def own_indicator(passage: Passage, claim: Claim, start: int, end: int) -> str:
    """Return the indicator whose phrase stands around a claim from `start` to `end` in a sentence of ours, "" in another's."""
    text = passage.text
    sentence = max((match.end() for match in FULL_STOP.finditer(text, 0, start)), default=0)
    first, semicolon, last = text[sentence:start].partition("；")
    window, _, subject = first.partition("，")
    if not WINDOW.fullmatch(window) or "，" in subject or (semicolon and not PLACE.match(subject)):
        return ""
    before = last.rpartition("；")[2] if semicolon else subject
    after = PHRASE_END.split(text[end:], maxsplit=1)[0]
    phrases = (phrase for phrase in _phrases() if claim.text.endswith(phrase.measure) and after == phrase.suffix)
    fitting = (phrase for phrase in phrases if (phrase.is_said_by if semicolon else phrase.is_said_of_a_place)(before))
    return next((phrase.indicator for phrase in fitting), "")


@cache
def _phrases() -> tuple[OwnPhrase, ...]:
    return tuple(_phrase(indicator) for indicator in catalogue().values())


def _phrase(indicator: Indicator) -> OwnPhrase:
    prefix, _, suffix = (indicator.phrase or f"{indicator.label}为{{n}}").partition("{n}")
    measure, slash, per = indicator.unit.partition("/")
    return OwnPhrase(indicator.id, prefix, measure, f"{slash}{per}{suffix}")
