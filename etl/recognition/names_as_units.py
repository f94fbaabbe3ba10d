"""Asks about a column 单位 that holds names of organisations: there it says who gave, and not in which unit of measure."""

import re
from collections.abc import Iterator

from etl import parse
from etl.reading.grid import Sheet
from etl.recognition.cells_below import cells_below
from etl.recognition.header_cell import name_and_unit, spellings
from etl.recognition.meanings import CHECKED, NOT_READ
from etl.recognition.table_header import TableHeader

_EITHER = "单位"  # of measure or of people; 计量单位 says which
UNIT_COLUMN = "quantity_unit"  # of goods: beside an amount it may be that of the amount
# A unit of measure is a short word (袋, 平方米); a long one ends with one (独立包装袋). 中建三局 and 腾讯公益 do neither.
_LONG_WORD = re.compile(r"[一-鿿]{4,}")
_MEASURE = re.compile(
    r"[元米升克斤吨箱袋盒包件个份套台瓶桶本张支只条双床次人户批组串捆册板根把块片颗粒卷筒听罐扎打对副枚朵盆株棵辆杯碗盘提壶]$"
)


def names_as_units(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield that names stand where a unit of measure is read, in a sentence with what to write.

    Beside the name of whoever gave, and without a quantity, such a column is where that person works, and measures nothing.
    """
    party = next((column for column in header.record.columns if column.kind.keeps_organisations), None)
    if party is None or (party.name in header.sources and "quantity" not in header.sources):
        return
    of_headers = spellings(header.record)  # of the next table on the sheet
    for index in header.sources.get(UNIT_COLUMN, ()):
        own = header.text(index)
        texts = (
            cells_below(header, sheet, index).unique().drop_null().to_pylist()
            if name_and_unit(own.split("/")[-1])[0] == _EITHER
            else []
        )
        is_free = party.name not in header.sources
        is_name = (
            _is_name if is_free else parse.is_organisation
        )  # beside a party of its own it may be anything of a unit
        if name := next((text for text in texts if is_name(text) and parse.normalised(text) not in of_headers), ""):
            named = f"写的是{party.label}的，请加 --map {own}={party.label}；" if is_free else ""
            yield (
                f"“{own}”下面写着“{name}”，是单位的名称，不是计量单位（袋、箱、公斤），没有入库。{named}"
                f"不要的，加 --map {own}={NOT_READ}；确实是计量单位的，加 --set {CHECKED}=是。"
            )


def _is_name(text: str) -> bool:
    is_long = _LONG_WORD.fullmatch(text.strip()) is not None and not _MEASURE.search(text.strip())
    return is_long or parse.is_organisation(text)
