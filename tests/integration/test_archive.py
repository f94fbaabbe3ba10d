"""A figure handed in is kept; asked again, the difference is split by its reasons."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from etl.building import publication_gate
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from etl.load import bring_up_to_date
from evidence.archive.archive_comparison import ArchiveComparison, compare_with_archive
from evidence.archive.archived_figure import ArchivedFigure, BadArchive, archive_figure, read_archived_figure
from indicators.engine import catalogue
from indicators.model import Filters
from warehouse.build import Build

HEADER = "社区,姓名,服务队,服务日期,服务时长\n"
THEN = ["凤二村,甲乙,一队,2023-01-05,2", "凤二村,丙丁,一队,2023-02-05,3", "凤二村,丙丁,一队,2023-02-05,3"]
YEAR = Filters(("凤二村",), date(2023, 1, 1), date(2023, 12, 31))


def load(folder: Path, lines: list[str]) -> Build:
    ledger = folder / "incoming" / "服务.csv"
    ledger.parent.mkdir(parents=True, exist_ok=True)
    ledger.write_text(HEADER + "\n".join(lines), encoding="utf-8")
    Inbox(folder).add([ledger], Settings())
    path = bring_up_to_date(folder, find_losses=publication_gate.no_losses).path
    assert path
    return Build(path)


@pytest.fixture
def handed_in(tmp_path: Path) -> ArchivedFigure:
    build = load(tmp_path, THEN)
    return archive_figure(build, catalogue()["volunteer_hours"], YEAR, tmp_path / "kept", "2023-12-31T10:00:00")


def test_a_kept_indicator_has_its_wordings_again_and_is_a_value(handed_in: ArchivedFigure):
    kept = read_archived_figure(handed_in.folder).indicator

    assert kept.wordings == catalogue()["volunteer_hours"].wordings != ()
    assert hash(kept)


def effects(comparison: ArchiveComparison) -> dict[str, float]:
    return {reason: effect for reason, effect in comparison.effects if effect}


def test_every_definition_comes_out_of_the_archive_as_it_went_in_and_is_a_value(tmp_path: Path) -> None:
    build = load(tmp_path, THEN)
    for written in catalogue().values():
        read = archive_figure(build, written, YEAR, tmp_path / "kept", "2023-12-31T10:00:00").indicator
        assert hash(read)
        for before, after in zip(written.aggregates, read.aggregates, strict=True):
            assert (before.where and before.where.sql) == (after.where and after.where.sql)
            assert replace(before, where=None) == replace(after, where=None)


def test_an_unchanged_ledger_gives_the_same_figure(handed_in: ArchivedFigure, tmp_path: Path) -> None:
    comparison = compare_with_archive(load(tmp_path, THEN), handed_in)
    assert (comparison.then, comparison.now, effects(comparison)) == (8, 8, {})


def test_a_late_row_is_told_from_a_correction_and_a_removed_duplicate(
    handed_in: ArchivedFigure, tmp_path: Path
) -> None:
    now = ["凤二村,甲乙,一队,2023-01-05,2.5", "凤二村,丙丁,一队,2023-02-05,3", "凤二村,戊己,一队,2023-03-05,4"]
    of_next_year = "凤二村,戊己,一队,2024-03-05,4"
    comparison = compare_with_archive(load(tmp_path, [*now, of_next_year]), handed_in)
    assert effects(comparison) == {"去除重复": -3, "更正": 0.5, "补报": 4}
    assert comparison.now == 9.5
    assert comparison.changed_rows["reason"].to_pylist() == ["去除重复", "更正（原来）", "更正（现在）", "补报"]


def test_a_distinct_count_is_split_by_counting_again(tmp_path: Path) -> None:
    build = load(tmp_path, THEN)
    before = archive_figure(build, catalogue()["volunteers_active"], YEAR, tmp_path / "kept", "2023-12-31T10:00:00")
    comparison = compare_with_archive(
        load(tmp_path, [*THEN, "凤二村,甲乙,一队,2023-06-01,1", "凤二村,戊己,一队,2023-06-02,1"]), before
    )
    assert (before.value, effects(comparison)) == (2, {"补报": 1})


def test_rows_of_a_ledger_that_was_cut_are_no_duplicates(tmp_path: Path) -> None:
    lines = [
        "凤二村,甲乙,一队,2023-01-05,2",
        *(f"凤二村,丙丁,一队,2023-02-0{day},3" for day in (1, 1, 1, 2, 3, 4, 5, 6, 7)),
    ]
    build = load(tmp_path, lines)
    before = archive_figure(build, catalogue()["volunteer_hours"], YEAR, tmp_path / "kept", "2023-12-31T10:00:00")
    comparison = compare_with_archive(load(tmp_path, [lines[0], lines[1], lines[8]]), before)
    assert (before.value, comparison.now, effects(comparison)) == (29, 8, {"撤下": -21})


def test_a_row_taken_out_with_its_month_was_withdrawn(tmp_path: Path) -> None:
    lines = ["凤二村,甲乙,一队,2023-01-05,2", "凤二村,丙丁,一队,2023-12-05,3"]
    before = archive_figure(
        load(tmp_path, lines), catalogue()["volunteer_hours"], YEAR, tmp_path / "kept", "2023-12-31T10:00:00"
    )
    assert effects(compare_with_archive(load(tmp_path, lines[:1]), before)) == {"撤下": -3}


@pytest.mark.parametrize(
    "changed", [("{", ""), ('"2023-01-01"', '"gestern"'), ('"aliases": [', '"aliases": 1, "x": [')]
)
def test_a_damaged_archive_says_so_in_chinese(handed_in: ArchivedFigure, changed: tuple[str, str]) -> None:
    path = handed_in.folder / "figure.json"
    path.write_text(path.read_text(encoding="utf-8").replace(*changed), encoding="utf-8")
    with pytest.raises(BadArchive, match="读不出来"):
        read_archived_figure(handed_in.folder)


def test_an_archive_of_another_version_is_not_misread(handed_in: ArchivedFigure) -> None:
    path = handed_in.folder / "figure.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"format": 1', '"format": 9'), encoding="utf-8")
    with pytest.raises(BadArchive, match="第9版"):
        read_archived_figure(handed_in.folder)
