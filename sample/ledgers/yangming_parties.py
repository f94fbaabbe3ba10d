"""阳明山庄社区's organisations and staff in one workbook, the employer merged down, and the honours of three communities in one list."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sample import cells
from sample.blocks import Block, Field, body, head, line, stack, title
from sample.books import Book, Sheet
from sample.office import Office, numbered
from sample.stories.five_parties import Honour, honours, organisations, staff


def books() -> Iterator[Book]:
    sheets = [Sheet("社会组织", _organisations()), Sheet("工作人员", _staff()), Sheet("Sheet3")]
    yield Book("阳明山庄社区五社力量名册（演示）.xlsx", "xlsx", sheets)
    yield Book("社区荣誉登记（演示）.xls", "xls", [Sheet("荣誉", _honours())])


def _organisations() -> Block:
    """One ended before it began."""
    fields = [
        numbered(),
        Field("社区", lambda organisation: "阳明山庄社区"),
        Field("社会组织名称", "name", cells.padded),
        Field("组织类型", "kind", cells.worded({"兴趣爱好": "兴趣爱好类", "志愿服务": "志愿服务类"})),
        Field("登记或备案", "status", cells.worded({"登记": "民政登记", "备案": "社区备案"})),
        Field("成立时间", "founded_on", cells.one_of(cells.unchanged, cells.dotted, cells.chinese)),
        Field("注销时间", "ended_on"),
        Field("培育机构", "incubator", cells.blank_as("/")),
        Field("等级", "rating", cells.blank_as("/")),
        Field("负责人", "leader", cells.aligned),
    ]
    listed = organisations()
    slips = [replace(listed[2], name="阳明棋社", ended_on=date(2010, 1, 1))]
    return stack(title("阳明山庄社区社会组织名册（演示）", len(fields)), head(fields), body(fields, [*listed, *slips]))


def _staff() -> Block:
    """One certificate is older than the first exam; one has no day."""
    fields = [
        Field("社区", lambda employee: "阳明山庄社区"),
        Field("工作单位", "employer"),
        Field("姓名", "name", cells.aligned),
        Field("岗位", "position"),
        Field(
            "持证情况", "certificate", cells.worded({"助理社会工作师": "初级", "社会工作师": "中级", "无": "未取得"})
        ),
        Field("取证时间", "certified_on"),
        Field("入职时间", "joined_on", cells.one_of(cells.unchanged, cells.dotted)),
        Field("离职时间", "left_on"),
    ]
    employees = staff()
    slips = [replace(employees[0], name="旧例禾", certified_on=date(1998, 9, 1))]
    caption = title("阳明山庄社区社工持证情况（演示）", len(fields))
    return stack(caption, head(fields), body(fields, [*employees, *slips], merged=("工作单位",)))


def _honours() -> Block:
    """One has a day that does not exist."""
    listed = [(name, honour) for name, of_community in honours().items() for honour in of_community]

    def of(name: str) -> Field:
        return Field(
            {"title": "荣誉称号", "rank": "等次"}[name], lambda row: getattr(row[1], name), cells.blank_as("/")
        )

    fields = [
        Field("社区", lambda row: row[0]),
        of("title"),
        Field(
            "荣誉级别",
            lambda row: row[1].level,
            cells.worded({"国家级": "全国", "省级": "省", "市级": "市", "区县级": "区"}),
        ),
        of("rank"),
        Field("颁奖单位", lambda row: row[1].issuer),
        Field("获奖时间", _day),
        Field("获奖类别", lambda row: row[1].kind, cells.worded({"个人": "先进个人"})),
        Field("获奖单位（个人）", lambda row: row[1].recipient),
    ]
    slip = line("阳明山庄社区", "绿色社区", "市", "/", "长沙市住建局", "2023.11.31", "社区", "阳明山庄社区")
    return stack(title("社区荣誉登记表（演示）", len(fields)), head(fields), body(fields, listed), slip)


def _day(row: tuple[str, Honour]) -> object:
    return cells.one_of(cells.unchanged, cells.chinese, cells.dotted)(row[1].awarded_on)


OFFICE = Office("阳明山庄社区（演示）", books)
