"""Who reported: records, a true zero, no report, and not begun are four different things."""

from collections.abc import Callable

from etl.declarations import monthly_records
from indicators import coverage
from tests.support.builds import months_of, year
from warehouse.build import Build

MakeBuild = Callable[..., Build]


def test_four_states_of_a_month(make_build: MakeBuild):
    rows = {"activity": [{"title": "舞蹈", "held_on": "2025-03-05"}], "community": [{"as_of_on": "2020-01-01"}]}
    build = make_build(rows, months_of("activity", ("2025-02-01", "2025-04-30"), ("2025-06-01", "2025-12-31")))

    cells = coverage.cells(build, "activity", year(2025))

    assert [(cell.state, cell.rows) for cell in cells[:6]] == [
        ("not_begun", 0), ("zero", 0), ("records", 1), ("zero", 0), ("not_reported", 0), ("zero", 0),
    ]  # fmt: skip


def test_a_community_that_never_reported_did_not_report(make_build: MakeBuild):
    build = make_build({"community": [{"as_of_on": "2020-01-01"}]})

    assert {cell.state for cell in coverage.cells(build, "donation", year(2025))} == {"not_reported"}


def test_gaps_name_the_months_and_the_longest_comes_first(make_build: MakeBuild):
    every = [record for record in monthly_records() if record != "casework"]
    covered = [
        cell for record in every if record != "donation" for cell in months_of(record, ("2025-01-01", "2025-12-31"))
    ]
    build = make_build(
        {"community": [{"as_of_on": "2020-01-01"}]}, [*covered, *months_of("donation", ("2025-01-01", "2025-10-31"))]
    )

    gaps = coverage.gaps(build, year(2025))

    assert [(gap.record, len(gap.months), gap.is_whole) for gap in gaps] == [
        ("casework", 12, True),
        ("donation", 2, False),
    ]
    assert [month.label for month in gaps[1].months] == ["2025年11月", "2025年12月"]


def test_surveys_are_no_gap_between_two_waves(make_build: MakeBuild):
    build = make_build(
        {"community": [{"as_of_on": "2020-01-01"}]}, months_of("satisfaction", ("2025-06-01", "2025-06-30"))
    )

    assert "satisfaction" not in [gap.record for gap in coverage.gaps(build, year(2025))]


def test_a_ledger_that_not_every_office_keeps_is_no_gap_until_one_is_sent(make_build: MakeBuild):
    register = {"community": [{"as_of_on": "2020-01-01"}]}
    never = make_build(register)
    once = make_build(register, months_of("service_request", ("2024-06-01", "2024-06-30")))

    assert "service_request" not in [gap.record for gap in coverage.gaps(never, year(2025))]
    assert "service_request" in [gap.record for gap in coverage.gaps(once, year(2025))]


def test_nobody_is_expected_to_report_sums(make_build: MakeBuild):
    register = {"community": [{"as_of_on": "2020-01-01"}]}
    build = make_build(register, months_of("summary", ("2024-06-01", "2024-06-30")))

    assert "summary" not in coverage.expected_records(build)
