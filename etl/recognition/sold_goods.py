"""Tells that the rows read as gifts, or as goods given out, are sales: their headers speak of what was sold, or name a price but no giver."""

import re
from collections.abc import Iterator

from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader

_SOLD = re.compile(  # 销售数量, 售价, 购买人, quantity_sold, total_sale_cny
    r"销售(?!部|[总大]|人员)|售出|已售|卖[出价]|售价|购买[人者方]|买[家方主]|顾客|(?<![a-z])(?:sold|sales?|buyer|customer)(?![a-z])",
    re.IGNORECASE,
)
_PRICE = re.compile(r"单价(?:[(（].*[)）])?|.{0,2}价格|(?:.*[_ ])?unit[_ ]price.*", re.IGNORECASE)
_GIVERS = frozenset({"donor", "donor_kind"})


def sold_goods(header: TableHeader) -> Iterator[str]:
    """Yield why sales are neither gifts nor goods given out, in a sentence with what to write."""
    names_giver = not _GIVERS.isdisjoint({*header.sources, *header.constants})
    price = next(filter(_PRICE.fullmatch, _words(header)), "")
    if sentence := headed_as_sales(header):
        yield sentence
    elif price and header.record.direction == "in" and _moves_goods(header) and not names_giver:
        yield _sentence(f"有“{price}”，没有捐赠人，像卖东西的流水", header)


def headed_as_sales(header: TableHeader) -> str:
    """Return that sentence where a header itself speaks of what was sold, or "": nothing else need be known of the table."""
    sold = next(filter(_SOLD.search, _words(header)), "") if _moves_goods(header) else ""
    return _sentence(f"“{sold}”像是卖东西的", header) if sold and not header.is_checked else ""


def _moves_goods(header: TableHeader) -> bool:
    return bool(header.record.direction) and any(column.name == "goods" for column in header.record.columns)


def _words(header: TableHeader) -> list[str]:
    return [match.header.split("/")[-1] for match in header.matches]


def _sentence(reason: str, header: TableHeader) -> str:
    label = header.record.label
    return (
        f"{reason}，一行是一次买卖，不是一笔“{label}”，没有入库。义卖的钱捐了出来的，请按捐出的数登记一笔捐赠，捐赠人写明是哪一次义卖；"
        f"确实一行是一笔{label}的，加 --set {CHECKED}=是。"
    )
