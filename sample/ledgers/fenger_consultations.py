"""凤二村's minutes of 乜都倾 meetings, those present under a header of two levels, and its list of topics with votes in one cell."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from sample import cells
from sample.blocks import Block, Field, blank, body, head, line, stack, title, total
from sample.books import Book, Sheet
from sample.consultations import Meeting
from sample.office import Office, numbered, of_year, spoilt, year_words
from sample.stories.consultations import of_fenger

PRESENT = ("村委干部", "村社区社会组织代表", "党员社工", "村民代表", "领袖骨干")


def books() -> Iterator[Book]:
    years = [Sheet(year_words(year), _meetings(year)) for year in range(2021, 2027)]
    yield Book("凤二村乜都倾议事会记录（演示）.xlsx", "xlsx", [*years, Sheet("Sheet2")])
    yield Book("凤二村议题台账（演示）.xls", "xls", [Sheet("议题", _topics())])


def _meetings(year: int) -> Block:
    """In 2023 one meeting's total is lower than its parts, and one has three people more than the ledger of activities."""
    fields = [
        numbered("期次序号"),
        Field("会议名称", "title", cells.padded),
        Field("召开时间", "held_on", cells.one_of(cells.unchanged, cells.chinese)),
        Field("会议地点", "place"),
        Field("议事形式", "method", cells.worded({"圆桌会议": "圆桌会", "举手表决": "举手"})),
        *(Field(f"参加人员|{name}", _present(place), is_summed=True) for place, name in enumerate(PRESENT)),
        Field("参会人数", "headcount", is_summed=True),
    ]
    held = of_year(of_fenger().meetings, "held_on", year)
    rows = [_more(meeting) if place == 0 and year == 2023 else meeting for place, meeting in enumerate(held)]
    slips = (
        [line(99, "乜都倾议事会：村道照明", "2023年5月6日", "凤二祠堂", "举手", 4, 2, 2, 30, 4, 24)]
        if year == 2023
        else []
    )
    heading = title(f"凤二村{year_words(year)}“乜都倾”议事会记录（演示）", len(fields))
    below = [] if slips else [total("合计", fields, rows)]
    return stack(heading, head(fields), body(fields, rows), *slips, *below, line("记录人：        审核："))


def _more(meeting: Meeting) -> Meeting:
    *first, last = meeting.attendees
    return replace(meeting, attendees=(*first, last + 3))


def _present(place: int) -> Callable[[Meeting], int | None]:
    return lambda meeting: meeting.attendees[place] or None


def _topics() -> Block:
    """One was closed before it was raised, one passed with fewer votes than against it, one number stands twice."""
    fields = [
        Field("议题号", "topic_no"),
        Field("村（社区）", lambda topic: "凤二村委会"),
        Field("商议事项", "title", cells.padded),
        Field("议题分类", "category", cells.worded({"养老助老": "长者", "公共设施": "基础设施"})),
        Field("提出时间", "proposed_on", cells.one_of(cells.unchanged, cells.dotted)),
        Field("议事日期", "discussed_on"),
        Field("表决时间", "voted_on"),
        Field("表决办法", "vote_method", cells.worded({"举手表决": "举手"})),
        Field("同意", lambda topic: topic.votes and topic.votes[0], cells.counted("票")),
        Field("反对", lambda topic: topic.votes and topic.votes[1], cells.counted("票")),
        Field("弃权", lambda topic: topic.votes and topic.votes[2], cells.counted("票")),
        Field("是否通过", "result"),
        Field("交办时间", "assigned_on"),
        Field("落实单位", "responsible"),
        Field("完成期限", "due_on", cells.iso),
        Field("完成时间", "done_on", cells.one_of(cells.unchanged, cells.chinese)),
        Field("佐证材料", "evidence", cells.blank_as("/")),
        Field("回访时间", "revisited_on"),
    ]
    topics = of_fenger().topics
    done = [topic for topic in topics if topic.done_on]
    slips = [
        replace(done[2], topic_no="乜2021-900", done_on=date(2020, 12, 28)),
        replace(done[3], topic_no="乜2021-901", votes=(9, 20, 1)),
        done[4],
        replace(done[5], topic_no="乜2021-902", evidence=None, revisited_on=None),
        spoilt(topics[-1], topic_no="倾2026-903", proposed_on="2026年9月31日"),
    ]
    heading = title("凤二村协商议题办理台账（演示）", len(fields))
    return stack(heading, blank(), head(fields), body(fields, [*topics, *slips]))


OFFICE = Office("凤二村（演示）", books)
