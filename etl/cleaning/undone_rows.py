"""Tells rows of which a cell says that what they list was not done, or was taken back: 已取消, 未到账, 退款, 讲座（取消）."""

import re
from collections.abc import Iterator, Mapping

import numpy as np

from etl.cleaning.coded_column import CodedColumn
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.table_header import HeaderMatch

TITLE = "title"  # the column that names an event, which may say of itself that it was called off
# 已取消, 延期, 已全额退款, 请假, 审核不通过: a cell that says this and nothing else
UNDONE = (
    r"^\s*((活动)?(已)?(取消|作废|驳回|延期|推迟|请假)(举办|开展)?|(审核|审批)?(未通过|不通过|驳回)|无效"
    r"|(已?认捐)?[，,、]?(尚|还)?[未待](到账?|到位|付款?|支付|支出|拨付|划拨|转账|报销|核销|缴纳?|兑现)"
    r"|已(全额)?退款|交易关闭|支付失败|认捐"
    r"|计划中|筹备中|未开始|待(开展|举办)|拟(开展|举办)"
    r"|待审核|未审核|审核中"
    r"|未(开展|举办|举行|参加|参与|到场|出席|签到|领取|发放)|缺席|缺勤|没来)\s*$"
)
# 讲座（取消）, 义诊【因雨延期】: what a title says of itself
UNDONE_IN_TITLE = r"[(（【\[][^)）】\]]{0,8}(取消|延期|推迟|作废|停办|未举办|未开展)[^)）】\]]{0,4}[)）】\]]\s*$"
RETURNED = r"^\s*(已)?(全额|全部)?(退捐|退款|退回|退还|退货|退)(了|给本人)?\s*$"  # of an amount above zero: below it takes one back
# 是否已付, 是否发放, 支付情况, 签到: a header that asks whether what its row tells of was done
ASKS_WHETHER_DONE = re.compile(
    r"(本人)?(签到|签名|签字|签收|到场|出勤|考勤|领取|出席)(情况|状态)?|是否(已经?)?(支付|付款?|发放|领取|完成|开展|举办|到账|入账|报销|核销|参加|到场)|(支付|付款|发放|领取|完成|开展|到账)(状态|情况)"
)
NOT_DONE = rf"{UNDONE}|^\s*(否|没有?|未|无|×|✗|N|no)\s*$"


def undone(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> Iterator[tuple[HeaderMatch, np.ndarray]]:
    """Yield each header with the rows of which the cell below says so: one that nobody reads, or that of the title."""
    is_above_zero = _is_above_zero(table, columns)
    titles = table.sources.get(TITLE, ())
    for match in () if table.header.is_checked else table.header.matches:
        column = columns[match.index]
        if match.index in titles:
            yield match, column.rows_where(UNDONE_IN_TITLE)
        elif match.how in ("unknown", "surplus"):
            pattern = NOT_DONE if ASKS_WHETHER_DONE.fullmatch(match.header) else UNDONE
            yield match, column.rows_where(pattern) | (column.rows_where(RETURNED) & is_above_zero)


def _is_above_zero(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> np.ndarray:
    """Tell which rows have no quantity below zero; none of a table without quantities."""
    names = (name for name in table.sources if table.record.column(name).kind.is_quantity)
    numbers = [columns[index].numbers() for name in names for index in table.sources[name]]
    return (
        np.logical_and.reduce([number >= 0 for number in numbers])
        if numbers
        else np.zeros(table.stop - table.start, bool)
    )
