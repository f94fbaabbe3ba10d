"""The files exactly as received, and what was said when they were handed in."""

import hashlib
import json
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from filelock import FileLock

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
_NOT_LEDGERS = re.compile(
    r"^(\.|~\$|README)|^(published\.csv|Thumbs\.db|desktop\.ini)$|\.(md|json|py|key)$", re.IGNORECASE
)
_COPY = re.compile(r"副本|复制|[（(]\d[)）]|copy", re.IGNORECASE)


@dataclass(frozen=True)
class Options:
    """States what whoever hands in a file says beside it: the record type, and constants for columns the file lacks."""

    record: str | None = None
    constants: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Ledger:
    """A received file: its name is its path inside the inbox, `sha256` is empty when its bytes cannot be read."""

    name: str
    path: Path
    sha256: str
    options: Options = field(default_factory=Options)


def write_lock(folder: Path) -> FileLock:
    """Return the lock of a data folder, for `with`: whoever changes the folder holds it, and a second writer waits.

    The operating system frees it when its holder ends, even if it is killed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return FileLock(folder / ".lock")


@dataclass(frozen=True)
class Inbox:
    """data/inbox, or the sample ledgers while it is empty."""

    folder: Path

    @property
    def path(self) -> Path:
        return self.folder / "inbox"

    @property
    def is_demo(self) -> bool:
        """Whether the sample stands in: the first ledger of one's own takes it out."""
        return not _files(self.path)

    def ledgers(self) -> list[Ledger]:
        """Return the ledgers in a fixed order: by name, copies (…的副本) after what they copy."""
        said = self._said()
        base = SAMPLE if self.is_demo else self.path
        found = [
            Ledger(name, path, _sha256(path), said.get(name, Options())) for name, path in _named(base, _files(base))
        ]
        return sorted(found, key=lambda ledger: (bool(_COPY.search(ledger.name)), ledger.name))

    def add(self, paths: Sequence[Path], options: Options) -> list[str]:
        """Copy files in as they are, remembering the options, and return their names.

        Folders keep their inner folders. A file of the same name is replaced; what it replaces moves to data/removed.
        """
        with write_lock(self.folder):
            self.path.mkdir(parents=True, exist_ok=True)
            arrived = self._arrivals(paths)
            for name, path in arrived.items():
                self._take(name, path)
            self._say(self._said() | dict.fromkeys(arrived, options))
        return list(arrived)

    def remove(self, name: str) -> bool:
        """Take a file out (it moves to data/removed); False when there is none of this name."""
        with write_lock(self.folder):
            path = dict(_named(self.path, _files(self.path))).get(name)
            if path is None:
                return False
            self._put_aside(name, path)
            self._say({key: options for key, options in self._said().items() if key != name})
        return True

    def remove_partial(self) -> None:
        """Remove what an interrupted arrival left behind; to be called by whoever holds the lock of the data folder."""
        for path in self.path.rglob(".*.partial"):
            path.unlink(missing_ok=True)

    def _arrivals(self, paths: Sequence[Path]) -> dict[str, Path]:
        """Return {name in the inbox: file}; of two files with one name the second takes its folder's name along."""
        arrived: dict[str, Path] = {}
        for given in paths:
            for name, path in _named(given, _files(given)) if given.is_dir() else [(given.name, given)]:
                if path.resolve().is_relative_to(self.path.resolve()):
                    name = path.resolve().relative_to(self.path.resolve()).as_posix()
                elif arrived.get(name, path) != path:
                    name = f"{path.resolve().parent.name}/{name}"
                if not _NOT_LEDGERS.search(path.name):
                    arrived[name] = path
        return arrived

    def _take(self, name: str, path: Path) -> None:
        target = self.path / name
        if target.resolve() == path.resolve():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f".{target.name}.partial")
        try:
            shutil.copyfile(path, partial)
            if target.exists() and _sha256(target) != _sha256(partial):
                self._put_aside(name, target)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)

    def _put_aside(self, name: str, path: Path) -> None:
        wanted = self.folder / "removed" / name
        wanted.parent.mkdir(parents=True, exist_ok=True)
        others = (wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}") for number in count(2))
        shutil.move(path, wanted if not wanted.exists() else next(other for other in others if not other.exists()))

    def _said(self) -> dict[str, Options]:
        try:
            said = json.loads((self.path / ".options.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        return {name: Options(record, constants) for name, (record, constants) in said.items()}

    def _say(self, said: Mapping[str, Options]) -> None:
        kept = {name: [o.record, dict(o.constants)] for name, o in sorted(said.items()) if o.record or o.constants}
        partial = self.path / ".options.json.partial"
        partial.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
        partial.replace(self.path / ".options.json")


def _files(folder: Path) -> list[Path]:
    found = folder.rglob("*") if folder.is_dir() else iter(())
    return sorted(path for path in found if path.is_file() and not _is_hidden(path.relative_to(folder)))


def _is_hidden(path: Path) -> bool:
    return bool(_NOT_LEDGERS.search(path.name)) or any(part.startswith(".") for part in path.parts)


def _named(base: Path, paths: Sequence[Path]) -> list[tuple[str, Path]]:
    return [(path.relative_to(base).as_posix(), path) for path in paths]


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
