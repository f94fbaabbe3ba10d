"""Compares detected claims with annotated ones: spans, values, qualifiers, units."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import isclose

from bench.claims.corpus import AnnotatedPassage, ExpectedClaim
from evidence.claims.detection.claim import Claim
from evidence.claims.detection.finder import find_claims


@dataclass
class DetectionScore:
    """Counts over many passages; a detected claim is right when its span covers an annotated one by half or more, both ways."""

    expected: int = 0
    detected: int = 0
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
        return self.matched / self.detected if self.detected else 1.0

    @property
    def recall(self) -> float:
        return self.matched / self.expected if self.expected else 1.0

    def share(self, count: int) -> float:
        """Return a count as a share of the claims matched."""
        return count / self.matched if self.matched else 1.0


def score(passages: Iterable[AnnotatedPassage]) -> DetectionScore:
    """Detect the claims of every passage and count what is right."""
    total = DetectionScore()
    for passage in passages:
        _add(total, passage, find_claims(passage.text))
    return total


def _add(total: DetectionScore, passage: AnnotatedPassage, claims: list[Claim]) -> None:
    ambiguous = [expected for expected in passage.expected if expected.qualifier == "?"]
    claims = [claim for claim in claims if not any(_overlap(claim, expected) for expected in ambiguous)]
    total.expected += len(passage.claims)
    total.detected += len(claims)
    total.others += len(passage.others)
    for other in passage.others:
        total.others_taken += any(claim.start < other.end and other.start < claim.end for claim in claims)
    for expected in passage.claims:
        match = next((claim for claim in claims if _overlap(claim, expected) >= 0.5), None)
        if match is None:
            total.misses.append(f"{passage.name}: missed {passage.text[expected.start : expected.end]}")
            continue
        claims = [claim for claim in claims if claim is not match]
        _compare(total, passage, expected, match)
    total.misses += [f"{passage.name}: wrongly found {claim.text} [{claim.qualifier} {claim.unit}]" for claim in claims]


def _compare(total: DetectionScore, passage: AnnotatedPassage, expected: ExpectedClaim, claim: Claim) -> None:
    total.matched += 1
    total.same_edges += (expected.start, expected.end) == (claim.start, claim.end)
    agreement = {
        "value": _is_same_value(expected, claim),
        "qualifier": expected.qualifier == claim.qualifier,
        "unit": expected.unit == claim.unit,
    }
    total.same_value += agreement["value"]
    total.same_qualifier += agreement["qualifier"]
    total.same_unit += agreement["unit"]
    faults = [name for name, is_same in agreement.items() if not is_same]
    if faults:
        reading = f"{claim.text} {claim.value} {claim.low}..{claim.high} {claim.qualifier} {claim.unit}"
        words = passage.text[expected.start : expected.end]
        total.misses.append(f"{passage.name}: {words} read as {reading} ({', '.join(faults)})")


def _is_same_value(expected: ExpectedClaim, claim: Claim) -> bool:
    if expected.low is None or expected.high is None:
        return claim.value is None
    low, high = (claim.low, claim.high) if claim.qualifier == "range" else (claim.value, claim.value)
    return (
        low is not None
        and high is not None
        and isclose(low, expected.low, rel_tol=1e-4)
        and isclose(high, expected.high, rel_tol=1e-4)
    )


def _overlap(claim: Claim, expected: ExpectedClaim) -> float:
    """The shared stretch as a share of the whole stretch of both."""
    shared = min(claim.end, expected.end) - max(claim.start, expected.start)
    return max(0, shared) / (max(claim.end, expected.end) - min(claim.start, expected.start))
