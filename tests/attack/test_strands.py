"""Choices of strands, with years, quarters, months and communities, tell by no algebra of few people in one of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations, product
from random import Random

import numpy as np
import pytest

from indicators.disclosure.choices import disclosed_figures
from indicators.model import Figure, Filters
from warehouse.build import Build

PLACES, STRANDS = ("甲", "乙"), ("文体活动", "志愿服务", "特殊人群")
MONTHS = [date(2025, month, 1) for month in range(1, 7)]
CELLS = list(product(PLACES, MONTHS, STRANDS))
SPLITS = [(*grain, *place) for grain in ((), ("quarter",), ("month",)) for place in ((), ("community",))]
CHOICES = [chosen for number in range(len(STRANDS)) for chosen in combinations(STRANDS, number)]


def asked_every_way(build: Build) -> Iterator[Figure]:
    """Yield the figures of every choice of strands, the strands chosen as their category, and of all strands side by side."""
    year = Filters(PLACES, MONTHS[0], date(2025, 12, 31))
    for by in SPLITS:
        yield from disclosed_figures(build, ["attendances"], year, (*by, "strand"), 5)
        for chosen in CHOICES:
            filters = Filters(PLACES, year.from_on, year.to_on, chosen)
            for figure in disclosed_figures(build, ["attendances"], filters, by, 5):
                yield replace(figure, category="、".join(chosen or STRANDS))


def cells_in(figure: Figure) -> np.ndarray:
    inside = (
        figure.community in (None, place)
        and figure.period.from_on <= month <= figure.period.to_on
        and strand in (figure.category or "")
        for place, month, strand in CELLS
    )
    return np.array(list(inside), dtype=float)


@pytest.mark.parametrize("seed", range(2))
def test_no_few_people_of_a_strand_follow_from_all_choices_of_strands(
    make_build: Callable[..., Build], seed: int
) -> None:
    random = Random(seed)
    heads = np.array([random.choice([0, 0, 2, 3, 4, 7, 12, 20]) for _ in CELLS])
    rows = [
        {"community": place, "title": f"{strand}{month}", "held_on": str(month), "strand": strand, "headcount": number}
        for (place, month, strand), number in zip(CELLS, heads.tolist(), strict=True)
        if number
    ]
    register = [{"community": place, "as_of_on": "2020-01-01"} for place in PLACES]
    reported = [(place, "activity", str(month)) for place in PLACES for month in MONTHS]
    figures = list(asked_every_way(make_build({"activity": rows, "community": register}, reported)))
    base = np.array([cells_in(figure) for figure in figures if figure.value is not None])
    rank = np.linalg.matrix_rank(base)
    few = {place for place, number in enumerate(heads.tolist()) if 0 < number < 5}
    secrets = [*np.eye(len(CELLS))[sorted(few)], *(cells_in(figure) for figure in figures if figure.state == "hidden")]
    for secret in {tuple(secret) for secret in secrets if 0 < secret @ heads < 5}:
        assert np.linalg.matrix_rank(np.vstack([base, secret])) > rank, secret
