"""How often a claim is bound to the right indicator: passages in bound/, marked {40多场次|deliberation_meetings}, {32个|-} for none,
{12例|cases_opened/cases_closed} where both are fair.

develop is there to work on, measure only to measure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from evidence.claims.binding.candidates import candidates
from evidence.claims.binding.context import surroundings
from evidence.claims.detection.finder import find_claims
from evidence.claims.detection.normalisation import plain
from evidence.claims.detection.passage import Passage

HERE = Path(__file__).parent / "bound"
MARK = re.compile(r"\{(?P<claim>[^{}|]+)\|(?P<indicator>[^{}|]+)\}")
NONE = "-"


@dataclass
class Accuracy:
    """Counts over many claims. A claim that is not found counts as missed, a claim of none that is bound as wrong."""

    marked: int = 0
    found: int = 0
    right: int = 0
    recorded: int = 0  # claims that speak of an indicator
    recorded_right: int = 0
    misses: list[str] = field(default_factory=list)


def accuracy(part: str) -> Accuracy:
    """Measure one part: develop or measure."""
    total = Accuracy()
    for title, text, marks in _passages(part):
        bound = _bound(text)
        for start, end, indicator in marks:
            got = next((id for (a, b), id in bound.items() if a < end and start < b), None)
            _add(total, f"{title}: {text[max(0, start - 12) : end]}", indicator, got)
    return total


def _add(total: Accuracy, words: str, wanted: str, got: str | None) -> None:
    total.marked += 1
    total.recorded += wanted != NONE
    total.found += got is not None
    if got in wanted.split("/"):
        total.right += 1
        total.recorded_right += wanted != NONE
    else:
        total.misses.append(f"{words} is {wanted}, not {got}")


def _passages(part: str) -> Iterator[tuple[str, str, list[tuple[int, int, str]]]]:
    for block in re.split(r"^# ", (HERE / f"{part}.txt").read_text(encoding="utf-8"), flags=re.M)[1:]:
        title, _, body = block.partition("\n")
        text, at, marks = "", 0, []
        for mark in MARK.finditer(body):
            text += body[at : mark.start()]
            marks.append((len(text), len(text) + len(mark["claim"]), mark["indicator"]))
            text, at = text + mark["claim"], mark.end()
        yield title.strip(), text + body[at:], marks


def _bound(text: str) -> dict[tuple[int, int], str]:
    claims, source = find_claims(text), plain(text)
    found = {}
    for claim, around in zip(claims, surroundings(Passage(source.text), source, claims), strict=True):
        best = candidates(claim, around)
        found[claim.start, claim.end] = (best[0].indicator if best else "") or NONE
    return found


def report(part: str, total: Accuracy) -> None:
    recorded = total.recorded_right / total.recorded
    print(
        f"{part}: {total.marked} claims, {total.found} found; indicator right {total.right / total.marked:.3f}", end=""
    )
    print(f", of the {total.recorded} that speak of one {recorded:.3f}")
