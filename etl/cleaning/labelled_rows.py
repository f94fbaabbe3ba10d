"""Tells rows that carry a date, and so look like records, of which a cell says that they are none: averages, balances, targets, parts.

A row without a date and with a common label (合计) is skipped as a total (row_kinds). What stands here is asked about instead: 盘点 may
be what took place.
"""

from collections.abc import Iterator, Mapping

import numpy as np

from etl.cleaning.coded_column import CodedColumn, rows_where_any
from etl.cleaning.total_rows import HALF_A_FEN
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.meanings import CHECKED
from etl.schema import Column

_SPAN = "(本|上|当|去|今|全|前|同)[年月季周期]度?|截[至止](目前|今|本月|当前)?|[年月季期]"
_WHAT = "支出|收入|捐赠|捐款|服务|活动|发放|参加|参与"
_SIZE = "时长|工时|金额|人[数次]|场[次数]|户数|件数|份数|次数|笔数|数量?|额|量|分"
_NUMBER = r"共计?[\s　]*\d+[\s　]*[人名户场次笔件份个].{0,2}"
_STOCK = "余额|结余|结存|剩余|盘[盈亏]|报损"
# Whole cells, by what the row then is. RE2 reads them.
_LABELS = {
    "平均数、最高最低或比例": rf"(平均|人均|户均|场均|最[高低大小]|同比|环比)({_SIZE}|值|每[人户场笔次件])?|占比|完成率",
    "一段时间的合计": (
        rf"({_SPAN})?(累计)?({_NUMBER}|总({_SIZE})|合计({_SIZE}))|({_SPAN})(累计|{_WHAT})({_SIZE})?|(本|上|当|去|今|全)[年月]"
        rf"|(应|实)(到|参加|参会)[\s　]*\d+[\s　]*人.*|以上"
    ),
    "余额、库存或盘点": rf".{{0,8}}({_STOCK})(数量?|金?额)?|(({_SPAN})[初末底]?)?盘点",
    "目标或计划数": rf"({_SPAN}|总)(度)?(目标|任务|指标|计划)(数|值)?",
    # 范例 alone may be a name
    "填写的示例": r"(例|示例|样例|举例|填写示例|填表示例)|(示例|样例|范例|例|例如)[:：].*|填[写表](说明|要求|须知)",
}
_PART = r"^[\s　]*其中([:：、\s　].*|.{1,8})?$"  # 其中：餐费, 其中党员


def _whole(label: str) -> str:
    return rf"^[\s　]*({label})[\s　]*[:：]?[\s　]*$"


_ANY = "|".join((*map(_whole, _LABELS.values()), _PART))
_MOST_PARTS = 20  # rows beneath one that it may be made up of


def refusals(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> Iterator[tuple[np.ndarray, str]]:
    """Yield the rows that are no records by what a label says of them, with a sentence each kind."""
    record = table.record
    if table.header.is_checked or record.is_reported_sum or record.is_roster or record.is_register:
        return
    labels = [columns[index] for index in _label_columns(table) if index in columns]
    size = table.stop - table.start
    if not rows_where_any(labels, _ANY, size).any():  # as in most tables: one look at their cells
        return
    for kind, label in _LABELS.items():
        yield rows_where_any(labels, _whole(label), size), _sentence(kind, record.label)
    is_part = rows_where_any(labels, _PART, size)
    yield _with_further_parts(is_part, table, columns), _part_sentence(record.label)


def _label_columns(table: LedgerTable) -> list[int]:
    """Return the grid columns in which a row says what it is about, and the first where nobody reads it (序号).

    A column of a few choices says how (余额 is a way to pay), and what somebody was busy with may well be 盘点.
    """
    words = {index for column in _about(table) for index in table.sources[column.name]}
    return sorted(words | {match.index for match in table.header.matches[:1] if not match.column})


def _about(table: LedgerTable) -> Iterator[Column]:
    moves_something = bool(table.record.direction)
    for column in map(table.record.column, table.sources):
        is_words = not column.kind.is_quantity and column.kind.sql_type != "date"
        is_choice = column.choices and not column.names_things
        is_about = moves_something or column.is_required or column.kind.is_personal or column.kind.is_identity
        if is_words and not is_choice and is_about:
            yield column


def _with_further_parts(is_part: np.ndarray, table: LedgerTable, columns: Mapping[int, CodedColumn]) -> np.ndarray:
    """Return a mask of the parts with the rows beneath them that make up, together with them, the quantity of the row above."""
    mask = is_part.copy()
    for index in table.quantity_columns:
        numbers = columns[index].numbers()
        for first in np.flatnonzero(is_part & ~np.concatenate(([False], is_part[:-1]))).tolist():
            whole = numbers[first - 1] if first else 0.0
            sums = np.cumsum(numbers[first : first + _MOST_PARTS])
            if (reached := np.flatnonzero(np.abs(sums - whole) < HALF_A_FEN)).size and whole > 0:
                mask[first : first + int(reached[0]) + 1] = True
    return mask


def _sentence(kind: str, label: str) -> str:
    return (
        f"这一行像{kind}，不是一条“{label}”，没有入库。不是记录的不用管，或删去这一行；确实是一条记录的，"
        f"请把名称写清楚，或加 --set {CHECKED}=是。"
    )


def _part_sentence(label: str) -> str:
    return (
        "这一行写着“其中”（或是接在它下面的一部分），已经算在上面那一行里，再加就多了，没有入库。"
        f"要分开记的，请删去上面的总数，去掉“其中”；确实另是一条“{label}”的，加 --set {CHECKED}=是。"
    )
