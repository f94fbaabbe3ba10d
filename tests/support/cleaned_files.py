"""Reads and cleans a ledger as a load would, alone and without storing anything."""

from pathlib import Path

from etl.cleaning.cleaned_ledger import CleanedLedger
from etl.cleaning.job import Job, read_and_clean
from etl.inbox.folder import Ledger
from etl.inbox.settings import Settings

NAME = "台账.csv"  # says nothing of what is inside
_KEY = b"0" * 32


def clean_file(path: Path, settings: Settings | None = None) -> CleanedLedger:
    """Return what becomes of a file."""
    return read_and_clean(Job(Ledger(path.name, path, "", settings or Settings()), path.parent, _KEY))[1]


def clean_text(folder: Path, text: str, settings: Settings | None = None, name: str = NAME) -> CleanedLedger:
    """Return what becomes of a text, written into the folder as a file of this name."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return clean_file(path, settings)


def rows_loaded(ledger: CleanedLedger) -> int:
    """Return how many rows of all its tables come in."""
    return sum(report.loaded for report in ledger.reports)


def refusals(ledger: CleanedLedger) -> list[str]:
    """Return the sentences on the rows that are refused."""
    return [problem.message for problem in ledger.problems if problem.severity == "拒收"]


def all_that_is_said(ledger: CleanedLedger) -> str:
    """Return why sheets were refused, and every sentence on their rows."""
    return " ".join(
        [*(sheet.error or "" for sheet in ledger.sheets), *(problem.message for problem in ledger.problems)]
    )
