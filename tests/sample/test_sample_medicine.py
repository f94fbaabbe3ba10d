"""The medicine that 阳明山庄社区 shared: every line loaded, kinds, portions and people as told, and never portions of other goods."""

from datetime import date

from indicators.engine import figures
from indicators.model import Filters
from sample.stories import shared_medicine
from warehouse.build import Build

ON_THE_DAY = Filters(("阳明山庄社区（演示）",), date(2021, 1, 1), date(2023, 11, 14))


def value(build: Build, indicator: str, column: str) -> float | None:
    of_occasions = {figure.category: figure.value for figure in figures(build, [indicator], ON_THE_DAY, (column,))}
    return of_occasions[shared_medicine.NAME]


def test_kinds_portions_and_people_come_out_as_told(build: Build):
    received = [value(build, f"goods_{what}_received", "purpose") for what in ("kinds", "pieces")]
    assert received == [len(shared_medicine.KINDS), shared_medicine.PORTIONS]
    assert value(build, "people_given_goods", "project") == shared_medicine.PEOPLE


def test_nothing_of_it_is_refused_or_taken_for_a_person(build: Build):
    assert build.rows("select message from problem where file like '%余药%' and code <> 'skipped'") == []


def test_goods_counted_in_boxes_are_no_portions(build: Build):
    sql = "select sum(quantity) from gift where community = '阳明山庄社区（演示）' and donated_on <= '2023-11-14' and gift_form = '物资'"
    every_unit = build.rows(sql)[0][0]
    (portions,) = figures(build, ["goods_pieces_received"], ON_THE_DAY)
    assert portions.value is not None
    assert 0 < portions.value < every_unit
