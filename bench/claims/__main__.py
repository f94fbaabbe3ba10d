"""python -m bench.claims [--misses [PART]]: how well claims are found and bound, on the part to work on and the part to measure with."""

import argparse
from time import perf_counter

from bench.claims import binding, outside_binding
from bench.claims.corpus import PARTS, passages
from bench.claims.score import DetectionScore, score
from evidence.claims.binding.context import claim_contexts
from evidence.claims.binding.reading import read_claim
from evidence.claims.detection.finder import find_claims
from evidence.claims.detection.passage import Passage, normalise


def main(words: list[str] | None = None) -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "--misses",
        nargs="?",
        const="develop",
        choices=PARTS,
        help="list what went wrong, by default only in the part to develop on",
    )
    options = arguments.parse_args(words)
    for part in PARTS:
        report(part, score(passages(part)))
    for part in PARTS:
        binding.report(part, binding.accuracy(part))
    for part in outside_binding.PARTS:
        outside_binding.report(part, outside_binding.score(part))
    finding, reading = seconds_for(10_000)
    print(f"a text of 10,000 characters: claims found in {finding:.2f} s, bound in {reading:.2f} s")
    if options.misses:
        print("", *score(passages(options.misses)).misses, *binding.accuracy(options.misses).misses, sep="\n")
        print(*outside_binding.score(options.misses).misses, sep="\n")


def report(part: str, total: DetectionScore) -> None:
    """Print the figures of one part."""
    count = sum(1 for _ in passages(part))
    print(f"{part}: {count} passages, {total.expected} claims, {total.others} numerals that are none")
    edges, value = total.share(total.same_edges), total.share(total.same_value)
    qualifier, unit = total.share(total.same_qualifier), total.share(total.same_unit)
    print(f"  spans      precision {total.precision:.3f}  recall {total.recall:.3f}  same edges {edges:.3f}")
    print(f"  accuracy   value {value:.3f}  qualifier {qualifier:.3f}  unit {unit:.3f}")
    print(f"  numerals that are no claim, taken for one: {total.others_taken} of {total.others}")


def seconds_for(length: int) -> tuple[float, float]:
    """Return how long it takes to find the claims of a text of so many characters, and to read what they speak of."""
    text = "\n".join(passage.text for part in PARTS for passage in passages(part))
    text = (text * (length // len(text) + 1))[:length]
    start = perf_counter()
    claims = find_claims(text)
    found_at = perf_counter()
    source = normalise(text)
    for claim, context in zip(claims, claim_contexts(Passage(source.text), source, claims), strict=True):
        read_claim(claim, context)
    return found_at - start, perf_counter() - found_at


if __name__ == "__main__":
    main()
