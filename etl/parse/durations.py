"""Reads lengths of time in hours."""

import re
from collections.abc import Sequence

from etl.parse.numbers import BELOW_ZERO, NUMBER, number_text, to_decimal, why_no_number
from etl.parse.numerals import NUMERAL_SIGNS, numeral
from etl.parse.texts import refusal, squeezed

AMOUNT = rf"(?:{NUMBER}|[{NUMERAL_SIGNS}]+)"
HOURS = "个?小时|个?钟头|个钟|时|h|hr|hrs|hour|hours"
SPOKEN = re.compile(  # 2小时30分, 90分钟, 两小时, 1.5h
    rf"(?:(?P<hours>{AMOUNT})(?:{HOURS}))?(?:(?P<minutes>{AMOUNT})(?:分钟|分|min|mins|minutes?|m))?", re.IGNORECASE
)
HALVES = re.compile(  # 半小时, 一个半小时, 1小时半
    rf"(?P<hours>{AMOUNT})?个?半个?(?:{HOURS})|(?P<whole>{AMOUNT})(?:{HOURS})半", re.IGNORECASE
)
_LENGTH = re.compile(r"(?P<h>[0-9]{1,3}):(?P<m>[0-5][0-9])(?::(?P<s>[0-5][0-9])(?:\.0+)?)?")  # 01:30:00, 26:00:00
# 服务时长; 服务时间 may be a time of day, and 1:30 under 分钟 a minute and a half
_HEADS_LENGTHS = re.compile("(?!.*(?:分钟|min)).*(?:长|小时|时数|工时|hours?|duration)", re.IGNORECASE)
_EARLIEST, _NOON, _DAY = 6, 12, 24  # hours: nobody serves before the first, and no time of day reaches the last
CLOCK = re.compile(r"(?P<h>[0-9]{1,2}):(?P<m>[0-5][0-9])(?::[0-9]{2}(?:\.0+)?)?")  # 2:30, 14:00:00
FROM_TO = re.compile(  # 14:00-16:30
    rf"{CLOCK.pattern}[-~〜～∼至到—–]+{CLOCK.pattern.replace('<h>', '<to_h>').replace('<m>', '<to_m>')}"
)


def hours(text: str, scale: float | None = 1) -> float | None:
    """Return a length of time in hours.

    `scale` leads from the header's unit to hours (1/60 for 分钟, None for 天, of which nobody knows how long they are); a unit
    in the cell itself prevails.
    14:00-16:30 is two and a half hours. 2:30 is refused: nothing tells that length from half past two.
    """
    bare = number_text("时长", text)
    if bare is None:
        return None
    is_number = re.fullmatch(NUMBER, bare)
    if is_number and scale is None:
        raise refusal("时长", text, "没有说明是几小时，请写小时数，例如2.5小时")
    value = float(to_decimal(bare)) * (scale or 1) if is_number else _in_words(bare)
    if value is None:
        raise refusal("时长", text, _why(bare))
    if value < 0:
        raise refusal("时长", text, BELOW_ZERO)
    return round(value, 6) + 0.0


def heads_lengths(header: str) -> bool:
    """Tell whether a header says that a length of time stands beneath it, and no time of day: 服务时长."""
    return _HEADS_LENGTHS.match(header) is not None


def are_lengths(texts: Sequence[str]) -> bool:
    """Tell whether the cells of a column written as 1:30, as spreadsheets write times, are lengths and no times of a day.

    They are if all lie before any service begins, or some can be no time of day at which one does (0:45, 26:00) and none lies after noon.
    """
    clocks = [clock for text in texts if (clock := _LENGTH.fullmatch(squeezed(text)))]
    hours = [int(clock["h"]) for clock in clocks if int(clock["h"]) < _DAY]
    is_proved = len(hours) < len(clocks) or any(clock["h"].strip("0") == "" and int(clock["m"]) for clock in clocks)
    return bool(clocks) and max(hours, default=0) < (_NOON if is_proved else _EARLIEST)


def as_length(text: str) -> str:
    """Return 1:30 as 1小时30分; any other text as it stands."""
    clock = _LENGTH.fullmatch(squeezed(text))
    if not clock:
        return text
    minutes = int(clock["m"]) + int(clock["s"] or 0) / 60
    return f"{int(clock['h'])}小时{minutes:.6g}分"


def _spoken(bare: str) -> float | None:
    """Return the hours of a length of time in words, None for any other text."""
    if halves := HALVES.fullmatch(bare):
        return _sum(_amount(halves["hours"] or halves["whole"]), 0.5)
    spoken = SPOKEN.fullmatch(bare)
    if not spoken or not any(spoken.groups()):
        return None
    minutes = _amount(spoken["minutes"])
    return None if minutes is None else _sum(_amount(spoken["hours"]), minutes / 60)


def _amount(digits: str | None) -> float | None:
    """Return the number of hours or minutes: 0 where the text has none, None where its numeral is not in full form."""
    if digits is None:
        return 0.0
    return float(to_decimal(digits)) if digits.isascii() else _sum(numeral(digits), 0)


def _sum(hours: float | None, more: float) -> float | None:
    return None if hours is None else hours + more


def is_clock_span(text: str) -> bool:
    """Tell whether a length of time is written as its beginning and its end: 9:00-11:30."""
    return FROM_TO.fullmatch(squeezed(text)) is not None


def _in_words(bare: str) -> float | None:
    """Return the hours of a length of time in words or from one time of a day to another, None for any other text."""
    spoken = _spoken(bare)
    return _between(bare) if spoken is None else spoken


def _between(bare: str) -> float | None:
    """Return the hours from one time of a day to a later one; None where the end does not lie behind, as after midnight."""
    from_to = FROM_TO.fullmatch(bare)
    if not from_to:
        return None
    h, m, to_h, to_m = (int(from_to[name]) for name in ("h", "m", "to_h", "to_m"))
    minutes = to_h * 60 + to_m - h * 60 - m
    return minutes / 60 if minutes > 0 and to_h <= 24 else None


def _why(bare: str) -> str:
    """Return what is wrong with a text that is no length of time, and what to write."""
    if FROM_TO.fullmatch(bare):
        return "是起止时间，结束不在开始之后，请写小时数"
    clock = CLOCK.fullmatch(bare)
    if clock:
        return f"可能是时刻也可能是时长，如是时长请写成{int(clock['h'])}小时{int(clock['m'])}分"
    if re.search("天|日|节|课时|上午|下午", bare):
        return "没有说明是几小时，请写小时数，例如2.5"
    return why_no_number(bare).replace("例如25", "例如2.5")
