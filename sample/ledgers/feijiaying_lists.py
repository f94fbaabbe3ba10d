"""费家营社区's library of resources and its micro-grants in one workbook, a sheet each."""

from collections.abc import Iterator
from datetime import date

from sample import cells
from sample.blocks import Block, Field, body, head, stack, title
from sample.books import Book, Sheet
from sample.office import Office, numbered
from sample.stories.lists import of_feijiaying


def books() -> Iterator[Book]:
    sheets = [Sheet("资源清单", _resources()), Sheet("项目清单", _micro_grants())]
    yield Book("费家营社区资源与微创投（演示）.xlsx", "xlsx", sheets)


def _quarter(version: date) -> str:
    return f"{version.year}年{version.month // 3 + 1}季度"


def _resources() -> Block:
    fields = [
        numbered(),
        Field("季度", "version", _quarter),
        Field("资源名称", "title", cells.padded),
        Field("资源类别", "kind"),
        Field("提供单位（个人）", "provider"),
        Field("数量", "quantity"),
        Field("截止日期", "available_to", cells.blank_as("/")),
    ]
    return stack(title("费家营社区资源库（演示）", len(fields)), head(fields), body(fields, of_feijiaying().resources))


def _micro_grants() -> Block:
    fields = [
        numbered(),
        Field("清单版本", "version", _quarter),
        Field("公益项目", "title"),
        Field("申报单位", "organisation"),
        Field("领域", "field", cells.worded({"养老助老": "为老服务"})),
        Field("资助金额", "budget_yuan"),
        Field("是否支持", "status", lambda status: "否" if status == "未立项" else "是"),
    ]
    return stack(
        title("费家营社区公益微创投（演示）", len(fields)), head(fields), body(fields, of_feijiaying().projects)
    )


OFFICE = Office("费家营社区（演示）", books)
