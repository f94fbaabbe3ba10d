"""Both ends of a change, each held against the days it is of."""

import pytest

from evidence.claims.detection.finder import find_claims
from evidence.claims.verification.check import check
from tests.support import builds
from tests.support.claims_examples import Make, activities
from warehouse.build import Build


@pytest.fixture
def build(make_build: Make) -> Build:
    """Activities of 2023 to 2025: 12, 20 and 31; of 6 cases 4 stand open at the end of 2024 and 3 at that of 2025."""
    opened = ["2024-02-01"] * 5 + ["2025-02-01"]
    closed = ["2024-06-01", "2025-06-01", "2025-07-01", None, None, None]
    cases = [
        {"case_no": f"{n}", "opened_on": day, "closed_on": end}
        for n, (day, end) in enumerate(zip(opened, closed, strict=True))
    ]
    months = [
        month for record in ("activity", "casework") for month in builds.months_of(record, ("2023-01-01", "2025-12-31"))
    ]
    rows = activities(12, 2023) + activities(20, 2024) + activities(31)
    return make_build({"activity": rows, "casework": cases}, months)


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("活动场次由2024年的20场增加到2025年的31场。", ["相符", "相符"]),
        ("活动场次从2023年的12场上升至2025年的30场。", ["相符", "偏低"]),
        ("活动场次由2023年的12增加到2024年的20。", ["相符", "相符"]),
        ("2025年，活动场次从上年的20场增加到31场。", ["相符", "相符"]),
        ("2025年上半年，活动场次由去年同期的20场增加到31场。", ["相符", "相符"]),
        ("2023年至2025年，活动场次由12场增加到31场。", ["相符", "相符"]),
        ("2025年活动场次由20场增加到31场。", ["口径未明", "口径未明"]),
        ("活动场次由2024年的20场增加到31场。", ["相符", "口径未明"]),
        ("2025年，活动场次由2024年的20场增加到31场。", ["相符", "相符"]),
        ("2025年，活动场次由2024年的20场增加到32场。", ["相符", "偏高"]),
        ("活动场次从2023年的12场到2025年的31场。", ["相符", "相符"]),
        ("活动场次由2024年的20场减少到2025年的31场。", ["自相矛盾", "自相矛盾"]),
        ("活动场次由2024年的20场增加到2025年的31场，增加11场，增长55%。", ["相符"] * 4),
        ("活动场次由2024年的20场增加到2025年的31场，增长65%。", ["相符", "相符", "偏高"]),
        ("活动场次从2023年的12场到2024年的20场再到2025年的31场。", ["相符"] * 3),
        ("2025年，在办个案由年初的4例降至年末的3例。", ["相符", "相符"]),
        ("2025年，在办个案由年初的5例降至年末的3例。", ["偏高", "相符"]),
        ("与2023年相比，2025年活动场次由12场增至31场。", ["相符", "相符"]),
        ("2025年活动场次同比由20场增至31场。", ["相符", "相符"]),
        ("2025年，活动场次从3月的31场减少到4月的0场。", ["相符", "相符"]),
        ("2024年上、下半年分别开展活动20场、0场。", ["相符", "相符"]),
        ("2024年四个季度分别开展活动20场、0场、0场、0场。", ["相符"] * 4),
        ("2024年四个季度分别开展活动20场、0场。", ["口径未明"] * 2),
        ("开展活动2024年20场、2025年31场，两年共51场。", ["相符", "相符", "相符"]),
        ("开展活动2024年20场、2025年31场，两年共52场。", ["自相矛盾"] * 3),
        ("开展活动2024年20场、2025年31场，三年共51场。", ["相符", "相符", "口径未明"]),
        ("2024年开展活动20场，其中上半年20场。", ["相符", "相符"]),
        ("2024年下半年开展活动0场，上半年20场。", ["相符", "相符"]),
        ("在办个案由2024年底的4例减少到2025年底的3例。", ["相符", "相符"]),
        ("2025年在办个案由4例减少到3例。", ["相符", "相符"]),
        ("2025年在办个案由4减少到3。", ["相符", "相符"]),
        ("2025年在办个案由5降至3。", ["偏高", "相符"]),
    ],
)
def test_both_ends_of_a_change_are_held_against_their_own_days(build: Build, text: str, verdicts: list[str]):
    assert [checked_claim.verdict for checked_claim in check(build, text).claims] == verdicts


@pytest.mark.parametrize(
    "text", ["温度由20升到30。", "从3号楼到5号楼都走访了。", "由点到面，服务从1.0升级到2.0。", "从2021发展到2025。"]
)
def test_other_numbers_with_a_beginning_and_an_end_count_nothing(text: str):
    assert not find_claims(text)


@pytest.mark.parametrize(
    "text", ["2025年四分之三的善款用于助学。", "2025年75%的善款用于养老服务。", "2025年善款的三分之二用于助老。"]
)
def test_the_share_of_one_purpose_is_no_share_of_all_that_was_spent(make_build: Make, text: str):
    money = {
        "donation": [{"donated_on": "2025-11-01", "amount_yuan": 1000.0}],
        "fund_use": [{"used_on": "2025-12-01", "amount_yuan": 750.0}],
    }
    (checked_claim,) = check(make_build(money), text).claims
    assert (checked_claim.verdict, "其中一种用途" in checked_claim.reason) == ("口径未明", True)


def test_a_rise_of_what_may_be_of_a_year_or_of_all_is_left_open(make_build: Make):
    served = [{"person_key": f"人{n}", "served_on": f"202{4 + n % 2}-03-01", "service_hours": 1} for n in range(10)]
    months = builds.months_of("volunteer_service", ("2024-01-01", "2025-12-31"))
    build = make_build({"volunteer_service": served}, months)
    risen = check(build, "志愿者人数由2024年的4人增至2025年的5人，增长25%。").claims[-1]
    assert (risen.verdict, "增长100%" in risen.reason) == ("口径未明", True)  # on record 5 and 10
