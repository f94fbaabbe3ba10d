"""How many claims in the words of other articles are bound, and how many of those right: passages in outside/, parted by blank lines.

Marks name concepts ({近1000人次|attendances}, see concepts), written down from a list of how articles word each figure before
anybody read our vocabulary. A number without a mark speaks of nothing recorded. The parts named develop are there to work on; the
misses of those named measure are never looked at. develop_3 and measure_3 are public articles told anew with other places and
numbers; the 120 passages of develop_3 were measured unseen before anybody worked on them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.claims.concepts import fair_indicators, right_indicators
from evidence.claims.binding.context import claim_contexts
from evidence.claims.binding.reading import read_claim
from evidence.claims.detection.finder import find_claims
from evidence.claims.detection.passage import Passage, normalise

FOLDER = Path(__file__).parent / "outside"
PARTS = ("develop", "measure", "develop_2", "measure_2", "develop_3", "measure_3")
# A marked claim: {近1000人次|attendances}.
MARK = re.compile(r"\{(?P<claim>[^{}|]+)\|(?P<concept>\w+)\}")


@dataclass(frozen=True)
class Mark:
    """A stretch of a text that a reader marked, with the concept it speaks of."""

    start: int
    end: int
    concept: str


@dataclass
class BindingScore:
    """Counts over many claims: `asked` are those of which there is an indicator, `answered` of these are bound right,
    `bound` are all that are bound, `fitting` of these are bound right or fairly."""

    asked: int = 0
    answered: int = 0
    bound: int = 0
    fitting: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.answered / self.asked if self.asked else 1.0

    @property
    def precision(self) -> float:
        return self.fitting / self.bound if self.bound else 1.0


def score(part: str) -> BindingScore:
    """Measure one of the parts."""
    total = BindingScore()
    for text, marks in _passages(part):
        _add(total, text, marks, _indicators(text))
    return total


def report(part: str, total: BindingScore) -> None:
    """Print the figures of one part."""
    print(
        f"{part}, in the words of other articles: {total.asked} claims of which there is an indicator, "
        f"{total.bound} bound; precision {total.precision:.3f}  recall {total.recall:.3f}"
    )


def _add(total: BindingScore, text: str, marks: list[Mark], indicators: dict[tuple[int, int], str]) -> None:
    left = dict(indicators)
    for mark in marks:
        span = next((span for span in left if span[0] < mark.end and mark.start < span[1]), None)
        indicator = left.pop(span) if span else None
        right = right_indicators(mark.concept)
        total.asked += bool(right)
        total.answered += indicator in right
        total.bound += bool(indicator)
        total.fitting += indicator in fair_indicators(mark.concept)
        if (right and indicator not in right) or (indicator and indicator not in fair_indicators(mark.concept)):
            total.misses.append(f"{text[max(0, mark.start - 16) : mark.end + 8]} is {mark.concept}, not {indicator}")
    for (start, end), indicator in left.items():
        total.bound += bool(indicator)
        if indicator:
            total.misses.append(f"{text[max(0, start - 16) : end + 8]} is none, not {indicator}")


def _passages(part: str) -> Iterator[tuple[str, list[Mark]]]:
    """Every passage of a part: its text without the marks, and the marks."""
    for block in (FOLDER / f"{part}.txt").read_text(encoding="utf-8").split("\n\n"):
        text, at, marks = "", 0, []
        for match in MARK.finditer(block):
            text += block[at : match.start()]
            marks.append(Mark(len(text), len(text) + len(match["claim"]), match["concept"]))
            text, at = text + match["claim"], match.end()
        yield text + block[at:], marks


def _indicators(text: str) -> dict[tuple[int, int], str]:
    """The indicator of every figure found, by its span; "" for one of nothing recorded. Trends are left out."""
    claims, source = find_claims(text), normalise(text)
    contexts = claim_contexts(Passage(source.text), source, claims)
    return {
        (claim.start, claim.end): read_claim(claim, context).indicator
        for claim, context in zip(claims, contexts, strict=True)
        if not claim.is_trend
    }
