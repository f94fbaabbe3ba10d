"""幸福里社区's council: its meetings in a CSV, one of whose lines states nobody, and the resolutions as a list in GBK."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from sample import cells
from sample.blocks import Block, Field, body, head, line, stack
from sample.books import Book, Sheet
from sample.consultations import Meeting
from sample.office import Office
from sample.stories.consultations import of_xingfuli


def books() -> Iterator[Book]:
    yield Book("幸福里居民议事会（演示）.csv", "utf-8-sig", [Sheet("会议", _meetings())])
    yield Book("幸福里居民议事会决议事项（演示）.csv", "gbk", [Sheet("决议", _topics())])


def _meetings() -> Block:
    fields = [
        Field("社区", lambda meeting: "幸福里社区"),
        Field("议事会名称", "title"),
        Field("开会日期", "held_on", cells.one_of(cells.iso, cells.chinese, cells.moment)),
        Field("地点", "place"),
        Field("协商形式", "method"),
        Field("社区干部", _present(0)),
        Field("社会组织", _present(1), cells.blank_as("/")),
        Field("社工", _present(2)),
        Field("居民代表", _present(3), cells.blank_as("/")),
        Field("骨干", _present(4)),
    ]
    meetings = of_xingfuli().meetings
    nobody = replace(meetings[0], held_on=date(2023, 2, 28), attendees=(0, 0, 0, 0, 0))
    return stack(head(fields), body(fields, [*meetings, nobody]))


def _present(place: int) -> Callable[[Meeting], int | None]:
    return lambda meeting: meeting.attendees[place] or None


def _topics() -> Block:
    fields = [
        Field("社区", lambda topic: "幸福里社区"),
        Field("编号", "topic_no"),
        Field("决议事项", "title"),
        Field("议题类型", "category"),
        Field("提交日期", "proposed_on", cells.one_of(cells.iso, cells.chinese)),
        Field("讨论日期", "discussed_on", cells.blank_as("")),
        Field("通过日期", "voted_on", cells.blank_as("")),
        Field("表决形式", "vote_method", cells.blank_as("暂无")),
        Field("赞成票", lambda topic: topic.votes and topic.votes[0]),
        Field("反对票", lambda topic: topic.votes and topic.votes[1]),
        Field("决议结果", "result", cells.blank_as("暂无")),
        Field("责任人", "responsible"),
        Field("解决日期", "done_on", cells.blank_as("")),
        Field("凭证", "evidence", cells.blank_as("无")),
        Field("回头看日期", "revisited_on", cells.blank_as("")),
    ]
    return stack(line("幸福里社区居民议事会决议事项（演示）"), head(fields), body(fields, of_xingfuli().topics))


OFFICE = Office("幸福里社区（演示）", books)
