"""阳明山庄社区's list of venues: area with its unit in the cell, money in 万元, days by hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sample import cells
from sample.blocks import Block, Field, body, head, stack, title
from sample.books import Book, Sheet
from sample.office import Office, numbered, spoilt
from sample.stories.venues import VENUES


def books() -> Iterator[Book]:
    yield Book("阳明山庄社区阵地一览（演示）.xls", "xls", [Sheet("阵地", _venues())])


def _venues() -> Block:
    """One closed before it opened, one has no size, one stands twice."""
    fields = [
        numbered(),
        Field("阵地名称", "name", cells.padded),
        Field("用途", "kind", cells.worded({"服务站": "综合服务", "超市": "物资兑换", "室外": "广场"})),
        Field("建筑面积（㎡）", "area_m2"),
        Field("启用时间", "opened_on", cells.one_of(cells.unchanged, cells.chinese, cells.dotted)),
        Field("建设投入（万元）", "invested_yuan", cells.in_ten_thousands),
        Field("停用时间", "closed_on"),
    ]
    slips = [
        replace(VENUES[1], name="旧慈善超市", closed_on=date(2016, 6, 16)),
        replace(VENUES[2], name="临时书角", area_m2=0),
        VENUES[3],
        spoilt(replace(VENUES[0], name="儿童之家"), opened_on="2020年"),
    ]
    heading = title("阳明山庄社区活动阵地一览表（演示）", len(fields))
    return stack(heading, head(fields), body(fields, [*VENUES, *slips]))


OFFICE = Office("阳明山庄社区（演示）", books)
