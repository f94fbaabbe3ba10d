"""Days, months, years and their parts as Chinese names them, resolved against the day the text was written."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from evidence.claims.detection.numerals import DIGITS, chinese_value

Days = tuple[date | None, date | None]

RELATIVE_YEARS = {"今年": 0, "本年": 0, "当年": 0, "去年": -1, "上年": -1, "前年": -2}
_YEAR = r"(?<!\d)(?:(?:19|20)\d{2}|二[〇零一][〇零一二三四五六七八九]{2})年度?|今年|本年度?|去年|上年度?|前年"
_MONTH = r"1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_DAY = r"3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]"
_PART = r"上半年|下半年|第?[一二三四1-4]季度|前三季度|(?<=年)(?:年)?[底末初]|年[底末初]"


def day_pattern(suffix: str = "") -> str:
    """A day, month, year or part of a year; groups y, m, d, part carry the suffix, so that a pattern can hold two."""
    year = rf"(?P<y{suffix}>{_YEAR})"
    month = rf"(?P<m{suffix}>{_MONTH})月份?(?P<edge{suffix}>[底末初]|[上中下]旬)?(?:(?P<d{suffix}>{_DAY})[日号])?"
    dotted = rf"(?P<yy{suffix}>(?:19|20)\d{{2}})[-./](?P<mm{suffix}>1[0-2]|0?[1-9])(?:[-./](?P<dd{suffix}>3[01]|[12]\d|0?[1-9]))?(?!\d)"
    return rf"(?:{dotted}|{year}(?:{month}|(?P<part{suffix}>{_PART}))?|(?P<alone{suffix}>{month.replace('?P<m', '?P<am').replace('?P<d', '?P<ad').replace('?P<edge', '?P<aedge')}|(?P<apart{suffix}>{_PART})))"


@dataclass(frozen=True)
class WrittenDate:
    """What a day pattern caught, before it is resolved: numbers where written, else None."""

    year: int | None
    month: int | None
    day: int | None
    part: str


def named(found: re.Match[str], suffix: str = "", as_of: date | None = None, year: int | None = None) -> WrittenDate:
    group = found.groupdict()
    written = group[f"y{suffix}"] or group[f"yy{suffix}"]
    month = group[f"m{suffix}"] or group[f"mm{suffix}"] or group[f"am{suffix}"]
    day = group[f"d{suffix}"] or group[f"dd{suffix}"] or group[f"ad{suffix}"]
    part = group[f"part{suffix}"] or group[f"apart{suffix}"] or group[f"edge{suffix}"] or group[f"aedge{suffix}"] or ""
    return WrittenDate(_year(written, as_of) if written else year, _number(month), _number(day), part)


def days(what: WrittenDate, as_of: date | None) -> Days:
    """First and last day; a month without year is the latest such month not after `as_of`."""
    year = what.year or _implied_year(what, as_of)
    if year is None:
        return None, None
    if what.month is None:
        return _part_of_year(year, what.part)
    if what.day is None:
        return _part_of_month(year, what.month, what.part)
    on = date(year, what.month, min(what.day, monthrange(year, what.month)[1]))
    return on, on


def years_before(on: date, years: int) -> date:
    """The first day of the `years` years that end on a day."""
    day = min(on.day, monthrange(on.year - years, on.month)[1])
    return date(on.year - years, on.month, day)


def _year(written: str, as_of: date | None) -> int | None:
    text = written.replace("年", "").replace("度", "")
    if text.isdigit():
        return int(text)
    if text[0] == "二":
        return int("".join(str(DIGITS[c]) for c in text))
    return as_of.year + RELATIVE_YEARS[text + "年"] if as_of else None


def _number(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if text.isdigit() else int(chinese_value(text) or 0) or None


def _implied_year(what: WrittenDate, as_of: date | None) -> int | None:
    if as_of is None:
        return None
    is_later = what.month is not None and (what.month, what.day or 1) > (as_of.month, as_of.day)
    return as_of.year - 1 if is_later else as_of.year


def _part_of_year(year: int, part: str) -> Days:
    quarter = next(
        (i for i, signs in enumerate(("一1", "二2", "三3", "四4")) if "季度" in part and part[-3] in signs), None
    )
    if part.startswith("前三"):
        return date(year, 1, 1), date(year, 9, 30)
    if quarter is not None:
        return date(year, quarter * 3 + 1, 1), date(year, quarter * 3 + 3, monthrange(year, quarter * 3 + 3)[1])
    halves = {"上半年": (1, 6), "下半年": (7, 12)}
    first, last = halves.get(
        part, (12, 12) if part[-1:] in ("底", "末") and part else (1, 1) if part.endswith("初") else (1, 12)
    )
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _part_of_month(year: int, month: int, part: str) -> Days:
    last = monthrange(year, month)[1]
    first_day, last_day = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, last), "初": (1, 10)}.get(part, (1, last))
    return date(year, month, first_day), date(year, month, last_day)
