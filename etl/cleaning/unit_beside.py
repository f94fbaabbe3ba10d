"""Tells rows of which a cell beside says another unit than the header: 2 under 金额, 万元 under 备注; 20 under 时长, 分钟 under 单位."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from etl import kinds
from etl.cleaning.coded_column import CodedColumn, rows_where_any
from etl.recognition import amounts_per_head, goods_per_head
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.meanings import CHECKED
from etl.recognition.names_as_units import UNIT_COLUMN
from etl.schema import Column

_BARE = r"^\s*[-−－+]?[¥￥]?\s*[\d,，.]+\s*$"  # 1,200.50: a unit in the cell itself leaves no doubt


@dataclass(frozen=True)
class _Measure:
    """What a number without a unit may be counted in: {unit: pattern of its spellings}, the first where nothing is said."""

    units: Mapping[str, str]
    doubt: str
    way: str

    def unit(self, text: str | None) -> str:
        """Return the unit that a header states, as it is named here where it is known; the usual one where it states none."""
        if text is None:
            return next(iter(self.units))
        return next((unit for unit, spelt in self.units.items() if re.fullmatch(f"(?i:{spelt})", text)), text)


_MONEY = _Measure(
    {unit: unit for unit in ("元", *kinds.MONEY)},
    "说不清这一行是多少钱",
    "请把单位写进金额里（2{unit}）",
)
_TIME = _Measure(
    {
        "小时": "个?小时|时|个?钟头|h|hrs?|hours?",
        "分钟": "分钟?|mins?|minutes?",
        "天": "天|日|工作日|days?",
        "半天": "半天|半日",
        "次": "次|场",
    },
    "说不清这一行是几小时",
    "请换算成小时，或把单位写进这一格里（2小时、90分钟）",
)


def _measure(column: Column) -> _Measure | None:
    if column.kind is kinds.HOURS:
        return _TIME
    return _MONEY if column.kind is kinds.AMOUNT else None


def refusals(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> Iterator[tuple[np.ndarray, str]]:
    """Yield the rows whose amount or hours are in a unit that only a cell nobody reads, or that of a quantity, names, with a sentence a unit."""
    if table.header.is_checked:
        return
    yield from _goods_for_one(table, columns)
    beside = [columns[index] for index in _beside(table, columns)]
    for column in table.record.columns if beside else ():
        measure = _measure(column)
        if measure is None:
            continue
        for index in table.sources.get(column.name, ()):
            own = measure.unit(table.unit_of(column.name, index))
            yield from _in_another_unit(column.label, measure, own, columns[index], beside)
            if measure is _MONEY and not amounts_per_head.has_one_person_a_row(table.header):
                yield _for_one(column.label, columns[index], beside)


def _for_one(label: str, numbers: CodedColumn, beside: list[CodedColumn]) -> tuple[np.ndarray, str]:
    is_bare = numbers.rows_where(_BARE)
    rows = rows_where_any(beside, rf"^\s*{amounts_per_head.PER_ONE}\s*$", len(is_bare)) & is_bare
    return rows, amounts_per_head.sentence("旁边的格子写着“元/人”这样的单位", label)


def _goods_for_one(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> Iterator[tuple[np.ndarray, str]]:
    """Yield the rows of goods of which the unit is 件/人, where a row is not one person's."""
    units = [columns[index] for index in table.sources.get(UNIT_COLUMN, ())]
    if units and not goods_per_head.is_of_single_people(table.header):
        rows = rows_where_any(units, rf"^\s*(?:{goods_per_head.PER_ONE})\s*$", table.stop - table.start)
        yield rows, goods_per_head.sentence("“单位”写着“件/人”这样的单位", table.record.column("quantity").label)


def _beside(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> list[int]:
    of_goods = set(table.sources.get(UNIT_COLUMN, ()))
    return [index for index in columns if index in of_goods or index not in table.headed_columns]


def _in_another_unit(
    label: str, measure: _Measure, own: str, numbers: CodedColumn, beside: list[CodedColumn]
) -> Iterator[tuple[np.ndarray, str]]:
    is_bare = numbers.rows_where(_BARE)
    for unit in (unit for unit in measure.units if unit != own):
        spelt = rf"(?i)^\s*(单位\s*[:：]?\s*)?(人民币)?({measure.units[unit]})\s*$"
        rows = rows_where_any(beside, spelt, len(is_bare)) & is_bare
        yield (
            rows,
            (
                f"旁边的格子写着“{unit}”，“{label}”这一列按{own}读，{measure.doubt}，没有入库。"
                f"{measure.way.format(unit=unit)}；确实是{own}的，加 --set {CHECKED}=是。"
            ),
        )
