"""Counts of one part of the number said before: 其中村民代表843人次 are of those at the councils, 其中健康队30小时 of the volunteers' hours."""

import pytest

from evidence.claims.verification.check import check
from tests.support import builds
from tests.support.claims_examples import Make, activities, check_single

MEETING = {"title": "议事会", "held_on": "2025-03-01", "headcount": 40, "representatives_count": 25, "cadres_count": 6}
SERVED = {"served_on": "2025-03-01", "person_key": "人1"}


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("2025年议事参与80人次，其中村民代表50人次、村委干部12人次。", ["相符", "相符", "相符"]),
        ("2025年议事参与80人次（其中：居民代表60人次，社区干部9人次）。", ["相符", "偏高", "偏低"]),
        ("2025年居民代表参加议事50人次。", ["相符"]),
        ("2025年召开议事会2场，居民代表50人次、社区干部10人次。", ["相符", "相符", "偏低"]),
    ],
)
def test_identities_at_councils_are_held_against_those_of_their_identity(make_build: Make, text: str, verdicts: list):
    months = builds.months_of("consultation", ("2025-01-01", "2025-12-31"))
    build = make_build({"consultation": [MEETING, MEETING | {"held_on": "2025-04-01"}]}, months)
    assert [checked_claim.verdict for checked_claim in check(build, text).claims] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("2025年志愿服务30小时，其中健康队20小时、维修队10小时。", ["相符", "相符", "相符"]),
        ("2025年志愿服务30小时，其中健康队10小时。", ["相符", "偏低"]),
        ("2025年志愿服务30小时，其中平安队20小时。", ["相符", "无记录"]),
        ("2025年健康队1人，服务20小时。", ["口径未明", "口径未明"]),
        ("2025年健康队1名志愿者参加志愿服务。", ["相符"]),
        ("2025年健康队2名志愿者参加志愿服务。", ["偏高"]),
    ],
)
def test_hours_after_those_of_all_are_those_of_the_named_team(make_build: Make, text: str, verdicts: list):
    served = [
        SERVED | {"team": "健康队", "service_hours": 20},
        SERVED | {"person_key": "人2", "team": "维修队", "service_hours": 10},
    ]
    build = make_build(
        {"volunteer_service": served}, builds.months_of("volunteer_service", ("2025-01-01", "2025-12-31"))
    )
    assert [checked_claim.verdict for checked_claim in check(build, text).claims] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("2025年受理工单5件，其中热线来源3件、环境卫生类2件。", ["相符", "相符", "相符"]),
        ("2025年受理工单5件，其中热线来源3件、环境卫生类3件。", ["相符", "相符", "偏高"]),
        ("2025年受理工单5件，其中热线来源4件、停车管理类1件。", ["相符", "偏高", "无记录"]),
        ("2025年受理工单5件，环境卫生类2件。", ["相符", "相符"]),
        ("2025年受理诉求中停车管理1件。", ["口径未明"]),
        ("2025年受理热线工单3件。受理环境卫生类诉求共2件。", ["相符", "相符"]),
        ("2025年受理热线工单5件。", ["偏高"]),
        ("2025年受理工单5件，窗口诉求数为3件。", ["相符", "偏高"]),
    ],
)
def test_a_part_is_named_as_the_records_name_it_in_any_column(make_build: Make, text: str, verdicts: list):
    requests = [
        {"request_no": f"{n}", "received_on": "2025-03-01", "source": source, "category": category}
        for n, (source, category) in enumerate(
            zip(["热线"] * 3 + ["窗口"] * 2, ["环境卫生"] * 2 + ["噪声"] * 3, strict=True)
        )
    ]
    build = make_build({"service_request": requests}, builds.months_of("service_request", ("2025-01-01", "2025-12-31")))
    assert [checked_claim.verdict for checked_claim in check(build, text).claims] == verdicts


def test_both_ends_of_a_change_are_of_the_part_named_before_them(make_build: Make):
    held = activities(10, 2024, strand="志愿服务") + activities(20, strand="志愿服务") + activities(30)
    months = [
        month for year in (2024, 2025) for month in builds.months_of("activity", (f"{year}-01-01", f"{year}-12-31"))
    ]
    claims = check(make_build({"activity": held}, months), "志愿服务活动由2024年的10场增加到2025年的20场。").claims
    assert [(checked_claim.verdict, checked_claim.binding.category) for checked_claim in claims] == [
        ("相符", ("strand", "志愿服务"))
    ] * 2


@pytest.mark.parametrize(("share", "verdict"), [("33.3%", "相符"), ("50%", "偏高")])
def test_a_change_of_the_part_named_before_it_is_of_that_part(make_build: Make, share: str, verdict: str):
    """老人 had 30 and 20 activities, all together 40 and 50."""
    held = activities(30, 2024, strand="老人") + activities(10, 2024, strand="妇女")
    held += activities(20, strand="老人") + activities(30, strand="妇女")
    months = [
        month for year in (2024, 2025) for month in builds.months_of("activity", (f"{year}-01-01", f"{year}-12-31"))
    ]
    build = make_build({"activity": held}, months)
    assert check_single(build, f"2025年老年人板块活动场次比上年下降{share}。").verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("2025年开展老人活动20场，参与人次600人次。", ["相符", "口径未明"]),  # 200 of the part, 800 of all
        ("2025年开展老人活动20场，参与人次100人次。", ["相符", "偏低"]),
        ("2025年开展老人活动20场，其中参与人次200人次。", ["相符", "相符"]),
        ("2025年开展老人活动20场；参与人次800人次。", ["相符", "相符"]),
        ("2025年妇女板块参与600人次，老人板块参与300人次。", ["相符", "偏高"]),
    ],
)
def test_a_number_behind_a_part_may_be_of_that_part(make_build: Make, text: str, verdicts: list):
    held = [
        {"title": f"{strand}活动{n}", "held_on": "2025-03-01", "strand": strand, "headcount": heads}
        for strand, number, heads in (("老人", 20, 10), ("妇女", 30, 20))
        for n in range(number)
    ]
    build = make_build({"activity": held}, builds.months_of("activity", ("2025-01-01", "2025-12-31")))
    assert [checked_claim.verdict for checked_claim in check(build, text).claims] == verdicts


@pytest.mark.parametrize(
    "text",
    [
        "2025年开展老人、妇女活动50场。",
        "2025年开展老人和妇女活动共50场。",
        "2025年开展老人活动20场、妇女活动30场，两类合计50场。",
    ],
)
def test_a_number_of_several_parts_is_held_against_none_of_them(make_build: Make, text: str):
    held = activities(20, strand="老人") + activities(30, strand="妇女") + activities(7, strand="党员")
    build = make_build({"activity": held}, builds.months_of("activity", ("2025-01-01", "2025-12-31")))
    last = [checked_claim for checked_claim in check(build, text).claims if checked_claim.claim.value == 50][-1]
    assert (last.verdict, "几类合在一起" in last.reason) == ("口径未明", True)


def test_what_somebody_held_is_a_part_that_no_record_tells_apart(make_build: Make):
    checked_claim = check_single(make_build({"activity": activities(12)}), "2025年由社工站主办的活动9场。")
    assert (checked_claim.verdict, "其中的一部分" in checked_claim.reason) == ("口径未明", True)
