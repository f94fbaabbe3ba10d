"""A load interrupted by Ctrl-C at a random moment, while its modules are imported too: it ends with one line."""

import random as randoms
import signal
from collections.abc import Iterator
from pathlib import Path

from tests.attack.kinds.kill import commands, ended, seconds_of
from tests.support.attacks import SURVIVED, Attack
from tests.support.offices import EXPECTED, after_load, office

STARTUP = 0.08  # seconds in which Python starts itself and nothing of ours runs yet
QUIET = {0, 130, -signal.SIGINT}
MOST_LINES = 1


def attempt(random: randoms.Random, folder: Path) -> Iterator[str]:
    data = office(folder)
    code, words = ended(commands(data, folder)["load"], signal.SIGINT, random.uniform(STARTUP, seconds_of("load")))
    is_right = EXPECTED[0] in after_load(data)
    yield (
        SURVIVED
        if code in QUIET and words.count(b"\n") <= MOST_LINES and is_right
        else f"exit {code}: {words.decode()[-300:]}"
    )


ATTACK = Attack(attempt, 40)
