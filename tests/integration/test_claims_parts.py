"""Numbers said of every community, year or month (均, 都, 每…不少于), and of a first time (首次): no sum and no mean bears them out."""

from datetime import date

import pytest

from evidence.claims.binding.context import ClaimContext
from evidence.claims.binding.reading import read_claim
from evidence.claims.detection.finder import find_claims
from evidence.claims.detection.passage import Passage
from evidence.claims.detection.streaks import find_streak
from evidence.claims.report.claim_rows import period_label
from tests.support import builds
from tests.support.claims_examples import Make, activities, check_single

NAMES = ("甲社区", "乙社区")
REGISTER = [{"community": name, "as_of_on": "2021-01-01", "residents_count": 9} for name in NAMES]


def of_both(make_build: Make, first: int, second: int, covered: tuple[str, ...] = NAMES):
    held = activities(first, community="甲社区") + activities(second, community="乙社区")
    months = [
        month
        for name in covered
        for month in builds.months_of("activity", ("2025-01-01", "2025-12-31"), community=name)
    ]
    return make_build({"community": REGISTER, "activity": held}, months)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [("两个社区活动场次均超过10场", "偏高"), ("各社区活动都在10场以上", "偏高"), ("每个社区开展活动不少于10场", "偏高"),
     ("两个社区活动场次均超过8场", "相符"), ("两个社区活动场次均达到9场以上", "相符"), ("两个社区开展活动29场", "相符"),
     ("两个社区活动场次同比均增长10%以上", "口径未明")],
)  # fmt: skip
def test_what_is_said_of_each_community_is_not_borne_out_by_their_sum(make_build: Make, words: str, verdict: str):
    assert check_single(of_both(make_build, 20, 9), f"2025年，{words}。").verdict == verdict


def test_the_first_community_that_fails_is_named(make_build: Make):
    checked_claim = check_single(of_both(make_build, 20, 9), "2025年，两个社区活动场次均超过10场。")
    assert "2025年，乙社区的活动场次为9场" in checked_claim.reason
    assert checked_claim.computed == 9


def test_a_community_that_did_not_report_leaves_each_of_them_undecided(make_build: Make):
    checked_claim = check_single(of_both(make_build, 20, 0, ("甲社区",)), "2025年，两个社区活动场次均超过10场。")
    assert (checked_claim.verdict, "乙社区没有报送齐" in checked_claim.reason) == ("口径未明", True)


@pytest.fixture
def five_years(make_build: Make):
    numbers = {2021: 30, 2022: 12, 2023: 20, 2024: 25, 2025: 28}
    months = [month for year in numbers for month in builds.months_of("activity", (f"{year}-01-01", f"{year}-12-31"))]
    return make_build({"activity": [row for year, n in numbers.items() for row in activities(n, year)]}, months)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("2022年至2025年，每年开展活动均超过15场。", "偏高"), ("2022年至2025年，每年开展活动不少于15场。", "偏高"),
     ("2022年至2025年，每年开展活动都在12场以上。", "相符"), ("2022年至2025年，活动场次均超过15场。", "偏高"),
     ("2022年至2025年，每年开展活动21场。", "相符"), ("2025年，每月开展活动均不少于2场。", "偏高"),
     ("2025年，活动场次均超过15场。", "口径未明"), ("2025年，开展活动28场。", "相符")],
)  # fmt: skip
def test_what_is_said_of_every_year_is_not_borne_out_by_their_mean(five_years, text: str, verdict: str):
    assert check_single(five_years, text).verdict == verdict


def test_the_evidence_for_every_year_names_the_year_that_fails(five_years):
    checked_claim = check_single(five_years, "每年开展活动均超过15场。")
    assert checked_claim.reason.startswith("“均”说的是每一个：2022年，")
    assert (checked_claim.computed, period_label(checked_claim)) == (12, "2022年")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("活动场次始终保持在15场以上。", "偏高"), ("活动场次一直保持在10场以上。", "相符"),
     ("活动场次连年超过12场。", "偏高"), ("连续三年活动场次超过15场。", "相符"), ("活动场次连续四年均超过15场。", "偏高"),
     ("2022年至2024年，活动场次连续三年超过15场。", "偏高"), ("2022年至2025年，活动场次连续三年超过11场。", "口径未明"),
     ("2025年，活动场次始终保持在10场以上。", "口径未明"), ("2025年，活动场次连续四年超过11场。", "相符"),
     ("活动场次连续六年超过11场。", "口径未明")],
)  # fmt: skip
def test_what_was_always_so_is_held_against_each_year(five_years, text: str, verdict: str):
    assert check_single(five_years, text, as_of=date(2025, 12, 31)).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict", "words"),
    [
        ("2022年至2025年，活动场次逐年增长。", "相符", "每年都比上年多"),
        ("2021年至2025年，活动场次逐年增长。", "偏高", "2022年没有比上年多"),
        ("2020年至2025年，活动场次逐年减少。", "偏高", "2023年、2024年、2025年没有比上年少"),
        ("2020年至2021年，活动场次逐年增长。", "口径未明", "有的年份没有报送齐"),
    ],
)
def test_what_grew_year_by_year_is_held_against_each_year(five_years, text: str, verdict: str, words: str):
    checked_claim = check_single(five_years, text)
    assert (checked_claim.verdict, words in checked_claim.reason) == (verdict, True), checked_claim.reason


def test_a_share_that_was_always_high_is_that_of_each_end_of_a_year_and_the_year_is_named(make_build: Make):
    cases = [{"case_no": f"{n}", "opened_on": "2024-02-01", "closed_on": "2025-03-01"} for n in range(6)]
    build = make_build({"casework": cases}, builds.months_of("casework", ("2024-01-01", "2025-12-31")))
    checked_claim = check_single(build, "结案率始终保持在85%以上。", as_of=date(2025, 12, 31))
    assert checked_claim.verdict == "偏高"
    assert "截至2024年12月31日" in checked_claim.reason
    assert "各期：2024年0.0%，2025年100.0%" in checked_claim.reason


@pytest.mark.parametrize(
    "text",
    [
        "连续三年获评优秀，服务120人。",
        "连续三年开展活动300场。",
        "一直以来开展活动超过100场。",
        "近三年年均开展活动超过10场。",
    ],
)
def test_other_numbers_after_years_in_a_row_are_of_no_single_year(text: str):
    passage, (claim,) = Passage(text), find_claims(text)
    assert find_streak(passage, claim, claim.start) is None


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("2025年，活动场次首次突破25场。", "偏高"), ("2024年，活动场次首次达到25场。", "偏高"),
     ("2021年，活动场次首次突破25场。", "口径未明"), ("2025年，活动场次突破25场。", "相符")],
)  # fmt: skip
def test_a_first_time_is_held_against_the_years_before(five_years, text: str, verdict: str):
    assert check_single(five_years, text).verdict == verdict


def test_a_first_time_that_no_recorded_year_reached_says_where_the_records_begin(make_build: Make):
    years = range(2021, 2026)
    months = [month for year in years for month in builds.months_of("activity", (f"{year}-01-01", f"{year}-12-31"))]
    held = [row for year in years for row in activities(9 if year == 2025 else 5, year)]
    checked_claim = check_single(make_build({"activity": held}, months), "2025年，活动场次首次突破8场。")
    assert (checked_claim.verdict, "更早的没有入库" in checked_claim.reason) == ("相符", True)


def test_a_year_that_is_not_over_is_held_against_whole_years(make_build: Make):
    months = [m for year in (2024, 2025) for m in builds.months_of("activity", (f"{year}-01-01", f"{year}-12-31"))]
    late = [{**row, "held_on": "2024-11-01"} for row in activities(12, 2024)]
    build = make_build({"activity": late + activities(9)}, [*months[:12], *months[12:18]])
    assert check_single(build, "2025年，活动场次首次突破8场。", as_of=date(2025, 6, 30)).verdict == "偏高"


@pytest.mark.parametrize(
    ("words", "indicator"),
    [("甲社区活动9场", "activities"), ("甲社区活动场次9场", "activities"), ("甲社区社区活动9场", "community_activities"),
     ("两个社区活动29场", "activities")],
)  # fmt: skip
def test_the_end_of_a_name_is_no_beginning_of_what_is_counted(make_build: Make, words: str, indicator: str):
    binding = check_single(of_both(make_build, 20, 9), f"2025年，{words}。").binding
    assert binding
    assert binding.indicator == indicator


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("全年开展活动9场", "口径未明"),
        ("全年开展活动超过8场", "口径未明"),
        ("开展活动9场", "相符"),
        ("全年开展活动8场", "偏低"),
    ],
)
def test_months_that_are_missing_keep_a_sum_from_being_that_of_the_whole_year(
    make_build: Make, words: str, verdict: str
):
    build = make_build({"activity": activities(9)}, builds.months_of("activity", ("2025-01-01", "2025-06-30")))
    assert check_single(build, f"2025年，{words}。", as_of=date(2025, 12, 31)).verdict == verdict


def test_a_year_that_is_not_over_is_no_whole_year(make_build: Make):
    build = make_build({"activity": activities(9)}, builds.months_of("activity", ("2025-01-01", "2025-06-30")))
    checked_claim = check_single(build, "2025年全年，开展活动9场。", as_of=date(2025, 6, 30))
    assert (checked_claim.verdict, "记录到2025年6月30日为止" in checked_claim.reason) == ("口径未明", True)


def gifts(make_build: Make):
    cash = {"donated_on": "2025-03-01", "amount_yuan": 500}
    used = {"used_on": "2025-03-02", "amount_yuan": 400}
    return make_build({"donation": [cash], "fund_use": [used]})


@pytest.mark.parametrize("words", ["善款和物资共计500元", "款物合计500元", "善款及物资500元"])
def test_cash_is_no_sum_of_cash_and_goods(make_build: Make, words: str):
    checked_claim = check_single(gifts(make_build), f"2025年，募集{words}。")
    assert (checked_claim.verdict, "现金和物资合在一起" in checked_claim.reason) == ("口径未明", True)
    assert check_single(gifts(make_build), "2025年，募集善款500元。").verdict == "相符"


@pytest.mark.parametrize(("days", "is_other"), [("2025年", True), ("截至2025年底", False)])
def test_the_ratio_of_all_years_is_not_that_of_one(days: str, is_other: bool):
    (claim,) = find_claims(f"{days}，善款支出占到账现金的80%。")
    reading = read_claim(claim, ClaimContext("善款支出占到账现金的", "", ""))
    assert reading.indicator == "use_ratio"
    assert ("同期到账" in reading.but) is is_other


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("2025年每月开展活动2场。", "口径未明"), ("2025年月均开展活动2场。", "相符"), ("2025年每月开展活动1场。", "偏低"), ("2025年每月开展活动3场。", "偏高"),
     ("2025年每季度开展活动6场。", "相符"), ("每季度开展活动6场。", "相符"), ("每月开展活动2场。", "口径未明"), ("每月开展活动不少于2场。", "口径未明"),
     ("2025年每月开展活动1场以上。", "相符")],
)  # fmt: skip
def test_what_is_said_of_every_month_is_not_borne_out_by_their_mean(make_build: Make, text: str, verdict: str):
    held = [
        {"title": f"活动{month}{n}", "held_on": f"2025-{month:02}-1{n}"}
        for month in range(1, 13)
        for n in range(1 + month % 3)
    ]
    build = make_build(
        {"activity": held}, builds.months_of("activity", ("2025-01-01", "2025-12-31")), first_day="2025-01-01"
    )
    assert check_single(build, text).verdict == verdict
