"""阳明山庄社区's tasks of the year, exported as CSV: no points, numbers with their units in one cell."""

from collections.abc import Iterator

from sample import cells
from sample.blocks import Field, body, head, stack
from sample.books import Book, Sheet
from sample.office import Office
from sample.stories.targets import yangming


def books() -> Iterator[Book]:
    fields = [
        Field("填报单位", lambda target: "阳明山庄社区"),
        Field("任务指标", "indicator", cells.worded({"参与人次": "服务人次", "活动场次": "活动场数"})),
        Field("考核期", lambda target: f"{target.year}年1—12月"),
        Field("目标值", "promise"),
        Field("所属项目", "project"),
        Field("下达日期", "set_on", cells.chinese),
        Field("任务来源", lambda target: "街道2026年社区服务目标任务书"),
    ]
    block = stack(head(fields), body(fields, yangming()))
    yield Book("阳明山庄社区2026年目标任务（演示）.csv", "gbk", [Sheet("目标任务", block)])


OFFICE = Office("阳明山庄社区（演示）", books)
