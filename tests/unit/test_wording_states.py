"""A state is said with one word in cells and one clause in sentences, wherever it is said."""

import re
from pathlib import Path

from tests.support.wording_figures import figure
from wording import states

OTHER_WORDS = re.compile(r"小样本已隐藏|人数太少")


def test_what_is_hidden_is_said_in_one_way(root: Path):
    packages = ("etl", "indicators", "wording", "documents", "evidence", "ui", "pages")
    sources = [path for package in packages for path in (root / package).rglob("*.py")]
    assert not [path for path in sources if OTHER_WORDS.search(path.read_text(encoding="utf-8"))]


def test_a_sentence_about_a_hidden_figure_says_why():
    assert states.clause(figure("participants", None, state="hidden")) == "人数较少，不予公开"


def test_a_figure_that_is_not_there_has_no_number():
    assert states.clause(None) == "没有数"
