"""The sample's venues: every good line loaded, the others refused, and one venue told apart from all."""

from datetime import date

from indicators.engine import figures
from indicators.model import Filters
from sample.stories.venues import VENUES
from warehouse.build import Build


def test_every_good_line_is_loaded_and_four_are_refused(build: Build):
    loaded = build.rows("select count(*) from venue")
    refused = build.rows("select \"column\" from problem where record = 'venue' and severity = '拒收' order by row_no")
    assert (loaded, refused) == ([(len(VENUES),)], [("停用日期",), ("面积（平方米）",), ("场地名称",), ("启用日期",)])


def test_the_area_of_all_venues_leaves_out_the_one_closed(build: Build):
    on_the_day = Filters(("阳明山庄社区（演示）",), date(2021, 1, 1), date(2023, 11, 14))
    (area,) = figures(build, ["venue_area"], on_the_day)
    assert area.value == sum(v.area_m2 or 0 for v in VENUES if v.opened_on <= date(2023, 11, 14) and not v.closed_on)
