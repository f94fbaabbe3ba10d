"""The command line of the ETL: load, list, undo, problems, template, backup, prune."""

import gc
import os
import signal

if __name__ == "__main__":  # until the sentence for it is at hand
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import command_line

if __name__ == "__main__":  # modules take seconds to import
    command_line.end_on_interrupt()
    gc.disable()  # looking for reference cycles, of which there are none to speak of, takes a twentieth of a small load
    # Arrow keeps its memory: to give it back after each batch of rows and take it anew takes a twentieth of a large load.
    os.environ.setdefault("MIMALLOC_PURGE_DELAY", "-1")
    # Not in pages of 2 MB: the system fills each with zeros before a part of it is used, which takes a quarter of a large load.
    os.environ.setdefault("MIMALLOC_ALLOW_THP", "0")

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from getpass import getuser
from pathlib import Path

from command_line import (
    DONE,
    FAILED,
    PARTLY_DONE,
    Commands,
    Outcome,
    Parser,
    UserError,
    WrongUsage,
    add_command,
    command_parser,
    printable,
    run_command,
)
from etl import declarations, disk_errors, inspection, intake, load
from etl.building import publication_gate
from etl.building.publication_gate import FindLosses
from etl.cleaning import clean_files
from etl.cleaning.job import program
from etl.commands import backup_command, interruptions, organisations_command, problems_command, prune_command
from etl.commands.settings_arguments import add_settings_arguments, existing, read_password, read_settings, record_named
from etl.inbox.folder import Inbox
from etl.inbox.layout import existing_folder
from etl.inspection import Inspection
from etl.reading.limits import child_at_hand
from etl.reading.without_pandas import without_pandas
from etl.reporting import load_report, load_text, owner_doubts
from etl.reporting.owner_doubts import KnownCommunities
from warehouse.accounts import community_accounts
from warehouse.build import Build, NoBuild, data_folder
from warehouse.build_in_use import current
from warehouse.communities import DEMO

# whether --accept was given → what holds a build back
GATES: dict[bool, FindLosses] = {False: publication_gate.losses, True: publication_gate.no_losses}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code: 0 done, 1 nothing could be loaded, 2 wrong usage, 3 loaded but for files that were refused."""
    return run_command(_parser(), arguments, disk_errors.sentence, disk_errors.FAULTS)


def _parser() -> Parser:
    parser, commands = command_parser("etl", "把台账原样读入，生成数据批次")
    _add_reading_commands(commands)
    add_command(commands, "list", _list, "列出已收到的台账")
    undoing = add_command(commands, "undo", _undo, "撤回一份台账并重新生成批次", interruptions.UNDO)
    undoing.add_argument("file", metavar="文件名")
    telling = add_command(commands, "problems", problems_command.run, "列出未入库和需核对的问题")
    problems_command.add_arguments(telling)
    naming = add_command(
        commands,
        "organisations",
        organisations_command.run,
        "列出名称相近的机构，合并、分开或撤销",
        interruptions.ORGANISATIONS,
    )
    organisations_command.add_arguments(naming)
    blank = add_command(commands, "template", _template, "生成一种记录的空白模板")
    blank.add_argument("record", metavar="记录类型", help="中文名或编号，例如 志愿服务")
    blank.add_argument("file", type=Path, metavar="文件.xlsx")
    _add_storage_commands(commands)
    return parser


def _add_reading_commands(commands: Commands) -> None:
    loading = add_command(
        commands, "load", _load, "读入台账并发布新批次；不写路径则检查 inbox（空时用演示台账）", interruptions.LOAD
    )
    loading.add_argument("paths", nargs="*", type=Path, metavar="路径")
    looking = add_command(commands, "inspect", _inspect, "看看会怎样入库，什么也不存")
    looking.add_argument("paths", nargs="+", type=Path, metavar="路径")
    loading.add_argument("--accept", action="store_true", help="与原来的批次相比少了台账或行也采用")
    for reading in (loading, looking):
        add_settings_arguments(reading)
        reading.add_argument("--json", action="store_true", help="输出 JSON")
        reading.add_argument("-v", "--verbose", action="store_true", help="逐张工作表列出，每张写明原因")


def _add_storage_commands(commands: Commands) -> None:
    backing_up = add_command(
        commands, "backup", backup_command.run_backup, "把数据目录备份成一个文件", interruptions.BACKUP
    )
    backup_command.add_backup_arguments(backing_up)
    restoring = add_command(
        commands, "restore", backup_command.run_restore, "从备份恢复；原来的数据另外留存", interruptions.RESTORE
    )
    backup_command.add_restore_arguments(restoring)
    pruning = add_command(
        commands, "prune", prune_command.run, "列出不再需要的旧批次，加 --yes 删除", interruptions.PRUNE
    )
    prune_command.add_arguments(pruning)


def _load(options: Namespace) -> Outcome:
    folder, settings = data_folder(options.data), read_settings(options, settled_by=getuser())
    stated = None if settings.is_empty else settings
    named = Inbox(folder).add(existing(options.paths), stated) if options.paths else None
    if named == []:
        raise UserError("这个文件夹里没有台账文件。请放入 .xlsx、.xls 或 .csv 后再试。")
    password = read_password(options)
    with _progress(is_shown=sys.stderr.isatty() and not options.json) as progress:
        outcome, summary = intake.load_and_note(
            folder, named, getuser(), progress, lambda _: password, GATES[options.accept]
        )
    summary["notes"] = [*Inbox(folder).omissions_of(options.paths), *summary["notes"]]
    exit_code = _exit_code_of_load(outcome, summary, named)
    if options.json:
        return Outcome(json.dumps(summary, ensure_ascii=False, indent=1), exit_code)
    if options.verbose:
        return Outcome(load_text.by_sheet(summary, load_text.published_words(outcome)), exit_code)
    if not outcome.path:
        return Outcome(load_text.by_file(summary), exit_code)
    accounts = community_accounts(Build(outcome.path), named)
    return Outcome(load_text.by_community(summary, accounts, load_text.published_words(outcome)), exit_code)


def _inspect(options: Namespace) -> Outcome:
    settings, password = read_settings(options), read_password(options)
    inspections = inspection.inspect(data_folder(options.data), existing(options.paths), settings, lambda _: password)
    files = owner_doubts.of_files(inspections, settings, _known_communities(options.data, inspections))
    summary = {**load_report.inspected(inspections), "files": files}
    is_taken = any(line["record"] for line in summary["files"])
    text = json.dumps(summary, ensure_ascii=False, indent=1) if options.json else load_text.inspected(summary)
    return Outcome(text, DONE if is_taken else FAILED)


def _known_communities(data: Path | None, inspections: Sequence[Inspection]) -> KnownCommunities | None:
    """Return the communities of the build in use; None where a register comes with the files looked at."""
    if owner_doubts.brings_register(inspections):
        return None
    try:
        return KnownCommunities.of(Build(current(data_folder(data))))
    except NoBuild:
        return KnownCommunities.of(None)


@contextmanager
def _progress(*, is_shown: bool) -> Iterator[load.Progress]:
    """Give what shows a progress bar, or nothing where nobody would see it."""
    if not is_shown:
        yield load.silent
        return
    from tqdm import tqdm  # takes as long to import as a small ledger takes to clean

    def advance(done: int, total: int, name: str) -> None:
        bar.total = total
        bar.set_postfix_str(printable(name))
        bar.update(done - bar.n)

    with tqdm(total=0, unit="份", desc="读取台账") as bar:
        yield advance


def _exit_code_of_load(outcome: load.LoadOutcome, summary: intake.Summary, named: Sequence[str] | None) -> int:
    """Return whether a build is in use that holds the files looked at, but for some, or none of them."""
    if not outcome.path or (named is not None and not load_report.has_taken(summary["files"])):
        return FAILED
    return PARTLY_DONE if load_report.refused_files(summary["files"]) and not Build(outcome.path).is_demo else DONE


def _exit_code(outcome: load.LoadOutcome) -> int:
    return 0 if outcome.path else FAILED


def _list(options: Namespace) -> Outcome:
    inbox = Inbox(existing_folder(options.data))
    marks = {correction: f"（“{ledger}”的更正单）" for correction, ledger in inbox.links().items()}
    ledgers = inbox.ledgers()
    if inbox.is_demo:
        marks |= {ledger.name: DEMO for ledger in ledgers}
    else:
        errors = clean_files.stored_errors(inbox.folder, ledgers)
        marks |= {name: f"（未采用：{error}）" for name, error in errors.items()}
    lines = (f"{ledger.sha256[:12]}  {ledger.name}{marks.get(ledger.name, '')}" for ledger in ledgers)
    return Outcome("\n".join(lines))


def _undo(options: Namespace) -> Outcome:
    taken_back = intake.take_back(existing_folder(options.data), options.file, getuser())
    if taken_back is None:
        raise WrongUsage(f"inbox 里没有“{options.file}”。用 python -m etl list 看文件名。")
    outcome = taken_back.outcome
    published = "没有可用的台账了，原批次不变。"
    if outcome.path:
        published = "新批次已发布。" if outcome.is_new else f"数没有变化，仍用批次 {outcome.path.stem}。"
    if outcome.losses:
        published = load_text.withheld(outcome.losses)
    words = f"{taken_back.sentence}{taken_back.again_words}{published}"
    return Outcome("\n".join([words, *outcome.notes]), _exit_code(outcome))


def _template(options: Namespace) -> Outcome:
    from etl import template

    record = record_named(options.record)
    if record is None:
        labels = "、".join(record.label for record in declarations.record_types().values())
        raise WrongUsage(f"没有记录类型“{options.record}”。可以写：{labels}。")
    template.write(declarations.record_types()[record], options.file)
    return Outcome(f"空白模板已写入 {options.file}")


if __name__ == "__main__":
    without_pandas()
    if sys.argv[1:2] == ["load"]:  # once, for the copy of this process that reads as well
        declarations.record_types()
        program()
    with child_at_hand():
        code = main()
    # All is written and said; to take millions of objects apart one by one would take a tenth of a small load.
    os._exit(code)
