"""A backup with random bytes changed is refused, or comes back whole; a restore cut off at any change of the disk is none or whole."""

import random as randoms
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.attack.kinds.hostile import spoilt
from tests.attack.test_backup import state
from tests.support.attacks import SURVIVED, Attack
from tests.support.kills import survives
from tests.support.ledgers import command
from tests.support.offices import office

SPOILT, MOST_STEPS = 10, 400


def attempt(random: randoms.Random, folder: Path) -> Iterator[str]:
    data = office(folder)
    whole = state(data)
    command("backup", folder / "a.zip", "--data", data)
    command("undo", "子/社东善款.csv", "--data", data)
    former = state(data)
    content = (folder / "a.zip").read_bytes()
    for number in range(SPOILT):
        (folder / "b.zip").write_bytes(spoilt(random, content))
        copy = Path(shutil.copytree(data, folder / f"{number}"))
        code = command("restore", folder / "b.zip", "--data", copy).returncode
        yield SURVIVED if state(copy) == (former if code else whole) else f"spoilt backup: exit {code}"
    step = random.randint(1, 5)
    while step < MOST_STEPS:
        copy = Path(shutil.copytree(data, folder / f"step-{step}"))
        is_done = survives(step, lambda copy=copy: command("restore", folder / "a.zip", "--data", copy))
        command("backup", folder / f"{step}.zip", "--data", copy)  # whoever takes the lock next finishes
        yield SURVIVED if state(copy) in ([whole] if is_done else [whole, former]) else f"killed before change {step}"
        if is_done:
            return
        step += random.randint(1, 5)


ATTACK = Attack(attempt, 3)
