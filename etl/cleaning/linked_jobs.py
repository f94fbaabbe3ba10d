"""Gives each ledger the corrections that belong to it, and says of the others why they are not applied."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from etl.cleaning import clean_files
from etl.cleaning.file_report import FileReport
from etl.cleaning.job import Job
from etl.inbox.folder import Inbox, Ledger, file_sha256
from etl.reading.correction import CorrectionLink


def with_corrections(jobs: Sequence[Job], reports: Mapping[str, FileReport]) -> list[Job]:
    """Return the jobs, each with the corrections of its ledger as it is now."""
    links = list(_links(jobs, reports))
    return [replace(job, corrections=tuple(_fitting(job.ledger, links))) for job in jobs]


def _links(jobs: Sequence[Job], reports: Mapping[str, FileReport]) -> Iterator[tuple[Job, CorrectionLink]]:
    for job in jobs:
        report = reports.get(job.ledger.name)
        if report and report.corrects:
            yield job, report.corrects


def _fitting(ledger: Ledger, links: Sequence[tuple[Job, CorrectionLink]]) -> Iterator[Ledger]:
    return (job.ledger for job, link in links if link.is_of(ledger.name, ledger.sha256))


def unfit(jobs: Sequence[Job], reports: Mapping[str, FileReport]) -> list[tuple[Job, str]]:
    """Return (correction, sentence) for each whose ledger is gone or no longer as it was."""
    ledgers = {job.ledger.name: job.ledger for job in jobs}
    pairs = ((job, why_unfit(job.ledger.name, link, ledgers.get(link.file))) for job, link in _links(jobs, reports))
    return [(job, sentence) for job, sentence in pairs if sentence]


def outdated(jobs: Sequence[Job], reports: Mapping[str, FileReport], read_anew: Collection[str]) -> Iterator[str]:
    """Yield a sentence for each correction that fitted until its ledger came in another version."""
    links = {job.ledger.name: link.file for job, link in _links(jobs, reports)}
    for job, sentence in unfit(jobs, reports):
        if job.ledger.name not in read_anew and links[job.ledger.name] in read_anew:
            yield f"“{job.ledger.name}”：{sentence}"


def outdated_by(inbox: Inbox, name: str, path: Path) -> list[str]:
    """Return the corrections that no longer fit once this file takes the place of the ledger of its name."""
    ledger, corrections = inbox.with_corrections(name)
    is_other = ledger is not None and file_sha256(path) != ledger.sha256
    return [correction.name for correction in corrections] if is_other else []


def is_applied(inbox: Inbox, name: str) -> bool:
    """Tell whether a correction of the inbox is made for its ledger as it is now: else taking it back changes no row."""
    link = clean_files.stored_link(inbox, name)
    return link is not None and not why_unfit(name, link, inbox.with_corrections(link.file)[0])


def why_unfit(name: str, link: CorrectionLink, ledger: Ledger | None) -> str:
    """Return why a correction of this name is not applied to the ledger that it is of, "" where it is."""
    if name == link.file:
        return f"更正单不能和原件“{link.file}”同名：那样会把原件换掉。请给更正单另起一个名字再导入；原件若已换掉，请重新导入它。"
    if ledger is None:
        return f"这是“{link.file}”的更正单，但那一份已经不在了，没有用上。请撤回这份更正单，或先导入“{link.file}”。"
    if not link.is_of(ledger.name, ledger.sha256):
        return (
            f"这是“{link.file}”的更正单，但那一份在下载更正单之后换过了，行号可能已经对不上，没有用上。"
            "请撤回这份更正单，重新下载后再改。"
        )
    return ""
