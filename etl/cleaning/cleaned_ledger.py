"""Cleans one ledger file: typed rows per record type, with sheet and row, their problems, and a report that adds up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.cleaning.arrow_arrays import mask_array, numbers_array
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
from etl.cleaning.table_body import TableBody
from etl.cleaning.table_totals import RecordSums, of_all_blocks, printed_totals, sums_of_records, with_shared_totals
from etl.columns import COMMUNITY
from etl.problem import Problem, Severity
from etl.reading.column_threads import map_columns
from etl.reading.correction import CorrectionLink
from etl.reading.grid import Reading, Sheet
from etl.recognition.meanings import Knowledge
from etl.recognition.side_by_side import Part
from etl.recognition.stated_period import StatedPeriod, stated_period
from etl.recognition.unrecognised import Unrecognised
from etl.schema import BUILD_NOTE, EXPLANATION_SHEET, NOTES_SHEET, Check, RecordType


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
    forms: list[tuple[Sheet, Sequence[Part], list[str]]] = []  # looked at after the tables, of which they may be copies
    for sheet in reading.sheets:
        if sheet.height == 0 or _explains(sheet):
            continue
        if reason := not_looked_at(sheet, knowledge.settings):
            ledger.problems.append(
                Problem(passed_over_code(sheet, knowledge.settings), "提示", file, reason, sheet=sheet.name)
            )
            ledger.sheets.append(passed_over(sheet, reason))
            continue
        sheet, parts, notes = tables_of(sheet, records, knowledge, file)
        if isinstance(parts, Unrecognised):
            if is_explanation(sheet, parts):
                explanations.append((sheet, parts))
                continue
            if title := download_title(reading):
                parts = Unrecognised(parts.headers, objection=why_no_ledger(title))
            _refuse(ledger, sheet, parts)
            continue
        if sheet.origin:
            forms.append((sheet, parts, notes))
            continue
        _take(ledger, sheet, parts, notes, key)
    tables = [(report.record, report.sheet) for report in ledger.reports]
    for sheet, parts, notes in forms:
        if of_list := beside_table(parts, tables):
            _refuse(ledger, sheet, of_list)
        else:
            _take(ledger, sheet, parts, notes, key)
    for sheet, unrecognised in explanations:
        if ledger.reports:
            ledger.problems.append(Problem("explanation_sheet", "提示", file, EXPLAINS, sheet=sheet.name))
            ledger.sheets.append(SheetReport(sheet.name))
        else:
            _refuse(ledger, sheet, unrecognised)  # the only sheets of a file are what was meant to be loaded
    return ledger


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
    ledger.problems += [
        note for note in body.stated_above() if note not in ledger.problems
    ]  # blocks side by side share it
    notes = (
        *body.above(),
        *body.unread(),
        *body.unmatched(),
        *body.filled_from_above(),
        *parsed.notes(),
    )  # the same of every column that makes rows of its own
    ledger.problems += [note for note in notes if note not in ledger.problems] if body.table.spread else notes
    undone, is_undone = body.undone()
    other_nature, is_other_nature = body.of_other_nature()
    ledger.problems += [*body.read_as_two(), *labelled, *undone, *other_nature]
    is_refused = is_bad | is_missing | is_undone | is_other_nature | (ruled.broken_check >= 0)
    remark = np.where(is_refused, -1, ruled.remark)  # of a row that stays out nothing more need be said
    bad_cells = parsed.bad_cells(is_refused, _broken_by_column(record.checks, ruled.broken_check))
    ledger.problems += [*body.skipped(), *bad_cells, *missing_cells, *body.unsigned()]
    ledger.problems += _broken_rules(parsed, record.checks, ruled.broken_check, "broken_rule", "拒收")
    ledger.problems += _broken_rules(parsed, record.remarks, remark, "remark", "提示")
    is_loaded = body.rows.is_record & ~is_refused
    remarked = remarks_on_loaded(body, ruled.rows, is_loaded)
    ledger.problems += [note for note in remarked if note not in ledger.problems]
    loaded = stored_order(ruled.rows, np.flatnonzero(is_loaded), record.placed_on)
    ledger.tables.setdefault(record.id, []).append(_rows_at(ruled.rows, loaded))
    ledger.hashes.setdefault(record.id, []).append(ruled.hashes[loaded])
    refused = int((body.rows.is_record & is_refused).sum()) + len(labelled)
    ledger.reports.append(_report(body, len(loaded), refused, tuple(printed_totals(parsed, is_refused))))
    return sums_of_records(parsed, is_refused)


def _rows_at(rows: pa.Table, offsets: np.ndarray) -> pa.Table:
    """Return the rows at these offsets."""
    order = numbers_array(offsets)
    taken = map_columns(lambda column: _taken(column.combine_chunks(), order), rows.columns, len(offsets))
    return pa.table(taken, rows.column_names)


def _taken(column: pa.Array, order: pa.Array) -> pa.Array:
    """Return a column's rows in this order, and in its dictionary no text of other rows: titles and notes must not be stored."""
    taken = column.take(order)
    if not isinstance(taken, pa.DictionaryArray):
        return taken
    codes = pc.fill_null(taken.indices, -1).to_numpy()
    is_used = np.zeros(len(taken.dictionary) + 1, bool)
    is_used[codes] = True
    if is_used[:-1].all():
        return taken
    renumbered = np.cumsum(is_used, dtype=np.int32) - np.int32(1)
    indices = numbers_array(renumbered[codes], codes < 0)
    return pa.DictionaryArray.from_arrays(indices, taken.dictionary.filter(mask_array(is_used[:-1])))


def _broken_by_column(checks: Sequence[Check], broken: np.ndarray) -> dict[str, np.ndarray]:
    """Return by column the rows that break a check which points to it; `broken` holds the index of the check by row."""
    pointed = [check.column for check in checks]
    # an index of -1, no check, takes the last
    return {name: np.array([*(each == name for each in pointed), False])[broken] for name in dict.fromkeys(pointed)}


def _broken_rules(
    parsed: ParsedTable, rules: Sequence[Check], broken: np.ndarray, code: str, severity: Severity
) -> Iterator[Problem]:
    """Yield a problem for each record that breaks a rule; `broken` holds the index of the rule by row, -1 for none.

    Where the cell that the rule points to cannot be read, that has been told: that nothing stands there would be untrue.
    """
    body = parsed.body
    for name, rows in _broken_by_column(rules, broken).items():
        column = body.table.record.column(name)
        for offset in np.flatnonzero(rows & body.rows.is_record & ~parsed.unreadable(column)).tolist():
            cell = " ".join(body.columns[index].cell(offset) for index in body.table.sources.get(name, ()))
            yield body.problem(code, severity, f"{rules[broken[offset]].sentence}。", offset, column.label, cell)


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
        headed=tuple(name for name, columns in body.table.record.tellers.items() if not headed.isdisjoint(columns)),
    )
