"""How many claims in the words of other articles are bound, and how many of those right: passages in outside/, parted by blank lines.

Marks name concepts ({近1000人次|attendances}, see concepts), written down from a list of how articles word each figure before
anybody read our vocabulary. A number without a mark speaks of nothing recorded. The parts named develop are there to work on; the
misses of those named measure are never looked at. develop_3 and develop_9 are public articles told anew with other places and
numbers; the 120 passages of develop_3 were measured unseen before anybody worked on them. So are those of develop_4 and measure_4,
some of the same articles as earlier parts, and reports in the manner of stations, funds and bureaus. develop_5 are sentences of
further public summaries and notices, marked before anything was run over them.

A claim bound with a difference (`but`) or to one of two indicators is shown beside the figure and gets no verdict from it, so that only
a wrong binding among the others can lead to a wrong one: `judged`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.claims.concepts import fair_indicators, right_indicators
from evidence.claims.binding.context import claim_contexts
from evidence.claims.binding.reading import ClaimReading, read_claim
from evidence.claims.detection.finder import find_claims
from evidence.claims.detection.passage import Passage, normalise

FOLDER = Path(__file__).parent / "outside"
PARTS = (
    "develop",
    "measure",
    "develop_2",
    "develop_8",
    "develop_3",
    "develop_9",
    "develop_4",
    "measure_4",
    "develop_5",
    "develop_6",
    "measure_5",
    "develop_7",
    "measure_6",
    "develop_10",
    "develop_11",
)
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
    `bound` are all that are bound, `fitting` of these are bound right or fairly; `judged` and `judged_fitting` those that get a verdict."""

    asked: int = 0
    answered: int = 0
    bound: int = 0
    fitting: int = 0
    judged: int = 0
    judged_fitting: int = 0
    misses: list[str] = field(
        default_factory=list, repr=False
    )  # of a measuring part nobody reads them, a failing test neither

    @property
    def recall(self) -> float:
        return self.answered / self.asked if self.asked else 1.0

    @property
    def precision(self) -> float:
        return self.fitting / self.bound if self.bound else 1.0

    @property
    def judged_precision(self) -> float:
        return self.judged_fitting / self.judged if self.judged else 1.0


def score(part: str) -> BindingScore:
    """Measure one of the parts."""
    total = BindingScore()
    for text, marks in _passages(part):
        _add(total, text, marks, _readings(text))
    return total


def report(part: str, total: BindingScore) -> None:
    """Print the figures of one part."""
    print(
        f"{part}, in the words of other articles: {total.asked} claims of which there is an indicator, "
        f"{total.bound} bound; precision {total.precision:.3f} ({total.judged_precision:.3f} of those judged)  recall {total.recall:.3f}"
    )


def _add(total: BindingScore, text: str, marks: list[Mark], readings: dict[tuple[int, int], ClaimReading]) -> None:
    left = dict(readings)
    for mark in marks:
        span = next((span for span in left if span[0] < mark.end and mark.start < span[1]), None)
        reading = left.pop(span) if span else ClaimReading()
        right, fair = right_indicators(mark.concept), fair_indicators(mark.concept)
        total.asked += bool(right)
        total.answered += reading.indicator in right
        _count(total, reading, is_fitting=reading.indicator in fair)
        if (right and reading.indicator not in right) or (reading.indicator and reading.indicator not in fair):
            words = text[max(0, mark.start - 16) : mark.end + 8]
            total.misses.append(f"{words} is {mark.concept}, not {reading.indicator}")
    for (start, end), reading in left.items():
        _count(total, reading, is_fitting=False)
        if reading.indicator:
            total.misses.append(f"{text[max(0, start - 16) : end + 8]} is none, not {reading.indicator}")


def _count(total: BindingScore, reading: ClaimReading, *, is_fitting: bool) -> None:
    is_bound = bool(reading.indicator)
    is_judged = is_bound and not (reading.but or reading.other)
    total.bound += is_bound
    total.fitting += is_bound and is_fitting
    total.judged += is_judged
    total.judged_fitting += is_judged and is_fitting


def _passages(part: str) -> Iterator[tuple[str, list[Mark]]]:
    """Every passage of a part: its text without the marks, and the marks."""
    for block in (FOLDER / f"{part}.txt").read_text(encoding="utf-8").split("\n\n"):
        text, at, marks = "", 0, []
        for match in MARK.finditer(block):
            text += block[at : match.start()]
            marks.append(Mark(len(text), len(text) + len(match["claim"]), match["concept"]))
            text, at = text + match["claim"], match.end()
        yield text + block[at:], marks


def _readings(text: str) -> dict[tuple[int, int], ClaimReading]:
    """What each figure found is read as, by its span. Trends are left out."""
    claims, source = find_claims(text), normalise(text)
    contexts = claim_contexts(Passage(source.text), source, claims)
    return {
        (claim.start, claim.end): read_claim(claim, context)
        for claim, context in zip(claims, contexts, strict=True)
        if not claim.is_trend
    }
