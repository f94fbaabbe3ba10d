"""The command prune: it says which old builds may go and how large they are, and removes them when told to."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from command_line import Outcome, WrongUsage
from etl.building.retention import NEWEST, StoredBuild, remove, stored_builds
from etl.inbox.write_lock import write_lock
from warehouse.build import data_folder


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `prune` takes."""
    parser.add_argument(
        "--keep", type=int, default=NEWEST, metavar="个数", help=f"最近的几个批次总是留着（默认{NEWEST}）"
    )
    parser.add_argument("--yes", action="store_true", help="真的删除；不加只列出来")


def run(options: Namespace) -> Outcome:
    """List the builds that stay and those that may go; remove the latter with --yes."""
    if options.keep < 1:
        raise WrongUsage("--keep 至少写1：最近的一个批次总要留着。")
    folder = data_folder(options.data)
    with write_lock(folder):
        builds = stored_builds(folder, options.keep)
        unneeded = [build for build in builds if not build.reason]
        if options.yes:
            remove(unneeded)
    return Outcome("\n".join([*map(_line, builds), _summary(unneeded, is_done=options.yes)]))


def _line(build: StoredBuild) -> str:
    return f"{build.name}  {_megabytes(build.size)}  {f'保留：{build.reason}' if build.reason else '可以删除'}"


def _summary(unneeded: Sequence[StoredBuild], *, is_done: bool) -> str:
    if not unneeded:
        return "没有可以删除的批次。"
    amount = f"{len(unneeded)}个批次，共 {_megabytes(sum(build.size for build in unneeded))}"
    return f"已删除{amount}。" if is_done else f"可以删除{amount}；现在什么也没有删，加 --yes 才删除。"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
