"""No indicator is on no page: what a page draws nowhere else of its sections of the catalogue stands in a table at its end."""

import ast
import re
from pathlib import Path

from indicators.engine import catalogue
from indicators.model import SECTIONS
from tests.screen.conftest import ROOT, Open
from tests.screen.test_pages import texts


def test_every_section_of_the_catalogue_is_listed_to_its_end_on_one_page():
    listed: list[str] = []
    for path in (ROOT / "pages" / "outcomes").glob("*.py"):
        calls = [call for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(call, ast.Call)]
        arguments = {ast.unparse(call.func): call.args for call in calls}
        sections = [each.value for each in arguments.get("opening.open_page", [])[2:] if isinstance(each, ast.Constant)]
        assert bool(sections) == ("further_figures.draw" in arguments), path.name
        listed += sections

    assert sorted(listed) == sorted(SECTIONS)


def test_what_stands_on_no_card_and_in_no_chart_of_a_page_is_listed_once(app: Open, sample_folder: Path):
    text = texts(app(sample_folder, "outcomes/volunteering.py")) + texts(app(sample_folder, "outcomes/casework.py"))
    table = dict(re.findall(r'<tr><th scope="row">([^<]+)</th><td>[^<]*</td><td>([^<]+)</td>', text))

    assert table["累计结案率"].endswith("%")
    cards = set(re.findall(r'<article class="card"><h2>([^<]+)</h2>', text))
    labels = {each.label for each in catalogue().values() if each.section in ("志愿服务", "个案")}
    assert cards.isdisjoint(table)
    assert set(table) <= labels
