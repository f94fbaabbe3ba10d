"""The SQL that is shown is the SQL that is run, and values never become SQL."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from indicators.engine import catalogue, figures, source_rows, sql_of
from indicators.model import Filters
from indicators.statement import Statement
from tests.oracle.test_figures_by_hand import RECORDS
from tests.support.builds import only_figure, year
from warehouse.build import Build

MakeBuild = Callable[..., Build]
FUNCTIONS = {"count", "sum", "min", "max", "coalesce", "cast", "date_trunc"}


def shell(build: Build, sql: str) -> list[tuple[object, ...]]:
    """Run the shown SQL as a reader would: statement by statement, no values bound."""
    return [row for query in sql.split(";\n") if query.strip() for row in build.rows(query)]


def test_the_shown_sql_gives_the_sides_of_every_figure(make_build: MakeBuild) -> None:
    build = make_build(RECORDS)
    for id in catalogue():
        figure = only_figure(build, id, year())
        counted = {
            float(str(value)) for row in shell(build, sql_of(id, year())) for value in row[3:] if value is not None
        }
        assert {side for side in (figure.numerator, figure.denominator) if side is not None} <= counted, id


@pytest.mark.parametrize("by", [("year",), ("month", "community")])
def test_the_sql_keeps_to_what_every_engine_knows(by: tuple[str, ...]) -> None:
    """ClickHouse gives 0 for a filtered sum over no rows and knows no `values` in a CTE; functions are those of every engine."""
    for id in catalogue():
        text = re.sub(r"'[^']*'", "''", sql_of(id, year(2025, "甲", "乙"), by).lower())
        assert not re.search(r"filter *\(|\bvalues\b|unnest|qualify|::|\[", text), id
        assert set(re.findall(r"(\w+)\(", text)) <= FUNCTIONS, id


def test_a_hostile_name_is_only_a_name(make_build: MakeBuild) -> None:
    name = "甲'); drop table activity; --"
    build = make_build({"activity": [{"title": "义诊", "held_on": "2025-01-10", "community": name}]})
    hostile = year(2025, name)
    assert only_figure(build, "activities", hostile).value == 1
    assert shell(build, sql_of("activities", hostile))[0][3] == 1


def test_a_strand_is_bound_too(make_build: MakeBuild) -> None:
    build = make_build({"activity": [{"title": "义诊", "held_on": "2025-01-10", "strand": "老人"}]})
    hostile = Filters(("甲",), date(2025, 1, 1), date(2025, 12, 31), ("老人') or ('1' = '1",))
    assert only_figure(build, "activities", hostile).value == 0


def test_values_are_written_out_in_the_order_they_are_bound() -> None:
    query = Statement("select ?, ?, ?", (3, "it's", date(2025, 1, 2)))
    assert query.shown == "select 3, 'it''s', '2025-01-02'"


def test_totals_of_one_table_share_one_query() -> None:
    assert sql_of("closed_in_90_days_share", year()).count("select period_no as period") == 1
    assert sql_of("participation_rate", year()).count("select period_no as period") == 2


def test_the_rows_behind_a_figure_lead_to_file_sheet_and_row(make_build: MakeBuild) -> None:
    rows = source_rows(make_build(RECORDS), "group_sessions", year(), 10).to_pylist()
    assert [(row["source_file"], row["sheet"], row["row_no"]) for row in rows] == [
        ("activity.xlsx", "表", 4),
        ("activity.xlsx", "表", 5),
    ]


def test_no_more_rows_come_than_asked_for(make_build: MakeBuild) -> None:
    assert source_rows(make_build(RECORDS), "activities", year(), 3).num_rows == 3


@pytest.mark.parametrize("by", [(), ("month",), ("quarter", "community"), ("year", "strand")])
def test_asking_for_many_at_once_gives_the_same_as_one_by_one(make_build: MakeBuild, by: tuple[str, ...]) -> None:
    build = make_build(RECORDS)
    ids = ["activities", "attendances", "participants", "participation_rate", "cost_per_attendance", "active_strands"]
    together = figures(build, ids, year(), by)
    assert together == [figure for id in ids for figure in figures(build, [id], year(), by)]
