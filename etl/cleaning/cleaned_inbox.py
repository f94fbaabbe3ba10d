"""Cleans what is new or changed among the ledgers of an inbox, each in a limited child process, and gathers every file's report."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from etl.cleaning import clean_files, linked_jobs
from etl.cleaning.file_report import FileReport
from etl.cleaning.job import Job
from etl.cleaning.own_downloads import why_taken_already
from etl.cleaning.settled_recipes import settled_recipes
from etl.inbox import recipes
from etl.inbox.copies import later_copies, same_file_sentence
from etl.reading.grid import Unreadable

UPDATED = "程序在看板运行时更新过，这一份没有读入。请重新启动看板（或命令），再导入一次。"

Progress = Callable[[int, int, str], None]  # files done, files to read, name of the last one
JobResult = tuple[Job, FileReport | Unreadable]
Runner = Callable[[Callable[[Job], FileReport], Iterable[Job]], Iterator[JobResult]]


@dataclass
class CleanedInbox:
    """The ledgers of an inbox, the report of each by its name, and why others have none.

    `read_anew` holds the fingerprint of each file that was read and not only looked up, by its name.
    """

    jobs: list[Job]
    reports: dict[str, FileReport] = field(default_factory=dict)
    unread: list[tuple[Job, str]] = field(default_factory=list)
    read_anew: dict[str, str] = field(default_factory=dict)

    @property
    def read(self) -> list[tuple[Job, FileReport]]:
        """Return every file with a report, whether it holds a ledger or says why it holds none."""
        return [(job, self.reports[job.ledger.name]) for job in self.jobs if job.ledger.name in self.reports]

    @property
    def loadable(self) -> list[tuple[Job, FileReport]]:
        """Return the files that hold ledgers."""
        taken = {job.ledger.name for job, _ in self._downloads()}
        return [(job, report) for job, report in self._ledgers() if job.ledger.name not in taken]

    @property
    def failed(self) -> list[tuple[Job, str]]:
        """Return the files that give nothing with the reason, by name: children end in any order."""
        empty = [(job, report.error) for job, report in self.read if report.error]
        failed = [*self.unread, *empty, *self._downloads(), *linked_jobs.unfit(self.jobs, self.reports)]
        return sorted(failed, key=lambda failure: failure[0].ledger.name)

    @property
    def outdated(self) -> list[str]:
        """Return a sentence for each correction that fitted until its ledger came in another version, just now."""
        return list(linked_jobs.outdated(self.jobs, self.reports, self.read_anew))

    @property
    def corrected(self) -> dict[str, str]:
        """Return {correction: the ledger that it is of}."""
        return {report.file: report.corrects.file for _, report in self.read if report.corrects}

    def _ledgers(self) -> list[tuple[Job, FileReport]]:
        return [(job, report) for job, report in self.read if not report.error and not report.corrects]

    def _downloads(self) -> list[tuple[Job, str]]:
        """Return the downloads of records whose ledgers are here, with the reason why they are not loaded."""
        ledgers = self._ledgers()
        originals = {report.file for _, report in ledgers if not report.sources}
        sentences = [(job, why_taken_already(report.sources, originals)) for job, report in ledgers]
        return [(job, sentence) for job, sentence in sentences if sentence]

    def due(self) -> list[Job]:
        """Return the jobs to run, and note them as read; a correction read in one round makes its ledger due in the next."""
        self._note_stored()
        self.jobs = linked_jobs.with_corrections(self.jobs, self.reports)
        self._note_stored()
        due = [job for job in self.jobs if job.ledger.name not in self.reports and not self._is_tried(job)]
        self.read_anew |= {job.ledger.name: job.fingerprint for job in due}
        return due

    def _is_tried(self, job: Job) -> bool:
        return self.read_anew.get(job.ledger.name) == job.fingerprint

    def _note_stored(self) -> None:
        """Bring the reports up to date with what was cleaned before under the conditions of each job."""
        for job in self.jobs:
            name = job.ledger.name
            if name in self.reports and self.reports[name].fingerprint == job.fingerprint:
                continue
            self.reports.pop(name, None)
            if report := clean_files.stored_report(job):
                self.reports[name] = report


def clean_all(jobs: Sequence[Job], run: Runner, progress: Progress) -> CleanedInbox:
    """Clean what was not cleaned before under the same conditions. `run` runs a function over many jobs, as run_jobs does."""
    distinct, unread = _same_bytes(jobs)
    cleaned = CleanedInbox(distinct, unread=unread)
    while due := cleaned.due():
        for done, (job, result) in enumerate(run(clean_files.clean_file, due), 1):
            if isinstance(result, Unreadable):
                cleaned.unread.append((job, str(result)))
            elif (
                result.fingerprint != job.fingerprint
            ):  # the child is of another version of the program than this process
                cleaned.unread.append((job, UPDATED))
            else:
                cleaned.reports[job.ledger.name] = _remembered(job, result)
            progress(done, len(due), job.ledger.name)
    return cleaned


def _remembered(job: Job, report: FileReport) -> FileReport:
    """Keep what was stated for a file as recipes of the layouts in which it was used; return the report that knows of them."""
    for recipe in settled_recipes(job.ledger, report.sheets):
        recipes.write(job.folder / "recipes", recipe)
        report = clean_files.with_recipe(job, report, recipe)
    return report


def _same_bytes(jobs: Sequence[Job]) -> tuple[list[Job], list[tuple[Job, str]]]:
    """Refuse the same file under a second name, naming the first."""
    earlier = later_copies(job.ledger for job in jobs)
    failed = [(job, same_file_sentence(earlier[job.ledger.name])) for job in jobs if job.ledger.name in earlier]
    return [job for job in jobs if job.ledger.name not in earlier], failed
