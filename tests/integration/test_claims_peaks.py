"""The highest there ever was: held against every earlier period of the same length."""

import pytest

from evidence.claims.detection.finder import find_claims
from evidence.claims.verification.check import check
from evidence.claims.verification.guards import PageGuard
from tests.support import builds
from tests.support.claims_examples import Make, activities, check_single
from warehouse.build import Build

WHOLE = [
    m for year in (2022, 2023, 2024, 2025) for m in builds.months_of("activity", (f"{year}-01-01", f"{year}-12-31"))
]
ROWS = activities(12, 2022) + activities(30, 2023) + activities(20, 2024) + activities(31)


@pytest.fixture
def build(make_build: Make) -> Build:
    """Activities of four years, all in March: 12, 30, 20 and 31, every month reported."""
    return make_build({"activity": ROWS}, WHOLE)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2025年活动场次创历史新高。", "相符"),
        ("2025年活动场次再创新高。", "相符"),
        ("2025年，活动场次达到历史最高水平。", "相符"),
        ("2025年活动场次为历年最多。", "相符"),
        ("2024年活动场次创下历史新高。", "偏高"),
        ("2023年活动场次创历史新高。", "相符"),
        ("2023年活动场次为历年最多。", "口径未明"),  # 2025 has one more
        ("2022年活动场次创历史新高。", "口径未明"),  # nothing earlier
        ("2024年活动场次创历史新低。", "偏高"),
        ("2025年3月活动场次创历史新高。", "相符"),
        ("2025年第一季度活动场次创历史新高。", "相符"),
        ("2025年上半年活动场次为历史最高。", "相符"),
        ("2025年活动场次为三年来最高。", "相符"),
        ("2024年活动场次为近两年最低。", "相符"),
        ("2024年活动场次为三年来最低。", "偏高"),
        ("2025年活动场次为六年来最高。", "相符"),
        ("2024年1至4月活动场次创历史新高。", "偏高"),
        ("活动场次创历史新高。", "口径未明"),
    ],
)
def test_a_record_is_held_against_every_earlier_period_of_its_length(build: Build, text: str, verdict: str):
    assert check_single(build, text).verdict == verdict


def test_a_record_behind_a_number_is_that_of_the_number(build: Build):
    level, peak = check(build, "2025年开展活动31场，创历史新高。").claims
    assert (level.verdict, peak.verdict, peak.binding) == ("相符", "相符", level.binding)
    assert "以前3期（从2022年起，更早的没有入库）最高的是2023年30场" in peak.reason


def test_a_year_that_was_not_reported_in_full_leaves_a_record_open_unless_it_refutes_it(make_build: Make):
    build = make_build({"activity": ROWS}, [month for month in WHOLE if "2023-07" not in str(month)])
    undecided = check_single(build, "2025年活动场次创历史新高。")

    assert undecided.verdict == "口径未明"
    assert "2023年没有报送齐" in undecided.reason
    assert check_single(build, "2024年活动场次创历史新高。").verdict == "偏高"  # 30 in what was reported of 2023


def test_a_record_among_hidden_numbers_is_not_judged(make_build: Make):
    cases = [
        {"case_no": f"{year}-{n}", "opened_on": f"{year}-03-01"}
        for year, number in ((2023, 3), (2024, 12), (2025, 20))
        for n in range(number)
    ]
    build = make_build({"casework": cases}, builds.months_of("casework", ("2023-01-01", "2025-12-31")))

    assert check_single(build, "2025年接案数创历史新高。", guard=PageGuard(5)).verdict == "已隐藏"
    assert check_single(build, "2025年接案数创历史新高。").verdict == "相符"


@pytest.mark.parametrize(
    "text",
    [
        "力争2027年活动场次创历史新高。",
        "社区不断创新高质量服务，登上新高度。",
        "活动场次历史最高的2023年，社区换了班子。",
        "志愿服务时间创新高效模式。",
        "讲述历史最长的老街。",
    ],
)
def test_what_is_aimed_at_or_only_sounds_like_a_record_is_none(text: str):
    assert not find_claims(text)
