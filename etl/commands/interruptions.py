"""What each command says after Ctrl-C: whether it had changed anything yet, told by what lies in the data folder."""

from argparse import Namespace

from command_line import Interruption
from etl.backup.restore import ASIDE
from etl.inbox import exchange, organisation_decisions
from etl.inbox.folder import Inbox
from etl.inbox.moved_files import REMOVED
from warehouse.build import data_folder
from warehouse.build_files import newest_first
from warehouse.build_in_use import named_build


def _build(options: Namespace) -> object:
    return named_build(data_folder(options.data))


def _ledgers(options: Namespace) -> object:
    return Inbox(data_folder(options.data)).names()


def _decisions(options: Namespace) -> object:
    path = data_folder(options.data) / organisation_decisions.FILE
    return path.read_bytes() if path.is_file() else b""


def _backup(options: Namespace) -> object:
    return options.file.exists()


def _restored(options: Namespace) -> object:
    folder = data_folder(options.data)
    return (folder / exchange.JOURNAL).exists(), {*(folder / ASIDE).glob("*")}, _build(options)


def _prunable(options: Namespace) -> object:
    folder = data_folder(options.data)
    return newest_first(folder), sum(1 for place in (REMOVED, ASIDE) for _ in (folder / place).rglob("*"))


LOAD = Interruption(
    "已中断，没有改动正在使用的数据；已经收进 inbox 的台账，下次导入时一并读入。",
    "已中断；新批次在那之前已经发布，各页用的是新的。",
    _build,
)
UNDO = Interruption(
    "已中断，什么也没有撤回，没有改动正在使用的数据。",
    "已中断；那份台账已经移出 inbox。请再运行一次 python -m etl load，各页的数就跟着变。",
    _ledgers,
)
ORGANISATIONS = Interruption(
    "已中断，没有改动正在使用的数据。",
    "已中断；决定已经记下。请再运行一次 python -m etl load，各页的数就跟着变。",
    _decisions,
)
BACKUP = Interruption("已中断，没有做成备份，数据没有变。", "已中断，但备份在那之前已经写完整。", _backup)
RESTORE = Interruption(
    "已中断，没有恢复，没有改动正在使用的数据。",
    f"已中断；恢复已经开始，不会停在一半：没做完的，下一次导入、备份或恢复时先做完。原来的数据在 {ASIDE} 里。",
    _restored,
)
PRUNE = Interruption("已中断，什么也没有删。", "已中断；可以删除的删了一部分，正在使用的没有动。", _prunable)
