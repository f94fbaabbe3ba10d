"""What readers write is as safe as builds: nobody overwrites another, and one bad folder spoils no other."""

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from evidence.archive import archived_figure
from evidence.archive.archived_figure import ArchiveFull, archive_figure, archived_figures
from indicators.engine import catalogue
from indicators.model import Filters
from warehouse.build import Build

AT = "2025-12-31T10:00:00"
YEAR = Filters(("凤二村",), date(2025, 1, 1), date(2025, 12, 31))


@pytest.fixture
def archive(make_build: Callable[..., Build], tmp_path: Path) -> Callable[..., None]:
    """Return a function that archives the hours of one community, always in the same second."""
    rows = [
        {"community": "凤二村", "person_key": f"v{n}", "served_on": "2025-01-02", "service_hours": 1} for n in range(30)
    ]
    build = make_build({"volunteer_service": rows})
    return lambda note="": archive_figure(build, catalogue()["volunteer_hours"], YEAR, tmp_path / "kept", AT, note)


def test_six_readers_at_once_keep_six_figures(archive: Callable[..., None], tmp_path: Path):
    with ThreadPoolExecutor(6) as readers:
        list(readers.map(archive, [f"第{number}份" for number in range(6)]))

    figures, faults = archived_figures(tmp_path / "kept")
    assert ({figure.note for figure in figures}, faults) == ({f"第{number}份" for number in range(6)}, [])
    assert [figure.value for figure in figures] == [30] * 6


def test_a_bad_folder_is_told_and_the_others_are_shown(archive: Callable[..., None], tmp_path: Path):
    for _ in range(2):
        archive()
    next(iter((tmp_path / "kept").iterdir())).joinpath("figure.json").write_bytes(b"\xff{")

    figures, faults = archived_figures(tmp_path / "kept")
    assert (len(figures), [str(fault)[-16:] for fault in faults]) == (1, ["出来，可能已损坏；原文件没有动。"])


def test_what_was_broken_off_goes_after_a_day_and_what_is_being_written_stays(
    archive: Callable[..., None], tmp_path: Path
):
    for name, age in (("old", 90_000), ("new", 0)):
        (tmp_path / "kept" / f".{name}.partial").mkdir(parents=True)
        os.utime(tmp_path / "kept" / f".{name}.partial", (time.time() - age,) * 2)
    archive()

    assert [path.name for path in (tmp_path / "kept").glob(".*")] == [".new.partial"]


def test_a_note_holds_no_number_of_a_person(archive: Callable[..., None], tmp_path: Path):
    archive("给13812345678的申报书")

    assert archived_figures(tmp_path / "kept")[0][0].note == "给138****5678的申报书"


def test_a_full_archive_says_so_and_takes_no_more(
    archive: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(archived_figure, "MOST_ARCHIVED", 1)
    archive()

    with pytest.raises(ArchiveFull, match="已经存了1个数"):
        archive()
    assert len(archived_figures(tmp_path / "kept")[0]) == 1
