"""The sample's taxonomies: an activity of two terms counts once in the total and in each of the two."""

from datetime import date

from indicators.comparison import against_year_before
from indicators.engine import figures
from indicators.model import Filters
from sample.stories.taxonomies import FEIJIAYING, FENGER, SHEDONG, YANGMING
from warehouse.build import Build

YEAR = Filters(("费家营社区（演示）",), date(2025, 1, 1), date(2025, 12, 31))


def test_every_good_line_is_loaded_and_two_are_refused(build: Build):
    refused = build.rows(
        "select \"column\", cell from problem where record = 'taxonomy' and severity = '拒收' order by 1"
    )
    assert build.rows("select count(*) from taxonomy") == [(sum(map(len, (FEIJIAYING, YANGMING, FENGER, SHEDONG))),)]
    assert [cell.partition("、")[0] for _, cell in refused] == ["幸福邻里圈", "看地点"]


def test_an_activity_of_two_terms_counts_once_in_the_total_and_in_both(build: Build):
    schemes = figures(build, ["classified_activities"], YEAR, ("scheme",))
    (whole,) = (figure.value for figure in schemes if figure.category == "两大服务体系")
    terms = figures(build, ["classified_activities"], YEAR, ("term",))
    ((shared,),) = build.rows(
        "select count(*) from activity where strand = '志愿服务' and community like '费家营%' and year(held_on) = 2025"
    )
    assert {figure.category for figure in terms} >= {"两大服务体系：服务型", "两大服务体系：发展性"}
    of_place = [figure for figure in terms if (figure.category or "").startswith("两大服务体系")]
    assert shared > 0
    assert sum(figure.value or 0 for figure in of_place) == (whole or 0) + shared


def test_an_activity_of_two_of_the_five_parties_counts_once_in_the_total_and_in_both(build: Build):
    window = Filters(("阳明山庄社区（演示）",), date(2025, 1, 1), date(2025, 12, 31))
    terms = {f.category: f.value for f in figures(build, ["classified_activities"], window, ("term",))}
    by_hand = build.rows(
        "select count(*) filter (organiser like '%社工站%' or method = '小组'), count(*) filter (strand = '志愿服务')"
        " from activity where community = ? and year(held_on) = 2025",
        window.communities,
    )
    assert [(terms["五社：社会工作者"], terms["五社：社区志愿者"])] == by_hand
    (whole,) = (f.value for f in figures(build, ["classified_activities"], window, ("scheme",)) if f.category == "五社")
    parties = [value or 0 for term, value in terms.items() if (term or "").startswith("五社：")]
    assert (whole or 0, len(parties)) < (sum(parties), 6)


def test_a_half_year_that_names_the_strand_of_each_block_once_is_no_base_for_growth(build: Build):
    """费家营 2024下半年: 10 of 131 rows name a strand. Counted by hand: 121 in the first half of 2024, all sorted, and 130 a year later."""
    (comparison,) = against_year_before(build, ["classified_activities"], YEAR)
    assert (comparison.before.value, comparison.now.value, comparison.silence) == (121, 130, "chance")
    assert (comparison.coverage.reported, comparison.coverage.due) == (6, 12)


def test_a_ground_that_no_activity_meets_is_flagged(build: Build):
    assert build.rows("select cell from problem where code = 'empty_term'") == [("环境",)]
