"""The form of self-evaluation on screen: chosen, seen as it will be, handed out, and remembered as having left."""

import io
import re
from pathlib import Path

import openpyxl
from streamlit.testing.v1 import AppTest

from evidence.self_evaluation.form_workbook import form_workbook
from evidence.self_evaluation.sent_form import form_of, published_progress, sent_form
from evidence.sent_log import LOG, read_log
from indicators.target_progress import by_promise
from tests.screen.conftest import Open
from tests.screen.test_pages import texts
from tests.support import builds

PAGE = "evidence/self_evaluation.py"


def buttons(tester: AppTest) -> list[str]:
    return [button.proto.label for button in tester.get("download_button")]


def form_column(tester: AppTest, header: str) -> list[str]:
    """The cells of one column of the form that is drawn."""
    (table,) = (html.body for html in tester.get("html") if '<table class="form">' in html.body)
    cells = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row) for row in re.findall(r"<tr>(.*?)</tr>", table)]
    at = cells[0].index(header)
    return [row[at] for row in cells[1:]]


def test_the_form_is_shown_as_it_will_be_and_offered_as_word_and_excel(app: Open, sample_folder: Path):
    tester = app(sample_folder, PAGE, community=["凤二村（演示）"], period="上年")

    assert "凤二村2025年：67.8／70（另30分待填）" in texts(tester)
    assert form_column(tester, "得分")[:3] == ["9.16", "10", "9.68"]
    assert buttons(tester) == ["下载 Word（.docx）", "下载 Excel（.xlsx）"]


def test_without_targets_the_page_says_what_to_do(app: Open, sample_folder: Path):
    tester = app(sample_folder, PAGE, community=["社东社区（演示）"])

    assert "没有项目指标" in texts(tester) and not buttons(tester)


def test_what_leaves_in_a_form_is_remembered(make_build, tmp_path: Path):
    target = {
        "indicator": "参与人次",
        "value": 50,
        "weight": 10,
        "from_on": "2025-01-01",
        "to_on": "2025-12-31",
        "set_on": "2025-01-10",
    }
    build = make_build({"activity": [{"title": "活动", "held_on": "2025-03-01", "headcount": 40}], "target": [target]})
    (of_promise,) = by_promise(published_progress(build, builds.year())).values()
    content = sent_form(build, tmp_path / "data", form_of(build, of_promise), form_workbook)

    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]

    assert [cell.value for cell in sheet[4][4:7]] == ["40人次", 10, 8]
    (counts,) = read_log(tmp_path / "data").values()
    assert (tmp_path / "data" / LOG).is_file() and [(count.door, count.count) for count in counts] == [("form", 40)]
