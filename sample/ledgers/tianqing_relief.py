"""天庆新城社区's needs of families: kinds and bands, amounts as they are said, consent as √ and ×."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from sample import cells
from sample.blocks import Block, Field, body, head, line, stack, title
from sample.books import Book, Sheet
from sample.office import Office, numbered
from sample.stories.help import of_tianqing


def books() -> Iterator[Book]:
    yield Book("天庆新城社区困难家庭资源链接（演示）.xls", "xls", [Sheet("救助", _needs())])


def _needs() -> Block:
    """One resource was there before the need; one day is written, and no resource."""
    fields = [
        numbered(),
        Field("救助编号", "need_no"),
        Field("户主姓名", "household", cells.aligned),
        Field("登记日期", "registered_on", cells.one_of(cells.unchanged, cells.dotted)),
        Field("帮扶需求", "need"),
        Field("资金缺口", "gap", cells.blank_as("/")),
        Field("链接资源", "resource", cells.blank_as("无")),
        Field("落实日期", "linked_on"),
        Field("服务协议", "has_consent", cells.worded({True: "√", False: "×"})),
        Field("走访次数", "visits"),
    ]
    needs = of_tianqing().needs
    linked = [need for need in needs if need.linked_on]
    slips = [
        replace(linked[0], need_no="JZ2021-90", linked_on=linked[0].registered_on - timedelta(9)),
        replace(linked[1], need_no="JZ2021-91", resource=None),
    ]
    heading = title("天庆新城社区困难家庭资源链接台账（演示）", len(fields))
    return stack(heading, line("只登记类别，不写病情。"), head(fields), body(fields, [*needs, *slips]))


OFFICE = Office("天庆新城社区（演示）", books)
