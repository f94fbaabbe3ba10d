"""Finds the build in use, and what stands in for it while it cannot be read: the one place that decides which build is served.

`builds/CURRENT` names the build in use, `builds/INPUTS` names it once more, with the hash of its file.
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import duckdb

from command_line import UserError
from documents.stored_file import stored_text
from etl import declarations, disk_errors
from warehouse.build import (
    BROKEN_POINTER,
    BUILD_NAME,
    FORMAT,
    HARDENED,
    Build,
    NoBuild,
    UnreadableBuild,
    load_command,
    unreadable,
)
from warehouse.build_files import made_at, moment, newest_first
from warehouse.shard import ShardFile, file_digest
from warehouse.shard_checks import FileState, are_found_damaged, file_state, misplaced, were_checked
from warehouse.shard_tables import tables_outside

IsReadable = Callable[[Path], bool]
_OWN_TABLES = ("build_info", "source_file", "problem")


@dataclass(frozen=True)
class BuildInUse:
    """The build that readers get; `note` says that it stands in for another and why, or that rows of it are damaged, "" while it is the one published last, whole."""

    path: Path
    note: str = ""


def current(folder: Path) -> Path:
    """Return the path of the build in use, or of what stands in for it. Raises NoBuild when there is none."""
    return build_in_use(folder).path


def read_build(folder: Path) -> Build:
    """Return the build in use for a command; where another stands in for it, stderr says so. Raises NoBuild."""
    in_use = build_in_use(folder)
    if in_use.note:
        sys.stderr.write(f"！{in_use.note}请重新载入台账：{load_command(folder)}\n")
    return Build(in_use.path)


def build_in_use(folder: Path) -> BuildInUse:
    """Return the build in use, or the newest one that can be read in its place. Raises NoBuild when there is none.

    The sample stands in for nothing while the inbox holds ledgers: invented figures must not take the place of real ones.
    """
    chosen, named = readable_build(folder), named_build(folder)
    if chosen and not (chosen.note and _is_invented(chosen.path, folder)):
        return chosen
    if named:
        return BuildInUse(named, _note_on_damaged(named))  # whoever cannot open it is told what is wrong with it
    if os.path.lexists(folder / "builds" / "CURRENT"):
        raise NoBuild(BROKEN_POINTER, f"请运行 {load_command(folder)} 重新生成。")
    if builds := newest_first(folder):
        raise UnreadableBuild(unreadable(builds[0]), f"请运行 {load_command(folder)} 重新生成。")
    if not folder.exists():
        raise NoBuild(f"没有数据目录“{folder}”。", "请核对 --data（或环境变量 DATA_DIR）；导入第一份台账时会建好它。")
    raise NoBuild("还没有数据批次。", f"请先导入台账：{load_command(folder)} 台账文件。")


def readable_build(folder: Path, is_readable: IsReadable | None = None) -> BuildInUse | None:
    """Return the build in use if it can be read, else the newest that can; None when there is none.

    Builds newer than the one in use come last: a restore has put them aside. `is_readable` says what can be read; a whole build
    of this version's format where nothing else is asked for.
    """
    is_readable = is_readable or (lambda path: is_whole(path, _noted(folder)))
    named = named_build(folder)
    if named and is_readable(named):
        return BuildInUse(named, _note_on_earlier(named, folder))
    for path in _stand_ins(folder, named):
        if is_readable(path):
            return BuildInUse(path, _note(path, named))
    return None


def is_whole_byte_for_byte(path: Path) -> bool:
    """Tell whether a file is a build of this version, whole with its shards, of which all bytes are read whatever was noted of them. Raises PermissionError."""
    return is_whole(path, ("", ""))


def is_whole(path: Path, noted: tuple[str, str]) -> bool:
    """Tell whether a file is a build of this version of which every block can be read; `noted` are a name and the hash of its file.

    Of the build noted the shards are as the load left them; of all others their bytes are read. Raises PermissionError where the file may not be read: that is no damage.
    """
    try:
        states = _states(path)
        if are_found_damaged(_paths_outside(path, states[0]), states[1:]):
            return False
        return _is_whole(path, states, noted[1] if noted[0] == path.name else "")
    except PermissionError:
        raise
    except OSError:
        return False


def _states(path: Path) -> tuple[FileState, ...]:
    """Return the states of the file of a build and of the shards in which it leaves rows. Raises OSError."""
    state = file_state(path)
    return (state, *map(file_state, _paths_outside(path, state)))


@lru_cache(maxsize=64)
def _files_outside(path: Path, _state: FileState) -> tuple[ShardFile, ...]:
    """Return the files of shards in which a build leaves rows; none of a file that cannot be read."""
    try:
        with duckdb.connect(str(path), read_only=True, config=HARDENED) as connection:
            return tuple(file for files in tables_outside(connection).values() for file in files)
    except disk_errors.DAMAGE:
        return ()


@lru_cache(maxsize=64)
def _paths_outside(path: Path, state: FileState) -> tuple[Path, ...]:
    """Return where those files lie: each page looks at dozens of them, and putting a path together takes longer than the look."""
    return tuple(path.parents[1] / file.path for file in _files_outside(path, state))


@lru_cache(maxsize=64)
def _is_whole(path: Path, states: tuple[FileState, ...], noted_hash: str) -> bool:
    """Tell whether a build and the shards in which it leaves rows are whole; asked once for each state of their files."""
    data, files = path.parents[1], _files_outside(path, states[0])
    if not _is_whole_file(path, noted_hash):
        return False
    return (bool(noted_hash) and were_checked(data, files, states[1:])) or all(file.is_whole(data) for file in files)


def _is_whole_file(path: Path, noted_hash: str) -> bool:
    """Compare with the hash noted, which is quick, or read every block of every table."""
    path.open("rb").close()  # or DuckDB would take a file that may not be read for a damaged one
    if noted_hash and file_digest(path) == noted_hash and _has_format(path):
        return True
    try:
        with duckdb.connect(str(path), read_only=True, config=HARDENED) as connection:
            stored = {name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()}
            declared = {*_OWN_TABLES, *declarations.record_types(), *declarations.facts()}
            hashes = (f'select bit_xor(hash("{name}")) from "{name}"' for name in sorted(stored | declared))
            connection.execute(" union all ".join(hashes)).fetchall()
    except disk_errors.DAMAGE:
        return False
    return _has_format(path)


def _has_format(path: Path) -> bool:
    return _stated_format(path) == FORMAT


def _stated_format(path: Path) -> str:
    """Return the format that a build states; "" of a file that cannot be read, or states none."""
    try:
        with duckdb.connect(str(path), read_only=True, config=HARDENED) as connection:
            stated = connection.execute("select value from build_info where key = 'format'").fetchall()
            return str(stated[0][0]) if len(stated) == 1 else ""
    except disk_errors.DAMAGE:
        return ""


def check_version(folder: Path) -> None:
    """Raise UserError where the build in use is of a later version than this one, which would load less than that one did."""
    path = named_build(folder)
    if path and path.is_file() and (format := _stated_format(path)).isdecimal() and int(format) > int(FORMAT):
        raise UserError(
            f"数据批次由更新的版本生成（格式 {format}，这个版本只认到 {FORMAT}），没有导入，什么也没有改动。"
            "请升级到那个版本再导入；要用这个版本的，请另用一个数据目录（--data）。"
        )


def named_build(folder: Path) -> Path | None:
    """Return the path that CURRENT names; None where it is missing or not as written."""
    try:
        name = stored_text(folder / "builds" / "CURRENT").strip()
    except NotADirectoryError:
        raise UserError(
            f"“{folder if folder.is_file() else folder / 'builds'}”应该是文件夹，却是一个文件。请把它移开，再运行 {load_command(folder)}。"
        ) from None
    except (OSError, UnicodeError):  # also one that may not be read, a link to itself, or a pipe
        return None
    return folder / "builds" / name if BUILD_NAME.fullmatch(name) else None  # a path would lead out of the folder


def _noted(folder: Path) -> tuple[str, str]:
    """Return the name of the build in use and the hash of its file as INPUTS notes them; empty where it does not."""
    try:
        name, _, file_hash, *_ = stored_text(folder / "builds" / "INPUTS").split(" ", 3)
    except (OSError, ValueError):
        return "", ""
    return (name, file_hash) if BUILD_NAME.fullmatch(name) else ("", "")


def _stand_ins(folder: Path, named: Path | None) -> Iterator[Path]:
    """Yield what may stand in for the build that CURRENT names: where it names none that INPUTS does, then the newest first."""
    builds = [path for path in newest_first(folder) if path != named]
    noted = folder / "builds" / _noted(folder)[0]
    if named is None and noted in builds:
        yield noted
    newest = made_at(named) if named else None
    yield from sorted(builds, key=lambda path: newest is not None and made_at(path) > newest)


def _is_invented(path: Path, folder: Path) -> bool:
    """Tell whether a build is the sample though the office has ledgers of its own, and INPUTS does not say that it was in use."""
    inbox = folder / "inbox"
    has_ledgers = inbox.is_dir() and any(not path.name.startswith(".") for path in inbox.iterdir())
    return has_ledgers and path.name != _noted(folder)[0] and Build(path).is_demo


def _note_on_earlier(named: Path, folder: Path) -> str:
    """Say that CURRENT names an earlier build than INPUTS does, as after a publication that was broken off between them."""
    noted = folder / "builds" / (_noted(folder)[0] or named.name)
    if made_at(noted) <= made_at(named) or not noted.is_file():
        return ""
    return f"在用的是较早的一批（{moment(named)}），不是最近载入的（{moment(noted)}），之后的导入和撤回没有反映。"


def _note_on_damaged(named: Path) -> str:
    """Name the communities of which rows are damaged in a build that opens all the same; "" of one that does not."""
    try:
        files = _files_outside(named, file_state(named))
        if misplaced(named.parents[1], [files]) or not _has_format(named):
            return ""
        names = dict.fromkeys(file.community for file in files if not file.is_whole(named.parents[1]))
    except OSError:
        return ""
    listed = "、".join(f"“{name}”" for name in names)
    return f"{listed}的数据分片坏了：汇总好的数照常，要读明细的看不了。" if names else ""


def _note(path: Path, named: Path | None) -> str:
    if named is None:
        return f"记着在用哪一批的文件（builds/CURRENT）读不出来，现用最近的一批（{moment(path)}）。"
    which = "较早的一批" if made_at(path) < made_at(named) else "另一批"
    return f"正在使用的数据批次读不出来，现用{which}（{moment(path)}），之后的导入和撤回没有反映。"
