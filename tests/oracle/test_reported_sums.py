"""Sums that were reported without records, worked out by hand: used where there is no record, never added to one.

甲 keeps its ledger of activities for January and February: two activities with 20 and 30 people in January, none in February.
For February it reports a sum of 9 activities as well, for March 4 with 100 people, for April 5; for May one list says 6 and
another 7; for June both say 3. 乙 reports 3 cases opened in March and nothing else.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from indicators import disclosure, engine
from indicators.grouping import Grouping
from indicators.model import Coverage, Filters
from indicators.reported_sums import ITEM_INDICATORS, items_of, reported_sums, statement
from indicators.sum_comparison import compare_sums, reported_amounts
from tests.support.builds import months_of, only_figure
from warehouse.build import Build, build_in_memory
from wording import reports, states, text_output

HALF_YEAR = Filters(("甲",), date(2025, 1, 1), date(2025, 6, 30))


def reported(month: str, item: str, value: float, **cells: object) -> dict[str, object]:
    return {"month_on": f"2025-{month}-01", "item": item, "value": value, **cells}


@pytest.fixture
def build(make_build: Callable[..., Build]) -> Build:
    activities = [
        {"title": "讲座", "held_on": "2025-01-05", "headcount": 20, "strand": "文体"},
        {"title": "义诊", "held_on": "2025-01-20", "headcount": 30, "strand": "健康"},
    ]
    sums = [
        reported("02", "活动场次", 9),
        reported("03", "活动场次", 4),
        reported("03", "参与人次", 100),
        reported("04", "活动场次", 5),
        *(reported("05", "活动场次", value, source_file=f"{value}.xlsx") for value in (6, 7)),
        *(reported("06", "活动场次", 3, source_file=f"{name}.xlsx") for name in ("上", "下")),
        reported("03", "接案数", 3, community="乙"),
    ]
    return make_build({"activity": activities, "summary": sums}, months_of("activity", ("2025-01-01", "2025-02-28")))


def test_sums_stand_in_for_the_months_without_a_record_and_no_others(build: Build):
    figure = only_figure(build, "activities", HALF_YEAR)

    assert figure.value == 2 + 0 + 4 + 5 + 3
    assert figure.coverage == Coverage(reported=5, due=6, summed=3, disputed=("2025年5月",))
    assert figure.missing == ("2025年5月",)


@pytest.mark.parametrize("id", sorted({*ITEM_INDICATORS.values()}))
def test_the_sql_that_readers_see_gives_the_sums_that_are_counted(build: Build, id: str):
    assert_shown_sql_gives_what_is_counted(build, id)


def assert_shown_sql_gives_what_is_counted(build: Build, id: str) -> None:
    indicator, catalogue = engine.catalogue()[id], engine.catalogue()
    filters = Filters(("甲", "乙"), date(2025, 1, 1), date(2025, 6, 30))
    items = items_of(indicator, catalogue)
    query = statement(indicator, items, filters)
    sums = reported_sums(build, [indicator], filters, Grouping(by_community=True), catalogue)[id]

    amounts = {(place, month, item): amount for place, month, item, amount in build.rows(query.sql, query.parameters)}
    assert amounts == {
        (*key, item): amount
        for key, of_items in sums.by_month.items()
        for item, amount in zip(items, of_items, strict=True)
    }


def test_every_month_is_counted_in_one_way(build: Build):
    figures = engine.figures(build, ["activities"], HALF_YEAR, ("month",))

    assert [figure.value for figure in figures] == [2, 0, 4, 5, None, 3]
    assert [figure.coverage.summed for figure in figures] == [0, 0, 1, 1, 0, 1]
    assert (figures[4].state, states.word(figures[4])) == ("not_reported", "汇总不一致")


SIGNED = ("甲演示", "乙演示", "丙演示")


@pytest.mark.parametrize("id", ["attendances", "attendances_per_activity"])
def test_sign_ins_of_no_known_activity_leave_the_sum_standing(make_build: Callable[..., Build], id: str):
    sign_ins = [{"activity": "没有登记的讲座", "attended_on": "2025-03-04", "person_key": key} for key in SIGNED]
    sums = [reported("03", "参与人次", 110), reported("03", "活动场次", 10)]
    build = make_build({"attendance": sign_ins, "summary": sums})
    figure = only_figure(build, id, HALF_YEAR)

    assert (figure.numerator, figure.coverage.summed) == (110, 1)
    assert_shown_sql_gives_what_is_counted(build, id)


def test_no_sum_is_added_to_sign_ins_of_a_camp_that_began_the_month_before(make_build: Callable[..., Build]):
    camp = {"title": "夏令营", "held_on": "2025-03-30", "ended_on": "2025-04-02", "headcount": 30}
    days = ("2025-03-31", "2025-04-01")
    sign_ins = [{"activity": "夏令营", "attended_on": day, "person_key": key} for day in days for key in SIGNED]
    build = make_build({"activity": [camp], "attendance": sign_ins, "summary": [reported("04", "参与人次", 100)]})
    months = engine.figures(build, ["attendances"], HALF_YEAR, ("month",))

    # three of the 30 signed in in April, the others are of the day on which the camp began or of March
    assert only_figure(build, "attendances", HALF_YEAR).value == 30
    assert [(figure.value, figure.coverage.summed) for figure in months[2:4]] == [(27, 0), (None, 0)]
    assert_shown_sql_gives_what_is_counted(build, "attendances")


def test_a_ratio_takes_sums_only_where_both_sides_were_reported(build: Build):
    figure = only_figure(build, "attendances_per_activity", HALF_YEAR)

    assert (figure.numerator, figure.denominator, figure.value) == (50 + 100, 2 + 4, 25)
    assert figure.coverage == Coverage(reported=3, due=6, summed=1)


def test_a_rate_of_residents_takes_no_sums(build: Build):
    assert only_figure(build, "activities_per_1000", HALF_YEAR).coverage.summed == 0


def test_sums_know_no_category_and_no_strand(build: Build):
    by_strand = engine.figures(build, ["activities"], HALF_YEAR, ("strand",))
    of_strand = only_figure(build, "activities", replace(HALF_YEAR, strands=("健康",)))

    assert {(figure.category, figure.value) for figure in by_strand} == {("健康", 1), ("文体", 1)}
    assert (of_strand.value, of_strand.coverage.summed) == (1, 0)


def test_a_sum_of_a_month_says_nothing_of_a_part_of_it(build: Build):
    figure = only_figure(build, "activities", Filters(("甲",), date(2025, 3, 10), date(2025, 3, 31)))

    assert (figure.value, figure.state) == (None, "not_reported")


def test_communities_with_sums_and_with_records_add_up(build: Build):
    both = replace(HALF_YEAR, communities=("甲", "乙"))

    assert only_figure(build, "activities", both).value == 14
    assert only_figure(build, "cases_opened", both).value == 3


def test_a_small_sum_of_people_is_hidden(build: Build):
    (figure,) = engine.figures(build, ["cases_opened"], replace(HALF_YEAR, communities=("乙",)), ("community",))

    assert figure.value == 3
    assert disclosure.disclose([figure], disclosure.OFFICE)[0].state == "hidden"


def test_whatever_says_a_figure_says_that_sums_are_in_it(build: Build):
    figure = only_figure(build, "activities", HALF_YEAR)

    assert reports.gap(figure) == "5/6社区月，含汇总上报3个社区月"
    assert text_output.figure_data(figure, "全部")["coverage"] == {"reported": 5, "asked": 6, "summed": 3}
    assert "用汇总上报的数\nselect community, month_on, item, amount" in engine.sql_of("activities", HALF_YEAR)


def test_a_sum_has_no_rows_that_leave_a_column_empty(make_build: Callable[..., Build]):
    build = make_build({"activity": [], "summary": [reported("03", "走访户次", 4)]})
    figure = only_figure(build, "home_visits", HALF_YEAR)

    assert (figure.value, figure.coverage.summed, figure.coverage.half_filled) == (4, 1, 0)


def test_a_build_of_before_has_no_sums(build: Build):
    tables = ("build_info", "coverage", "activity")
    before = build_in_memory("before", {name: build.table(f"select * from {name}") for name in tables})

    assert only_figure(before, "activities", HALF_YEAR).value == 2


@pytest.mark.parametrize(("item", "id"), ITEM_INDICATORS.items())
def test_every_item_is_bound_to_an_indicator_that_adds_up_over_periods(item: str, id: str):
    indicator = engine.catalogue()[id]

    assert indicator.adds_up
    assert indicator.numerator.span == "period"


def test_sums_and_records_of_the_same_month_are_compared(build: Build):
    amounts = reported_amounts(build, HALF_YEAR)
    figures = engine.figures(build, ["activities"], HALF_YEAR, ("month", "community"))
    (comparison,) = compare_sums(figures, amounts, engine.catalogue(), disclosure.OFFICE)

    assert amounts["甲", date(2025, 5, 1), "activities"] == (6, 7)
    assert (comparison.month.label, comparison.counted, comparison.reported, comparison.difference) == (
        "2025年2月",
        0,
        (9,),
        9,
    )


def test_a_comparison_hides_numbers_of_few_people(make_build: Callable[..., Build]):
    cases = [{"case_no": str(number), "opened_on": "2025-03-05"} for number in range(3)]
    build = make_build({"casework": cases, "summary": [reported("03", "接案数", 3)]})
    figures = engine.figures(build, ["cases_opened"], HALF_YEAR, ("month", "community"))
    disclosed = disclosure.disclose(figures, disclosure.OFFICE)
    (comparison,) = compare_sums(disclosed, reported_amounts(build, HALF_YEAR), engine.catalogue(), disclosure.OFFICE)

    assert (comparison.counted, comparison.reported, comparison.difference) == (None, (), None)
