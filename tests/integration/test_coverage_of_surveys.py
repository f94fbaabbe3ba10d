"""A survey is taken now and then: the months without one are no gaps, where there was one in the window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from indicators import coverage
from tests.support.builds import months_of, year
from ui.charts.coverage_map import headline
from warehouse.build import Build


def test_a_month_between_surveys_is_not_unreported(make_build: Callable[..., Build]):
    build = make_build(
        {"community": [{"as_of_on": "2020-01-01"}]}, months_of("satisfaction", ("2025-03-01", "2025-03-31"))
    )

    cells = coverage.cells(build, "satisfaction", year(2025))

    assert [cell.state for cell in cells[:4]] == ["not_begun", "not_begun", "reported", "not_surveyed"]
    assert {cell.state for cell in coverage.cells(build, "satisfaction", year(2026))} == {"not_reported"}


def test_what_is_sent_now_and_then_and_was_not_is_not_called_reported(make_build: Callable[..., Build]):
    begun = months_of("income_change", ("2024-03-01", "2024-03-31"))
    build = make_build({"community": [{"as_of_on": "2020-01-01"}]}, begun)

    words = headline("增收", coverage.cells(build, "income_change", year(2025)))
    assert words == "增收：这段时间没有记录；这种台账有事才记，不算缺报。"


def test_a_headline_counts_the_cells_that_are_drawn_as_unreported(make_build: Callable[..., Build]):
    build = make_build(
        {"community": [{"as_of_on": "2020-01-01"}]}, months_of("satisfaction", ("2025-03-01", "2025-03-31"))
    )

    assert headline("满意度", coverage.cells(build, "satisfaction", year(2025))) == "满意度：已经开始的社区都已报送。"
    assert headline("满意度", coverage.cells(build, "satisfaction", year(2026))) == "满意度：甲12个月未报送。"


def test_a_spring_without_a_survey_is_no_gap_where_one_is_held_every_autumn(make_build: Callable[..., Build]):
    build = make_build(
        {"community": [{"as_of_on": "2020-01-01"}]}, months_of("satisfaction", ("2024-09-01", "2024-09-30"))
    )
    spring = replace(year(2025), from_on=date(2025, 2, 11), to_on=date(2025, 7, 23))

    assert {cell.state for cell in coverage.cells(build, "satisfaction", spring)} == {"not_surveyed"}
    assert "satisfaction" not in {gap.record for gap in coverage.gaps(build, spring)}
