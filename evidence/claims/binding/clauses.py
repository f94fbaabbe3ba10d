"""How well a clause fits a wording that an indicator declares: its unit, then how near noun, verb and topic stand to the figure.

Words between the parts are free: 开展|各类社区公益慈善|活动|132场 and 开展|132场|各类社区公益慈善|活动 are one wording.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from evidence.claims.binding.context import ClaimContext
from evidence.claims.binding.vocabulary import measure_words
from indicators.engine import catalogue
from indicators.model import Wording

# What each character of a word counts beside the figure and earlier in its sentence, what a character between takes off, and
# the least that a word counts that stands there.
BESIDE, EARLIER, DISTANCE, LEAST = 3.0, 1.0, 0.05, 0.1

# Words that turn to somebody else than those who are counted, who do what is said then: 19名党员|给居民送上礼物.
TURN = re.compile(r"(?<=[员者工生民师])(?:为(?!主|期)|给|向|替)")

# A verb inside the name of a body or thing, which does nothing there: 社会工作|服务|中心, |服务|项目.
NAMED = re.compile(r"服务(?=中心|站|项目|队|所(?!有|辖|在)|部(?!分)|社(?!区|会)|平台|机构|品牌)")


@dataclass(frozen=True)
class ClauseWording:
    """A wording of an indicator with its words parted."""

    indicator: str
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    topics: tuple[str, ...]
    units: frozenset[str]
    unless: tuple[str, ...]
    but: str

    def score(self, context: ClaimContext) -> float:
        """Return how well a clause fits, 0 when a part is missing or a word makes it something else.

        The noun stands beside the figure, the verb in its clause, the topic in its sentence (or after: 40人参加了|议事会). Where nothing beside the figure says
        what is counted, the sentence's earlier words do.
        """
        around = _words_around(context)
        if any(part and around.isdisjoint(part) for part in (self.nouns, self.verbs, self.topics)):
            return 0
        clause = context.lead + context.left
        if any(_is_barred(word, clause, context.rest) for word in self.unless):
            return 0
        earlier = context.earlier + clause
        carried = "" if self.but or not context.says_nothing else earlier
        scores = []
        if self.nouns:
            scores.append(_beside(self.nouns, context.nouns_left, context.right) or _earlier(self.nouns, carried))
        if self.verbs:
            left, rest, before = (
                NAMED.sub("〇〇", words)
                for words in (context.left, TURN.split(context.rest)[0], carried or context.lead)
            )
            scores.append(_beside(self.verbs, left, rest) or _earlier(self.verbs, before))
        if self.topics:
            scores.append(_earlier(self.topics, earlier) or _earlier(self.topics, context.rest))
        is_said = bool(self.nouns or self.verbs) or context.says_nothing
        return sum(scores) if is_said and all(scores) else 0


@cache
def wordings_in(unit: str) -> tuple[ClauseWording, ...]:
    """Return the wordings that count an indicator in a unit."""
    return tuple(wording for wording in _clause_wordings() if unit in wording.units and not wording.but)


@cache
def wordings_close_in(unit: str) -> tuple[ClauseWording, ...]:
    """Return the wordings that count something close to an indicator in a unit."""
    return tuple(wording for wording in _clause_wordings() if unit in wording.units and wording.but)


@cache
def _clause_wordings() -> tuple[ClauseWording, ...]:
    return tuple(
        _clause_wording(indicator.id, wording) for indicator in catalogue().values() for wording in indicator.wordings
    )


@lru_cache(maxsize=4)
def _words_around(context: ClaimContext) -> frozenset[str]:
    """The words of all wordings that stand anywhere around a claim."""
    text = f"{context.words}|{context.rest}"
    return frozenset(word for word in _all_words() if word in text)


@cache
def _all_words() -> frozenset[str]:
    return frozenset(
        word
        for wording in _clause_wordings()
        for part in (wording.nouns, wording.verbs, wording.topics)
        for word in part
    )


def _clause_wording(indicator: str, wording: Wording) -> ClauseWording:
    nouns, verbs, topics, unless = (
        tuple(words.split()) for words in (wording.nouns, wording.verbs, wording.topics, wording.unless)
    )
    units = frozenset(wording.units.split()) or measure_words(indicator)
    return ClauseWording(indicator, nouns, verbs, topics, units, unless, wording.but)


def _is_barred(word: str, clause: str, rest: str) -> bool:
    """Whether a word of `unless` stands in a clause: `…志愿者` right after the figure (20名|志愿者走访), 党员 anywhere."""
    return rest.startswith(word[1:]) if word.startswith("…") else word in clause or word in rest


def _beside(words: tuple[str, ...], before: str, after: str) -> float:
    """What the best placed of some words counts before or after the figure, 0 when none stands there."""
    return max((_nearness(word, before, after) for word in words), default=0)


def _nearness(word: str, before: str, after: str) -> float:
    """What a word counts, by the characters between it and the figure; one that ends the phrase after it is what is counted.

    132场|各类社区公益慈善|活动 are 活动.
    """
    distances = []
    if (at := before.rfind(word)) >= 0:
        distances.append(len(before) - at - len(word))
    if (at := after.find(word)) >= 0:
        distances.append(0 if at + len(word) == len(after) else at)
    return max(len(word) * BESIDE - min(distances) * DISTANCE, LEAST) if distances else 0


def _earlier(words: tuple[str, ...], text: str) -> float:
    """The same for words earlier in the sentence."""
    ends = {word: text.rfind(word) + len(word) for word in words if word in text}
    return max(
        (max(len(word) * EARLIER - (len(text) - end) * DISTANCE, LEAST) for word, end in ends.items()), default=0
    )
