"""Catalogues of what points buy: 阳明山庄社区's with a sheet a year, 凤二村's with units in the cells and no heading."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sample import cells
from sample.blocks import Block, Field, blank, body, head, line, stack, title
from sample.books import Book, Sheet
from sample.office import Office, numbered, of_year, spoilt
from sample.stories.vouchers import FENGER, YANGMING, YANGMING_STOCKS

UNITS = {"大米": "袋", "食用油": "桶", "洗衣液": "瓶", "毛巾": "条"}


def books() -> Iterator[Book]:
    sheets = [Sheet(f"{year}年", _yangming(year)) for year in YANGMING_STOCKS]
    yield Book("阳明山庄社区积分兑换目录（演示）.xlsx", "xlsx", sheets)
    yield Book("凤二村爱心超市兑换目录（演示）.xls", "xls", [Sheet("目录", _fenger())])


def _yangming(year: int) -> Block:
    """In 2025 one ends before it begins, one costs nothing, one stands twice and one has no number for a stock."""
    fields = [
        numbered(),
        Field("奖品名称", "voucher", cells.padded),
        Field("所需积分", "points", lambda points: f"{points}分"),
        Field("库存数量", "stock"),
        Field("上架时间", "offered_on", cells.one_of(cells.unchanged, cells.chinese, cells.dotted)),
        Field("下架时间", "offered_to"),
    ]
    offers = of_year(YANGMING, "offered_on", year)
    slips = [
        replace(offers[0], voucher="电影券", offered_to=date(2024, 12, 31)),
        replace(offers[1], voucher="体检券", points=0),
        offers[2],
        spoilt(replace(offers[3], voucher="绿植"), stock="若干"),
    ]
    heading = title(f"阳明山庄社区{year}年积分兑换目录（演示）", len(fields))
    return stack(heading, head(fields), body(fields, [*offers, *(slips if year == 2025 else [])]))


def _fenger() -> Block:
    fields = [
        Field("社区", lambda offer: "凤二村"),
        Field("物品名称", "voucher"),
        Field("兑换积分", "points"),
        Field("数量", lambda offer: offer.stock and f"{offer.stock}{UNITS[offer.voucher]}"),
        Field("开始日期", "offered_on", cells.dotted),
        Field("截止日期", "offered_to", cells.dotted),
    ]
    return stack(head(fields), body(fields, FENGER), blank(), line("不写数量的不限量。"))


OFFICE = Office("凤二村（演示）", books)
