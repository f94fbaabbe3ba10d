"""Zip files whose bytes depend on nothing but their contents and one given time."""

import io
from collections.abc import Callable, Iterable
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def zipped(files: Iterable[tuple[str, bytes]], at: datetime) -> bytes:
    """Return a zip of (name, content) in the order given, every file dated `at`."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(_entry(name, at), content)
    return stream.getvalue()


def steady(archive: bytes, at: datetime, revise: Callable[[str, bytes], bytes] = lambda name, content: content) -> bytes:
    """Return a zip (.docx and .xlsx are ones) packed again with fixed dates, each file passed through `revise`."""
    with ZipFile(io.BytesIO(archive)) as old:
        return zipped(((name, revise(name, old.read(name))) for name in old.namelist()), at)


def _entry(name: str, at: datetime) -> ZipInfo:
    entry = ZipInfo(name, at.timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 3  # otherwise the bytes tell on which system they were made
    entry.external_attr = 0o644 << 16
    return entry
