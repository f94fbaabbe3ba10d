"""Who works with whom: pairs of organisations that held activities together often enough, never persons."""

from datetime import date

import pytest

from indicators.model import Filters
from indicators.partnerships import Partnership, closeness, partnerships
from tests.support.builds import Rows
from ui.charts.partner_network import MOST_NODES, in_order
from warehouse.build import Build

YEAR = Filters(("甲", "乙"), date(2025, 1, 1), date(2025, 12, 31))


def held(times: int, organiser: str | None, partners: str | None, **cells: str) -> Rows:
    return [
        {"title": "活动", "held_on": f"2025-03-{day:02}", "organiser": organiser, "partners": partners, **cells}
        for day in range(1, times + 1)
    ]


def test_all_who_held_an_activity_together_are_paired(make_build):
    build = make_build({"activity": held(3, "同心社工站", "例丰银行、仿康医院")})

    assert partnerships(build, YEAR) == [
        Partnership("仿康医院", "例丰银行", 3, ("甲",)),
        Partnership("仿康医院", "同心社工站", 3, ("甲",)),
        Partnership("例丰银行", "同心社工站", 3, ("甲",)),
    ]


def test_two_are_said_to_work_together_from_three_activities_on_wherever_they_were(make_build):
    rows = [
        *held(2, "同心社工站", "例丰银行"),
        *held(1, "例丰银行", "同心社工站", community="乙"),
        *held(2, "同心社工站", "仿康医院"),
    ]

    assert partnerships(make_build({"activity": rows}), YEAR) == [
        Partnership("例丰银行", "同心社工站", 3, ("乙", "甲"))
    ]


def test_an_organiser_that_is_a_person_is_no_node(make_build):
    assert partnerships(make_build({"activity": held(9, "罗例", "例丰银行")}), YEAR) == []


def test_the_picture_keeps_to_its_nodes_and_puts_those_who_belong_together_beside_each_other():
    pairs = [Partnership(f"甲{n}社", f"乙{n}社", 30 - n, ("甲",)) for n in range(10)]
    names = in_order(pairs)

    assert len(names) == MOST_NODES and len(closeness(pairs)) == 20
    assert {names[0], names[1]} == {"甲0社", "乙0社"}


@pytest.mark.parametrize("community", ["天庆新城社区（演示）"])
def test_the_sample_names_units_and_nobody(community: str, sample_build: Build):
    window = Filters((community,), date(2026, 1, 1), date(2026, 10, 31))
    names = closeness(partnerships(sample_build, window))

    assert {"健康帮帮团", "拟文图书馆"} <= set(names)
    assert sample_build.rows("select count(*) from activity where partners like '%罗例%'") == [(0,)]
