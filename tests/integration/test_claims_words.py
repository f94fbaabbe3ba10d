"""Claims without a number, and numbers that count a part: found, and bound to what they say or said why not."""

import pytest

from evidence.claims.verification.check import check
from tests.support import builds
from tests.support.claims_examples import Make, activities, check_single
from warehouse.build import Build

YEAR = ("2025-01-01", "2025-12-31")


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a build of one village: 30 activities, 10 cases of which 4 for want of money, 8 of 9 requests finished in time."""
    cases = [
        {
            "case_no": f"{n}",
            "opened_on": "2025-01-05",
            "closed_on": "2025-03-05",
            "problem_type": "经济困难" if n < 4 else "就业",
        }
        for n in range(10)
    ]
    requests = [
        {"received_on": "2025-02-01", "due_on": "2025-02-20", "finished_on": f"2025-02-{21 if n == 8 else 9:02}"}
        for n in range(9)
    ]
    rows = {
        "activity": activities(30, headcount=10),
        "casework": cases,
        "service_request": requests,
        "fund_use": [{"used_on": "2025-06-01", "amount_yuan": 800, "helped_count": 46}],
        "community": [{"community": "甲", "as_of_on": "2020-01-01"}],
    }
    covered = [
        month
        for record in ("activity", "casework", "service_request", "fund_use")
        for month in builds.months_of(record, YEAR)
    ]
    return builds.make(tmp_path_factory.mktemp("words") / "build.duckdb", rows, covered)


@pytest.mark.parametrize(
    ("text", "verdict", "words"),
    [
        ("2025年资金惠及46人次。", "相符", "资金受益人次为46人次"),
        ("2025年善款惠及46人。", "口径未明", "受助的人数或户数"),
        ("2025年使用善款800元，惠及46人次。", "口径未明", "只与“资金受益人次”相符"),
        ("2025年使用善款800元，开展活动30场，惠及300人次。", "相符", "参与人次为300人次"),
        ("2025年结案平均用59天。", "相符", "平均结案天数为59.0天"),
        ("2025年90天内结案的占72.7%。", "偏低", "90天内结案占比为100.0%"),
        ("2025年诉求全部按时办结。", "偏高", "按时办结率为88.9%"),
        ("2025年办理工单9件，全部按时办结。", "偏高", "按时办结率为88.9%"),
        ("2025年各项指标均实现增长。", "无记录", "没有与“各项指标均实现增长”对应的指标"),
        ("2025年满意率明显低于其他社区。", "口径未明", "没有写出各是多少"),
        ("2025年活动场次高于上年。", "口径未明", "没有写出各是多少"),
        ("2025年志愿服务时长仅次于乙社区。", "口径未明", "没有写出各是多少"),
        ("2025年活动场次低于2024年。", "口径未明", "没有写出各是多少"),
        ("2025年1月至6月，开展活动30场，7月至12月0场。", "相符", "2025年7月至12月"),
        ("2025年满意率名列前茅。", "口径未明", "没有写出各是多少"),
        ("2025年60岁以上老人参与活动100人次。", "口径未明", "文中写的是其中一部分人（60岁以上）的数"),
        ("2025年每百名居民有志愿者5名。", "口径未明", "按“每百名居民”计"),
        ("2025年经济困难个案4例。", "相符", "经济困难的接案数为4例"),
        ("2025年接案10例，其中经济困难4例。", "相符", "经济困难的接案数为4例"),
        ("2025年结案10例，其中7例在90天内结案。", "口径未明", "文中写的是其中在这些天内结案的个案"),
        ("2025年接案10例，其中转介个案3例。", "口径未明", "文中写的是其中的一部分"),
        ("2025年开展活动30场，参与300人次。", "相符", "参与人次为300人次"),
        ("2025年抑郁自评量表平均下降4.2分。", "无记录", "没有与"),
        ("2025年项目每投入1元产生社会价值3.2元。", "无记录", "没有与"),
        ("2025年活动场次同比增长39个百分点。", "口径未明", "百分点是两个比例相减"),
    ],
)
def test_a_claim_in_words_or_of_a_part_is_judged_or_said_why_not(build: Build, text: str, verdict: str, words: str):
    checked_claim = check(build, text).claims[-1]
    assert (checked_claim.verdict, words in checked_claim.reason) == (verdict, True), checked_claim.reason


@pytest.mark.parametrize("text", ["确保诉求全部按时办结。", "每人最多领取3次的活动，参与人数最多的一场在3月。"])
def test_what_is_aimed_at_or_no_place_is_no_claim(build: Build, text: str):
    assert not [claim for claim in check(build, text).claims if claim.claim.is_worded]


def test_two_gauges_that_rise_are_both_found(build: Build):
    texts = [claim.claim.text for claim in check(build, "2025年活动场次、参与人次均实现增长。").claims]
    assert texts == ["活动场次", "参与人次均实现增长"]


def test_a_number_below_both_of_two_readings_is_too_low_in_either(build: Build):
    assert check_single(build, "2025年甲结案率60%。").verdict == "偏低"


@pytest.mark.parametrize(
    ("text", "verdict", "reason"),
    [
        ("2025年，红梅队服务12小时。", "相符", "甲红梅队的志愿服务时间为12小时"),
        ("2025年，红梅队服务9小时。", "偏低", "甲红梅队的志愿服务时间为12小时"),
        ("2025年，红梅队、青松队共服务30小时。", "口径未明", "请把每一支队伍的数分开写明"),
        ("2025年，志愿服务30小时。", "相符", "甲的志愿服务时间为30小时"),
    ],
)
def test_hours_of_a_team_are_held_against_that_team(make_build: Make, text: str, verdict: str, reason: str):
    rows = [
        {"person_key": f"人{n}", "served_on": "2025-01-02", "service_hours": hours, "team": team}
        for n, (team, hours) in enumerate([("红梅队", 6), ("红梅队", 6), ("青松队", 9), ("青松队", 9)])
    ]
    checked_claim = check_single(make_build({"volunteer_service": rows}), text)
    assert (checked_claim.verdict, reason in checked_claim.reason) == (verdict, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022年，社东社区开展活动900场。", "“活动场次”台账有4行没有入库（见“未入库问题”）"),
        ("2023年，社东社区开展活动900场。", ""),
        ("2022年，费家营社区接案900例。", "“个案服务”台账有行没有入库"),
    ],
)
def test_a_number_above_the_records_names_the_ledgers_with_refused_rows(sample_build: Build, text: str, words: str):
    (checked_claim,) = check(sample_build, text).claims
    assert checked_claim.verdict == "偏高"
    assert words in checked_claim.reason if words else "没有入库" not in checked_claim.reason, checked_claim.reason


@pytest.mark.parametrize(
    "text", ["2025年活动最多的一次25人次。", "2025年单场最多参与120人次。", "2025年最多的一次志愿服务30小时。"]
)
def test_the_largest_activity_is_none_of_all_of_them(sample_build: Build, text: str):
    (checked_claim,) = check(sample_build, text, "凤二村").claims
    assert (checked_claim.verdict, "最多或最少的一次" in checked_claim.reason) == ("口径未明", True), (
        checked_claim.reason
    )


@pytest.mark.parametrize(
    ("sentence", "communities"),
    [
        ("2025年街道参与人次62400人次。", 6),
        ("2025年全街道参与62400人次。", 6),
        ("经验在全街道推广，全年参与4357人次。", 1),
    ],
)
def test_the_street_behind_a_community_is_all_of_them(sample_build: Build, sentence: str, communities: int):
    places = [
        checked_claim.place for checked_claim in check(sample_build, f"2025年，凤二村开展活动128场。{sentence}").claims
    ]
    assert [len(place.communities) for place in places if place] == [1, communities]
