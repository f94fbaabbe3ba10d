"""Writes and finds clean files: per source file one Parquet for each record type, one for its problems if any, and a report."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from documents.stored_file import stored_json
from documents.whole_file import replacing
from etl import disk_errors, problem
from etl.cleaning.cleaned_ledger import CleanedLedger
from etl.cleaning.community_part import (
    ROWS_OF_GROUP,
    community_parts,
    groups_by_spelling,
    is_by_spelling,
    sorted_by_spelling,
)
from etl.cleaning.file_report import FileReport, report_from_json, used_recipes
from etl.cleaning.job import Changed, Job, name_hash, read_and_clean
from etl.cleaning.row_encoding import row_encoding
from etl.cleaning.sheet_report import SheetReport, without_examples
from etl.columns import COMMUNITY
from etl.inbox.copies import later_copies, same_file_sentence
from etl.inbox.folder import Inbox, Ledger, file_sha256
from etl.inbox.moved_files import clear_way
from etl.inbox.recipes import Recipe
from etl.reading.correction import CorrectionLink
from etl.reading.encryption import Locked
from etl.reading.grid import Unreadable

LEAST_ROWS_TO_COMPRESS = 1000  # fewer take some kilobytes either way, and half the time without
LEAST_ROWS_TO_COMPARE = 3  # files with fewer rows may well be equal by chance


def stored_report(job: Job) -> FileReport | None:
    """Return the report of a file cleaned before under the same conditions, else None."""
    try:
        report = report_from_json(stored_json(_path(job, "report", "json")))
        is_current = report.fingerprint == job.fingerprint and used_recipes(report) == _current_recipes(job, report)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):  # not there, or not as written
        return None
    return report if is_current and _is_whole(job, report) else None


def stored_errors(folder: Path, ledgers: Sequence[Ledger]) -> dict[str, str]:
    """Return why some of all ledgers of an inbox give nothing, by name, as their reports say since they were read last."""
    reports = (_last_report(folder, ledger) for ledger in ledgers)
    errors = {report.file: report.error for report in reports if report and report.error}
    return errors | {name: same_file_sentence(earlier) for name, earlier in later_copies(ledgers).items()}


def stored_link(inbox: Inbox, name: str) -> CorrectionLink | None:
    """Return what ties a correction of the inbox to its ledger, as its report says since it was read last; None for other files."""
    path = inbox.path / name
    report = _last_report(inbox.folder, Ledger(name, path, file_sha256(path)))
    return report.corrects if report else None


def _last_report(folder: Path, ledger: Ledger) -> FileReport | None:
    """Return the report of a ledger since it was read last, under whatever conditions."""
    try:
        return report_from_json(stored_json(_path(Job(ledger, folder, b""), "report", "json")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _is_whole(job: Job, report: FileReport) -> bool:
    """Tell whether the clean files of a report are byte for byte as they were written."""
    is_vouched_for = set(report.signatures or ()) <= set(report.checksums)
    return is_vouched_for and all(
        file_sha256(parquet_path(job, kind)) == checksum for kind, checksum in report.checksums.items()
    )


def parquet_path(job: Job, record: str) -> Path:
    """Return where the typed rows (or, for `problem`, the problems) of a cleaned file lie."""
    return _path(job, record, "parquet")


def clean_file(job: Job) -> FileReport:
    """Read and clean one file; runs inside a limited child process.

    The report of a file that holds no ledger says why, so that it is not read again. Raises Unreadable, with a sentence for
    the clerk, where the next time may be otherwise: the disk is at fault, a password missing, the file still being written.
    """
    try:
        return _clean_readable_file(job)
    except Unreadable as error:
        if isinstance(error, Locked | Changed) or isinstance(error.__cause__, OSError) or not job.ledger.sha256:
            raise
        sheets = tuple(map(without_examples, getattr(error, "sheets", ())))
        report = FileReport(job.ledger.name, job.ledger.sha256, None, job.fingerprint, sheets=sheets, error=str(error))
        return _store(job, report, {})


class NoLedger(Unreadable):
    """A file that was read and holds no ledger. `sheets` tell what was seen."""

    def __init__(self, sentence: str, sheets: Sequence[SheetReport] = ()) -> None:
        super().__init__(sentence)
        self.sheets = tuple(sheets)


def _clean_readable_file(job: Job) -> FileReport:
    reading, cleaned = read_and_clean(job)
    if cleaned.corrects:
        link = FileReport(
            job.ledger.name, job.ledger.sha256, reading.encoding, job.fingerprint, corrects=cleaned.corrects
        )
        return _store(job, link, {})
    if not cleaned.tables:
        raise NoLedger(_why_nothing(cleaned), cleaned.sheets)
    rows = {record: _in_order(tables) for record, tables in cleaned.tables.items()}
    signatures = {record: _signature(np.concatenate(hashes)) for record, hashes in cleaned.hashes.items()}
    report = FileReport(
        file=job.ledger.name,
        sha256=job.ledger.sha256,
        encoding=reading.encoding,
        fingerprint=job.fingerprint,
        tables=tuple(cleaned.reports),
        sheets=tuple(map(without_examples, cleaned.sheets)),
        signatures=signatures,
        sources=cleaned.sources,
        parts=tuple(part for record, table in rows.items() for part in community_parts(record, table)),
    )
    problems = {"problem": problem.table(cleaned.problems)} if cleaned.problems else {}
    return _store(job, report, rows | problems)


def _in_order(tables: Sequence[pa.Table]) -> pa.Table:
    """Return the rows of all tables of a record type; many are sorted so that each community's are read alone."""
    rows = pa.concat_tables(tables).unify_dictionaries()
    return sorted_by_spelling(rows) if is_by_spelling(rows) else rows


def with_recipe(job: Job, report: FileReport, recipe: Recipe) -> FileReport:
    """Store the report of a file whose settings have just become the recipe of its layout: it reads the same by either."""
    sheets = tuple(
        replace(sheet, recipes={**sheet.recipes, recipe.fingerprint: recipe.digest})
        if recipe.fingerprint in sheet.recipes
        else sheet
        for sheet in report.sheets
    )
    return _store(job, replace(report, sheets=sheets), {})


def _current_recipes(job: Job, report: FileReport) -> dict[str, str]:
    return {
        fingerprint: job.recipes[fingerprint].digest if fingerprint in job.recipes else ""
        for fingerprint in used_recipes(report)
    }


def _store(job: Job, report: FileReport, tables: Mapping[str, pa.Table]) -> FileReport:
    """Write the tables of a file and, last of all, the report that vouches for them; return it with their checksums."""
    try:
        for path in (*(parquet_path(job, kind) for kind in tables), _path(job, "report", "json")):
            clear_way(job.folder, path)
        for kind, table in tables.items():
            _write(table, parquet_path(job, kind))
        checksums = {kind: file_sha256(parquet_path(job, kind)) for kind in tables}
        report = replace(report, checksums={**report.checksums, **checksums})
        content = json.dumps(report, ensure_ascii=False, default=_plain)
        _write_text(content, _path(job, "report", "json"))
    except OSError as error:
        raise Unreadable(disk_errors.sentence(error)) from error
    return report


def keep_only(folder: Path, reports: Iterable[tuple[Job, FileReport]]) -> None:
    """Remove the clean files that no report names: undoing an import, or reading a file otherwise, leaves no data behind."""
    named = {path for job, report in reports for path in (_path(job, "report", "json"), *_table_paths(job, report))}
    for path in (folder / "clean").glob("*/*"):
        if path not in named and not path.is_dir():
            path.unlink(missing_ok=True)


def forget(folder: Path, names: Iterable[str]) -> None:
    """Remove the clean files of ledgers of these names, whether or not a build is published without them."""
    endings = {name_hash(name) for name in names}
    for path in (folder / "clean").glob("*/*") if endings else ():
        if path.stem.rpartition("-")[2] in endings and not path.is_dir():
            path.unlink(missing_ok=True)


def _table_paths(job: Job, report: FileReport) -> list[Path]:
    return [parquet_path(job, kind) for kind in report.checksums]


def _why_nothing(cleaned: CleanedLedger) -> str:
    sentences = [sheet.error for sheet in cleaned.sheets if sheet.error]
    return sentences[0] if sentences else "文件里没有内容。"


def _signature(hashes: np.ndarray) -> str:
    """Return a hash of rows in any order, given that of each; "" for so few that equal ones prove nothing."""
    if len(hashes) < LEAST_ROWS_TO_COMPARE:
        return ""
    return f"{len(hashes)}-{np.bitwise_xor.reduce(hashes)}-{(hashes % 1_000_003).sum()}"


def _plain(value: Any) -> Any:
    """Return a part of a report as JSON has it."""
    return vars(value) if is_dataclass(value) else date.isoformat(value)


def _path(job: Job, kind: str, ending: str) -> Path:
    return job.folder / "clean" / kind / f"{job.stem}.{ending}"


def _write(rows: pa.Table, path: Path) -> None:
    # Not flushed to the disk: a clean file is compared with its checksum before it is used, and can be made again.
    dates = [field.name for field in rows.schema if pa.types.is_date(field.type)]
    pruned_by = [*dates, *({COMMUNITY.name} & {*rows.column_names})]  # statistics of other columns are not used
    is_packed = rows.num_rows >= LEAST_ROWS_TO_COMPRESS
    with (
        replacing(path) as partial,
        pa.OSFile(str(partial), "wb") as file,
        pq.ParquetWriter(
            file,
            rows.schema,
            compression="zstd" if is_packed else "none",
            compression_level=1 if is_packed else None,
            write_statistics=pruned_by or False,
            **row_encoding(rows.column_names),
        ) as writer,
    ):
        for group in groups_by_spelling(rows) if is_by_spelling(rows) else [rows]:
            writer.write_table(group, ROWS_OF_GROUP)


def _write_text(content: str, path: Path) -> None:
    with replacing(path) as partial:
        partial.write_text(content, encoding="utf-8")
