"""社东社区's wishes, without numbers, half of the names masked, in a CSV in GBK."""

from collections.abc import Iterator

from sample import cells
from sample.blocks import Block, Field, body, head, line, stack
from sample.books import Book, Sheet
from sample.office import Office
from sample.stories.help import of_shedong


def books() -> Iterator[Book]:
    yield Book("社东社区微心愿认领公示（演示）.csv", "gbk", [Sheet("心愿", _wishes())])


def _wishes() -> Block:
    fields = [
        Field("社区", lambda wish: "社东社区"),
        Field("许愿人", "person", lambda name: f"{name[0]}**" if cells.chance(name, 2) else name),
        Field("人群", "group", cells.worded({"儿童青少年": "儿童", "残障人士": "残疾人"})),
        Field("心愿内容", "item"),
        Field("征集时间", "collected_on", cells.one_of(cells.iso, cells.chinese)),
        Field("认领人", "claimed_by", cells.blank_as("/")),
        Field("完成时间", "fulfilled_on", cells.blank_as("")),
        Field("状态", lambda wish: "已圆梦" if wish.fulfilled_on else "待认领"),
    ]
    return stack(line("社东社区微心愿认领公示（演示）"), head(fields), body(fields, of_shedong().wishes))


OFFICE = Office("社东社区（演示）", books)
