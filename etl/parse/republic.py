"""Reads the years of the Republic, which begin with 1912: 民国114年 is 2025."""

import re

from etl.parse.texts import tidy

YEAR_BEFORE = 1911
THREE_DIGITS = "1[0-2][0-9]"  # 2011 to 2040
_TWO_DIGITS = "79|[89][0-9]"  # 1990 to 2010, which are neither a month nor a day
NAME = "民[国國]"
_NAME = re.compile(NAME)
_BEGINS = "(?<![0-9国國])(?<![国國] )"  # no 民国 stands before
_YEAR = re.compile(rf"{_BEGINS}0?({THREE_DIGITS}|{_TWO_DIGITS})(?= ?[-./年] ?[0-9])")  # 114/3/5, 98.6.1, 098/6/1
_IN_DIGITS = re.compile(rf"{_BEGINS}0?({THREE_DIGITS}|(?<=0)(?:{_TWO_DIGITS}))([01][0-9])([0-3][0-9])(?![0-9])")


def is_of_republic(text: str) -> bool:
    """Tell whether a header or a date says that its year is one of the Republic: 日期（民国）, 民國114年."""
    return _NAME.search(text) is not None


def in_republic(text: str) -> str:
    """Return a date, or a stretch of days, with 民国 before each year of the Republic: before 114/3/5 and 98.6.1; 1140305 is 民国114年03月05日."""
    tidied = tidy(text)
    named = _YEAR.sub(r"民国\1", _IN_DIGITS.sub(r"民国\1年\2月\3日", tidied))
    return text if named == tidied else named
