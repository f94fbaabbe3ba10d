"""Asks about a column of goods beside the amount of a gift that nobody reads: 矿泉水100箱 beside 折合金额 is no cash."""

import re
from collections.abc import Iterator

from etl.parse import without_personal_data
from etl.reading.grid import Sheet
from etl.recognition.cells_below import cells_below
from etl.recognition.header_cell import name_and_unit
from etl.recognition.meanings import CHECKED, NOT_READ
from etl.recognition.table_header import TableHeader

_GOODS = re.compile(
    r"(?:捐赠|捐助|接收|受赠|爱心)?(?:(?:物资|物品|实物|捐物|物料|钱物|款物)(?:名称|内容|明细|清单|情况)?|捐赠(?:明细|清单))(?:[及和与、/](?:数量|规格|单位))*"
)
_TELLING = ("goods", "form", "quantity")  # columns by which goods are told from cash
_CASH = re.compile(r"[\d.,\s]*|.*(?:现金|现款|人民币|捐款|善款|元).*|/|-|—|无")
_WORDS = re.compile("[一-鿿]{2}")


def unread_goods(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which header says what goods were given, and how it is read or left out, where an amount alone would count as cash."""
    is_of_gifts = "gift_form" in header.record.stored and "amount_yuan" in header.sources
    if not is_of_gifts or any(name in header.filled_columns for name in _TELLING):
        return
    for match in (match for match in header.matches if match.how == "unknown"):
        texts = cells_below(header, sheet, match.index).unique().drop_null().to_pylist()
        are_goods = any(_WORDS.search(text) and not _CASH.fullmatch(text) for text in texts)
        if are_goods and _GOODS.fullmatch(name_and_unit(match.header.split("/")[-1])[0]):
            name = without_personal_data(match.header)
            yield (
                f"“{name}”写着捐的是什么物资，没有读，旁边的金额会算成现金，没有入库。请加 --map {name}=物资名称；"
                f"金额都是现金的，写 --map {name}={NOT_READ}，或加 --set {CHECKED}=是。"
            )
