"""Reads a build's books: what became of every ledger, what was found wrong, totals printed in ledgers, months reported."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from etl.problem import SEVERITIES, SKIPPED, Severity
from warehouse.build import Build

CORRECTED = "corrected"  # code of the note that names the correction of a row
SheetKey = tuple[str, str, str]  # record type, file, sheet
MonthsByLedger = Mapping[tuple[str, str], set[date]]  # (record type, community) → first days of the months reported


@dataclass(frozen=True)
class SourceFile:
    """What became of the rows of one record type on one sheet of a file; `error` says why a file could not be read at all."""

    file: str
    sheet: str
    record: str | None
    encoding: str | None
    sha256: str
    read: int
    loaded: int
    refused: int
    skipped: int
    error: str | None = None

    @property
    def key(self) -> SheetKey:
        return self.record or "", self.file, self.sheet


@dataclass(frozen=True)
class StoredProblem:
    """A row, sheet or file that needs a person; `row_no` None speaks of the sheet or file, `record` and `community` if known."""

    severity: Severity
    message: str
    file: str
    sheet: str
    row_no: int | None
    column: str
    cell: str
    record: str | None
    community: str | None
    code: str

    @property
    def needs_person(self) -> bool:
        """Whether somebody has to act or look: not at rows that are no records, nor at those a person has corrected."""
        return self.severity != SKIPPED and self.code != CORRECTED

    @property
    def is_whole_file(self) -> bool:
        """Whether a file was refused as a whole: it could not be read, or was sent before."""
        return self.severity == "拒收" and self.row_no is None


@dataclass(frozen=True)
class Unloaded:
    """What is not in a build, and what is but needs a look: `rows_to_mend` stand in files of which the rest was loaded."""

    rows_to_mend: int
    refused_files: int
    rows_of_refused_files: int
    hints: int

    @property
    def rows(self) -> int:
        """All rows that were not loaded."""
        return self.rows_to_mend + self.rows_of_refused_files


@dataclass(frozen=True)
class Total:
    """A total printed in a ledger beside our own sum of the same rows, of which `refused` stands in rows that were refused.

    `place` is sheet and row as the spreadsheet shows them.
    """

    file: str
    sheet: str
    row_no: int
    record: str
    column: str
    printed: float
    computed: float
    refused: float
    agrees: bool
    place: str


class Rows(Protocol):
    """Whatever answers a query with rows: a build, or one that is being made."""

    def rows(self, sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query, values bound."""


@dataclass(frozen=True)
class Books:
    """All that a build says of its ledgers."""

    source_files: list[SourceFile]
    problems: list[StoredProblem]
    totals: list[Total]


def books(build: Rows) -> Books:
    """Return the books of a build."""
    return Books(source_files(build), problems(build), totals(build))


def source_files(build: Rows) -> list[SourceFile]:
    """Return the account of every file, sheet and record type, by file, sheet and record type."""
    columns = "file, sheet, record, encoding, sha256, read, loaded, refused, skipped, error"
    return [SourceFile(*row) for row in build.rows(f"select {columns} from source_file order by file, sheet, record")]


def problems(build: Rows) -> list[StoredProblem]:
    """Return every problem: refused rows first, then what is to be looked at, then rows that are no records; each by place."""
    query = """
        select severity, message, file, coalesce(sheet, ''), row_no, coalesce("column", ''), coalesce(cell, ''), record, community, code
        from problem order by list_position(?, severity), file, 4, row_no, 6, message
        """
    return [StoredProblem(*row) for row in build.rows(query, (list(SEVERITIES),))]


def unloaded(build: Rows) -> Unloaded:
    """Return how many rows of which kind a build was made without; every count of them on screen is one of these."""
    stored = problems(build)
    refused_files = {problem.file for problem in stored if problem.is_whole_file}
    refused = Counter[bool]()
    for sheet in source_files(build):
        refused[sheet.file in refused_files] += sheet.refused
    hints = sum(problem.severity == "提示" and problem.needs_person for problem in stored)
    return Unloaded(refused[False], len(refused_files), refused[True], hints)


def early_refusals(build: Build) -> dict[SheetKey, tuple[int, int]]:
    """Return {(record type, file, sheet): rows} of those refused while they were read, and of those that name no known community."""
    columns = "record, file, sheet, refused_in_reading, refused_of_no_community"
    lines = build.rows(f"select {columns} from source_file where record is not null")
    return {(record, file, sheet): (in_reading, of_none) for record, file, sheet, in_reading, of_none in lines}


def refused_rows(build: Build) -> dict[SheetKey, dict[str, int]]:
    """Return {(record type, file, sheet): {community: rows}} of the rows that were refused although their community is known."""
    query = """
        select record, file, coalesce(sheet, ''), community, count(*) from problem
        where severity = '拒收' and community is not null and row_no is not null group by all order by all
        """
    return rows_by_community(build.rows(query))


def rows_by_community(lines: Iterable[tuple[str, str, str, str, int]]) -> dict[SheetKey, dict[str, int]]:
    """Return {(record type, file, sheet): {community: rows}} of lines (record type, file, sheet, community, rows)."""
    by_sheet: dict[SheetKey, dict[str, int]] = {}
    for record, file, sheet, community, rows in lines:
        by_sheet.setdefault((record, file, sheet), {})[community] = rows
    return by_sheet


def totals(build: Rows) -> list[Total]:
    """Return the totals printed in ledgers, those that differ from our own sum first."""
    columns = "file, sheet, row_no, record, column_label, printed, computed, refused, agrees, place"
    query = f"select {columns} from printed_total order by agrees, file, sheet, row_no, column_label"
    return [Total(*row) for row in build.rows(query)]


def months_by_ledger(build: Build) -> MonthsByLedger:
    """Return the months that communities reported, by record type and community."""
    return build.lasting("months by ledger", lambda: _months_by_ledger(build))


def ledgers_sent(build: Build) -> frozenset[str]:
    """Return the record types of which any community reported a month."""
    return build.lasting("ledgers sent", lambda: frozenset(record for record, _ in months_by_ledger(build)))


def _months_by_ledger(build: Build) -> MonthsByLedger:
    return {(record, community): set(months) for record, community, months in build.small("coverage")}


def reported_months(build: Build, record: str) -> dict[str, set[date]]:
    """Return {community: first days of the months} for which a record type was reported."""
    by_ledger = months_by_ledger(build)
    return {community: months for (name, community), months in by_ledger.items() if name == record}
