"""The sample's councils: every good line loaded, the others refused, both ledgers of meetings agree, and topics have their names."""

from datetime import date

import pytest

from indicators.engine import figures
from indicators.model import Filters
from sample.records import Activity
from sample.stories import fenger
from sample.stories.consultations import Councils, of_fenger, of_shedong, of_xingfuli
from warehouse.build import Build

STORIES = {"凤二村（演示）": of_fenger, "社东社区（演示）": of_shedong, "幸福里社区（演示）": of_xingfuli}
NAMED = {"道路休整", "祠堂翻新", "独居老人用餐", "传统手艺传承"}  # by the article on 社东社区


def counts(build: Build, table: str) -> dict[str, int]:
    return dict(build.rows(f"select community, count(*) from {table} group by community"))


def story(community: str) -> Councils:
    return STORIES[community]()


def test_every_good_line_is_loaded_and_flagged_ones_are_too(build: Build):
    meetings = {community: len(story(community).meetings) for community in STORIES}
    topics = {community: len(story(community).topics) for community in STORIES}

    assert counts(build, "consultation") == meetings | {
        "幸福里社区（演示）": meetings["幸福里社区（演示）"] + 1
    }  # nobody counted
    assert counts(build, "topic") == topics | {"凤二村（演示）": topics["凤二村（演示）"] + 1}  # done without evidence


def test_the_lines_refused_are_those_meant_to_be(build: Build):
    sql = "select cell from problem where severity = '拒收' and record in ('consultation', 'topic')"
    assert sorted(cell for (cell,) in build.rows(sql)) == [
        "2020年12月28日",
        "2026年9月31日",
        "24",
        "乜2021-006",
        "通过",
    ]


def test_lines_to_be_looked_at_are_loaded_with_a_sentence(build: Build):
    flagged = build.rows(
        "select record, message from problem where record in ('consultation', 'topic')"
        " and code in ('remark', 'meeting_differs') order by record"
    )
    assert [record for record, _ in flagged] == ["consultation", "consultation", "topic"]
    assert {message[:8] for _, message in flagged} == {"没有写参加人次，", "议事会台账写32", "办结了没有写办结"}


def test_a_meeting_of_both_ledgers_counts_once(build: Build):
    def councils(activities: list[Activity]) -> list[Activity]:
        return [activity for activity in activities if activity.method == "议事会"]

    of_both = councils(fenger.story().activities)
    counted = build.rows("select count(*), sum(heads) from deliberation where community = '凤二村（演示）'")
    assert counted == [
        (len(of_both), sum(activity.headcount or 0 for activity in of_both) + 3)
    ]  # minutes of one hold 3 more


def test_both_tables_of_meetings_hold_the_same_attendances(build: Build):
    (by_meeting,), (by_identity,) = (
        build.rows(f"select sum(heads) from {table}") for table in ("deliberation", "deliberation_attendance")
    )
    assert by_meeting == by_identity


def test_attendances_of_each_identity_weigh_by_the_meetings_they_came_to(build: Build):
    year = Filters(tuple(STORIES), date(2025, 1, 1), date(2025, 12, 31))
    (whole,) = figures(build, ["deliberation_attendances"], year)
    identities = figures(build, ["deliberation_attendances"], year, ("identity",))
    squares = [
        heads**2
        for (heads,) in build.rows(
            "select heads from deliberation where year(held_on) = 2025 and heads > 0 and community in ?",
            (list(STORIES),),
        )
    ]
    assert whole.squares == sum(squares) == sum(figure.squares or 0 for figure in identities)
    assert all(0 < (figure.squares or 0) < sum(squares) for figure in identities)


@pytest.mark.parametrize("title", sorted(NAMED))
def test_a_topic_that_the_article_names_is_in_the_ledger(build: Build, title: str):
    sql = "select count(*) > 0 from topic where community = '社东社区（演示）' and title = ? and proposed_on <= date '2022-08-24'"
    assert build.rows(sql, (title,)) == [(True,)]
