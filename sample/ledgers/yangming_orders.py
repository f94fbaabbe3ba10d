"""阳明山庄社区's orders, a sheet a year: stars in one cell, since 2024 words instead of stars, teams and now and then a person."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from sample import cells
from sample.blocks import Block, Field, body, head, line, stack, title
from sample.books import Book, Sheet
from sample.office import Office, numbered, of_year, spoilt, year_words
from sample.orders import ServiceOrder
from sample.stories.orders import of_yangming

UNDATED = "FW2023903"  # said to be done, without a day
STARS = {stars: f"{stars}星" for stars in range(1, 6)}
WORDS = {5: "非常满意", 4: "满意", 3: "一般", 2: "不满意", 1: "非常不满意"}


def books() -> Iterator[Book]:
    years = [Sheet(year_words(year), _orders(year)) for year in range(2022, 2027)]
    yield Book("阳明山庄社区“四单”服务台账（演示）.xlsx", "xlsx", [*years, Sheet("Sheet2")])


def _orders(year: int) -> Block:
    """Years drift: until 2023 ratings are stars and days are written by hand."""
    is_old = year < 2024
    day = cells.one_of(cells.unchanged, cells.chinese, cells.dotted) if is_old else cells.unchanged
    fields = [
        numbered(),
        Field("服务单号", "order_no"),
        Field("点单居民", "orderer", cells.aligned),
        Field("点单项目", "category", cells.worded({"助老服务": "陪诊", "理发": "上门理发", "健康服务": "量血压"})),
        Field("点单方式", "channel", cells.worded({"线上": "微信群", "电话": "来电", "网格员代点": "楼栋长"})),
        Field("点单时间", "ordered_on", day),
        Field("派单时间", "dispatched_on", day),
        Field("接单时间", "accepted_on", day),
        Field("接单团队", "provider", cells.blank_as("/")),
        Field("完成时间", "completed_on", day),
        Field("评单时间" if is_old else "评价时间", "rated_on"),
        Field("评单星级" if is_old else "满意度", "rating", cells.worded(STARS if is_old else WORDS)),
        Field("状态", lambda order: "已完成" if order.order_no == UNDATED else order.state),
    ]
    orders = of_year(of_yangming(), "ordered_on", year)
    heading = title(f"阳明山庄社区{year_words(year)}群众点单服务台账（演示）", len(fields))
    lines = [*orders, *_slips(orders)] if year == 2023 else orders
    return stack(heading, head(fields), body(fields, lines), line("站点派单、团队接单、联合评单"))


def _slips(orders: list[ServiceOrder]) -> list[ServiceOrder]:
    """One was accepted before it was asked for, one rated before it was done, one got seven of five, one is done without a day, one stands twice; one is rated and has no day of its end."""
    rated = [order for order in orders if order.rating]
    return [
        replace(rated[0], order_no="FW2023900", accepted_on=rated[0].ordered_on - timedelta(3)),
        replace(rated[1], order_no="FW2023901", rated_on=rated[1].ordered_on),
        spoilt(rated[2], order_no="FW2023902", rating="7星"),
        replace(rated[3], order_no=UNDATED, completed_on=None, rated_on=None, rating=None),
        rated[4],
        spoilt(rated[5], order_no="FW2023905", ordered_on="2023年2月30日"),
        replace(rated[6], order_no="FW2023906", completed_on=None),
    ]


OFFICE = Office("阳明山庄社区（演示）", books)
