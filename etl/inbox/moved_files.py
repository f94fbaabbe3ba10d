"""Moves files within a data folder: none is overwritten, what fails can put them back, and what is no file makes way for one."""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path

REMOVED = "removed"  # in the data folder: ledgers taken back or replaced, and what lay where a file of ours belongs


def is_no_file(path: Path) -> bool:
    """Tell whether a folder, or a link to no file, lies where a file belongs; False where nothing does."""
    return os.path.lexists(path) and not path.is_file()


def is_no_folder(path: Path) -> bool:
    """Tell whether something else lies where a folder belongs; False where nothing does."""
    return os.path.lexists(path) and not path.is_dir()


def clear_way(data: Path, path: Path) -> None:
    """Move what is no file from where one is to be written, to data/removed; the caller holds the lock of the data folder."""
    if is_no_file(path):
        _put_aside(data, path)


def told_clear_way(data: Path, files: Iterable[Path], folders: Iterable[Path]) -> list[str]:
    """Clear the way for files that this run reads, and for folders it writes in; return a sentence for each place where something else lay."""
    sentences = []
    for path in filter(is_no_file, files):
        _put_aside(data, path)
        sentences.append(f"“{path.name}”的位置上不是文件，已移到 {REMOVED} 文件夹；原来里面写的这次没有用上。")
    for path in filter(is_no_folder, folders):
        _put_aside(data, path)
        sentences.append(f"“{path.name}”的位置上不是文件夹，已移到 {REMOVED} 文件夹。")
    return sentences


def _put_aside(data: Path, path: Path) -> None:
    move(path, data / REMOVED / path.name.lstrip("."))


def move(path: Path, target: Path) -> Path:
    """Move a file, under a numbered name where its new one is taken, and return where it lies now."""
    target.parent.mkdir(parents=True, exist_ok=True)
    numbered = (target.with_name(f"{target.stem}-{number}{target.suffix}") for number in count(2))
    place = next(free for free in chain([target], numbered) if not os.path.lexists(free))
    shutil.move(path, place)
    return place


@contextmanager
def moved(targets: Mapping[Path, Path]) -> Iterator[None]:
    """Move files, given as {from: to}; where that or the block fails, put them back: a rename needs no room on a full disk."""
    places: dict[Path, Path] = {}
    try:
        for path, target in targets.items():
            places[path] = move(path, target)
        yield
    except BaseException:
        for path, place in places.items():
            shutil.move(place, path)
        raise
