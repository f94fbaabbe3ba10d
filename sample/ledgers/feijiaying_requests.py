"""费家营社区's service requests: one GBK export of the 12345 hotline, with moments instead of days and a request entered twice."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sample import cells
from sample.blocks import Block, Field, body, head, stack
from sample.books import Book, Sheet
from sample.names import registered
from sample.office import Office
from sample.records import Request
from sample.stories.feijiaying import story


def books() -> Iterator[Book]:
    yield Book("费家营社区12345热线工单导出（演示）.csv", "gbk", [Sheet("导出", _requests())])


def _requests() -> Block:
    fields = [
        Field("工单号", "request_no", lambda number: f"\t{number}"),
        Field("所属社区", lambda record: "费家营"),
        Field("来电时间", "received_on", cells.moment),
        Field("来电人", "requester"),
        Field("诉求类型", "category"),
        Field("受理渠道", "source", cells.worded({"热线": "12345热线", "网格上报": "网格员", "线上": "小程序"})),
        Field("责任单位", _handler),
        Field("办理时限", "due_on", cells.iso),
        Field("办理完成时间", "finished_on", lambda day: cells.moment(day) if day else ""),
        Field("工单状态", "result", cells.worded({"已解决": "已办结", "处理中": "在办", "不予受理": "退回"})),
        Field("回访满意度", "rating", cells.worded({"满意": "非常满意", "一般": "基本满意", "未评价": "未回访"})),
    ]
    requests = story().requests
    early, twice = requests[7], requests[12]
    slips = [replace(early, request_no="AN2023-901", finished_on=date(2022, 12, 30)), twice]
    return stack(head(fields), body(fields, [*requests, *slips]))


def _handler(request: Request) -> str:
    """Return the handler; since 2025 the hotline has companies under the name of their registration."""
    return registered(request.handler) if request.received_on.year >= 2025 else request.handler


OFFICE = Office("费家营社区（演示）", books)
