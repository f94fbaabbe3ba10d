"""A link that asks for what is not there says so and draws nothing; what it does ask for is what is shown."""

from pathlib import Path

import pytest

from tests.screen.conftest import Open
from tests.screen.test_pages import texts

PARTICIPATION = "outcomes/participation.py"


def faults(app: Open, folder: Path, page: str = PARTICIPATION, **link: str | list[str]) -> str:
    """What a page says of its link, once nothing else stands on it."""
    tester = app(folder, page, **link)
    assert not tester.exception
    assert not tester.get("plotly_chart")
    assert not any("社区，20" in element.proto.body for element in tester.get("html"))
    ways_out = "".join(element.proto.body for element in tester.get("html"))
    return "\n".join([*(error.value.replace("\\", "") for error in tester.error), ways_out])


@pytest.mark.parametrize("page", ["outcomes/overview.py", "evidence/sentences.py", "evidence/extracts.py"])
def test_an_unknown_community_is_said_with_the_nearest_name(app: Open, sample_folder: Path, page: str):
    text = faults(app, sample_folder, page, community=["凤儿村"], period="上年")

    assert "没有社区“凤儿村”，这个链接没有画出任何数。是不是“凤二村（演示）”？" in text
    assert ">改看凤二村</a>" in text


def test_a_community_in_another_spelling_that_names_it_alone_is_shown_and_written_out(app: Open, sample_folder: Path):
    page = app(sample_folder, PARTICIPATION, community=["凤二村", "费家营"], period="上年")

    assert not page.exception and not page.error
    assert page.multiselect(key="community").value == ["凤二村（演示）", "费家营社区（演示）"]
    assert "凤二村、费家营社区" in texts(page)
    assert page.query_params["community"] == ["凤二村（演示）", "费家营社区（演示）"]


def test_one_unknown_community_among_others_is_not_left_out_quietly(app: Open, sample_folder: Path):
    assert "没有社区“某某”" in faults(app, sample_folder, community=["凤二村（演示）", "某某"])


def test_a_hostile_link_is_said_as_it_is_written(app: Open, sample_folder: Path):
    text = faults(app, sample_folder, community=["x'); drop table donation; --"], period="<script>", grain="天")

    assert "没有社区“x'); drop table donation; --”" in text
    assert "没有统计期“<script>”" in text
    assert "没有粒度“天”" in text
    assert "<script>" not in text.split("ways-out", 1)[1]


def test_an_unknown_strand_and_district_are_said(app: Open, sample_folder: Path):
    text = faults(app, sample_folder, strand=["老年"], district="无名区")

    assert "没有板块“老年”" in text
    assert "没有区“无名区”" in text


def test_days_the_wrong_way_round_are_said_and_can_be_turned(app: Open, sample_folder: Path):
    text = faults(app, sample_folder, period="自选起止", days=["2023-08-31", "2023-01-01"])

    assert "起止日期写反了：开始2023-08-31在结束2023-01-01之后" in text
    assert "days=2023-01-01&amp;days=2023-08-31" in text


@pytest.mark.parametrize(
    ("days", "words"), [(["2019-01-01", "2023-01-01"], "超出了有记录的时期"), (["昨天"], "不是日期")]
)
def test_days_that_hold_no_records_or_are_none_are_said(app: Open, sample_folder: Path, days: list[str], words: str):
    assert words in faults(app, sample_folder, period="自选起止", days=days)


@pytest.mark.parametrize(
    ("link", "words", "way_out"),
    [
        (
            {"days": ["2024-01-01", "2024-05-20"]},
            "起止日期2024-01-01至2024-05-20只有统计期选“自选起止”",
            "看“自选起止”",
        ),
        ({"days": ["2024-01-01", "2024-05-20"], "period": "上年"}, "统计期选“自选起止”时才用得上", "不用起止日期"),
        ({"to": "2023-05-05"}, "截至日期2023-05-05只有统计期选“截至某日”", "看“截至某日”2023-05-05"),
    ],
)
def test_days_of_a_period_that_the_link_does_not_choose_are_said(
    app: Open, sample_folder: Path, link: dict[str, str | list[str]], words: str, way_out: str
):
    text = faults(app, sample_folder, **link)
    assert words in text
    assert way_out in text


@pytest.mark.parametrize("days", [["2021-05-20", "2021-05-20"], ["2021-05-20"]])
def test_a_period_of_one_day_stays_one_day(app: Open, sample_folder: Path, days: list[str]):
    tester = app(sample_folder, "outcomes/funds.py", period="自选起止", days=days)

    assert "全部6个社区，2021年5月20日</span>" in texts(tester)
    assert "2021年5月20日" in texts(tester.run())


def test_what_nothing_on_the_page_is_called_is_said_and_not_left_out_quietly(app: Open, sample_folder: Path):
    tester = app(sample_folder, "evidence/sentences.py", **{"from": "2025-01-01", "indicator": "points_awarded"})
    assert not tester.exception
    (warning,) = (warning.value.replace("\\", "") for warning in tester.warning)
    assert "“from=2025-01-01”、“indicator=points_awarded”这一页不认，没有用上" in warning


@pytest.mark.parametrize(("page", "key"), [("sentences", "said"), ("extracts", "indicator")])
def test_an_unknown_indicator_is_said_and_not_left_out_quietly(app: Open, sample_folder: Path, page: str, key: str):
    tester = app(sample_folder, f"evidence/{page}.py", **{key: ["幸福指数"]})
    (error,) = (error.value for error in tester.error)

    assert "没有指标“幸福指数”，这个链接没有画出任何数" in error.replace("\\", "")
    assert not tester.code and not tester.dataframe


@pytest.mark.parametrize(
    ("page", "key", "words"),
    [
        ("evidence/sentences", "way", "没有写法“大概”，这个链接没有画出任何数。可选的有：准确数、"),
        ("evidence/sentences", "scope", "没有范围“大概”"),
        ("evidence/extracts", "split", "没有拆分“大概”"),
        ("evidence/extracts", "table", "没有记录表“大概”"),
        ("evidence/score", "rubric", "没有评分表“大概”"),
        ("evidence/pack", "template", "没有模板“大概”"),
        ("data/problems", "severity", "没有程度“大概”"),
    ],
)
def test_what_a_page_does_not_offer_is_said_and_not_left_out_quietly(
    app: Open, sample_folder: Path, page: str, key: str, words: str
):
    tester = app(sample_folder, f"{page}.py", **{key: ["大概"]})

    assert words in "".join(error.value for error in tester.error).replace("\\", "")


def test_a_split_in_a_link_is_one_of_its_grain_and_a_split_chosen_on_the_page_goes_with_the_grain(
    app: Open, sample_folder: Path
):
    assert "没有拆分“季”" in app(sample_folder, "evidence/extracts.py", split=["季"]).error[0].value

    tester = app(sample_folder, "evidence/extracts.py", split=["月"], indicator=["参与·参与人次（人次）"])
    tester.get("button_group")[0].set_value("季").run()
    assert (len(tester.error), len(tester.exception), len(tester.dataframe)) == (0, 0, 2)


def test_a_link_with_the_names_of_a_page_has_nothing_to_say(app: Open, sample_folder: Path):
    tester = app(sample_folder, "evidence/sentences.py", said=["积分·积分发放"], scope="每个社区", period="上年")
    assert [warning.value for warning in tester.warning] == []
