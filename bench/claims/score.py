"""Compare found claims with marked ones: spans, values, qualifiers, units."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import isclose

from bench.claims.corpus import Expected, Marked
from evidence.claims.detection.claim import Claim
from evidence.claims.detection.finder import find_claims


@dataclass
class Score:
    """Counts over many passages; a found claim is right when its span covers a marked one by half or more, both ways."""

    marked: int = 0
    found: int = 0
    matched: int = 0
    same_edges: int = 0
    same_value: int = 0
    same_qualifier: int = 0
    same_unit: int = 0
    others: int = 0
    others_taken: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.matched / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.matched / self.marked if self.marked else 1.0

    def share(self, count: int) -> float:
        return count / self.matched if self.matched else 1.0


def score(passages: Iterable[Marked]) -> Score:
    total = Score()
    for passage in passages:
        _add(total, passage, find_claims(passage.text))
    return total


def _add(total: Score, passage: Marked, found: list[Claim]) -> None:
    open_to_reading = [mark for mark in passage.expected if mark.qualifier == "?"]
    found = [claim for claim in found if not any(_overlap(claim, mark) for mark in open_to_reading)]
    total.marked += len(passage.claims)
    total.found += len(found)
    total.others += len(passage.others)
    for other in passage.others:
        total.others_taken += any(claim.start < other.end and other.start < claim.end for claim in found)
    for mark in passage.claims:
        claim = next((c for c in found if _overlap(c, mark) >= 0.5), None)
        if claim is None:
            total.misses.append(f"{passage.style}/{passage.title}: missed {passage.text[mark.start : mark.end]}")
            continue
        found = [c for c in found if c is not claim]
        _compare(total, passage, mark, claim)
    total.misses += [
        f"{passage.style}/{passage.title}: wrongly found {claim.text} [{claim.qualifier} {claim.unit}]"
        for claim in found
    ]


def _compare(total: Score, passage: Marked, mark: Expected, claim: Claim) -> None:
    total.matched += 1
    total.same_edges += (mark.start, mark.end) == (claim.start, claim.end)
    faults = []
    for name, is_same in (
        ("value", _same_value(mark, claim)),
        ("qualifier", mark.qualifier == claim.qualifier),
        ("unit", mark.unit == claim.unit),
    ):
        setattr(total, f"same_{name}", getattr(total, f"same_{name}") + is_same)
        faults += [] if is_same else [name]
    if faults:
        total.misses.append(
            f"{passage.style}/{passage.title}: {passage.text[mark.start : mark.end]} read as {claim.text} {claim.value} {claim.low}..{claim.high} {claim.qualifier} {claim.unit} ({', '.join(faults)})"
        )


def _same_value(mark: Expected, claim: Claim) -> bool:
    if mark.low is None or mark.high is None:
        return claim.value is None
    low, high = (claim.low, claim.high) if claim.qualifier == "range" else (claim.value, claim.value)
    return (
        low is not None
        and high is not None
        and isclose(low, mark.low, rel_tol=1e-4)
        and isclose(high, mark.high, rel_tol=1e-4)
    )


def _overlap(claim: Claim, mark: Expected) -> float:
    shared = min(claim.end, mark.end) - max(claim.start, mark.start)
    return max(0, shared) / (max(claim.end, mark.end) - min(claim.start, mark.start))
