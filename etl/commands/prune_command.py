"""The command prune: it says which old builds, and which things set aside, may go and how large they are, and removes them when told to."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

from command_line import Outcome, WrongUsage
from documents.file_size import size_text
from etl.backup.set_aside import SetAside, remove_set_aside, set_aside
from etl.building.retention import NEWEST, StoredBuild, remove, stored_builds
from etl.building.unneeded_shards import StoredShard, UntoldShards, remove_shards, unneeded_shards
from etl.inbox.layout import existing_folder
from etl.inbox.write_lock import write_lock


def add_arguments(parser: ArgumentParser) -> None:
    """Add what `prune` takes."""
    parser.add_argument(
        "--keep", type=int, default=NEWEST, metavar="个数", help=f"最近的几个批次总是留着（默认{NEWEST}）"
    )
    parser.add_argument("--yes", action="store_true", help="真的删除；不加只列出来")


def run(options: Namespace) -> Outcome:
    """List the builds and the things set aside that stay and those that may go, shards among these; remove the latter with --yes."""
    if options.keep < 1:
        raise WrongUsage("--keep 至少写1：最近的一个批次总要留着。")
    folder = existing_folder(options.data)
    with write_lock(folder) if options.yes else nullcontext():
        builds, entries = stored_builds(folder, options.keep), set_aside(folder)
        unneeded = [build for build in builds if not build.reason]
        recent = [build.path for build in builds[: options.keep]]
        old = [entry for entry in entries if entry.is_before(recent)]
        shards, untold = _unneeded_shards(folder, [build.path for build in builds if build.reason])
        if options.yes:
            remove(unneeded)
            remove_shards(shards)
            remove_set_aside(old)
    lines = (*map(_line, builds), *(_aside_line(entry, is_old=entry in old) for entry in entries))
    summary = _summary(unneeded, shards, old, is_done=options.yes)
    return Outcome("\n".join([*lines, summary, *([untold] if untold else [])]))


def _unneeded_shards(folder: Path, builds: Sequence[Path]) -> tuple[list[StoredShard], str]:
    """Return the shards that may go; with a sentence why none may, where a build does not say which it needs."""
    try:
        return unneeded_shards(folder, builds), ""
    except UntoldShards as error:
        return [], f"批次 {error} 读不出来，说不清它用到哪些数据分片，所以一个分片也不删。"


def _line(build: StoredBuild) -> str:
    return f"{build.name}  {size_text(build.size)}  {f'保留：{build.reason}' if build.reason else '可以删除'}"


def _aside_line(entry: SetAside, *, is_old: bool) -> str:
    days = (datetime.now().astimezone() - entry.at).days
    judged = "可以删除" if is_old else "保留：比留下的批次新"
    return f"{entry.name}  {size_text(entry.size)}  {entry.at:%Y-%m-%d} 移来，{days}天  {judged}"


def _summary(
    builds: Sequence[StoredBuild], shards: Sequence[StoredShard], old: Sequence[SetAside], *, is_done: bool
) -> str:
    unneeded = ((builds, "个批次"), (shards, "个没有批次用到的数据分片"), (old, "份另外留存的原件或恢复前的数据"))
    counts = [f"{len(entries)}{what}" for entries, what in unneeded if entries]
    if not counts:
        return "没有可以删除的批次，也没有可以删除的留存。"
    size = sum(entry.size for entries, _ in unneeded for entry in entries)
    amount = f"{'、'.join(counts)}，共 {size_text(size)}"
    return f"已删除{amount}。" if is_done else f"可以删除{amount}；现在什么也没有删，加 --yes 才删除。"
