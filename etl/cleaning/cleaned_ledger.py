"""Cleans one ledger file: typed rows per record type, with sheet and row, their problems, and a report that adds up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pyarrow as pa

from etl.cleaning.all_zero import all_zero, zero_column
from etl.cleaning.broken_rules import broken_by_column, broken_rules
from etl.cleaning.community_part import stored_order
from etl.cleaning.explanations import EXPLAINS, is_explanation
from etl.cleaning.forms_beside_tables import beside_table
from etl.cleaning.own_downloads import download_title, source_files, why_no_ledger
from etl.cleaning.parsed_table import ParsedTable
from etl.cleaning.passed_sheets import not_looked_at, passed_over_code
from etl.cleaning.printed_totals import PrintedTotal
from etl.cleaning.remarks_on_loaded import remarks_on_loaded
from etl.cleaning.row_rules import apply_rules
from etl.cleaning.sheet_report import SheetReport, passed_over, refused_sheet, taken_sheets
from etl.cleaning.sheet_tables import tables_of
from etl.cleaning.stored_rows import rows_at
from etl.cleaning.table_body import TableBody
from etl.cleaning.table_totals import RecordSums, of_all_blocks, printed_totals, sums_of_records, with_shared_totals
from etl.cleaning.unstored_texts import told_apart
from etl.columns import COMMUNITY
from etl.problem import Problem
from etl.reading.correction import CorrectionLink
from etl.reading.grid import Reading, Sheet
from etl.recognition.meanings import Knowledge
from etl.recognition.side_by_side import Part
from etl.recognition.stated_period import StatedPeriod, stated_period
from etl.recognition.unrecognised import Unrecognised
from etl.schema import BUILD_NOTE, EXPLANATION_SHEET, NOTES_SHEET, RecordType


@dataclass(frozen=True)
class TableReport:
    """What became of the rows of one table of a sheet: read = loaded + refused + skipped, each counted where it happens."""

    sheet: str
    record: str
    table_no: int  # tells several tables of one sheet apart
    read: int
    loaded: int
    refused: int
    skipped: int
    totals: tuple[PrintedTotal, ...]
    context: tuple[str, ...]  # title, sheet name and file name, which may state community and period
    stated_period: StatedPeriod | None
    has_community_column: bool
    remembered_community: str = ""
    headed: tuple[str, ...] = ()  # what rows are counted by and a header of the table tells
    is_all_zero: bool = False  # its amounts may stand in another column: it does not say that there was nothing


@dataclass
class CleanedLedger:
    """The typed rows of one file by record type, a hash of each of them, its problems and its tables' reports.

    `corrects` is set for a correction, `sources` for records downloaded from here: the ledgers from which they come.
    """

    file: str
    tables: dict[str, list[pa.Table]] = field(default_factory=dict)
    hashes: dict[str, list[np.ndarray]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    reports: list[TableReport] = field(default_factory=list)
    sheets: list[SheetReport] = field(default_factory=list)
    corrects: CorrectionLink | None = None
    sources: tuple[str, ...] = ()


def clean_ledger(
    reading: Reading, file: str, records: Mapping[str, RecordType], knowledge: Knowledge, key: bytes
) -> CleanedLedger:
    """Clean every table of a file. A sheet with content but no known table is a problem, not a failure."""
    ledger = CleanedLedger(file, sources=source_files(reading))
    explanations: list[tuple[Sheet, Unrecognised]] = []
    forms: list[tuple[Sheet, Sequence[Part], list[str]]] = []
    for sheet, parts, notes in _looked_at(ledger, reading, records, knowledge):
        if not isinstance(parts, Unrecognised):
            if sheet.origin:
                forms.append((sheet, parts, notes))
            else:
                _take(ledger, sheet, parts, notes, key)
        elif is_explanation(sheet, parts):
            explanations.append((sheet, parts))
        else:
            title = download_title(reading)
            refused = Unrecognised(parts.headers, objection=why_no_ledger(title)) if title else parts
            _refuse(ledger, sheet, refused)
    _add_forms(ledger, forms, key)
    _pass_over(ledger, explanations)
    return ledger


def _looked_at(
    ledger: CleanedLedger, reading: Reading, records: Mapping[str, RecordType], knowledge: Knowledge
) -> Iterator[tuple[Sheet, Sequence[Part] | Unrecognised, list[str]]]:
    """Yield what each sheet with content holds, with notes on how it is read; of one that is left out it is told why."""
    for sheet in reading.sheets:
        if sheet.height == 0 or _explains(sheet):
            continue
        if reason := not_looked_at(sheet, knowledge.settings):
            code = passed_over_code(sheet, knowledge.settings)
            ledger.problems.append(Problem(code, "提示", ledger.file, reason, sheet=sheet.name))
            ledger.sheets.append(passed_over(sheet, reason))
        else:
            yield tables_of(sheet, records, knowledge, ledger.file)


def _add_forms(ledger: CleanedLedger, forms: Sequence[tuple[Sheet, Sequence[Part], list[str]]], key: bytes) -> None:
    """Add what forms hold, but for copies of what the tables of the ledger hold."""
    tables = [(report.record, report.sheet) for report in ledger.reports]
    for sheet, parts, notes in forms:
        if of_list := beside_table(parts, tables):
            _refuse(ledger, sheet, of_list)
        else:
            _take(ledger, sheet, parts, notes, key)


def _pass_over(ledger: CleanedLedger, explanations: Sequence[tuple[Sheet, Unrecognised]]) -> None:
    """Pass over sheets that explain, unless they are all there is: then they are what was meant to be loaded."""
    for sheet, unrecognised in explanations:
        if ledger.reports:
            ledger.problems.append(Problem("explanation_sheet", "提示", ledger.file, EXPLAINS, sheet=sheet.name))
            ledger.sheets.append(SheetReport(sheet.name))
        else:
            _refuse(ledger, sheet, unrecognised)


def _take(ledger: CleanedLedger, sheet: Sheet, parts: Sequence[Part], notes: Sequence[str], key: bytes) -> None:
    """Add what a sheet was taken for, and its tables."""
    ledger.sheets += taken_sheets(sheet, [table for _, tables in parts for table in tables])
    ledger.problems += [Problem("column_style", "提示", ledger.file, note, sheet=sheet.name) for note in notes]
    _add_tables(ledger, parts, ledger.file, key)


def _add_tables(ledger: CleanedLedger, parts: Sequence[Part], file: str, key: bytes) -> None:
    """Add the tables of a sheet, whose printed totals may be those of all blocks side by side."""
    first = len(ledger.reports)
    bodies = [TableBody.of(part, table, file, n) for n, (part, tables) in enumerate(parts) for table in tables]
    told = with_shared_totals(bodies) if len(parts) > 1 else bodies
    sums = [_add_table(ledger, body, key) for body in told if not body.is_unused_side]
    if len(parts) > 1:
        reports = ledger.reports[first:]
        ledger.reports[first:] = [replace(each, totals=of_all_blocks(each.totals, sums)) for each in reports]


def _refuse(ledger: CleanedLedger, sheet: Sheet, unrecognised: Unrecognised) -> None:
    refused = refused_sheet(sheet, unrecognised)
    ledger.problems.append(Problem("unknown_sheet", "提示", ledger.file, refused.error or "", sheet=sheet.name))
    ledger.sheets.append(refused)


def _explains(sheet: Sheet) -> bool:
    """Tell whether a sheet is one on which a template or a download of ours explains itself."""
    notes = sheet.columns[0].dictionary.to_pylist() if sheet.name == NOTES_SHEET else ()
    return sheet.name == EXPLANATION_SHEET or any(note.startswith(BUILD_NOTE) for note in notes)


def _add_table(ledger: CleanedLedger, body: TableBody, key: bytes) -> RecordSums:
    """Add the rows, problems and report of one table to a ledger; return what its records add up to."""
    record = body.table.record
    if body.table.header.is_checked:
        record = replace(record, checks=tuple(check for check in record.checks if not check.is_doubt))
    labelled, body = body.without_labelled()
    parsed = ParsedTable.of(body, key)
    ruled = apply_rules(record, parsed.typed_rows())
    body = body.without({rule.sentence: mask for rule, mask in zip(record.exclusions, ruled.exclusions, strict=True)})
    parsed = replace(parsed, body=body)
    is_bad = np.logical_or.reduce([parsed.unreadable(column) for column in record.columns if column.is_decisive])
    missing_cells, is_missing = parsed.missing_cells()
    _tell_of_columns(ledger, parsed)
    ledger.problems += all_zero(body)
    undone, is_undone = body.undone()
    other_nature, is_other_nature = body.of_other_nature()
    ledger.problems += [*body.read_as_two(), *labelled, *undone, *other_nature]
    is_refused = is_bad | is_missing | is_undone | is_other_nature | (ruled.broken_check >= 0)
    remark = np.where(is_refused, -1, ruled.remark)  # of a row that stays out nothing more need be said
    bad_cells = parsed.bad_cells(is_refused, broken_by_column(record.checks, ruled.broken_check))
    ledger.problems += [*body.skipped(), *bad_cells, *missing_cells, *body.unsigned()]
    ledger.problems += broken_rules(parsed, record.checks, ruled.broken_check, "broken_rule", "拒收")
    ledger.problems += broken_rules(parsed, record.remarks, remark, "remark", "提示")
    is_loaded = body.rows.is_record & ~is_refused
    remarked = remarks_on_loaded(body, ruled.rows, is_loaded)
    ledger.problems += [note for note in remarked if note not in ledger.problems]
    loaded = stored_order(ruled.rows, np.flatnonzero(is_loaded), record.placed_on)
    ledger.tables.setdefault(record.id, []).append(rows_at(ruled.rows, loaded))
    hashes = told_apart(ruled.hashes, record, body.table.sources, body.columns, key)
    ledger.hashes.setdefault(record.id, []).append(hashes[loaded])
    refused = int((body.rows.is_record & is_refused).sum()) + len(labelled)
    ledger.reports.append(_report(body, len(loaded), refused, tuple(printed_totals(parsed, is_refused))))
    return sums_of_records(parsed, is_refused)


def _tell_of_columns(ledger: CleanedLedger, parsed: ParsedTable) -> None:
    """Tell what the lines above and the columns of a table are taken for; once of what tables of one sheet have in common."""
    body = parsed.body
    ledger.problems += [note for note in body.stated_above() if note not in ledger.problems]  # of blocks side by side
    notes = (*body.above(), *body.unread(), *body.unmatched(), *body.filled_from_above(), *parsed.notes())
    # of every column that makes rows of its own
    ledger.problems += [note for note in notes if note not in ledger.problems] if body.table.spread else notes


def _report(body: TableBody, loaded: int, refused: int, totals: tuple[PrintedTotal, ...]) -> TableReport:
    headed = {*body.table.header.filled_columns, *body.table.constants}
    return TableReport(
        sheet=body.sheet.name,
        record=body.table.record.id,
        table_no=body.table_no,
        read=body.rows.read_count,
        loaded=loaded,
        refused=refused,
        skipped=sum(map(len, body.rows.skipped.values())),
        totals=totals,
        context=body.context,
        stated_period=stated_period(body.context),
        has_community_column=COMMUNITY.name in body.table.sources,
        remembered_community=body.table.header.remembered_community,
        is_all_zero=zero_column(body) is not None,
        headed=tuple(name for name, columns in body.table.record.tellers.items() if not headed.isdisjoint(columns)),
    )
