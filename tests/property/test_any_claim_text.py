"""What holds for every text whatever."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.claims.detection.finder import find_claims
from evidence.claims.detection.unread_numbers import DATE, find_unread
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


NUMERALS = "1 12 １２ 3,456 3.5万 264 30余 十 两 十二 一百二十 两千四百 三十余 几十 百余 数百 三四十 二三 六一 〇五"
MEASURES = "人 名 人次 户 家 场 次 例 元 万元 小时 件 % 个百分点 平方米 天 本 处 节 岁 号楼 届 所 位"
WORDS = (
    "，|。|、|；|\n|：|（|）|“|”|《|》|每|第|前|分|满|共|按|的|不超过|最多|没有超过|不少于|计划|协议|目标|将|到|由|占|其中|三分之|"
    "社区|村民|活动|个案|志愿者|捐款|资助|超|近|约|以上|以下|左右|不等|一份|2025年|5月18日|截至|同比增长|（报送30/36社区月）|为优秀"
)


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.sampled_from(WORDS.split("|"))
        | st.tuples(st.sampled_from(NUMERALS.split()), st.sampled_from(MEASURES.split())),
        min_size=1,
        max_size=14,
    )
)
def test_no_number_with_a_measure_word_passes_without_being_a_claim_or_listed(pieces):
    text, numbers = "", []
    for piece in pieces:
        if isinstance(piece, tuple):
            numbers.append((len(text), len(text) + len(piece[0]), "".join(piece)))
        text += piece if isinstance(piece, str) else "".join(piece)
    claims = find_claims(text)
    unread = find_unread(text, claims)
    assert all(text[number.start : number.end] == number.text and number.reason for number in unread)
    spans = [
        *((entry.start, entry.end) for entry in (*claims, *unread)),
        *(match.span() for match in DATE.finditer(text)),
    ]
    assert [words for start, end, words in numbers if not any(s < end and start < e for s, e in spans)] == []


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
