"""Shares of a whole, first places and trends of several communities: judged only where all of the whole is known."""

import pytest

from evidence.claims.verification.check import check
from tests.support import builds
from tests.support.claims_examples import Make
from warehouse.build import Build

DAYS = ("2025-01-01", "2025-12-31")
REGISTER = [{"community": name, "as_of_on": "2020-01-01"} for name in ("甲村", "乙村", "丙村")]


def cases(make_build: Make, half: str = "", **opened: int) -> Build:
    """Return a build of three communities that send the ledger of cases each month, one of them only to the middle of the year."""
    rows = [
        {"community": f"{name}村", "opened_on": f"2025-{n % 12 + 1:02}-03"}
        for name, number in opened.items()
        for n in range(number)
    ]
    covered = [
        month
        for name in "甲乙丙"
        for month in builds.months_of(
            "casework", (DAYS[0], "2025-06-30" if name == half else DAYS[1]), community=f"{name}村"
        )
    ]
    return make_build({"casework": rows, "community": REGISTER}, covered)


@pytest.mark.parametrize(
    ("text", "verdict", "words"),
    [
        ("2025年甲村接案数占全街道的60%。", "相符", "占60%"),
        ("2025年甲村接案60例，占三个社区的60%。", "相符", "占60%"),
        ("2025年甲村接案数占全街道的70%。", "偏高", "占60%"),
        ("2025年甲村接案数占全市的60%。", "无记录", "记录里只有本街道的数据"),
        ("2025年甲村接案数占60%。", "无记录", "没有写明“60%”占的是什么"),
        ("2025年甲村接案数占四个社区的60%。", "口径未明", "没有写明是哪四个社区"),
        ("2025年甲村接案数位居全街道第一。", "相符", "甲村是第一"),
        ("2025年乙村接案数位居全街道第一。", "偏高", "乙村不是第一"),
        ("2025年甲村接案数增幅居全市第一。", "无记录", "记录里只有本街道的数据"),
        ("甲村接案数位居第一。", "口径未明", "没有写明是哪个时期"),
        ("2025年甲村接案60例，居全街道第一。", "相符", "甲村是第一"),
        ("2025年乙村接案30例，居全街道第二。", "口径未明", "只核对第一和最末"),
        ("2025年乙村接案30例，位居全街道首位。", "偏高", "乙村不是第一"),
        ("2025年甲村接案60例，是三个社区里最多的。", "相符", "甲村是最多"),
        ("2025年甲村接案数在三个社区中最多。", "相符", "甲村是最多"),
        ("2025年三个社区中，丙村接案数最少。", "相符", "丙村是最少"),
        ("2025年乙村接案数全街道最少。", "偏高", "乙村不是最少"),
        ("2025年接案数最多的社区是乙村。", "偏高", "乙村不是最多"),
        ("2025年甲村接案60例，比其他社区都多。", "相符", "甲村是最多"),
        ("2025年乙村接案数比其他两个社区都少。", "偏高", "乙村不是最少"),
    ],
)
def test_a_share_and_a_first_place_are_held_against_all_communities(
    make_build: Make, text: str, verdict: str, words: str
):
    checked_claim = check(cases(make_build, 甲=60, 乙=30, 丙=10), text).claims[-1]
    assert (checked_claim.verdict, words in checked_claim.reason) == (verdict, True), checked_claim.reason


@pytest.mark.parametrize(
    ("text", "verdict", "words"),
    [
        ("2025年甲村接案数是乙村的2倍。", "相符", "前者是后者的2倍"),
        ("2025年甲村接案数是乙村的3倍。", "偏高", "甲村的接案数为60例"),
        ("2025年甲村接案60例，是乙村的2倍。", "相符", "2025年乙村的接案数为30例"),
        ("2025年甲村接案比乙村多30例。", "相符", "多30例"),
        ("2025年甲村接案比乙村多100%。", "相符", "多100%"),
        ("2025年丙村接案比乙村少10例。", "偏低", "少20例"),
        ("2025年甲村接案比全街道平均水平多30例。", "无记录", "不是名册里的社区"),
        ("2025年甲村接案数是丁村的2倍。", "无记录", "不是名册里的社区"),
        ("2025年甲村接案数高于乙村。", "口径未明", "没有写出各是多少"),
        ("2025年甲村接案数与乙村持平。", "口径未明", "没有写出各是多少"),
    ],
)
def test_a_number_beside_that_of_another_community_is_held_against_both(
    make_build: Make, text: str, verdict: str, words: str
):
    checked_claim = check(cases(make_build, 甲=60, 乙=30, 丙=10), text).claims[-1]
    assert (checked_claim.verdict, words in checked_claim.reason) == (verdict, True), checked_claim.reason


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025年甲村接案数占全街道的60%。", "全街道没有报送齐"),
        ("2025年甲村接案数位居全街道第一。", "丙村没有报送齐"),
        ("2025年甲村接案比丙村多60例。", "两个社区没有都报送齐"),
    ],
)
def test_what_not_all_reported_is_no_whole_and_has_no_first(make_build: Make, text: str, words: str):
    build = cases(make_build, "丙", 甲=60, 乙=30)
    (checked_claim,) = check(build, text).claims
    assert (checked_claim.verdict, words in checked_claim.reason) == ("口径未明", True), checked_claim.reason


def test_those_who_reported_may_be_the_whole_where_the_text_says_so(make_build: Make):
    build = cases(make_build, "丙", 甲=60, 乙=30)
    (checked_claim,) = check(build, "2025年甲村占已报送的3个社区接案数的67%。").claims
    assert checked_claim.verdict == "相符", checked_claim.reason


def test_first_is_not_said_where_chance_could_have_it_otherwise(make_build: Make):
    (checked_claim,) = check(cases(make_build, 甲=32, 乙=30, 丙=10), "2025年甲村接案数位居全街道第一。").claims
    assert checked_claim.verdict == "口径未明"
    assert "误差范围有重叠，不分先后" in checked_claim.reason


def test_a_trend_of_six_communities_is_not_borne_out_by_five(build: Build):
    (checked_claim,) = check(build, "五年来六个社区志愿服务时长逐年上升。").claims
    assert checked_claim.verdict == "口径未明"
    assert "文中说的是6个社区，有记录的是5个" in checked_claim.reason
