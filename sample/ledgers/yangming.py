"""阳明山庄社区: exports of an office system, UTF-8 CSV by year for activities, tidy but long workbooks for the rest."""

from collections.abc import Iterator
from dataclasses import replace

from sample import cells
from sample.blocks import Block, Field, beside, blank, body, head, line, stack, title, total
from sample.books import Book, Sheet
from sample.office import Office, numbered, of_year, spoilt, year_words
from sample.records import Gift
from sample.stories import shared_medicine
from sample.stories.yangming import story

YEARS = range(2021, 2027)


def books() -> Iterator[Book]:
    for year in YEARS:
        yield Book(
            f"阳明山庄社区活动导出（演示）{year_words(year)}.csv", "utf-8-sig", [Sheet("导出", _activities(year))]
        )
    years = [Sheet(year_words(year), _sign_ins(year)) for year in range(2022, 2027)]
    yield Book("阳明山庄社区小组签到（演示）.xlsx", "xlsx", years)
    years = [Sheet(year_words(year), _services(year)) for year in YEARS]
    yield Book("阳明山庄社区志愿服务时长（演示）.xlsx", "xlsx", [*years, Sheet("Sheet2")])
    yield Book("阳明山庄社区个案台账（演示）.xlsx", "xlsx", [Sheet("个案台账", _cases())])
    yield Book("阳明山庄社区满意度调查（演示）.xlsx", "xlsx", [Sheet("答卷", _answers())])
    kinds = [Sheet("捐资", _cash()), Sheet("捐物", _goods()), Sheet("捐时间", _time())]
    yield Book("阳明山庄社区幸福基金捐赠（演示）.xlsx", "xlsx", kinds)
    yield Book("阳明山庄社区幸福基金使用（演示）.xlsx", "xlsx", [Sheet("使用明细", _uses())])


def _activities(year: int) -> Block:
    fields = [
        Field("社区名称", lambda record: "阳明山庄"),
        Field("活动/小组名称", "title"),
        Field("开展时间", "held_on", cells.moment),
        Field(
            "服务领域",
            "strand",
            cells.worded({"社区社会组织": "社会组织培育", "老人": "老年人", "特殊人群": "特殊群体"}),
        ),
        Field("服务类型", "method", cells.worded({"社区活动": "社区服务", "小组": "小组服务", "走访": "上门探访"})),
        Field("活动地点", "place"),
        Field("主办单位", "organiser"),
        Field("受益人次", "headcount"),
        Field("活动经费（元）", "cost_yuan"),
        Field("活动时长（分钟）", lambda activity: round(activity.hours * 60)),
    ]
    return stack(head(fields), body(fields, of_year(story().activities, "held_on", year)))


def _sign_ins(year: int) -> Block:
    fields = [
        Field("社区", lambda record: "阳明山庄社区"),
        Field("活动", "activity"),
        Field("签到日期", "attended_on"),
        Field("签到人", "person"),
        Field("参与者身份", "identity", cells.worded({"社工": "社会工作者", "党员": "中共党员"})),
        Field("新参与者", "is_new", cells.worded({True: 1, False: 0})),
    ]
    return stack(head(fields), body(fields, of_year(story().sign_ins, "attended_on", year)))


def _services(year: int) -> Block:
    """Dates as the numbers Excel shows in General cells."""
    fields = [
        numbered(),
        Field("服务者", "person"),
        Field("团队名称", "team"),
        Field("服务开展日期", "served_on", cells.serial),
        Field("志愿服务时间（小时）", "hours", is_summed=True),
        Field("项目名称", "activity"),
        Field("服务对象人次", "recipients", is_summed=True),
        Field("填表人", "recorder"),
        Field("注册时间", "registered_on", cells.serial),
    ]
    chosen = of_year(story().services, "served_on", year)
    heading = title(f"阳明山庄社区{year_words(year)}志愿服务时长统计（演示）", len(fields))
    return stack(heading, head(fields), body(fields, chosen), total("合计", fields, chosen, at=1))


def _cases() -> Block:
    fields = [
        Field("编号", "case_no"),
        Field("社区", lambda record: "阳明山庄社区"),
        Field("立案日期", "opened_on"),
        Field("办结日期", "closed_on"),
        Field("对象", "client"),
        Field("案主年龄", "age", lambda age: age or None),
        Field("个案类型", "problem_type"),
        Field("转介来源", "source"),
        Field("跟进社工", "worker"),
        Field("个案状态", "stage", cells.worded({"结案": "办结", "接案": "立案", "介入": "在办"})),
        Field("会谈次数", "sessions"),
        Field("服务前评分", "score_before"),
        Field("服务后评分", "score_after"),
    ]
    return stack(title("阳明山庄社区个案台账（演示）", len(fields)), head(fields), body(fields, story().cases))


def _answers() -> Block:
    fields = [
        Field("样本编号", "answer_no"),
        Field("您所在的社区", lambda record: "阳明山庄社区"),
        Field("期次", "wave"),
        Field("填写日期", "surveyed_on", cells.one_of(cells.unchanged, cells.moment)),
        Field("填写方式", "mode", cells.worded({"扫码": "扫码填写"})),
        Field("评价维度", "dimension", cells.worded({"总体满意度": "整体满意度"})),
        Field("满意程度（1-5分）", "score"),
        Field("受访者年龄", "age"),
        Field("发放", "invited"),
    ]
    return stack(line("阳明山庄社区居民满意度调查答卷（演示）"), blank(), head(fields), body(fields, story().answers))


def _of_form(form: str) -> list[Gift]:
    return [gift for gift in story().gifts if gift.form == form and gift.purpose != shared_medicine.NAME]


def _cash() -> Block:
    """A helper cell beside the table holds the grand total; it has no header and is no column."""
    fields = [
        Field("交易时间", "donated_on", cells.one_of(cells.moment, cells.unchanged)),
        Field("捐款人", "donor"),
        Field("捐赠人类型", "donor_kind", cells.worded({"单位": "社会组织", "个人": "居民"})),
        Field("交易金额（元）", "amount_yuan", cells.one_of(cells.unchanged, cells.framed)),
        Field("来源", "channel", cells.worded({"线上": "线上募捐", "线下": "现场捐赠"})),
        Field("使用方向", "purpose", cells.blank_as("(空)")),
        Field("资金池", "fund"),
        Field("凭证号", "receipt_no"),
    ]
    gifts = _of_form("现金")
    rows = beside(body(fields, gifts), 0, "总额", sum(gift.amount_yuan or 0 for gift in gifts))
    return stack(title("阳明山庄社区幸福基金捐资明细（演示）", len(fields)), head(fields), rows)


def _goods() -> Block:
    fields = [
        Field("捐赠时间", "donated_on", cells.iso),
        Field("捐赠者", "donor"),
        Field("捐赠人类型", "donor_kind", cells.worded({"单位": "商户", "个人": "居民"})),
        Field("款物类型", lambda gift: "物品"),
        Field("物资", "goods"),
        Field("件数", "quantity"),
        Field("数量单位", "unit"),
        Field("物资价值（元）", "amount_yuan", is_summed=True),
        Field("估值依据", "valuation_basis"),
        Field("凭证号", "receipt_no"),
    ]
    gifts = _of_form("物资")
    slips = [spoilt(gifts[5], receipt_no="XJ90001", donated_on="2021年2月")]
    slips += [replace(gifts[6], receipt_no="XJ90002", amount_yuan=None, quantity=None)]
    rows = [*gifts, *slips]
    return stack(title("阳明山庄社区慈善超市物资登记（演示）", len(fields)), head(fields), body(fields, rows))


def _time() -> Block:
    fields = [
        Field("日期", "donated_on"),
        Field("姓名", "donor"),
        Field("捐赠类型", lambda gift: "捐时间"),
        Field("数量", "quantity"),
        Field("计量单位", "unit"),
        Field("凭证号", "receipt_no"),
    ]
    return stack(
        title("阳明山庄社区捐时间登记（捐赠，演示）", len(fields)), head(fields), body(fields, _of_form("时间"))
    )


def _uses() -> Block:
    fields = [
        numbered(),
        Field("支付日期", "used_on", cells.one_of(cells.unchanged, cells.serial)),
        Field("资金池", "fund"),
        Field("支付金额（元）", "amount_yuan", is_summed=True),
        Field("项目名称", "project"),
        Field("支出用途", "purpose"),
        Field("受益群体", "recipient_group", cells.worded({"老人": "老年人", "困难家庭": "困难户"})),
        Field("受益人数", "helped"),
        Field("接收组织", "passed_on_to", cells.blank_as("N/A")),
        Field("凭证编号", "voucher_no"),
    ]
    uses = story().uses
    heading = title("阳明山庄社区幸福基金使用明细（演示）", len(fields))
    return stack(heading, head(fields), body(fields, uses), total("合计", fields, uses, at=1))


OFFICE = Office("阳明山庄社区（演示）", books)
