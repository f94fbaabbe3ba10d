"""Data folders that attacks begin with: made once a process, copied for each try."""

import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

import warehouse.build_in_use
from tests.support.ledgers import GIFTS, HOURS, REGISTER, command, hours, loaded, received
from warehouse.build import Build

EXPECTED = [("凤二村志愿服务.csv", 3, 6.5)]
BIG = "社东大表.csv"
BIG_ROWS = 60_000


@cache
def _first() -> tuple[Path, "tempfile.TemporaryDirectory[str]"]:
    owner = tempfile.TemporaryDirectory(prefix="attack-office-")
    data = Path(owner.name) / "data"
    received(data, {"名册.csv": REGISTER, "凤二村志愿服务.csv": HOURS, "子/社东善款.csv": GIFTS})
    loaded(data)
    return data, owner


def office(folder: Path) -> Path:
    """Return a copy of a loaded data folder with a register, three services and three gifts."""
    return Path(shutil.copytree(_first()[0], folder / "data"))


def big_ledger(folder: Path) -> Path:
    """Write a ledger that takes a second to load."""
    lines = (f"演示{n % 997:03},2024-03-{n % 28 + 1:02},{n % 8 + 1}\n" for n in range(BIG_ROWS))
    (folder / BIG).write_text("姓名,日期,时长（小时）\n" + "".join(lines), encoding="utf-8")
    return folder / BIG


def etl(*words: str | Path) -> list[str]:
    """Return the command line of the ETL with these words."""
    return [sys.executable, "-m", "etl", *map(str, words)]


def served(data: Path) -> list[tuple[object, ...]]:
    """Return the services in the build in use."""
    return hours(Build(warehouse.build_in_use.current(data)))


def after_load(data: Path) -> list[tuple[object, ...]]:
    """Load until a build is published, twice at most since what is damaged may be put aside first; return the services then."""
    codes = [command("load", "--data", data).returncode]
    if codes != [0]:
        codes.append(command("load", "--data", data).returncode)
    assert codes[-1] == 0, codes
    return served(data)
