"""Sentences above charts say what the figures carry, and nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from indicators import trend
from indicators.model import Filters
from tests.support import builds
from ui.charts import bars, headlines, lines
from ui.frame import query
from ui.frame.filters import Choice
from ui.frame.view import View, indicator_of
from wording.headlines import standing

Show = Callable[..., View]


@pytest.fixture
def show(tmp_path: Path) -> Show:
    """Return a function that opens a view of 2025 on so many activities a month, of one head each, of each community named."""

    def opened(**heads: Sequence[int]) -> View:
        rows = [
            {"community": name, "title": f"{name}{month}第{head}场", "held_on": f"{2025 - (month < 1)}-{(month - 1) % 12 + 1:02}-05", "headcount": 1}
            for name, counts in heads.items()
            for month, count in enumerate(counts, 13 - len(counts))
            for head in range(count)
        ]  # fmt: skip
        register = [{"community": name, "as_of_on": "2020-01-01", "residents_count": 1000} for name in heads]
        build = builds.make(tmp_path / "made.duckdb", {"activity": rows, "community": register})
        filters = Filters(tuple(heads), date(2025, 1, 1), date(2025, 12, 31))
        return View("页", build, tuple(heads), Choice(filters, "month", "全部", "2025年"))

    return opened


def test_a_whole_is_compared_with_the_year_before_and_its_leader_named(show: Show):
    view = show(甲=[10] * 12 + [20] * 12, 乙=[10] * 12 + [10] * 12)

    assert headlines.whole(view, "attendances") == "2025年，参与人次360人次，比上年同期多50%，其中甲占67%。"


def test_an_equal_year_is_level(show: Show):
    assert "与上年同期持平" in headlines.whole(show(甲=[10] * 24), "attendances")


def test_a_year_before_that_was_not_reported_is_no_base(show: Show):
    assert headlines.whole(show(甲=[10] * 12), "attendances") == "2025年，参与人次120人次。"


def test_who_did_not_report_a_year_before_is_in_neither_side(show: Show):
    sentence = headlines.whole(show(甲=[10] * 12 + [30] * 12, 乙=[10] * 12), "attendances")
    assert sentence.startswith("2025年，参与人次480人次，同口径比上年同期多200%（12/24社区月）")


def test_a_change_that_may_be_chance_is_not_said(show: Show):
    assert "与上年同期相比变化在误差范围内" in headlines.whole(show(甲=[10] * 12 + [11] * 12), "attendances")


def test_nothing_is_called_a_trend_in_four_quarters(show: Show):
    assert "趋势" not in headlines.whole(show(甲=range(100, 124)), "attendances")


def test_people_are_never_added_up_into_shares(show: Show):
    assert "占" not in headlines.whole(show(甲=[90] * 24, 乙=[10] * 24), "participants")


def test_who_stands_first_and_last(show: Show):
    view = show(甲=[10] * 12, 乙=[30] * 12, 丙=[20] * 12)
    figures = view.figures(["attendances"], ("community",))

    sentence = standing(indicator_of("attendances"), figures)
    assert sentence == "参与人次最多的是乙（360人次），最少的是甲（120人次）。"


def test_equals_have_no_first(show: Show):
    view = show(甲=[10] * 12, 乙=[10] * 12)
    figures = view.figures(["attendances"], ("community",))

    assert standing(indicator_of("attendances"), figures) == "2个社区的参与人次都是120人次。"


def test_a_tested_rise_is_called_one_and_noise_is_not(sample_view: View):
    sentence = headlines.trends(sample_view, "overall_satisfied_share")

    rising = sentence.split("呈上升趋势（")[1].split("）")[0]
    assert {"社东社区", "费家营社区"} <= set(rising.split("、"))
    assert "阳明山庄社区" not in rising


@pytest.fixture
def sample_view(sample_build) -> View:
    """The sample from its first month on, by quarter."""
    names = tuple(name for (name,) in sample_build.rows("select community from place"))
    filters = Filters(names, date(2021, 1, 1), date(2026, 10, 31))
    return View("页", sample_build, names, Choice(filters, "quarter", "全部", "2021年1月至2026年10月"))


def test_what_is_called_a_trend_does_not_depend_on_the_grain_looked_at(sample_view: View):
    views = [
        replace(sample_view, choice=replace(sample_view.choice, grain=grain)) for grain in ("month", "quarter", "year")
    ]
    assert len({headlines.trends(view, "overall_satisfied_share") for view in views}) == 1
    assert {grain for grain, _ in sample_view.tested_series("attendances", "community").values()} == {"month"}


def test_trends_tested_together_are_those_of_each_series(sample_view: View):
    ids = ("attendances", "cases_opened")
    series = [tested for id in ids for tested in sample_view.tested_series(id, "community").items()]
    findings = trend.holm([trend.of_figures(figures) for _, (_, figures) in series])
    tested = query.tested_trends(sample_view.build, ids, sample_view.filters, "year")
    assert [(name, grain, finding) for _, name, grain, finding in tested] == [
        (name, grain, finding) for (name, (grain, _)), finding in zip(series, findings, strict=True)
    ]


def test_a_hidden_number_of_a_series_has_a_mark_and_an_unreported_one_a_gap(sample_view: View):
    (panel,) = [lines.whole(sample_view, "outcome_improved_share")]
    hidden = [place for place, figure in enumerate(panel.figures) if figure.state == "hidden"]
    crosses = [trace for trace in panel.picture.traces if trace.get("marker", {}).get("symbol") == "x-thin"]
    assert hidden
    assert [trace["x"] for trace in crosses] == [hidden]
    assert f"×是已隐藏的{len(hidden)}处" in panel.note


def test_the_line_of_all_together_says_how_many_communities_it_counts(show: Show):
    view = show(甲=[10] * 12, 乙=[10] * 6 + [0] + [10] * 5)

    note = bars.communities(view, "attendances", beside="attendances_per_1000").note

    assert "虚线是能算的1个社区的总体（每千名居民参与人次120人次/千人）" in note
