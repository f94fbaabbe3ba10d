"""社东社区's open-space meetings and topics: two sheets a year range, the method said once in the title, dates as Excel numbers."""

from collections.abc import Callable, Iterator

from sample import cells
from sample.blocks import Block, Field, body, head, line, spaced, stack, title
from sample.books import Book, Sheet
from sample.consultations import Meeting
from sample.office import Office, numbered
from sample.stories.consultations import of_shedong

PRESENT = ("社区干部", "社会组织代表", "社工", "村民代表", "居民骨干")


def books() -> Iterator[Book]:
    sheets = [Sheet("开放空间会议", _meetings()), Sheet("议题进展", _topics()), Sheet("Sheet3")]
    yield Book("社东社区开放空间议事会台账（演示）.xlsx", "xlsx", sheets)


def _meetings() -> Block:
    fields = [
        numbered(),
        Field("村（社区）", lambda meeting: "社东社区"),
        Field("议事主题", "title", cells.padded),
        Field("会议日期", "held_on", cells.serial),
        Field("地点", "place", cells.padded),
        Field("议事方式", "method", cells.worded({"开放空间": "开放空间会议"})),
        *(Field(name, _present(place)) for place, name in enumerate(PRESENT)),
    ]
    note = "说明：到会人数按身份填写，不另填合计。"
    caption = title("社东社区开放空间议事会记录2021年1月-2026年10月（演示）", len(fields))
    return stack(caption, line(note), head(fields), spaced(body(fields, of_shedong().meetings), 23))


def _present(place: int) -> Callable[[Meeting], int | None]:
    return lambda meeting: meeting.attendees[place] or None


def _topics() -> Block:
    """Whoever carries a topic out is merged down where it stays the same."""
    fields = [
        Field("编号", "topic_no"),
        Field("议题", "title", cells.padded),
        Field("类别", "category"),
        Field("提出日期", "proposed_on", cells.one_of(cells.unchanged, cells.dotted, cells.chinese)),
        Field("协商日期", "discussed_on", lambda day: day and cells.chinese(day)),
        Field("决议日期", "voted_on"),
        Field("表决方式", "vote_method"),
        Field("表决结果", "result", cells.blank_as("-")),
        Field("责任单位", "responsible"),
        Field("落实日期", "done_on", cells.blank_as("/")),
        Field("办结材料", "evidence", cells.blank_as("/")),
        Field("状态", lambda topic: "已落实" if topic.done_on else "推进中"),
    ]
    caption = title("社东社区议题进展表2021年1月-2026年10月（演示）", len(fields))
    return stack(caption, head(fields), body(fields, of_shedong().topics, merged=("责任单位",)))


OFFICE = Office("社东社区（演示）", books)
