"""Headlines are the same on screen and in files, and rank only what can be ranked."""

from dataclasses import replace
from datetime import date

import pytest

from indicators.engine import catalogue
from indicators.interval import wilson
from indicators.model import Coverage, Figure, Period
from tests.support.wording_figures import figure
from wording import headlines, trends
from wording.community_names import counted_name


@pytest.mark.parametrize(
    ("id", "sentence"),
    [
        ("attendances", "参与人次最多的是乙（300人次），最少的是甲（100人次）。"),
        ("closing_rate", "累计结案率最高的是乙（30.0%），最低的是甲（10.0%）。"),
    ],
)
def test_counts_are_many_and_rates_are_high(id: str, sentence: str):
    counts = (("甲", 100.0), ("丙", 200.0), ("乙", 300.0))
    divided = {"denominator": 1000.0} if catalogue()[id].denominator else {}
    scale = 10 if divided else 1
    figures = [replace(figure(id, count / scale, community=name), numerator=count, **divided) for name, count in counts]
    assert headlines.standing(catalogue()[id], figures) == sentence


def test_what_a_list_holds_is_no_sample_and_is_ranked_as_it_is():
    figures = [figure("honours", count, community=name) for name, count in (("甲", 2.0), ("乙", 13.0), ("丙", 12.0))]
    assert headlines.standing(catalogue()["honours"], figures) == "荣誉最多的是乙（13项），最少的是甲（2项）。"


def test_a_whole_that_is_a_part_says_of_how_many_communities():
    part = figure("cases_opened", 178.0, missing=("丙", "丁"), counted=("甲", "乙"))
    assert headlines.whole(catalogue()["cases_opened"], part) == "2025年，已报送的2个社区接案数178例。"
    assert counted_name(part, ("甲", "乙", "丙", "丁")) == "甲、乙（2个未报送）"
    assert counted_name(replace(part, counted=("甲", "乙", "丙"), missing=()), ("甲", "乙", "丙")) == "甲等3个社区"


def test_who_never_had_a_mechanism_is_not_named_as_silent():
    only = figure("points_awarded", 178.0, counted=("甲",), missing=("2025年3月",))
    assert counted_name(only, ("甲", "乙", "丙", "丁")) == "甲"
    assert headlines.whole(catalogue()["points_awarded"], only) == "2025年，积分发放178分。"


def test_the_parts_of_a_whole_are_shares():
    figures = [figure("attendances", value, category=name) for name, value in (("老人", 30.0), ("儿童", 10.0))]
    assert headlines.makeup(catalogue()["attendances"], figures) == "参与人次中“老人”最多，30人次，占75%。"


def test_a_part_is_never_said_to_be_all_of_it():
    figures = [figure("points_awarded", value, category=name) for name, value in (("服务", 9780.0), ("物资", 22.0))]
    assert headlines.makeup(catalogue()["points_awarded"], figures) == "积分发放中“服务”最多，9,780分，占99%以上。"


def test_beside_hidden_parts_none_is_called_the_least():
    figures = [figure("attendances", 30.0, category="老人"), figure("attendances", 10.0, category="儿童")]
    figures.append(figure("attendances", None, state="hidden", category="残障人士"))
    assert headlines.makeup(catalogue()["attendances"], figures) == "能公开的各类中，参与人次最多的是“老人”（30人次）。"


def answered(category: str, satisfied: int, answers: int) -> Figure:
    low, high = (end * 100 for end in wilson(satisfied, answers))
    value = 100 * satisfied / answers
    return figure("satisfied_share", value, category=category, low=low, high=high)


def test_shares_are_only_ranked_where_their_intervals_part() -> None:
    near = [answered("面访", 88, 100), answered("扫码", 85, 100)]
    apart = [answered("面访", 95, 100), answered("扫码", 60, 100)]
    indicator = catalogue()["satisfied_share"]
    assert headlines.makeup(indicator, near) == "各类的各题满意率（按评分计）（85.0–88.0%）误差范围有重叠，不分先后。"
    assert headlines.makeup(indicator, near, "调查方式").startswith("各调查方式的各题满意率")
    assert headlines.makeup(indicator, apart).startswith("各题满意率（按评分计）最高的是“面访”")


SATISFIED = {"社东": (240, 260), "阳明": (228, 252), "费家营": (225, 250), "天庆": (103, 121), "幸福里": (61, 79)}


def test_the_first_and_the_last_are_named_only_where_they_lie_apart_from_the_next() -> None:
    figures = [replace(answered("", *counts), community=name, category=None) for name, counts in SATISFIED.items()]
    sentence = headlines.standing(catalogue()["satisfied_share"], figures)
    assert sentence == "各题满意率（按评分计）从社东的92.3%到幸福里的77.2%，前两位、后两位误差范围有重叠，不分先后。"


def test_first_two_and_last_two_that_lie_near_for_other_reasons_each_have_their_own() -> None:
    counts = {"甲": 90, "乙": 88, "丙": 28, "丁": 28}
    figures = [figure("cases_opened", value, community=name) for name, value in counts.items()]
    sentence = headlines.standing(catalogue()["cases_opened"], figures)
    assert sentence == "接案数从甲的90例到丁的28例，前两位误差范围有重叠，后两位相同，不分先后。"


def test_a_last_one_that_lies_apart_is_named_alone() -> None:
    figures = [figure("cases_opened", value, community=name) for name, value in (("甲", 90), ("乙", 88), ("丙", 5))]
    assert headlines.standing(catalogue()["cases_opened"], figures) == "接案数最少的是丙（5例）。"


def test_the_first_of_two_categories_that_lie_near_is_not_called_the_most() -> None:
    figures = [figure("activities", value, category=name) for name, value in (("儿童成长", 38), ("长者服务", 37))]
    sentence = headlines.makeup(catalogue()["activities"], figures)
    assert sentence == "活动场次中“儿童成长”38场，占51%，与“长者服务”（37场）误差范围有重叠，不分先后。"


def test_a_rate_of_residents_is_ranked_by_its_count() -> None:
    cases = {"天庆": (33, 9830), "社东": (15, 3260)}
    figures = [
        replace(figure("cases_opened_per_1000", 1000 * count / residents, community=name), numerator=count, denominator=residents)
        for name, (count, residents) in cases.items()
    ]  # fmt: skip
    sentence = headlines.standing(catalogue()["cases_opened_per_1000"], figures)
    assert sentence == "2个社区的每千名居民接案数（3.4–4.6例/千人）误差范围有重叠，不分先后。"


def test_a_ratio_without_a_test_has_no_first() -> None:
    figures = [figure("mean_days_to_close", value, community=name) for name, value in (("甲", 12.0), ("乙", 30.0))]
    assert headlines.standing(catalogue()["mean_days_to_close"], figures).endswith("差距是不是偶然无从判断，不分先后。")


def test_a_ranking_of_some_says_of_how_many() -> None:
    counts = (("甲", 900), ("乙", 400), ("丙", None))
    figures = [figure("attendances", value, community=name) for name, value in counts]
    sentence = headlines.standing(catalogue()["attendances"], figures)
    assert sentence == "已能比较的2个社区中，参与人次最多的是甲（900人次），最少的是乙（400人次）。"


def test_where_no_community_has_a_number_the_reasons_are_said_and_not_that_nothing_is_drawn() -> None:
    figures = [
        figure("volunteers_active", None, community="甲", state="hidden"),
        figure("volunteers_active", None, community="乙", state="not_reported"),
    ]
    sentence = headlines.standing(catalogue()["volunteers_active"], figures)
    assert sentence == "2025年，各社区活跃志愿者为保护个人不予公开或未报送。"


def test_ranges_that_overlap_have_no_greatest() -> None:
    figures = [
        figure("participants", 400, community="甲", low=400, high=9000),
        figure("participants", 300, community="乙", low=300, high=800),
    ]
    assert headlines.standing(catalogue()["participants"], figures) == "2个社区的参与人数只知道范围，不分先后。"


def test_age_bands_that_overlap_are_set_apart_and_never_added_up() -> None:
    bands = {"60岁以上": 30.0, "60-79岁": 20.0, "80岁及以上": 10.0, "18-35岁": 40.0, "家庭关系": 1.0, "未注明": 2.0}
    figures = [figure("cases_opened", value, category=band) for band, value in bands.items()]
    sentence = headlines.makeup(catalogue()["cases_opened"], figures)
    assert sentence == "接案数的60岁以上、60-79岁、80岁及以上有重叠，分开列出，不相加，不比高低。"
    assert "占" in headlines.makeup(catalogue()["cases_opened"], figures[1:])


def test_the_share_of_a_leader_is_of_the_communities_that_reported() -> None:
    silent = figure("cases_opened", None, state="not_reported", community="丙", coverage=Coverage(0, 12))
    parts = [figure("cases_opened", value, community=name) for name, value in (("甲", 105.0), ("乙", 73.0))]
    assert headlines.leaders({catalogue()["cases_opened"]: [*parts, silent]}) == "甲占已报送的2个社区接案数的59%。"
    assert headlines.leaders({catalogue()["cases_opened"]: parts}) == "甲占接案数的59%。"


def test_a_rise_of_whom_was_asked_in_another_way_says_so() -> None:
    rising = ("year", [in_year("overall_satisfied_share", 2020 + n, 70.0 + n) for n in range(7)])
    sentence = trends.of_communities(catalogue()["overall_satisfied_share"], {"甲": rising, "乙": rising}, ("乙", "丙"))
    assert sentence == "总体满意率，2个社区呈上升趋势（甲、乙）（按年检验）；其中乙期间换过调查方式，升降可能由此而来。"


def in_year(id: str, number: int, value: float | None, **more: object) -> Figure:
    period = Period(f"{number}年", date(number, 1, 1), date(number, 12, 31))
    return figure(id, value, period=period, **more)


def test_what_is_left_out_before_the_first_number_is_named() -> None:
    values = (
        (2021, None, "hidden"),
        (2022, None, "hidden"),
        (2023, 91.3, "ok"),
        (2024, None, "no_sample"),
        (2025, 90.6, "ok"),
    )
    figures = [in_year("closing_rate", number, value, state=state) for number, value, state in values]
    sentence = headlines.over_time(catalogue()["closing_rate"], figures, figures[-1])
    assert sentence.startswith("累计结案率由2023年的91.3%到2025年的90.6%（2021年、2022年为保护个人不予公开，没有计入）")


@pytest.mark.parametrize(("counted", "is_said"), [(("甲", "乙"), True), (("甲",), False)])
def test_two_ends_that_count_other_communities_are_said_not_to_be_compared(
    counted: tuple[str, ...], is_said: bool
) -> None:
    figures = [
        in_year("closing_rate", 2024, 90.4, counted=counted),
        in_year("closing_rate", 2025, 90.7, counted=("甲",)),
    ]
    sentence = headlines.over_time(catalogue()["closing_rate"], figures, figures[-1])
    assert ("两期统计的社区不同，不能直接比" in sentence) == is_said


def test_of_a_community_alone_nothing_is_said_of_others() -> None:
    only = [figure("cases_opened", 5.0, community="甲")]
    assert headlines.standing(catalogue()["cases_opened"], only) == "甲接案数5例。"


def test_a_headline_beside_hidden_parts_speaks_of_those_that_are_shown() -> None:
    figures = [figure("cases_opened", number, category=name) for name, number in (("家庭", 90.0), ("就业", 12.0))]
    figures.append(figure("cases_opened", None, state="hidden", category="其他"))
    assert headlines.makeup(catalogue()["cases_opened"], figures) == "能公开的各类中，接案数最多的是“家庭”（90例）。"


def test_equal_parts_beside_hidden_ones_are_no_range() -> None:
    figures = [figure("cases_opened", 5.0, category=name) for name in ("家庭", "就业")]
    figures.append(figure("cases_opened", None, state="hidden", category="其他"))
    assert headlines.makeup(catalogue()["cases_opened"], figures) == "能公开的各类的接案数都是5例。"
