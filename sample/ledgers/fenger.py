"""凤二村: two-level headers (上午/下午, 成人/未成年人), one small table a council meeting, days written as 月日."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from sample import cells
from sample.blocks import Block, Field, blank, body, head, line, stack, title, total
from sample.books import Book, Sheet
from sample.office import Office, numbered, of_year, spoilt, within, year_words
from sample.records import Activity, Service, Use
from sample.stories.decisions import late_number
from sample.stories.fenger import story

SIGNED = ("2021年", "2022年", "2023年", "2024年1-6月")


def books() -> Iterator[Book]:
    yield Book("凤二村活动登记（演示）.xlsx", "xlsx", [*_activities(), Sheet("Sheet7")])
    yield Book("凤二村议事会签到（演示）.xlsx", "xlsx", [Sheet(words, _sign_ins(int(words[:4]))) for words in SIGNED])
    years = [Sheet(year_words(year), _services(year)) for year in range(2021, 2027)]
    yield Book("凤二村志愿服务登记（演示）.xlsx", "xlsx", years)
    yield Book("凤二村个案登记（演示）.xls", "xls", [Sheet("个案", _cases())])
    yield Book("凤二村满意度测评（演示）.xlsx", "xlsx", [Sheet("测评", _answers())])
    yield Book("凤二村慈善基金受赠登记（演示）.xls", "xls", [Sheet("善款", _cash()), Sheet("物资", _goods())])
    years = [Sheet(year_words(year), _uses(year)) for year in range(2021, 2027)]
    yield Book("凤二村慈善基金支出（演示）.xlsx", "xlsx", years)


def _village(header: str = "村（社区）") -> Field:
    return Field(header, lambda record: "凤二村委会")


def _activities() -> Iterator[Sheet]:
    """The second half of 2024 was never sent."""
    for year in range(2021, 2027):
        words = "2024年1-6月" if year == 2024 else year_words(year)
        last = date(2024, 6, 30) if year == 2024 else date(year, 12, 31)
        chosen = within(story().activities, "held_on", date(year, 1, 1), last)
        yield Sheet(words, _activity_block(words, chosen))


def _activity_block(words: str, chosen: list[Activity]) -> Block:
    fields = [
        _village(),
        Field("活动内容", "title", cells.padded),
        Field("活动时间", "held_on", cells.one_of(cells.unchanged, cells.chinese)),
        Field("活动类别", "strand", cells.worded({"大型节日": "传统节日", "老人": "长者", "党员": "党员活动"})),
        Field("工作方法", "method", cells.worded({"走访": "探访", "放映": "电影放映", "小组": "小组工作"})),
        Field("开展地点", "place"),
        Field("承办单位", "organiser"),
        Field("参与人次|成人", _adults, is_summed=True),
        Field("参与人次|未成年人", lambda a: (a.headcount or 0) - _adults(a), is_summed=True),
        Field("经费支出（元）", "cost_yuan", cells.blank_as("—"), is_summed=True),
    ]
    parts = [title(f"凤二村{words}社工站活动登记表（演示）", len(fields)), head(fields)]
    below = [total("合计", fields, chosen), blank(), line("负责人：        审核：        日期：")]
    return stack(*parts, body(fields, chosen, merged=("村（社区）",)), *below)


def _adults(activity: Activity) -> int:
    heads = activity.headcount or 0
    return heads - heads * 3 // 10 if activity.method in ("放映", "社区活动") else heads


def _sign_ins(year: int) -> Block:
    """Every meeting has its own table under its own header."""
    fields = [
        Field("会议名称", "activity"),
        Field("参加日期", "attended_on"),
        Field("参加人员", "person", cells.aligned),
        Field("身份类别", "identity", cells.worded({"居民": "村民", "两委干部": "村委干部", "社工": "社工师"})),
    ]
    chosen = of_year(story().sign_ins, "attended_on", year)
    parts = []
    for (name, day), group in groupby(chosen, key=lambda s: (s.activity, s.attended_on)):
        caption = title(f"凤二村{name}签到表（{cells.chinese(day)}）（演示）", len(fields))
        parts += [caption, head(fields), body(fields, group), blank()]
    return stack(*parts)


def _services(year: int) -> Block:
    fields = [
        numbered(),
        Field("志愿者姓名", "person", cells.aligned),
        Field("所在队伍", "team"),
        Field("服务时间", "served_on"),
        Field("服务时长（小时）|上午", _morning, is_summed=True),
        Field("服务时长（小时）|下午", lambda s: s.hours - _morning(s) or None, is_summed=True),
        Field("志愿项目", "activity"),
        Field("服务人次", "recipients", is_summed=True),
        Field("核实人", "recorder", cells.aligned),
        Field("加入日期", "registered_on", cells.chinese),
    ]
    chosen = of_year(story().services, "served_on", year)
    heading = title(f"凤二村{year_words(year)}志愿服务时长登记表（演示）", len(fields))
    return stack(heading, blank(), head(fields), body(fields, chosen), total("总计", fields, chosen))


def _morning(service: Service) -> float:
    return min(service.hours, 1.5)


def _cases() -> Block:
    fields = [
        Field("档案号", "case_no"),
        _village("所属社区"),
        Field("建档日期", "opened_on", cells.one_of(cells.unchanged, cells.dotted)),
        Field("结束日期", "closed_on"),
        Field("服务对象姓名", "client"),
        Field("年龄", "age", lambda age: f"{age // 10 * 10}～{age // 10 * 10 + 9}岁"),
        Field("需求类型", "problem_type"),
        Field("接案来源", "source"),
        Field("社工", "worker"),
        Field("个案阶段", "stage"),
        Field("跟进次数", "sessions"),
        Field("前测得分", "score_before"),
        Field("后测得分", "score_after"),
    ]
    slips = [spoilt(story().cases[3], case_no="FE2021-900", opened_on="2021年13月2日")]
    heading = title("凤二村社工站个案登记簿（演示）", len(fields))
    return stack(heading, head(fields), body(fields, [*story().cases, *slips]))


def _answers() -> Block:
    fields = [
        Field("问卷号", "answer_no"),
        Field("轮次", "wave"),
        Field("调查时间", "surveyed_on"),
        Field("访问方式", "mode", cells.worded({"面访": "入户"})),
        Field("评价内容", "dimension", cells.worded({"总体满意度": "总体"})),
        Field("打分", "score"),
        Field("满分", "scale"),
        Field("年龄段", "age", lambda age: "60岁以上" if age >= 60 else f"{age}岁"),
        Field("发放数", "invited"),
    ]
    note = "说明：每年九月入户调查一次，由社工当面填写。"
    return stack(
        title("凤二村村民满意度测评汇总（演示）", len(fields)), line(note), head(fields), body(fields, story().answers)
    )


def _cash() -> Block:
    fields = [
        Field("到账日期", "donated_on", cells.one_of(cells.unchanged, cells.chinese)),
        Field("爱心企业（个人）", "donor", cells.padded),
        Field("捐赠主体", "donor_kind", cells.worded({"个人": "村民"})),
        Field("到账金额（元）", "amount_yuan", cells.one_of(cells.unchanged, cells.commas, cells.framed)),
        Field("方式", "channel", cells.worded({"线上": "微信", "线下": "现场"})),
        Field("用途", "purpose", cells.blank_as("无")),
        Field("基金名称", "fund"),
        Field("票据编号", "receipt_no"),
    ]
    gifts = [gift for gift in story().gifts if gift.form == "现金"]
    sentence = f"共计{len(gifts)}笔 | 总金额{sum(gift.amount_yuan or 0 for gift in gifts):.2f}"
    return stack(
        title("凤二村社区慈善基金善款登记（演示）", len(fields)), head(fields), body(fields, gifts), line(sentence)
    )


def _goods() -> Block:
    fields = [
        Field("接收日期", "donated_on"),
        Field("爱心单位", "donor"),
        Field("捐赠主体", "donor_kind"),
        Field("款物类型", "form", cells.worded({"物资": "实物"})),
        Field("捐赠物资", "goods"),
        Field("捐赠数量", "quantity"),
        Field("单位", "unit"),
        Field("估值（万元）", "amount_yuan", cells.in_ten_thousands, is_summed=True),
        Field("估价方式", "valuation_basis"),
        Field("凭证号", "receipt_no"),
    ]
    gifts = [gift for gift in story().gifts if gift.form == "物资"]
    above = total("合计", fields, gifts)
    return stack(title("凤二村社区慈善基金物资登记（演示）", len(fields)), head(fields), above, body(fields, gifts))


def _uses(year: int) -> Block:
    """Month and day only, the year in the title; once a number cell lost the zero of the 10th of June."""
    fields = [
        numbered(),
        Field("使用日期", "used_on", cells.in_year),
        Field("出账基金", "fund"),
        Field("使用金额（元）", "amount_yuan", is_summed=True),
        Field("列支项目", "project"),
        Field("支出内容", "purpose"),
        Field("帮扶对象", "recipient_group", cells.worded({"老人": "高龄老人", "儿童青少年": "困境儿童"})),
        Field("帮扶人数", "helped"),
        Field("收款单位", "passed_on_to"),
        Field("支出凭证", "voucher_no"),
    ]
    if year >= 2025:
        fields.append(Field("付款账户", _account))
    if year == 2026:
        fields.append(Field("决议编号", lambda use: late_number(use.used_on, use.project)))
    uses = of_year(story().uses, "used_on", year)
    slips = [line(None, 6.1, "凤二村社区慈善基金", 300, "幸福食堂", "食材", "高龄老人", 20)] if year == 2023 else []
    below = [] if slips else [total("合计", fields, uses)]
    heading = title(f"凤二村社区慈善基金{year_words(year)}支出明细（演示）", len(fields))
    return stack(heading, head(fields), body(fields, uses), *slips, *below)


def _account(use: Use) -> str:
    """All but one are paid through the charity's account."""
    return "现金支付" if use.voucher_no == "凭-0178" else "慈善会专户"


OFFICE = Office("凤二村（演示）", books)
