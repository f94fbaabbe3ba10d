"""Reads ages as bands, so that nobody's age or birthday leaves the reading."""

import re
from collections.abc import Iterable

from etl.parse.numbers import number_text
from etl.parse.texts import refusal

OLDEST = 120
# 14: minors below are sensitive by law (PIPL art. 28); 18: of age; 60 and 80: the field's old and oldest.
AGE_BANDS = ("0-13岁", "14-17岁", "18-35岁", "36-59岁", "60-79岁", "80岁及以上")
STARTS = (0, 14, 18, 36, 60, 80)

YEARS_OLD = "(?:周?岁)?"
SINGLE = re.compile(rf"([0-9]{{1,3}})(?:\.0+)?{YEARS_OLD}")  # 65, 65.0, 65周岁
BETWEEN = re.compile(rf"([0-9]{{1,3}}){YEARS_OLD}(?:[-~〜∼—–至到]+)([0-9]{{1,3}}){YEARS_OLD}")  # 60-79岁, 30至45岁
# 60周岁及以上, 满60岁以上, 60岁(含)以上, ≥60
FROM = re.compile(rf"(?:满|年满)?([0-9]{{1,3}}){YEARS_OLD}(?:\(含\))?(?:及|或)?以上|(?:≥|>=)([0-9]{{1,3}}){YEARS_OLD}")
BELOW = re.compile(rf"(?:不满|未满|<)([0-9]{{1,3}}){YEARS_OLD}|([0-9]{{1,3}}){YEARS_OLD}\(不含\)以下")  # 不满14岁, <14
UP_TO = re.compile(rf"([0-9]{{1,3}}){YEARS_OLD}(?:及|或)?以下|(?:≤|<=)([0-9]{{1,3}}){YEARS_OLD}")  # 14岁及以下, ≤14


def age_band(text: str) -> str | None:
    """Return the band of an age or of a range of ages; a range that no single band holds stays itself.

    27岁以上 or 30-45岁 lie in two bands: splitting them would be a guess. A birthday is refused, since the age it gives depends
    on a day that the cell does not say.
    """
    bare = number_text("年龄", text)
    if bare is None:
        return None
    ages = _ages(bare)
    if ages is None and re.search("[0-9]{4}", bare):
        raise refusal("年龄", text, "是出生日期，但不知按哪一天计算，请写周岁，例如65")
    if ages is None or not 0 <= ages[0] <= ages[1] <= OLDEST:
        raise refusal("年龄", text, "看不出是多少岁，请写周岁或年龄段，例如65或60-79岁")
    band = _band(ages[0])
    return AGE_BANDS[band] if band == _band(ages[1]) else _as_written(bare, ages)


def _band(age: int) -> int:
    """Return the index of the band that holds an age."""
    return max(index for index, start in enumerate(STARTS) if start <= age)


def _ages(bare: str) -> tuple[int, int] | None:
    """Return the lowest and the highest age that a text admits, None for a text that is no age."""
    if match := SINGLE.fullmatch(bare):
        return int(match[1]), int(match[1])
    if match := BETWEEN.fullmatch(bare):
        return int(match[1]), int(match[2])
    if match := FROM.fullmatch(bare):
        return int(match[1] or match[2]), OLDEST
    if match := BELOW.fullmatch(bare):
        return 0, int(match[1] or match[2]) - 1
    if match := UP_TO.fullmatch(bare):
        return 0, int(match[1] or match[2])
    return None


def _as_written(bare: str, ages: tuple[int, int]) -> str:
    """Return a range of ages in one spelling: 30至45周岁 and 30～45 are 30-45岁."""
    if BETWEEN.fullmatch(bare):
        return f"{ages[0]}-{ages[1]}岁"
    if FROM.fullmatch(bare):
        return f"{ages[0]}岁以上"
    return f"不满{ages[1] + 1}岁" if BELOW.fullmatch(bare) else f"{ages[1]}岁以下"


def overlapping_bands(bands: Iterable[str]) -> list[str]:
    """Return the bands that share ages with others among them, in their order: 60岁以上 beside 60-79岁 and 80岁及以上."""
    spans = {band: span for band in bands if (span := _span(band))}
    return [
        band
        for band, (low, high) in spans.items()
        if any(other != band and low <= last and first <= high for other, (first, last) in spans.items())
    ]


def wider_bands(bands: Iterable[str]) -> list[str]:
    """Return the bands to set apart so that no two of the rest share ages, the widest first: 60岁以上 of the above."""
    rest, apart = list(bands), []
    while overlapping := overlapping_bands(rest):
        apart.append(max(overlapping, key=_width))
        rest.remove(apart[-1])
    return apart


def _width(band: str) -> int:
    low, high = _span(band) or (0, 0)
    return high - low


def _span(category: str) -> tuple[int, int] | None:
    """Return the ages that a category admits, None for any that is no band of age: 为老 10 20, which is refused as a number."""
    try:
        return _ages(number_text("年龄", category) or "")
    except ValueError:
        return None
