"""费家营社区: old .xls files by half-year sorted by strand, GBK exports of the sign-in machine."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

from sample import cells
from sample.blocks import Block, Field, blank, body, head, line, stack, title, total
from sample.books import Book, Sheet
from sample.office import Office, numbered, of_year, within, year_words
from sample.records import LAST
from sample.stories.feijiaying import story
from sample.themes import STRANDS

STRAND_WORDS = {
    "党员": "党建",
    "老人": "为老服务",
    "妇女": "巾帼",
    "儿童青少年": "青少年",
    "特殊人群": "助残",
    "志愿服务": "志愿者",
    "大型节日": "传统节日",
    "社区社会组织": "社会组织",
    "社区两委": "两委",
}
METHOD_WORDS = {
    "小组": "小组活动",
    "走访": "入户探访",
    "课程": "免费培训",
    "社区活动": "大型活动",
    "公益日": "主题公益日",
}
HALVES = [(year, half) for year in range(2021, 2027) for half in ("上半年", "下半年")]
MERGE_LOST = (2024, "下半年")


def books() -> Iterator[Book]:
    for year in range(2021, 2027):
        yield Book(
            f"费家营社区活动统计（演示）{year}年.xls", "xls", [_activities(year, half) for half in ("上半年", "下半年")]
        )
    for year in range(2022, 2027):
        yield Book(f"费家营社区课程签到（演示）{year_words(year)}.csv", "gbk", [Sheet("签到", _sign_ins(year))])
    for year, half in HALVES:
        if (year, half) != (2022, "下半年"):
            yield Book(f"费家营社区义工时长（演示）{_words(year, half)}.xls", "xls", [_services(year, half)])
    yield Book("费家营社区个案一览（演示）.xlsx", "xlsx", [Sheet("个案", _cases())])
    yield Book("费家营社区满意度问卷导出（演示）.csv", "utf-8-sig", [Sheet("问卷", _answers())])
    years = [Sheet(year_words(year), _uses(year)) for year in range(2021, 2027)]
    yield Book("费家营社区善款支出明细（演示）.xlsx", "xlsx", years)


def _window(year: int, half: str) -> tuple[date, date]:
    return (date(year, 1, 1), date(year, 6, 30)) if half == "上半年" else (date(year, 7, 1), date(year, 12, 31))


def _words(year: int, half: str) -> str:
    return f"{year}年7-10月" if (year, half) == (LAST.year, "下半年") else f"{year}年{half}"


def _community(header: str = "社区名称") -> Field:
    return Field(header, lambda record: "费家营", cells.padded)


def _activities(year: int, half: str) -> Sheet:
    """Sorted by strand, the strand merged down and summed up; once the merge was taken apart and its text lost."""
    fields = [
        numbered("编号"),
        Field("服务板块", "strand", cells.worded(STRAND_WORDS)),
        Field("所属社区", lambda record: "费家营社区"),
        Field("服务名称", "title", cells.padded),
        Field("服务日期", "held_on", cells.one_of(cells.unchanged, cells.moment)),
        Field("服务形式", "method", cells.worded(METHOD_WORDS)),
        Field("场地", "place"),
        Field("执行机构", "organiser"),
        Field("服务人次", "headcount", is_summed=True),
        Field("支出(元）", "cost_yuan", cells.blank_as("/"), is_summed=True),
    ]
    order = list(STRANDS)
    chosen = sorted(within(story().activities, "held_on", *_window(year, half)), key=lambda a: order.index(a.strand))
    parts = [title(f"费家营社区{_words(year, half)}“三社联动”服务统计表（演示）", len(fields)), head(fields)]
    way: dict[str, Any] = {"lost" if (year, half) == MERGE_LOST else "merged": ("服务板块",)}
    for _, same in groupby(chosen, key=lambda activity: activity.strand):
        group = list(same)
        parts += [body(fields, group, **way), total("小计", fields, group, at=2)]
    return Sheet(half, stack(*parts, total("合计", fields, chosen, at=2)))


def _sign_ins(year: int) -> Block:
    fields = [
        numbered(),
        Field("姓名（签名）", "person"),
        Field("课程名称", "activity"),
        Field("签到时间", "attended_on", cells.moment),
        Field("人员类别", "identity", cells.worded({"居民": "社区居民"})),
        Field("新/老", "is_new", cells.worded({True: "新", False: "老"})),
    ]
    return stack(head(fields), body(fields, of_year(story().sign_ins, "attended_on", year)))


def _services(year: int, half: str) -> Sheet:
    """Minutes, the unit on a row of its own; two lines that no day can hold."""
    fields = [
        numbered(),
        Field("义工姓名", "person", cells.aligned),
        Field("团队", "team"),
        Field("日期", "served_on"),
        Field("时长", lambda service: round(service.hours * 60), is_summed=True),
        Field("服务内容", "activity"),
        Field("服务对象人数", "recipients", cells.full_width),
        Field("登记人", "recorder"),
        Field("入队日期", "registered_on", cells.dotted),
    ]
    chosen = within(story().services, "served_on", *_window(year, half))
    slips = [replace(chosen[0], hours=36.0), replace(chosen[1], hours=0.0)] if (year, half) == (2023, "上半年") else []
    parts = [
        title(f"费家营社区{_words(year, half)}义工服务时长登记表（演示）", len(fields)),
        line("单位：分钟"),
        head(fields),
    ]
    return Sheet("时长", stack(*parts, body(fields, chosen + slips), blank(2), line("制表：社工站")))


def _cases() -> Block:
    """All cases in one sheet, without a year in the title; one closed before it opened, one closed on no day."""
    fields = [
        _community(),
        Field("案号", "case_no"),
        Field("开案时间", "opened_on", cells.chinese),
        Field("结案时间", "closed_on", lambda value: "/" if value is None else cells.chinese(value)),
        Field("案主", "client", cells.aligned),
        Field("案主年龄", "age"),
        Field(
            "个案类型", "problem_type", cells.worded({"经济困难": "经济", "心理情绪": "心理", "家庭关系": "家庭纠纷"})
        ),
        Field("个案来源", "source"),
        Field("责任社工", "worker"),
        Field("进展", "stage", cells.worded({"结案": "已结", "介入": "服务中"})),
        Field("服务次数", "sessions"),
        Field("介入前评分", "score_before", cells.blank_as("/")),
        Field("介入后评分", "score_after", cells.blank_as("/")),
    ]
    cases = story().cases
    first, second = cases[4], cases[9]
    slips = [
        replace(first, case_no="FJY2021-901", closed_on=date(2020, 12, 1), stage="结案"),
        replace(second, case_no="FJY2021-902", closed_on=None, stage="结案"),
        cases[20],
    ]
    return stack(title("费家营社区个案服务一览（演示）", len(fields)), head(fields), body(fields, [*cases, *slips]))


def _answers() -> Block:
    fields = [
        Field("序列号", "answer_no"),
        Field("受访社区", lambda record: "费家营社区"),
        Field("提交答卷时间", "surveyed_on", cells.moment),
        Field("来源", "mode", cells.worded({"扫码": "问卷星", "面访": "入户访问"})),
        Field("批次", "wave"),
        Field("题目", "dimension", cells.worded({"总体满意度": "总体评价"})),
        Field("评分（十分制）", "score"),
        Field("您的年龄", "age"),
        Field("发放份数", "invited"),
    ]
    slips = [replace(story().answers[0], answer_no="2021年05-901", score=11)]
    return stack(head(fields), body(fields, [*story().answers, *slips]))


def _uses(year: int) -> Block:
    fields = [
        numbered(),
        Field("拨付日期", "used_on", cells.in_year),
        Field("拨付金额（元）", "amount_yuan", is_summed=True),
        Field("服务项目", "project"),
        Field("摘要", "purpose"),
        Field(
            "服务人群", "recipient_group", cells.worded({"残障人士": "残疾人", "老人": "长者", "困难家庭": "低保户"})
        ),
        Field("受助人数", "helped", cells.counted("人")),
        Field("拨付给", "passed_on_to", cells.blank_as("--")),
        Field("记账凭证号", "voucher_no"),
    ]
    uses = of_year(story().uses, "used_on", year)
    heading = title(f"费家营社区{year_words(year)}善款使用明细（演示）", len(fields))
    above = total("累计", fields, uses)
    return stack(heading, head(fields), above, body(fields, uses))


OFFICE = Office("费家营社区（演示）", books)
