"""Packs zip files whose bytes depend on nothing but their contents and one date."""

import io
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo


def bundled(files: Mapping[str, bytes], at: datetime) -> bytes:
    """Return a zip of files by name, dated `at`.

    Nothing is compressed: compressors differ between machines, and a pack is checked to the last byte anywhere.
    """
    return _zipped(files.items(), at, ZIP_STORED)


def reproducible(
    archive: bytes, at: datetime, revise: Callable[[str, bytes], bytes] = lambda name, content: content
) -> bytes:
    """Return a zip (.docx and .xlsx are ones) packed again with fixed dates, each file passed through `revise`."""
    with ZipFile(io.BytesIO(archive)) as old:
        return _zipped(((name, revise(name, old.read(name))) for name in old.namelist()), at, ZIP_DEFLATED)


def _zipped(files: Iterable[tuple[str, bytes]], at: datetime, compression: int) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in files:
            archive.writestr(_entry(name, at), content, compression)
    return stream.getvalue()


def _entry(name: str, at: datetime) -> ZipInfo:
    entry = ZipInfo(name, at.timetuple()[:6])
    entry.create_system = 3  # otherwise the bytes tell on which system they were made
    entry.external_attr = 0o644 << 16
    return entry
