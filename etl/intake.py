"""Takes confirmed files into the inbox and takes files back out, brings the build up to date, and notes it in the history."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from etl import history, load_report
from etl.declarations import record_types
from etl.history import HistoryEntry
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from etl.load import LoadOutcome, Progress, bring_up_to_date, silent

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
    outcome = bring_up_to_date(data, progress, password_of=lambda name: passwords.get(name, ""))
    summary = load_report.summary(outcome, names)
    sheets = summary["files"]
    history.add(
        data,
        HistoryEntry(
            at=history.now(),
            who=who,
            act="导入",
            files=tuple(names),
            build=summary["build"] or "",
            loaded=sum(sheet["loaded"] for sheet in sheets),
            refused=sum(sheet["refused"] for sheet in sheets),
            recipes=tuple(dict.fromkeys(_recipe_words(sheet) for sheet in sheets if sheet["recipe"])),
        ),
    )
    return summary


def take_back(data: Path, name: str, who: str, progress: Progress = silent) -> LoadOutcome | None:
    """Take a file out of the inbox and load what remains; None when there is no file of this name."""
    if not Inbox(data).remove(name):
        return None
    outcome = bring_up_to_date(data, progress)
    build = outcome.path.stem if outcome.path else ""
    history.add(data, HistoryEntry(at=history.now(), who=who, act="撤回", files=(name,), build=build))
    return outcome


def _recipe_words(sheet: dict[str, Any]) -> str:
    label = record_types()[sheet["record"]].label if sheet["record"] else ""
    return f"{label}（{sheet['recipe']}）"
