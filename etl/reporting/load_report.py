"""Reports what became of the ledgers, a line a file and sheet: for scripts as JSON, for Excel as CSV."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etl.cleaning.file_report import FileReport
from etl.cleaning.printed_totals import PrintedTotal
from etl.cleaning.sheet_report import SheetReport
from etl.declarations import record_types
from etl.inspection import Inspection
from etl.load import LoadOutcome
from etl.problem import SEVERITIES, SKIPPED
from etl.reading.correction import CorrectionLink
from warehouse import ledgers
from warehouse.build import Build
from warehouse.ledgers import Books, SheetKey, SourceFile, StoredProblem, Total
from warehouse.load_reasons import reasons
from warehouse.records import row_numbers

PROBLEM_HEADER = ("级别", "文件", "工作表", "行", "列", "单元格", "说明", "记录类型", "社区")
NOTHING_SEEN = SheetReport("")
SheetSummary = dict[str, Any]  # one of the `files` in the summary that scripts get


def summary(outcome: LoadOutcome, named: Sequence[str] | None) -> dict[str, Any]:
    """Return what a load did, in the shape scripts depend on; `named` limits the files to those just handed in."""
    build = Build(outcome.path) if outcome.path else None
    books = outcome.books or Books([], [], [])
    files = [line for line in _lines(outcome, books) if named is None or line["file"] in named]
    listed = {line["file"] for line in files}
    for report in outcome.reports:
        if report.corrects and report.file not in listed and (named is None or report.file in named):
            files += _correction_lines(report.file, report.corrects, books, build, report.corrects.file in listed)
    return {
        "build": build.name if build else None,
        "path": str(outcome.path) if outcome.path else None,
        "problem_count": sum(problem.needs_person for problem in books.problems),
        "files": sorted(files, key=lambda line: (line["file"], line["sheet"], line["record"] or "")),
        "notes": list(outcome.notes),
        "losses": list(outcome.losses),
    }


def has_taken(lines: Sequence[SheetSummary]) -> bool:
    """Tell whether anything came in of these sheets; a ledger without a row did, too: it reports zeros."""
    return any(
        line["loaded"] or ((line["record"] or line["corrects"]) and not line["error"] and not line["refused"])
        for line in lines
    )


def refused_files(lines: Sequence[SheetSummary]) -> list[str]:
    """Return the files of which nothing came in."""
    by_file: dict[str, list[SheetSummary]] = defaultdict(list)
    for line in lines:
        by_file[line["file"]].append(line)
    return [file for file, own in by_file.items() if not has_taken(own)]


def _lines(outcome: LoadOutcome, books: Books) -> list[dict[str, Any]]:
    """Return a line for every sheet and record type that has an account, and for every sheet that was not taken."""
    reports = {report.file: report for report in outcome.reports}
    problems: dict[tuple[str, str], list[StoredProblem]] = defaultdict(list)
    for problem in books.problems:
        problems[problem.file, problem.sheet].append(problem)
    totals: dict[SheetKey, list[Total]] = defaultdict(list)
    for total in books.totals:
        totals[total.record, total.file, total.sheet].append(total)
    accounts = [account for account in books.source_files if account.record]
    lines = [_account_line(account, reports.get(account.file), problems, totals[account.key]) for account in accounts]
    known = {(account.file, account.sheet) for account in accounts}
    for file, sentence in outcome.failed:
        sheets = reports[file].sheets if file in reports else ()
        lines += [_sheet_line(file, sheet, ()) for sheet in sheets if sheet.error] or [
            _sheet_line(file, NOTHING_SEEN, (), sentence)
        ]
    taken = {file for file, _ in known}
    lines += [
        _sheet_line(report.file, sheet, problems[report.file, sheet.sheet])
        for report in outcome.reports
        for sheet in report.sheets
        if report.file in taken and (report.file, sheet.sheet) not in known
    ]
    return lines


def _correction_lines(
    file: str, link: CorrectionLink, books: Books, build: Build | None, is_ledger_listed: bool
) -> Iterator[dict[str, Any]]:
    """Yield a line a sheet of a correction: what became of its rows, with no counts where the lines of its ledger have them."""
    if is_ledger_listed:
        yield {**_line(file, "", None, None, {}, NOTHING_SEEN, (), (), None), "corrects": link.file}
        return
    for name in dict.fromkeys(sheet for sheet, _ in link.rows):
        rows = {row_no for sheet, row_no in link.rows if sheet == name}
        problems = [p for p in books.problems if (p.file, p.sheet) == (link.file, name) and p.row_no in rows]
        refused = {problem.row_no for problem in problems if problem.severity == SEVERITIES[0]}
        records = [a.record for a in books.source_files if (a.file, a.sheet) == (link.file, name) and a.record]
        loaded = {row for record in records if build for row in row_numbers(build, record, link.file, name)} & rows
        skipped = {
            problem.row_no for problem in problems if problem.severity == SKIPPED
        }  # such as a row that became a total
        skipped |= {row_no for sheet, row_no in link.emptied if sheet == name}
        counts = {"read": len(rows), "loaded": len(loaded - refused), "refused": len(refused), "skipped": len(skipped)}
        record = records[0] if records else None
        line = _line(file, name, record, None, counts, NOTHING_SEEN, problems, (), None)
        yield {**line, "corrects": link.file}


def _account_line(
    account: SourceFile,
    report: FileReport | None,
    problems: Mapping[tuple[str, str], Sequence[StoredProblem]],
    totals: Sequence[Total],
) -> dict[str, Any]:
    sheets = report.sheets if report else ()
    place = (account.sheet, account.record)
    sheet = next((sheet for sheet in sheets if (sheet.sheet, sheet.record) == place), NOTHING_SEEN)
    own = [problem for problem in problems[account.file, account.sheet] if problem.record in (account.record, None, "")]
    ordered = sorted(totals, key=lambda total: (total.column, total.printed, total.computed, total.place))
    counts = {"read": account.read, "loaded": account.loaded, "refused": account.refused, "skipped": account.skipped}
    return _line(
        account.file, account.sheet, account.record, account.encoding, counts, sheet, own, ordered, account.error
    )


def _sheet_line(
    file: str, sheet: SheetReport, problems: Sequence[StoredProblem], error: str | None = None
) -> dict[str, Any]:
    return _line(file, sheet.sheet, sheet.record, None, {}, sheet, problems, (), error or sheet.error)


def _line(
    file: str,
    name: str,
    record: str | None,
    encoding: str | None,
    counts: Mapping[str, int],
    sheet: SheetReport,
    problems: Sequence[StoredProblem],
    totals: Sequence[Total],
    error: str | None,
) -> dict[str, Any]:
    return {
        "file": file,
        "sheet": name,
        "record": record,
        "encoding": encoding,
        **{key: counts.get(key, 0) for key in ("read", "loaded", "refused", "skipped")},
        "reasons": [reason.as_json() for reason in reasons(problems)],
        "columns": dict(sheet.columns),
        "unread": list(sheet.unread),
        "matches": sheet.matches,
        "candidates": sheet.candidates,
        "header_row": sheet.header_row,
        "recipe": sheet.recipe,
        "remembered": dict(sheet.remembered),
        "totals": [_total(total) for total in totals],
        "error": error,
        "corrects": None,
    }


def _total(total: Total | PrintedTotal) -> dict[str, Any]:
    return {name: getattr(total, name) for name in ("column", "printed", "computed", "refused", "place", "agrees")}


def inspected(inspections: Sequence[Inspection]) -> dict[str, Any]:
    """Return what files would give, in the shape of a summary, with the first rows as `preview`; no build is named."""
    files = [line for inspection in inspections for line in _inspected(inspection)]
    return {"build": None, "path": None, "problem_count": 0, "files": files, "notes": [], "losses": []}


def _inspected(inspection: Inspection) -> Iterator[dict[str, Any]]:
    report = inspection.report
    corrects = report.corrects.file if report.corrects else None
    if not report.sheets:
        yield _sheet_line(report.file, NOTHING_SEEN, (), report.error)
    for sheet in report.sheets:
        tables = [table for table in report.tables if (table.sheet, table.record) == (sheet.sheet, sheet.record)]
        keys = ("read", "loaded", "refused", "skipped")
        counts = {key: sum(getattr(table, key) for table in tables) for key in keys}
        problems = [
            StoredProblem(p.severity, p.message, p.file, p.sheet, p.row_no, p.column, p.cell, p.record, None, p.code)
            for p in inspection.problems
            if p.sheet == sheet.sheet and p.record in (sheet.record, "")
        ]
        line = _line(report.file, sheet.sheet, sheet.record, report.encoding, counts, sheet, problems, (), sheet.error)
        totals = [_total(total) for table in tables for total in table.totals]
        place = (sheet.sheet, sheet.record)
        preview = next((rows for name, record, rows in inspection.previews if (name, record) == place), [])
        yield {**line, "totals": totals, "preview": preview, "corrects": corrects}


def problems(build: Build) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Return header and lines of the problem list, refused rows first; rows that were no records are left out."""
    lines = [_problem(problem) for problem in ledgers.problems(build) if problem.severity != SKIPPED]
    return PROBLEM_HEADER, lines


def _problem(problem: StoredProblem) -> tuple[Any, ...]:
    where = (problem.severity, problem.file, problem.sheet, problem.row_no, problem.column, problem.cell)
    label = record_types()[problem.record].label if problem.record else ""
    return (*where, problem.message, label, problem.community or "")
