"""Loads files on trial: in a data folder of its own, made of hard links to the real one, which stays as it is."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from etl.inbox.folder import write_lock
from etl.intake import HandedFile, add_all
from etl.load import LoadOutcome, Progress, bring_up_to_date, silent

LINKED = (
    "inbox",
    "clean",
    "recipes",
)  # written aside and then renamed, never changed in place: a link is as good as a copy
KEY_FILE = "person.key"


def load_on_trial(data: Path, folder: Path, files: Sequence[HandedFile], progress: Progress = silent) -> LoadOutcome:
    """Return what loading these files beside those of the inbox would give; its build lies below `folder`, to be removed."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with write_lock(data):  # nobody changes the folder while it is linked
        for name in LINKED:
            if (data / name).is_dir():
                shutil.copytree(data / name, folder / name, copy_function=_link)
        if (data / KEY_FILE).exists():
            shutil.copyfile(data / KEY_FILE, folder / KEY_FILE)
    passwords = add_all(folder, files)
    return bring_up_to_date(folder, progress, password_of=lambda name: passwords.get(name, ""))


def _link(source: str, target: str) -> None:
    """Link a file, or copy it where the file system has no links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
