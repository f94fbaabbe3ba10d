"""Puts the files of a backup in the place of a data folder's own, which are kept beside; interrupted, it is as before or as after."""

import shutil
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from uuid import uuid4

from command_line import UserError
from etl.backup.backup_file import BadBackup, Manifest, unpack_backup
from etl.backup.contents import FILES, FOLDERS, POINTERS, SECRET
from etl.cleaning import pseudonyms
from etl.inbox.exchange import SCRATCH, Exchange, exchange
from etl.inbox.write_lock import write_lock
from warehouse.named_builds import PACKS, SENT
from warehouse.shard import FOLDER as SHARDS
from warehouse.shard import is_whole_shard

ASIDE = "before-restore"  # the folder in which each state that was replaced has one of its own
LOGS = (SENT.as_posix(), PACKS.as_posix())  # lines for what has left the office; they only ever grow


@dataclass(frozen=True)
class Restored:
    """What was restored, where the former state lies (None where there was none), and whether a secret of people is there now."""

    manifest: Manifest
    aside: Path | None
    has_secret: bool


def restore(folder: Path, backup: Path, now: str) -> Restored:
    """Exchange what a data folder holds for what a backup holds; `now` names the former state. Raises BadBackup, and then nothing changed.

    Builds are added to those that are there, and what has left the office stays noted: neither is ever taken back.
    """
    with write_lock(folder):
        pseudonyms.take_over(folder)
        _check_places(folder)
        prepared, aside = folder / f"{SCRATCH}{uuid4().hex[:8]}", f"{ASIDE}/{now}"
        prepared.mkdir(mode=0o700)
        try:
            manifest = unpack_backup(backup, prepared)
            _check_build(backup, prepared)
            for log in LOGS:
                _keep_log(folder / log, prepared / log)
        except BaseException:
            shutil.rmtree(prepared, ignore_errors=True)
            raise
        exchange(folder, _plan(folder, prepared, aside))
    left = folder / aside
    return Restored(manifest, left if left.exists() else None, (folder / pseudonyms.KEY_FILE).exists())


def _check_places(folder: Path) -> None:
    """Raise UserError where a folder cannot be exchanged by a rename: it is a link, or lies on another disk."""
    for name in (*FOLDERS, SECRET):
        if (folder / name).is_symlink() or (folder / name).is_mount():
            raise UserError(
                f"“{name}”是链接或另一块磁盘，不能整个换下，没有恢复。请先移开它（或换一个数据目录）再恢复。"
            )


def _check_build(backup: Path, prepared: Path) -> None:
    """Raise BadBackup where the build in use, as the pointer names it, is not in the backup."""
    pointer = prepared / POINTERS[-1]
    if not pointer.exists():
        return
    builds = {path.name for path in pointer.parent.glob("*.duckdb")}
    if pointer.read_text(encoding="utf-8", errors="replace").strip() not in builds:
        raise BadBackup(f"备份“{backup.name}”里没有它在用的数据批次，没有恢复，数据目录没有变。")


def _keep_log(former: Path, restored: Path) -> None:
    """Add to the log of what has left the lines that only the former one has: figures it lacks would be counted as not yet sent, and differences from them would tell hidden counts."""
    if not former.exists():
        return
    known = restored.read_bytes().splitlines() if restored.exists() else []
    added = [line for line in former.read_bytes().splitlines() if line not in set(known)]
    restored.parent.mkdir(parents=True, exist_ok=True)
    restored.write_bytes(b"".join(line + b"\n" for line in (*known, *added)))


def _shards_in(folder: Path) -> list[PurePosixPath]:
    """Return the folders of the shards that lie below a folder."""
    return [PurePosixPath(path.relative_to(folder).as_posix()) for path in sorted((folder / SHARDS).glob("*/*"))]


def _plan(folder: Path, prepared: Path, aside: str) -> Exchange:
    """Return the order of the exchange: shards, then builds, of which nobody knows yet, and the pointer to the one in use last."""
    shards = [name for name in _shards_in(prepared) if not is_whole_shard(folder, name)]
    builds = [f"builds/{path.name}" for path in sorted((prepared / "builds").glob("*.duckdb"))]
    parts = (*map(str, shards), *builds, *FOLDERS, SECRET, *FILES, *POINTERS)
    new = [part for part in parts if (prepared / part).exists()]
    dropped = [part for part in (*FOLDERS, *FILES, *POINTERS) if part not in new and (folder / part).exists()]
    return Exchange(prepared.name, aside, new, dropped)
