"""Says what of a data folder is not as it must be before a command reads or writes it: no folder, or a file where a folder belongs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from command_line import UserError
from etl import disk_errors
from etl.inbox.moved_files import REMOVED
from warehouse.build import data_folder
from warehouse.named_builds import ARCHIVE, PACKS

FOLDERS = ("inbox", "clean", "builds", REMOVED, "recipes", "secret", ARCHIVE.name, PACKS.parent.name)


def existing_folder(path: str | None) -> Path:
    """Return the data folder that a command names. Raises UserError where there is none, or it is not one."""
    folder = data_folder(path)
    if not folder.exists():
        raise UserError(f"没有数据目录“{folder}”。请核对 --data（或环境变量 DATA_DIR）；导入第一份台账时会建好它。")
    check_layout(folder)
    return folder


def check_layout(folder: Path) -> None:
    """Raise UserError where the data folder, or a folder in it, is a file."""
    for place in (folder, *(folder / name for name in FOLDERS)):
        if place.exists() and not place.is_dir():
            raise UserError(f"“{place}”应该是文件夹，却是一个文件，什么也没有改。请把它移开或改名，再运行一次。")


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn what the system says of a data folder that takes no files into a sentence that names the folder."""
    try:
        yield
    except OSError as error:
        cause = disk_errors.cause(error)
        raise UserError(f"数据目录“{folder}”写不进去：{cause}。什么也没有改，请处理后再运行一次。") from error
