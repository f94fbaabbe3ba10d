"""幸福里社区's monthly sums from before it kept lists, and its list of goods handed out."""

from collections.abc import Iterator

from sample import cells
from sample.blocks import Block, Field, body, head, line, stack, title
from sample.books import Book, Sheet
from sample.office import Office, of_year, spoilt
from sample.records import Sum
from sample.stories.xingfuli import story


def books() -> Iterator[Book]:
    years = [Sheet("2021年", _sums(2021, "2021年")), Sheet("2022年1-7月", _sums(2022, "2022年1-7月"))]
    yield Book("幸福里社区工作月报汇总（演示）.xlsx", "xlsx", years)
    yield Book("幸福里物资发放（演示）.csv", "utf-8-sig", [Sheet("发放", _handouts())])


def _sums(year: int, words: str) -> Block:
    """The month is merged over its items; in 2021 one line is of a quarter and of no month."""
    fields = [
        Field("社区", lambda record: "幸福里社区"),
        Field("月份", "month", lambda month: f"{month.month}月"),
        Field("统计项目", "item", cells.worded({"参与人次": "参加人次", "走访户次": "入户走访"})),
        Field("本月数", _value),
        Field("单位", "unit", cells.worded({"户次": "户"})),
        Field("数据来源", lambda record: "社区工作月报"),
    ]
    slips = [line("幸福里社区", "第三季度", "活动场次", 17, "场", "社区工作月报")] if year == 2021 else []
    heading = title(f"幸福里社区{words}工作月报汇总表（演示）", len(fields))
    rows = body(fields, of_year(story().sums, "month", year), merged=("月份",))
    return stack(heading, head(fields), rows, *slips, line("填报人：社区文书"))


def _value(row: Sum) -> object:
    return cells.counted("小时")(row.value) if row.item == "服务时长" else row.value


def _handouts() -> Block:
    """A CSV with a title row; a line that names no day."""
    fields = [
        Field("社区", lambda record: "幸福里社区"),
        Field("派发日期", "given_on", cells.one_of(cells.iso, cells.chinese)),
        Field("物品", "goods"),
        Field("派发数量", "quantity"),
        Field("单位", "unit"),
        Field("估值（元）", "value_yuan"),
        Field("受益对象", "group", cells.worded({"全体居民": "全体"})),
        Field("来源", "source"),
    ]
    rows = story().handouts
    slips = [spoilt(rows[4], given_on="")]
    heading = line("幸福里社区物资派发登记（演示）")
    return stack(heading, head(fields), body(fields, [*rows, *slips]))


OFFICE = Office("幸福里社区（演示）", books)
