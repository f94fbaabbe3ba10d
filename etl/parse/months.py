"""Reads months of the calendar, each as its first day."""

import datetime
import re

from etl.parse import dates, examples
from etl.parse.column_style import DateOrder
from etl.parse.republic import NAME, YEAR_BEFORE
from etl.parse.texts import content, refusal

WHOLE = (
    re.compile(r"(?P<y>[0-9]{4})年/?(?P<m>[0-9]{1,2})月份?"),  # 2024年3月, 2024年03月份, 2024年/3月 of two header rows
    re.compile(r"(?P<y>[0-9]{4})(?P<sep>[-./])(?P<m>[0-9]{1,2})月?"),  # 2024-03, 2024.3, 2024/3
    re.compile(r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})"),  # 202403
)
SHORT_YEAR = re.compile(r"(?P<y>[0-3][0-9])年(?P<m>[0-9]{1,2})月份?")  # 24年3月
REPUBLIC = re.compile(
    rf"(?:中[华華])?{NAME}(?P<y>[0-9]{{1,3}})[-./年](?P<m>[0-9]{{1,2}})月?份?"
)  # 民国114年3月, 民国114/3
IN_YEAR = re.compile(r"(?P<m>[0-9]{1,2})月份?")  # 3月, 3月份

EXPLANATIONS = (  # pattern of a text → why it is no single month; the first that fits
    (r"(?:[0-9]{4}年?)?(?:第?[一二三四1-4]季度?|[上下]半年|全年)", "是几个月，不是一个月，请按月分行填写"),  # 第一季度
    (r".*[0-9月][-~至到、,]+[0-9].*月.*", "是几个月，不是一个月，请按月分行填写"),  # 2024年1-3月
    (r"(?:19|20)[0-9]{2}年?度?", f"只有年份，没有月份，请写成{examples.MONTH}这样的月份"),  # 2024年度
)


def month(text: str, year: int | None = None, order: DateOrder | None = None) -> datetime.date | None:
    """Return the first day of a month, also of the month that a day lies in.

    `year` is that of months written without one, `order` that of days such as 03/04/2024.
    """
    tidied = content(text)
    if tidied is None:
        return None
    bare = dates.bare_date(tidied)
    if re.fullmatch(
        rf"(?:[0-9]{{4}}|(?:中[华華])?{NAME}[0-9]{{1,3}})\.1", bare
    ):  # a number cell loses the zero of 2024.10
        raise refusal("月份", text, "可能是1月，也可能是10月，请写成2024-01或2024-10这样的月份")
    return _whole(bare, text) or _in_year(bare, text, year) or _of_day(bare, text, year, order)


def _whole(bare: str, text: str) -> datetime.date | None:
    for pattern, year_zero in (*((whole, 0) for whole in WHOLE), (SHORT_YEAR, 2000), (REPUBLIC, YEAR_BEFORE)):
        if match := pattern.fullmatch(bare):
            return _first_day(int(match["y"]) + year_zero, int(match["m"]), text)
    return None


def _in_year(bare: str, text: str, year: int | None) -> datetime.date | None:
    match = IN_YEAR.fullmatch(bare)
    if not match:
        return None
    if year is None:
        raise refusal("月份", text, "缺少年份，请在标题或文件名里写明年份，或用 --set 年份=2024 指明")
    return _first_day(year, int(match["m"]), text)


def _of_day(bare: str, text: str, year: int | None, order: DateOrder | None) -> datetime.date:
    """Return the month of a whole day; another text is no month."""
    why = next((why for pattern, why in EXPLANATIONS if re.fullmatch(pattern, bare)), None)
    try:
        day = None if why else dates.date(text, year, order)
    except ValueError:
        day = None
    if day is None:
        raise refusal("月份", text, why or f"看不出是哪个月，请写成{examples.MONTH}这样的月份")
    return day.replace(day=1)


def _first_day(year: int, number: int, text: str) -> datetime.date:
    if year not in dates.YEARS:
        raise refusal("月份", text, f"的年份不在{dates.YEARS[0]}年到{dates.YEARS[-1]}年之间，请核对")
    if not 1 <= number <= 12:
        raise refusal("月份", text, f"没有这个月，请核对后写成{year}{examples.MONTH[4:]}这样的月份")
    return datetime.date(year, number, 1)
