"""Kinds of claims: ranges, means, changes, trends, days without a date, parts of a whole."""

import pytest

from evidence.claims.verification.check import check
from evidence.claims.verification.guards import PageGuard
from tests.support import builds
from tests.support.claims_examples import Make, activities, check_single


def test_people_known_as_a_range_prove_only_what_all_of_it_bears_out(make_build: Make):
    signed = [{"activity": "会", "attended_on": "2025-03-01", "person_key": f"人{n}"} for n in range(20)]
    held = {"title": "会", "held_on": "2025-03-01", "headcount": 30}
    build = make_build({"activity": [held], "attendance": signed})

    inside = check_single(build, "2025年参与居民25人。")
    assert inside.verdict == "口径未明"
    assert "记录只能说在20至30之间，不能证实也不能否定" in inside.reason
    assert check_single(build, "2025年参与居民超过19人。").verdict == "相符"
    assert check_single(build, "2025年参与居民超过25人。").verdict == "口径未明"
    assert check_single(build, "2025年参与居民40人。").verdict == "偏高"
    assert check_single(build, "2025年参与居民15人。").verdict == "偏低"


def test_a_mean_of_years_counts_full_years_only(make_build: Make):
    full = [m for year in ("2023", "2024") for m in builds.months_of("activity", (f"{year}-01-01", f"{year}-12-31"))]
    build = make_build({"activity": activities(20, 2023) + activities(30, 2024) + activities(9)}, full)
    checked_claim = check_single(build, "每年开展活动25场。")
    assert (checked_claim.verdict, checked_claim.computed) == ("相符", 25)


def test_a_mean_written_whole_stands_for_what_is_rounded_to_it(make_build: Make):
    months = builds.months_of("activity", ("2025-01-01", "2025-12-31"))
    checked_claim = check_single(make_build({"activity": activities(70)}, months), "2025年月均开展活动6场。")
    assert checked_claim.verdict == "相符"
    assert "5.8场" in checked_claim.reason


def test_a_rate_the_records_cannot_follow_is_said(make_build: Make):
    assert "每周" in check_single(make_build({"activity": activities(3)}), "2025年每周开展活动2场。").reason


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("2025年开展活动同比增长50%。", "相符"), ("2025年开展活动同比增长80%。", "偏高"), ("2025年开展活动比上年增加10场。", "相符"),
     ("2025年开展活动增长50%。", "口径未明"), ("2025年开展活动由20场增加到30场。", "口径未明")],
)  # fmt: skip
def test_a_change_is_held_against_the_year_before(make_build: Make, text: str, verdict: str):
    build = make_build({"activity": activities(20, 2024) + activities(30)})
    assert {checked_claim.verdict for checked_claim in check(build, text).claims} == {verdict}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2025年开展活动30场，比上年增长50%。", "相符"),
        ("2025年开展活动30场，同比下降7%。", "偏高"),
        ("2025年开展活动30场（比2024年增长50%）。", "相符"),
        ("2025年开展活动30场，较2023年增长200%。", "相符"),
        ("2025年开展活动30场，与2023年相比增长50%。", "偏低"),
        ("2025年开展活动30场，比上年多10场。", "相符"),
        ("2025年开展活动30场，是上年的2倍。", "偏高"),
        ("2025年开展活动30场，比2025年增长50%。", "口径未明"),
    ],
)
def test_a_change_is_of_the_number_before_it_and_of_the_year_it_names(make_build: Make, text: str, verdict: str):
    build = make_build({"activity": activities(10, 2023) + activities(20, 2024) + activities(30)})
    level, change = check(build, text).claims
    assert level.verdict == "相符"
    assert change.binding == level.binding
    assert change.verdict == verdict


def test_more_than_was_reported_of_a_half_reported_year_is_undecided(make_build: Make):
    build = make_build({"activity": activities(30)}, builds.months_of("activity", ("2025-01-01", "2025-06-30")))
    more = check_single(build, "2025年开展活动40场。")

    assert more.verdict == "口径未明"
    assert "2025年7月至12月未报送" in more.reason
    assert "2025年7月至12月未报送" in more.suggestion
    assert check_single(build, "2025年开展活动20场。").verdict == "偏低"


@pytest.mark.parametrize(
    ("text", "verdict", "words"),
    [
        (
            "2025年结案率50%。",
            "口径未明",
            "只与“本期结案率”相符，请写明是哪一个。截至2025年12月31日，甲的累计结案率为75.0%",
        ),
        ("2025年结案率75%。", "口径未明", "只与“累计结案率”相符"),
        ("2025年结案率45%以上。", "相符", "与两个都相符"),
        ("2025年全年结案率50%。", "相符", "本期结案率为50.0%（1/2）"),
        ("2025年，当年结案率75%。", "偏高", "本期结案率为50.0%（1/2）"),
        ("2025年上半年结案率75%。", "偏高", "本期结案率为50.0%（1/2）"),
        ("2025年结案率60%。", "口径未明", "“累计结案率”还是“本期结案率”，与两个都不符"),
        ("2025年结案率90%。", "偏高", "“累计结案率”还是“本期结案率”，与两个都不符"),
        ("2025年累计结案率50%。", "偏低", "累计结案率为75.0%（3/4）"),
        ("截至2025年底结案率50%。", "偏低", "累计结案率为75.0%（3/4）"),
    ],
)
def test_a_closing_rate_fits_two_indicators(make_build: Make, text: str, verdict: str, words: str):
    opened = [
        ("2024-01-05", "2024-03-05"),
        ("2024-02-05", "2024-03-05"),
        ("2025-01-05", "2025-03-05"),
        ("2025-02-05", None),
    ]
    cases = [{"case_no": f"{n}", "opened_on": o, "closed_on": c} for n, (o, c) in enumerate(opened)]
    build = make_build({"casework": cases}, builds.months_of("casework", ("2024-01-01", "2025-12-31")))
    checked_claim = check_single(build, text)

    assert checked_claim.verdict == verdict
    assert words in checked_claim.reason


def test_a_change_of_something_unrecorded_is_of_no_other_indicator(make_build: Make):
    build = make_build({"activity": activities(20, 2024) + activities(30)})
    claims = check(build, "2025年开展活动30场，党员120人，同比增长50%。").claims
    assert [checked_claim.verdict for checked_claim in claims] == ["相符", "无记录", "无记录"]


def test_a_number_of_hours_is_no_month_of_a_year(make_build: Make):
    rows = [
        {"person_key": f"人{n}", "served_on": "2025-01-02", "service_hours": h}
        for n, h in enumerate([20.0] * 98 + [14.5])
    ]
    build = make_build({"volunteer_service": rows})
    level, change = check(build, "2025年志愿服务1974.5小时，比上年增长38.3%。").claims
    assert level.verdict == "相符"
    assert change.period == level.period


@pytest.mark.parametrize("text", ["2025年，活动场次同比增长80%。", "2025年开展活动比上年多16场。"])
def test_growth_over_a_half_reported_year_is_held_against_the_months_of_both(make_build: Make, text: str):
    held = [{"title": f"会{n}", "held_on": f"2024-{n % 6 + 1:02}-05"} for n in range(20)]
    held += [{"title": f"会{n}", "held_on": f"2025-{n % 12 + 1:02}-05"} for n in range(36)]
    checked_claim = check_single(make_build({"activity": held}), text)
    assert checked_claim.verdict == "偏高"
    assert "两年都报送的只有6/12社区月" in checked_claim.reason


def quarters(counts: list[int]) -> dict[str, list[dict[str, object]]]:
    months = [f"{2024 + n // 4}-{n % 4 * 3 + 1:02}" for n in range(len(counts))]
    held = [
        {"title": f"会{n}", "held_on": f"{m}-0{n % 9 + 1}"}
        for m, count in zip(months, counts, strict=True)
        for n in range(count)
    ]
    return {"activity": held}


@pytest.mark.parametrize(
    ("counts", "verdict", "finding"),
    [
        ([1, 2, 3, 4, 5, 6, 7, 8], "相符", "呈上升趋势"),
        ([5, 2, 6, 1, 5, 3, 6, 2], "偏高", "未见明显趋势"),
        ([1, 2, 3], "口径未明", "不能检验"),
    ],
)
def test_a_trend_is_tested_on_quarters(make_build: Make, counts: list[int], verdict: str, finding: str):
    rows = quarters(counts)
    covered = builds.months_of("activity", ("2024-01-01", rows["activity"][-1]["held_on"][:7] + "-28"))  # type: ignore[index]
    last = {3: "2024-09-30"}.get(len(counts), "2025-12-31")
    checked_claim = check_single(
        make_build(rows, covered + builds.months_of("activity", ("2024-01-01", last)), last_day=last),
        "活动数量逐步增加。",
    )
    assert checked_claim.verdict == verdict
    assert finding in checked_claim.reason


def test_one_day_that_the_text_does_not_date_is_looked_for(make_build: Make):
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
    build = make_build({"donation": gifts})

    assert "2025年5月10日" in check_single(build, "现场捐赠8万余元。").reason
    assert check_single(build, "现场捐赠9万余元。").verdict == "偏高"
    assert check_single(build, "现场捐赠2000元。").verdict == "口径未明"


@pytest.mark.parametrize(
    ("text", "category"),
    [("2025年企业捐赠3000元。", "单位"), ("2025年个人捐款2000元。", "个人"), ("2025年善款5000元。", None)],
)
def test_a_part_of_the_money_is_held_against_that_part(make_build: Make, text: str, category: str | None):
    gifts = [
        {"donor_kind": kind, "form": "现金", "amount_yuan": yuan, "donated_on": "2025-03-01"}
        for kind, yuan in (("单位", 3000), ("个人", 2000))
    ]
    checked_claim = check_single(make_build({"donation": gifts}), text)
    assert checked_claim.verdict == "相符", checked_claim.reason
    assert checked_claim.binding and (checked_claim.binding.category or ("", None))[1] == category


@pytest.mark.parametrize(("text", "verdict"), [("2025年无新增个案。", "相符"), ("2024年无新增个案。", "偏低")])
def test_a_nought_said_in_words_is_held_against_the_records(make_build: Make, text: str, verdict: str):
    months = builds.months_of("casework", ("2024-01-01", "2025-12-31"))
    build = make_build({"casework": [{"opened_on": "2024-05-01"}]}, months)
    assert check_single(build, text).verdict == verdict


def test_volunteers_of_a_year_are_those_on_record_or_those_active(make_build: Make):
    served = [{"person_key": f"人{n}", "served_on": f"202{4 + n % 2}-03-01", "service_hours": 1} for n in range(10)]
    build = make_build({"volunteer_service": served})

    of_year = check_single(build, "2025年志愿者5人。")
    assert (of_year.verdict, "只与“活跃志愿者”相符" in of_year.reason) == ("口径未明", True)
    neither = check_single(build, "2025年志愿者7人。")
    assert neither.verdict == "口径未明"
    assert "还是" in neither.reason


def test_what_is_close_to_an_indicator_is_shown_beside_it_and_not_judged(make_build: Make):
    served = [{"person_key": f"人{n}", "served_on": "2025-03-01", "service_hours": 1} for n in range(10)]
    checked_claim = check_single(make_build({"volunteer_service": served}), "目前实名注册志愿者12人。")
    assert checked_claim.verdict == "口径未明"
    assert "文中写的是注册志愿者" in checked_claim.reason
    assert checked_claim.computed == 10


def test_a_figure_that_is_less_than_the_whole_may_be_of_the_part_its_paragraph_speaks_of(make_build: Make):
    build = make_build({"activity": activities(20) + activities(8, strand="志愿服务")})
    text = "2025年，志愿者走进楼栋，不断完善机制，开展各类活动{}次。"

    assert check(build, text.format(8)).claims[-1].verdict == "相符"
    assert "志愿服务" in check(build, text.format(8)).claims[-1].reason
    assert check(build, text.format(9)).claims[-1].verdict == "偏低"


def test_a_count_that_must_not_be_shown_is_answered_by_an_earlier_day(make_build: Make):
    opened = [{"opened_on": f"2025-0{n % 2 + 1}-1{n % 9}"} for n in range(32)] + [{"opened_on": "2025-03-10"}] * 2
    later = [{"opened_on": "2025-03-20"}] * 4 + [{"opened_on": "2025-06-10"}] * 6
    build = make_build({"casework": opened + later}, builds.months_of("casework", ("2025-01-01", "2025-12-31")))

    checked_claim = check_single(build, "截至2025年3月15日，累计接案30余例。", guard=PageGuard(5))
    assert checked_claim.verdict == "相符"
    assert "截至2025年2月28日" in checked_claim.reason
    assert check_single(build, "截至2025年3月15日，累计接案34例。", guard=PageGuard(5)).verdict == "已隐藏"
