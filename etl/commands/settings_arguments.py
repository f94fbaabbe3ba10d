"""The arguments by which a person states what a ledger does not say itself, the same for loading and inspecting."""

import os
from argparse import Action, ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from getpass import getpass
from pathlib import Path
from typing import Any

from command_line import WrongUsage
from etl.declarations import record_types
from etl.inbox.listing import broken_link_sentence
from etl.inbox.recipes import DATE_ORDERS
from etl.inbox.settings import Settings, rows_to_take
from etl.recognition.meanings import (
    AS_ABOVE,
    DATE_ORDER,
    LEFT_OUT,
    MONTH,
    NOT_COLUMNS,
    NOT_READ,
    SHEET_NAME,
    YEAR,
    StatedMonth,
    find_column,
)
from etl.recognition.stated_people import personal_texts
from etl.schema import Column, RecordType

PASSWORD_VARIABLE = "LEDGER_PASSWORD"  # noqa: S105 - the name of a variable


# option → placeholder, explanation
_OPTIONS = {
    "--record": ("记录类型", "是哪一种台账，例如 志愿服务"),
    "--set": (
        "列=值",
        "整份台账都一样的值，可多次；值写 同上 取上面一行的，写 工作表名 取工作表的名字；年份=2025、年月=2025-04 补日期里没写的",
    ),
    "--map": (
        "表头=列",
        "这个表头是哪一列，可多次；写 第5列…第16列=得分 或 1月…12月=数值 一次说明一段；表头=不读这一列 表示它不用读",
    ),
    "--only": (
        "表头=值",
        "只取这个表头下是这个值的行，可多次，同一表头写几次的取其中任一种；值可写 正数 或 负数，例如 收支=负数（按正数入库）",
    ),
    "--sheet": (
        "工作表",
        "只读这张工作表，可多次；写在它后面的 --record、--set、--map、--only、--header-row 只对这张表，写在最前面的对整份",
    ),
}


def add_settings_arguments(parser: ArgumentParser) -> None:
    """Add --record, --set, --map, --only, --sheet, --header-row, --password; columns and record types by Chinese label or id.

    What is written behind a --sheet holds for that sheet only (for those, where several are named one behind the other).
    """
    parser.set_defaults(stated=())
    for option, (placeholder, words) in _OPTIONS.items():
        parser.add_argument(option, action=_InOrder, metavar=placeholder, help=words)
    header_row = "表头（最上一行）在第几行；没有表头的写 0，各列用 A列、B列 指明"
    parser.add_argument("--header-row", action=_InOrder, type=int, metavar="行号", help=header_row)
    password = f"有密码的工作簿：运行时输入打开密码，或先写入环境变量 {PASSWORD_VARIABLE}"
    parser.add_argument("--password", action="store_true", help=password)


class _InOrder(Action):
    """Notes an option with its value behind those before it."""

    def __call__(self, parser: ArgumentParser, namespace: Namespace, values: Any, option: str | None = None) -> None:
        namespace.stated = (*namespace.stated, (self.dest, values))


def read_settings(options: Namespace, settled_by: str = "") -> Settings:
    """Return what is stated; WrongUsage when it names no record type, column or value that can be read."""
    sheets: list[str] = []  # those that the next option is stated for
    stated: dict[tuple[str, ...], list[tuple[str, Any]]] = {(): []}
    for name, value in options.stated:
        if name == "sheet":
            sheets = [*sheets, value] if sheets and tuple(sheets) not in stated else [value]
        else:
            stated.setdefault(tuple(sheets), []).append((name, value))
    base = _settings(stated.pop(()), None)
    by_sheet = {sheet: _settings(own, base.record) for group, own in stated.items() for sheet in group}
    chosen = tuple(value for name, value in options.stated if name == "sheet")
    return replace(base, sheets=chosen, settled_by=settled_by, by_sheet=by_sheet)


def _settings(stated: Sequence[tuple[str, Any]], record_of_file: str | None) -> Settings:
    """Return what is stated for a file or a sheet; the record type may be stated for the file."""
    values: dict[str, list[Any]] = defaultdict(list)
    for name, value in stated:
        values[name].append(value)
    record = _record(values["record"][-1]) if values["record"] else None
    known = record or record_of_file
    candidates = [record_types()[known]] if known else list(record_types().values())
    constants = dict(_pair(text, "--set", "列=值") for text in values["set"])
    named = dict(_pair(text, "--map", "表头=列") for text in values["map"])
    columns = {header: LEFT_OUT if name == NOT_READ else name for header, name in named.items()}
    for name in (*constants, *(name for name in columns.values() if name != LEFT_OUT)):
        if name not in NOT_COLUMNS and not any(find_column(candidate, name) for candidate in candidates):
            raise WrongUsage(f"没有“{name}”这一列。{_choices(candidates)}")
    if (order := constants.get(DATE_ORDER)) and order not in DATE_ORDERS:
        raise WrongUsage(f"--set {DATE_ORDER}={order} 不能用，请写 {DATE_ORDER}=日月 或 {DATE_ORDER}=月日。")
    for name, shape in ((YEAR, f"{YEAR}=2024"), (MONTH, f"{MONTH}=2024-04")):
        if name in constants and StatedMonth.of({name: constants[name]}).year is None:
            raise WrongUsage(f"--set {name}={constants[name]} 不能用，请写成 {shape} 这样。")
    _check_constants(candidates, constants)
    only = rows_to_take(_pair(text, "--only", "表头=值") for text in values["only"])
    if sentence := next(personal_texts(candidates, constants, only), ""):
        raise WrongUsage(sentence)
    header_row = values["header_row"][-1] if values["header_row"] else None
    return Settings(record, constants, columns, header_row=header_row, only=only)


def read_password(options: Namespace) -> str:
    """Return the password of locked workbooks, never an argument that others could see; "" unless --password is given."""
    if not options.password:
        return ""
    try:
        return os.environ.get(PASSWORD_VARIABLE) or getpass("打开密码：")
    except EOFError:
        raise WrongUsage(f"没有输入密码。请重新运行，或先写入环境变量 {PASSWORD_VARIABLE}。") from None


def record_named(text: str) -> str | None:
    """Return the id of a record type by id or Chinese label, None for another text."""
    return next((record.id for record in record_types().values() if text.strip() in (record.id, record.label)), None)


def _record(text: str) -> str:
    if record := record_named(text):
        return record
    labels = "、".join(f"{record.label}（{record.id}）" for record in record_types().values())
    raise WrongUsage(f"没有记录类型“{text}”。可以写：{labels}。")


def _pair(text: str, option: str, shape: str) -> tuple[str, str]:
    left, sign, right = text.rpartition("=") if option == "--map" else text.partition("=")
    if not sign or not left.strip():
        raise WrongUsage(f"{option} 要写成 {shape}，收到的是“{text}”。")
    return left.strip(), right.strip()


def _choices(candidates: Iterable[RecordType]) -> str:
    records = list(candidates)
    if len(records) > 1:
        return "请写台账的列名，或先用 --record 指明是哪一种台账。"
    return f"“{records[0].label}”的列：{'、'.join(column.label for column in records[0].columns)}。"


def _check_constants(candidates: Iterable[RecordType], constants: dict[str, str]) -> None:
    """Refuse a constant that no candidate can read in its column."""
    for name, text in constants.items():
        if text == SHEET_NAME:
            continue
        columns = [column for record in candidates if (column := find_column(record, name))]
        sentences: list[str] = []
        for column in columns:
            try:
                _check_constant(column, text)
            except ValueError as fault:
                sentences.append(str(fault))
        if columns and len(sentences) == len(columns):
            raise WrongUsage(f"--set {name}={text} 不能用：{sentences[0]}")


def _check_constant(column: Column, text: str) -> None:
    if text != AS_ABOVE:
        column.kind.parse(text)
    elif column.kind.is_quantity:
        raise ValueError(f"{column.label}是要相加的数，不能照抄上面一行。")


def existing(paths: Iterable[Path]) -> list[Path]:
    """Return the paths; WrongUsage naming those that do not exist, or are pipes and the like."""
    paths = list(paths)
    if broken := [sentence for path in paths if (sentence := broken_link_sentence(path, str(path)))]:
        raise WrongUsage("\n".join(broken))
    if absent := [str(path) for path in paths if not path.exists()]:
        raise WrongUsage(f"找不到：{'、'.join(absent)}")
    if special := [str(path) for path in paths if not path.is_file() and not path.is_dir()]:
        raise WrongUsage(f"不是普通的文件（管道、套接字或设备），读不了：{'、'.join(special)}")
    return paths
