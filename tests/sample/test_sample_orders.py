"""The sample's orders of four steps: every good line loaded, the others refused with a sentence, and none taken for a request."""

from sample.stories.orders import of_tianqing, of_yangming
from warehouse.build import Build

RATED_WITHOUT_AN_END = 1


def test_every_good_line_is_loaded_and_flagged_ones_are_too(build: Build):
    counts = dict(build.rows("select community, count(*) from service_order group by community"))
    assert counts == {
        "阳明山庄社区（演示）": len(of_yangming()) + RATED_WITHOUT_AN_END,
        "天庆新城社区（演示）": len(of_tianqing()),
    }


def test_the_lines_refused_are_those_meant_to_be(build: Build):
    sql = "select \"column\", cell from problem where severity = '拒收' and record = 'service_order' order by row_no"
    columns = [column for column, _ in build.rows(sql)]
    assert columns == ["接单时间", "评单时间", "评单评分", "完成时间", "服务单号", "点单时间"]


def test_a_rating_without_an_end_is_loaded_with_a_sentence(build: Build):
    sql = "select message from problem where code = 'remark' and record = 'service_order'"
    assert build.rows(sql) == [("有评分没有写完成时间，完成数里没有它，请补填。",)]


def test_teams_stay_named_and_residents_do_not(build: Build):
    ((teams, residents),) = build.rows(
        "select count(distinct provider_name), count(orderer_key) from service_order where provider_nature = '单位'"
    )
    assert teams > 10
    assert residents > 1000
