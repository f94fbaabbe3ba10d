"""Takes confirmed files into the inbox and takes files back out, brings the build up to date, and notes it in the history."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from etl import history
from etl.building import publication_gate
from etl.building.publication_gate import FindLosses
from etl.cleaning import linked_jobs
from etl.declarations import record_types
from etl.history import HistoryEntry
from etl.inbox import staging
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from etl.load import LoadOutcome, PasswordOf, Progress, bring_up_to_date, no_password, silent
from etl.reporting import load_report
from warehouse import ledgers
from warehouse.build import Build, NoBuild
from warehouse.build_in_use import named_build

Summary = dict[str, Any]


@dataclass(frozen=True)
class HandedFile:
    """A folder that holds one file to be taken in, under the name it gets in the inbox, and what was stated for it.

    `password` opens a locked workbook; it is stored nowhere.
    """

    folder: Path
    settings: Settings
    password: str = field(default="", repr=False)


def add_all(data: Path, files: Sequence[HandedFile]) -> dict[str, str]:
    """Add files to the inbox, and return {name there: password}."""
    return {name: file.password for file in files for name in Inbox(data).add([file.folder], file.settings)}


def take_in(data: Path, files: Sequence[HandedFile], who: str, progress: Progress = silent) -> Summary:
    """Add files to the inbox and load; return the summary of these files. A load that fails leaves the former build in use."""
    passwords = add_all(data, files)
    names = list(passwords)
    _, summary = load_and_note(data, names, who, progress, lambda name: passwords.get(name, ""))
    return summary


def load_and_note(
    data: Path,
    names: Sequence[str] | None,
    who: str,
    progress: Progress = silent,
    password_of: PasswordOf = no_password,
    find_losses: FindLosses = publication_gate.losses,
) -> tuple[LoadOutcome, Summary]:
    """Load, and note in the history what became of the files of these names; None stands for all that was read anew."""
    is_demo = Inbox(data).is_demo
    outcome = bring_up_to_date(data, progress, password_of=password_of, find_losses=find_losses)
    summary = load_report.summary(outcome, names)
    noted = outcome.read_anew if names is None else names
    if noted and not is_demo:
        of_noted = load_report.summary(outcome, noted) if names is None else summary
        history.add(data, _entry_of_load(of_noted, noted, who))
    return outcome, summary


def _entry_of_load(summary: Summary, names: Sequence[str], who: str) -> HistoryEntry:
    sheets = summary["files"]
    return HistoryEntry(
        at=history.now(),
        who=who,
        act="导入",
        files=tuple(names),
        build=summary["build"] or "",
        loaded=sum(sheet["loaded"] for sheet in sheets),
        refused=sum(sheet["refused"] for sheet in sheets),
        recipes=tuple(dict.fromkeys(_recipe_words(sheet) for sheet in sheets if sheet["recipe"])),
    )


@dataclass(frozen=True)
class TakenBack:
    """What a taking back did: the file, the corrections that went with it, the ledger that it had corrected, and the load.

    `was_applied` is False for a correction that no longer fitted its ledger. `came_in_again` has the rows of other ledgers that were
    refused so far, since they were like rows of this one: {(file, record type): rows}.
    """

    name: str
    corrections: tuple[str, ...]
    corrected: str | None
    was_applied: bool
    outcome: LoadOutcome
    came_in_again: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """Say what went, and what shows again."""
        if self.corrected and not self.was_applied:
            return f"已撤回更正单“{self.name}”（原件另外留存）：它没有用上，“{self.corrected}”不变。"
        if self.corrected:
            return f"已撤回更正单“{self.name}”（原件另外留存）：“{self.corrected}”又和原件一样，没有入库的行又列出来。"
        along = f"，连同它的更正单{''.join(f'“{name}”' for name in self.corrections)}" if self.corrections else ""
        return f"已撤回“{self.name}”{along}（原件另外留存）。"

    @property
    def again_words(self) -> str:
        """Say which rows of other ledgers came in again, "" for none."""
        rows = [f"{file}的{record_types()[id].label}{count}行" for (file, id), count in self.came_in_again.items()]
        return f"因为和它重复、没有入库的再入库了：{'、'.join(rows)}。" if rows else ""


def take_back(data: Path, name: str, who: str, progress: Progress = silent) -> TakenBack | None:
    """Take a file and its corrections out of the inbox and load what remains; None when there is no file of this name."""
    corrected, was_applied = Inbox(data).links().get(name), linked_jobs.is_applied(Inbox(data), name)
    before = _loaded_rows(named_build(data))
    removed = Inbox(data).remove(name)
    if not removed:
        return None
    staging.remove_stale(data)
    staging.forget(data, removed)
    outcome = bring_up_to_date(data, progress)
    build = outcome.path.stem if outcome.path else ""
    history.add(data, HistoryEntry(at=history.now(), who=who, act="撤回", files=tuple(removed), build=build))
    gained = Counter[tuple[str, str]]() if corrected or Inbox(data).is_demo else _loaded_rows(outcome.path) - before
    known = {file for file, _ in before}  # what was put into the inbox since then comes in for the first time
    again = {place: rows for place, rows in gained.items() if place[0] in known}
    return TakenBack(name, tuple(removed[1:]), corrected, was_applied, outcome, again)


def _loaded_rows(build: Path | None) -> Counter[tuple[str, str]]:
    """Return {(file, record type): rows} of a build; none of one that is gone or unreadable."""
    try:
        sheets = ledgers.source_files(Build(build)) if build else []
    except NoBuild:
        return Counter()
    counts = Counter[tuple[str, str]]()
    for sheet in sheets:
        counts[sheet.file, sheet.record or ""] += sheet.loaded
    return counts


def accept(data: Path, who: str, progress: Progress = silent) -> LoadOutcome:
    """Load and publish although something is lost, which a person has seen."""
    outcome = bring_up_to_date(data, progress, find_losses=publication_gate.no_losses)
    build = outcome.path.stem if outcome.path else ""
    history.add(data, HistoryEntry(at=history.now(), who=who, act="仍然采用", files=(), build=build))
    return outcome


def _recipe_words(sheet: dict[str, Any]) -> str:
    label = record_types()[sheet["record"]].label if sheet["record"] else ""
    return f"{label}（{sheet['recipe']}）"
