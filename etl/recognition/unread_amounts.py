"""Asks about columns of money, or of goods, beside the one that is read: 微信捐款 beside 现金捐款, 大米（袋） beside 食用油（桶）."""

import re
from collections.abc import Iterator

import numpy as np

from etl import kinds
from etl.reading.grid import Sheet
from etl.recognition.cells_below import are_numbers, cells_below, row_numbers
from etl.recognition.deciding_headers import is_final
from etl.recognition.header_cell import UNIT_OF_GOODS, is_personal, name_and_unit
from etl.recognition.meanings import CHECKED, NOT_READ
from etl.recognition.money_words import NUMBER_OF_GIVERS
from etl.recognition.table_header import UNFED, HeaderMatch, TableHeader
from etl.schema import Column

_GIVEN = re.compile("捐|赠|善款|红包|礼金")
# what stands beside an amount and is none to be added: 捐款总额, 应捐, 手续费, 折价, 捐赠票据号, 捐赠次数, 捐款占比
_OTHER = re.compile(
    rf"{NUMBER_OF_GIVERS}|余|结存|累计|积分|[合总小]计|总[额数]|应|预|计划|目标|认捐|退|手续|票|证|编?号|折|估|价|笔|次数|件数|数量|日期|时间|年|方式|渠道|比|率|%"
)


def unread_amounts(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which headers hold amounts too, and how each is read or left out."""
    for name in header.sources if header.record.direction else ():
        column = header.record.column(name)
        taken = [match for match in header.matches if match.index in header.sources[name]]
        if any(is_final(name_and_unit(match.header)[0]) for match in taken):
            continue  # 捐赠金额 beside 到账金额
        unread = [
            match for match in header.matches if match.how in UNFED and _is_like(header, sheet, column, taken, match)
        ]
        if unread:
            named = " ".join(f"--map {match.header}={column.label}" for match in (*taken, *unread))
            quoted = "”“".join(match.header for match in unread)
            yield (
                f"“{quoted}”下面也是{column.label}，现在只读了“{'”“'.join(match.header for match in taken)}”，会少算。"
                f"都要的请都指明：{named}；不要的，写 --map {unread[0].header}={NOT_READ}；"
                f"确实只读一列的，加 --set {CHECKED}=是。"
            )


def _is_like(header: TableHeader, sheet: Sheet, column: Column, taken: list[HeaderMatch], match: HeaderMatch) -> bool:
    """Tell whether a header that feeds nothing is of the same kind as those that feed a column, with other numbers beneath."""
    own, unit = name_and_unit(match.header.split("/")[-1])
    if column.kind is kinds.AMOUNT and header.record.direction == "in":
        is_like = bool(_GIVEN.search(own)) and not _OTHER.search(own)
    elif column.kind is kinds.QUANTITY and all(other.how == "stated" for other in taken):
        is_like = bool(unit and UNIT_OF_GOODS.fullmatch(unit)) and not is_personal(own)
    else:
        return False
    return is_like and _has_other_numbers(header, sheet, [other.index for other in taken], match.index)


def _has_other_numbers(header: TableHeader, sheet: Sheet, taken: list[int], index: int) -> bool:
    """Tell whether a grid column holds numbers, some of which stand in no taken one."""
    cells = cells_below(header, sheet, index)
    if not are_numbers(cells):
        return False
    numbers = row_numbers(cells)
    others = [row_numbers(cells_below(header, sheet, other)) for other in taken]
    is_own = (numbers > 0) & ~np.logical_or.reduce([numbers == other for other in others])
    return bool(is_own.any())
