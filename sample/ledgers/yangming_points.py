"""阳明山庄社区's rules of points and its list of vouchers handed out, a sheet a year."""

from collections.abc import Iterator
from dataclasses import replace

from sample import cells
from sample.blocks import Block, Field, body, head, line, stack, title, total
from sample.books import Book, Sheet
from sample.office import Office, numbered, of_year, year_words
from sample.stories.points import RULES, redemptions


def books() -> Iterator[Book]:
    yield Book("阳明山庄社区积分规则（演示）.xlsx", "xlsx", [Sheet("积分规则", _rules())])
    years = [Sheet(year_words(year), _redemptions(year)) for year in range(2021, 2027)]
    yield Book("阳明山庄社区积分兑换登记（演示）.xlsx", "xlsx", years)


def _rules() -> Block:
    """One rule gives points for what no ledger shows."""
    fields = [
        Field("社区", lambda rule: "阳明山庄社区"),
        Field("执行时间", "effective_on", cells.chinese),
        Field("计分项目", "item", cells.worded({"志愿服务": "志愿服务1小时", "捐赠物资": "捐赠物资1件（份）"})),
        Field("记分", "points"),
        Field("单次上限", "most_hours", cells.blank_as("/")),
        Field("星级门槛", "star_points"),
    ]
    slip = line("阳明山庄社区", "2021年1月1日", "参加会议", 1, "/", 30)
    return stack(title("阳明山庄社区志愿积分规则（演示）", len(fields)), head(fields), body(fields, RULES), slip)


def _redemptions(year: int) -> Block:
    """In 2022 a volunteer redeems more than there is, and one line has no points."""
    fields = [
        numbered(),
        Field("兑换时间", "redeemed_on", cells.one_of(cells.unchanged, cells.dotted)),
        Field("志愿者姓名", "person", cells.aligned),
        Field("兑换物品", "voucher", cells.worded({"早餐券": "早餐", "生活用品": "日用品"})),
        Field("使用积分", "points", is_summed=True),
    ]
    rows = of_year(redemptions(), "redeemed_on", year)
    slips = [replace(rows[3], points=400), replace(rows[4], points=0)] if year == 2022 else []
    below = [] if slips else [total("合计", fields, rows, at=1)]
    heading = title(f"阳明山庄社区{year_words(year)}积分兑换登记（演示）", len(fields))
    return stack(heading, head(fields), body(fields, [*rows, *slips]), *below)


OFFICE = Office("阳明山庄社区（演示）", books)
