"""Reads ledgers as a load would, and stores nothing: what each sheet would be taken for, and its first rows as they would be stored."""

import os
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pyarrow.compute as pc

from etl.cleaning.cleaned_ledger import CleanedLedger
from etl.cleaning.file_report import FileReport
from etl.cleaning.job import Job, read_and_clean
from etl.cleaning.job_runner import run_jobs
from etl.cleaning.linked_jobs import why_unfit
from etl.cleaning.own_downloads import why_taken_already
from etl.columns import COMMUNITY
from etl.declarations import record_types, register
from etl.inbox import archive, recipes
from etl.inbox.copies import copies, same_file_sentence
from etl.inbox.folder import Inbox, Ledger
from etl.inbox.settings import Settings
from etl.load import PasswordOf, Progress, no_password, silent
from etl.problem import Problem
from etl.reading.correction import CorrectionLink
from etl.reading.grid import Unreadable

PREVIEW_ROWS = 5


@dataclass(frozen=True)
class Inspection:
    """What one file would give. `previews` are the first rows of each sheet and record type, {label: text}."""

    report: FileReport
    problems: tuple[Problem, ...] = ()
    previews: tuple[tuple[str, str, list[dict[str, str]]], ...] = ()
    communities: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # sheet → community as written → rows


def inspect(
    folder: Path,
    paths: Sequence[Path],
    settings: Settings,
    password_of: PasswordOf = no_password,
    progress: Progress = silent,
) -> list[Inspection]:
    """Return what each file would give under these settings and the recipes of a data folder."""
    known, _ = recipes.read_all(folder / "recipes")
    key = os.urandom(32)  # nothing is stored, so no key of a person has to be the same another time
    results: dict[str, Inspection | Unreadable] = {}
    inbox = Inbox(folder)
    with archive.unpacked(paths) as sources:
        arrivals = inbox.arrivals(sources)
        received = list(inbox.files())
        twins = copies(arrivals, received)
        jobs = [
            Job(Ledger(name, path, "", settings), folder, key, known, password_of(name))
            for name, path in arrivals.items()
            if name not in twins
        ]
        results |= {name: Unreadable(same_file_sentence(twin)) for name, twin in twins.items()}
        for done, (job, result) in enumerate(run_jobs(inspect_file, jobs), 1):
            results[job.ledger.name] = _unless_taken(result, {name for name, _ in received} - {job.ledger.name})
            progress(done, len(jobs), job.ledger.name)
        for job in jobs:
            name, result = job.ledger.name, results[job.ledger.name]
            if isinstance(result, Inspection) and result.report.corrects:
                results[name] = _inspect_corrected(inbox, job, result.report.corrects)
    return [_inspection(name, results[name]) for name in arrivals]


def inspect_file(job: Job) -> Inspection:
    """Read and clean one file; runs inside a limited child process, and stores nothing."""
    reading, ledger = read_and_clean(job)
    report = FileReport(
        file=job.ledger.name,
        sha256=job.ledger.sha256,
        encoding=reading.encoding,
        fingerprint="",
        tables=tuple(ledger.reports),
        sheets=tuple(ledger.sheets),
        error=None if ledger.sheets or ledger.corrects else "文件里没有内容。",
        corrects=ledger.corrects,
        sources=ledger.sources,
    )
    return Inspection(report, tuple(ledger.problems), tuple(_previews(ledger)), _communities(ledger))


def _unless_taken(result: Inspection | Unreadable, received: Collection[str]) -> Inspection | Unreadable:
    """Return what a file would give, or why it is not taken: a download of records whose ledgers were received."""
    if isinstance(result, Unreadable):
        return result
    sentence = why_taken_already(result.report.sources, received)
    return Unreadable(sentence) if sentence else result


def _inspect_corrected(inbox: Inbox, job: Job, link: CorrectionLink) -> Inspection | Unreadable:
    """Return what the ledger of a correction would give with it, under the name of the correction."""
    ledger, corrections = inbox.with_corrections(link.file)
    if sentence := why_unfit(job.ledger.name, link, ledger):
        return Unreadable(sentence)
    assert ledger
    others = (correction for correction in corrections if correction.name != job.ledger.name)
    ((_, result),) = run_jobs(inspect_file, [replace(job, ledger=ledger, corrections=(*others, job.ledger))])
    if isinstance(result, Unreadable):
        return result
    sheets = {sheet for sheet, _ in link.rows}
    reports = tuple(sheet for sheet in result.report.sheets if sheet.sheet in sheets)
    return replace(result, report=replace(result.report, file=job.ledger.name, sheets=reports, corrects=link))


def _inspection(name: str, result: Inspection | Unreadable) -> Inspection:
    if isinstance(result, Unreadable):
        return Inspection(FileReport(name, "", None, "", error=str(result)))
    return result


def _previews(ledger: CleanedLedger) -> Iterator[tuple[str, str, list[dict[str, str]]]]:
    """Yield (sheet, record type, rows); people stand there as the keys that would be stored."""
    for record, tables in ledger.tables.items():
        for table in tables:
            rows = table.slice(0, PREVIEW_ROWS).to_pylist()
            if rows:
                yield rows[0]["sheet"], record, [_shown(record, row) for row in rows]


def _communities(ledger: CleanedLedger) -> dict[str, Counter[str]]:
    """Count the rows of each community as a sheet writes it, "" where it writes none; the register is asked of none."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for table in (table for record, tables in ledger.tables.items() if record != register().id for table in tables):
        if table.num_rows:
            spelled = pc.value_counts(table[COMMUNITY.name].fill_null("")).to_pylist()
            counts[table["sheet"][0].as_py()].update({pair["values"]: pair["counts"] for pair in spelled})
    return dict(counts)


def _shown(record: str, row: dict[str, Any]) -> dict[str, str]:
    """Return a stored row under Chinese labels, with the row of the spreadsheet first."""
    declared = record_types()[record]
    labels = {name: column.label for column in declared.columns for name in column.stored}
    labels |= {derived.name: derived.label for derived in declared.derived}
    cells = {"行号": str(row["row_no"])}
    for name, label in labels.items():
        if row.get(name) is not None and label not in cells:
            cells[label] = _text(name, row[name])
    return cells


def _text(name: str, value: Any) -> str:
    """Return a stored value as a reader of the preview sees it: people as what they become, yes and no in Chinese."""
    if name.endswith("_key"):
        return "（换成代码）"
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value)
