"""阳明山庄社区's list of spare medicine shared in one winter, two sheets: who gave what, with number and unit in one cell, and who took it."""

from collections.abc import Iterator

from sample import cells
from sample.blocks import Block, Field, body, head, line, stack, title
from sample.books import Book, Sheet
from sample.office import Office, numbered
from sample.stories import shared_medicine
from sample.stories.yangming import story


def books() -> Iterator[Book]:
    sheets = [Sheet("余药捐赠", _gifts()), Sheet("余药共享领用", _takers())]
    yield Book("阳明山庄社区余药共享登记（演示）.xlsx", "xlsx", sheets)


def _gifts() -> Block:
    fields = [
        numbered(),
        Field("捐赠日期", "donated_on", cells.one_of(cells.unchanged, cells.chinese)),
        Field("捐赠人", "donor", cells.aligned),
        Field("捐赠物资", "goods", cells.padded),
        Field("捐赠数量", "quantity", cells.counted("份")),
        Field("使用方向", "purpose"),
        Field("凭证号", "receipt_no"),
    ]
    gifts = [gift for gift in story().gifts if gift.purpose == shared_medicine.NAME]
    heading = title("阳明山庄社区“邻里帮余药共享”爱心捐赠登记（演示）", len(fields))
    return stack(heading, head(fields), body(fields, gifts), line("注：药品由药师核对后分发。"))


def _takers() -> Block:
    fields = [
        numbered(),
        Field("领取日期", "given_on", cells.one_of(cells.unchanged, cells.dotted)),
        Field("领取人", "recipient", cells.aligned),
        Field("物品名称", "goods"),
        Field("领取数量", "quantity"),
        Field("单位", "unit"),
        Field("人群", "group", cells.worded({"老人": "老年人", "困难家庭": "困难户", "全体居民": "居民"})),
        Field("事由", "project"),
    ]
    handouts = [handout for handout in story().handouts if handout.project == shared_medicine.NAME]
    heading = title("阳明山庄社区“邻里帮余药共享”领用登记（演示）", len(fields))
    return stack(heading, head(fields), body(fields, handouts))


OFFICE = Office("阳明山庄社区（演示）", books)
