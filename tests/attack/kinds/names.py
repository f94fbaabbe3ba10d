"""Invented people in every text of every record type: none is left in columns of people, and hardly one elsewhere."""

import random as randoms
from collections.abc import Iterator
from pathlib import Path

from etl import load
from etl.declarations import record_types
from tests.attack.test_planted_people import LEAST_SHARE, everything_written, people, planted_ledger
from tests.support.attacks import SURVIVED, Attack


def attempt(random: randoms.Random, folder: Path) -> Iterator[str]:
    (folder / "inbox").mkdir()
    names, planted = people(4_000, random), {}
    for record in record_types().values():
        for column, there in planted_ledger(record, names, folder / "inbox").items():
            planted.setdefault(f"{record.label}.{column}" if column else "people", []).extend(there)
    load.bring_up_to_date(folder)
    written = everything_written(folder)
    assert not [name for name in planted["people"] if name in written], "a name of a column of people"
    for column, there in planted.items():
        for name in there:
            yield f"{column}: {name}" if name in written else SURVIVED


ATTACK = Attack(attempt, 3, least=LEAST_SHARE)
