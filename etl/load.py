"""Brings the build up to date: reads what is new or changed, in parallel and each file in a limited child process, then builds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.building import build
from etl.building.build import BuildInputs
from etl.cleaning import clean_files, linked_jobs, pseudonyms
from etl.cleaning.file_report import FileReport
from etl.cleaning.job import Job
from etl.cleaning.settled_recipes import settled_recipes
from etl.inbox import organisation_decisions, recipes
from etl.inbox.folder import Inbox, Ledger, write_lock
from etl.reading.grid import Unreadable
from etl.reading.limits import run_many
from warehouse.build import Build, NoBuild, current
from warehouse.ledgers import Books

Progress = Callable[[int, int, str], None]
JobResult = tuple[Job, FileReport | Unreadable]
SAMPLE_IS_BACK = "inbox 里没有台账了：现在显示的是演示台账，不是真实数据。"
PasswordOf = Callable[[str], str]
Runner = Callable[[Callable[[Job], FileReport], Iterable[Job]], Iterator[JobResult]]


@dataclass(frozen=True)
class LoadOutcome:
    """What a load did: the build published (None when nothing could be loaded), the files read anew, and every file's report.

    `books` are those of the build that was not published; `notes` are sentences on what lies beside the ledgers.
    """

    path: Path | None
    read_anew: tuple[str, ...]
    failed: tuple[tuple[str, str], ...]
    reports: tuple[FileReport, ...] = ()
    books: Books | None = None
    notes: tuple[str, ...] = ()


def silent(done: int, total: int, name: str) -> None:
    """Show no progress."""


def no_password(_name: str) -> str:
    """Return "": no password is known for a file of this name."""
    return ""


def bring_up_to_date(
    folder: Path, progress: Progress = silent, run: Runner = run_many, password_of: PasswordOf = no_password
) -> LoadOutcome:
    """Read what changed and publish a build of all that is in the inbox (the sample while it is empty).

    `run` runs the reading of many files; it yields each with its report or the sentence why there is none. `password_of` gives
    the password of a locked workbook by its name in the inbox.
    """
    with write_lock(folder):
        inbox = Inbox(folder)
        inbox.tidy()
        key = pseudonyms.secret(folder)
        known_recipes, notes = recipes.read_all(folder / "recipes")
        jobs, failed = _same_bytes(
            [Job(ledger, folder, key, known_recipes, password_of(ledger.name)) for ledger in inbox.ledgers()]
        )
        reports: dict[str, FileReport] = {}
        _note_stored(jobs, reports)
        read_anew: dict[str, str] = {}  # name → fingerprint
        while due := _due(jobs := linked_jobs.with_corrections(jobs, reports), reports, read_anew):
            for done, (job, result) in enumerate(run(clean_files.clean_file, due), 1):
                if isinstance(result, Unreadable):
                    failed.append((job, str(result)))
                else:
                    reports[job.ledger.name] = _remembered(folder, job, result)
                progress(done, len(due), job.ledger.name)
        read = [(job, reports[job.ledger.name]) for job in jobs if job.ledger.name in reports]
        inbox.link({report.file: report.corrects.file for _, report in read if report.corrects})
        failed += [(job, report.error) for job, report in read if report.error]
        failed += linked_jobs.unfit(jobs, reports)
        failed.sort(key=lambda failure: failure[0].ledger.name)  # children end in any order
        cleaned = [(job, report) for job, report in read if not report.error and not report.corrects]
        if inbox.is_demo and _serves_own_data(folder):
            notes.append(SAMPLE_IS_BACK)
        decisions, faults = organisation_decisions.read(folder)
        notes += faults
        merged = organisation_decisions.merged_names(decisions)
        path, books = _publish(folder, BuildInputs(cleaned, failed, inbox.is_demo, merged))
        if path:
            clean_files.keep_only(folder, read)
    return LoadOutcome(
        path=path,
        read_anew=tuple(read_anew),
        failed=tuple((job.ledger.name, sentence) for job, sentence in failed),
        reports=tuple(report for _, report in read),
        books=books,
        notes=tuple(notes),
    )


def _note_stored(jobs: Sequence[Job], reports: dict[str, FileReport]) -> None:
    """Bring reports up to date with what was cleaned before under the conditions of each job."""
    for job in jobs:
        name = job.ledger.name
        if name in reports and reports[name].fingerprint == job.fingerprint:
            continue
        reports.pop(name, None)
        if report := clean_files.stored_report(job):
            reports[name] = report


def _due(jobs: Sequence[Job], reports: dict[str, FileReport], read_anew: dict[str, str]) -> list[Job]:
    """Return the jobs to run, and note them as read; a correction read in one round makes its ledger due in the next."""
    _note_stored(jobs, reports)
    due = [job for job in jobs if job.ledger.name not in reports and read_anew.get(job.ledger.name) != job.fingerprint]
    read_anew |= {job.ledger.name: job.fingerprint for job in due}
    return due


def _serves_own_data(folder: Path) -> bool:
    """Tell whether the build in use is made of ledgers of one's own."""
    try:
        return not Build(current(folder)).is_demo
    except NoBuild:
        return False


def _remembered(folder: Path, job: Job, report: FileReport) -> FileReport:
    """Keep what was stated for a file as recipes of the layouts in which it was used; return the report that knows of them."""
    for recipe in settled_recipes(job.ledger, report.sheets):
        recipes.write(folder / "recipes", recipe)
        report = clean_files.with_recipe(job, report, recipe)
    return report


def _same_bytes(jobs: Sequence[Job]) -> tuple[list[Job], list[tuple[Job, str]]]:
    """Refuse the same file under a second name, naming the first."""
    first: dict[str, Ledger] = {}
    unique, failed = [], []
    for job in jobs:
        earlier = first.setdefault(job.ledger.sha256 or job.ledger.name, job.ledger)
        if earlier is job.ledger:
            unique.append(job)
        else:
            failed.append((job, f"与“{earlier.name}”是同一个文件，没有重复入库。"))
    return unique, failed


def _publish(folder: Path, inputs: BuildInputs) -> tuple[Path | None, Books | None]:
    try:
        return build.publish(folder, inputs), None
    except build.NothingLoaded as nothing:
        return None, nothing.books
