"""The manifest of a pack, and the check of a pack's files against it: no byte of the zip can change unnoticed."""

import hashlib
import json
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from command_line import UserError
from documents.file_size import size_text
from documents.reproducible_zip import bundled
from evidence.pack.content import Pack

FORMAT = 1  # raised when packs made before can no longer be checked in the same way
MANIFEST = "manifest.json"
MOST_BYTES = 256_000_000  # a larger pack is not unpacked; six communities over six years take half a megabyte
# All that decides a pack's bytes beside the build: our own files, and the libraries that write.
PACKAGES = ("documents", "wording", "evidence", "indicators", "warehouse", "etl/records", "etl/facts")
WRITERS = ("jinja2", "lxml", "python-docx", "wcwidth", "xlsxwriter")
NO_MANIFEST = f"“{{name}}”里没有可读的{MANIFEST}，不是本系统生成的材料包。"
# All that zipfile raises over a bad archive.
_BROKEN_ZIP = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError)


class PackError(UserError):
    """A pack cannot be made or read; the message is for the reader, in Chinese."""


@dataclass(frozen=True)
class FileChange:
    """One file that is not as the manifest says, and what happened to it in words."""

    name: str
    words: str


def manifest(pack: Pack, files: Mapping[str, bytes]) -> bytes:
    """Return the manifest of these files: what was asked, from which build and ledgers, and every checksum."""
    return _sealed(
        {
            "product": "五社成效",
            "format": FORMAT,
            "title": pack.title,
            "is_demo": pack.is_demo,
            "build": pack.build,
            "built_at": pack.built_at.isoformat(),
            "inputs": dict(pack.inputs),
            "definitions": {definition.id: definition.version for definition in pack.definitions},
            "files": [{"name": name, "size": len(body), "sha256": _sha256(body)} for name, body in files.items()],
            "sources": [{"file": source.file, "sha256": source.sha256} for source in pack.sources],
        }
    )


@cache
def program_fingerprint() -> str:
    """Return a fingerprint of the program and its libraries: packs made by the same one can be compared to the last byte."""
    root = Path(__file__).parents[2]
    files = (
        path for package in PACKAGES for path in (root / package).rglob("*") if path.suffix in (".py", ".toml", ".html")
    )
    digest = hashlib.sha256()
    for path in sorted(files, key=lambda path: path.relative_to(root).as_posix()):
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    digest.update(",".join(f"{name}={version(name)}" for name in WRITERS).encode())
    return digest.hexdigest()[:16]


def read_files(path: Path) -> dict[str, bytes]:
    """Return every file of a pack by its name, in the zip's order; one that can no longer be unpacked is empty.

    Raises PackError when the zip as a whole cannot be read.
    """
    try:
        with ZipFile(path) as pack:
            if sum(entry.file_size for entry in pack.infolist()) > MOST_BYTES:
                raise PackError(f"“{path.name}”解开后超过{size_text(MOST_BYTES)}，不是本系统生成的材料包。")
            return {name: _unpacked(pack, name) for name in pack.namelist()}
    except OSError as error:
        raise PackError(f"读不到材料包“{path.name}”，请检查文件是否还在。") from error
    except _BROKEN_ZIP as error:
        raise PackError(f"“{path.name}”不是完好的zip文件，可能下载不完整、已损坏或被改动，请重新取得。") from error


def _unpacked(pack: ZipFile, name: str) -> bytes:
    try:
        return pack.read(name)
    except _BROKEN_ZIP:
        return b""


def changed_files(files: Mapping[str, bytes], path: Path) -> list[FileChange]:
    """Return every file of the pack at `path` that differs from its manifest; an empty list: not one byte has changed."""
    stored = manifest_of(files, path)
    changes = list(_file_changes({file["name"]: file["sha256"] for file in stored["files"]}, files))
    if files[MANIFEST] != _sealed({key: value for key, value in stored.items() if key != "seal"}):
        changes.append(FileChange(MANIFEST, "清单本身被改动"))
    if not changes and not _is_bundle_of(files, stored.get("built_at"), path):
        changes.append(FileChange(path.name, "各文件未变，压缩包的外壳被改动"))
    return changes


def _is_bundle_of(files: Mapping[str, bytes], built_at: object, path: Path) -> bool:
    """Whether a zip is what these files make, bundled at this ISO time, to the last byte."""
    try:
        return bundled(files, datetime.fromisoformat(str(built_at))) == path.read_bytes()
    except (ValueError, struct.error):  # no time, or one that a zip cannot hold
        return False


def _file_changes(checksums: Mapping[str, str], files: Mapping[str, bytes]) -> Iterator[FileChange]:
    for name, checksum in checksums.items():
        if name not in files:
            yield FileChange(name, "缺少")
        elif _sha256(files[name]) != checksum:
            yield FileChange(name, "内容已改变")
    yield from (FileChange(name, "清单外多出") for name in files if name not in checksums and name != MANIFEST)


def manifest_of(files: Mapping[str, bytes], path: Path) -> dict[str, Any]:
    """Return what the manifest among the files of the pack at `path` says, with the keys of `manifest`. Raises PackError."""
    try:
        stored = json.loads(files[MANIFEST])
        version = stored["format"]
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise PackError(NO_MANIFEST.format(name=path.name)) from error
    if version != FORMAT:
        raise PackError(f"“{path.name}”的材料包格式是第{version}版，本系统只能核对第{FORMAT}版，请用生成它的版本核对。")
    if not _has_checksums(stored.get("files")):
        raise PackError(NO_MANIFEST.format(name=path.name))
    return stored


def _has_checksums(entries: object) -> bool:
    """Whether these are the entries of a manifest's files, each with its name and checksum."""
    return isinstance(entries, list) and all(
        isinstance(entry, dict) and isinstance(entry.get("name"), str) and isinstance(entry.get("sha256"), str)
        for entry in entries
    )


def _sealed(contents: Mapping[str, object]) -> bytes:
    """Return the manifest as JSON with a checksum of its own; it finds accidents, not a forger who seals anew."""
    seal = _sha256(json.dumps(contents, ensure_ascii=False, sort_keys=True).encode("utf-8"))
    return json.dumps({**contents, "seal": seal}, ensure_ascii=False, indent=1).encode("utf-8")


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
