"""Reads and cleans one file with the corrections that belong to it; stores nothing."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import etl
from etl.cleaning import pseudonyms
from etl.cleaning.cleaned_ledger import CleanedLedger, clean_ledger
from etl.cleaning.privacy_gate import let_through
from etl.declarations import record_types
from etl.inbox.file_names import private_name
from etl.inbox.folder import Ledger, file_sha256
from etl.inbox.recipes import Recipe
from etl.parse.indicator_names import DEFINITIONS
from etl.problem import Problem
from etl.reading.correction import Correction, columns_by_row, corrected, correction_in
from etl.reading.file_reader import read_file
from etl.reading.grid import Reading, Unreadable
from etl.recognition.meanings import Knowledge
from warehouse.ledgers import CORRECTED


@dataclass(frozen=True)
class Job:
    """All that a child process needs to clean one file: `key` is the office's secret, `recipes` those of the office by layout.

    The password of a locked workbook is stored nowhere; "" where none is known. `corrections` are those of this ledger.
    """

    ledger: Ledger
    folder: Path
    key: bytes
    recipes: Mapping[str, Recipe] = field(default_factory=dict)
    password: str = field(default="", repr=False)
    corrections: tuple[Ledger, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Return a hash of what a clean file depends on: the file, its name, the settings, the secret and this program.

        The recipes of the layouts it met are compared beside it, so that a new recipe touches no other file.
        """
        parts = (
            self.ledger.name,
            self.ledger.sha256,
            self.ledger.settings.as_stored(),
            pseudonyms.secret_id(self.key),
            program(),
            *((correction.name, correction.sha256) for correction in self.corrections),
        )
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]

    @property
    def stem(self) -> str:
        return f"{self.ledger.sha256}-{name_hash(self.ledger.name)}"


def name_hash(name: str) -> str:
    """Return what the names of all clean files of a ledger end with."""
    return hashlib.sha256(name.encode()).hexdigest()[:8]


@cache
def program() -> str:
    """Return a hash of the source of the ETL and of the indicators, whose names ledgers of targets may use.

    To ask the indicators for their names would import them all, which takes longer than to read them.
    """
    digest = hashlib.sha256()
    source = Path(etl.__file__).parents[1]
    for folder in (source / "etl", source / DEFINITIONS.partition(".")[0]):
        for path in sorted(folder.rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


class Changed(Unreadable):
    """A file whose bytes are no longer those by whose hash it is known."""

    def __init__(self) -> None:
        super().__init__("文件在读取时被改动了，这次没有读入。请保存、关闭后再运行一次。")


def read_and_clean(job: Job) -> tuple[Reading, CleanedLedger]:
    """Read and clean one file; nothing is stored. To be called inside a limited child process."""
    reading = _read(job.ledger, job.password)
    if correction := correction_in(reading):
        return reading, CleanedLedger(job.ledger.name, corrects=correction.link)
    reading, notes = _with_corrections(job, reading)
    knowledge = Knowledge(job.ledger.settings, job.recipes)
    cleaned = clean_ledger(reading, job.ledger.name, record_types(), knowledge, job.key)
    cleaned.problems += notes
    return reading, let_through(cleaned, job.ledger.settings, job.key)


def read_ledger(job: Job) -> tuple[Reading, list[Problem]]:
    """Return the reading of a ledger with its corrections applied, and a note for each row that they change."""
    return _with_corrections(job, _read(job.ledger, job.password))


def _with_corrections(job: Job, reading: Reading) -> tuple[Reading, list[Problem]]:
    notes = []
    for correction, ledger in _corrections(job):
        reading, cells = corrected(reading, correction)
        for (sheet, row_no), headers in columns_by_row(cells).items():
            names = "、".join(headers)
            message = f"“{names}”按更正单“{ledger.name}”改过，其余各列同原件。"
            place = (sheet, row_no, names, "")
            notes.append(Problem(CORRECTED, "提示", job.ledger.name, message, *place))
    return reading, notes


def _corrections(job: Job) -> list[tuple[Correction, Ledger]]:
    """Return the corrections of a ledger as it is now, those of later builds last: they prevail."""
    pairs = [(correction, ledger) for ledger in job.corrections if (correction := correction_in(_read(ledger, "")))]
    fitting = [pair for pair in pairs if pair[0].link.is_of(job.ledger.name, job.ledger.sha256)]
    return sorted(fitting, key=lambda pair: (pair[0].link.batch, pair[1].name))


def _read(ledger: Ledger, password: str) -> Reading:
    """Read a file, and make sure that it is the one known by its hash."""
    reading = read_file(ledger.path, password)
    if ledger.sha256 and file_sha256(ledger.path) != ledger.sha256:
        raise Changed
    sheets = tuple(replace(sheet, name=private_name(sheet.name)) for sheet in reading.sheets)
    return replace(reading, sheets=sheets)
