"""Stores the numbers of people that have left the office: a log of lines, each whole or not there, which no two writers mix up.

The log `packs/figures.jsonl` in a data folder holds a line for each pack, extract, form and report of claims that said anything new.
"""

import json
import os
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from filelock import FileLock

from command_line import UserError
from documents.stored_file import parsed_json
from indicators.disclosure.limits import PUBLISHED
from warehouse.named_builds import SENT

LOG = SENT
# By which figures leave; sentences are copied, and not logged.
Door = Literal["pack", "extract", "claims", "form", "sentence"]
PACK: Door = "pack"


class BadLog(UserError):
    """The log of what has left cannot be read, so that nobody can tell what may. Carries a Chinese sentence."""

    def __init__(self, line: int) -> None:
        super().__init__(
            f"送出记录（{LOG.as_posix()}）第{line}行坏了，判断不了这些数和以前送出的放在一起会不会说出少数人，没有送出。"
            "请从备份恢复这个文件；找不回来的，由管理员删去这一行。"
        )


@dataclass(frozen=True)
class SentCount:
    """A number of people that has left: whose, over which days, of which strands (all where none is named), how many, by which door,
    and below which k none was shown there.
    """

    communities: frozenset[str]
    from_on: date
    to_on: date
    strands: frozenset[str]
    count: float
    door: Door = PACK
    k: int = PUBLISHED

    @property
    def content(self) -> tuple[frozenset[str], date, date, frozenset[str], float]:
        """What it tells, by whatever door it left."""
        return self.communities, self.from_on, self.to_on, self.strands, self.count


CountName = tuple[str, int, str]  # indicator, which of its numbers, category
SentCounts = Mapping[CountName, Sequence[SentCount]]


def read_log(data: Path) -> SentCounts:
    """Return the numbers of people that have left a data folder. Raises BadLog."""
    counts: dict[CountName, list[SentCount]] = defaultdict(list)
    content = (data / LOG).read_bytes() if (data / LOG).is_file() else b""
    for number, line in enumerate(content[: _whole_length(content)].splitlines(), 1):
        try:
            for stored in parsed_json(line):
                name = stored["indicator"], stored["side"], stored["category"]
                counts[name].append(_restored(stored))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise BadLog(number) from error
    return counts


def _whole_length(content: bytes) -> int:
    """Return how many bytes of a log are whole lines: what follows was cut off while it was written, before anything left."""
    return content.rfind(b"\n") + 1


def write_counts(data: Path, counts: Iterable[tuple[CountName, SentCount]]) -> None:
    """Add a line with the numbers that leave, if they say anything that has not left below the same k."""
    former = {name: {(count.content, count.k) for count in of_name} for name, of_name in read_log(data).items()}
    lines = [_stored(name, count) for name, count in counts if (count.content, count.k) not in former.get(name, set())]
    if lines:
        _append(data / LOG, json.dumps(lines, ensure_ascii=False).encode() + b"\n")


def _append(path: Path, line: bytes) -> None:
    """Add a line behind the whole ones, and have it on the disk before the figures leave."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(_place_of_lock(path)), path.open("a+b") as log:
        log.seek(0)
        log.truncate(_whole_length(log.read()))
        log.write(line)
        log.flush()
        os.fsync(log.fileno())


def _place_of_lock(path: Path) -> Path:
    """Return where the lock of a log belongs; what nobody can lock, a folder or a link, moves beside it."""
    lock = path.with_name(".lock")
    if lock.is_symlink() or lock.is_dir():
        lock.rename(lock.with_name(f"lock-{uuid.uuid4().hex[:8]}"))
    return lock


def _stored(name: CountName, count: SentCount) -> dict[str, Any]:
    indicator, side, category = name
    return {
        "indicator": indicator,
        "side": side,
        "category": category,
        "strands": sorted(count.strands),
        "communities": sorted(count.communities),
        "from": count.from_on.isoformat(),
        "to": count.to_on.isoformat(),
        "count": count.count,
        "door": count.door,
        "k": count.k,
    }


def _restored(stored: Mapping[str, Any]) -> SentCount:
    """Return a count as it was stored; the first versions logged packs only."""
    days = date.fromisoformat(stored["from"]), date.fromisoformat(stored["to"])
    door, k = stored.get("door", PACK), stored.get("k", PUBLISHED)
    communities, strands = frozenset(stored["communities"]), frozenset(stored["strands"])
    return SentCount(communities, *days, strands, stored["count"], door, k)
