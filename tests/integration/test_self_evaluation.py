"""The form 项目支出绩效自评表: filled from targets and figures, read back from Word and Excel, and loaded again as a ledger of targets."""

import io
import shutil
import subprocess
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from evidence.self_evaluation.form import HEADER, SelfEvaluation, self_evaluation
from evidence.self_evaluation.form_notes import form_notes
from evidence.self_evaluation.form_workbook import form_workbook
from evidence.self_evaluation.sent_form import published_progress
from evidence.self_evaluation.word_form import word_form
from evidence.small_counts import small_counts
from indicators import disclosure
from indicators.model import Filters
from indicators.targets import targets
from tests.support.ledgers import command
from warehouse.build import Build
from warehouse.build_in_use import current

FENGER, YANGMING = "凤二村（演示）", "阳明山庄社区（演示）"
SAME = ("indicator", "value", "bound", "weight", "from_on", "to_on", "set_on", "group_one", "group_two", "document")
YEAR = {"from_on": "2025-01-01", "to_on": "2025-12-31", "set_on": "2025-01-10"}


def form_of(build: Build, community: str, year: int) -> SelfEvaluation:
    filters = Filters((community,), date(year, 1, 1), date(year, 12, 31))
    progress = [p for p in published_progress(build, filters) if p.target.project is None]
    return self_evaluation(progress, build.name, build.created_at, is_demo=build.is_demo, k=disclosure.PUBLISHED)


@pytest.fixture(scope="module")
def form(sample_build: Build) -> SelfEvaluation:
    return form_of(sample_build, FENGER, 2025)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("三例困境儿童个案时间较长，一名社工离职", ["三例", "一名"]),
        ("补走 2 户，还差3个家庭", ["2 户", "3个"]),
        ("三场活动改期，90人次未计入，12例转入下年，获第一名，3户次", []),
    ],
)
def test_small_numbers_of_people_in_a_text_are_found_as_they_are_written(text: str, counts: list[str]):
    assert list(small_counts(text, 10)) == counts


def test_a_reason_that_tells_of_few_people_is_to_be_looked_at(form: SelfEvaluation):
    (note,) = [note for note in form_notes(form) if note.startswith("偏差原因里写着少于10的")]
    assert "“三例”" in note


def promised(build: Build, window: Filters) -> list[tuple[object, ...]]:
    """Return what the targets of the community as a whole say, without where they stand and what people wrote beside them."""
    of_community = [target for target in targets(build, window) if target.project is None]
    return sorted((tuple(getattr(target, name) for name in SAME) for target in of_community), key=str)


def converted(content: bytes, name: str, ending: str, folder: Path) -> Path:
    """Return what LibreOffice makes of a file."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed: make system")
    (folder / name).write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", folder / "out", folder / name]
    subprocess.run(options, check=True, capture_output=True, timeout=120)
    return folder / "out" / f"{Path(name).stem}.{ending}"


def test_points_are_in_proportion_and_add_up_by_hand(form: SelfEvaluation):
    """Of 10 each: spending 41229/45000, attendances 4357/4500, visits 43/48; five are kept, three hidden (65 of 74; 3 cases stood open
    before the year, so that 26 closed would tell of them)."""
    points = {line.target.indicator: line.points for line in form.lines}

    assert (points["money_spent"], points["attendances"], points["home_visits"]) == (9.16, 9.68, 8.96)
    assert (points["mean_days_to_close"], points["overall_satisfied_share"]) == (None, None)
    assert (form.points, form.full_points, form.grade) == (
        67.8,
        100,
        "",
    )  # 9.16 + 9.68 + 8.96 + 10 + 5 + 5 + 10 + 10


def test_the_reason_is_what_a_person_wrote_and_blank_where_nobody_did(form: SelfEvaluation):
    deviations = {line.target.indicator: line.deviation for line in form.lines}

    assert deviations["home_visits"] == "一名驻村社工离职两个月，走访少了一轮；改进措施：两名社工交叉走访"
    assert deviations["money_spent"] == ""


def test_a_line_without_a_number_or_a_weight_has_no_points_and_the_form_no_grade(make_build):
    promises = [
        {**YEAR, "indicator": "活动场次", "value": 2, "weight": 50, "group_one": "产出指标"},
        {**YEAR, "indicator": "志愿服务时间", "value": 100, "weight": 50, "group_one": "效益指标"},
        {**YEAR, "indicator": "参与人次", "value": 100},
    ]
    activity = [{"title": "活动", "held_on": "2025-03-01", "headcount": 20}]
    form = form_of(make_build({"activity": activity, "target": promises}), "甲", 2025)

    assert [line.points for line in form.lines] == [25, None, None]  # one activity of two; no report; no weight
    assert (form.points, form.grade) == (25, "")
    sentence = "。".join(form_notes(form))
    assert "没有可比的数、还没有计分的：志愿服务时间" in sentence and "台账没有写分值、没有计分的：参与人次" in sentence
    assert "满意度指标的分值合计0分，通行的是10分" in sentence


def test_a_whole_form_has_a_grade(make_build):
    """Two activities of two: 50; 40 attendances of 50: 32 of 40; no visit of five: 0 of 10. Together 82, which is 良."""
    promises = [
        {**YEAR, "indicator": "活动场次", "value": 2, "weight": 50},
        {**YEAR, "indicator": "参与人次", "value": 50, "weight": 40},
        {**YEAR, "indicator": "走访户次", "value": 5, "weight": 10},
    ]
    activity = [
        {"title": "活动", "held_on": day, "headcount": 20, "method": "社区活动"} for day in ("2025-03-01", "2025-12-01")
    ]
    form = form_of(make_build({"activity": activity, "target": promises}), "甲", 2025)

    assert ([line.points for line in form.lines], form.points, form.grade) == ([50, 32, 0], 82, "良")


def test_without_any_weight_nothing_is_scored(make_build):
    form = form_of(make_build({"target": [{**YEAR, "indicator": "活动场次", "value": 2}]}), "甲", 2025)
    last = [cell.text for cell in docx.Document(io.BytesIO(word_form(form))).tables[0].rows[-1].cells]
    (sheet, *_) = openpyxl.load_workbook(io.BytesIO(form_workbook(form))).worksheets

    assert (last[0], last[-3:]) == ("总分合计", ["", "", "台账没有写分值，不计分"])
    assert "台账没有写分值，不计分" in [cell.value for row in sheet.iter_rows() for cell in row]


def test_without_any_weight_no_note_tells_how_points_were_given(make_build):
    build = make_build({"target": [{**YEAR, "indicator": "活动场次", "value": 2}]}, last_day="2025-10-31")
    sentence = "。".join(form_notes(form_of(build, "甲", 2025)))

    assert "期间还没有结束，表中是2025年10月31日以前的完成数，只供参考" in sentence
    assert "得分" not in sentence and "偏差原因由人填写" in sentence


def test_small_numbers_of_people_are_hidden_as_in_all_that_is_handed_in(make_build):
    cases = [{"case_no": str(number), "opened_on": "2025-03-01"} for number in range(9)]
    build = make_build({"casework": cases, "target": [{**YEAR, "indicator": "接案数", "value": 12, "weight": 10}]})
    form = form_of(build, "甲", 2025)
    (line,) = form.lines
    document = docx.Document(io.BytesIO(word_form(form)))
    _, row, last = [[cell.text for cell in row.cells] for row in document.tables[0].rows]

    assert (line.progress.figure.state, line.points) == ("hidden", None)
    assert "9例" not in "".join(paragraph.text for paragraph in document.paragraphs)
    assert row[4:7] == ["因人数少未显示，请按原始台账填写", "10", "未评"]
    assert form.points_words == "0／0（另10分待填）"
    assert last[-1] == "待填1项：接案数（共10分），填好前不评等次"
    assert any("请分档给分" in note for note in form_notes(form))
    assert not any("没有可比的数" in note for note in form_notes(form))


def test_a_period_that_is_not_over_says_until_when_points_hold(sample_build: Build):
    assert any(
        "期间还没有结束，得分按2026年10月31日以前" in note for note in form_notes(form_of(sample_build, FENGER, 2026))
    )


def test_word_holds_the_form_with_every_line(form: SelfEvaluation):
    document = docx.Document(io.BytesIO(word_form(form)))
    header, *rows, last = [[cell.text for cell in row.cells] for row in document.tables[0].rows]

    assert tuple(header) == HEADER
    assert rows[0] == ["预算执行", "预算执行率", "支出金额", "45,000元", "41,229元", "10", "9.16", ""]
    assert len(rows) == len(form.lines) == 11
    assert last[0] == "总分合计" and last[-3:-1] == ["100", "67.8／70（另30分待填）"]
    assert last[-1].startswith("待填3项：") and last[-1].endswith("（共30分），填好前不评等次")


def test_libreoffice_prints_the_word_form_with_its_title_and_points(form: SelfEvaluation, tmp_path: Path):
    path = converted(word_form(form), "form.docx", "pdf", tmp_path)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True).stdout.decode()

    for words in ("项目支出绩效自评表", FENGER, "67.8", "两名社工交叉走访"):
        assert words in "".join(text.split()), words


def test_the_same_form_gives_the_same_word_file(form: SelfEvaluation):
    assert word_form(form) == word_form(form)


def test_excel_holds_numbers_as_numbers_and_prints_the_form_only(form: SelfEvaluation):
    sheet = openpyxl.load_workbook(io.BytesIO(form_workbook(form)))["项目支出绩效自评表"]

    assert [cell.value for cell in sheet[4][:8]] == [
        "预算执行",
        "预算执行率",
        "支出金额",
        "45,000元",
        "41,229元",
        10,
        9.16,
        None,
    ]
    assert sheet.print_area == "'项目支出绩效自评表'!$A$1:$H$15"


def test_no_text_of_the_workbook_is_cut_off(form: SelfEvaluation):
    book = openpyxl.load_workbook(io.BytesIO(form_workbook(form)))

    total, notes = book[book.sheetnames[0]], book[book.sheetnames[1]]
    last = next(row[0].row for row in total.iter_rows() if row[0].value == "总分合计")
    assert total.row_dimensions[last].height >= 2 * 15  # what is not in the total takes two lines
    longest = max(range(1, notes.max_row + 1), key=lambda row: len(notes.cell(row, 1).value))
    assert notes.row_dimensions[longest].height >= 2 * 15
    assert notes.cell(longest, 1).alignment.wrap_text


@pytest.mark.parametrize("community", [FENGER, YANGMING])
@pytest.mark.parametrize("saved_again", [False, True])
def test_the_workbook_loads_back_as_the_ledger_it_was_filled_from(
    community: str, saved_again: bool, sample_build: Build, root: Path, tmp_path: Path
):
    year = 2025 if community == FENGER else 2026
    content = form_workbook(form_of(sample_build, community, year))
    path = tmp_path / "自评表.xlsx"
    path.write_bytes(content)
    if saved_again:
        path = converted(content, "自评表.xlsx", "ods", tmp_path)
    register = root / "data" / "sample" / "社区名册（演示）.xlsx"
    loading = command("load", path, register, "--data", tmp_path / "data")

    assert loading.returncode == 0, loading.stdout
    window = Filters((community,), date(year, 1, 1), date(year, 12, 31))
    assert promised(Build(current(tmp_path / "data")), window) == promised(sample_build, window)
