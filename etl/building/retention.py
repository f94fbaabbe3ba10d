"""Decides which builds stay: the one in use, the newest, and those that archived figures or packs name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from warehouse.build import NoBuild, load_command
from warehouse.build_files import made_at, newest_first
from warehouse.build_in_use import is_whole_byte_for_byte, readable_build
from warehouse.named_builds import named_builds
from warehouse.shard import forget_digests

IN_USE = "正在使用"
NEWEST = 10  # builds that stay whether anything names them or not


@dataclass(frozen=True)
class StoredBuild:
    """A build in a data folder: its size in bytes, and why it stays, "" where it may go."""

    path: Path
    size: int
    reason: str

    @property
    def name(self) -> str:
        """The moment it was made: 20261126-041652."""
        return self.path.stem


def stored_builds(folder: Path, newest: int) -> list[StoredBuild]:
    """Return the builds of a data folder, the newest first. Raises NoBuild where it does not say which one is in use."""
    forget_digests()  # before anything goes all bytes are read
    in_use, named = readable_build(folder, is_whole_byte_for_byte), named_builds(folder)
    if in_use is None or in_use.note:
        raise NoBuild("看不出正在使用哪一个批次，或它已损坏：什么也没有删。", f"请先运行 {load_command(folder)}。")
    return list(_judged(newest_first(folder), in_use.path, named, newest))


def _judged(paths: Sequence[Path], in_use: Path, named: dict[str, str], newest: int) -> Iterator[StoredBuild]:
    for place, path in enumerate(paths):
        recent = f"最近{newest}个之一" if place < newest else ""
        reason = IN_USE if path == in_use else named.get(path.stem, recent)
        yield StoredBuild(path, path.stat().st_size, reason)


def remove(builds: Sequence[StoredBuild]) -> None:
    """Remove builds, the oldest first; to be called by whoever holds the lock of the data folder."""
    for build in sorted(builds, key=lambda build: made_at(build.path)):
        build.path.unlink(missing_ok=True)
