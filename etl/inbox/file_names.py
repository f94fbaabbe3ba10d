"""Names under which files and sheets are kept: readable, without names of people, short enough for every usual file system."""

import hashlib
import os
from pathlib import PurePosixPath

from etl.parse import file_name_without_personal_data

PART_BYTES = 240  # of one part of a path; file systems allow 255, and a numbered name must still fit


def readable_name(name: str) -> str:
    """Return a path with its undecodable parts read as GBK, as they are after unpacking what Windows in China packed."""
    written = os.fsencode(name)
    try:
        written.decode()
    except UnicodeDecodeError:
        return written.decode("gb18030", errors="replace")
    return name


def private_name(name: str) -> str:
    """Return a path without names and numbers of people; a part that was masked ends with a hash that tells it apart."""
    return "/".join(map(_private_part, name.split("/")))


def _private_part(part: str) -> str:
    stem, dot, suffix = part.rpartition(".") if "." in part else (part, "", "")
    masked = file_name_without_personal_data(stem)
    return part if masked == stem else f"{masked}~{hashlib.sha256(part.encode()).hexdigest()[:6]}{dot}{suffix}"


def short_name(name: str) -> str:
    """Return a path whose parts are no longer than PART_BYTES; a part that was cut ends with a hash that tells it apart."""
    return "/".join(map(_short_part, name.split("/")))


def _short_part(part: str) -> str:
    if len(part.encode()) <= PART_BYTES:
        return part
    suffix = PurePosixPath(part).suffix[:10]
    ending = f"…{hashlib.sha256(part.encode()).hexdigest()[:8]}{suffix}"
    return part.encode()[: PART_BYTES - len(ending.encode())].decode(errors="ignore") + ending
