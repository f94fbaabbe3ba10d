"""The sample's targets: every good line loaded, the slips refused, and what was changed later told."""

from sample.stories import targets
from warehouse.build import Build


def test_every_good_line_is_loaded(build: Build):
    lines = [*targets.fenger(2025), *targets.fenger(2026), *targets.yangming()]
    assert build.rows("select count(*) from target") == [(len(lines),)]


def test_the_lines_refused_are_those_meant_to_be(build: Build):
    sql = "select cell from problem where severity = '拒收' and record = 'target' order by 1"
    assert build.rows(sql) == [("若干",), ("长者幸福指数",)]


def test_a_target_that_was_changed_is_the_later_one_and_says_so(build: Build):
    sql = "select value, former_value from target_in_force where indicator = '走访户次' and from_on = '2026-01-01'"
    assert build.rows(sql) == [(42, 48)]
    assert build.rows("select cell from problem where code = 'target_changed'") == [("42",)]
