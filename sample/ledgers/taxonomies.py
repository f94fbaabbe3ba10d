"""The street's list of how communities sort their work, terms merged down; one ground is unknown, one stands twice."""

from collections.abc import Iterator
from dataclasses import replace

from sample import cells
from sample.blocks import Block, Field, body, head, stack, title
from sample.books import Book, Sheet
from sample.office import Office, numbered, spoilt
from sample.stories.taxonomies import FEIJIAYING, FENGER, SHEDONG, YANGMING, Ground


def books() -> Iterator[Book]:
    sheets = [
        Sheet("费家营社区", _block("费家营社区", FEIJIAYING)),
        Sheet("阳明山庄社区", _block("阳明山庄社区", YANGMING)),
        Sheet("凤二村", _block("凤二村", FENGER)),
        Sheet("社东社区", _block("社东社区", SHEDONG)),
    ]
    yield Book("街道社区工作分类表（演示）.xlsx", "xlsx", sheets)


def _block(place: str, grounds: list[Ground]) -> Block:
    fields = [
        numbered(),
        Field("工作法", "scheme"),
        Field("类别", "term"),
        Field(
            "归类方式",
            "matched_on",
            cells.worded({"板块": "看板块", "服务方法": "看方法", "活动名称": "名称里有", "主办单位": "看主办单位"}),
        ),
        Field("对应内容", "word", cells.padded),
        Field("从何时起", "effective_on", cells.one_of(cells.unchanged, cells.chinese)),
    ]
    slips = (
        [grounds[0], spoilt(replace(grounds[1], word="长者食堂"), matched_on="看地点")] if grounds is YANGMING else []
    )
    heading = title(f"{place}工作分类表（演示）", len(fields))
    return stack(heading, head(fields), body(fields, [*grounds, *slips], merged=("工作法",)))


OFFICE = Office("街道办事处", books)
