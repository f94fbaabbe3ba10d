"""Attacks by what left through several doors: reports of claims, packs and files with other k, and more than two windows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from evidence.claims.verification.check import check
from evidence.claims.verification.guards import SendingGuard
from evidence.scoring.rubric import rubrics
from evidence.scoring.score import AssessorInput
from evidence.scoring.sent_score import sent_score
from evidence.sent_figures import Sending, send_figures
from evidence.sent_log import Door, read_log
from indicators import engine
from indicators.disclosure.choices import disclosed_figures
from indicators.model import Filters
from tests.support import builds
from warehouse.build import Build

MakeBuild = Callable[..., Build]
B = "乙社区"


@pytest.fixture
def years(make_build: MakeBuild) -> Build:
    """乙社区 opened 20 cases in 2021, 7 in 2022 and 30 in 2023, and in 2024 15, 3 and 20 in three quarters."""
    by_day = {"2021-05-10": 20, "2022-05-10": 7, "2023-05-10": 30, "2024-02-10": 15, "2024-05-10": 3, "2024-12-10": 20}
    rows = [
        {"community": B, "case_no": f"{day}-{n}", "opened_on": day}
        for day, number in by_day.items()
        for n in range(number)
    ]
    return make_build({"casework": rows, "community": [{"community": B, "as_of_on": "2020-01-01"}]})


def test_a_report_hides_what_pages_hide_though_nothing_has_left(years: Build, tmp_path: Path) -> None:
    half_year = Filters((B,), date(2024, 1, 1), date(2024, 6, 30))
    assert [f.state for f in disclosed_figures(years, ["cases_opened"], half_year, (), 5)] == ["hidden"]
    for k in (5, 10):
        (claim,) = check(years, "2024年上半年，乙社区接案999例。", guard=SendingGuard.of(tmp_path, k)).claims
        assert (claim.verdict, claim.computed) == ("已隐藏", None)


def sent_total(build: Build, data: Path, years: tuple[int, int], k: int, door: Door = "claims") -> list[float | None]:
    filters = Filters((B,), date(years[0], 1, 1), date(years[1], 12, 31))
    figures = engine.figures(build, ["cases_opened"], filters)
    return [figure.value for figure in send_figures(data, figures, Sending(filters, door, k))]


def test_three_windows_do_not_tell_of_the_year_that_none_of_them_shows(years: Build, tmp_path: Path) -> None:
    assert sent_total(years, tmp_path, (2021, 2021), 10) == [20]
    assert sent_total(years, tmp_path, (2023, 2023), 10) == [30]
    assert sent_total(years, tmp_path, (2021, 2023), 10) == [None]
    assert sent_total(years, tmp_path, (2021, 2024), 10) == [95]


def test_the_strictest_k_of_two_doors_holds(years: Build, tmp_path: Path) -> None:
    assert sent_total(years, tmp_path, (2021, 2021), 5) == [20]
    assert sent_total(years, tmp_path, (2021, 2022), 10, "pack") == [None]


def test_what_left_below_a_low_k_is_remembered_below_a_higher_one_too(years: Build, tmp_path: Path) -> None:
    for k in (5, 10, 5):
        assert sent_total(years, tmp_path, (2021, 2021), k) == [20]
    assert [count.k for counts in read_log(tmp_path).values() for count in counts] == [5, 10]
    assert sent_total(years, tmp_path, (2021, 2022), 5) == [None]


def heads(strand: str, number: int) -> builds.Rows:
    return [{"title": strand, "held_on": "2025-03-05", "strand": strand, "headcount": number}]


def test_some_strands_do_not_tell_beside_all_that_have_left_how_few_came_to_the_others(
    make_build: MakeBuild, tmp_path: Path
) -> None:
    build = make_build({"activity": heads("文体活动", 400) + heads("志愿服务", 20) + heads("特殊人群", 7)})
    sent = []
    for strands in ((), ("文体活动", "志愿服务"), ("文体活动",)):
        filters = replace(builds.year(), strands=strands)
        sent += send_figures(tmp_path, engine.figures(build, ["attendances"], filters), Sending(filters, "pack", 10))
    assert [figure.value for figure in sent] == [427, None, 400]


def test_what_leaves_in_a_score_is_remembered(make_build: MakeBuild, tmp_path: Path) -> None:
    figures = engine.figures(make_build({"activity": heads("文体活动", 40)}), ["attendances"], builds.year())
    plan, sending = AssessorInput(plans={"people_served": 50}), Sending(builds.year(), "extract", 5)
    score = sent_score(tmp_path, rubrics()["project_completion"], figures, plan, sending)
    assert any("40人次" in item_score.reason for item_score in score.item_scores)
    assert [count.count for counts in read_log(tmp_path).values() for count in counts] == [40]
