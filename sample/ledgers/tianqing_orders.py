"""天庆新城社区's orders as an app exports them: GBK, days with times, numbers with a tab before, ratings as numbers."""

from collections.abc import Iterator
from datetime import date

from sample import cells
from sample.blocks import Block, Field, body, head, stack
from sample.books import Book, Sheet
from sample.office import Office
from sample.stories.orders import of_tianqing


def books() -> Iterator[Book]:
    yield Book("天庆新城社区点单小程序导出（演示）.csv", "gbk", [Sheet("点单", _orders())])


def _orders() -> Block:
    fields = [
        Field("订单编号", "order_no", lambda number: f"\t{number}"),
        Field("所属社区", lambda order: "天庆新城社区"),
        Field("下单人", "orderer", cells.aligned),
        Field("服务项目", "category", cells.worded({"家电维修": "小家电维修", "课业辅导": "作业辅导"})),
        Field("下单渠道", "channel", cells.worded({"线上": "小程序", "现场": "前台"})),
        Field("下单时间", "ordered_on", cells.moment),
        Field("派单时间", "dispatched_on", _moment),
        Field("接单时间", "accepted_on", _moment),
        Field("服务队伍", "provider", cells.blank_as("")),
        Field("完成时间", "completed_on", _moment),
        Field("评价时间", "rated_on", _moment),
        Field("评分", "rating", cells.blank_as("")),
        Field("订单状态", "state"),
    ]
    return stack(head(fields), body(fields, of_tianqing()))


def _moment(day: date | None) -> str:
    return "" if day is None else cells.moment(day)


OFFICE = Office("天庆新城社区（演示）", books)
