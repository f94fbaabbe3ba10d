"""Declares the kinds of cell that columns are made of."""

from etl import parse
from etl.cell_kind import Kind

# unit over a column of money → factor to 元
MONEY = {"亿元": 1e8, "千万元": 1e7, "百万元": 1e6, "万元": 10_000, "千元": 1_000, "百元": 100}
TEXT = Kind("文字", "varchar", parse.label, "社区活动室")
UNSTORED_TEXT = Kind("文字（只看有没有写，不保存）", "boolean", parse.is_written, "三栋路灯不亮", is_only_checked=True)
SENTENCE = Kind("一两句话", "varchar", parse.sentence, "受台风影响，三场活动改为线上。")
ITEM = Kind("项目，可带单位", "varchar", parse.measured_item, "活动场次（场）")
IDENTIFIER = Kind("编号", "varchar", parse.identifier, "GA2023-015", is_identity=True)
DATE = Kind("日期", "date", parse.date, "2023-08-31", accepts=("year", "order", "month"))
ROUGH_DATE = Kind(
    "日期，可只写到月", "date", parse.rough_date, "2023-08-31", accepts=("year", "order", "month")
)  # of lists of what there is: where two of its days are compared, the first of a month may be any of it (columns.ends_after)
BOOKED_DATE = Kind("日期", "date", parse.booked_date, "2023-08-31", accepts=("year", "order", "month"))
END_DATE = Kind("日期，可写长期", "date", parse.end_date, "2023-12-31", accepts=("year", "order", "month"))
DUE_DATE = Kind("到期的日期", "date", parse.due_date, "2023-12-31", accepts=("year", "order"))
DATE_SPAN = Kind("日期，可写起止", "date", parse.date_span, "2023-08-31", accepts=("year", "order", "month"))
MONTH = Kind("月份", "date", parse.month, "2024年3月", accepts=("year", "order"))
PERIOD = Kind("期间", "date", parse.period, "2026年", accepts=("year", "order"))
COUNT = Kind("整数", "bigint", parse.count, "35", is_sum=True)
HEADCOUNT = Kind("人数", "bigint", parse.headcount, "35", is_sum=True)
NUMBER = Kind("数", "double", parse.number, "0.85")
AREA = Kind("面积（平方米）", "double", parse.square_metres, "150")
QUANTITY = Kind("数量，可带单位", "double", parse.quantity, "198件", counts_once=True)
BOUND = Kind(
    "要达到的数，可带单位和要求", "double", parse.bounded_quantity, "≥200人次", counts_once=True, accepts=("scale",)
)
INDICATOR = Kind("指标字典里的指标", "varchar", parse.indicator_name, "活动场次（场）")
PRICE = Kind("一件几分", "bigint", parse.count, "20")
SIZE = Kind("人数或户数", "bigint", parse.count, "4500")
AMOUNT = Kind(
    "金额（元）", "decimal(18,2)", parse.amount_yuan, "1200.50", is_sum=True, accepts=("scale",), scales=MONEY
)
ROUGH_AMOUNT = Kind(
    "金额（存到百元）", "decimal(18,2)", parse.rough_amount_yuan, "26000", accepts=("scale",), scales=MONEY
)
HOURS = Kind("小时", "double", parse.hours, "2.5", is_sum=True, accepts=("scale",))
SCORE = Kind("评分", "double", parse.score, "4.5")
RATING = Kind("评分或满意程度", "double", parse.rating, "4.5", is_rating=True)
SCALE = Kind("分制", "bigint", parse.count, "5")
YES_NO = Kind("是/否", "boolean", parse.yes_no, "是")
PERSON = Kind("人（入库时换成代码）", "varchar", parse.person, "张三", is_personal=True)
PARTY = Kind(
    "机构或个人（个人入库时换成代码）", "varchar", parse.party, "某某公司", is_personal=True, keeps_organisations=True
)
ORGANISATIONS = Kind("几个单位", "varchar", parse.organisations, "某某公司、某某社工站")
AGE_BAND = Kind("年龄段", "varchar", parse.age_band, "60-79岁")
BIRTH_YEAR = Kind("出生年份（只核对，不保存）", "bigint", parse.birth_year, "1985年", is_only_checked=True)
COUNT_BAND = Kind("人数或户数（存分段）", "varchar", parse.count_band, "10–49")
LIST_VERSION = Kind("季度、年份或月份", "date", parse.list_version, "2023年第3季度", accepts=("year",), is_version=True)
AMOUNT_BAND = Kind("金额（存分段）", "varchar", parse.amount_band, "5千–1万元", accepts=("scale",), scales=MONEY)
