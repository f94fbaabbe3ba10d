"""Whatever two organisations are called, a numeral, a branch or a quarter that differs keeps them apart."""

from hypothesis import given
from hypothesis import strategies as st

from etl.parse.organisation_names import alike, are_different, core

WORDS = st.text("禾舟云砚竹松梅兰菊荷例拟仿样", min_size=3, max_size=8)
KINDS = st.sampled_from(("公司", "有限公司", "社会工作服务中心", "志愿者协会", "银行", "学校"))
NUMERALS = st.sampled_from("一二三四五六七八九")
BRANCHES = st.sampled_from(("分公司", "支行", "校区", "分店", "分部"))
BRANCH_NAMES = st.text("东西城关安宁", min_size=1, max_size=3)


@given(WORDS, KINDS, NUMERALS, NUMERALS)
def test_names_with_other_numerals_are_never_offered(word: str, kind: str, first: str, second: str):
    names = {f"{word}第{first}{kind}", f"{word}第{second}{kind}"}
    assert not list(alike(names))


@given(WORDS, KINDS, BRANCHES, BRANCH_NAMES, BRANCH_NAMES)
def test_other_branches_are_never_offered(word: str, kind: str, branch: str, first: str, second: str):
    names = {f"{word}{kind}{first}{branch}", f"{word}{kind}{second}{branch}"}
    assert not list(alike(names))


@given(WORDS, KINDS, BRANCHES, BRANCH_NAMES)
def test_a_branch_is_not_the_whole(word: str, kind: str, branch: str, name: str):
    assert not list(alike({f"{word}{kind}", f"{word}{kind}{name}{branch}"}))


@given(st.text(max_size=20), st.text(max_size=20))
def test_no_text_breaks_the_comparison_and_the_order_of_two_names_does_not_matter(first: str, second: str):
    assert are_different(first, second) == are_different(second, first)
    assert not are_different(first, first)
    assert len(list(alike({first, second}))) <= 1
    assert isinstance(core(first), str)
