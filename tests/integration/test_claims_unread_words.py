"""Words that narrow what is counted and that no figure follows: the number of a part is held against no whole, and that of a team against the team's."""

import pytest

from tests.support import builds
from tests.support.claims_examples import Make, activities, check_single

YEAR = ("2025-01-01", "2025-12-31")
GIFT = {"donated_on": "2025-03-01", "form": "现金", "amount_yuan": 100}
SERVED = {"served_on": "2025-03-01", "service_hours": 10}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2025年募集善款300元。", "相符"),
        ("2025年募集爱心善款300元。", "相符"),
        ("2025年微信捐款300元。", "口径未明"),
        ("2025年微信捐款100元。", "口径未明"),
        ("2025年300元善款来自企业。", "口径未明"),
        ("2025年微信捐款占到账现金的三分之一。", "无记录"),
    ],
)
def test_money_by_one_channel_is_not_held_against_all_of_it(make_build: Make, text: str, verdict: str):
    gifts = [GIFT | {"channel": "线上"}, GIFT | {"channel": "线下", "amount_yuan": 200}]
    assert check_single(make_build({"donation": gifts}, builds.months_of("donation", YEAR)), text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2025年志愿服务30小时。", "相符"),
        ("2025年义剪志愿服务30小时。", "口径未明"),  # one of the rows says 义剪
        ("2025年巡河志愿服务30小时。", "相符"),  # none does
        ("2025年志愿者人均服务15小时。", "相符"),
        ("2025年志愿者人均服务不少于15小时。", "相符"),
        ("2025年健康队人均服务15小时。", "偏低"),
        ("2025年健康队人均服务20小时。", "相符"),
        ("2025年居民人均志愿服务15小时。", "口径未明"),
    ],
)
def test_hours_of_one_service_one_team_or_all_residents_are_told_apart(make_build: Make, text: str, verdict: str):
    served = [
        SERVED | {"person_key": "人1", "team": "健康队", "activity": "测血压", "service_hours": 20},
        SERVED | {"person_key": "人2", "team": "维修队", "activity": "义剪"},
    ]
    build = make_build({"volunteer_service": served}, builds.months_of("volunteer_service", YEAR))
    assert check_single(build, text).verdict == verdict


@pytest.mark.parametrize("text", ["2025年困境儿童点亮微心愿2个。", "2025年老年人接案2例。"])
def test_what_some_people_were_given_is_not_held_against_what_all_were(make_build: Make, text: str):
    wishes = [{"collected_on": "2025-03-01", "fulfilled_on": "2025-03-02"}] * 2
    cases = [{"opened_on": "2025-03-01"}] * 2
    months = [*builds.months_of("wish", YEAR), *builds.months_of("casework", YEAR)]
    assert check_single(make_build({"wish": wishes, "casework": cases}, months), text).verdict == "口径未明"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("活动场次连续两年上升。", "相符"),
        ("活动场次连续三年上升。", "口径未明"),  # of three years two rises, and what was before them is more
        ("活动场次连续三年下降。", "偏高"),
    ],
)
def test_a_rise_of_so_many_years_is_that_of_the_last_ones(make_build: Make, text: str, verdict: str):
    numbers = {2022: 30, 2023: 12, 2024: 20, 2025: 25}
    months = [month for year in numbers for month in builds.months_of("activity", (f"{year}-01-01", f"{year}-12-31"))]
    build = make_build({"activity": [row for year, n in numbers.items() for row in activities(n, year)]}, months)
    assert check_single(build, text).verdict == verdict
