"""阳明山庄社区's service requests and goods handed out: exports of the office system, a sheet a year."""

from collections.abc import Iterator

from sample import cells
from sample.blocks import Block, Field, body, head, stack, title, total
from sample.books import Book, Sheet
from sample.office import Office, numbered, of_year, spoilt, year_words
from sample.stories import shared_medicine
from sample.stories.yangming import story


def books() -> Iterator[Book]:
    years = [Sheet(year_words(year), _requests(year)) for year in range(2022, 2027)]
    yield Book("阳明山庄社区居民诉求台账（演示）.xlsx", "xlsx", [*years, Sheet("Sheet2")])
    yield Book("阳明山庄社区慈善超市物资领用（演示）.xlsx", "xlsx", [Sheet("领用", _handouts())])


def _requests(year: int) -> Block:
    """Years drift: until 2023 the state stood in a column of yes and no."""
    is_old = year < 2024
    answered = Field("是否办结", lambda request: "是" if request.finished_on else "否")
    fields = [
        numbered(),
        Field("社区名称", lambda record: "阳明山庄社区"),
        Field("诉求编号", "request_no"),
        Field("诉求时间" if is_old else "提交时间", "received_on", cells.one_of(cells.unchanged, cells.instant)),
        Field("要求办结时间", "due_on"),
        Field("完成日期" if is_old else "办结日期", "finished_on"),
        Field("事项分类", "category"),
        Field("反映渠道", "source", cells.worded({"线上": "微信", "网格上报": "网格巡查", "窗口": "来访"})),
        Field("承办部门", "handler"),
        Field("居民姓名", "requester", cells.padded),
        answered if is_old else Field("处理状态", "result", cells.worded({"已解决": "已完成"})),
        Field("满意情况", "rating", cells.blank_as("/")),
    ]
    requests = of_year(story().requests, "received_on", year)
    slips = [spoilt(requests[3], request_no="YM2025-900", received_on="2025年6月31日")] if year == 2025 else []
    heading = title(f"阳明山庄社区{year_words(year)}居民诉求办理台账（演示）", len(fields))
    return stack(heading, head(fields), body(fields, [*requests, *slips]))


def _handouts() -> Block:
    fields = [
        numbered(),
        Field("社区", lambda record: "阳明山庄"),
        Field("领用日期", "given_on", cells.one_of(cells.unchanged, cells.serial)),
        Field("品名", "goods"),
        Field("领用数量", "quantity"),
        Field("计量单位", "unit"),
        Field("折价（元）", "value_yuan", cells.one_of(cells.unchanged, cells.commas), is_summed=True),
        Field("群体", "group", cells.worded({"老人": "老年人", "困难家庭": "困难户", "残障人士": "残疾人"})),
        Field("惠及人数", "helped", is_summed=True),
        Field("提供单位", "source"),
        Field("事由", "project"),
    ]
    rows = [handout for handout in story().handouts if handout.project != shared_medicine.NAME]
    heading = title("阳明山庄社区慈善超市物资领用登记（演示）", len(fields))
    return stack(heading, head(fields), body(fields, rows), total("合计", fields, rows, at=1))


OFFICE = Office("阳明山庄社区（演示）", books)
