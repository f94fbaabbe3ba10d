"""Reads what was stated for the files of an inbox; damaged settings are put aside by whoever writes, and by nobody who only reads."""

import os
from pathlib import Path

from command_line import UserError
from documents.stored_file import stored_json
from etl.inbox.moved_files import REMOVED, is_no_file, move
from etl.inbox.settings import Settings

FILE = ".options.json"  # {name of the file: what Settings stores}
_DAMAGED = (
    f"导入时写明的设定（inbox 里的 {FILE}）坏了，还没有动它；请运行 python -m etl load，它会另外留存，并说明怎样继续。"
)
_PUT_ASIDE = (
    f"导入时写明的设定（inbox 里的 {FILE}）坏了，已另外留存；原来的数据批次没有变。"
    "请再运行一次：不带这些设定读入，仍需要的请重新写明。"
)


class UnreadableSettings(UserError):
    """What was stated for the files of an inbox is damaged. Carries a Chinese sentence."""


def read(inbox: Path) -> dict[str, Settings]:
    """Return the settings of every file that has any, by its name. Raises UnreadableSettings for damaged ones."""
    path = inbox / FILE
    if not os.path.lexists(path):
        return {}
    try:
        stored = stored_json(path)
        return {name: Settings.from_stored(values) for name, values in stored.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        if isinstance(error, OSError) and not is_no_file(path):
            raise  # the disk is at fault, not what was written
        raise UnreadableSettings(_DAMAGED) from error


def set_damaged_aside(data: Path, inbox: Path) -> None:
    """Move damaged settings to data/removed, so that the next load goes without them, and raise UnreadableSettings to tell of it.

    The caller holds the lock of the data folder.
    """
    try:
        read(inbox)
    except UnreadableSettings as damaged:
        move(inbox / FILE, data / REMOVED / FILE.lstrip("."))
        raise UnreadableSettings(_PUT_ASIDE) from damaged
