"""Reads days, months, years and their parts as Chinese writes them, and resolves them against the day the text was written."""

import re
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from evidence.claims.detection.numerals import DIGITS, chinese_value
from indicators.periods import month_end

DayRange = tuple[date | None, date | None]

RELATIVE_YEARS = {"今年": 0, "本年": 0, "当年": 0, "去年": -1, "上年": -1, "前年": -2}
_MONTHS_OF_PART = {"上半年": (1, 6), "下半年": (7, 12), "前三季度": (1, 9)}
# A year: 2023年 · 二〇二三年度 · 今年 · 去年.
_YEAR = r"(?<!\d)(?:(?:19|20)\d{2}|二[〇零一][〇零一二三四五六七八九]{2})年度?|今年|本年度?|去年|上年度?|前年"
# The number of a month: 8 · 08 · 十一.
_MONTH = r"1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
# The number of a day: 31 · 05 · 二十一.
_DAY = r"3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]"
# The end or the beginning of a year or month; not that of 初中, 初步, 底层 or 末端.
_EDGE = r"(?:底(?![层线色])|末(?![端位])|初(?![中级步心诊次审赛创]))"
# A part of a year: 上半年 · 第三季度 · 年底.
_PART = rf"上半年|下半年|第?[一二三四1-4]季度|前三季度|(?<=年)(?:年)?{_EDGE}|年{_EDGE}"

# A year or a part of one with which another time is compared: 上年, 2024年, 2024年下半年, 上半年, 第一季度.
COMPARED_TIME = (
    r"(?:(?:上一?年|去年|(?:19|20)\d{2}年)(?:[上下]半年|第?[一二三四1-4]季度)?|[上下]半年|第?[一二三四1-4]季度)"
)


def day_pattern(suffix: str = "") -> str:
    """Return a pattern for a day, month, year or part of a year: 2023年8月底 · 2022.03 · 5月18日 · 上半年.

    Its groups y, m, d, part carry the suffix, so that a pattern can hold two of it.
    """
    year = rf"(?P<y{suffix}>{_YEAR})"
    # 8月 · 8月份 · 8月底 · 5月上旬 · 5月18日
    month = rf"(?P<m{suffix}>{_MONTH})月份?(?P<edge{suffix}>{_EDGE}|[上中下]旬)?(?:(?P<d{suffix}>{_DAY})[日号])?"
    # the same without a year before it, in groups of other names, since a name may stand only once in a pattern
    month_alone = month.replace("?P<m", "?P<am").replace("?P<d", "?P<ad").replace("?P<edge", "?P<aedge")
    # 2023-08-31 · 2023.8 · 2023/08; not 1974.5小时
    dotted = rf"(?P<yy{suffix}>(?:19|20)\d{{2}})[-./](?P<mm{suffix}>1[0-2]|0?[1-9])(?:[-./](?P<dd{suffix}>3[01]|[12]\d|0?[1-9]))?(?!\d|小时|[万亿元%％个人名位场次户例件份])"
    with_year = rf"{year}(?:{month}|(?P<part{suffix}>{_PART}))?"
    return rf"(?:{dotted}|{with_year}|(?P<alone{suffix}>{month_alone}|(?P<apart{suffix}>{_PART})))"


@dataclass(frozen=True)
class WrittenDate:
    """What a day pattern matched, before it is resolved: numbers where written, else None."""

    year: int | None
    month: int | None
    day: int | None
    part: str


def read_date(
    match: re.Match[str], suffix: str = "", as_of: date | None = None, year: int | None = None
) -> WrittenDate:
    """Return what a match of `day_pattern(suffix)` says; `year` holds where it names none."""
    group = match.groupdict()
    year_words = group[f"y{suffix}"] or group[f"yy{suffix}"]
    month = group[f"m{suffix}"] or group[f"mm{suffix}"] or group[f"am{suffix}"]
    day = group[f"d{suffix}"] or group[f"dd{suffix}"] or group[f"ad{suffix}"]
    part = group[f"part{suffix}"] or group[f"apart{suffix}"] or group[f"edge{suffix}"] or group[f"aedge{suffix}"] or ""
    return WrittenDate(_year(year_words, as_of) if year_words else year, _number(month), _number(day), part)


def resolve(written_date: WrittenDate, as_of: date | None) -> DayRange:
    """Return the first and the last day; a month or part of a year without one is the latest not after `as_of`."""
    year = written_date.year or _implied_year(written_date, as_of)
    if year is None:
        return None, None
    if written_date.month is None:
        return _part_of_year(year, written_date.part)
    if written_date.day is None:
        return _part_of_month(year, written_date.month, written_date.part)
    within_month = relativedelta(day=written_date.day)  # 2月30日 is read as the last day of February
    on = date(year, written_date.month, 1) + within_month
    return on, on


def small_number(text: str) -> int:
    """Return a number in digits or characters: 3, 十一; 0 for what is none."""
    return int(text) if text.isdigit() else int(chinese_value(text) or 0)


def years_before(on: date, years: int) -> date:
    """Return the day some years earlier; 29 February becomes the 28th."""
    return on - relativedelta(years=years)


def _year(words: str, as_of: date | None) -> int | None:
    text = words.replace("年", "").replace("度", "")
    if text.isdigit():
        return int(text)
    if text[0] == "二":
        return int("".join(str(DIGITS[character]) for character in text))
    return as_of.year + RELATIVE_YEARS[text + "年"] if as_of else None


def _number(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if text.isdigit() else int(chinese_value(text) or 0) or None


def _implied_year(written_date: WrittenDate, as_of: date | None) -> int | None:
    if as_of is None:
        return None
    month = written_date.month or _part_of_year(as_of.year, written_date.part)[0].month
    return as_of.year - 1 if (month, written_date.day or 1) > (as_of.month, as_of.day) else as_of.year


def _part_of_year(year: int, part: str) -> tuple[date, date]:
    """The days of a part such as 第三季度 or 年底, which is December; of the whole year for no part."""
    first, last = _MONTHS_OF_PART.get(part, (1, 12))
    if part.endswith("季度") and part not in _MONTHS_OF_PART:
        quarter = "一二三四".find(part[-3]) if part[-3] in "一二三四" else int(part[-3]) - 1
        first, last = quarter * 3 + 1, quarter * 3 + 3
    elif part.endswith(("底", "末")):
        first, last = 12, 12
    elif part.endswith("初"):
        first, last = 1, 1
    return date(year, first, 1), month_end(date(year, last, 1))


def _part_of_month(year: int, month: int, part: str) -> DayRange:
    last = month_end(date(year, month, 1)).day
    first_day, last_day = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, last), "初": (1, 10)}.get(part, (1, last))
    return date(year, month, first_day), date(year, month, last_day)
