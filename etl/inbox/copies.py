"""Finds files whose bytes are those of another: a list handed in twice is taken once."""

import filecmp
from collections.abc import Iterable, Mapping
from pathlib import Path

from etl.inbox.folder import Ledger


def copies(arrivals: Mapping[str, Path], received: Iterable[tuple[str, Path]]) -> dict[str, str]:
    """Return {name of an arrival: another file of the same bytes}, received before or among the arrivals before it."""
    by_size: dict[int, list[tuple[str, Path]]] = {}
    for name, path in received:
        by_size.setdefault(path.stat().st_size, []).append((name, path))
    twins = {}
    for name, path in arrivals.items():
        alike = by_size.setdefault(path.stat().st_size, [])
        others = (other for other, file in alike if other != name and _are_equal(path, file))
        if twin := next(others, None):
            twins[name] = twin
        alike.append((name, path))
    return twins


def later_copies(ledgers: Iterable[Ledger]) -> dict[str, str]:
    """Return {name of a ledger: the one before it that has the same bytes}; those of a file that cannot be read are nobody else's."""
    first: dict[str, str] = {}
    pairs = ((ledger.name, first.setdefault(ledger.sha256 or ledger.name, ledger.name)) for ledger in ledgers)
    return {name: earlier for name, earlier in pairs if earlier != name}


def _are_equal(path: Path, other: Path) -> bool:
    """Tell whether two files have the same bytes; of one that cannot be read this is not known."""
    try:
        return filecmp.cmp(path, other, shallow=False)
    except OSError:
        return False


def same_file_sentence(name: str) -> str:
    """Say of a file that its bytes are those of another, whose name is given."""
    return f"与“{name}”是同一个文件，没有重复入库。"
