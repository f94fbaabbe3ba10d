"""Lists the ledger files of a folder, and says what in an inbox is left out: links that lead outside, pipes, folders that cannot be entered."""

import os
import re
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

from etl.inbox.file_names import readable_name
from etl.parse import file_name_without_personal_data

# Hidden files, Office's lock files (~$台账.xlsx), files that explain a folder or that systems leave in one.
_NOT_LEDGERS = re.compile(
    r"^(\.|~\$|README)|^(published\.csv|Thumbs\.db|desktop\.ini)$|\.(md|json|py|key)$", re.IGNORECASE
)


def is_ledger_name(name: str) -> bool:
    """Tell whether a file of this name may be a ledger."""
    return not _NOT_LEDGERS.search(name)


def ledger_files(folder: Path) -> list[Path]:
    """Return the ledger files in a folder and its inner folders, sorted; none when there is no such folder."""
    return sorted(_ledger_files_as_found(folder), key=attrgetter("parts"))


def _ledger_files_as_found(folder: Path) -> Iterator[Path]:
    paths = folder.rglob("*") if folder.is_dir() else iter(())
    return (path for path in paths if is_file(path) and not _is_hidden(path.relative_to(folder)))


def is_file(path: Path) -> bool:
    """Tell whether a path is that of a file; a link into a folder that cannot be entered is not."""
    try:
        return path.is_file()
    except OSError:
        return False


def own_files(folder: Path) -> list[Path]:
    """Return the ledger files that lie in a folder themselves: links that lead out of it are left out."""
    return sorted(own_files_as_found(folder), key=attrgetter("parts"))


def own_files_as_found(folder: Path) -> Iterator[Path]:
    """Yield the same in any order: whether there is one is told without looking at all."""
    base = folder.resolve()
    files = _ledger_files_as_found(folder)
    return (path for path in files if not path.is_symlink() or path.resolve().is_relative_to(base))


def omissions(folder: Path, within: Path) -> list[str]:
    """Return a sentence for each link that is not followed, what is no file, and each folder that cannot be entered; none without an inbox.

    Links to files are followed `within` a folder: the inbox itself, or all there is for a folder that somebody hands in.
    """
    sentences: list[str] = []

    def note(error: OSError) -> None:
        if not folder.exists():
            return
        name = Path(error.filename).relative_to(folder.parent).as_posix().removeprefix(f"{folder.name}/")
        sentences.append(f"文件夹“{_shown(name)}”进不去（{_why(error)}），里面的台账没有读。")

    base = within.resolve()
    for parent, folders, files in os.walk(folder, onerror=note):
        for name in sorted((*folders, *files)):
            path = Path(parent) / name
            if not _is_hidden(path.relative_to(folder)):
                sentences += _sentences(path, _shown(path.relative_to(folder).as_posix()), base)
    return sentences


def _sentences(path: Path, name: str, base: Path) -> list[str]:
    """Return why a link or what is no file, such as a pipe, is not read; none for files and folders."""
    if not path.is_symlink():
        is_special = not path.is_file() and not path.is_dir()
        return [f"“{name}”不是普通的文件（管道、套接字或设备），没有读。"] if is_special else []
    try:
        if sentence := broken_link_sentence(path, name):
            return [sentence]
        if path.is_dir():
            return [f"“{name}”是文件夹的链接，没有跟随，里面的台账没有读。请把文件复制进来。"]
    except OSError as error:
        return [f"“{name}”是链接，它指的地方进不去（{_why(error)}），没有读。请把文件复制进来。"]
    if not path.resolve().is_relative_to(base):
        return [f"“{name}”是指向 inbox 外面的链接，没有读。请把文件复制进来。"]
    return []


def broken_link_sentence(path: Path, name: str) -> str:
    """Return a sentence on a link whose target is gone, or that leads back to itself; "" for all else."""
    if not path.is_symlink() or path.exists():
        return ""
    return f"“{name}”是链接，它指的文件不在了，没有读。请把文件复制进来，或删去这个链接。"


def _shown(name: str) -> str:
    """Return a name as sentences give it: readable whatever bytes it is of, and without people."""
    return file_name_without_personal_data(readable_name(name))


def _why(error: OSError) -> str:
    return "没有权限" if isinstance(error, PermissionError) else "磁盘或网络盘出错"


def _is_hidden(path: Path) -> bool:
    return not is_ledger_name(path.name) or any(part.startswith(".") for part in path.parts)
