"""Brings the build up to date: reads what is new or changed, in parallel and each file in a limited child process, then builds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.building import build, publication_gate
from etl.building.build_inputs import BuildInputs
from etl.building.publication_gate import FindLosses
from etl.cleaning import clean_files, pseudonyms
from etl.cleaning.cleaned_inbox import CleanedInbox, Runner, clean_all
from etl.cleaning.cleaned_inbox import Progress as Progress
from etl.cleaning.file_report import FileReport
from etl.cleaning.job import Job
from etl.cleaning.job_runner import run_jobs
from etl.inbox import organisation_decisions, received_files, recipes, taken_back
from etl.inbox.folder import Inbox
from etl.inbox.moved_files import told_clear_way
from etl.inbox.write_lock import write_lock
from warehouse.build import Build, NoBuild
from warehouse.build_in_use import check_version, current, named_build
from warehouse.ledgers import Books
from warehouse.shard import FOLDER as SHARDS
from warehouse.shard import community_folders

TAKEN_OVER = "数据目录是旧版本做的：已按社区分片重新生成数据批次，原来的批次都还在。"
SAMPLE_IS_BACK = "inbox 里没有台账了：现在显示的是演示台账，不是真实数据。"
PasswordOf = Callable[[str], str]


@dataclass(frozen=True)
class LoadOutcome:
    """What a load did: the build published (None when none was), the files read anew, and every file's report.

    `books` are those of the build, also of one that was not published; `losses` say why that was held back (none: nothing could be loaded);
    `notes` are sentences on what lies beside the ledgers. `is_new` is False where `path` is the build that was in use before.
    """

    path: Path | None
    read_anew: tuple[str, ...]
    failed: tuple[tuple[str, str], ...]
    reports: tuple[FileReport, ...] = ()
    books: Books | None = None
    notes: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()
    is_new: bool = True


def silent(done: int, total: int, name: str) -> None:
    """Show no progress."""


def no_password(_name: str) -> str:
    """Return "": no password is known for a file of this name."""
    return ""


def bring_up_to_date(
    folder: Path,
    progress: Progress = silent,
    run: Runner = run_jobs,
    password_of: PasswordOf = no_password,
    find_losses: FindLosses = publication_gate.losses,
) -> LoadOutcome:
    """Read what changed and publish a build of all that is in the inbox (the sample while it is empty).

    `run` runs the reading of many files; it yields each with its report or the sentence why there is none. `password_of` gives
    the password of a locked workbook by its name in the inbox. What `find_losses` finds against the build in use keeps that in use.
    """
    with write_lock(folder):
        check_version(folder)
        inbox = Inbox(folder)
        inbox.tidy()
        # asked before the sample is read in place of ledgers that are gone
        if inbox.is_demo and (losses := find_losses(None, folder)):
            publication_gate.note_withheld(folder, losses)
            return LoadOutcome(None, (), (), notes=tuple(inbox.omissions()), losses=tuple(losses))
        before = _before_cleaning(inbox, password_of)
        cleaned = _clean(inbox, before.jobs, run, progress)
        inputs = BuildInputs(cleaned.loadable, cleaned.failed, inbox.is_demo, before.secret_id, before.merged)
        published = _publish(folder, inputs, publication_gate.no_losses if inbox.is_demo else find_losses)
        if published.path:
            (folder / SHARDS).mkdir(exist_ok=True)  # a register alone makes none, and is of this version all the same
            clean_files.keep_only(folder, cleaned.read)
        return _outcome(before, inbox.omissions(), cleaned, published)


@dataclass(frozen=True)
class _LoadState:
    """What a load finds in its data folder: what is to be cleaned, and the build that is in use (`gives_way_to_sample`: of own ledgers, all gone).

    `has_no_shards` says that the builds are of a version without shards; `notes` are sentences on what lies in the way, `faults`
    on decisions about organisations that cannot be read.
    """

    jobs: Sequence[Job]
    merged: Mapping[str, str]
    secret_id: str
    build: Path | None
    gives_way_to_sample: bool
    has_no_shards: bool
    notes: Sequence[str]
    faults: Sequence[str]


def _before_cleaning(inbox: Inbox, password_of: PasswordOf) -> _LoadState:
    """Clear the way in the data folder, and read there what cleaning depends on."""
    folder = inbox.folder
    clean_files.forget(folder, taken_back.names_in(folder) - {*inbox.names()})
    notes = pseudonyms.take_over(folder)
    key = pseudonyms.secret(folder)
    has_no_shards = any(folder.glob("builds/*.duckdb")) and not (folder / SHARDS).exists()
    own_files = (folder / organisation_decisions.FILE, *(folder / "recipes").glob("*.toml"))
    notes += told_clear_way(folder, own_files, community_folders(folder))
    known_recipes, faults_of_recipes = recipes.read_all(folder / "recipes")
    decisions, faults = organisation_decisions.read(folder)
    return _LoadState(
        jobs=[Job(ledger, folder, key, known_recipes, password_of(ledger.name)) for ledger in inbox.ledgers()],
        merged=organisation_decisions.merged_names(decisions),
        secret_id=pseudonyms.secret_id(key),
        build=named_build(folder),
        gives_way_to_sample=inbox.is_demo and _serves_own_data(folder),
        has_no_shards=has_no_shards,
        notes=[*notes, *faults_of_recipes],
        faults=faults,
    )


def _clean(inbox: Inbox, jobs: Sequence[Job], run: Runner, progress: Progress) -> CleanedInbox:
    """Clean the ledgers of the jobs but those that a disk has spoilt, which count as unread, and remember what was received."""
    listed = received_files.states([job.ledger for job in jobs])
    spoilt = received_files.spoilt(inbox.folder, listed)
    cleaned = clean_all([job for job in jobs if job.ledger.name not in spoilt], run, progress)
    cleaned.unread += [(job, received_files.SPOILT) for job in jobs if job.ledger.name in spoilt]
    inbox.link(cleaned.corrected)
    if not inbox.is_demo:
        received_files.note(inbox.folder, listed)
    return cleaned


def _serves_own_data(folder: Path) -> bool:
    """Tell whether the build in use is made of ledgers of one's own."""
    try:
        return not Build(current(folder)).is_demo
    except NoBuild:
        return False


@dataclass(frozen=True)
class _Publication:
    """The build published, with `notes` on its shards; else why the one was held back that was not. `books` are those of either."""

    path: Path | None
    books: Books | None = None
    losses: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def _outcome(
    before: _LoadState, omissions: Sequence[str], cleaned: CleanedInbox, published: _Publication
) -> LoadOutcome:
    notes = [*before.notes, *omissions, *cleaned.outdated, *published.notes]
    if published.path:
        notes += [TAKEN_OVER] if before.has_no_shards else []
        notes += [SAMPLE_IS_BACK] if before.gives_way_to_sample else []
    return LoadOutcome(
        path=published.path,
        read_anew=tuple(cleaned.read_anew),
        failed=tuple((job.ledger.name, sentence) for job, sentence in cleaned.failed),
        reports=tuple(report for _, report in cleaned.read),
        books=published.books,
        notes=(*notes, *before.faults),
        losses=published.losses,
        is_new=published.path != before.build,
    )


def _publish(folder: Path, inputs: BuildInputs, find_losses: FindLosses) -> _Publication:
    try:
        publication = build.publish(folder, inputs, find_losses)
    except build.NothingLoaded as nothing:
        return _Publication(None, nothing.books)
    except build.Withheld as withheld:
        publication_gate.note_withheld(folder, withheld.losses)
        return _Publication(None, withheld.books, withheld.losses)
    publication_gate.note_withheld(folder, ())
    taken_back.forget(folder)
    notes = [f"“{community}”的数据分片坏了，已经重新生成。" for community in publication.damaged]
    return _Publication(publication.path, publication.books, notes=tuple(notes))
