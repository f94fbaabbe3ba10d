"""Holds the files exactly as received, and the settings stated when they were handed in."""

import json
import os
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from command_line import UserError
from documents.stored_file import stored_json
from documents.whole_file import durably_replacing, flush
from etl.inbox import archive, listing, stored_settings, taken_back
from etl.inbox.file_names import private_name, readable_name, short_name
from etl.inbox.listing import is_ledger_name, ledger_files, own_files, own_files_as_found
from etl.inbox.moved_files import REMOVED, clear_way, move, moved
from etl.inbox.settings import Settings
from etl.inbox.write_lock import write_lock
from warehouse.shard import file_digest

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
_COPY = re.compile(r"副本|复制|[（(]\d[)）]|copy", re.IGNORECASE)  # 台账 - 副本.xlsx, 台账(1).xlsx
_LINKS_FILE = ".corrections.json"  # {name of a correction: name of its ledger}, written anew by each load


@dataclass(frozen=True)
class Ledger:
    """A received file: its name is its path inside the inbox, `sha256` is empty when its bytes cannot be read."""

    name: str
    path: Path
    sha256: str
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True)
class Inbox:
    """data/inbox, or the sample ledgers while it is empty."""

    folder: Path

    @property
    def path(self) -> Path:
        return self.folder / "inbox"

    @property
    def _removed(self) -> Path:
        return self.folder / REMOVED

    @property
    def is_demo(self) -> bool:
        """Tell whether the sample ledgers are used, as they are until the first file is received."""
        return next(own_files_as_found(self.path), None) is None

    def ledgers(self) -> list[Ledger]:
        """Return the ledgers in a fixed order: by name, copies (…的副本) after what they copy."""
        settings = self._stored_settings()
        base = SAMPLE if self.is_demo else self.path
        ledgers = [
            Ledger(name, path, file_sha256(path), settings.get(name, Settings()))
            for name, path in _named(base, own_files(base))
        ]
        return sorted(ledgers, key=lambda ledger: (bool(_COPY.search(ledger.name)), ledger.name))

    def add(self, paths: Sequence[Path], settings: Settings | None = None) -> list[str]:
        """Copy files in as they are, remembering the settings, and return their names.

        Without settings a file that comes again keeps what was stated for it before; empty ones take that back.

        Folders keep their inner folders; a zip is unpacked into a folder of its name. What a file replaces moves to data/removed.
        """
        with write_lock(self.folder):
            self.tidy()
            with archive.unpacked(paths, self.folder) as sources:
                self.path.mkdir(parents=True, exist_ok=True)
                arrived = self.arrivals(sources)
                for name, path in arrived.items():
                    self._copy_in(name, path)
            if settings is not None:
                self._store_settings(self._stored_settings() | dict.fromkeys(arrived, settings))
        return list(arrived)

    def settings_of(self, name: str) -> Settings:
        """Return what was stated before for a file of this name; empty settings for a name that is new."""
        return self._stored_settings().get(name, Settings())

    def files(self) -> list[tuple[str, Path]]:
        """Return the files received with their names, sorted; none while the sample is used."""
        return _named(self.path, own_files(self.path))

    def names(self) -> list[str]:
        """Return the names of the files received."""
        return [name for name, _ in self.files()]

    def omissions(self) -> list[str]:
        """Return a sentence for each link and inner folder that is left out."""
        return listing.omissions(self.path, self.path)

    def links(self) -> dict[str, str]:
        """Return {name of a correction: name of the ledger it corrects}, as the last load found them."""
        try:
            stored = stored_json(self.path / _LINKS_FILE)
            return {str(correction): str(ledger) for correction, ledger in stored.items()}
        except (OSError, ValueError, AttributeError):  # none yet, or not as written: the next load writes it anew
            return {}

    def link(self, corrections: Mapping[str, str]) -> None:
        """Note which files correct which ledgers, given as {correction: ledger}."""
        if corrections != self.links():
            self._store(_LINKS_FILE, dict(sorted(corrections.items())))

    def remove(self, name: str) -> list[str]:
        """Take a file out, and with a ledger its corrections (they move to data/removed); return their names, none for an unknown one.

        Where a write fails, all stays as it was.
        """
        with write_lock(self.folder):
            paths = dict(_named(self.path, own_files(self.path)))
            name = name if name in paths else private_name(name)
            if name not in paths:
                return []
            stored_settings.set_damaged_aside(self.folder, self.path)
            removed = [name, *(correction for correction in self.corrections_of(name) if correction in paths)]
            left = {file: settings for file, settings in self._stored_settings().items() if file not in removed}
            targets = {paths[file]: self._removed / file for file in removed}
            with taken_back.noted(self.folder, removed), moved(targets):  # the note first: a load misses no file then
                self._store_settings(left)
        return removed

    def with_corrections(self, name: str) -> tuple[Ledger | None, list[Ledger]]:
        """Return a ledger and its corrections; None for a name that is not here."""
        paths, settings = dict(_named(self.path, own_files(self.path))), self._stored_settings()
        ledger, *corrections = (
            Ledger(file, paths[file], file_sha256(paths[file]), settings.get(file, Settings()))
            if file in paths
            else None
            for file in (name, *self.corrections_of(name))
        )
        return ledger, [correction for correction in corrections if correction]

    def corrections_of(self, name: str) -> list[str]:
        """Return the names of the corrections of a ledger."""
        return [correction for correction, ledger in self.links().items() if ledger == name]

    def tidy(self) -> None:
        """Remove what an interrupted arrival left behind, and make names readable and free of people's; the caller holds the lock of the data folder.

        Damaged settings move to data/removed, and UnreadableSettings tells of it.
        """
        stored_settings.set_damaged_aside(self.folder, self.path)
        for path in self.path.rglob(".*.partial"):
            path.unlink(missing_ok=True)
        for folder in self.folder.glob(f"{archive.SCRATCH}*"):
            shutil.rmtree(folder, ignore_errors=True)
        names = {path: path.relative_to(self.path).as_posix() for path in own_files(self.path)}
        fitting = {path: private_name(readable_name(name)) for path, name in names.items()}
        if renamed := {path: name for path, name in fitting.items() if name != names[path]}:
            self._rename({path: (readable_name(names[path]), name) for path, name in renamed.items()})

    def _rename(self, renamed: Mapping[Path, tuple[str, str]]) -> None:
        """Rename files, given as {path: (former name, name)}, and what was stated for them: on a full disk, neither."""
        stored = self._stored_settings()
        added = {name: stored[former] for former, name in renamed.values() if former in stored}
        if added:
            self._store_settings(stored | added)  # before the files move, so that nothing stated is lost
        for path, (_, name) in renamed.items():
            move(path, self.path / name)
        if added:
            formers = {former for former, _ in renamed.values()}
            self._store_settings({name: settings for name, settings in (stored | added).items() if name not in formers})

    def arrivals(self, paths: Sequence[Path]) -> dict[str, Path]:
        """Return {name in the inbox: file}; of two files with one name the second takes its folder's name along."""
        arrived: dict[str, Path] = {}
        inbox = self.path.resolve()
        for source in paths:
            for name, path in (
                _named(source, ledger_files(source)) if source.is_dir() else _named(source.parent, [source])
            ):
                if (own := path.resolve()).is_relative_to(inbox):
                    ((name, _),) = _named(inbox, [own])
                else:
                    name = short_name(private_name(name))
                if arrived.get(name, path) != path:
                    name = short_name(private_name(f"{readable_name(path.resolve().parent.name)}/{name}"))
                if is_ledger_name(path.name):
                    arrived[name] = path
        return arrived

    def omissions_of(self, paths: Sequence[Path]) -> list[str]:
        """Return a sentence for each link and inner folder of folders handed in that is left out; the inbox tells its own."""
        handed = (path for path in paths if path.is_dir() and path.resolve() != self.path.resolve())
        return [sentence for path in handed for sentence in listing.omissions(path, Path(path.resolve().anchor))]

    def _copy_in(self, name: str, path: Path) -> None:
        target = self.path / name
        if path.resolve().is_relative_to(self.path.resolve()):
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f".{os.getpid()}.partial")  # one at a time: the lock of the data folder is held
        try:
            shutil.copyfile(path, partial)
            partial.chmod(0o600)  # it holds names
            flush(partial)
            if file_sha256(path) != file_sha256(partial):
                raise UserError(f"“{name}”在复制时被改动了，没有导入。请保存、关闭后再运行一次。")
            if target.exists() and file_sha256(target) != file_sha256(partial):
                move(target, self._removed / name)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)

    def _stored_settings(self) -> dict[str, Settings]:
        """Return the settings of every file that has any, by its name."""
        return stored_settings.read(self.path)

    def _store_settings(self, settings: Mapping[str, Settings]) -> None:
        stored = {name: values.as_stored() for name, values in sorted(settings.items()) if not values.is_empty}
        self._store(stored_settings.FILE, stored)

    def _store(self, name: str, values: Mapping[str, Any]) -> None:
        """Write a hidden file of the inbox."""
        clear_way(self.folder, self.path / name)
        with durably_replacing(self.path / name) as partial:
            partial.touch(0o600)  # a constant of a column of people is a name
            partial.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")


def _named(base: Path, paths: Sequence[Path]) -> list[tuple[str, Path]]:
    """Return each path with its name: the path from `base` on, readable and with slashes on every system."""
    return [(readable_name(path.relative_to(base).as_posix()), path) for path in paths]


def file_sha256(path: Path) -> str:
    """Return the hash of a file's bytes, "" when they cannot be read."""
    try:
        return file_digest(path)
    except OSError:
        return ""
