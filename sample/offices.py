"""All offices that keep sample ledgers, and the folder they write to."""

from pathlib import Path

from registry import collect
from sample import ledgers
from sample.office import Office


def write(folder: Path) -> list[Path]:
    """Write every ledger of every office into a folder and return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    return [book.write(folder) for office in collect(ledgers, Office).values() for book in office.books()]
