"""凤二村社工站's contract: targets with their points, a sheet a year, first and second levels merged down."""

from collections.abc import Iterator
from dataclasses import replace

from sample import cells
from sample.blocks import Block, Field, body, head, line, stack, title
from sample.books import Book, Sheet
from sample.office import Office, numbered
from sample.stories.targets import fenger


def books() -> Iterator[Book]:
    yield Book(
        "凤二村社工站项目指标（演示）.xlsx", "xlsx", [Sheet(f"{year}年", _targets(year)) for year in (2025, 2026)]
    )


def _targets(year: int) -> Block:
    """In 2026 one line names no indicator that is counted, and one no number."""
    fields = [
        numbered(),
        Field("一级指标", "group_one", cells.worded({"产出指标": "产出", "效益指标": "效益", "满意度指标": "满意度"})),
        Field("二级指标", "group_two"),
        Field("三级指标", "indicator", cells.worded({"志愿服务时间": "志愿服务时长", "总体满意率": "服务对象满意率"})),
        Field("年度指标值", "promise"),
        Field("分值", "weight"),
        Field("年度", lambda target: f"{target.year}年度"),
        Field("签订日期", "set_on", cells.one_of(cells.unchanged, cells.chinese, cells.dotted)),
        Field("偏差原因分析", "reason", cells.blank_as("/")),
        Field("改进措施", "measures"),
    ]
    targets = fenger(year)
    slips = [
        replace(targets[1], indicator="长者幸福指数", promise="≥80%", weight=0),
        replace(targets[1], indicator="放映场次", promise="若干", weight=0),
    ]
    caption = title(f"凤二村社工站{year}年度项目绩效指标（演示）", len(fields))
    note = line("注：指标出自社工站服务协议，调整时另写一行，写明调整的日期。")
    return stack(
        caption,
        head(fields),
        body(fields, [*targets, *(slips if year == 2026 else [])], merged=("一级指标", "二级指标")),
        note,
    )


OFFICE = Office("凤二村（演示）", books)
