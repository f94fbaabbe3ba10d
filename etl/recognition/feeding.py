"""Tells which of several headers that name the same column feed it: parts add up, another quantity under the same group does not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl import parse
from etl.kinds import AMOUNT
from etl.recognition import deciding_headers, header_cell
from etl.recognition.meanings import HeaderPath
from etl.schema import Column

SUM_OF_PARTS = re.compile(r"合计|小计|总计|总数|共计")
VALUE_OF_GOODS = re.compile(  # 折价（元）, 物资/价值（元）; 折算金额 heads money as well
    r"折价|估值|估价|作价|物资价值|物品价值|(?:物资|物品|实物|捐物)[^/]*/[^/]*(?:价值|金额|总价|总额|折)"
)
_GROUPS_OF_CASH = ("资金/", "捐款/", "捐赠资金/", "善款/")  # over 金额, beside 物资
_CASH, _WORTH = re.compile("现金|现款"), re.compile("折合|折算|价值")
_ANOTHER_QUANTITY = re.compile(
    r".*(累计|预算|计划|概算|余额|结余|结存|上年|上期|全年|次数|人数|场数|数量|单价|标准|备注|说明|比例|率|%)"
)  # 服务次数 under 服务时长, 预算 beside 实际支出


@dataclass(frozen=True)
class NamedCell:
    """A header cell that names a declared column."""

    index: int
    path: HeaderPath
    column: Column
    unit: str | None
    is_known: bool = False  # a person said what it means

    @property
    def own_name(self) -> str:
        return header_cell.name_and_unit(self.path[-1])[0] if self.path else ""

    @property
    def group(self) -> str:
        return "/".join(self.path[:-1])

    @property
    def is_label(self) -> bool:
        return self.own_name == parse.normalised(self.column.label)

    @property
    def has_last_word(self) -> bool:
        """Tell whether the cell counts what its column does and others for it do not: 参加人次 beside 人数, 实际支出 beside 支出金额."""
        is_final = self.column.kind.is_quantity and deciding_headers.is_final(self.own_name)
        is_actual = self.column.kind.sql_type == "date" and header_cell.tells_actual_day(self.own_name)
        return is_final or is_actual or deciding_headers.counts_times(self.column, self.own_name)

    @property
    def names_column_itself(self) -> bool:
        """Tell whether the cell's own words name the column: 人数 under 志愿者 does, 上午 under 服务时长 does not."""
        return bool(self.path) and header_cell.spellings_lead_to(self.column, self.path[-1])

    @property
    def is_total(self) -> bool:
        return len(self.path) > 1 and bool(SUM_OF_PARTS.fullmatch(self.own_name))

    @property
    def is_part(self) -> bool:
        """Tell whether the cell is a part of a quantity: 上午 under 服务时长 is, 次数 under it is not."""
        is_below = self.column.kind.is_sum and len(self.path) > 1 and not self.is_total
        return is_below and not _ANOTHER_QUANTITY.fullmatch(self.own_name)


def feeding_cells(cells: Sequence[NamedCell], dates: int = 1) -> Sequence[NamedCell]:
    """Return those of several headers for one column that feed it; none where nothing tells which is meant.

    `dates` is the number of headers that say when: of several, each belongs to a table of its own beside the others.

    What a person said goes first. Parts add up, unless one is named like the column itself: 金额 under 支出, beside 单据张数; otherwise the header that has the last word feeds the column (实际支出 beside
    支出金额), the one that is the label itself, or the first, with the value of goods beside money. The same words under two groups (志愿者/人数, 儿童/人数), or of a quantity twice in
    one row (支出 … 支出), may be two different things: neither feeds the column.
    """
    if known := [cell for cell in cells if cell.is_known]:
        return known
    if own := _people_under_own_name(cells):
        return own
    if _is_same_under_groups(cells) or (dates < 2 and _is_repeated(cells)):
        return ()
    first = min(cells, key=lambda cell: (not cell.has_last_word, not cell.is_label, cell.index))
    if len(first.path) > 1 and (parts := [cell for cell in cells if cell.is_part]):
        return [cell for cell in parts if cell.names_column_itself] or parts
    return (first, *_other_of_money_and_goods(first, cells))


_GIVEN_MONEY = re.compile(r"捐款(金?额|数额?)?([（(](人民币)?[百千万]?元[）)]|$)")  # beside 折合金额 it is cash


def is_value_of_goods(header: str) -> bool:
    """Tell whether a header says that the amounts beneath are what goods are worth."""
    return VALUE_OF_GOODS.search(header) is not None


def is_cash(header: str) -> bool:
    """Tell whether a header says that the amounts beneath are nothing but cash."""
    return _CASH.search(header) is not None or header.startswith(_GROUPS_OF_CASH)


def values_of_goods(headers: Sequence[str]) -> list[bool]:
    """Tell which of the headers over amounts are over what goods are worth: beside 现金 折合金额 is, which alone may be money as well."""
    is_beside_cash = any(_CASH.search(name) or _GIVEN_MONEY.match(name) for name in headers)
    return [is_value_of_goods(name) or (is_beside_cash and _WORTH.search(name) is not None) for name in headers]


def _other_of_money_and_goods(first: NamedCell, cells: Sequence[NamedCell]) -> Sequence[NamedCell]:
    """Return the one header that says what goods are worth beside the one of money, or the reverse: a row has either."""
    if first.column.kind is not AMOUNT:
        return ()
    are_of_goods = values_of_goods([cell.own_name for cell in cells])
    of_first = next(of_goods for cell, of_goods in zip(cells, are_of_goods, strict=True) if cell is first)
    others = [cell for cell, of_goods in zip(cells, are_of_goods, strict=True) if of_goods != of_first]
    return others if len(others) == 1 else ()


def _people_under_own_name(cells: Sequence[NamedCell]) -> Sequence[NamedCell]:
    """Return the one of several 姓名 that stands under the column's own name: 志愿者/姓名 beside 服务对象/姓名."""
    named = [cell for cell in cells if cell.column.kind.is_personal and cell.names_column_itself]
    above = [cell for cell in named if len(cell.path) > 1]
    own = [cell for cell in above if header_cell.spellings_lead_to(cell.column, cell.path[-2])]
    return own if len(own) == 1 < len(cells) else ()


def _is_repeated(cells: Sequence[NamedCell]) -> bool:
    """Tell whether a quantity is headed by the same words several times, with nothing above to tell them apart: each may be a part."""
    named = [cell.own_name for cell in cells if cell.names_column_itself and len(cell.path) == 1]
    return cells[0].column.kind.is_quantity and 1 < len(named) == len(cells) and len(set(named)) == 1


def _is_same_under_groups(cells: Sequence[NamedCell]) -> bool:
    named = [cell for cell in cells if cell.names_column_itself]
    groups = {cell.group for cell in named if len(cell.path) > 1}
    return len(groups) > 1 and all(len(cell.path) > 1 for cell in named) and len({c.own_name for c in named}) == 1
