"""天庆新城社区: nine title rows above the header, quarters that never came, and the one printed total that is wrong."""

from collections.abc import Iterator

from sample import cells
from sample.blocks import Block, Field, blank, body, head, line, stack, title, total
from sample.books import Book, Sheet
from sample.days import quarters
from sample.office import Office, numbered, of_year, within, year_words
from sample.records import LAST, Activity
from sample.stories.partners import PARTNERS_SINCE, partners
from sample.stories.tianqing import story

NOT_SENT = {(2021, 1), (2022, 4), (2023, 1), (2025, 1)}
WRONG_YEAR, WRONG_BY = 2023, 900


def books() -> Iterator[Book]:
    for year in range(2021, 2027):
        yield Book(f"天庆新城社区活动季报（演示）{year}年.xls", "xls", list(_activities(year)))
    yield Book("天庆新城活动签到（演示）.xlsx", "xlsx", [Sheet("签到", _sign_ins())])
    yield Book("天庆新城帮帮团志愿服务（演示）.xlsx", "xlsx", [Sheet("时长", _services())])
    yield Book("天庆新城社区个案登记（演示）.xls", "xls", [Sheet("个案", _cases())])
    yield Book("天庆新城社区满意度测评（演示）.csv", "gbk", [Sheet("测评", _answers())])
    years = [Sheet(year_words(year), _gifts(year)) for year in range(2022, 2027)]
    yield Book("天庆新城社区捐赠登记（演示）.xls", "xls", years)


def _activities(year: int) -> Iterator[Sheet]:
    for first, last in quarters(2021, LAST):
        quarter = first.month // 3 + 1
        if first.year == year and (year, quarter) not in NOT_SENT:
            words = f"{year}年{first.month}-{last.month}月" if first.month != last.month else f"{year}年{first.month}月"
            chosen = within(story().activities, "held_on", first, last)
            yield Sheet(f"{quarter}季度", _activity_block(words, chosen, year))


def _activity_block(words: str, chosen: list[Activity], year: int) -> Block:
    """The header stands in row ten; partners are written down since 2023."""
    fields = [
        numbered(),
        Field("开展社区", lambda record: "天庆新城", cells.padded),
        Field("主题", "title", cells.padded),
        Field("举办日期", "held_on", cells.one_of(cells.chinese, cells.unchanged)),
        Field("服务板块", "strand", cells.worded({"老人": "养老", "特殊人群": "残障", "妇女": "妇女服务"})),
        Field("活动形式", "method", cells.worded({"走访": "入户", "社区活动": "活动"})),
        Field("地址", "place"),
        Field("组织者", "organiser"),
        Field("到场人数", "headcount", cells.full_width),
        Field("花费（元）", "cost_yuan"),
        *([Field("合作单位", partners)] if year >= PARTNERS_SINCE else []),
    ]
    width = len(fields)
    above = [title(f"天庆新城社区{words}活动开展情况（演示）", width), blank(), title("（截至月末28日）", width)]
    above += [
        line("填报单位：天庆新城社工站"),
        line("报送：街道民政"),
        blank(),
        line("表号：五社联动3表"),
        line("有效期：长期"),
        blank(),
    ]
    return stack(*above, head(fields), body(fields, chosen, merged=("服务板块",)), blank(40))


def _sign_ins() -> Block:
    """The header is repeated on every printed page."""
    fields = [
        Field("所属社区", lambda record: "天庆新城社区"),
        Field("活动主题", "activity"),
        Field("活动日期", "attended_on", cells.one_of(cells.unchanged, cells.iso)),
        Field("居民姓名", "person", cells.aligned),
        Field("身份", "identity", cells.worded({"居民": "群众", "志愿者": "义工"})),
        Field("是否首次", "is_new", cells.worded({True: "是", False: "否"})),
    ]
    chosen = story().sign_ins
    pages = [chosen[start : start + 400] for start in range(0, len(chosen), 400)]
    parts = [part for page in pages for part in (head(fields), body(fields, page))]
    return stack(title("天庆新城社区活动签到名单（演示）", len(fields)), *parts)


def _services() -> Block:
    fields = [
        Field("服务社区", lambda record: "天庆新城社区"),
        Field("服务人员", "person"),
        Field("志愿服务队", "team"),
        Field("活动日期", "served_on", cells.one_of(cells.unchanged, cells.serial, cells.dotted)),
        Field("时数", "hours", cells.counted("小时")),
        Field("活动名称", "activity"),
        Field("服务对象人数", "recipients", cells.counted("人")),
    ]
    return stack(
        title("天庆新城社区六大帮帮团志愿服务时数（演示）", len(fields)), head(fields), body(fields, story().services)
    )


def _cases() -> Block:
    fields = [
        Field("个案号", "case_no"),
        Field("所属社区", lambda record: "天庆"),
        Field("接案时间", "opened_on", cells.dotted),
        Field("结案日期", "closed_on"),
        Field("案主姓名", "client", cells.aligned),
        Field("年龄段", "age", cells.counted("周岁")),
        Field("类型", "problem_type", cells.worded({"健康照护": "疾病照护", "儿童成长": "学业", "就业": "求职"})),
        Field("来源", "source"),
        Field("个案社工", "worker"),
        Field("阶段", "stage"),
        Field("服务节数", "sessions"),
    ]
    return stack(title("天庆新城社区个案登记（演示）", len(fields)), head(fields), body(fields, story().cases))


def _answers() -> Block:
    fields = [
        Field("答卷编号", "answer_no"),
        Field("所属社区", lambda record: "天庆新城"),
        Field("波次", "wave"),
        Field("填写时间", "surveyed_on", cells.moment),
        Field("渠道", "mode", cells.worded({"电话": "电访", "扫码": "二维码"})),
        Field("测评维度", "dimension", cells.worded({"总体满意度": "综合满意度"})),
        Field("满意度得分（百分制）", "score"),
        Field("年龄", "age"),
        Field("发放份数", "invited"),
    ]
    return stack(head(fields), body(fields, story().answers))


def _gifts(year: int) -> Block:
    fields = [
        numbered(),
        Field("受赠社区", lambda record: "天庆新城社区"),
        Field("捐赠方", "donor", cells.padded),
        Field("捐赠人类别", "donor_kind", cells.worded({"单位": "机构"})),
        Field("捐赠方式", "form", cells.worded({"现金": "转账", "物资": "实物"})),
        Field("捐款日期", "donated_on", cells.one_of(cells.unchanged, cells.dotted)),
        Field("捐赠额（元）", "amount_yuan", is_summed=True),
        Field("捐赠物资", "goods"),
        Field("数量", "quantity"),
        Field("单位", "unit"),
        Field("用途", "purpose", cells.blank_as("-")),
        Field("捐赠票据号", "receipt_no"),
    ]
    gifts = of_year(story().gifts, "donated_on", year)
    error = WRONG_BY if year == WRONG_YEAR else 0
    heading = title(f"天庆新城社区{year_words(year)}捐赠接收登记（演示）", len(fields))
    below = [total("合计", fields, gifts, error, at=1), blank(), line(None, None, f"{year + 1}年1月6日")]
    return stack(heading, head(fields), body(fields, gifts), *below)


OFFICE = Office("天庆新城社区（演示）", books)
