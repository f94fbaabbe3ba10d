"""社东社区's three lists in one workbook, a sheet a list, the quarters below each other in many spellings."""

from collections.abc import Iterator
from datetime import date

from sample import cells
from sample.blocks import Block, Field, body, head, stack, title
from sample.books import Book, Sheet
from sample.office import Office
from sample.stories.lists import of_shedong


def books() -> Iterator[Book]:
    sheets = [Sheet("需求清单", _needs()), Sheet("资源清单", _resources()), Sheet("项目清单", _projects())]
    yield Book("社东社区三清单（演示）.xlsx", "xlsx", sheets)


def _short(version: date) -> str:
    return f"{version.year}Q{version.month // 3 + 1}"


def _long(version: date) -> str:
    return f"{version.year}年第{version.month // 3 + 1}季度"


VERSION = Field("清单版本", "version", cells.one_of(_short, _long))


def _needs() -> Block:
    """One stands on the list of a fifth quarter."""
    fields = [
        VERSION,
        Field("需求名称", "title"),
        Field("需求类别", "category", cells.worded({"养老助老": "为老", "儿童青少年": "儿童"})),
        Field("服务对象", "group", cells.worded({"老人": "老年人", "残障人士": "残疾人"})),
        Field("涉及户数", "people", cells.counted("户")),
        Field("来源", "source"),
        Field("优先级", "urgency", cells.worded({"紧急": "高", "一般": "中", "不急": "低"})),
        Field("资源", "resource", cells.blank_as("暂无")),
        Field("项目", "project", cells.blank_as("")),
    ]
    slip = Block((("2025年第5季度", "菜园围栏", "环境", "居民", "20户", "议事会", "中", "暂无", ""),))
    return stack(title("社东社区需求清单（演示）", len(fields)), head(fields), body(fields, of_shedong().needs), slip)


def _resources() -> Block:
    fields = [
        VERSION,
        Field("可提供资源", "title"),
        Field("类别", "kind"),
        Field("提供单位（个人）", "provider"),
        Field("数量", "quantity"),
        Field("截止日期", "available_to", cells.blank_as("/")),
    ]
    return stack(title("社东社区资源清单（演示）", len(fields)), head(fields), body(fields, of_shedong().resources))


def _projects() -> Block:
    fields = [
        VERSION,
        Field("公益项目", "title"),
        Field("执行团队", "organisation"),
        Field("领域", "field"),
        Field("资助金额", "budget_yuan"),
        Field("是否支持", "status", lambda status: "否" if status == "未立项" else "是"),
    ]
    return stack(title("社东社区项目清单（演示）", len(fields)), head(fields), body(fields, of_shedong().projects))


OFFICE = Office("社东社区（演示）", books)
