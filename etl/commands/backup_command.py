"""The commands backup and restore: what they take, and what they say."""

from argparse import ArgumentParser, Namespace
from getpass import getuser
from pathlib import Path

from command_line import Outcome, UserError
from documents.file_size import size_text
from etl import disk_errors, history
from etl.backup.backup_file import Manifest, write_backup
from etl.backup.contents import FOLDERS, SECRET, contents
from etl.backup.restore import Restored, restore
from etl.cleaning import pseudonyms
from etl.history import HistoryEntry
from etl.inbox.file_names import private_name
from etl.inbox.folder import Inbox
from etl.inbox.layout import existing_folder
from etl.inbox.write_lock import write_lock
from warehouse.build import NoBuild, data_folder
from warehouse.build_in_use import read_build

HANDLE_WITH_CARE = "备份里有台账原件，写着姓名、电话：请像原件一样保管。"
KEY_IS_IN = "人员密钥也在里面：有了它就能认出人，不要交给外面。"
KEY_IS_OUT = "人员密钥不在里面（加 --with-key 才带上），请另外保管。"
KEY_STAYS = "备份里没有人员密钥，这里的没有动。"
KEY_IS_MISSING = f"备份里没有人员密钥，这里也没有：请先把它放回 {pseudonyms.KEY_FILE} 再导入，否则会换成新密钥。"


def add_backup_arguments(parser: ArgumentParser) -> None:
    """Add what `backup` takes."""
    parser.add_argument("file", type=Path, metavar="文件.zip")
    parser.add_argument(
        "--with-key",
        dest="folders",
        action="store_const",
        const=(*FOLDERS, SECRET),
        default=FOLDERS,
        help="把人员密钥也放进去",
    )


def add_restore_arguments(parser: ArgumentParser) -> None:
    """Add what `restore` takes."""
    parser.add_argument("file", type=Path, metavar="文件.zip")


def run_backup(options: Namespace) -> Outcome:
    """Put the data folder into a file that is not there yet."""
    folder, path = existing_folder(options.data), options.file
    if path.exists():
        raise UserError(f"已经有“{path}”了，没有覆盖。请换一个文件名。")
    if path.resolve().is_relative_to(folder.resolve()):
        raise UserError("备份不能放在数据目录里面：目录坏了，备份也就没了。请换一个地方。")
    with write_lock(folder):
        Inbox(folder).tidy()
        pseudonyms.take_over(folder)
        files = list(contents(folder, options.folders))
        if not files:
            raise UserError("数据目录里还没有可以备份的东西。")
        try:
            manifest = write_backup(path, files, history.now(), _build_in_use(folder))
        except OSError as error:
            raise UserError(
                f"备份没有写成“{path}”（{disk_errors.cause(error)}），数据目录没有变。请换一个地方再试。"
            ) from error
    secret = KEY_IS_IN if manifest.has_secret else KEY_IS_OUT
    return Outcome(f"已备份到 {path}：{_content(manifest)}。{secret}{HANDLE_WITH_CARE}")


def run_restore(options: Namespace) -> Outcome:
    """Put what a backup holds in the place of what the data folder holds."""
    folder, path = data_folder(options.data), options.file
    if not path.is_file():
        raise UserError(f"没有文件“{path}”。")
    now = history.now()
    restored = restore(folder, path, now[:19].replace(":", ""))
    entry = HistoryEntry(now, getuser(), "恢复", (private_name(path.name),), restored.manifest.build)
    history.add(folder, entry)
    return Outcome(_restored_words(folder, restored))


def _restored_words(folder: Path, restored: Restored) -> str:
    made_at = restored.manifest.made_at[:16].replace("T", " ")
    former = ""
    if restored.aside:
        place = restored.aside.relative_to(folder).as_posix()
        former = f"原来的数据在 {place} 里，核对无误后可以删去。"
    secret = "" if restored.manifest.has_secret else KEY_STAYS if restored.has_secret else KEY_IS_MISSING
    return f"已恢复到 {made_at} 的样子：{_content(restored.manifest)}。{former}{secret}"


def _content(manifest: Manifest) -> str:
    build = f"，数据批次 {manifest.build}" if manifest.build else ""
    return f"{manifest.ledger_count}份台账{build}，共{len(manifest.files)}个文件、{size_text(manifest.size)}"


def _build_in_use(folder: Path) -> str:
    try:
        return read_build(folder).name
    except NoBuild:
        return ""
