"""Attacks that ask for linked figures one at a time, in changing company: what is hidden is hidden in all of it."""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from itertools import combinations, zip_longest

import pytest

from evidence.claims.verification.check import check
from evidence.claims.verification.guards import PageGuard
from evidence.pack.request import split_figures
from indicators.__main__ import main
from indicators.comparison import against_year_before, comparable_before
from indicators.disclosure.choices import disclosed_figures
from indicators.disclosure.figures import figure_key
from indicators.model import Filters
from tests.support.builds import months_of
from tests.support.pack_request import FENGER
from ui.frame import query
from warehouse.build import Build
from warehouse.communities import names

MakeBuild = Callable[..., Build]
YEAR_2023 = Filters((FENGER,), date(2023, 1, 1), date(2023, 12, 31))
CASEWORK = (
    "cases_opened",
    "cases_closed",
    "cases_open",
    "closing_rate_of_period",
    "mean_days_to_close",
    "closed_in_90_days_share",
    "outcome_improved_share",
    "cases_opened_per_1000",
)
CLOSED = ("cases_closed", "mean_days_to_close", "closed_in_90_days_share")


def hidden_ids(build: Build, ids: Sequence[str], by: Sequence[str] = ()) -> set[str]:
    figures = disclosed_figures(build, ids, YEAR_2023, by, 5)
    return {figure.indicator for figure in figures if figure.state == "hidden"}


@pytest.mark.parametrize("by", [(), ("community",)])
def test_what_is_hidden_does_not_depend_on_what_is_asked_for_together(build: Build, by: tuple[str, ...]) -> None:
    hidden = hidden_ids(build, CASEWORK, by)
    assert {"cases_open", "closing_rate_of_period", *CLOSED} <= hidden
    for number in (1, 2):
        for ids in combinations(CASEWORK, number):
            assert hidden_ids(build, ids, by) == hidden & set(ids), ids


@pytest.mark.parametrize("by", ["month", "problem_type"])
def test_the_parts_of_a_hidden_whole_do_not_add_up_to_it(build: Build, by: str) -> None:
    assert "cases_closed" in hidden_ids(build, ["cases_closed"], (by,))


def test_a_page_tells_no_more_of_linked_figures_in_one_panel_than_in_another(build: Build) -> None:
    together = {figure.indicator: figure.state for figure in query.figures(build, CASEWORK, YEAR_2023)}
    for id in CASEWORK:
        (figure,) = query.figures(build, [id], YEAR_2023)
        assert (figure.indicator, figure.state) == (id, together[id])


@pytest.mark.parametrize("id", CLOSED)
def test_a_change_is_not_said_where_one_of_its_sides_is_hidden(build: Build, id: str) -> None:
    for year in (2023, 2024):
        filters = Filters((FENGER,), date(year, 1, 1), date(year, 12, 31))
        for comparison in against_year_before(build, [id], filters, (), 5):
            assert comparison.silence == "hidden"
            assert comparison.change is None


def test_a_change_of_what_is_open_on_a_day_is_said_whatever_is_compared_with_it_and_over_whatever_window(
    sample_build: Build,
) -> None:
    """Both numbers stand on pages; the closing rate, which leaves out months of one community, once hid the change beside it."""
    today = date(2026, 10, 31)
    windows = [Filters(tuple(names(sample_build)), from_on, today) for from_on in (date(2021, 1, 1), date(2026, 1, 1))]
    answers = {
        (change.change, change.silence)
        for filters in windows
        for ids in (["cases_open"], CASEWORK)
        for change in against_year_before(sample_build, ids, filters, (), 5)
        if change.now.indicator == "cases_open"
    }

    assert answers == {(8, None)}


@pytest.mark.parametrize("last", [date(2025, 3, 31), date(2025, 6, 30), date(2025, 10, 31), date(2026, 7, 31)])
def test_what_is_held_on_a_day_is_shown_or_hidden_whatever_day_the_window_begins_with(
    sample_build: Build, last: date
) -> None:
    ids = ("cases_open", "closing_rate", "wish_fulfilment_rate", "volunteers_per_100_residents")
    answers: dict[tuple[str, str | None], set[object]] = defaultdict(set)
    for first in (date(2021, 1, 1), date(last.year - 1, last.month, 15), date(last.year, 1, 1), last.replace(day=1)):
        filters = Filters(tuple(names(sample_build)), first, last)
        for by in ((), ("community",)):
            for figure in disclosed_figures(sample_build, ids, filters, by, 5):
                answers[figure.indicator, figure.community].add(figure.state)
        for change in against_year_before(sample_build, ids, filters, (), 5):
            answers[change.now.indicator, "变化"].add((change.silence == "hidden", change.change))

    assert {key: states for key, states in answers.items() if len(states) > 1} == {}


def test_a_year_before_is_hidden_as_it_was_in_its_own_year(build: Build) -> None:
    following = Filters((FENGER,), date(2024, 1, 1), date(2024, 12, 31))
    assert [figure.state for figure in comparable_before(build, "cases_closed", following, (), 5) if figure] in (
        ["hidden"],
        [],
    )


@pytest.mark.parametrize("ids", [["cases_closed"], ["mean_days_to_close"], ["cases_closed", "cases_open"]])
def test_the_command_line_hides_a_linked_figure_asked_for_alone(
    build: Build, capsys: pytest.CaptureFixture[str], ids: list[str]
) -> None:
    window = ["--from", "2023-01-01", "--to", "2023-12-31", "--community", FENGER, "--k", "5"]
    assert main(["value", *ids, *window, "--json", "--build", str(build.path)]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [row["value"] for row in rows] == [None] * len(ids)


def test_a_claim_of_a_linked_figure_is_hidden_without_its_company(build: Build) -> None:
    (claim,) = check(build, "2023年，凤二村结案11例。", guard=PageGuard(5)).claims
    assert (claim.verdict, claim.computed) == ("已隐藏", None)


def test_a_pack_of_one_indicator_hides_what_a_pack_of_all_hides(build: Build) -> None:
    for ids in (("cases_closed",), CASEWORK):
        figures = split_figures(build, YEAR_2023, [(("community",), ids)], 5)["community",]
        assert {f.indicator: f.state for f in figures}["cases_closed"] == "hidden"


def test_a_pack_does_not_tell_of_the_few_who_stood_open_before_its_window(make_build: MakeBuild) -> None:
    """Of 2024 three stand open; 20 are opened and 12 closed in 2025, 11 stand open at its end: 11 − 20 + 12 are the three."""
    opened = ["2024-03-01"] * 13 + ["2025-03-01"] * 20
    closed = ["2024-06-01"] * 10 + ["2025-06-01"] * 12
    cases = [
        {"community": "甲", "case_no": f"{n}", "opened_on": day, "closed_on": end}
        for n, (day, end) in enumerate(zip_longest(opened, closed))
    ]
    build = make_build({"casework": cases}, months_of("casework", ("2024-01-01", "2025-12-31")))
    year = Filters(("甲",), date(2025, 1, 1), date(2025, 12, 31))

    def shown(*ids: str, k: int = 10) -> dict[str, float | None]:
        figures = split_figures(build, year, [(("community",), ids)], k)[("community",)]
        return {figure.indicator: figure.value for figure in figures if figure.state == "ok"}

    assert shown("cases_opened", "cases_closed", "cases_open") == {"cases_opened": 20, "cases_open": 11}
    assert shown("cases_opened", "closing_rate_of_period") == {"cases_opened": 20}  # 12 of the 23 that were in hand
    assert shown("cases_opened", "cases_closed", k=3) == {"cases_opened": 20, "cases_closed": 12}


def test_a_line_of_years_shows_what_each_year_shows_alone(build: Build) -> None:
    everybody, last_day = tuple(names(build)), build.last_day
    assert last_day
    ids = ["cases_opened", "cases_closed", "closing_rate_of_period", "mean_days_to_close"]
    for by in ((), ("community",)):
        line = disclosed_figures(build, ids, Filters(everybody, date(2021, 1, 1), last_day), ("year", *by), 5)
        alone = [
            figure
            for year in range(2021, last_day.year + 1)
            for figure in disclosed_figures(
                build, ids, Filters(everybody, date(year, 1, 1), min(date(year, 12, 31), last_day)), by, 5
            )
        ]
        assert {figure_key(figure): figure.state for figure in line} == {figure_key(f): f.state for f in alone}
    shown = [figure for figure in alone if figure.indicator == "cases_opened" and figure.state == "ok"]
    assert len(shown) > 20  # of 36, five of them not reported and two of few people
