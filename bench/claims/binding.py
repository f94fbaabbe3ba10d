"""How often a claim is bound to the right indicator: passages in bound/, marked {40多场次|deliberation_meetings}, {32个|-} for none,
{12例|cases_opened/cases_closed} where both are fair.

develop is there to work on, measure only to measure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from evidence.claims.binding.candidates import candidates
from evidence.claims.binding.context import claim_contexts
from evidence.claims.detection.finder import find_claims
from evidence.claims.detection.passage import Passage, normalise

FOLDER = Path(__file__).parent / "bound"
# A marked claim: {40多场次|deliberation_meetings}.
MARK = re.compile(r"\{(?P<claim>[^{}|]+)\|(?P<indicator>[^{}|]+)\}")
NONE = "-"


@dataclass(frozen=True)
class Mark:
    """What a reader marked: a stretch of the text, and the indicators that are right for it, joined by a slash."""

    start: int
    end: int
    indicators: str


@dataclass
class BindingAccuracy:
    """Counts over many claims. A claim that is not found counts as missed, a claim of none that is bound as wrong."""

    marked: int = 0
    detected: int = 0
    right: int = 0
    recorded: int = 0  # claims that speak of an indicator
    recorded_right: int = 0
    misses: list[str] = field(default_factory=list)


def accuracy(part: str) -> BindingAccuracy:
    """Measure one part: develop or measure."""
    total = BindingAccuracy()
    for title, text, marks in _marked_passages(part):
        indicator_of = _best_indicators(text)
        for mark in marks:
            overlapping = (id for (start, end), id in indicator_of.items() if start < mark.end and mark.start < end)
            words = f"{title}: {text[max(0, mark.start - 12) : mark.end]}"
            _add(total, words, mark.indicators, next(overlapping, None))
    return total


def report(part: str, total: BindingAccuracy) -> None:
    """Print one line with the figures of a part."""
    right, recorded_right = total.right / total.marked, total.recorded_right / total.recorded
    print(
        f"{part}: {total.marked} claims, {total.detected} found; indicator right {right:.3f}, "
        f"of the {total.recorded} that speak of one {recorded_right:.3f}"
    )


def _add(total: BindingAccuracy, words: str, expected: str, indicator: str | None) -> None:
    total.marked += 1
    total.recorded += expected != NONE
    total.detected += indicator is not None
    if indicator in expected.split("/"):
        total.right += 1
        total.recorded_right += expected != NONE
    else:
        total.misses.append(f"{words} is {expected}, not {indicator}")


def _marked_passages(part: str) -> Iterator[tuple[str, str, list[Mark]]]:
    """Every passage of a part: its title, its text without the marks, and the marks."""
    for block in re.split(r"^# ", (FOLDER / f"{part}.txt").read_text(encoding="utf-8"), flags=re.M)[1:]:
        title, _, body = block.partition("\n")
        text, at, marks = "", 0, []
        for match in MARK.finditer(body):
            text += body[at : match.start()]
            marks.append(Mark(len(text), len(text) + len(match["claim"]), match["indicator"]))
            text, at = text + match["claim"], match.end()
        yield title.strip(), text + body[at:], marks


def _best_indicators(text: str) -> dict[tuple[int, int], str]:
    """The indicator of every claim found, by its span; NONE for a claim of nothing recorded."""
    claims, source = find_claims(text), normalise(text)
    indicators = {}
    for claim, context in zip(claims, claim_contexts(Passage(source.text), source, claims), strict=True):
        ranked = candidates(claim, context)
        indicators[claim.start, claim.end] = (ranked[0].indicator if ranked else "") or NONE
    return indicators
