"""凤二村's wishes with ages and helpers, and its monthly orders, a sheet a year, with printed totals."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sample import cells
from sample.blocks import Block, Field, blank, body, head, line, stack, title, total
from sample.books import Book, Sheet
from sample.office import Office, numbered, of_year, spoilt, year_words
from sample.stories.help import of_fenger

GROUP_WORDS = {"老人": "高龄老人", "儿童青少年": "困境儿童", "困难家庭": "低保户", "残障人士": "残障"}


def books() -> Iterator[Book]:
    yield Book("凤二村如愿行动微心愿（演示）.xlsx", "xlsx", [Sheet("微心愿", _wishes())])
    years = [Sheet(year_words(year), _orders(year)) for year in range(2021, 2027)]
    yield Book("凤二村爱心到家双补贴订单（演示）.xlsx", "xlsx", years)


def _wishes() -> Block:
    """One wish came true before it was made, one says it did without a day, one stands twice, one is told as a story."""
    fields = [
        numbered(),
        Field("心愿编号", "wish_no"),
        Field("姓名", "person", cells.aligned),
        Field("年龄", "age", cells.counted("岁")),
        Field("困难类别", "group", cells.worded(GROUP_WORDS)),
        Field("微心愿", "item", cells.padded),
        Field("登记日期", "collected_on", cells.one_of(cells.unchanged, cells.chinese)),
        Field("认领日期", "claimed_on"),
        Field("认领单位/个人", "claimed_by", cells.blank_as("/")),
        Field("圆梦日期", "fulfilled_on", cells.one_of(cells.unchanged, cells.dotted)),
        Field("物品价值", "value_yuan", cells.counted("元")),
        Field("是否点亮", _progress),
    ]
    wishes = of_fenger().wishes
    granted = [wish for wish in wishes if wish.fulfilled_on]
    slips = [
        replace(granted[0], wish_no="FX2021900", fulfilled_on=date(2020, 12, 30)),
        spoilt(granted[1], wish_no="FX2021901", fulfilled_on="已送达"),
        granted[2],
        replace(
            next(wish for wish in wishes if not wish.fulfilled_on), wish_no="FX2021902", item="想有人陪着去一次海边"
        ),
    ]
    heading = title("凤二村“如愿行动”微心愿登记表（演示）", len(fields))
    return stack(heading, head(fields), body(fields, [*wishes, *slips]), blank(), line("填表：凤二社工站"))


def _cents(amount: float) -> float:
    return round(amount, 2)


def _progress(wish: object) -> str:
    return "是" if getattr(wish, "fulfilled_on", None) else "否"


def _orders(year: int) -> Block:
    """In 2022 the parts of one order do not add up to its price, and one was taken back with a minus."""
    fields = [
        Field("订单编号", "order_no"),
        Field("户主", "household", cells.aligned),
        Field("家庭类别", "group", cells.worded({"困难家庭": "低保户", "残障人士": "残障"})),
        Field("订单日期", "ordered_on"),
        Field("品类", "goods"),
        Field("商品金额", "total", _cents, is_summed=True),
        Field("企业补贴", "company", _cents, is_summed=True),
        Field("项目补贴", "project", _cents, is_summed=True),
        Field("自付", "self_paid", _cents, is_summed=True),
    ]
    orders = of_year(of_fenger().orders, "ordered_on", year)
    slips = [replace(orders[0], order_no="A220999", company=-5.0)] if year == 2022 else []
    dearer = (
        line("A220998", orders[1].household, "低保户", date(2022, 3, 3), "食品", 100, 20, 30, 40)
        if year == 2022
        else line()
    )
    heading = title(f"凤二村“爱心到家”{year_words(year)}双补贴订单（演示）", len(fields))
    below = [dearer] if year == 2022 else [total("合计", fields, orders)]
    return stack(heading, head(fields), body(fields, [*orders, *slips]), *below)


OFFICE = Office("凤二村（演示）", books)
