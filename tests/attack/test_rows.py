"""Attacks on rows: beneath a hidden figure, counted by file or month, told of a problem, or changed since a figure was kept."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st

from etl import history
from etl.declarations import record_types
from etl.history import HistoryEntry
from evidence import build_changes
from evidence.archive.archive_comparison import compare_with_archive
from evidence.archive.archived_figure import archive_figure, archive_folder
from evidence.claims.report.source_rows import source_sheets
from evidence.claims.verification.check import check
from evidence.claims.verification.guards import PageGuard
from evidence.pack.assembly import assemble_pack
from indicators import before_after, coverage
from indicators.disclosure.choices import disclosed_figures
from indicators.disclosure.rows import ROLES, Role, may_see_rows, row_count
from indicators.engine import catalogue
from tests.screen.conftest import Open, app  # noqa: F401  a fixture
from tests.support import builds
from tests.support.pack_request import FENGER, ask
from ui.evidence import comparison
from ui.ledgers import source_files
from warehouse import ledgers
from warehouse.build import Build


@pytest.mark.parametrize("role", ROLES)
def test_only_clerks_and_evaluators_see_rows_of_people(role: Role) -> None:
    assert may_see_rows(role, ["甲"], "casework", ["甲"]) == (role in ("clerk", "evaluator"))
    assert may_see_rows(role, ["甲"], "activity", ["甲"]) == (role in ("clerk", "evaluator"))
    assert may_see_rows(role, ["甲"], "honour", ["甲"])


def test_nobody_sees_rows_of_another_community() -> None:
    assert not any(
        may_see_rows(role, ["甲"], table, ["甲", "乙"]) for role in ROLES for table in ("casework", "activity")
    )


def test_the_map_of_reports_does_not_tell_which_month_has_any_case(make_build: Callable[..., Build]) -> None:
    case = {"case_no": "1", "opened_on": "2025-03-01", "closed_on": "2025-05-01"}
    build = make_build({"casework": [case]}, builds.months_of("casework", ("2025-03-01", "2025-05-31")))
    cells = coverage.cells(build, "casework", builds.year(2025))
    assert {(cell.state, cell.rows) for cell in cells[2:5]} == {("reported", 0)}


@pytest.fixture
def leader(app: Open) -> "Callable[..., object]":  # noqa: F811
    """Open pages for a reader who is not alone on the machine."""
    before = st.get_option("server.address")
    st._config.set_option("server.address", "0.0.0.0")
    yield app
    st._config.set_option("server.address", before)


def open_rows(app: Open, folder: Path) -> list[object]:  # noqa: F811
    tester = app(folder, "outcomes/casework.py")
    keys = [element.key for element in tester.get("button_group")]
    tester.get("button_group")[keys.index("row-case-way")].set_value("原始记录").run()
    return [tester.get("dataframe"), [info.value for info in tester.info]]


def test_a_leader_finds_no_rows_beneath_a_chart_of_cases(leader: Open, sample_folder: Path) -> None:
    frames, sentences = open_rows(leader, sample_folder)
    assert not frames
    assert any("只给本社区的录入人员和评估人员看" in sentence for sentence in sentences)


def test_a_clerk_alone_on_the_machine_finds_them(app: Open, sample_folder: Path) -> None:  # noqa: F811
    frames, _ = open_rows(app, sample_folder)
    assert frames


def test_a_leader_cannot_carry_rows_of_people_away(leader: Open, sample_folder: Path) -> None:
    tester = leader(sample_folder, "evidence/extracts.py")
    tester.selectbox(key="table").set_value("casework").run()
    assert any("只给本社区" in info.value for info in tester.info)
    assert "download-records-.xlsx" not in {element.key for element in tester.get("download_button")}


def test_a_leader_reads_of_the_rows_of_people_in_a_file_about_how_many_there_are(leader: Open, build: Build) -> None:
    """A file of one month holds the cases of that month, and the line of totals stands right below them."""
    files = ledgers.source_files(build)
    lines = source_files.account(files, ["甲"]).to_pylist()
    loaded = {file.record: line["入库"] for file, line in zip(files, lines, strict=True)}
    totals = source_files.comparison(ledgers.totals(build), ["甲"]).to_pylist()
    assert {word[0] for word in (loaded["casework"], loaded["satisfaction"])} <= {"约", "已"}
    assert loaded["activity"].isdigit()
    assert totals and not any(line["行号"] for line in totals if "个案" in line["文件"] or "捐赠" in line["文件"])


def test_a_leader_does_not_read_either_from_the_ledgers_taken_in_how_many_rows_of_people_one_holds(
    leader: Open, office_in_use: Path
) -> None:
    """The ledger of volunteers has three rows: their number stood beside its name, and in the history of loads."""
    name = "凤二村志愿服务.csv"
    (office_in_use / history.FILE).unlink(missing_ok=True)
    history.add(office_in_use, HistoryEntry(history.now(), "演示", "导入", (name,), "批次", loaded=3))
    tester = leader(office_in_use, "data/intake.py")
    received, loads = (frame.value.to_dict("list") for frame in tester.dataframe if "入库" in frame.value)
    loaded = dict(zip(received["文件"], received["入库"], strict=True))
    assert (loaded[name], loads["入库"]) == ("已隐藏", ["已隐藏"])


def test_rows_of_people_are_counted_in_round_numbers() -> None:
    assert [row_count("casework", rows, 10) for rows in (0, 3, 12, 18)] == [0, None, "约10", "约20"]
    assert row_count("activity", 3, 10) == 3


def test_the_sources_of_a_pack_subtract_to_nothing(build: Build) -> None:
    of_people = {record.label for record in record_types().values() if not record.is_work and not record.is_register}
    sources = [source for source in assemble_pack(build, ask(build)).sources if source.record in of_people]
    assert sources
    assert not any(isinstance(count, int) and count for source in sources for count in (source.read, source.loaded))


def test_the_problems_of_a_pack_show_no_cell_of_a_case(build: Build) -> None:
    pack = assemble_pack(build, ask(build))
    refused = [problem for problem in pack.problems if "个案" in problem.file and problem.column]
    assert refused
    assert not any(p.row or p.cell or any(sign.isdigit() for sign in p.message) for p in refused)


def test_a_kept_figure_that_shrank_to_few_people_is_not_told(make_build: Callable[..., Build], tmp_path: Path) -> None:
    then, now = (make_build({"casework": cases(number)}) for number in (19, 3))
    kept = archive_figure(then, catalogue()["cases_opened"], builds.year(), tmp_path, "2025-12-31T10:00:00")
    sentence = compare_with_archive(now, kept).sentence(kept.indicator)
    assert "为保护个人不予公开" in sentence
    assert not any(sign.isdigit() for sign in sentence)


def test_a_leader_is_not_told_which_rows_of_people_a_kept_figure_lost_and_gained(
    make_build: Callable[..., Build], leader: Open, office_in_use: Path
) -> None:
    served = {"community": FENGER, "person_key": "甲", "served_on": "2024-03-01", "service_hours": "2"}
    then = make_build({"volunteer_service": [served]})
    folder = archive_folder(office_in_use)
    kept = replace(builds.year(2024), communities=(FENGER,))
    archive_figure(then, catalogue()["volunteer_hours"], kept, folder, "2025-12-31T10:00:00")
    tester = leader(office_in_use, "evidence/kept.py")
    assert not [expander.label for expander in tester.expander if "变动的记录" in expander.label]
    assert any("补报" in text.value for text in tester.markdown)
    assert any("只给本社区" in info.value for info in tester.info)


def test_whoever_takes_a_ledger_in_is_not_told_the_kept_figure_that_pages_hide_since(
    make_build: Callable[..., Build], tmp_path: Path
) -> None:
    then, now = (make_build({"casework": cases(number)}) for number in (19, 3))
    archive_figure(then, catalogue()["cases_opened"], builds.year(), tmp_path, "2025-12-31T10:00:00")
    (move,) = build_changes.compare(then, now, tmp_path).archived
    assert (move.before.value, move.after.value, move.after.state) == (19, None, "hidden")


def test_a_kept_figure_is_not_told_while_it_is_hidden_for_a_neighbour_that_has_become_small(
    make_build: Callable[..., Build], tmp_path: Path
) -> None:
    then, now = (
        make_build({"casework": [*cases(12), *cases(others, place="乙"), *cases(20, place="丙")]}) for others in (9, 2)
    )
    kept = archive_figure(then, catalogue()["cases_opened"], builds.year(), tmp_path, "2025-12-31T10:00:00")
    assert [figure.value for figure in disclosed_figures(now, ["cases_opened"], builds.year(), (), 5)] == [None]
    assert "12" not in compare_with_archive(now, kept).sentence(kept.indicator)


def cases(number: int, day: str = "2025-03-05", place: str = "甲") -> builds.Rows:
    return [{"community": place, "case_no": f"A{n}", "opened_on": day} for n in range(number)]


def test_surveys_that_with_the_year_tell_of_few_answers_are_not_compared_in_numbers(
    make_build: Callable[..., Build],
) -> None:
    """Of 2025 twelve are dissatisfied: nine in May tell the three of November, so that May is hidden, too."""
    asked = {"2024-05-10": (40, 9), "2025-05-10": (40, 9), "2025-11-10": (40, 3)}
    answers = [
        {"surveyed_on": day, "dimension": "总体满意度", "scale": 5, "score": score, "wave": day}
        for day, (satisfied, dissatisfied) in asked.items()
        for score in [5] * satisfied + [1] * dissatisfied
    ]
    register = [{"community": "甲", "as_of_on": "2020-01-01"}]
    build = make_build({"satisfaction": answers, "community": register})
    waves = before_after.waves(build, "甲")
    assert [before_after.is_shown(build, "甲", wave, 5) for wave in waves] == [True, False, False]
    assert before_after.compare(*waves[:2]).warnings == ()  # neither numbered nor asked in a way that anyone wrote down
    assert [comparison._wave_row(waves[1], is_shown)[1] for is_shown in (True, False)] == ["81.6%", "已隐藏"]


def test_the_sheets_behind_a_claim_do_not_tell_by_their_rows_how_many_there_are(
    make_build: Callable[..., Build],
) -> None:
    rows = [
        *cases(12, "2025-03-05"),
        *({**case, "sheet": "附表", "case_no": f"B{n}"} for n, case in enumerate(cases(13))),
    ]
    (claim,) = check(make_build({"casework": rows}), "2025年甲接案25例。", guard=PageGuard(10)).claims
    sheets = source_sheets(make_build({"casework": rows}), claim)
    assert [(sheet.count, sheet.row_numbers) for sheet in sheets] == [("约10", ""), ("约10", "")]
