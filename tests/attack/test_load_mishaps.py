"""Hostile files, a full disk, a crash: one problem, and the former build is served."""

import os
import resource
import signal
import subprocess
import sys
import zipfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import warehouse.build_in_use
from etl.reading.limits import run_many
from tests.support.ledgers import GIFTS, ROOT, hours, loaded, process, received
from warehouse.build import Build

linux = pytest.mark.skipif(sys.platform != "linux", reason="limits and signals as Linux has them")


def far_cell(path: Path) -> None:
    """Write a tiny valid workbook whose two cells lie at the ends of the sheet: unpacked it is 17 billion cells."""
    cells = "".join(
        f'<row r="{row}"><c r="{cell}"><v>1</v></c></row>' for row, cell in ((1, "A1"), (1048576, "XFD1048576"))
    )
    sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"/>')
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{sheet}" xmlns:r="{office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        archive.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{sheet}"><sheetData>{cells}</sheetData></worksheet>')  # fmt: skip


@linux
def test_a_hostile_workbook_is_one_problem_and_the_rest_is_loaded(office: Path):
    far_cell(office / "inbox" / "炸弹.xlsx")
    (office / "inbox" / "半截.xlsx").write_bytes(b"PK\x03\x04 and nothing more")
    _, build = loaded(office)

    assert hours(build) == [("凤二村志愿服务.csv", 3, 6.5)]
    assert build.rows("select file, severity from problem where code = 'unreadable' order by 1") == [
        ("半截.xlsx", "拒收"), ("炸弹.xlsx", "拒收"),
    ]  # fmt: skip


@linux
def test_a_file_that_cannot_be_read_is_one_problem_and_the_rest_is_loaded(office: Path):
    (office / "inbox" / "坏盘.csv").write_text(GIFTS, encoding="utf-8")

    def on_a_bad_disk(work: Any, jobs: Any) -> Any:
        paths = {"坏盘.csv": Path("/proc/self/mem")}
        moved = (
            replace(job, ledger=replace(job.ledger, path=paths.get(job.ledger.name, job.ledger.path))) for job in jobs
        )
        return run_many(work, moved)

    outcome, build = loaded(office, run=on_a_bad_disk)

    assert outcome.failed == (("坏盘.csv", "文件读不出来：磁盘或网络盘出错。请把文件复制到本机硬盘后再导入。"),)
    assert hours(build) == [("凤二村志愿服务.csv", 3, 6.5)]


def test_a_file_that_vanishes_before_it_is_read_is_one_problem(office: Path):
    received(office, {"社东善款.csv": GIFTS})

    def vanishing(work: Any, jobs: Any) -> Any:
        (office / "inbox" / "社东善款.csv").unlink()
        return run_many(work, jobs)

    outcome, build = loaded(office, run=vanishing)
    assert "文件不见了" in outcome.failed[0][1]
    assert hours(build) == [("凤二村志愿服务.csv", 3, 6.5)]


def limited(size: int) -> None:
    """Let no file grow beyond `size` bytes, as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@linux
@pytest.mark.parametrize("size", [500, 500_000], ids=["while copying", "while building"])
def test_a_full_disk_is_a_sentence_and_the_former_build_is_served(size: int, office_in_use: Path, tmp_path: Path):
    _, former = loaded(office_in_use)
    (tmp_path / "社东善款.csv").write_text(GIFTS + "2024-02-08,丁演示,1,\n" * 100, encoding="utf-8")
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = process(
        "load", tmp_path / "社东善款.csv", "--data", office_in_use, preexec_fn=partial(limited, size), env=unmeasured
    )

    assert (done.returncode, "文件超过系统允许的大小" in done.stderr, "Traceback" in done.stderr) == (1, True, False)
    assert warehouse.build_in_use.current(office_in_use) == former.path
    assert [path.name for path in (office_in_use / "builds").iterdir() if path.name.startswith(".")] == []


def many_hours(path: Path) -> int:
    rows = 40_000
    lines = (f"演示{n % 997:03},2024-03-{n % 28 + 1:02},{n % 8 + 1}\n" for n in range(rows))
    path.write_text("姓名,日期,时长（小时）\n" + "".join(lines), encoding="utf-8")
    return rows


MOMENTS = ("inbox/*大*.csv", "clean/volunteer_service/*.partial", "builds/.*.partial", "builds/2*-2.duckdb")


@linux
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_load_killed_at_any_moment_leaves_the_former_build_or_the_new_one(
    moment: str, office_in_use: Path, tmp_path: Path
):
    _, former = loaded(office_in_use)
    rows = many_hours(tmp_path / "社东大表.csv")
    asked = [sys.executable, "-m", "etl", "load", tmp_path / "社东大表.csv", "--data", office_in_use]
    process = subprocess.Popen(asked, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not (set(office_in_use.glob(moment)) - {former.path}):
        os.sched_yield()
    process.send_signal(signal.SIGKILL)
    process.wait()

    served = Build(warehouse.build_in_use.current(office_in_use)).rows("select count(*) from volunteer_service")[0][0]
    assert served in (3, 3 + rows)
    assert hours(loaded(office_in_use)[1]) == [("凤二村志愿服务.csv", 3, 6.5), ("社东大表.csv", rows, rows * 4.5 - 0)]
    assert not [path for path in office_in_use.rglob("*") if "partial" in path.name]


def test_two_loads_at_once_both_enter(office: Path, tmp_path: Path):
    paths = [tmp_path / name for name in ("社东善款.csv", "社东善款二.csv")]
    for path, receipt in zip(paths, "PQ", strict=True):
        path.write_text(GIFTS.replace("P-", f"{receipt}-{receipt}"), encoding="utf-8")
    asked = [[sys.executable, "-m", "etl", "load", path, "--data", office] for path in paths]
    at_once = [subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL) for words in asked]

    assert [process.wait() for process in at_once] == [0, 0]
    build = Build(warehouse.build_in_use.current(office))
    assert build.rows("select source_file, count(*) from donation group by 1 order by 1") == [
        (p.name, 3) for p in paths
    ]
