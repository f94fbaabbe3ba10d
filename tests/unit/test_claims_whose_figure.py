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
        ("活动场均34人次。", ["attendances_per_activity"]),
        ("议事会场均83人次。", [""]),
        ("议事会开了19场，场均83人次。", ["deliberation_meetings", ""]),
        ("基金支出9.2万元。", ["money_spent"]),
        ("业委会公布账目：支出9.2万元。", [""]),
        ("投入资金120万元。", ["money_spent"]),
        ("投入财政资金120万元。", [""]),
        ("机构财务公布：年度总收入386万元。", [""]),
        ("老旧小区改造总投资800万元，居民自筹32万元。", ["", ""]),
        ("购买方满意度96%、居民满意度95%。", ["", "overall_satisfied_share"]),
        ("总投资80万元，其中基金支出3万元。", ["", "money_spent"]),
        ("志愿者15名参加，向4名表现突出的志愿者颁发证书。", ["volunteers_active", ""]),
        ("慰问品送给社区居民400余户。", [""]),
        ("活动有慈善驿站、乡伴学堂、流动益集三个板块。", [""]),
        ("街道投入18万元改造活动室。", [""]),
        ("社区投入善款18万元改造活动室。", ["money_spent"]),
        ("县慈善会专项资助金11万元。", [""]),
        ("公益创投已办三年，累计投入资金320万元。", [""]),
        ("围绕社工能力建设开展培训8次。", [""]),
        ("面向居民开展培训8次。", ["courses"]),
        ("为街道近150名社工提供支持。", [""]),
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


def test_what_each_gave_is_no_sum():
    assert find_claims("邻居留下100—300元不等的捐款。") == []


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("社工服务站共有20余名社工。", ["staff"]),
        ("链接资金8.2万元、物资折合5.5万元。", ["cash_received", "goods_value"]),
        ("居民组长、楼院代表40余人参加了议事会。", ["deliberation_attendances"]),
        ("累计兑换积分1.6万分。", ["points_redeemed"]),
        ("接待居民3.2万人次。", ["attendances"]),
        ("商户代表、居民骨干和工作人员60余人参加了筹款活动。", ["participants"]),
        ("76个由居民下单的“微实事”项目已完成。", [""]),
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


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("累计投入32万元。", "money_spent"),
        ("215个微心愿陆续被领走。", "wishes_fulfilled"),
    ],
)
def test_what_is_only_part_of_a_figure_or_may_be_of_another_is_not_judged_by_it(text: str, indicator: str):
    (claim,), source = find_claims(text), normalise(text)
    (context,) = claim_contexts(Passage(source.text), source, [claim])
    reading = read_claim(claim, context)
    assert (reading.indicator, bool(reading.but)) == (indicator, True)


@pytest.mark.parametrize("text", ["截至目前完成个案22个。", "2025年完成个案22个。"])
def test_a_case_that_was_completed_was_taken_on_or_closed(text: str):
    (claim,), source = find_claims(text), normalise(text)
    (context,) = claim_contexts(Passage(source.text), source, [claim])
    reading = read_claim(claim, context)
    assert {reading.indicator, reading.other} == {"cases_closed", "cases_opened"}


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("业委会换届后，召开恳谈会5次，居民满意率升到86%。", "业委会"),
        ("民政局牵头，社区基金募集善款5万元。", ""),
        ("一家公司的员工捐款5300元。", "员工"),
        ("三年来她跟过许多家庭，结案38个。", "她"),
    ],
)
def test_a_figure_that_may_be_of_another_body_of_its_sentence_is_left_open(text: str, whose: str):
    claims, source = find_claims(text), normalise(text)
    contexts = claim_contexts(Passage(source.text), source, claims)
    readings = [read_claim(claim, context) for claim, context in zip(claims, contexts, strict=True)]
    last = [reading for reading in readings if reading.indicator][-1]
    assert (f"“{whose}”" in last.but) == bool(whose), last
