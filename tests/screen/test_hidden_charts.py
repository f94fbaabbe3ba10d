"""A chart whose every number is hidden is a sentence that leads to longer periods, and no axis without anything on it."""

from pathlib import Path

from tests.screen.conftest import Open
from tests.screen.test_pages import texts

SHEDONG = "社东社区（演示）"


def test_months_that_are_all_hidden_are_said_and_quarters_and_years_offered(app: Open, sample_folder: Path):
    tester = app(sample_folder, "outcomes/casework.py", community=[SHEDONG], period="本年", grain="月")
    text = texts(tester)
    assert "按月看，有数的各处为保护个人不予公开，没有可以画的数。按季、按年看可能有数。" in text
    assert "grain=%E5%AD%A3" in text and "改为按季看" in text
    assert '<span class="spark">9个月已隐藏</span>' in text  # on the card


def test_crosses_in_the_chart_of_satisfaction_are_explained(app: Open, sample_folder: Path):
    text = texts(app(sample_folder, "outcomes/satisfaction.py", community=[SHEDONG]))
    assert "线断开处没有调查。×是已隐藏的" in text
