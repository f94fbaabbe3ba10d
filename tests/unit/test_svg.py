"""Charts as pictures: what is drawn is what is known, and axes are round and honest."""

from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.axis import label_step, ticks, title
from documents.document import Chart, Series
from documents.svg import svg
from tests.support.pack_example import BLUE, ORANGE, chart


def elements(picture: str, name: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(picture).iter(name))


def line(*values: float | None):
    words = tuple("" if value is None else str(value) for value in values)
    names = tuple(f"{2000 + place}年" for place in range(len(values)))
    return replace(chart(), categories=names, series=(Series("甲", values, words, BLUE),))


@pytest.mark.parametrize("kind", ["line", "column", "stacked", "bar"])
def test_each_kind_is_well_formed_and_tells_its_alternative_text(kind):
    root = ElementTree.fromstring(svg(chart(kind)))
    assert (root.get("role"), root.get("aria-label")) == ("img", chart(kind).alt)


def test_a_line_breaks_where_a_value_is_missing():
    assert len(elements(svg(line(1.0, 2.0, None, 4.0, 5.0)), "polyline")) == 2


def test_a_point_alone_between_gaps_is_still_seen():
    assert len(elements(svg(line(None, 2.0, None)), "circle")) == 1


@pytest.mark.parametrize("kind", ["line", "column", "stacked"])
def test_only_what_has_a_value_is_drawn(kind):
    marks = [mark for name in ("circle", "rect") for mark in elements(svg(chart(kind)), name)]
    assert [mark.get("fill") for mark in marks].count(ORANGE) == 1
    assert [mark.get("fill") for mark in marks].count(BLUE) == 3


def test_bars_say_in_words_why_one_is_missing():
    assert "未报送" in [text.text for text in elements(svg(chart("bar")), "text")]


def test_stacked_values_below_zero_hang_below_the_line():
    under = Series("乙", (-100.0, 0.0, 0.0), ("-100", "0", "0"), ORANGE)
    stacked = replace(chart("stacked"), series=(chart().series[0], under))
    above, below, *_ = elements(svg(stacked), "rect")
    zero = float(above.get("y")) + float(above.get("height"))
    assert below.get("fill") == ORANGE and float(below.get("y")) == pytest.approx(zero)


def test_the_axis_of_a_count_marks_no_part_of_one():
    def marked(chart: Chart) -> list[str]:
        return [text.text for text in elements(svg(chart), "text") if text.get("class") == "end"]

    assert marked(replace(line(1.0, 0.0, 1.0), is_whole=True)) == ["0", "1"]
    assert "0.2" in marked(line(1.0, 0.0, 1.0))


def test_a_chart_in_which_nothing_is_known_is_still_a_picture():
    assert not elements(svg(line(None, None)), "circle")


def test_texts_of_ledgers_stay_texts():
    assert "<script" not in svg(replace(chart(), categories=("<script>x</script>", "&", '"')))


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_ticks_are_evenly_spaced_and_cover_the_values(one, other):
    low, high = sorted((one, other))
    marks = ticks(low, high)
    steps = [after - before for before, after in pairwise(marks)]
    assert marks[0] <= low + 1e-6 and high - 1e-6 <= marks[-1] and len(marks) <= 12
    assert max(steps) - min(steps) <= 1e-6 * max(steps) + 1e-9


def test_an_axis_that_does_not_begin_at_zero_says_so():
    rate = replace(line(92.0, 95.0), title="总体满意率", unit="%", from_zero=False)

    assert title(rate) == "总体满意率（%，纵轴不从0开始）"
    assert title(replace(rate, series=line(10.0, 95.0).series)) == "总体满意率（%）"


def test_what_is_counted_is_drawn_from_zero():
    assert title(line(92.0, 95.0)) == "活动参与人次（人次）"


def test_sixty_months_are_named_by_the_year():
    months = tuple(f"{2021 + month // 12}年{month % 12 + 1}月" for month in range(60))
    points = Series("甲", (1.0,) * 60, ("1",) * 60, BLUE)
    assert label_step(replace(chart(), categories=months, series=(points,)), 80) == 12
