"""The figures of the sample, every community and year, against a second reader and a second count that share no code with the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from indicators import engine
from indicators.engine import catalogue
from indicators.model import Figure, Filters
from tests.oracle.second_count import COUNTS, NOT_COUNTED, RANGES
from tests.oracle.second_headers import COMMUNITIES, FULL_NAMES
from tests.oracle.second_reader import Row, read
from tests.oracle.second_year import Sides, Year
from tests.support.builds import year
from warehouse.build import Build

YEARS = range(2021, 2027)
Rows = dict[str, list[Row]]


@pytest.fixture(scope="module")
def rows(root: Path) -> Rows:
    return read(root / "data" / "sample")


@pytest.fixture(scope="module")
def figures(build: Build) -> dict[tuple[str, str, int], Figure]:
    """Every figure by indicator, community and year, counted from records alone."""
    asked = Filters(tuple(FULL_NAMES.values()), year(YEARS[0]).from_on, year(YEARS[-1]).to_on)
    return {
        (figure.indicator, figure.community or "", figure.period.from_on.year): figure
        for figure in engine.figures(build, list(COUNTS), asked, ("community", "year"))
    }


def sides(figure: Figure) -> Sides:
    if figure.indicator in RANGES:
        return figure.value, figure.value if figure.high is None else figure.high
    return (
        (figure.numerator,)
        if catalogue()[figure.indicator].denominator is None
        else (figure.numerator, figure.denominator)
    )


def differences(
    rows: Rows, figures: dict[tuple[str, str, int], Figure], ids: Iterator[str] | list[str]
) -> list[object]:
    differing: list[object] = []
    for community in COMMUNITIES:
        for number in YEARS:
            counted_year = Year(rows, community, number)
            for id in ids:
                figure = figures[id, FULL_NAMES[community], number]
                counted = tuple(
                    None if side is None else pytest.approx(float(side), abs=1e-6) for side in COUNTS[id](counted_year)
                )
                if figure.state == "ok" and not figure.coverage.summed and sides(figure) != counted:
                    differing.append((id, community, number, sides(figure), counted))
                is_plain = len(counted) == 1 and catalogue()[id].numerator.span == "period"
                if figure.state == "not_reported" and is_plain and counted != (0,):
                    differing.append((id, community, number, "not reported", counted))
    return differing


def test_every_indicator_is_counted_twice_or_says_why_not() -> None:
    assert set(COUNTS) | set(NOT_COUNTED) == set(catalogue())
    assert not set(COUNTS) & set(NOT_COUNTED)


def test_two_readers_count_the_same(rows: Rows, figures: dict[tuple[str, str, int], Figure]) -> None:
    assert sum(figure.state == "ok" for figure in figures.values()) > 1000
    assert differences(rows, figures, list(COUNTS)) == []


@pytest.mark.parametrize(
    ("kind", "ids"),
    [
        ("activity", ["activities"]),
        ("service", ["volunteer_hours"]),
        ("case", ["cases_opened"]),
        ("gift", ["gifts"]),
        ("spending", ["money_spent"]),
        ("answer", ["satisfied_share"]),
        ("request", ["requests_received"]),
    ],
)
def test_a_row_dropped_or_doubled_is_noticed(
    rows: Rows, figures: dict[tuple[str, str, int], Figure], kind: str, ids: list[str]
) -> None:
    last = next(row for row in reversed(rows[kind]) if row.get("form") not in ("捐时间", "时间", "服务"))
    without = [row for row in rows[kind] if row is not last]
    assert len(differences({**rows, kind: without}, figures, ids)) == 1
    assert len(differences({**rows, kind: [*rows[kind], last]}, figures, ids)) == 1
