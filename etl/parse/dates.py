"""Reads days of the calendar."""

import datetime
import re
from functools import lru_cache

from etl.parse import examples
from etl.parse.column_style import DateOrder
from etl.parse.numerals import NUMERAL_SIGNS, numeral, year_digits
from etl.parse.republic import THREE_DIGITS, YEAR_BEFORE
from etl.parse.texts import content, refusal

YEARS = range(1990, 2036)  # in which community work can have been recorded
SERIALS = range(20000, 60001)  # Excel's day numbers for 1954 to 2064
EPOCH = datetime.date(1899, 12, 30)
ACROSS_NEW_YEAR = 10  # months between that of a list and a day without a year in it: January in December's

# 14:30, 3点半, 14时30分20秒
TIME = r"[0-9]{1,2}(?:[:时点](?:[0-9]{1,2}分?|半)?)(?::?[0-9]{1,2}(?:\.[0-9]+)?秒?)?"
HALF_DAY = "上午|下午|晚上?|中午|早上|凌晨|傍晚|全天|AM|PM"
# What follows a date: T23:59:59.000, 14:30-16:30, 下午3点半, (上午)
CLOCK = re.compile(
    rf"(?:(?:T|\s|(?<=[日号)0-9]))\(?(?:{HALF_DAY})\)?\s*|(?:T|\s|(?<=[日号)]))\s*(?={TIME}))"
    rf"(?:{TIME}(?:\s*[-~至到—–]+\s*{TIME})?)?\s*(?:AM|PM)?$",
    re.IGNORECASE,
)
# What stands before a date: 1:00PM 6-15-2017
CLOCK_BEFORE = re.compile(
    rf"(?:{TIME})\s*(?:AM|PM)?\s+(?=[0-9A-Za-z]\S*[-./年].*[0-9]|[A-Za-z]{{3}})(?=.*[0-9]{{4}})", re.IGNORECASE
)
# (周三), 星期天, (五), (水)
WEEKDAY = re.compile(r"\s*(?:\(?(?:周|星期|礼拜)[一二三四五六日天]\)?|\((?:[一二三四五六日天]|[月火水木金土])\))")
# 二〇二三 before 年, 十二 before 月
SPELT = re.compile(f"(?<![{NUMERAL_SIGNS}])([{NUMERAL_SIGNS}]{{1,4}})(?=[年月日号])")
SEPARATORS = str.maketrans({"號": "号", "。": ".", "–": "-", "—": "-", "−": "-", "‐": "-", "\\": "/"})

WHOLE = (
    re.compile(
        r"(?P<y>[0-9]{4})(?P<sep>[-./])(?P<m>[0-9]{1,2})(?P=sep)(?P<d>[0-9]{1,2})[日号]?"
    ),  # 2023-8-31, 2023.08.31
    re.compile(r"(?P<y>[0-9]{4})年(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})[日号]?"),  # 2023年8月31日
    re.compile(r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"),  # 20230831
)
# 23年8月31日
SHORT_YEAR = re.compile(r"(?P<y>[0-3][0-9])年(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})[日号]?")
# 113年8月31日: a year of three digits is one of the Republic
REPUBLIC = re.compile(rf"(?P<y>{THREE_DIGITS})年(?P<m>[0-9]{{1,2}})月(?P<d>[0-9]{{1,2}})[日号]?")
# 24.3.5, 24/3/5, where the year is known to be 2024
TWO_DIGIT_YEAR = re.compile(r"(?P<y>[0-9]{2})([-./])(?P<m>[0-9]{1,2})\2(?P<d>[0-9]{1,2})[日号]?")
# 民國112年8月31日 is 2023-08-31, 令和4年4月6日 is 2022-04-06; 元年 is year 1
ERA = re.compile(r"(?:中华)?(?P<era>民国|令和|平成)(?P<y>[0-9]{1,3}|元)年(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})[日号]?")
# 民国114/3/5
ERA_WITH_SIGNS = re.compile(
    r"(?:中华)?(?P<era>民国)(?P<y>[0-9]{1,3})([-./])(?P<m>[0-9]{1,2})\3(?P<d>[0-9]{1,2})[日号]?"
)
YEARS_BEFORE = {"民国": YEAR_BEFORE, "令和": 2018, "平成": 1988}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DAY = "(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?"
ENGLISH = (
    re.compile(rf"{MONTH}\.?-?{DAY},?-?(?P<y>[0-9]{{4}})", re.IGNORECASE),  # August31,2023
    re.compile(rf"{DAY}-?{MONTH}\.?,?-?(?P<y>[0-9]{{4}})", re.IGNORECASE),  # 31-Aug-2023
)
YEAR_LAST = re.compile(r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4})")  # 31/08/2023 or 08/31/2023
# 26日上午 without its time of day, where the month is known
IN_MONTH = re.compile(r"(?P<d>[0-9]{1,2})[日号]")
NO_YEAR = "缺少年份"
NO_MONTH = "只有日，没有年月"
NO_DAY = "只有时间，没有日期"
SHOWN_AS_MONTH_AND_DAY = (
    1900  # a bare number in a cell with the format m/d: day 41 of the spreadsheet's first year is shown as 2/10
)
# 8月31日, 8/31, 8.31
IN_YEAR = re.compile(r"(?P<m>[0-9]{1,2})(?:月(?P<day>[0-9]{1,2})[日号]?|(?P<sep>[-./])(?P<d>[0-9]{1,2}))")

EXPLANATIONS = (  # pattern of a text without weekday and time → why it is no day; the first that fits
    (r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2]|[-./年](?:0?[1-9]|1[0-2])月?)", "只有年月，没有日"),  # 2023-08, 202308
    (r"(?:[0-9]{1,2}|[0-9]{4}年)?[0-9]{1,2}月份?", "只有月份，没有日"),  # 8月, 12年8月份
    (r"(?:19|20)[0-9]{2}年?度?", "只有年份，没有月日"),  # 2023年度
    (r"[0-9]{1,2}[日号]", NO_MONTH),  # 26日
    (r"(?!.*[0-9]{4})[0-9]{1,2}[:时点].*", NO_DAY),  # 07:06
    (
        rf"{THREE_DIGITS}([-./])[0-9]{{1,2}}\1[0-9]{{1,2}}",
        "的年份不是四位数，像民国纪年（加1911是公元年）；是民国的，请写成民国114/3/1这样，或在表头写明“（民国）”；公元的",
    ),  # 114/3/1
    (r"[0-9]{1,3}([-./])[0-9]{1,2}\1[0-9]{1,2}", "的年份不是四位数"),  # 24.1.26
    (r".*T.*(?:Z|[+-][0-9:]{4,5})", "带有时区"),  # 2024-01-24T16:00:00Z
    (r".*[0-9日号月][~至到]+[0-9].*|.*[日号月]-+[0-9].*|[0-9]+[./][0-9./]+-+[0-9].*", "是一段日期，不是一天"),
    (r"[^A-Za-z]*[0-9][日号]?[、,;和及&].*[0-9].*", "写了不止一个日期"),  # 2024年1月29日、30日
)

Parts = tuple[int, int, int]  # year, month, day, not yet known to exist


@lru_cache(maxsize=1 << 13)  # the days of twenty years: each is read once, however many ledgers hold it
def date(
    text: str, year: int | None = None, order: DateOrder | None = None, month: int | None = None
) -> datetime.date | None:
    """Return a day; one outside YEARS is refused.

    `year` is that of days written without one, `month` that of days written without one (26日), `order` that of 03/04/2024.
    """
    tidied = content(text)
    if tidied is None:
        return None
    bare = bare_date(tidied)
    parts = (
        _serial(bare)
        or _whole(bare)
        or _english(bare)
        or _year_last(bare, text, order)
        or _in_year(bare, text, year, month)
        or _in_month(bare, year, month)
    )
    if parts and parts[0] == SHOWN_AS_MONTH_AND_DAY:
        parts = _with_year(parts, text, year)
    if parts is None:
        raise refusal("日期", text, f"{_why(bare)}，请写成{examples.DAY}这样的一天")
    if parts[0] not in YEARS:
        raise refusal("日期", text, f"的年份不在{YEARS[0]}年到{YEARS[-1]}年之间，请核对")
    day = _day(*parts)
    if day is None:
        raise refusal("日期", text, f"在日历上不存在，请核对后写成{parts[0]}{examples.DAY[4:]}这样的一天")
    return day


def bare_date(tidied: str) -> str:
    """Return a date without weekday, time of day and white space, in Arabic digits and ASCII separators."""
    without_weekday = WEEKDAY.sub(" ", tidied).strip()
    before = CLOCK_BEFORE.match(without_weekday)
    without_time = without_weekday[before.end() :] if before else CLOCK.sub("", without_weekday)
    return SPELT.sub(_in_digits, without_time.replace(" ", "").translate(SEPARATORS))


def _in_digits(spelt: re.Match[str]) -> str:
    signs = spelt[1]
    value = numeral(signs) if len(signs) < 4 else None
    return year_digits(signs) if len(signs) == 4 else signs if value is None else str(value)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _serial(bare: str) -> Parts | None:
    """Read Excel's day number (45169 is 2023-08-31), which a date shows in a cell without a date format."""
    serial = re.fullmatch(r"([0-9]{5})(?:\.[0-9]+)?", bare)
    if not serial or int(serial[1]) not in SERIALS:
        return None
    day = EPOCH + datetime.timedelta(days=int(serial[1]))
    return day.year, day.month, day.day


def _whole(bare: str) -> Parts | None:
    """Read year, month and day in this order."""
    for pattern in WHOLE:
        if match := pattern.fullmatch(bare):
            return int(match["y"]), int(match["m"]), int(match["d"])
    if match := SHORT_YEAR.fullmatch(bare):
        return int(match["y"]) + 2000, int(match["m"]), int(match["d"])
    if match := REPUBLIC.fullmatch(bare):
        return YEARS_BEFORE["民国"] + int(match["y"]), int(match["m"]), int(match["d"])
    in_simplified = bare.replace("國", "国").replace("華", "华")
    if match := ERA.fullmatch(in_simplified) or ERA_WITH_SIGNS.fullmatch(in_simplified):
        year = 1 if match["y"] == "元" else int(match["y"])
        return YEARS_BEFORE[match["era"]] + year, int(match["m"]), int(match["d"])
    return None


def _english(bare: str) -> Parts | None:
    """Read a day with an English name of the month."""
    for pattern in ENGLISH:
        if match := pattern.fullmatch(bare):
            return int(match["y"]), MONTHS.index(match["month"][:3].lower()) + 1, int(match["d"])
    return None


def _year_last(bare: str, text: str, order: DateOrder | None) -> Parts | None:
    """Read a day with the year last: 12/31/2018 has one reading; 03/04/2024 has two and is refused unless the order is settled."""
    match = YEAR_LAST.fullmatch(bare)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if order and max(first, second) <= 12:
        return (year, second, first) if order == "day-month" else (year, first, second)
    readings = {(month, day) for month, day in ((first, second), (second, first)) if month <= 12}
    if len(readings) > 1:
        raise refusal("日期", text, f"{_either(sorted(readings))}，请写成{year}-{first:02}-{second:02}这样年在前的日期")
    return (year, *readings.pop()) if readings else (year, first, second)


def _in_year(bare: str, text: str, year: int | None, stated_month: int | None) -> Parts | None:
    """Read a day whose year is known from elsewhere; 1月3日 in a list of 2024年12月 may lie in either year."""
    if short := TWO_DIGIT_YEAR.fullmatch(bare):
        return _in_short_year(short, text, year)
    match = IN_YEAR.fullmatch(bare)
    if not match:
        return None
    if year is None:
        raise refusal("日期", text, f"{NO_YEAR}，请写成{examples.DAY}这样的一天")
    month, day = int(match["m"]), match["day"] or match["d"]
    if stated_month and abs(month - stated_month) >= ACROSS_NEW_YEAR:
        raise refusal(
            "日期", text, f"和写明的{year}年{stated_month}月隔着年，说不清是哪一年，请写成{examples.DAY}这样的一天"
        )
    # A number cell loses the zero of 6.10 and 6.30 and shows 6.1 and 6.3.
    days = [int(day), int(day) * 10] if match["sep"] == "." and len(day) == 1 else [int(day)]
    readings = [(month, number) for number in days if _day(year, month, number)]
    if len(readings) > 1:
        raise refusal("日期", text, f"{_either(readings)}，请写成{year}-{month:02}-{int(day):02}这样的日期")
    return (year, *readings[0]) if readings else (year, month, int(day))


def _in_short_year(match: re.Match[str], text: str, year: int | None) -> Parts | None:
    """Read 24.3.5 where the year is known to be 2024; by itself it may begin with the day."""
    if year is None:
        raise refusal("日期", text, f"的年份不是四位数，{NO_YEAR}的前两位，请写成{examples.DAY}这样的一天")
    return (year, int(match["m"]), int(match["d"])) if int(match["y"]) == year % 100 else None


def _in_month(bare: str, year: int | None, month: int | None) -> Parts | None:
    """Read a day of a month that is known from elsewhere."""
    match = IN_MONTH.fullmatch(bare)
    return (year, month, int(match["d"])) if match and year and month else None


def _with_year(parts: Parts, text: str, year: int | None) -> Parts:
    """Return month and day of a bare number shown as a date, in the year that is known from elsewhere."""
    if year is None:
        raise refusal("日期", text, f"是只显示月日的数字，{NO_YEAR}，请写成{examples.DAY}这样的一天")
    return year, parts[1], parts[2]


def _either(readings: list[tuple[int, int]]) -> str:
    return "可能是" + "或".join(f"{month}月{day}日" for month, day in readings)


def _why(bare: str) -> str:
    """Return why a text names no single day."""
    return next((why for pattern, why in EXPLANATIONS if re.fullmatch(pattern, bare)), "看不出是哪一天")
