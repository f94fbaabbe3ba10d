"""机构名称 on 数据导入: pairs with where they stand, merged and taken back with a click each."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl import history
from tests.integration.test_organisations import FENGER, GIFTS, LONG, SHEDONG, SHORT, donors
from tests.screen.conftest import Open
from tests.screen.test_intake_page import everything, press
from tests.support.ledgers import REGISTER, loaded, received

PAGE = "data/intake.py"


@pytest.fixture
def page(app: Open, tmp_path: Path) -> AppTest:
    """The page on a data folder with gifts of one company under two names."""
    received(tmp_path / "data", {"名册.csv": REGISTER, "捐赠.csv": GIFTS})
    loaded(tmp_path / "data")
    return app(tmp_path / "data", PAGE)


def test_a_pair_is_offered_with_where_it_stands_and_merged_with_a_click(page: AppTest, tmp_path: Path):
    assert "1对机构名称相近" in everything(page)
    assert any("2行：捐赠的捐赠人，凤二村、社东社区" in str(text.value) for text in page.markdown)

    press(page, f"合并为“{LONG}”")
    assert f"“{SHORT}”已合并为“{LONG}”" in everything(page)
    assert donors(tmp_path / "data") == {FENGER: 2, SHEDONG: 1}

    press(page, "撤销")
    assert f"已撤销：“{SHORT}”和“{LONG}”" in everything(page)
    assert donors(tmp_path / "data") == {FENGER: 3, SHEDONG: 2}
    assert [entry.act for entry in history.entries(tmp_path / "data")] == ["撤销机构", "合并机构"]


def test_two_that_are_not_one_are_asked_about_once(page: AppTest, tmp_path: Path):
    press(page, "不是同一家")

    assert "没有名称相近、还没有确认的机构" in everything(page)
    assert donors(tmp_path / "data") == {FENGER: 3, SHEDONG: 2}
