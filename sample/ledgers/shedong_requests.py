"""社东社区's requests and goods handed out: the grid's list, and the charity post's book with a two-level header."""

from collections.abc import Iterator

from sample import cells
from sample.blocks import Block, Field, blank, body, head, line, stack, title, total
from sample.books import Book, Sheet
from sample.office import Office, numbered, of_year, year_words
from sample.stories.shedong import story


def books() -> Iterator[Book]:
    yield Book("社东社区网格诉求工单（演示）.xlsx", "xlsx", [Sheet("工单", _requests())])
    years = [Sheet(year_words(year), _handouts(year)) for year in range(2021, 2027)]
    yield Book("社东社区慈善驿站物资发放（演示）.xlsx", "xlsx", years)


def _requests() -> Block:
    fields = [
        numbered(),
        Field("村（社区）", lambda record: "社东社区"),
        Field("工单编号", "request_no"),
        Field("上报时间", "received_on", cells.one_of(cells.dotted, cells.unchanged)),
        Field("期限", "due_on", cells.dotted),
        Field("处理完成时间", "finished_on", lambda day: cells.dotted(day) if day else "/"),
        Field("诉求类别", "category"),
        Field("诉求来源", "source"),
        Field("处置部门", "handler"),
        Field("联系人", "requester", cells.padded),
        Field("处理结果", "result", cells.worded({"已解决": "已处理"})),
        Field("回访结果", "rating", cells.blank_as("—")),
    ]
    heading = title("社东社区网格诉求工单登记（演示）", len(fields))
    return stack(heading, blank(), head(fields), body(fields, story().requests), blank(), line("填表人：网格员"))


def _handouts(year: int) -> Block:
    """Quantity and value under one header; days and goods are merged down."""
    fields = [
        numbered(),
        Field("村（社区）", lambda record: "社东社区"),
        Field("发放日期", "given_on", cells.chinese),
        Field("物资名称", "goods"),
        Field("发放情况|数量", "quantity"),
        Field("发放情况|单位", "unit"),
        Field("发放情况|折算金额（元）", "value_yuan", cells.blank_as("/"), is_summed=True),
        Field("受益对象", "group", cells.worded({"困难家庭": "困难群众"})),
        Field("物资来源", "source", cells.padded),
        Field("项目名称", "project"),
    ]
    rows = of_year(story().handouts, "given_on", year)
    heading = title(f"社东社区慈善驿站{year_words(year)}物资发放登记（演示）", len(fields))
    table = body(fields, rows, merged=("发放日期", "物资名称", "物资来源"))
    return stack(heading, head(fields), table, total("合 计", fields, rows, at=1))


OFFICE = Office("社东社区（演示）", books)
