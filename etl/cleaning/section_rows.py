"""Tells rows below a line of their sheet that makes them something else: 二、下半年计划开展活动, 二、支出 in a table of gifts, 请假人员.

A line stands alone in its row, or right above the header; what it says holds until the next line. 活动名称, 计划日期, 预计人次 between
rows says so, too.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np

from etl.cleaning import section_numbers, section_scopes, state_words
from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn, rows_where_any
from etl.parse import without_personal_data
from etl.reading.grid import Sheet
from etl.recognition import title
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.meanings import CHECKED

MOST_CHARACTERS = 30  # of a line with a number: longer ones are notes
_HEAD = rf"^\s*{section_numbers.FIRST_LEVEL}.{{1,28}}$"
_NUMBERED = re.compile(rf"\s*{section_numbers.ANY_LEVEL}")
_SHORT = re.compile(r"(?!注|备注|说明)[^，,。；;]{1,14}")  # a line without a number
_WORK = "(开展|举办|支出|发放|实施|使用|采购|拨付|捐赠)"
_PLANNED = re.compile(
    rf"(下一?步|下半年|下季度|下个?月|下阶段|下年度?|明年|后续|近期).{{0,8}}(计划|安排|打算|预告)|下一?步|计划({_WORK}|活动|安排|表)|(工作|活动|培训|{_WORK})计划"
    rf"|预计{_WORK}|拟{_WORK}|[待未](领取|支付|到账|到位|{_WORK})|即将{_WORK}|预告|以下[为是系]?(计划|预计|待|拟)|预算(安排|表)?$"
)
_DONE = re.compile("(?<!未)完成|执行|落实|决算|(?<!预)已")
_UNDONE = re.compile(
    "(取消|延期|推迟|作废|退款|退捐|退回|冲销)的?(活动|场次|名单|明细|人员|捐赠|记录|情况|部分)?[:：]?$|(请假|缺席|缺勤|未到场?|未参加|未领|候补|替补)(人员|名单|情况|居民|志愿者|物资)?[:：]?$"
)
# What a line says of the rows of a table whose records move something the other way, and what says that it is about them after all.
_OTHER_WAY = {
    "in": (re.compile("支出|开支|使用|发放|付款"), re.compile("收入|收支|接收|受赠|捐款|捐赠(收入|明细|名单)|到账|筹集"), "支出或发放"),
    "out": (re.compile("(?<![低无])收入(?!困难|家庭|户|人|群|较)|接收|受赠|(捐款|捐赠)(明细|名单)|入库"), re.compile("支|使用|发放|领取|领用|慰问|出库|付"), "收入或收到的捐赠"),
}  # fmt: skip
_NOT_YET = "还没有做的（计划、待办）"
_PLAN_HEADER = rf"^\s*(计划|预计|拟定?|预定){_WORK}?(日期|时间|人数|人次|金额|数量|份数|时长|经费)\s*([（(].*)?$"


def refusals(
    sheet: Sheet, table: LedgerTable, columns: Mapping[int, CodedColumn], notes: np.ndarray, year: int | None
) -> Iterator[tuple[np.ndarray, str]]:
    """Yield the rows below each line that makes them something else, with a sentence.

    `notes` are the offsets of rows with one cell, `year` is that of dates without one.
    """
    if table.header.is_checked or {*state_words.MOVED}.isdisjoint(table.record.deeds):
        return
    planned = _plan_headers(sheet, table, columns)
    lines = sorted({**_lines(sheet, table, notes), **_heads_with_sums(table, columns), **planned}.items())
    size = table.stop - table.start
    for (offset, line), (stop, _) in pairwise([*lines, (size, "")]):
        rows = np.zeros(size, bool)
        rows[max(offset, 0) : stop] = True
        place = sheet.row_no(table.start + offset)
        if meaning := _NOT_YET if offset in planned else _meaning(line, table.record.direction):
            yield rows, _sentence(line, place, meaning, table.record.label)
        elif scope := section_scopes.of_another(line, place, table, columns, year):
            yield rows & scope[0], scope[1]


def _lines(sheet: Sheet, table: LedgerTable, notes: np.ndarray) -> dict[int, str]:
    """Return by offset the lines between the rows, and that right above the header where it is numbered, at its offset."""
    lines = {}
    for offset in notes.tolist():
        texts = {text for text in sheet.row(table.start + offset) if text}
        if len(texts) == 1 and (_SHORT.fullmatch(text := texts.pop()) or _is_numbered(text)):
            lines[offset] = text
    header_row = table.header.rows[0]
    above = title.lines_over(sheet, header_row)[:1] if header_row > 0 else []
    if above and _is_numbered(above[0]):
        lines[header_row - 1 - table.start] = above[0]
    return lines


def _heads_with_sums(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> dict[int, str]:
    """Return by offset the numbered lines that hold nothing beside but quantities: 二、本期收入 15200."""
    words = {index: column for index, column in columns.items() if index not in table.quantity_columns}
    filled = sum((column.codes != EMPTY_CODE).astype(np.int16) for column in words.values())
    return {
        offset: column.cell(offset)
        for column in words.values()
        for offset in np.flatnonzero(column.rows_where(_HEAD) & (filled == 1)).tolist()
    }


def _is_numbered(line: str) -> bool:
    return bool(_NUMBERED.match(line)) and len(line) <= MOST_CHARACTERS


def _plan_headers(sheet: Sheet, table: LedgerTable, columns: Mapping[int, CodedColumn]) -> dict[int, str]:
    """Return by offset the rows that say, where dates and quantities stand, that those below are planned: 计划日期, 预计人次."""
    names = (name for name in table.sources if _is_measured(table, name))
    read = [columns[index] for name in names for index in table.sources[name]]
    rows = np.flatnonzero(rows_where_any(read, _PLAN_HEADER, table.stop - table.start)).tolist()
    return {offset: "、".join(filter(None, sheet.row(table.start + offset))) for offset in rows}


def _is_measured(table: LedgerTable, name: str) -> bool:
    kind = table.record.column(name).kind
    return kind.is_quantity or kind.sql_type == "date"


def _meaning(line: str, direction: str) -> str:
    """Return what rows below a line are, "" where it says nothing of the kind."""
    if _UNDONE.search(line):
        return "没有做成或退回的"
    if _PLANNED.search(line) and not _DONE.search(line):
        return _NOT_YET
    if direction in _OTHER_WAY:
        other, own, meaning = _OTHER_WAY[direction]
        return meaning if other.search(line) and not own.search(line) else ""
    return ""


def _sentence(line: str, place: int, meaning: str, label: str) -> str:
    return (
        f"这一行在第{place}行“{without_personal_data(line)}”下面，像{meaning}，不是一条“{label}”，没有入库。"
        f"要读的，请把那一段另放一张工作表，带上标题和表头，再导入；确实是“{label}”的，加 --set {CHECKED}=是。"
    )
