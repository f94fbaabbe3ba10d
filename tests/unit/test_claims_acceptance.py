"""When a computed figure bears a claim out."""

import pytest

from evidence.claims.detection.claim import Claim
from evidence.claims.detection.finder import find_claims
from evidence.claims.verification.acceptance import accepts, understatement, verdict_on_value


def claim(words: str) -> Claim:
    (single,) = find_claims(words)
    return single


@pytest.mark.parametrize(
    ("words", "accepted", "too_little", "too_much"),
    [
        ("解决议题32个", [32], [31], [33]),
        ("完成580余次", [581, 589], [580, 579], [590]),
        ("捐赠115万余元", [1_150_001, 1_159_999], [1_150_000], [1_160_000]),
        ("志愿者百余人", [101, 199], [100], [200]),
        ("参与超2400人次", [2401, 99_999], [2400], []),
        ("发放500份以上", [500, 501], [499], []),
        ("居民近4500人", [4050, 4499], [4049], [4500]),
        ("满意率近九成", [85, 89.9], [84.9, 82.1], [90]),
        ("占比将近两成", [18, 19.9], [17.9], [20]),
        ("居民不足100人", [99, 10], [], [100]),
        ("误差在3%以内", [3, 1], [], [3.1]),
        ("2025年接案不超过108例", [108, 96], [], [109]),
        ("2025年接案最多108例", [108, 96], [], [109]),
        ("2025年接案没有超过108例", [108, 96], [], [109]),
        ("2025年接案没有达到108例", [107, 96], [], [108]),
        ("2025年接案没有少于108例", [108, 120], [107], []),
        ("不超过总数的45%", [45, 30], [], [46]),
        ("面积约150平方米", [142.5, 150, 157.5], [142], [158]),
        ("每场30至50名居民", [30, 50], [29], [51]),
        ("参与覆盖率2.2至4.6%", [2.16, 4.64], [2.1], [4.7]),
        ("满意率98%", [97.6, 98.4], [97.4], [98.6]),
        ("持证率62.5%", [62.46, 62.54], [62.4], [62.6]),
        ("筹款35.6万元", [356_499], [355_400], [356_600]),
        ("筹款28万元", [280_090, 279_900], [277_100], [282_900]),
        ("满意度提高4个百分点", [3.99, 4.4], [3.4], [4.6]),
        ("善款全部用于助学", [100], [99], []),
    ],
)
def test_the_qualifier_decides_how_far_a_figure_may_lie(words, accepted, too_little, too_much):
    text = claim(words)
    assert ["相符"] * len(accepted) == [verdict_on_value(text, value) for value in accepted]
    assert ["偏高"] * len(too_little) == [verdict_on_value(text, value) for value in too_little]
    assert ["偏低"] * len(too_much) == [verdict_on_value(text, value) for value in too_much]


def test_a_trend_needs_a_slope_of_its_sign():
    assert accepts(claim("居民满意度明显提升"), 0.3)
    assert not accepts(claim("居民满意度明显提升"), -0.1)
    assert accepts(claim("投诉量逐年下降"), -2)


def test_chao_that_claims_far_too_little_is_hinted_at():
    modest = claim("参与超2400人次")
    assert "3,000人次" in understatement(modest, 3000)
    assert understatement(modest, 2500) == ""
