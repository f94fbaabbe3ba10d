"""A file of our own damaged in a random way: a sentence at most, and the next load is right again."""

import random as randoms
from collections.abc import Callable, Iterator
from pathlib import Path

from evidence.__main__ import main as evidence
from indicators.__main__ import main as indicators
from tests.support.attacks import SURVIVED, Attack
from tests.support.ledgers import command
from tests.support.offices import EXPECTED, after_load, office
from warehouse import shard_tables

Damage = Callable[[randoms.Random, bytes], bytes]
RECEIVED = {".csv", ".key"}  # ledgers are what came, and a secret nobody can make again


def flipped(random: randoms.Random, content: bytes) -> bytes:
    place = random.randrange(len(content)) if content else 0
    return (
        content[:place] + bytes([content[place] ^ 1 << random.randrange(8)]) + content[place + 1 :] if content else b"x"
    )


DAMAGES: tuple[Damage, ...] = (
    flipped,
    lambda random, content: content[: random.randrange(len(content) + 1)],
    lambda _random, content: bytes(len(content)),
    lambda random, content: random.randbytes(len(content) or 9),
    lambda _random, _content: b"",
    lambda _random, _content: b"\xff\xfe{",
    lambda _random, _content: b"null",
    lambda _random, _content: '{"a": [1, "二"]}'.encode(),
)


def attempt(random: randoms.Random, folder: Path) -> Iterator[str]:
    data = office(folder)
    shard_tables.MOST_COPIED = random.choice([0, 100_000])  # so that readers, too, meet damaged shards
    command("load", "--data", data, "--json")
    files = sorted(path for path in data.rglob("*") if path.is_file() and path.suffix not in RECEIVED)
    for _ in range(random.choice([1, 1, 1, 3])):
        path = random.choice([file for file in files if not file.name.startswith(".lock")])
        path.write_bytes(random.choice(DAMAGES)(random, path.read_bytes()))
    read(data, folder)
    services = after_load(data)
    yield SURVIVED if services == EXPECTED else f"{path.relative_to(data)}: {services}"


def read(data: Path, folder: Path) -> None:
    """Ask of what is damaged all that a command asks: whatever raises is a loss."""
    import contextlib
    import io

    (folder / "draft.txt").write_text("凤二村2024年志愿服务时长6.5小时。", encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        indicators(["value", "volunteer_hours", "--data", str(data)])
        evidence(["claims", str(folder / "draft.txt"), "--data", str(data)])
    for words in (["problems"], ["list"]):
        command(*words, "--data", data)


ATTACK = Attack(attempt, 80)
