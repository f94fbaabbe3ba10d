"""Small ledgers to load, and how: by the real command, or by the same call without one."""

import os
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import msoffcrypto.format.ooxml
import openpyxl

from etl.__main__ import main
from etl.cleaning.pseudonyms import KEY_FILE
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from etl.load import LoadOutcome, bring_up_to_date
from warehouse.build import Build

ROOT = Path(__file__).parent.parent.parent
REGISTER = "社区,别名,常住人口,统计日期\n凤二村（演示）,凤二,3000,2021-01-01\n社东社区（演示）,社东,8000,2021-01-01\n"
HOURS = "姓名,日期,时长（小时）\n甲演示,2024-03-01,2\n乙演示,2024-03-05,3\n丙演示,2024-03-09,1.5\n合计,,6.5\n"
GIFTS = "捐赠日期,捐赠人,金额（元）,票据号\n2024-01-05,甲演示,100,P-1\n2024-01-06,演示超市,2000,P-2\n2024-02-07,丙演示,50,\n"


def received(data: Path, ledgers: dict[str, str], options: Settings | None = None) -> None:
    """Hand in ledgers given as {path: text}; a path may lie in a folder."""
    source = (
        data.parent / f"received-{data.name}"
    )  # folders of one run lie side by side, and are filled at the same time
    for name, text in ledgers.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    Inbox(data).add([source / next(iter(ledgers))] if options else [source], options)
    shutil.rmtree(source)


def lay_sample_ready(data: Path, sample_folder: Path) -> None:
    """Give a data folder the cleaned files of the sample, and the secret they were made with: a load that falls back to it only builds."""
    share_secret(data, sample_folder)
    shutil.copytree(sample_folder / "clean", data / "clean", copy_function=_link_anew, dirs_exist_ok=True)


def _link_anew(source: str, target: str) -> None:
    """Link a file, in the place of one that lies there: a load that publishes nothing leaves the clean files as they are."""
    Path(target).unlink(missing_ok=True)
    os.link(source, target)


def share_secret(data: Path, sample_folder: Path) -> None:
    """Give a data folder the secret of the sample, before its first load."""
    (data / KEY_FILE).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(sample_folder / KEY_FILE, data / KEY_FILE)


def loaded(data: Path, **how: Any) -> tuple[LoadOutcome, Build]:
    outcome = bring_up_to_date(data, **how)
    assert outcome.path, (outcome.failed, outcome.losses)
    return outcome, Build(outcome.path)


def locked_workbook(password: str) -> bytes:
    """A workbook of one service that opens with a password."""
    book, plain, locked = openpyxl.Workbook(), BytesIO(), BytesIO()
    for row in (("姓名", "日期", "时长（小时）"), ("甲演示", "2024-03-01", 2)):
        book.active.append(row)
    book.save(plain)
    msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt(password, locked)
    return locked.getvalue()


def process(*words: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run a command of the ETL in a process of its own, as a shell does."""
    program = [sys.executable, "-m", "etl", *map(str, words)]
    return subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False, **options)


def command(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the ETL in this process, which takes a fraction of the time; an error that it does not catch is raised."""
    with redirect_stdout(StringIO()) as stdout, redirect_stderr(StringIO()) as stderr:
        code = main(list(map(str, words)))
    return subprocess.CompletedProcess(words, code, stdout.getvalue(), stderr.getvalue())


def hours(build: Build) -> list[tuple[Any, ...]]:
    return build.rows("select source_file, count(*), sum(service_hours) from volunteer_service group by all order by 1")
