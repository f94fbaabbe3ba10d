"""Every verdict and its reason, on builds of a few rows."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from evidence.checked import ALL, Checked, Choice, Span, check
from indicators.communities import UnknownCommunity
from tests.indicators import builds
from warehouse import Build, NoBuild

Rows = dict[str, list[dict[str, object]]]
Make = Callable[..., Build]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a function that makes a build of {record: rows}."""
    return lambda rows, *more, **named: builds.make(
        tmp_path / f"{len(list(tmp_path.iterdir()))}.duckdb", rows, *more, **named
    )


def first(build: Build, text: str, *more: object, **named: object) -> Checked:
    """The only claim of a text, checked."""
    (one,) = check(build, text, *more, **named).checked  # type: ignore[arg-type]
    return one


YEAR = builds.months_of("activity", ("2025-01-01", "2025-12-31"))


def activities(number: int, year: int = 2025, **more: object) -> list[dict[str, object]]:
    return [{"title": f"活动{n}", "held_on": f"{year}-03-{n % 28 + 1:02}", **more} for n in range(number)]


def test_a_reason_names_window_place_figure_and_rule(make: Make):
    one = first(make({"activity": activities(43)}, YEAR), "2025年开展活动30余场。")
    assert one.reason == "2025年，甲的活动场次为43场；“30余场”说的是大于30、小于40场，记录比这多。"
    assert one.suggestion == "2025年，甲开展活动40余场。"


def test_without_a_window_the_verdict_waits_but_the_figure_is_told(make: Make):
    one = first(make({"activity": activities(43)}), "开展活动40余场。")
    assert one.verdict == "口径未明"
    assert one.computed == 43
    assert "哪个时期" in one.reason


def test_the_caller_may_say_the_window_once_for_all(make: Make):
    build = make({"activity": activities(43) + activities(9, 2024)})
    year = Span(date(2025, 1, 1), date(2025, 12, 31))
    assert first(build, "开展活动43场。", span=year).verdict == "相符"
    assert first(build, "2024年开展活动9场。", span=year).verdict == "相符"


def test_what_a_place_has_needs_no_window(make: Make):
    rows = [{"person_key": f"人{n}", "served_on": "2025-01-02"} for n in range(12)]
    assert first(make({"volunteer_service": rows}), "注册志愿者12人。").verdict == "相符"


def test_with_several_communities_and_none_named_the_verdict_waits(make: Make):
    build = make({"activity": activities(3) + activities(4, community="乙")})
    assert first(build, "2025年开展活动7场。").verdict == "口径未明"
    assert first(build, "2025年各社区开展活动7场。").verdict == "相符"
    assert first(build, "2025年开展活动7场。", ALL).verdict == "相符"
    assert first(build, "2025年开展活动4场。", "乙").verdict == "相符"


def test_the_community_named_in_the_text_comes_before_the_one_given(make: Make):
    people = [{"community": name, "as_of_on": "2021-01-01", "residents_count": 9} for name in ("河东社区", "河西社区")]
    held = activities(3, community="河东社区") + activities(4, community="河西社区")
    build = make({"community": people, "activity": held})

    assert first(build, "2025年，河西社区开展活动4场。", "河东社区").verdict == "相符"


def test_a_city_that_gives_a_prize_is_no_place_of_a_figure(make: Make):
    rows = {"activity": activities(3, community="河东社区") + activities(4, community="河西社区")}
    one = first(make(rows), "河东社区2025年获评南山市优秀项目。开展活动3场。")
    assert one.place and one.place.words == "河东社区"


def test_a_community_nobody_knows_is_said(make: Make):
    one = first(make({"activity": activities(3)}), "2025年，石塘社区开展活动3场。")
    assert one.verdict == "无记录"
    assert "石塘社区" in one.reason


def test_an_unknown_community_given_by_the_caller_is_refused(make: Make):
    with pytest.raises(UnknownCommunity):
        check(make({"activity": activities(3)}), "开展活动3场。", "丙")


def test_the_year_of_writing_ends_with_the_day_of_writing(make: Make):
    build = make({"activity": [*activities(3), {"title": "后", "held_on": "2025-11-01"}]})
    assert first(build, "2025年开展活动3场。", as_of=date(2025, 8, 24)).verdict == "相符"
    assert first(build, "2025年开展活动4场。", as_of=date(2025, 12, 31)).verdict == "相符"


@pytest.mark.parametrize("text", ["2015年开展活动3场。", "2024年开展活动3场。"])
def test_a_time_without_reports_is_not_nought(make: Make, text: str):
    one = first(make({"activity": activities(3)}), text)
    assert (one.verdict, one.computed) == ("无记录", None)


def test_months_not_reported_are_named(make: Make):
    one = first(make({"activity": activities(3)}), "2025年开展活动5场。")
    assert one.verdict == "偏高"
    assert "2025年4月至12月未报送" in one.reason


def test_people_known_as_a_range_match_where_one_value_in_it_does(make: Make):
    signed = [{"activity": "会", "attended_on": "2025-03-01", "person_key": f"人{n}"} for n in range(20)]
    held = {"title": "会", "held_on": "2025-03-01", "headcount": 30}
    build = make({"activity": [held], "attendance": signed})

    assert first(build, "2025年参与居民25人。").verdict == "相符"
    assert first(build, "2025年参与居民40人。").verdict == "偏高"
    assert first(build, "2025年参与居民15人。").verdict == "偏低"


def test_a_mean_of_years_counts_full_years_only(make: Make):
    full = [m for year in ("2023", "2024") for m in builds.months_of("activity", (f"{year}-01-01", f"{year}-12-31"))]
    build = make({"activity": activities(20, 2023) + activities(30, 2024) + activities(9)}, full)
    one = first(build, "每年开展活动25场。")
    assert (one.verdict, one.computed) == ("相符", 25)


def test_a_mean_written_whole_stands_for_what_is_rounded_to_it(make: Make):
    months = builds.months_of("activity", ("2025-01-01", "2025-12-31"))
    one = first(make({"activity": activities(70)}, months), "2025年每月开展活动6场。")
    assert one.verdict == "相符"
    assert "5.8场" in one.reason


def test_a_rate_the_records_cannot_follow_is_said(make: Make):
    assert "每周" in first(make({"activity": activities(3)}), "2025年每周开展活动2场。").reason


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("2025年开展活动同比增长50%。", "相符"), ("2025年开展活动同比增长80%。", "偏高"), ("2025年开展活动比上年增加10场。", "相符"),
     ("2025年开展活动增长50%。", "口径未明"), ("2025年开展活动由20场增加到30场。", "口径未明")],
)  # fmt: skip
def test_a_change_is_held_against_the_year_before(make: Make, text: str, verdict: str):
    build = make({"activity": activities(20, 2024) + activities(30)})
    assert {one.verdict for one in check(build, text).checked} == {verdict}


def quarters(counts: list[int]) -> Rows:
    months = [f"{2024 + n // 4}-{n % 4 * 3 + 1:02}" for n in range(len(counts))]
    held = [
        {"title": f"会{n}", "held_on": f"{m}-0{n % 9 + 1}"}
        for m, count in zip(months, counts, strict=True)
        for n in range(count)
    ]
    return {"activity": held}


@pytest.mark.parametrize(
    ("counts", "verdict", "said"),
    [
        ([1, 2, 3, 4, 5, 6, 7, 8], "相符", "呈上升趋势"),
        ([5, 2, 6, 1, 5, 3, 6, 2], "偏高", "未见明显趋势"),
        ([1, 2, 3], "口径未明", "不能检验"),
    ],
)
def test_a_trend_is_tested_on_quarters(make: Make, counts: list[int], verdict: str, said: str):
    rows = quarters(counts)
    covered = builds.months_of("activity", ("2024-01-01", rows["activity"][-1]["held_on"][:7] + "-28"))  # type: ignore[index]
    last = {3: "2024-09-30"}.get(len(counts), "2025-12-31")
    one = first(
        make(rows, covered + builds.months_of("activity", ("2024-01-01", last)), last_day=last), "活动数量逐步增加。"
    )
    assert one.verdict == verdict
    assert said in one.reason


def test_one_day_that_the_text_does_not_date_is_looked_for(make: Make):
    gifts = [
        {
            "donor_name": "甲公司",
            "form": "现金",
            "amount_yuan": 5000,
            "donated_on": f"2025-0{n}-10",
        }
        for n in range(1, 9)
    ]
    gifts[4]["amount_yuan"] = 83_000
    build = make({"donation": gifts})

    assert "2025年5月10日" in first(build, "现场捐赠8万余元。").reason
    assert first(build, "现场捐赠9万余元。").verdict == "偏高"
    assert first(build, "现场捐赠2000元。").verdict == "口径未明"


def test_small_numbers_of_people_are_not_told(make: Make):
    rows = [{"person_key": f"人{n}", "served_on": "2025-01-02"} for n in range(7)]
    one = first(make({"volunteer_service": rows}), "注册志愿者7人。", k=10)

    assert (one.verdict, one.computed) == ("已隐藏", None)
    assert "为7人" not in one.reason
    assert not one.suggestion


def test_what_a_text_says_against_itself_comes_before_the_records(make: Make):
    report = check(
        make({"activity": activities(3)}), "推进六个融合：党建融合、服务融合、文化融合、资源融合、治理融合。"
    )
    assert [one.verdict for one in report.checked] == ["自相矛盾"]
    assert "5项" in report.checked[0].reason


def test_a_share_that_its_counts_yield_is_no_contradiction(make: Make):
    report = check(make({"activity": activities(3)}), "社工8人，其中中级2人、初级3人，持证率62.5%。")
    assert "自相矛盾" not in {one.verdict for one in report.checked}


def test_the_reader_binds_a_claim_otherwise(make: Make):
    build = make({"activity": activities(3, method="课程") + activities(4)})
    text = "举办小板凳学堂3节。"
    start = first(build, text).claim.start
    chosen = Choice(start, "courses", date(2025, 1, 1), date(2025, 12, 31))

    one = first(build, text, choices=[chosen])
    assert one.binding and one.binding.indicator == "courses"
    assert (one.verdict, one.computed) == ("相符", 3)
    assert first(build, "开展活动7场。", choices=[Choice(4, "")]).verdict == "无记录"


def test_words_that_fit_in_another_unit_are_said(make: Make):
    visits = activities(5, method="走访")
    assert "单位不同" in first(make({"activity": visits}), "2025年走访420户。").reason


def test_a_text_may_claim_more_than_it_does(make: Make):
    assert "可以写得更充分" in first(make({"activity": activities(43)}), "2025年开展活动超20场。").reason


def test_without_records_there_is_nothing_to_check_against(make: Make):
    with pytest.raises(NoBuild):
        check(make({}, last_day="None"), "开展活动3场。")
