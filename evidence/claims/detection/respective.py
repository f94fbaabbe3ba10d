"""Recognises numbers that 分别 deals out to what is listed before it: 凤二村、天庆新城|分别|接案28、20例."""

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence.claims.detection.numerals import Number

# The word behind which the numbers stand in the order of the list before it.
RESPECTIVELY = re.compile(r"分别|依次|各(?=为|有|达|开展|举办|组织|接案|结案|受理|办结|募集|筹集|支出|参与|服务)")
# Parts of a year that words count or join instead of a list: 四个|季度|分别, 上、下半年|分别, 前三个|季度, 12个|月.
YEAR_PARTS = re.compile(
    r"(?:前?(?P<count>[二两三四2-4])个|各个?|每个?|[一1]至[四4]|(?<=[年，])四)(?P<quarter>季度)"
    r"|(?:前?(?P<months>1[0-2]|[2-9]|[二两三四五六七八九十]{1,2})个|各个?|每个?)(?P<month>月份?)|(?P<half>上[、和及]?下半年|两个半年)"
)
# What joins two names, years or numbers of a list: 凤二村|、|天庆新城, 2024年|和|2025年, 28例|，|20例.
JOINT = re.compile(r"(?:[、，,]|，?(?:以及|[和与及]))\s?")
# The word and what may stand between it and the first number of its list: 分别|接案15、13、28例.
BEFORE_LIST = re.compile(rf"(?:{RESPECTIVELY.pattern})[^。；！？\n]{{0,40}}$")

# Numbers of such a list that look like one with its thousands: 128，115，103场, 95，128，103场; not 1，208人次.
LOOKS_LIKE_ONE = re.compile(r"\d{3}(?:，\d{3})+|\d{1,2}(?:，\d{3}){2,}")


def list_parts(text: str, number: Number) -> Iterator[Number]:
    """Yield a number, or each of those that it holds where it is a list behind 分别."""
    is_list = LOOKS_LIKE_ONE.fullmatch(number.text) and BEFORE_LIST.search(text[: number.start][-60:])
    for digits in re.finditer(r"\d+", number.text) if is_list else ():
        start, end = (number.start + offset for offset in digits.span())
        yield replace(number, start=start, end=end, text=digits[0], low=float(digits[0]), high=float(digits[0]))
    if not is_list:
        yield number


def is_joined(text: str, first_end: int, second_start: int) -> bool:
    """Return whether a number that ends and one that begins at these offsets stand in one list behind 分别: 15|、|13."""
    return bool(JOINT.fullmatch(text, first_end, second_start)) and bool(BEFORE_LIST.search(text[:first_end][-60:]))
