"""Targets on screen: what was promised beside what was done, with gaps told as gaps."""

import json
from pathlib import Path

from tests.screen.conftest import Open
from tests.screen.test_pages import texts
from ui.outcomes.targets import HEADER

PAGE = "outcomes/targets.py"


def annotations(tester, number: int = 0) -> str:
    """Return all that is written in a picture, as one text."""
    layout = json.loads(tester.get("plotly_chart")[number].proto.spec)["layout"]
    return "\n".join(annotation["text"] for annotation in layout["annotations"])


def open_table(tester) -> None:
    groups = tester.get("button_group")
    next(group for group in groups if group.key == "row-promise-0").set_value("表格").run()


def test_a_year_that_is_over_says_how_many_targets_were_kept(app: Open, sample_folder: Path):
    tester = app(sample_folder, PAGE, community=["凤二村（演示）"], period="上年")

    assert "凤二村2025年11项指标：已完成6项，未完成4项，没有可比的数1项。" in texts(tester)
    assert "“三例”" in texts(tester)  # of the reasons, beside numbers of cases that are hidden
    assert "活动场次　≥120场" in annotations(tester) and "128场" in annotations(tester)


def test_what_was_not_reported_is_no_zero_and_no_share(app: Open, sample_folder: Path):
    tester = app(sample_folder, PAGE, community=["阳明山庄社区（演示）"], period="本年")
    open_table(tester)
    table = tester.dataframe[0].value
    (row,) = table[table["指标"] == "解决议题数"].to_dict("records")

    assert row["实际完成值"] in ("尚未开始", "未报送") and (row["完成比例"], row["与指标值相差"]) == ("", "")
    assert "没有可比的数1项" in texts(tester)


def test_a_project_s_target_is_its_own_panel(app: Open, sample_folder: Path):
    tester = app(sample_folder, PAGE, community=["阳明山庄社区（演示）"], period="本年")

    assert "阳明山庄社区“长者关爱”2026年1项指标" in texts(tester)
    assert len(tester.get("plotly_chart")) == 2


def test_a_changed_target_shows_what_it_was_and_where_it_stands(app: Open, sample_folder: Path):
    tester = app(sample_folder, PAGE, community=["凤二村（演示）"], period="本年")
    open_table(tester)
    table = tester.dataframe[0].value
    (row,) = table[table["指标"] == "走访户次"].to_dict("records")

    assert list(table.columns) == list(HEADER)
    assert (row["指标值"], row["上次的指标值"]) == ("≥42户次", "48（2026年1月20日定）")
    assert row["出处"] == "凤二村社工站项目指标（演示）.xlsx，2026年，第14行"


def test_a_community_without_targets_says_what_to_do(app: Open, sample_folder: Path):
    tester = app(sample_folder, PAGE, community=["社东社区（演示）"])

    assert not tester.exception
    assert "没有项目指标" in texts(tester)
