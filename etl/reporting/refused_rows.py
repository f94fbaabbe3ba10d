"""Finds the refused rows of a ledger in the file as it was received, with the headers above them and the reason for each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from command_line import UserError
from etl.cleaning.job import Job, read_ledger
from etl.declarations import record_types
from etl.inbox import recipes
from etl.inbox.folder import Inbox
from etl.problem import SEVERITIES
from etl.reading.correction import RowCells, shown_cells
from etl.reading.grid import Merge, Sheet
from etl.reading.limits import run_limited
from etl.recognition import title
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.meanings import Knowledge
from etl.recognition.side_by_side import recognise_parts
from etl.recognition.unrecognised import Unrecognised
from warehouse import ledgers
from warehouse.build import Build
from warehouse.ledgers import StoredProblem

WHOLE_TABLE = ("missing_column", "missing_year", "missing_community")  # placed in the header, for all rows beneath it
RowProblems = Mapping[str, Mapping[int, Sequence[StoredProblem]]]  # sheet → row as the spreadsheet shows it → why


class NoRefusedRows(UserError):
    """A ledger none of whose rows can be given back. Carries a Chinese sentence."""


@dataclass(frozen=True)
class SheetRow:
    """A row of a sheet as received: one of its headers and titles, or a refused row with why and the grid columns at fault."""

    row_no: int  # as the spreadsheet shows it; 0 stands for the header of a table that has none
    cells: RowCells
    is_header: bool = False
    reason: str = ""
    headers: str = ""
    at_fault: tuple[int, ...] = ()


@dataclass(frozen=True)
class RefusedSheet:
    """The refused rows of a sheet below the headers they stood under, in the order of the sheet."""

    name: str
    rows: tuple[SheetRow, ...]
    merges: tuple[
        tuple[int, int, int, int], ...
    ]  # of headers: first row, first grid column, last row, last grid column

    @property
    def refused_count(self) -> int:
        """Return how many rows were refused."""
        return sum(not row.is_header for row in self.rows)


def refused_files(build: Build) -> dict[str, int]:
    """Return {ledger: refused rows that can be given back} of a build; a row refused as a whole file has no place of its own."""
    return {file: sum(map(len, sheets.values())) for file, sheets in sorted(_refusals(build).items())}


def refused_sheets(folder: Path, build: Build, file: str) -> list[RefusedSheet]:
    """Return the refused rows of a ledger by sheet, read from the inbox in a limited child process.

    Raises NoRefusedRows where there are none or the file is no longer as it was loaded, and Unreadable.
    """
    refusals = _refusals(build).get(file)
    if not refusals:
        raise NoRefusedRows(f"“{file}”没有可以逐行更正的拒收行。")
    ledger, corrections = Inbox(folder).with_corrections(file)
    if build.is_demo:
        raise NoRefusedRows("现在用的是演示台账，没有可以更正的原件。")
    loaded = {source.sha256 for source in ledgers.source_files(build) if source.file == file}
    if ledger is None or ledger.sha256 not in loaded:
        raise NoRefusedRows(f"“{file}”在上次入库之后换过或移走了。请先重新入库，再取更正单。")
    known, _ = recipes.read_all(folder / "recipes")
    job = Job(ledger, folder, b"", known, corrections=tuple(corrections))
    return run_limited(find_refused_rows, job, refusals)


def _refusals(build: Build) -> dict[str, dict[str, dict[int, list[StoredProblem]]]]:
    """Return the refusals of every ledger that have a row of their own."""
    files: dict[str, dict[str, dict[int, list[StoredProblem]]]] = {}
    for problem in ledgers.problems(build):
        if problem.severity == SEVERITIES[0] and problem.row_no is not None and problem.code not in WHOLE_TABLE:
            rows = files.setdefault(problem.file, {}).setdefault(problem.sheet, {})
            rows.setdefault(problem.row_no, []).append(problem)
    return files


def find_refused_rows(job: Job, refusals: RowProblems) -> list[RefusedSheet]:
    """Read a ledger, with the corrections it has already, and return its refused rows; runs inside a limited child process."""
    reading, _ = read_ledger(job)
    knowledge = Knowledge(job.ledger.settings, job.recipes)
    return [
        _refused_sheet(sheet, refusals[sheet.name], _tables(sheet, knowledge, job.ledger.name))
        for sheet in reading.sheets
        if sheet.name in refusals
    ]


def _tables(sheet: Sheet, knowledge: Knowledge, file: str) -> list[LedgerTable]:
    parts = recognise_parts(sheet, record_types(), knowledge.of_sheet(sheet.name), file)
    return [] if isinstance(parts, Unrecognised) else [table for _, tables in parts for table in tables]


def _refused_sheet(
    sheet: Sheet, refusals: Mapping[int, Sequence[StoredProblem]], tables: Sequence[LedgerTable]
) -> RefusedSheet:
    heads: set[int] = set()
    rows: list[SheetRow] = []
    for row_no, problems in refusals.items():
        row = row_no - sheet.first_row
        above = [table for table in tables if table.start <= row < table.stop]
        heads |= {head for table in above for head in _head_rows(sheet, table, tables)}
        rows.append(_refused_row(sheet, row, above, problems))
    rows += [SheetRow(sheet.first_row + head, shown_cells(sheet, head), is_header=True) for head in heads]
    if not heads:
        rows.append(SheetRow(0, (None,) * len(sheet.columns), is_header=True))
    return RefusedSheet(sheet.name, tuple(sorted(rows, key=lambda row: row.row_no)), tuple(_merges(sheet, heads)))


def _head_rows(sheet: Sheet, table: LedgerTable, tables: Sequence[LedgerTable]) -> range:
    """Return the grid rows of a table's title and header."""
    before = [other.stop - 1 for other in tables if other.stop <= table.header.rows[0]]
    first = title.first_title_row(sheet, table.header.rows[0], max(before, default=None))
    return range(max(0, first), table.header.rows[-1] + 1)


def _refused_row(sheet: Sheet, row: int, tables: Sequence[LedgerTable], problems: Sequence[StoredProblem]) -> SheetRow:
    at_fault = {
        index: table.header.text(index)
        for table in tables
        for problem in problems
        for index in _grid_columns(table, problem.column)
    }
    reason = "；".join(dict.fromkeys(problem.message.rstrip("。") for problem in problems))
    headers = "、".join(dict.fromkeys(at_fault.values() or (problem.column for problem in problems)))
    return SheetRow(sheet.first_row + row, shown_cells(sheet, row), False, reason, headers, tuple(at_fault))


def _grid_columns(table: LedgerTable, labels: str) -> Iterator[int]:
    """Yield the grid columns that feed the columns of these labels (票据号, or several joined by 、)."""
    for column in table.record.columns:
        if column.label in labels.split("、"):
            yield from table.sources.get(column.name, ())


def _merges(sheet: Sheet, heads: set[int]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the merged cells of the head rows, rows as the spreadsheet shows them."""
    for merge in sheet.merges:
        if set(range(merge.top, merge.bottom + 1)) <= heads and _is_block(merge):
            yield sheet.first_row + merge.top, merge.left, sheet.first_row + merge.bottom, merge.right


def _is_block(merge: Merge) -> bool:
    return (merge.top, merge.left) != (merge.bottom, merge.right)
