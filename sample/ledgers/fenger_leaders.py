"""凤二村's list of leaders among the villagers, in its own words for what they do, without a year a sheet."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from sample import cells
from sample.blocks import Block, Field, blank, body, head, line, stack, title
from sample.books import Book, Sheet
from sample.office import Office, numbered, spoilt
from sample.stories.leaders import of_fenger

ROLE_WORDS = {"议事骨干": "议事带头人", "文化骨干": "文艺骨干", "产业能人": "土专家"}


def books() -> Iterator[Book]:
    yield Book("凤二村领袖骨干名册（演示）.xlsx", "xlsx", [Sheet("领袖骨干", _leaders())])


def _leaders() -> Block:
    """One left before being recognised, one has a year for a day."""
    fields = [
        numbered(),
        Field("姓名", "name", cells.aligned),
        Field("担任角色", "role", cells.worded(ROLE_WORDS)),
        Field("所在队伍", "team", cells.blank_as("/")),
        Field("挖掘时间", "recognised_on", cells.one_of(cells.unchanged, cells.chinese, cells.dotted)),
        Field("退出时间", "left_on"),
    ]
    leaders = of_fenger()
    slips = [
        replace(leaders[0], name="仿样禾", left_on=leaders[0].recognised_on - timedelta(30)),
        spoilt(replace(leaders[1], name="仿样舟"), recognised_on="2022年"),
    ]
    heading = title("凤二村领袖骨干名册（演示）", len(fields))
    return stack(heading, head(fields), body(fields, [*leaders, *slips]), blank(), line("填表：凤二社工站"))


OFFICE = Office("凤二村（演示）", books)
