"""The file of a backup: a zip of the files of a data folder, and a manifest with the checksum of each."""

import hashlib
import json
import os
import shutil
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from command_line import UserError
from documents.file_size import size_text
from documents.stored_file import parsed_json
from documents.whole_file import durably_replacing, flush
from etl.backup.contents import SECRET, belongs

FORMAT = 1
MANIFEST = "backup.json"
MOST_MANIFEST = 50_000_000  # bytes, some 300,000 files
_PACKED = {".duckdb", ".parquet", ".xlsx", ".xls", ".docx", ".zip"}  # not worth packing again
_CHUNK = 1 << 20
_UNCHANGED = "没有恢复，数据目录没有变。"


class BadBackup(UserError):
    """A file that is no whole backup. Carries a Chinese sentence."""


@dataclass(frozen=True)
class FileEntry:
    """What the manifest says of a file."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup holds: an ISO time, the name of the build in use ("" for none), and each file by its name."""

    made_at: str
    build: str
    files: Mapping[str, FileEntry]

    @property
    def has_secret(self) -> bool:
        """Whether the secret of people is in it."""
        return any(name.startswith(f"{SECRET}/") for name in self.files)

    @property
    def ledger_count(self) -> int:
        """How many files were received."""
        return sum(name.startswith("inbox/") and not PurePosixPath(name).name.startswith(".") for name in self.files)

    @property
    def size(self) -> int:
        """How many bytes the files have."""
        return sum(entry.size for entry in self.files.values())


def write_backup(path: Path, files: Iterable[tuple[str, Path]], made_at: str, build: str) -> Manifest:
    """Write files into a backup, read it again to be sure, and give it its name; it is readable by its owner only."""
    with durably_replacing(path) as partial:
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as backup:
            entries = {name: _pack(backup, name, file) for name, file in files}
            stored = {"format": FORMAT, "made_at": made_at, "build": build, "files": entries}
            backup.writestr(MANIFEST, json.dumps(stored, ensure_ascii=False, default=asdict))
        return check_backup(partial)


def _pack(backup: zipfile.ZipFile, name: str, path: Path) -> FileEntry:
    member = zipfile.ZipInfo.from_file(path, name, strict_timestamps=False)
    member.compress_type = zipfile.ZIP_STORED if path.suffix.lower() in _PACKED else zipfile.ZIP_DEFLATED
    with path.open("rb") as source, backup.open(member, "w") as target:
        return _copy(source, target)


def _copy(source: IO[bytes], target: IO[bytes] | None) -> FileEntry:
    """Copy a file, where there is a target, and return what it holds."""
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
        if target:
            target.write(chunk)
    return FileEntry(size, digest.hexdigest())


def check_backup(path: Path) -> Manifest:
    """Return the manifest of a backup after comparing every file with it. Raises BadBackup."""
    return _read(path, None)


def unpack_backup(path: Path, folder: Path) -> Manifest:
    """Write the files of a backup below a folder, each compared with the manifest and on the disk, and return that. Raises BadBackup."""
    return _read(path, folder)


def _read(path: Path, folder: Path | None) -> Manifest:
    try:
        with zipfile.ZipFile(path) as backup:
            manifest = _manifest(path, backup)
            if folder and manifest.size > shutil.disk_usage(folder).free:
                raise BadBackup(f"磁盘空间不够：恢复要 {size_text(manifest.size)}。{_UNCHANGED}")
            for name, entry in manifest.files.items():
                if _unpack(backup, name, folder) != entry:
                    raise BadBackup(f"备份“{path.name}”已损坏（“{name}”和校验值对不上），{_UNCHANGED}")
            return manifest
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise BadBackup(f"备份“{path.name}”已损坏，或不是备份，{_UNCHANGED}") from error


def _unpack(backup: zipfile.ZipFile, name: str, folder: Path | None) -> FileEntry:
    with backup.open(name) as source:
        if folder is None:
            return _copy(source, None)
        target = folder / name
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            entry = _copy(source, file)
    flush(target)
    return entry


def _manifest(path: Path, backup: zipfile.ZipFile) -> Manifest:
    """Return the manifest; raise BadBackup unless it names every member once, at its size, and in a place that backups have."""
    foreign = BadBackup(f"“{path.name}”不是本程序做的备份，{_UNCHANGED}")
    members = backup.infolist()
    sizes = {member.filename: member.file_size for member in members}
    if not 0 < sizes.pop(MANIFEST, 0) <= MOST_MANIFEST:
        raise foreign
    try:
        stored = parsed_json(backup.read(MANIFEST))
        entries = {str(name): FileEntry(int(e["size"]), str(e["sha256"])) for name, e in stored["files"].items()}
        manifest = Manifest(str(stored["made_at"]), str(stored["build"]), entries)
        is_ours = stored["format"] == FORMAT
    except (KeyError, TypeError, AttributeError) as error:
        raise foreign from error
    if not is_ours:
        raise BadBackup(f"备份“{path.name}”是另一个版本的程序做的，{_UNCHANGED}")
    if stray := next((name for name in sizes if not belongs(name)), None):
        raise BadBackup(f"备份“{path.name}”里的“{stray}”不该在备份里，{_UNCHANGED}")
    if len(members) != len(sizes) + 1 or sizes != {name: entry.size for name, entry in entries.items()}:
        raise BadBackup(f"备份“{path.name}”已损坏（内容和清单对不上），{_UNCHANGED}")
    return manifest
