"""The command line of the ETL: load, list, undo, problems, template."""

import argparse
import json
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
from tqdm import tqdm

from documents.csv_file import csv_for_excel
from etl import declarations, disk_errors, load, load_report
from etl.building.build import Unsound
from etl.inbox.folder import Inbox, Options
from etl.reading.without_pandas import without_pandas
from warehouse.build import Build, NoBuild, current, data_folder

PUBLISHED, NOTHING_LOADED, WRONG_USAGE = 0, 1, 2


_USAGE = (
    (r"the following arguments are required: (.+)", r"缺少 \1"),
    (r"unrecognized arguments: (.+)", r"不认识 \1"),
    (r"argument (.+?): invalid choice: '?(.+?)'? \(choose from (.+)\)", r"\1 没有“\2”，可以写 \3"),
    (r"argument (.+?): expected .+", r"\1 后面缺少内容"),
)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> Any:
        for english, chinese in _USAGE:
            message = re.sub(f"^{english}$", chinese, message)
        self.exit(WRONG_USAGE, f"用法不对：{message}。\n{self.format_usage().replace('usage:', '写法：')}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 done, 1 nothing could be loaded, 2 wrong usage."""
    given = _parser().parse_args(arguments)
    try:
        return int(given.run(given))
    except (NoBuild, Unsound) as missing:
        return _say(str(missing), NOTHING_LOADED)
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PUBLISHED
    except (OSError, duckdb.IOException, duckdb.FatalException) as fault:
        return _say(disk_errors.sentence(fault), NOTHING_LOADED)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m etl", description="把台账原样读入，生成数据批次")
    shared = _Parser(add_help=False)
    shared.add_argument(
        "--data", metavar="目录", help="放 inbox、clean、builds 的目录，默认 data（或环境变量 DATA_DIR）"
    )
    commands = parser.add_subparsers(required=True, metavar="命令")

    def command(name: str, run: Any, words: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words, parents=[shared])
        made.set_defaults(run=run)
        return made

    loading = command("load", _load, "读入台账并发布新批次；不写路径则检查 inbox（空时用演示台账）")
    loading.add_argument("paths", nargs="*", type=Path, metavar="路径")
    loading.add_argument("--record", choices=sorted(declarations.record_types()), help="表头看不出时指明记录类型")
    loading.add_argument("--set", action="append", default=[], metavar="字段=值", help="补上文件里没有的列，可多次")
    loading.add_argument("--json", action="store_true", help="输出 JSON")
    command("list", _list, "列出已收到的台账")
    command("undo", _undo, "撤回一份台账并重新生成批次").add_argument("file", metavar="文件名")
    problems = command("problems", _problems, "列出未入库和需核对的问题")
    problems.add_argument("--csv", type=Path, metavar="文件", help="写成 Excel 能打开的 CSV")
    blank = command("template", _template, "生成一种记录的空白模板")
    blank.add_argument("record", choices=sorted(declarations.record_types()), metavar="记录类型")
    blank.add_argument("file", type=Path, metavar="文件.xlsx")
    return parser


def _load(given: argparse.Namespace) -> int:
    folder = data_folder(given.data)
    options = _options(given)
    absent = [path for path in given.paths if not path.exists()]
    if isinstance(options, str) or absent:
        return _say(options if isinstance(options, str) else f"找不到：{'、'.join(map(str, absent))}", WRONG_USAGE)
    named = Inbox(folder).add(given.paths, options) if given.paths else None
    if named == []:
        return _say("这个文件夹里没有台账文件。请放入 .xlsx、.xls 或 .csv 后再试。", NOTHING_LOADED)
    with tqdm(total=0, unit="份", desc="读取台账", disable=None if not given.json else True) as bar:
        outcome = load.bring_up_to_date(folder, lambda done, total, name: _advance(bar, done, total, name))
    summary = load_report.summary(outcome, Build(outcome.path), named) if outcome.path else load_report.failure(outcome)
    print(json.dumps(summary, ensure_ascii=False, indent=1) if given.json else load_report.in_words(summary))
    return PUBLISHED if outcome.path else NOTHING_LOADED


def _options(given: argparse.Namespace) -> Options | str:
    """Return what was said beside the files, or a sentence about what is wrong with it."""
    if wrong := [pair for pair in given.set if "=" not in pair]:
        return f"--set 要写成 字段=值，收到的是“{wrong[0]}”。"
    constants = dict(pair.split("=", 1) for pair in given.set)
    known = {column.name for record in declarations.record_types().values() for column in record.columns}
    if unknown := sorted(set(constants) - known):
        return f"没有字段“{unknown[0]}”。可用的字段：{'、'.join(sorted(known))}。"
    return Options(given.record, constants)


def _advance(bar: Any, done: int, total: int, name: str) -> None:
    bar.total = total
    bar.set_postfix_str(name)
    bar.update(done - bar.n)


def _list(given: argparse.Namespace) -> int:
    inbox = Inbox(data_folder(given.data))
    for ledger in inbox.ledgers():
        print(f"{ledger.sha256[:12]}  {ledger.name}{'（演示）' if inbox.is_demo else ''}")
    return PUBLISHED


def _undo(given: argparse.Namespace) -> int:
    folder = data_folder(given.data)
    if not Inbox(folder).remove(given.file):
        return _say(f"inbox 里没有“{given.file}”。用 python -m etl list 看文件名。", WRONG_USAGE)
    outcome = load.bring_up_to_date(folder)
    print(
        f"已撤回“{given.file}”（移到 removed 文件夹）。"
        + ("新批次已发布。" if outcome.path else "没有可用的台账了，原批次不变。")
    )
    return PUBLISHED if outcome.path else NOTHING_LOADED


def _problems(given: argparse.Namespace) -> int:
    build = Build(current(data_folder(given.data)))
    header, lines = load_report.problems(build)
    if given.csv:
        given.csv.write_bytes(csv_for_excel(header, lines))
        print(f"{len(lines)} 条问题已写入 {given.csv}")
    else:
        for line in lines:
            print("  ".join(str(cell) for cell in line if cell not in (None, "")))
    return PUBLISHED


def _template(given: argparse.Namespace) -> int:
    from etl import template  # its library takes as long to import as a small load takes

    template.write(declarations.record_types()[given.record], given.file)
    print(f"空白模板已写入 {given.file}")
    return PUBLISHED


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code


if __name__ == "__main__":
    without_pandas()
    sys.exit(main())
