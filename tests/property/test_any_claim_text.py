"""What holds for every text whatever."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.claims.detection.finder import find_claims
from evidence.claims.verification.acceptance import accepts
from evidence.claims.verification.contradictions import find_contradictions

PIECES = "一二两三十百千万亿几数半余多近超约达0123456789.,，、。；：“”《》（）()%％ \n至到-~人次名户场个家元年月日岁第每共截至以上左右累计社区服務個聯(lián)提升满意度将可"
TEXTS = st.text(st.sampled_from(PIECES), max_size=80) | st.text(max_size=80)


@settings(deadline=None)
@given(TEXTS)
def test_spans_are_true_to_the_source_and_never_overlap(text):
    end = 0
    for claim in find_claims(text, date(2023, 9, 8)):
        assert end <= claim.start < claim.end
        assert text[claim.start : claim.end] == claim.text
        end = claim.end


@settings(deadline=None)
@given(TEXTS)
def test_an_exact_claim_accepts_its_own_value_and_a_bounded_one_lies_in_order(text):
    for claim in find_claims(text):
        if claim.qualifier == "exact":
            assert accepts(claim, claim.value)
        if claim.low is not None and claim.high is not None:
            assert claim.low <= claim.high


@settings(deadline=None, max_examples=50)
@given(TEXTS)
def test_looking_for_contradictions_never_fails(text):
    assert all(
        0 <= contradiction.start < contradiction.end <= len(text)
        for contradiction in find_contradictions(text, find_claims(text))
    )


@pytest.mark.parametrize(
    "piece",
    ["满意度、", "满意度和", "1", "一", "百", "三分", "12人、", "每1人有", "第", "“", "（", "\n", "提升了", "2023年"],
)
def test_endless_repetition_is_read_to_its_end(piece):
    text = piece * (5_000 // len(piece))
    assert all(text[claim.start : claim.end] == claim.text for claim in find_claims(text))
