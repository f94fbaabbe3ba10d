"""How many communities a text speaks of, and whether a place named in one line holds in another."""

import pytest

from evidence.claims.verification.check import check
from tests.support import builds
from tests.support.claims_examples import Make, activities, check_single

BOTH = [{"community": name, "as_of_on": "2021-01-01", "residents_count": 9} for name in ("甲社区", "乙社区")]


def rows(first: int, second: int) -> dict[str, list[dict[str, object]]]:
    held = activities(first, community="甲社区") + activities(second, community="乙社区")
    return {"community": [*BOTH], "activity": held}


@pytest.mark.parametrize("words", ["两个社区", "全部2个社区", "甲社区等2个社区", "甲社区、乙社区"])
def test_a_sum_over_fewer_communities_than_the_text_says_is_not_borne_out(make_build: Make, words: str):
    covered = builds.months_of("activity", ("2025-01-01", "2025-12-31"), community="甲社区")
    checked_claim = check_single(make_build(rows(7, 0), covered), f"2025年，{words}开展活动7场。")

    assert checked_claim.verdict == "口径未明"
    assert "文中说的是2个社区，有记录的是1个：甲社区" in checked_claim.reason


def test_the_whole_street_is_judged_as_the_number_of_its_communities(make_build: Make):
    covered = builds.months_of("activity", ("2025-01-01", "2025-12-31"), community="甲社区")
    checked_claim = check_single(make_build(rows(7, 0), covered), "2025年，全街道开展活动7场。")
    assert (checked_claim.verdict, "文中说的是全街道，乙社区未报送" in checked_claim.reason) == ("口径未明", True)
    assert check_single(make_build(rows(3, 4)), "2025年，全街道开展活动7场。").verdict == "相符"


def test_a_number_of_communities_before_a_year_is_their_place(make_build: Make):
    assert check_single(make_build(rows(3, 4)), "全部2个社区2025年开展活动7场。").verdict == "相符"


@pytest.mark.parametrize("text", ["五年来全部2个社区参与人次持续上升。", "2025年起，由全部2个社区开展活动7场。"])
def test_all_communities_are_a_place_wherever_they_stand_in_a_clause(make_build: Make, text: str):
    checked_claim = check_single(make_build(rows(3, 4)), text)
    assert checked_claim.place
    assert checked_claim.place.words == "全部2个社区"


def test_a_place_named_in_one_sentence_is_left_open_in_another_line(make_build: Make):
    named, later = check(make_build(rows(3, 4)), "2025年，甲社区开展活动3场。\n2025年开展活动7场。").claims

    assert named.verdict == "相符"
    assert later.verdict == "口径未明"
    assert "没有写明是哪个社区（别处说的是甲社区）" in later.reason


def test_a_place_in_the_heading_holds_for_the_whole_text(make_build: Make):
    assert check_single(make_build(rows(3, 4)), "甲社区工作总结\n2025年开展活动3场。").verdict == "相符"


def test_the_note_on_reports_stands_once_in_a_suggestion(make_build: Make):
    covered = builds.months_of("activity", ("2025-01-01", "2025-06-30"), community="甲社区")
    suggestion = check_single(make_build(rows(7, 0), covered), "2025年，甲社区开展活动9场。").suggestion
    assert suggestion.count("报送") == 2  # 未报送, and how much was
    assert "）（" not in suggestion


def test_what_one_community_has_of_a_sum_is_held_against_its_own_number(make_build: Make):
    names = [{**BOTH[0], "community": name} for name in ("东山社区", "西河社区")]
    held = activities(3, community="东山社区") + activities(4, community="西河社区")
    text = "2025年两个社区开展活动7场，其中东山社区3场。"
    whole, part = check(make_build({"community": names, "activity": held}), text).claims
    assert (whole.verdict, part.verdict) == ("相符", "相符"), part.reason
