"""Ledgers of the sample with random bytes changed: each is loaded or has a line, and none takes the others along."""

import random as randoms
from collections.abc import Iterator
from pathlib import Path

from etl.inbox.folder import SAMPLE
from tests.attack.kinds.corruption import flipped
from tests.support.attacks import SURVIVED, Attack
from tests.support.ledgers import loaded
from tests.support.offices import EXPECTED, office, served

MOST_BYTES = 60_000  # of a file to spoil: large ones take time and no other way
BATCH = 25


def spoilt(random: randoms.Random, content: bytes) -> bytes:
    """Return a file with a few bits flipped, a piece cut out, doubled or overwritten."""
    for _ in range(random.randint(1, 6)):
        start = random.randrange(len(content) or 1)
        end = min(len(content), start + random.choice([1, 4, 64, 2_000]))
        piece = random.choice([b"", content[start:end] * 2, random.randbytes(end - start)])
        content = flipped(random, content) if random.random() < 0.5 else content[:start] + piece + content[end:]
    return content


def attempt(random: randoms.Random, folder: Path) -> Iterator[str]:
    data = office(folder)
    sources = [path for path in sorted(SAMPLE.glob("*")) if path.stat().st_size < MOST_BYTES and path.suffix != ".md"]
    names = []
    for number in range(BATCH):
        source = random.choice(sources)
        names.append(f"毁{number}{source.suffix}")
        (data / "inbox" / names[-1]).write_bytes(spoilt(random, source.read_bytes()))
    outcome, build = loaded(data)
    message = {name for name, _ in outcome.failed} | {
        file for (file,) in build.rows("select distinct file from source_file")
    }
    services = served(data)
    for name in names:
        is_right = set(EXPECTED) <= set(services)
        yield (
            SURVIVED
            if name in message and is_right
            else f"{name}: {'said' if name in message else 'no line of it'}, served {services}"
        )


ATTACK = Attack(attempt, 12)
