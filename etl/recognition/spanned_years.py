"""Tells of which year each month is where a title covers months of two: 2024年12月—2025年1月, 2024—2025学年."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from etl.recognition.stated_period import names_year, stated_year, without_days_of_paper

_TO = r"\s*[-—–~～至到]+\s*"
_MONTHS = re.compile(  # 2024年12月—2025年1月, 2024.12—2025.1, 2024年12月28日至2025年1月5日, 2024年9月至次年1月
    r"(?<!\d)(?P<y>20\d\d)\s*[年./-]\s*(?P<m>\d{1,2})(?!\d)(?:月(?:\d{1,2}[日号])?|[./-]\d{1,2})?"
    rf"{_TO}(?:(?P<y2>20\d\d)\s*[年./-]\s*|(?P<next>次年|翌年|第二年)\s*)?(?P<m2>\d{{1,2}})(?P<is_month>\s*月)?(?!\d|\s*[日号])"
)
_SCHOOL_YEAR = re.compile(rf"(?<!\d)(?P<y>20\d\d)(?:年?度?{_TO}(?P<y2>20\d\d))?\s*年?学年")
_YEARS = re.compile(rf"(?<!\d)(?P<y>20\d\d)年?度?{_TO}(?P<y2>20\d\d)(?:年|(?!\d))(?!\d{{1,2}}月)")
_SEPTEMBER, _JULY = 9, 7  # first and last month of a school year; August may be of either end


@dataclass(frozen=True)
class SpannedYears:
    """The stretch over several years that a text states, and the year of each month that occurs in it once."""

    words: str
    years: Mapping[int, int]  # month → year
    is_settling: bool = True  # False where the words only tell which years are wrong


def spanned_years(texts: Sequence[str]) -> SpannedYears | None:
    """Return the stretch that the first text to name any year states, None where that is of one year, or states none."""
    text = next(filter(names_year, map(without_days_of_paper, texts)), "")
    if months := _MONTHS.search(text):
        return _of_months(months)
    if school := _SCHOOL_YEAR.search(text):
        return _of_school_year(school)
    if (years := _YEARS.search(text)) and int(years["y"]) < int(years["y2"]):
        return SpannedYears(f"{years['y']}年到{years['y2']}年", {})
    return None


def contradicting_years(titles: Sequence[str], sheet: str, file: str) -> SpannedYears | None:
    """Return both years where the title over a table and the name of its sheet each state another one: no date gets either.

    The name of a file may well hold the year in which it was sent in, which is no earlier one.
    """
    above, named, sent = stated_year(titles), stated_year((sheet,)), stated_year((file,)) if "年" in file else None
    if above and named and above != named:
        return SpannedYears(f"标题{above}年、工作表名{named}年", {})
    if above and sent and sent < above and not named:
        return SpannedYears(f"标题{above}年、文件名{sent}年", {})
    return None


def _of_months(match: re.Match[str]) -> SpannedYears | None:
    first = int(match["y"]), int(match["m"])
    month = int(match["m2"])
    if match["y2"]:
        last = int(match["y2"]), month
    elif match["next"] or (match["is_month"] and month < first[1]):
        last = first[0] + 1, month
    else:
        return None
    if last[0] <= first[0] or not (1 <= first[1] <= 12 and 1 <= last[1] <= 12):
        return None
    words = f"{first[0]}年{first[1]}月到{last[0]}年{last[1]}月"
    return SpannedYears(words, _years_of_months(first, last))


def _years_of_months(first: tuple[int, int], last: tuple[int, int]) -> dict[int, int]:
    """Return the year of each month that lies once between two, given as (year, month)."""
    years: dict[int, list[int]] = {}
    for number in range(first[0] * 12 + first[1] - 1, last[0] * 12 + last[1]):
        years.setdefault(number % 12 + 1, []).append(number // 12)
    return {month: found[0] for month, found in years.items() if len(found) == 1}


def _of_school_year(match: re.Match[str]) -> SpannedYears | None:
    """Return a school year; 2024学年 alone says which years are wrong, and is asked about."""
    first = int(match["y"])
    last = int(match["y2"] or first + 1)
    if last != first + 1:
        return SpannedYears(f"{first}年到{last}年", {})
    years = _years_of_months((first, _SEPTEMBER), (last, _JULY))
    return SpannedYears(match[0].replace(" ", ""), years, is_settling=match["y2"] is not None)
