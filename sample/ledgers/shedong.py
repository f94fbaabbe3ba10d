"""社东社区: one workbook a year with a sheet for each kind of record, the header words drifting from year to year."""

from collections.abc import Iterator, Sequence
from typing import Any

from sample import cells
from sample.blocks import Block, Field, blank, body, head, line, spaced, stack, title, total
from sample.books import Book, Sheet
from sample.cells import Show
from sample.office import Office, numbered, of_year, year_words
from sample.stories.shedong import EVENT_DAY, story

WAYS = (
    cells.chinese,
    cells.dotted,
    cells.unchanged,
    cells.serial,
    cells.one_of(cells.unchanged, cells.moment),
    cells.iso,
)
DATES: dict[int, Show] = dict(zip(range(2021, 2027), WAYS, strict=True))
NOTE = "填表说明：一场活动填一行，表内各栏均须填写，没有发生的填“/”；月底前由社工站汇总。"
NOT_SENT = {("个案", 2021), ("签到", 2023), ("志愿服务", 2024)}


def books() -> Iterator[Book]:
    for year in range(2021, 2027):
        yield Book(f"社东社区社工站台账（演示）{year_words(year)}.xlsx", "xlsx", list(_sheets(year)))


def _sheets(year: int) -> Iterator[Sheet]:
    for name, on, caption, fields, records in _kinds(year):
        chosen = of_year(records, on, year)
        if (name, year) not in NOT_SENT and chosen:
            yield Sheet(name, _sheet(name, year, f"社东社区{year_words(year)}{caption}（演示）", fields, chosen))
    yield from (Sheet("Sheet2"), Sheet("Sheet3"))


def _kinds(year: int) -> Iterator[tuple[str, str, str, list[Field], Sequence[Any]]]:
    happened, day = story(), DATES[year]
    everyday = [gift for gift in happened.gifts if gift.donated_on != EVENT_DAY]
    yield "活动", "held_on", "活动登记表", _activity(year), happened.activities
    yield "签到", "attended_on", "活动签到表", _sign_in(day), happened.sign_ins
    yield "志愿服务", "served_on", "志愿服务时长登记", _service(day), happened.services
    yield "个案", "opened_on", "个案服务台账", _case(day), happened.cases
    yield "满意度", "surveyed_on", "居民满意度测评", _answer(day), happened.answers
    yield "捐赠", "donated_on", "善款接收登记", _gift(day), everyday
    yield "资金使用", "used_on", "善款支出明细", _use(day), happened.uses


def _sheet(name: str, year: int, caption: str, fields: list[Field], records: Sequence[Any]) -> Block:
    """Odd years merge the community's cell down the table, even years leave an empty row now and then."""
    rows = body(fields, records, merged=("村（社区）",) if year % 2 else ())
    parts = [title(caption, len(fields)), title(NOTE, len(fields)), head(fields), spaced(rows, 17)]
    if any(field.is_summed for field in fields) and not (name == "活动" and year == 2022):
        parts.append(total("合 计", fields, records, at=1))
    if name == "活动" and year == 2022:
        parts += _slips()
    parts += [blank(), line(None, None, f"填表人：社工站    {year}年12月31日")]
    return stack(*parts)


def _slips() -> list[Block]:
    """Lines that must be refused, each with a sentence: a day that does not exist, an unknown spelling, a bare time."""
    return [
        line(301, "社东社区", "元宵灯会", "2022.2.30", "节日", "社区活动", "村民广场", "社东社工站", 40, "/", 2),
        line(302, "社冬社区", "端午包粽", "2022.06.02", "节日", "社区活动", "村民广场", "社东社工站", 35, "/", 2),
        line(303, "社东社区", "长者义诊", "07:06:18", "为老", "社区活动", "慈善驿站", "社东社工站", 28, "/", 2),
        line(304, "社东社区", None, "2022.09.10", "为老", "社区活动", "慈善驿站", "社东社工站", 28, "/", 2),
        line(
            305, "社东社区", "义工会", "2022.09.18", "志愿", "社区活动", "慈善驿站", "社东社工站", "志愿者5人", "/", 2
        ),
    ]


def _community(header: str = "村（社区）") -> Field:
    return Field(header, lambda record: "社东社区")


def _activity(year: int) -> list[Field]:
    strand = cells.worded({"大型节日": "节日", "老人": "为老", "儿童青少年": "儿童及青少年", "志愿服务": "志愿"})
    return [
        numbered(),
        _community(),
        Field("活动主题", "title", cells.padded),
        Field("开展日期", "held_on", DATES[year]),
        Field("类别", "strand", strand),
        Field("形式", "method", cells.worded({"走访": "入户走访", "课程": "课堂", "集市": "公益集市"})),
        Field("地点", "place", cells.padded),
        Field("主办", "organiser"),
        Field("参加人数\n（人次）" if year < 2024 else "签到人数", "headcount", is_summed=True),
        Field("经费(元）", "cost_yuan", cells.blank_as("/"), is_summed=True),
        Field("活动时长（小时）", "hours"),
    ]


def _sign_in(day: Show) -> list[Field]:
    return [
        numbered(),
        _community(),
        Field("活动主题", "activity", cells.padded),
        Field("日期", "attended_on", day),
        Field("姓名（签名）", "person", cells.padded),
        Field("人员身份", "identity", cells.worded({"居民": "村民", "两委干部": "村委干部"})),
        Field("首次参加", "is_new", cells.worded({True: "√", False: "×"})),
    ]


def _service(day: Show) -> list[Field]:
    return [
        numbered(),
        _community(),
        Field("姓　名", "person", cells.padded),
        Field("所属队伍", "team"),
        Field("服务日期", "served_on", day),
        Field("服务时长\n（小时）", "hours", is_summed=True),
        Field("服务项目", "activity"),
        Field("受益人次", "recipients", is_summed=True),
        Field("记录人", "recorder"),
        Field("注册日期", "registered_on", cells.iso),
    ]


def _case(day: Show) -> list[Field]:
    return [
        Field("个案编号", "case_no"),
        _community(),
        Field("接案日期", "opened_on", day),
        Field("结案日期", "closed_on", lambda value: value and day(value)),
        Field("服务对象", "client"),
        Field("年龄", "age", cells.counted("岁")),
        Field("问题类别", "problem_type"),
        Field("来源", "source"),
        Field("负责社工", "worker"),
        Field("状态", "stage", cells.worded({"结案": "已结案", "介入": "跟进中"})),
        Field("面谈次数", "sessions"),
        Field("前测", "score_before", cells.blank_as("-")),
        Field("后测", "score_after", cells.blank_as("-")),
    ]


def _answer(day: Show) -> list[Field]:
    return [
        Field("问卷编号", "answer_no"),
        Field("调查轮次", "wave"),
        Field("测评日期", "surveyed_on", day),
        Field("调查方式", "mode"),
        Field("测评维度", "dimension"),
        Field("评分（5分制）", "score"),
        Field("受访者年龄", "age"),
        Field("发放问卷数", "invited"),
    ]


def _gift(day: Show) -> list[Field]:
    return [
        numbered(),
        _community("受赠社区"),
        Field("捐赠日期", "donated_on", day),
        Field("捐赠(单位/姓名）", "donor", cells.padded),
        Field("捐赠类别", "donor_kind", cells.worded({"单位": "爱心企业", "个人": "爱心人士"})),
        Field("形式", "form", cells.worded({"现金": "善款", "物资": "物品", "时间": "捐时间"})),
        Field("金额(元）", "amount_yuan", cells.one_of(cells.unchanged, cells.commas, cells.framed), is_summed=True),
        Field("估值依据", "valuation_basis", cells.blank_as("—")),
        Field("物品名称", "goods", cells.blank_as("/")),
        Field("数量", "quantity", cells.blank_as("/")),
        Field("计量单位", "unit", cells.blank_as("/")),
        Field("途径", "channel"),
        Field("捐赠用途", "purpose", cells.blank_as("无")),
        Field("入账基金", "fund", cells.blank_as("/")),
        Field("到账状态", "status", cells.worded({"到账": "已到账", "认捐": "未到账"})),
        Field("收据号", "receipt_no"),
    ]


def _use(day: Show) -> list[Field]:
    return [
        numbered(),
        _community("使用社区"),
        Field("支出日期", "used_on", day),
        Field("列支基金", "fund"),
        Field("支出金额\n（元）", "amount_yuan", cells.one_of(cells.unchanged, cells.commas), is_summed=True),
        Field("使用项目", "project"),
        Field("资金用途", "purpose"),
        Field("受益对象", "recipient_group", cells.worded({"全体居民": "居民", "困难家庭": "困难群众"})),
        Field("惠及人数", "helped", cells.blank_as("—"), is_summed=True),
        Field("转拨单位", "passed_on_to", cells.blank_as("/")),
        Field("凭证号", "voucher_no"),
    ]


OFFICE = Office("社东社区（演示）", books)
