"""Loads files on trial: in a data folder of its own, made of hard links to the real one, which stays as it is."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from etl.cleaning.pseudonyms import FORMER_KEY_FILE, KEY_FILE
from etl.inbox import organisation_decisions
from etl.inbox.folder import Inbox
from etl.inbox.write_lock import write_lock
from etl.intake import HandedFile, add_all
from etl.load import LoadOutcome, Progress, bring_up_to_date, silent

LINKED = (
    "inbox",
    "clean",
    "recipes",
)  # written aside and then renamed, never changed in place: a link is as good as a copy
COPIED = (KEY_FILE, FORMER_KEY_FILE, organisation_decisions.FILE)


@contextmanager
def loaded_on_trial(
    data: Path, folder: Path, files: Sequence[HandedFile], progress: Progress = silent
) -> Iterator[tuple[LoadOutcome, list[str]]]:
    """Give what loading these files beside those of the inbox would give, and their names there; all of it goes with the block."""
    with _linked(data, folder):
        passwords = add_all(folder, files)
        outcome = bring_up_to_date(folder, progress, password_of=lambda name: passwords.get(name, ""))
        yield outcome, list(passwords)


@contextmanager
def taken_back_on_trial(data: Path, folder: Path, name: str, progress: Progress = silent) -> Iterator[LoadOutcome]:
    """Give what the ledgers of the inbox would give without one of them and its corrections; all of it goes with the block."""
    with _linked(data, folder):
        Inbox(folder).remove(name)
        yield bring_up_to_date(folder, progress)


@contextmanager
def _linked(data: Path, folder: Path) -> Iterator[None]:
    """Make a data folder of links to the real one, which goes with the block."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        with write_lock(data):  # nobody changes the folder while it is linked
            _link_all(data, folder)
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _link_all(data: Path, folder: Path) -> None:
    for name in LINKED:
        if (data / name).is_dir():
            shutil.copytree(data / name, folder / name, copy_function=_link)
    for name in COPIED:
        if (data / name).exists():
            (folder / name).parent.mkdir(mode=0o700, exist_ok=True)
            shutil.copy(data / name, folder / name)


def _link(source: str, target: str) -> None:
    """Link a file, or copy it where the file system has no links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
