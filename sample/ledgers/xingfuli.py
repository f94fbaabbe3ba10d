"""幸福里社区: every row drawn with merged cells, prepared formulas below the data, and .xls names on .xlsx files."""

from collections.abc import Iterator

from sample import cells
from sample.blocks import Block, Field, blank, body, formula_tail, head, line, stack, title, total, widened
from sample.books import Book, Sheet
from sample.office import Office, of_year, year_words
from sample.stories.xingfuli import story

YEARS = range(2022, 2027)


def books() -> Iterator[Book]:
    years = [Sheet(_words(year), _activities(year)) for year in YEARS]
    yield Book("幸福里社区活动表（演示）.xls", "xlsx", [*years, Sheet("Sheet6"), Sheet("Sheet7")])
    yield Book("幸福里课程签到（演示）.xlsx", "xlsx", [Sheet("签到", _sign_ins())])
    yield Book("幸福里志愿服务时长（演示）.xlsx", "xlsx", [Sheet("时长", _services())])
    yield Book("幸福里满意度（演示）.xlsx", "xlsx", [Sheet("问卷", _answers())])
    yield Book("幸福里爱心捐赠（演示）.csv", "utf-8-sig", [Sheet("捐赠", _gifts())])
    yield Book("幸福里善款开支（演示）.xls", "xls", [Sheet("开支", _uses())])


def _words(year: int) -> str:
    return "2022年7-12月" if year == 2022 else year_words(year)


def _activities(year: int) -> Block:
    """The name spreads over two merged columns in every row."""
    fields = [
        Field("社区", lambda record: "幸福里", cells.padded),
        Field("活动名称", "title", cells.padded),
        Field(cells.ZERO_WIDTH, lambda record: None),
        Field(
            "时间", "held_on", cells.one_of(cells.unchanged, cells.instant, cells.moment, cells.chinese, cells.dotted)
        ),
        Field(
            "领域",
            "strand",
            cells.worded({"儿童青少年": "少儿", "老人": "为老", "大型节日": "节庆", "社区共益堂": "共益堂"}),
        ),
        Field("方法", "method", cells.worded({"课程": "培训", "走访": "家访", "集市": "市集"})),
        Field("地点", "place", cells.blank_as(cells.ZERO_WIDTH)),
        Field("主办", "organiser"),
        Field("人数", "headcount", is_summed=True),
        Field("费用", "cost_yuan", is_summed=True),
    ]
    chosen = of_year(story().activities, "held_on", year)
    heading = title(f"幸福里社区{_words(year)}活动表（演示）", len(fields))
    rows = widened(body(fields, chosen), 1, 2)
    return stack(heading, head(fields), rows, total("总计", fields, chosen), formula_tail(len(fields), 8, 30))


def _sign_ins() -> Block:
    fields = [
        Field("所属社区", lambda record: "幸福里社区"),
        Field("课程名称", "activity"),
        Field("签到时间", "attended_on", cells.instant),
        Field("参加者", "person", cells.aligned),
        Field("人员类别", "identity"),
        Field("新老居民", "is_new", cells.worded({True: "新", False: "老"})),
    ]
    return stack(head(fields), body(fields, story().sign_ins))


def _services() -> Block:
    """Hours in words; some volunteers are masked."""
    fields = [
        Field("姓名", lambda service: "*" + service.person[1:] if cells.chance(service.person, 12) else service.person),
        Field("队伍", "team"),
        Field("日期", "served_on", cells.one_of(cells.unchanged, cells.chinese)),
        Field("时长", "hours", _hours),
        Field("服务内容", "activity", cells.padded),
        Field("服务人数", "recipients"),
    ]
    slips = [
        line("李例云", "楼道长队", "2023.6", "2小时", "社区清洁", 5),
        line("李例云、王拟禾", "楼道长队", "2023-06-11", "2小时", "社区清洁", 5),
    ]
    heading = title("幸福里社区志愿服务时长（演示）", len(fields))
    return stack(heading, head(fields), body(fields, story().services), *slips)


def _hours(hours: float) -> str:
    whole, part = divmod(round(hours * 60), 60)
    return f"{whole}小时{part}分" if part else f"{whole}小时"


def _answers() -> Block:
    fields = [
        Field("社区", lambda record: "幸福里社区"),
        Field("问卷编号", "answer_no"),
        Field("调查批次", "wave"),
        Field("日期", "surveyed_on"),
        Field("方式", "mode", cells.worded({"扫码": "微信"})),
        Field("问题", "dimension"),
        Field("评分", "score", cells.counted("分")),
        Field("分制", "scale"),
        Field("年龄段", "age"),
        Field("发放份数", "invited"),
    ]
    return stack(title("幸福里社区满意度问卷（演示）", len(fields)), head(fields), body(fields, story().answers))


def _gifts() -> Block:
    """A CSV with a title row and a note below it."""
    fields = [
        Field("社区", lambda record: "幸福里社区"),
        Field("日期", "donated_on", cells.one_of(cells.iso, cells.moment, cells.chinese)),
        Field("捐赠人", "donor"),
        Field("单位/个人", "donor_kind"),
        Field("捐赠形式", "form"),
        Field("金额", "amount_yuan", cells.one_of(cells.unchanged, cells.commas, _yuan)),
        Field("物品", "goods"),
        Field("数量", "quantity"),
        Field("单位", "unit"),
        Field("渠道", "channel"),
        Field("票据号", "receipt_no"),
    ]
    note = line("注：以上为幸福里社区接收的全部捐赠，数量以实物为准。")
    return stack(line("幸福里社区爱心捐赠（演示）"), blank(), head(fields), body(fields, story().gifts), note)


def _yuan(amount: int | None) -> str | None:
    """Return an amount with its unit in the cell, large ones in 万元."""
    if amount is None:
        return None
    return f"{amount / 10_000:g}万元" if amount >= 1_000 and amount % 100 == 0 else f"{amount}元"


def _uses() -> Block:
    fields = [
        Field("社区", lambda record: "幸福里社区"),
        Field("支出时间", "used_on", cells.chinese),
        Field("支出", "amount_yuan", cells.one_of(cells.unchanged, cells.commas), is_summed=True),
        Field("项目", "project"),
        Field("用途", "purpose"),
        Field("受益人群", "recipient_group", cells.worded({"全体居民": "全体"})),
        Field("受益人次", "helped"),
        Field("转拨给", "passed_on_to"),
    ]
    uses = story().uses
    return stack(
        title("幸福里社区善款开支（演示）", len(fields)), head(fields), body(fields, uses), total("总计", fields, uses)
    )


OFFICE = Office("幸福里社区（演示）", books)
