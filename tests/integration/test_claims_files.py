"""What leaves with a reader: Word with comments, Excel, the command line."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest

from evidence.__main__ import main
from evidence.claims.checked_claim import ClaimsReport
from evidence.claims.draft import Draft, read_file, read_text
from evidence.claims.report.claims_workbook import claims_workbook
from evidence.claims.report.source_rows import row_runs
from evidence.claims.report.word_comments import AUTHOR, commented_document
from evidence.claims.verification.check import check
from evidence.claims.verification.guards import PageGuard
from warehouse.build import Build

TEXT = "截至2023年8月31日，凤二村志愿者百余人，\t服务总时数达5000小时。\n媒体报道116篇。"
KEYS = {
    "start", "end", "text", "value", "low", "high", "qualifier", "unit", "is_trend", "indicator", "window", "community", "computed",
    "verdict", "reason",
}  # fmt: skip


@pytest.fixture
def report(build: Build) -> ClaimsReport:
    return check(build, TEXT, guard=PageGuard(10))


def written(*parts: str) -> bytes:
    """A Word file of one paragraph with a run for each part, every other one bold, and a table."""
    document, stream = docx.Document(), io.BytesIO()
    paragraph = document.add_paragraph()
    for number, part in enumerate(parts):
        paragraph.add_run(part).bold = bool(number % 2)
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "志愿者人数", "146人"
    document.save(stream)
    return stream.getvalue()


def comments(content: bytes) -> dict[str, str]:
    """{the words a comment stands at: the comment}."""
    document = docx.Document(io.BytesIO(content))
    return {anchored(document, comment.comment_id): comment.text for comment in document.comments}


def anchored(document: docx.document.Document, id: int) -> str:
    return "".join(_between(document, id))


def _between(document: docx.document.Document, id: int) -> Iterator[str]:
    is_inside = False
    for element in document.element.body.iter():
        name = element.tag.split("}")[1]
        if name in ("commentRangeStart", "commentRangeEnd") and element.values() == [str(id)]:
            is_inside = name == "commentRangeStart"
        elif is_inside and name == "t":
            yield element.text


def test_every_claim_of_pasted_text_has_its_comment(report: ClaimsReport):
    comment_at = comments(commented_document(read_text(TEXT), report))

    assert list(comment_at) == ["百余人", "达5000小时", "116篇"]
    assert comment_at["达5000小时"].startswith("【偏高】截至2023年8月31日，凤二村的志愿服务时间为4,532小时")
    assert "建议：" in comment_at["达5000小时"]


def test_an_uploaded_file_stays_as_it_was_but_for_the_comments(build: Build):
    content = written("截至2023年8月，凤二村", "志愿者百", "余人，服务总时数达45", "32小时。")
    draft = read_file("稿.docx", content)
    done = commented_document(draft, check(build, draft.text))

    before, after = (docx.Document(io.BytesIO(file)) for file in (content, done))
    assert [p.text for p in before.paragraphs] == [p.text for p in after.paragraphs]
    assert "".join(run.text for run in after.paragraphs[0].runs if run.bold) == "志愿者百32小时。"
    assert list(comments(done)) == ["百余人", "达4532小时", "146人"]
    assert {comment.author for comment in after.comments} == {AUTHOR}


def test_a_run_with_more_than_text_is_commented_whole(build: Build):
    document, stream = docx.Document(), io.BytesIO()
    run = document.add_paragraph().add_run("截至2023年8月，凤二村服务总时数达4532小时。")
    run.add_break()
    document.save(stream)
    draft = read_file("稿.docx", stream.getvalue())

    assert list(comments(commented_document(draft, check(build, draft.text)))) == [
        "截至2023年8月，凤二村服务总时数达4532小时。"
    ]


def test_the_sample_says_in_the_file_that_it_is_made_up(report: ClaimsReport):
    document = docx.Document(io.BytesIO(commented_document(Draft(TEXT), report)))
    assert "演示数据" in document.sections[0].header.paragraphs[0].text


def test_the_workbook_holds_claims_definitions_sources_and_notes(build: Build, report: ClaimsReport):
    book = openpyxl.load_workbook(io.BytesIO(claims_workbook(build, report, "凤二村")))

    assert book.sheetnames == ["核对结果", "口径", "来源", "说明"]
    results = list(book["核对结果"].values)
    assert [row[10] for row in results] == ["核对结果", "相符", "偏高", "无记录"]
    assert any("凤二村志愿服务登记" in row[2] for row in book["来源"].values)
    assert ("筛选条件", "凤二村") in list(book["说明"].values)


def test_numbers_that_are_no_claim_stand_in_workbook_and_document(build: Build):
    text = f"{TEXT}\n每场活动不超过30人。"
    report = check(build, text)
    row = ("不超过30人", "每场活动不超过30人", "是规定的上限，没有写时期或做到了多少")

    book = openpyxl.load_workbook(io.BytesIO(claims_workbook(build, report, "")))
    document = docx.Document(io.BytesIO(commented_document(Draft(text), report)))

    assert list(book["没有核对的数字"].values)[1:] == [row]
    assert tuple(cell.text for cell in document.tables[-1].rows[1].cells) == row


def test_the_workbook_is_the_same_every_time(build: Build, report: ClaimsReport):
    assert claims_workbook(build, report, "") == claims_workbook(build, report, "")


def test_a_hidden_number_stands_in_no_file(build: Build):
    report = check(build, "截至2021年1月3日，凤二村在办个案1例。2021年2月，凤二村接案1例。", guard=PageGuard(10))
    assert {checked_claim.verdict for checked_claim in report.claims} <= {"已隐藏", "无记录", "偏高"}
    assert all(
        checked_claim.figure is None or checked_claim.figure.value in (None, 0) for checked_claim in report.claims
    )


def test_rows_are_named_as_the_spreadsheet_numbers_them():
    assert row_runs([2, 3, 4, 7, 9, 10]) == "2–4、7、9–10"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_text(TEXT, encoding="gb18030")
    return path


def test_the_command_gives_every_claim_as_data(draft: Path, sample_folder: Path, capsys: pytest.CaptureFixture[str]):
    code = main(["claims", str(draft), "--data", str(sample_folder), "--json"])
    claims = json.loads(capsys.readouterr().out)["claims"]

    assert code == 0
    assert all(claim.keys() == KEYS for claim in claims)
    assert [claim["text"] for claim in claims] == [TEXT[claim["start"] : claim["end"]] for claim in claims]
    assert claims[0] | {"reason": ""} == {
        "start": 19, "end": 22, "text": "百余人", "value": 100, "low": 100, "high": 200, "qualifier": "over", "unit": "人",
        "is_trend": False, "indicator": "volunteers_registered", "window": {"from": None, "to": "2023-08-31"},
        "community": "凤二村（演示）", "computed": 146, "verdict": "相符", "reason": "",
    }  # fmt: skip


def test_the_command_can_be_read_by_people(draft: Path, sample_folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["claims", str(draft), "--data", str(sample_folder), "--as-of", "2023-09-08"]) == 0
    output = capsys.readouterr().out
    assert "找到3处：偏高1处、无记录1处、相符1处" in output
    assert "演示数据" in output


@pytest.mark.parametrize(
    ("content", "arguments", "code", "message"),
    [
        ("没有数的话。", [], 1, "没有找到"),
        (
            "每场活动不超过30人。",
            [],
            1,
            "没有核对的数字，1个：\n    是规定的上限，没有写时期或做到了多少：每场活动不超过30人",
        ),
        ("", [], 1, "没有文字"),
        (TEXT, ["--community", "不知"], 2, "没有社区“不知”"),
        (TEXT, ["--as-of", "去年"], 2, "不是日期"),
        (TEXT, ["--from", "2025-01-01"], 2, "一起写"),
        (TEXT, ["--from", "2025-01-02", "--to", "2025-01-01"], 2, "请对调"),
        (TEXT, ["--build", "没有.duckdb"], 1, "不存在"),
    ],
)
def test_the_command_says_what_is_wrong(content, arguments, code, message, draft: Path, sample_folder: Path, capsys):
    draft.write_text(content, encoding="utf-8")
    assert main(["claims", str(draft), "--data", str(sample_folder), *arguments]) == code
    assert message in "".join(capsys.readouterr())


def test_a_file_that_is_not_there_is_wrong_usage(sample_folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["claims", "没有.docx", "--data", str(sample_folder)]) == 2
    assert "没有文件“没有.docx”" in capsys.readouterr().err


def test_nothing_to_check_is_still_data_for_a_program(
    draft: Path, sample_folder: Path, capsys: pytest.CaptureFixture[str]
):
    draft.write_text("还没有数。计划开展8场。", encoding="utf-8")
    assert main(["claims", str(draft), "--data", str(sample_folder), "--json"]) == 1
    planned = {"start": 9, "end": 11, "text": "8场", "reason": "在计划、要求或规定里"}
    assert json.loads(capsys.readouterr().out) == {"claims": [], "unread": [planned]}


def test_without_a_build_the_command_says_so(draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["claims", str(draft), "--data", str(tmp_path)]) == 1
    assert f'python -m etl load --data "{tmp_path}" 台账文件' in capsys.readouterr().err
