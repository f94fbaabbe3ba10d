"""阳明山庄社区's three lists: needs and projects on a sheet a quarter, whose title states it, resources in one table, the quarter merged down."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sample import cells
from sample.blocks import Block, Field, body, head, line, stack, title
from sample.books import Book, Sheet
from sample.lists import versions
from sample.office import Office, numbered
from sample.stories.lists import of_yangming

QUARTERS = dict(zip((1, 4, 7, 10), "一二三四", strict=True))


def books() -> Iterator[Book]:
    issued = versions(2022)
    needs = [Sheet(_quarter(version), _needs(version)) for version in issued]
    projects = [Sheet(_quarter(version), _projects(version)) for version in issued]
    yield Book("阳明山庄社区居民需求清单（演示）.xlsx", "xlsx", needs)
    yield Book("阳明山庄社区资源清单（演示）.xls", "xls", [Sheet("资源清单", _resources())])
    yield Book("阳明山庄社区服务项目清单（演示）.xlsx", "xlsx", projects)


def _quarter(version: date) -> str:
    return f"{version.year}年第{QUARTERS[version.month]}季度"


def _needs(version: date) -> Block:
    """In the third quarter of 2023 one need stands twice, and one was collected long after; once a resource is on no list."""
    fields = [
        numbered(),
        Field("需求内容", "title", cells.padded),
        Field("需求类型", "category"),
        Field("需求群体", "group", cells.worded({"老人": "长者", "儿童青少年": "青少年"})),
        Field("涉及人数", "people", cells.one_of(cells.unchanged, lambda people: f"约{people}人")),
        Field("征集时间", "collected_on", cells.one_of(cells.unchanged, cells.chinese)),
        Field("征集方式", "source", cells.worded({"线上": "微信群", "问卷": "问卷调查"})),
        Field("紧急程度", "urgency", cells.worded({"紧急": "急", "不急": "缓"})),
        Field("匹配资源", "resource", cells.blank_as("/")),
        Field("对接项目", "project", cells.blank_as("/")),
    ]
    needs = [need for need in of_yangming().needs if need.version == version]
    slips = []
    if version == date(2023, 7, 1):
        slips = [needs[0], replace(needs[1], title="雨棚更换", collected_on=date(2024, 9, 1))]
        needs[2] = replace(needs[2], resource="社区老年大学")
    heading = title(f"阳明山庄社区{_quarter(version)}居民需求清单（演示）", len(fields))
    return stack(heading, head(fields), body(fields, [*needs, *slips]), line("填表：阳明社工站"))


def _resources() -> Block:
    """One ends before it begins."""
    fields = [
        Field("季度", "version", _quarter),
        Field("社区", lambda resource: "阳明山庄社区"),
        Field("资源名称", "title"),
        Field("资源类型", "kind", cells.worded({"场地": "场所", "人力": "人才"})),
        Field("提供单位", "provider"),
        Field("资源数量", "quantity", cells.counted("项")),
        Field("起始日期", "available_from", cells.one_of(cells.unchanged, cells.dotted)),
        Field("有效期至", "available_to", cells.blank_as("长期")),
    ]
    resources = of_yangming().resources
    slips = [replace(resources[-1], title="露天剧场", available_to=date(2020, 1, 1))]
    heading = title("阳明山庄社区资源清单（演示）", len(fields))
    return stack(heading, head(fields), body(fields, [*resources, *slips], merged=("季度",)))


def _projects(version: date) -> Block:
    """Until 2023 budgets are in 万元; in the first quarter of 2024 a project stands twice and a budget is negative."""
    is_old = version.year < 2024
    fields = [
        numbered(),
        Field("服务项目名称", "title", cells.padded),
        Field("承接单位", "organisation"),
        Field("项目类别", "field"),
        Field(
            "经费（万元）" if is_old else "经费（元）",
            "budget_yuan",
            cells.in_ten_thousands if is_old else cells.unchanged,
        ),
        Field("社区支持", "support"),
        Field("项目进展", "status", cells.worded({"实施中": "进行中", "已完成": "结项", "已立项": "立项"})),
    ]
    projects = [project for project in of_yangming().projects if project.version == version]
    slips = []
    if version == date(2024, 1, 1):
        slips = [projects[0], replace(projects[1], title="流动书车", budget_yuan=-300)]
    heading = title(f"阳明山庄社区{_quarter(version)}服务项目清单（演示）", len(fields))
    return stack(heading, head(fields), body(fields, [*projects, *slips]))


OFFICE = Office("阳明山庄社区（演示）", books)
