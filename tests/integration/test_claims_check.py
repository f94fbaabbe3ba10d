"""Every verdict and its reason, on builds of a few rows."""

from datetime import date

import pytest

from evidence.claims.checked_claim import BindingOverride, ClaimPeriod
from evidence.claims.verification.check import ALL, check
from evidence.claims.verification.guards import PageGuard
from tests.support import builds
from tests.support.claims_examples import YEAR, Make, activities, check_single
from warehouse.build import NoBuild
from warehouse.communities import UnknownCommunity


def test_a_reason_names_window_place_figure_and_rule(make_build: Make):
    checked_claim = check_single(make_build({"activity": activities(43)}, YEAR), "2025年开展活动30余场。")
    assert checked_claim.reason == "2025年，甲的活动场次为43场；“30余场”说的是大于30、小于40场，记录比这多。"
    assert checked_claim.suggestion == "2025年，甲开展活动40余场。"


def test_without_a_window_the_verdict_waits_but_the_figure_is_told(make_build: Make):
    checked_claim = check_single(make_build({"activity": activities(43)}), "开展活动40余场。")
    assert checked_claim.verdict == "口径未明"
    assert checked_claim.computed == 43
    assert "哪个时期" in checked_claim.reason


def test_without_a_window_a_dated_text_may_be_borne_out_by_all_up_to_its_day(make_build: Make):
    build, written = make_build({"activity": activities(43)}), date(2025, 12, 1)

    fitting = check_single(build, "开展活动40余场。", "甲", written)
    assert fitting.verdict == "相符"
    assert "没有写明时期" in fitting.reason
    assert check_single(build, "开展活动20余场。", "甲", written).verdict == "口径未明"


@pytest.mark.parametrize(
    ("text", "verdict", "reason"),
    [
        ("开展活动43场。", "相符", "这里没有写明时期，按标题的2025年相符"),
        ("开展活动60场。", "口径未明", "若指的是标题的2025年：2025年，甲的活动场次为43场"),
        ("开展活动52场。", "口径未明", "按标题的2025年不相符"),  # it is the number of all up to the day of writing
        ("一季度开展活动43场。全年热闹。开展活动43场。", "相符", "与“43场”一致"),
        ("由2024年的9场增至43场。共有活动43场。", "相符", "按标题的2025年相符"),
    ],
)
def test_a_number_without_a_time_is_held_against_the_year_of_the_title(
    make_build: Make, text: str, verdict: str, reason: str
):
    months = builds.months_of("activity", ("2021-01-01", "2025-12-31"))
    build = make_build({"activity": activities(43) + activities(9, 2024)}, months)
    checked_claim = check(build, f"甲社区2025年工作总结\n{text}", "甲", date(2026, 1, 5)).claims[-1]
    assert checked_claim.verdict == verdict
    assert reason in checked_claim.reason


@pytest.mark.parametrize(
    ("spans", "verdict"),
    [
        ([("2021-01-01", "2025-03-31"), ("2025-05-01", "2025-12-31")], "口径未明"),
        ([("2021-01-01", "2025-12-31")], "偏高"),
    ],
)
def test_months_without_a_report_may_hold_what_a_sum_up_to_a_day_lacks(make_build: Make, spans, verdict: str):
    build = make_build({"activity": activities(43)}, builds.months_of("activity", *spans))
    checked_claim = check_single(build, "截至2025年12月底，累计开展活动60场。")
    assert (checked_claim.verdict, "未报送的部分无法核对" in checked_claim.reason) == (verdict, verdict == "口径未明")


def test_the_caller_may_say_the_window_once_for_all(make_build: Make):
    build = make_build({"activity": activities(43) + activities(9, 2024)})
    year = ClaimPeriod(date(2025, 1, 1), date(2025, 12, 31))
    assert check_single(build, "开展活动43场。", period=year).verdict == "相符"
    assert check_single(build, "2024年开展活动9场。", period=year).verdict == "相符"


def test_what_a_place_has_needs_no_window(make_build: Make):
    rows = [{"person_key": f"人{n}", "served_on": "2025-01-02"} for n in range(12)]
    assert check_single(make_build({"volunteer_service": rows}), "志愿者12人。").verdict == "相符"


def test_with_several_communities_and_none_named_the_verdict_waits(make_build: Make):
    build = make_build({"activity": activities(3) + activities(4, community="乙")})
    assert check_single(build, "2025年开展活动7场。").verdict == "口径未明"
    assert check_single(build, "2025年各社区开展活动7场。").verdict == "相符"
    assert check_single(build, "2025年开展活动7场。", ALL).verdict == "相符"
    assert check_single(build, "2025年开展活动4场。", "乙").verdict == "相符"


@pytest.mark.parametrize("words", ["两个社区", "2个社区", "全部2个社区", "江埔街道两个社区"])
def test_communities_counted_together_are_the_place_and_no_figure(make_build: Make, words: str):
    build = make_build({"activity": activities(3) + activities(4, community="乙")})
    checked_claim = check_single(build, f"2025年，{words}合计开展活动7场。", "乙")

    assert (checked_claim.verdict, checked_claim.claim.text) == ("相符", "7场")
    assert checked_claim.place and checked_claim.place.words == "全部2个社区"


def test_another_number_of_communities_than_the_register_has_is_asked_for(make_build: Make):
    build = make_build({"activity": activities(3) + activities(4, community="乙")})
    checked_claim = check_single(build, "2025年，五个社区开展活动7场。", "乙")

    assert checked_claim.verdict == "口径未明"
    assert checked_claim.reason.startswith("没有写明是哪五个社区。若指的是：2025年，全部2个社区的活动场次为7场")


def test_a_number_of_communities_that_is_the_figure_stays_one(make_build: Make):
    build = make_build({"activity": activities(3)})
    assert [entry.claim.text for entry in check(build, "2025年服务覆盖6个社区，6个社区获评先进。").claims] == [
        "6个",
        "6个",
    ]


def test_the_community_named_in_the_text_comes_before_the_one_given(make_build: Make):
    people = [{"community": name, "as_of_on": "2021-01-01", "residents_count": 9} for name in ("河东社区", "河西社区")]
    held = activities(3, community="河东社区") + activities(4, community="河西社区")
    build = make_build({"community": people, "activity": held})

    assert check_single(build, "2025年，河西社区开展活动4场。", "河东社区").verdict == "相符"


@pytest.mark.parametrize("spelling", ["龙村", "龍村", "鳳二村"])
def test_a_text_may_name_a_community_by_every_alias_the_register_knows(make_build: Make, spelling: str):
    people = [
        {"community": "凤二村", "aliases": "凤二/龙村", "as_of_on": "2021-01-01"},
        {"community": "河西社区", "as_of_on": "2021-01-01"},
    ]
    build = make_build({"community": people, "activity": activities(4, community="凤二村")})

    assert check_single(build, f"2025年，{spelling}开展活动4场。").verdict == "相符"


def test_a_city_that_gives_a_prize_is_no_place_of_a_figure(make_build: Make):
    rows = {"activity": activities(3, community="河东社区") + activities(4, community="河西社区")}
    checked_claim = check_single(make_build(rows), "河东社区2025年获评南山市优秀项目。开展活动3场。")
    assert checked_claim.place and checked_claim.place.words == "河东社区"


def test_a_community_nobody_knows_is_said(make_build: Make):
    checked_claim = check_single(make_build({"activity": activities(3)}), "2025年，石塘社区开展活动3场。")
    assert checked_claim.verdict == "无记录"
    assert "石塘社区" in checked_claim.reason


def test_an_unknown_community_given_by_the_caller_is_refused(make_build: Make):
    with pytest.raises(UnknownCommunity):
        check(make_build({"activity": activities(3)}), "开展活动3场。", "丙")


def test_the_year_of_writing_ends_with_the_day_of_writing(make_build: Make):
    build = make_build({"activity": [*activities(3), {"title": "后", "held_on": "2025-11-01"}]})
    assert check_single(build, "2025年开展活动3场。", as_of=date(2025, 8, 24)).verdict == "相符"
    assert check_single(build, "2025年开展活动4场。", as_of=date(2025, 12, 31)).verdict == "相符"


@pytest.mark.parametrize("text", ["2015年开展活动3场。", "2024年开展活动3场。"])
def test_a_time_without_reports_is_not_nought(make_build: Make, text: str):
    checked_claim = check_single(make_build({"activity": activities(3)}), text)
    assert (checked_claim.verdict, checked_claim.computed) == ("无记录", None)


def test_months_not_reported_are_named(make_build: Make):
    checked_claim = check_single(make_build({"activity": activities(3)}), "2025年开展活动5场。")
    assert checked_claim.verdict == "口径未明"
    assert "2025年4月至12月未报送" in checked_claim.reason


def test_small_numbers_of_people_are_not_told(make_build: Make):
    rows = [{"person_key": f"人{n}", "served_on": "2025-01-02"} for n in range(7)]
    checked_claim = check_single(make_build({"volunteer_service": rows}), "志愿者7人。", guard=PageGuard(10))

    assert (checked_claim.verdict, checked_claim.computed) == ("已隐藏", None)
    assert "为7人" not in checked_claim.reason
    assert not checked_claim.suggestion


def test_what_a_text_says_against_itself_comes_before_the_records(make_build: Make):
    report = check(
        make_build({"activity": activities(3)}), "推进六个融合：党建融合、服务融合、文化融合、资源融合、治理融合。"
    )
    assert [checked_claim.verdict for checked_claim in report.claims] == ["自相矛盾"]
    assert "5项" in report.claims[0].reason


def test_a_share_that_its_counts_yield_is_no_contradiction(make_build: Make):
    report = check(make_build({"activity": activities(3)}), "社工8人，其中中级2人、初级3人，持证率62.5%。")
    assert "自相矛盾" not in {checked_claim.verdict for checked_claim in report.claims}


def test_the_reader_binds_a_claim_otherwise(make_build: Make):
    build = make_build({"activity": activities(3, method="课程") + activities(4, method="社区活动")})
    text = "举办小板凳学堂3节。"
    start = check_single(build, text).claim.start
    override = BindingOverride(start, "courses", date(2025, 1, 1), date(2025, 12, 31))

    checked_claim = check_single(build, text, overrides=[override])
    assert checked_claim.binding and checked_claim.binding.indicator == "courses"
    assert (checked_claim.verdict, checked_claim.computed) == ("相符", 3)
    assert check_single(build, "开展活动7场。", overrides=[BindingOverride(4, "")]).verdict == "无记录"


def test_words_that_fit_in_another_unit_are_said(make_build: Make):
    visits = activities(5, method="走访")
    assert "单位不同" in check_single(make_build({"activity": visits}), "2025年走访420户。").reason


def test_a_text_may_claim_more_than_it_does(make_build: Make):
    assert "可以写得更充分" in check_single(make_build({"activity": activities(43)}), "2025年开展活动超20场。").reason


def test_without_records_there_is_nothing_to_check_against(make_build: Make):
    with pytest.raises(NoBuild):
        check(make_build({}, last_day=None), "开展活动3场。")


def test_a_figure_of_the_whole_city_is_no_figure_of_the_community(make_build: Make):
    checked_claim = check_single(make_build({"activity": activities(5)}), "2025年全市开展活动3000场。", "甲")
    assert checked_claim.verdict == "口径未明"
    assert "全市" in checked_claim.reason


def test_a_time_after_the_day_of_writing_is_not_judged_and_the_day_is_doubted(make_build: Make):
    build = make_build({"activity": activities(43) + activities(9, 2024)})
    text = "2025年，甲开展活动43场。2024年开展活动9场。"

    report = check(build, text, "甲", date(2024, 12, 31))
    assert [claim.verdict for claim in report.claims] == ["口径未明", "相符"]
    assert report.warning.startswith("文中有1处说的是写作日期（2024年12月31日）之后的时期")
    as_set = BindingOverride(text.index("43"), from_on=date(2025, 1, 1), to_on=date(2025, 12, 31))
    assert check(build, text, "甲", date(2024, 12, 31), overrides=[as_set]).claims[0].verdict == "相符"
    assert "晚于记录的最后一天（2025年12月31日）" in check(build, text, "甲", date(2027, 1, 1)).warning
    assert check(build, text, "甲", date(2025, 12, 31)).warning == ""
