"""Tells rows of which a cell beside the amount says another unit than its header: 2 under 金额, 万元 under 备注."""

from collections.abc import Iterator, Mapping

import numpy as np

from etl import kinds
from etl.cleaning.coded_column import CodedColumn, rows_where_any
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.meanings import CHECKED
from etl.schema import Column

YUAN = "元"
UNITS = (YUAN, "千元", "万元", "百万元", "亿元")
_BARE = r"^\s*[-−－+]?[¥￥]?\s*[\d,，.]+\s*$"  # 1,200.50: a unit in the cell itself leaves no doubt
UNIT_COLUMN = "quantity_unit"  # of goods: beside an amount it may be that of the amount


def refusals(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> Iterator[tuple[np.ndarray, str]]:
    """Yield the rows whose amount is in a unit that only a cell nobody reads, or that of a quantity, names, with a sentence a unit."""
    if table.header.is_checked:
        return
    beside = [columns[index] for index in _beside(table, columns)]
    amounts = [
        column for column in table.record.columns if column.kind is kinds.AMOUNT and column.name in table.sources
    ]
    for column in amounts if beside else ():
        for index in table.sources[column.name]:
            yield from _in_another_unit(column, table.unit_of(column.name, index) or YUAN, columns[index], beside)


def _beside(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> list[int]:
    of_goods = set(table.sources.get(UNIT_COLUMN, ()))
    return [index for index in columns if index in of_goods or index not in table.headed_columns]


def _in_another_unit(
    column: Column, own: str, amounts: CodedColumn, beside: list[CodedColumn]
) -> Iterator[tuple[np.ndarray, str]]:
    is_bare = amounts.rows_where(_BARE)
    for unit in (unit for unit in UNITS if unit != own):
        rows = rows_where_any(beside, rf"^\s*(单位\s*[:：]?\s*)?(人民币)?{unit}\s*$", len(is_bare)) & is_bare
        yield (
            rows,
            (
                f"旁边的格子写着“{unit}”，“{column.label}”这一列按{own}读，说不清这一行是多少钱，没有入库。"
                f"请把单位写进金额里（2{unit}）；确实是{own}的，加 --set {CHECKED}=是。"
            ),
        )
