"""The sample's help for families: every good line loaded, the others refused, people are not wishes, and nothing said of a life is kept."""

from sample.stories.help import of_fenger, of_shedong, of_tianqing
from warehouse.build import Build


def test_every_good_line_is_loaded_and_flagged_ones_are_too(build: Build):
    loaded = {
        table: build.rows(f"select count(*) from {table}")[0][0] for table in ("wish", "household_help", "relief_case")
    }
    told_as_a_story, does_not_add_up = 1, 1
    assert loaded == {
        "wish": len(of_fenger().wishes) + len(of_shedong().wishes) + told_as_a_story,
        "household_help": len(of_fenger().orders) + does_not_add_up,
        "relief_case": len(of_tianqing().needs),
    }


def test_the_lines_refused_are_those_meant_to_be(build: Build):
    sql = """select code, cell from problem where severity = '拒收' and record in ('wish', 'household_help', 'relief_case')
             order by record, row_no"""
    codes = [code for code, _ in build.rows(sql)]
    assert codes == ["broken_rule"] * 4 + ["bad_cell", "same_key"]


def test_a_person_may_have_several_wishes(build: Build):
    sql = """select count(*), count(distinct person_key) from wish
             where community = '凤二村（演示）' and fulfilled_on <= date '2023-09-08'"""
    ((wishes, people),) = build.rows(sql)
    assert people == 116 < wishes


def test_what_is_told_of_a_life_is_kept_nowhere(build: Build):
    texts = build.rows(
        "select cell from problem where cell like '%海边%' union all select item from wish where item like '%海边%'"
    )
    assert texts == []
