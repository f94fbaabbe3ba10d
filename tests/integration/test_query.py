"""The one cached way to a build: never the answer of another build, another reader's communities, or a small number."""

from pathlib import Path

import pytest

from tests.support import builds
from tests.support.builds import year
from ui.frame import query
from warehouse.build import Build

MOST_QUERIES = 3  # what is asked once a build, the figures with what hides them, and the months reported


def made(path: Path, *heads: int, community: str = "甲") -> Build:
    rows = [
        {"community": community, "title": f"{n}", "held_on": "2025-03-05", "headcount": h} for n, h in enumerate(heads)
    ]
    return builds.make(path, {"activity": rows, "community": [{"community": community, "as_of_on": "2020-01-01"}]})


def value(build: Build, *communities: str) -> float | None:
    (figure,) = query.figures(build, ["attendances"], year(2025, *communities))
    return figure.value


def test_the_same_question_to_another_build_has_its_own_answer(tmp_path: Path):
    (tmp_path / "other").mkdir()
    first, second = made(tmp_path / "a.duckdb", 10), made(tmp_path / "other" / "a.duckdb", 20)

    assert (value(first), value(second), value(first)) == (10, 20, 10)


def test_the_same_question_for_other_communities_has_its_own_answer(tmp_path: Path):
    build = made(tmp_path / "a.duckdb", 10, community="乙")

    assert (value(build, "甲"), value(build, "乙")) == (None, 10)


def test_small_numbers_of_people_never_reach_a_screen(tmp_path: Path):
    (figure,) = query.figures(made(tmp_path / "a.duckdb", 3), ["attendances"], year(2025))

    assert (figure.state, figure.value, figure.numerator) == ("hidden", None, None)


def test_a_question_is_asked_once(tmp_path: Path):
    build = made(tmp_path / "a.duckdb", 10)
    asked = []

    def question(build: Build, number: int) -> int:
        asked.append(number)
        return number

    assert [query.answer(build, question, 1) for _ in range(3)] == [1, 1, 1]
    assert asked == [1]


def test_figures_asked_for_beside_others_are_not_counted_again(tmp_path: Path):
    build = made(tmp_path / "a.duckdb", 10)
    together = query.figures(build, ["attendances", "activities"], year(2025))
    alone = query.figures(build, ["activities"], year(2025))

    assert alone[0] is together[1]


def test_figures_split_by_category_and_what_hides_them_are_asked_for_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    answers = [
        {"community": "甲", "surveyed_on": f"2025-03-{day:02}", "dimension": "环境", "score": 5, "scale": 5}
        for day in range(1, 29)
    ]
    build = builds.make(
        tmp_path / "a.duckdb", {"satisfaction": answers, "community": [{"community": "甲", "as_of_on": "2020-01-01"}]}
    )
    asked: list[str] = []
    ask = Build.table
    monkeypatch.setattr(
        Build, "table", lambda self, sql, *arguments: [asked.append(sql), ask(self, sql, *arguments)][1]
    )

    query.figures(build, ["satisfied_share", "satisfaction_answers"], year(2025), ("dimension",))
    assert len(asked) <= MOST_QUERIES
