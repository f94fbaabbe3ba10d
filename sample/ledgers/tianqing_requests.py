"""天庆新城社区's service requests: an old .xls by year, sorted by category, the category merged down and counted in words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from sample import cells
from sample.blocks import Block, Field, blank, body, head, line, stack, title
from sample.books import Book, Sheet
from sample.office import Office, numbered, of_year, year_words
from sample.records import Request
from sample.stories.tianqing import story

FULL_NAME = "兰州市天庆仿枫物业服务有限责任公司"


def books() -> Iterator[Book]:
    years = [Sheet(_words(year), _requests(year)) for year in (2024, 2025, 2026)]
    yield Book("天庆新城社区接诉即办登记表（演示）.xls", "xls", years)


def _words(year: int) -> str:
    return "2024年3-12月" if year == 2024 else year_words(year)


def _requests(year: int) -> Block:
    fields = [
        numbered(),
        Field("问题类别", "category"),
        Field("开展社区", lambda record: "天庆新城", cells.padded),
        Field("登记编号", "request_no"),
        Field("登记日期", "received_on", cells.one_of(cells.chinese, cells.unchanged, cells.dotted)),
        Field("诉求来源", "source", cells.worded({"热线": "市民热线", "窗口": "前台"})),
        Field("反映人", "requester", cells.aligned),
        Field("主办单位", _handler),
        Field("办结时限", "due_on", cells.dotted),
        Field("反馈时间", "finished_on", cells.one_of(cells.unchanged, lambda day: day and cells.chinese(day))),
        Field("解决情况", "result", cells.worded({"已解决": "解决", "处理中": "跟进中", "转办": "移交"})),
        Field("评价", "rating", cells.worded({"未评价": "联系不上"})),
    ]
    chosen = sorted(of_year(story().requests, "received_on", year), key=lambda request: request.category)
    if year == 2025:
        chosen.append(replace(chosen[-1], request_no="TQ2025-900", due_on=date(2024, 1, 9)))
    heading = title(f"天庆新城社区{_words(year)}接诉即办登记表（演示）", len(fields))
    parts = [heading, line("填报单位：天庆新城社工站"), head(fields)]
    for category, same in groupby(chosen, key=lambda request: request.category):
        requests = list(same)
        counted = line(None, "小计", None, f"{category}{len(requests)}件")
        parts += [body(fields, requests, merged=("问题类别",)), counted]
    return stack(*parts, line(None, "合计", None, f"共{len(chosen)}件"), blank(), line("制表：社工站"))


def _handler(request: Request) -> str:
    """Return the handler; since 2026 the company stands there under its full name."""
    is_full = request.received_on.year >= 2026
    return request.handler.replace("天庆仿枫物业服务公司", FULL_NAME) if is_full else request.handler


OFFICE = Office("天庆新城社区（演示）", books)
