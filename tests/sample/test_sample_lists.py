"""The sample's three lists: every good line loaded, the others refused, sixty-odd projects in 2023, resources that needs name are listed."""

from datetime import date

from indicators.engine import figures
from indicators.model import Filters
from sample.stories.lists import NOT_RENEWED, SUPPORTED, of_feijiaying, of_shedong, of_yangming
from warehouse.build import Build

COMMUNITIES = {"阳明山庄社区（演示）": of_yangming, "社东社区（演示）": of_shedong, "费家营社区（演示）": of_feijiaying}
TABLES = {"need": "needs", "resource": "resources", "project": "projects"}


def test_every_good_line_is_loaded(build: Build):
    for table, list_name in TABLES.items():
        counts = dict(build.rows(f"select community, count(*) from {table} group by community"))
        listed = {name: len(getattr(story(), list_name)) for name, story in COMMUNITIES.items()}
        assert counts == {name: count for name, count in listed.items() if count}


def test_the_lines_refused_are_those_meant_to_be(build: Build):
    sql = """select record, "column" from problem where severity = '拒收' and record in ('need', 'resource', 'project')
             order by record, file, row_no"""
    assert build.rows(sql) == [
        ("need", "清单版本"),
        ("need", "清单版本、需求名称"),
        ("need", "收集日期"),
        ("project", "清单版本、项目名称"),
        ("project", "项目预算"),
        ("resource", "可用截止日期"),
    ]


def test_a_resource_on_no_list_is_told(build: Build):
    assert build.rows("select cell from problem where code = 'unlisted_resource'") == [("社区老年大学",)]


def test_projects_of_a_year_count_once_however_many_lists_hold_them(build: Build):
    window = Filters(("阳明山庄社区（演示）",), date(2023, 1, 1), date(2023, 11, 14))
    (figure,) = figures(build, ["projects_supported"], window)
    lines = sum(project.version.year == 2023 for project in of_yangming().projects)
    assert figure.value == SUPPORTED[2023] < lines


def test_a_quarter_without_a_new_list_is_seen(build: Build):
    sql = "select distinct version_on from issued_list where community = '社东社区（演示）'"
    assert (date(2025, 4, 1),) in build.rows(sql)
    assert [(day,) for day in NOT_RENEWED if (day,) in build.rows(sql)] == []


def test_what_is_new_and_gone_adds_up_from_version_to_version(build: Build):
    sql = """select count(*) from (
                 select entries - lag(entries) over (partition by community, kind order by version_on) as change, added, dropped
                 from issued_list)
             where change <> added - dropped"""
    assert build.rows(sql) == [(0,)]
