"""Years, quarters and months that are shown, in whatever windows, tell by no algebra of few people in one of them."""

from collections.abc import Callable
from datetime import date
from itertools import product
from random import Random

import numpy as np
import pytest

from indicators.disclosure import is_few
from indicators.disclosure.choices import disclosed_figures
from indicators.model import Figure, Filters
from tests.support import builds
from tests.support.builds import months_of
from warehouse.build import Build

MakeBuild = Callable[..., Build]
PLACES = ("甲", "乙", "丙")
MONTHS = [date(year, month, 1) for year in (2024, 2025) for month in range(1, 13)]
CELLS = list(product(PLACES, MONTHS))
SPLITS = [(*grain, *place) for grain in ((), ("year",), ("quarter",), ("month",)) for place in ((), ("community",))]
WINDOWS = [
    (date(2024, 1, 1), date(2025, 12, 31)),
    (date(2025, 1, 1), date(2025, 12, 31)),
    (date(2024, 7, 1), date(2025, 6, 30)),
    (date(2025, 1, 1), date(2025, 8, 31)),
]


def answers(place: str, on: date, satisfied: int, dissatisfied: int) -> list[dict[str, object]]:
    answer = {"community": place, "surveyed_on": str(on), "dimension": "总体满意度", "scale": 5}
    return [{**answer, "score": score} for score in [5] * satisfied + [1] * dissatisfied]


def built(make_build: MakeBuild, numbers: dict[tuple[str, date], tuple[int, int]]) -> Build:
    rows = [row for (place, on), counts in numbers.items() for row in answers(place, on, *counts)]
    return make_build(
        {"satisfaction": rows, "community": [{"community": place, "as_of_on": "2020-01-01"} for place in PLACES]}
    )


def asked_every_way(build: Build) -> list[Figure]:
    return [
        figure
        for window, by in product(WINDOWS, SPLITS)
        for figure in disclosed_figures(build, ["overall_satisfied_share"], Filters(PLACES, *window), by, 5)
    ]


def cells_in(figure: Figure) -> np.ndarray:
    inside = (
        place in (figure.community or PLACES) and figure.period.from_on <= month <= figure.period.to_on
        for place, month in CELLS
    )
    return np.array(list(inside), dtype=float)


@pytest.mark.parametrize("seed", range(8))
def test_no_few_people_of_a_month_quarter_or_year_follow_from_all_that_is_shown(
    make_build: MakeBuild, seed: int
) -> None:
    random = Random(seed)
    surveyed = random.sample(CELLS, 20)
    numbers = {cell: (random.choice([9, 20, 40]), random.choice([0, 2, 4, 9, 15])) for cell in surveyed}
    figures = asked_every_way(built(make_build, numbers))
    base = np.array([cells_in(figure) for figure in figures if figure.value is not None])
    base = np.vstack([base, *(np.eye(len(CELLS))[place] for place, cell in enumerate(CELLS) if cell not in numbers)])
    rank = np.linalg.matrix_rank(base)
    for secret in (cells_in(figure) for figure in figures if figure.state == "hidden"):
        dissatisfied = sum(numbers.get(cell, (0, 0))[1] for cell, is_in in zip(CELLS, secret, strict=True) if is_in)
        if is_few(dissatisfied, 5):
            assert np.linalg.matrix_rank(np.vstack([base, secret])) > rank, secret


def test_the_year_of_a_community_with_one_quarter_tells_nothing_of_its_neighbours(make_build: MakeBuild) -> None:
    """丙 was asked in the third quarter only, so that its year is that quarter: 甲 must not follow from it and the sum of all."""
    numbers = {("甲", date(2025, month, 1)): (40, dissatisfied) for month, dissatisfied in ((2, 9), (8, 4), (11, 8))}
    numbers |= {("乙", date(2025, month, 1)): (60, dissatisfied) for month, dissatisfied in ((2, 12), (8, 18), (11, 9))}
    figures = asked_every_way(built(make_build, numbers | {("丙", date(2025, 8, 1)): (65, 9)}))
    states = {(figure.community, figure.period.label): figure.state for figure in figures}
    assert {states[place, "2025年"] for place in (*PLACES, None)} == {"ok"}
    assert states["甲", "2025年第3季度"] == "hidden"
    assert "hidden" in (states["乙", "2025年第3季度"], states[None, "2025年第3季度"])


def test_a_month_in_which_nobody_came_is_nought_also_between_months_that_are_hidden(make_build: MakeBuild) -> None:
    numbers = {"2025-02-05": 3, "2025-04-05": 3, "2025-06-05": 20}
    rows = [{"request_no": f"{day}{n}", "received_on": day} for day, count in numbers.items() for n in range(count)]
    build = make_build({"service_request": rows}, months_of("service_request", ("2025-01-01", "2025-12-31")))
    figures = disclosed_figures(build, ["requests_received"], builds.year(), ("month",), 5)
    assert [figure.value for figure in figures[:6]] == [0, None, 0, None, 0, 20]
