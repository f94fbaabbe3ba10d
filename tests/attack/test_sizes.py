"""What is larger than any ledger is refused in a line, and the process that loads it stays small."""

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import xlsxwriter

import warehouse.build_in_use
from tests.attack.test_load_mishaps import linux
from tests.support.ledgers import ROOT, hours
from warehouse.build import Build

HEADER = "社区,志愿者,服务日期,服务时长（小时）,服务项目\n"
MEGABYTE = 1_000_000


def wide_rows(path: Path) -> None:
    path.write_text(HEADER.strip() + "," * 100_000 + "\n" + ("凤二,甲演示,2024-03-01,2" + ",x" * 100_000 + "\n") * 5)


def late_wide_row(path: Path) -> None:
    path.write_text(HEADER + "凤二,甲演示,2024-03-01,2,\n" * 5_000 + "凤二" + "," * 20_000 + "\n")


def long_cell(path: Path) -> None:
    path.write_text(HEADER + f"凤二,甲演示,2024-03-01,2,{'长' * 40_000}\n")


def long_cell_of_a_ragged_file(path: Path) -> None:
    path.write_text(HEADER + f"凤二,甲演示,2024-03-01,2,{'长' * 40_000},,\n")


def endless_cell(path: Path) -> None:
    path.write_text(HEADER + f"凤二,甲演示,2024-03-01,2,{'x' * 90 * MEGABYTE}\n")


def commas(path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(400):
            file.write(b"," * MEGABYTE)


def lines_of_commas(path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(100):
            file.write(b"," * MEGABYTE + b"\n")


def long_cell_of_a_workbook(path: Path) -> None:
    """Write a workbook with a cell of 20 MB; libraries refuse to, so the text is put in afterwards."""
    whole = path.with_suffix(".whole")
    with xlsxwriter.Workbook(str(whole)) as book:
        sheet = book.add_worksheet()
        for index, row in enumerate((HEADER.strip().split(","), ("凤二", "甲演示", "2024-03-01", "2", "PLACE"))):
            sheet.write_row(index, 0, row)
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"PLACE", b"x" * 20 * MEGABYTE))
    whole.unlink()


def measured(*words: str | Path) -> tuple[subprocess.CompletedProcess[str], int]:
    """Run a command of the ETL; return what it said, and the peak memory of its own process in bytes."""
    program = (
        "import sys; from pathlib import Path; from etl.__main__ import main; code = main(sys.argv[2:]);"
        "Path(sys.argv[1]).write_text(Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0]); sys.exit(code)"
    )
    with tempfile.NamedTemporaryFile() as peak:
        words_of_program = [sys.executable, "-c", program, peak.name, *map(str, words)]
        done = subprocess.run(words_of_program, cwd=ROOT, capture_output=True, text=True, check=False)
        return done, int(peak.read()) * 1024


LARGE: dict[str, tuple[Callable[[Path], None], str]] = {
    "宽表.csv": (wide_rows, "16,384 列"),
    "后来宽.csv": (late_wide_row, "16,384 列"),
    "长格.csv": (long_cell, "第 2 行有一格长达 40,000 个字"),
    "不齐.csv": (long_cell_of_a_ragged_file, "第 2 行有一格超过 32,767 个字"),
    "无尽.csv": (endless_cell, "有一行超过 4 MB"),
    "逗号.csv": (commas, "有一行超过 4 MB"),
    "逗号成行.csv": (lines_of_commas, "16,384 列"),
    "长格.xlsx": (long_cell_of_a_workbook, "第 2 行有一格长达 20,000,000 个字"),
}


@linux
def test_what_is_larger_than_a_ledger_is_refused_in_one_line_each(office: Path):
    for name, (write, _) in LARGE.items():
        write(office / "inbox" / name)
    done, peak = measured("load", "--data", office, "-v")

    assert (done.returncode, done.stderr) == (3, "")  # what could be read is in
    for name, (_, words) in LARGE.items():
        (line,) = (line for line in done.stdout.splitlines() if f"{name}：" in line)
        assert words in line, name
    assert peak < 300 * MEGABYTE
    assert hours(Build(warehouse.build_in_use.current(office))) == [("凤二村志愿服务.csv", 3, 6.5)]
