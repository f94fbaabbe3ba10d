"""The finder against passages marked by hand; `python -m bench.claims --misses` names what went wrong."""

from functools import cache

import pytest

from bench.claims.corpus import PARTS, passages
from bench.claims.score import DetectionScore, score


@cache
def scored(part: str) -> DetectionScore:
    return score(passages(part))


@pytest.mark.parametrize("part", PARTS)
def test_spans_are_found_with_high_precision_and_recall(part):
    assert scored(part).precision >= 0.95
    assert scored(part).recall >= 0.95


@pytest.mark.parametrize("part", PARTS)
def test_what_is_found_is_read_right(part):
    total = scored(part)
    assert (
        min(total.share(count) for count in (total.same_value, total.same_qualifier, total.same_unit, total.same_edges))
        >= 0.95
    )


@pytest.mark.parametrize("part", PARTS)
def test_few_other_numerals_are_taken_for_claims(part):
    assert scored(part).others_taken <= 0.12 * scored(part).others


def test_the_corpus_is_large_enough_to_mean_something():
    marked = [passage for part in PARTS for passage in passages(part)]
    assert len(marked) >= 160
    assert sum(len(passage.claims) for passage in marked) >= 900
    assert sum(len(passage.others) for passage in marked) >= 500
