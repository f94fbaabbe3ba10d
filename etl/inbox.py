"""The files exactly as received, and what was said when they were handed in."""

import hashlib
import json
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from etl.recognise import Options

SAMPLE = Path(__file__).parent.parent / "data" / "sample"
_NOT_LEDGERS = re.compile(r"^(\.|~\$)|^(README|published).*|\.(md|json|py|key)$|^Thumbs\.db$", re.IGNORECASE)
_COPY = re.compile(r"副本|复制|[（(]\d[)）]|copy", re.IGNORECASE)


@dataclass(frozen=True)
class Ledger:
    """A received file with its fingerprint."""

    path: Path
    sha256: str
    options: Options = field(default_factory=Options)

    @property
    def name(self) -> str:
        return self.path.name


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
        paths = _files(SAMPLE if self.is_demo else self.path)
        found = [Ledger(path, _sha256(path), said.get(path.name, Options())) for path in paths]
        return sorted(found, key=lambda ledger: (bool(_COPY.search(ledger.name)), ledger.name))

    def add(self, paths: Sequence[Path], options: Options) -> list[Path]:
        """Copy files in as they are, remembering the options; a file of the same name is replaced."""
        self.path.mkdir(parents=True, exist_ok=True)
        added = [self._copied(path) for path in _expanded(paths)]
        said = self._said() | {path.name: options for path in added}
        self._say(said)
        return added

    def remove(self, name: str) -> bool:
        """Take a file out (it moves to data/removed); False when there is none of this name."""
        path = self.path / name
        if not path.is_file():
            return False
        removed = self.folder / "removed"
        removed.mkdir(parents=True, exist_ok=True)
        shutil.move(path, removed / name)
        self._say({key: options for key, options in self._said().items() if key != name})
        return True

    def _copied(self, path: Path) -> Path:
        target = self.path / path.name
        if target.resolve() != path.resolve():
            partial = self.path / f".{path.name}.partial"
            shutil.copyfile(path, partial)
            partial.replace(target)
        return target

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
    return sorted(path for path in found if path.is_file() and not _NOT_LEDGERS.search(path.name))


def _expanded(paths: Sequence[Path]) -> list[Path]:
    return [file for path in paths for file in (_files(path) if path.is_dir() else [path])]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
