"""Whose figure a claim gives: the community's own, or that of an estate, the owners, the government, or a demand."""

import pytest

from evidence.claims.binding.context import claim_contexts
from evidence.claims.binding.reading import read_claim
from evidence.claims.detection.finder import find_claims
from evidence.claims.detection.passage import Passage, normalise


def read_indicators(text: str) -> list[str]:
    """The indicators that the claims of a text are read as, "" for none."""
    claims, source = find_claims(text), normalise(text)
    contexts = claim_contexts(Passage(source.text), source, claims)
    return [read_claim(claim, context).indicator for claim, context in zip(claims, contexts, strict=True)]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("社区共有居民938户。", ["households"]),
        ("杏园小区是老旧小区，共有居民938户。", [""]),
        ("基金支出9.2万元。", ["money_spent"]),
        ("业委会公布账目：支出9.2万元。", [""]),
        ("投入资金120万元。", ["money_spent"]),
        ("投入财政资金120万元。", [""]),
        ("活动有慈善驿站、乡伴学堂、流动益集三个板块。", [""]),
        ("打造“邻里互助”“共享+”两个系列的志愿服务品牌。", [""]),
    ],
)
def test_a_figure_of_others_is_not_the_communitys(text: str, indicators: list[str]):
    assert read_indicators(text) == indicators


def test_what_one_person_gained_is_no_trend_of_a_community():
    assert [claim.text for claim in find_claims("居民的信心明显增强。")] == ["居民的信心明显增强"]
    assert find_claims("不仅增长了知识，也让他增加了胆量，增强了沟通的信心。") == []


def test_a_sum_that_is_demanded_is_no_claim():
    assert find_claims("社区需筹集不低于3000元的启动资金。") == []
    assert [claim.value for claim in find_claims("已筹集不低于3000元。")] == [3000]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("社工服务站共有20余名社工。", ["staff"]),
        ("链接资金8.2万元、物资折合5.5万元。", ["cash_received", "goods_value"]),
        ("居民组长、楼院代表40余人参加了议事会。", ["deliberation_attendances"]),
        ("累计兑换积分1.6万分。", ["points_redeemed"]),
        ("接待居民3.2万人次。", ["attendances"]),
    ],
)
def test_the_noun_that_is_counted_decides(text: str, indicators: list[str]):
    assert read_indicators(text) == indicators


@pytest.mark.parametrize(
    ("text", "is_of_volunteers"),
    [
        ("2025年志愿者参与服务144人次。", True),
        ("2025年，志愿者累计参与144人次。", True),
        ("2025年志愿者带动居民参与144人次。", False),
        ("2025年居民参与活动144人次。", False),
    ],
)
def test_volunteers_who_came_are_no_attendances_of_residents(text: str, is_of_volunteers: bool):
    (claim,), source = find_claims(text), normalise(text)
    (context,) = claim_contexts(Passage(source.text), source, [claim])
    reading = read_claim(claim, context)
    assert (reading.indicator, bool(reading.but)) == ("attendances", is_of_volunteers)
