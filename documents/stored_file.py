"""Reads the small files that this program wrote: JSON, TOML and lines of text, which anything may have happened to since."""

import errno
import json
import os
import tomllib
from pathlib import Path
from typing import Any


def stored_text(path: Path) -> str:
    """Return the text of a file. Raises OSError also for a pipe or device, which to read would be to wait, and ValueError for no UTF-8."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(path))
    return path.read_text(encoding="utf-8")


def stored_json(path: Path) -> Any:
    """Return what a file of JSON holds. Raises OSError, and ValueError where it is damaged."""
    return parsed_json(stored_text(path))


def stored_toml(path: Path) -> dict[str, Any]:
    """Return what a file of TOML holds. Raises OSError, and ValueError where it is damaged."""
    try:
        return tomllib.loads(stored_text(path))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def parsed_json(text: str | bytes) -> Any:
    """Return what a text of JSON says. Raises ValueError where it is none, also where it is nested more deeply than can be read."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
