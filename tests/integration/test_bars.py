"""Bars of one chart can be compared with each other, and those that cannot stand apart."""

from datetime import date
from pathlib import Path
from typing import Any

from evidence.pack import charts
from evidence.pack.request import Request, split_figures
from evidence.pack.template import ChartSpec, SectionSpec, Template
from indicators.model import Filters
from tests.support import builds
from ui.charts import bars, sankey
from ui.frame.filters import Choice
from ui.frame.view import View


def view_of(folder: Path, record: str, rows: list[dict[str, Any]]) -> View:
    build = builds.make(folder / "made.duckdb", {record: rows, "community": [{"as_of_on": "2020-01-01"}]})
    filters = Filters(("甲",), date(2025, 1, 1), date(2025, 12, 31))
    return View("页", build, ("甲",), Choice(filters, "month", "甲", "2025年"))


def test_rates_per_resident_beside_bars_say_how_old_the_register_is(tmp_path: Path) -> None:
    rows = {"activity": [{"title": "会", "held_on": "2025-03-01"}]}
    build = builds.make(
        tmp_path / "made.duckdb",
        {**rows, "community": [{"as_of_on": "2020-01-01", "residents_count": 4000}]},
        builds.months_of("activity", ("2025-01-01", "2025-12-31")),
    )
    filters = Filters(("甲",), date(2025, 1, 1), date(2025, 12, 31))
    view = View("页", build, ("甲",), Choice(filters, "month", "甲", "2025年"))
    assert "甲按2020年1月1日的名册。" in bars.communities(view, "activities", "activities_per_1000").note


def answers_by(bands: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {"surveyed_on": "2025-03-01", "scale": 5, "score": 5 if n < share else 1, "respondent_band": band}
        for band, share in bands.items()
        for n in range(100)
    ]


def test_a_band_that_overlaps_others_stands_below_them_in_grey(tmp_path: Path) -> None:
    bands = {"60岁以上": 90, "60-79岁": 80, "80岁及以上": 60, "36-59岁": 70}
    panel = bars.groups(
        view_of(tmp_path, "satisfaction", answers_by(bands)), "satisfied_share", "respondent_band", "年龄段"
    )
    assert list(panel.picture.traces[0]["x"]) == [80, 70, 60, 90]
    assert len({*panel.picture.traces[0]["marker"]["color"][:3]}) == 1
    assert panel.picture.traces[0]["marker"]["color"][3] != panel.picture.traces[0]["marker"]["color"][0]
    assert "灰色的60岁以上是另一种分法，与上面的年龄段有重叠" in panel.note


def test_of_categories_of_several_schemes_those_of_one_are_drawn(tmp_path: Path) -> None:
    held = [
        {"title": "会", "held_on": "2025-03-01", "strand": f"{scheme}：{term}"}
        for scheme, term in (("六字法", "助"), ("六字法", "享"), ("四大基地", "志愿服务"))
    ]
    panel = bars.groups(view_of(tmp_path, "activity", held), "activities", "strand", "类别", within="六字法：")
    assert {figure.category for figure in panel.figures} == {"六字法：助", "六字法：享"}


def test_a_pack_sets_the_same_band_apart_as_the_page(tmp_path: Path) -> None:
    bands = {"60岁以上": 90, "60-79岁": 80, "80岁及以上": 60, "36-59岁": 70}
    view = view_of(tmp_path, "satisfaction", answers_by(bands))
    spec = ChartSpec(("satisfied_share",), "bar", "category", column="respondent_band")
    request = Request(Template("a", "一", section=(SectionSpec("节", (), chart=(spec,)),)), view.filters)
    figures = split_figures(view.build, request.filters, request.questions, 0, ())
    chart = charts.chart(spec, request, figures, {"甲": "#000000"})
    assert chart is not None
    assert chart.categories == ("60-79岁", "36-59岁", "80岁及以上", "60岁以上")
    assert "60岁以上是另一种分法，与其他年龄段有重叠，排在最后" in chart.note


def test_spending_by_group_says_what_the_flows_end_elsewhere(tmp_path: Path) -> None:
    rows = [
        {"used_on": "2025-03-01", "amount_yuan": 9339, "recipient_group": "全体居民", "project": "节庆"},
        {"used_on": "2025-04-01", "amount_yuan": 8000, "recipient_group": "全体居民", "passed_on_to": "某基金会"},
    ]
    panel = sankey.spending_by_group(view_of(tmp_path, "fund_use", rows))
    assert list(panel.picture.traces[0]["x"]) == [17339]
    assert "其中8,000元转拨给其他组织" in panel.note
