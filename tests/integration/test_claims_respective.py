"""Numbers that 分别 deals out to the communities, years or months listed before it."""

from datetime import date

import pytest

from evidence.claims.detection.finder import find_claims
from evidence.claims.verification.check import check
from tests.support import builds
from tests.support.claims_examples import Make, activities
from warehouse.build import Build

NAMES = ("甲社区", "乙社区")
REGISTER = [{"community": name, "as_of_on": "2021-01-01", "residents_count": 9} for name in NAMES]


@pytest.fixture
def build(make_build: Make) -> Build:
    """Activities of two communities in March of each year: 15, 13, 28 and 20, 21, 22."""
    counts = {"甲社区": {2023: 15, 2024: 13, 2025: 28}, "乙社区": {2023: 20, 2024: 21, 2025: 22}}
    held = [
        row
        for name, years in counts.items()
        for year, n in years.items()
        for row in activities(n, year, community=name)
    ]
    months = [m for name in NAMES for m in builds.months_of("activity", ("2023-01-01", "2025-12-31"), community=name)]
    return make_build({"community": REGISTER, "activity": held}, months)


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("2025年甲社区、乙社区分别开展活动28场、22场。", ["相符", "相符"]),
        ("2025年甲社区和乙社区活动依次为28场和21场。", ["相符", "偏低"]),
        ("2025年甲社区、乙社区分别开展活动28、22场。", ["相符", "相符"]),
        ("2023年、2024年、2025年，甲社区活动分别为15场、13场、28场。", ["相符", "相符", "相符"]),
        ("2023、2024、2025年甲社区分别开展活动15、14、28场。", ["相符", "偏高", "相符"]),
        ("2023年至2025年，甲社区活动分别为15场、13场、28场。", ["相符", "相符", "相符"]),
        ("2025年第一季度、第二季度甲社区分别开展活动28、0场。", ["相符", "相符"]),
        ("2025年甲社区、乙社区各开展活动28场、22场。", ["相符", "相符"]),
        ("2024年和2025年，甲社区共开展活动41场。", ["相符"]),
        ("2025年甲社区、乙社区分别开展活动28场、22场，共50场。", ["相符", "相符", "相符"]),
        ("2023年、2024年、2025年，甲社区活动分别为15、13、28场，合计55场。", ["自相矛盾"] * 4),
        ("2023年、2025年，甲社区活动分别为15、28场，合计43场。", ["相符", "相符", "口径未明"]),
        ("2025年甲社区、乙社区分别开展活动28场、22场，甲社区开展活动28场。", ["相符", "相符", "相符"]),
    ],
)
def test_each_number_is_of_the_name_or_year_at_its_place(build: Build, text: str, verdicts: list[str]):
    report = check(build, text, as_of=date(2025, 12, 31))
    assert [checked_claim.verdict for checked_claim in report.claims] == verdicts


@pytest.mark.parametrize(
    "text",
    [
        "2023年、2024年、2025年甲社区活动分别为15场、13场。",
        "2025年甲社区活动分别比2024年、2023年增长115%、87%。",
        "2025年丙社区、甲社区分别开展活动12场、28场。",
        "2025年两个社区分别开展活动28场、22场。",
        "2024年、2025年甲社区、乙社区活动分别为13场、28场。",
    ],
)
def test_numbers_that_match_no_list_are_left_open(build: Build, text: str):
    claims = check(build, text, as_of=date(2025, 12, 31)).claims
    assert [checked_claim.verdict for checked_claim in claims] == ["口径未明"] * len(claims)
    assert all("不能逐一对应" in checked_claim.reason for checked_claim in claims)


def test_two_nouns_of_one_community_are_no_list_of_communities(build: Build):
    (first, _) = check(build, "2025年甲社区活动、服务分别为28场、300人次。", as_of=date(2025, 12, 31)).claims
    assert first.verdict == "相符"


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("活动分别为15、13、28场。", ["场"] * 3),
        ("活动15、13、28场。", ["场"]),
        ("活动分别为128，115，103场。", ["场"] * 3),
        ("活动分别为95，128，103场。", ["场"] * 3),
        ("参与分别为1，208人次、2，300人次。", ["人次"] * 2),
    ],
)
def test_a_unit_behind_the_last_number_is_that_of_the_list_behind_the_word(text: str, units: list[str]):
    assert [claim.unit for claim in find_claims(text)] == units
