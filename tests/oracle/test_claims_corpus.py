"""What is found and bound, against passages marked by hand; `python -m bench.claims --misses` names what went wrong."""

from functools import cache

import pytest

from bench.claims import outside_binding
from bench.claims.binding import accuracy
from bench.claims.corpus import PARTS, passages
from bench.claims.score import DetectionScore, score

# The least recall and precision on passages whose misses nobody looks at; what was worked on does better.
UNSEEN = {
    "measure": (0.90, 0.95),
    "measure_4": (0.88, 0.93),
    "measure_5": (0.85, 0.93),
    "measure_6": (0.85, 0.87),
}
# Looked into when they had served as measures: what is still wrong there has no cause in grammar.
LOOKED_INTO = {
    "develop_8": (0.86, 0.95),
    "develop_9": (0.83, 0.91),
    "develop_10": (0.88, 0.91),
    "develop_11": (0.88, 0.91),
}


@cache
def detection_score(part: str) -> DetectionScore:
    return score(passages(part))


@pytest.mark.parametrize("part", PARTS)
def test_spans_are_found_with_high_precision_and_recall(part):
    assert detection_score(part).precision >= 0.95
    assert detection_score(part).recall >= 0.95


@pytest.mark.parametrize("part", PARTS)
def test_what_is_found_is_read_right(part):
    total = detection_score(part)
    assert (
        min(total.share(count) for count in (total.same_value, total.same_qualifier, total.same_unit, total.same_edges))
        >= 0.95
    )


@pytest.mark.parametrize("part", PARTS)
def test_few_other_numerals_are_taken_for_claims(part):
    assert detection_score(part).others_taken <= 0.12 * detection_score(part).others


def test_the_corpus_is_large_enough_to_mean_something():
    every_passage = [passage for part in PARTS for passage in passages(part)]
    assert len(every_passage) >= 160
    assert sum(len(passage.claims) for passage in every_passage) >= 900
    assert sum(len(passage.others) for passage in every_passage) >= 500


@pytest.mark.parametrize("part", PARTS)
def test_nine_of_ten_claims_of_the_corpus_are_bound_right(part: str):
    total = accuracy(part)
    assert total.marked > 100
    assert total.right / total.marked >= 0.92, total.misses
    assert total.recorded_right / total.recorded >= 0.92, total.misses


@pytest.mark.parametrize("part", outside_binding.PARTS)
def test_claims_in_the_words_of_other_articles_are_bound_right(part: str):
    total = outside_binding.score(part)
    recall, precision = (UNSEEN | LOOKED_INTO).get(part, (0.88, 0.95))
    assert total.asked > 14
    assert total.recall >= recall, total.recall
    assert total.precision >= precision, total.precision


def test_nineteen_in_twenty_unseen_claims_are_bound_right_those_that_get_a_verdict_and_all():
    totals = [outside_binding.score(part) for part in UNSEEN]
    judged, judged_fitting, bound, fitting, answered, asked = (
        sum(getattr(total, name) for total in totals)
        for name in ("judged", "judged_fitting", "bound", "fitting", "answered", "asked")
    )
    assert judged > 350
    assert judged_fitting / judged >= 0.95
    assert fitting / bound >= 0.95
    assert answered / asked >= 0.85
