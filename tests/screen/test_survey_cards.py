"""Cards say when people were asked in another way in one of the two windows compared, and whose numbers are not in a stock."""

from pathlib import Path

import pytest

from tests.screen.conftest import Open
from tests.screen.test_pages import texts


@pytest.mark.parametrize(("year", "is_said"), [(2023, True), (2025, False)])
def test_a_card_names_who_changed_the_way_of_asking_between_the_two_windows(
    app: Open, sample_folder: Path, year: int, is_said: bool
):
    days = [f"{year}-01-01", f"{year}-12-31"]
    link = {"community": ["费家营社区（演示）"], "period": "自选起止", "days": days}
    text = texts(app(sample_folder, "outcomes/satisfaction.py", **link))
    cards = [card for card in text.split('<article class="card">') if "满意率" in card]
    assert ("费家营社区其间换过调查方式" in cards[1]) is is_said


def test_a_card_of_what_holds_on_a_day_names_whose_numbers_are_not_in_it(app: Open, sample_folder: Path):
    text = texts(app(sample_folder, "outcomes/casework.py", period="全部时期"))
    cards = [card for card in text.split('<article class="card">') if "在办个案" in card]
    assert "不含费家营社区、幸福里社区" in cards[0]
