"""Every page opens through the frame, on the sample, on an empty build and without a build, and follows its filters."""

import json
import re
from datetime import date
from pathlib import Path

import plotly.graph_objects
import pytest
from streamlit.testing.v1 import AppTest

from etl.declarations import record_types
from tests.screen.conftest import PAGES, ROOT, Open
from tests.support import builds
from ui.frame import menu

WITHOUT_DATA = {"reference/indicators.py", "reference/records.py"}
FOLLOWING_STRANDS = {"outcomes/participation.py"}  # the strand filter is offered only where all figures follow it


def texts(tester: AppTest) -> str:
    """Everything a page says, as one text."""
    text = [
        element.value for kind in ("title", "subheader", "markdown", "caption", "info") for element in tester.get(kind)
    ]
    return "\n".join([*map(str, text), *(element.proto.body for element in tester.get("html"))])


def first_line(page: str) -> str:
    return (ROOT / "pages" / page).read_text(encoding="utf-8").splitlines()[0].strip('"')


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_under_its_title_and_says_that_the_data_are_made_up_and_of_which_build(
    app: Open, sample_folder: Path, page: str
):
    tester = app(sample_folder, page)

    assert not tester.exception
    assert [title.value for title in tester.title] == [first_line(page)]
    for chart in tester.get("plotly_chart"):
        plotly.graph_objects.Figure(**json.loads(chart.proto.spec))  # raises where Plotly knows no such value
    if page.startswith("outcomes/"):
        assert any(element.key == "strand" for element in tester.multiselect) == (page in FOLLOWING_STRANDS)
    for words in () if page in WITHOUT_DATA else ("演示数据", "数据批次20"):
        assert words in texts(tester)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_follows_a_community_and_a_period_in_its_link(app: Open, sample_folder: Path, page: str):
    tester = app(sample_folder, page, community=["凤二村（演示）"], period="上年", grain="季")

    assert not tester.exception
    if tester.get("popover"):
        assert "凤二村，2025年" in texts(tester)


def test_each_listing_of_a_voucher_is_a_row_whose_stock_less_what_went_is_what_is_left(app: Open, sample_folder: Path):
    tester = app(sample_folder, "outcomes/points.py", community=["凤二村（演示）"])

    rows = re.findall(r"凤二村 · 洗衣液</th>(.*?)</tr>", texts(tester))
    assert [re.findall("<td>(.*?)</td>", row) for row in rows] == [
        ["18分", "2026年1月1日", "2026年6月30日", "40瓶", "12瓶", "28瓶（已下架）"],
        ["20分", "2026年7月1日", "2026年12月31日", "25瓶", "14瓶", "11瓶"],
    ]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_without_any_build_says_what_to_do(app: Open, tmp_path: Path, page: str):
    tester = app(tmp_path, page)

    assert not tester.exception
    assert page in WITHOUT_DATA or "数据导入" in texts(tester)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_on_a_build_without_records_says_what_to_do(app: Open, tmp_path: Path, page: str):
    (tmp_path / "builds").mkdir()
    builds.make(tmp_path / "builds" / "empty.duckdb", {}, last_day=None)
    (tmp_path / "builds" / "CURRENT").write_text("empty.duckdb")

    tester = app(tmp_path, page)

    assert not tester.exception
    assert page in WITHOUT_DATA or "没有任何记录" in texts(tester)


def test_small_numbers_beside_others_are_named_and_equal_coverage_is_said_once(app: Open, sample_folder: Path):
    text = texts(app(sample_folder, "outcomes/parties.py", period="上年"))

    assert "小字依次是每千名居民志愿服务时间、人均到账现金。" in text
    assert (
        "每千名居民志愿服务时间、人均到账现金60/60社区月" in text
        or "每千名居民志愿服务时间、人均到账现金72/72社区月" in text
    )


def test_a_chart_of_another_period_than_the_page_says_which_first(app: Open, sample_folder: Path):
    text = texts(app(sample_folder, "outcomes/help.py"))

    assert "2021年1月至2026年10月，能公开的各心愿类别中，征集心愿数" in text
    assert text.count("2021年1月至2026年10月，点亮心愿数") == 2
    assert "2021年1月至2026年10月，凤二村双补贴帮助户数" not in text


def test_a_small_picture_without_a_line_says_why(app: Open, sample_folder: Path):
    charts = app(sample_folder, "outcomes/requests.py").get("plotly_chart")
    texts_in_pictures = [[note["text"] for note in json.loads(c.proto.spec)["layout"]["annotations"]] for c in charts]

    assert [notes.count("未报送") for notes in texts_in_pictures if "<b>凤二村</b>" in notes] == [2]


def test_the_titles_of_pages_are_read_once_a_process(app: Open, tmp_path: Path):
    for _ in range(2):
        assert not app(tmp_path, "reference/records.py").exception

    assert menu.titled_files.cache_info().misses == 1


def test_a_page_on_a_build_that_cannot_be_read_says_so(app: Open, tmp_path: Path):
    (tmp_path / "builds").mkdir()
    (tmp_path / "builds" / "broken.duckdb").write_bytes(b"no database" * 999)
    (tmp_path / "builds" / "CURRENT").write_text("broken.duckdb")

    tester = app(tmp_path)

    assert not tester.exception
    assert "数据批次读不出来（broken" in texts(tester)


def test_a_day_without_money_draws_no_empty_axis(app: Open, sample_folder: Path):
    tester = app(sample_folder, "outcomes/funds.py", period="自选起止", days=["2021-01-01"])

    assert not tester.error
    assert not tester.get("plotly_chart")


def test_closings_that_were_not_reported_are_not_said_to_be_none(app: Open, sample_folder: Path):
    text = texts(app(sample_folder, "outcomes/casework.py", community=["幸福里社区（演示）"]))

    assert "平均结案天数未报送。" in text
    assert "没有结案" not in text
    assert "改善只看" not in text


def test_without_any_rating_nobody_is_said_to_have_improved_none(app: Open, sample_folder: Path):
    tester = app(sample_folder, "outcomes/casework.py", community=["天庆新城社区（演示）"], period="本年")
    layouts = [json.loads(chart.proto.spec)["layout"] for chart in tester.get("plotly_chart")]
    written = [[note["text"].strip() for note in layout.get("annotations", ())] for layout in layouts]
    words = next(names for names in written if "其中评分有改善" in names)
    assert words[words.index("其中评分有改善") + 1] == "无样本"


def test_the_period_changes_the_figures(app: Open, sample_folder: Path):
    tester = app(sample_folder, "outcomes/participation.py")
    before = texts(tester)

    tester.radio(key="period").set_value("上年").run()

    assert "2025年，参与人次" in texts(tester)
    assert texts(tester) != before
    assert ("线断开处未报送" in before, "线断开处未报送" in texts(tester)) == (False, True)  # of 2025 three months lack


def test_half_a_range_of_days_is_no_fault(app: Open, sample_folder: Path):
    tester = app(sample_folder, "outcomes/overview.py", period="自选起止")

    first = tester.date_input(key="days").value[0]
    tester.date_input(key="days").set_value((first,)).run()

    assert not tester.exception
    assert "请再点一下结束日期" in texts(tester)


def test_a_city_leaves_only_its_communities_to_choose(app: Open, sample_folder: Path):
    tester = app(sample_folder)
    every = list(tester.multiselect(key="community").options)

    city = tester.selectbox(key="city").options[0]
    tester.selectbox(key="city").set_value(city).run()

    left = tester.multiselect(key="community").options
    assert 0 < len(left) < len(every)
    assert set(left) < set(every)


def test_a_chart_opens_its_table_its_definition_and_its_rows_and_a_card_says_what_the_ends_of_a_range_are(
    app: Open, sample_folder: Path
):
    tester = app(sample_folder, "outcomes/volunteering.py")
    cards = [card for card in texts(tester).split('<article class="card">') if "<h2>活跃志愿者" in card]
    assert "下限只是最多的一家（阳明山庄社区），上限为各社区之和" in cards[0]

    for content, shown in (("表格", "dataframe"), ("口径", "code"), ("原始记录", "dataframe")):
        tester.get("button_group")[_row(tester, "volunteer_hours-whole")].set_value(content).run()
        assert len(tester.get(shown)) == 1


def _row(tester: AppTest, name: str) -> int:
    return [element.key for element in tester.get("button_group")].index(f"row-{name}")


def test_the_dictionary_finds_an_indicator_by_another_name(app: Open, tmp_path: Path):
    tester = app(tmp_path, "reference/indicators.py")

    tester.text_input(key="word").set_value("志愿时长").run()

    assert [expander.label.split("**")[1] for expander in tester.expander] == ["志愿服务时间"]


def test_problems_are_found_by_how_bad_they_are(app: Open, sample_folder: Path):
    tester = app(sample_folder, "data/problems.py")
    tester.get("button_group")[0].set_value(["拒收"]).run()

    assert set(tester.dataframe[0].value["程度"]) == {"拒收"}


def test_the_overview_has_cards_of_the_mechanisms_that_a_community_has_begun(app: Open, sample_folder: Path):
    drawn = texts(app(sample_folder, "outcomes/overview.py", community=["天庆新城社区（演示）"]))

    assert ("完成单数" in drawn, "解决议题数" in drawn, "积分发放" in drawn) == (True, False, False)


def test_the_choice_of_days_goes_along_to_the_next_page(app: Open, sample_folder: Path):
    tester = app(sample_folder, "outcomes/overview.py", period="自选起止", community=["凤二村（演示）"])
    tester.date_input(key="days").set_value((date(2023, 1, 1), date(2023, 8, 31))).run()

    tester.switch_page("../../pages/outcomes/volunteering.py").run()

    assert "凤二村，2023年1月至8月" in texts(tester)


def test_the_dictionary_offers_the_blank_template_of_every_record_type(app: Open, tmp_path: Path):
    buttons = app(tmp_path, "reference/records.py").get("download_button")

    assert [button.proto.label for button in buttons] == ["下载空白模板"] * len(record_types())
