"""A load, an undo, a backup, a restore and a prune, killed with their children at a random moment."""

import random as randoms
import signal
import subprocess
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.support.attacks import SURVIVED, Attack
from tests.support.ledgers import ROOT, command
from tests.support.offices import BIG, EXPECTED, after_load, big_ledger, etl, office, served


def ended(words: list[str], sent: signal.Signals, seconds: float) -> tuple[int, bytes]:
    """Send a signal to a command and its children after so many seconds; return its exit code and what it wrote to stderr."""
    pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    with subprocess.Popen(words, cwd=ROOT, start_new_session=True, **pipes) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            import os

            os.killpg(process.pid, sent)
        return process.wait(60), process.stderr.read()


def commands(data: Path, folder: Path) -> dict[str, list[str]]:
    return {
        "load": etl("load", big_ledger(folder), "--data", data),
        "undo": etl("undo", "子/社东善款.csv", "--data", data),
        "backup": etl("backup", folder / "b.zip", "--data", data),
        "restore": etl("restore", folder / "a.zip", "--data", data),
        "prune": etl("prune", "--keep", "1", "--yes", "--data", data),
    }


@cache
def seconds_of(name: str) -> float:
    """Return how long a command takes when nobody ends it."""
    import tempfile

    with tempfile.TemporaryDirectory() as scratch:
        data = office(Path(scratch))
        command("backup", Path(scratch) / "a.zip", "--data", data)
        begun = time.monotonic()
        subprocess.run(commands(data, Path(scratch))[name], cwd=ROOT, capture_output=True, check=False)
        return time.monotonic() - begun


def attempt(random: randoms.Random, folder: Path) -> Iterator[str]:
    data = office(folder)
    command("backup", folder / "a.zip", "--data", data)
    name = random.choice(["load", "load", "undo", "backup", "restore", "prune"])
    if name == "prune":
        command("undo", "子/社东善款.csv", "--data", data)  # leaves a former build to remove
    ended(commands(data, folder)[name], signal.SIGKILL, random.uniform(0.1, seconds_of(name)))
    now = served(data)
    later = after_load(data)
    left = [path.name for path in data.rglob("*") if ".partial" in path.name or path.name.startswith(".preparing")]
    is_right = EXPECTED[0] in now and EXPECTED[0] in later and {row[0] for row in later} <= {EXPECTED[0][0], BIG}
    yield SURVIVED if is_right and not left else f"{name}: {now} then {later}, left {left}"


ATTACK = Attack(attempt, 40)
