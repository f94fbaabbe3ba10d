"""Ages in bands, so that nobody's age or birthday leaves the reading."""

import datetime
import re

from etl.parse.dates import date
from etl.parse.numbers import plain
from etl.parse.texts import refusal

OLDEST = 120
# 14: minors below are sensitive by law (PIPL art. 28); 18: of age; 60 and 80: the field's old and oldest.
AGE_BANDS = ("0-13岁", "14-17岁", "18-35岁", "36-59岁", "60-79岁", "80岁及以上")
STARTS = (0, 14, 18, 36, 60, 80)

YEARS_OLD = "(?:周?岁)?"
ONE = re.compile(rf"([0-9]{{1,3}})(?:\.0+)?{YEARS_OLD}")
BETWEEN = re.compile(rf"([0-9]{{1,3}}){YEARS_OLD}(?:[-~〜∼—–至到]+)([0-9]{{1,3}}){YEARS_OLD}")
FROM = re.compile(rf"(?:满|年满)?([0-9]{{1,3}}){YEARS_OLD}(?:\(含\))?(?:及|或)?以上|(?:≥|>=)([0-9]{{1,3}}){YEARS_OLD}")
BELOW = re.compile(rf"(?:不满|未满|<)([0-9]{{1,3}}){YEARS_OLD}|([0-9]{{1,3}}){YEARS_OLD}\(不含\)以下")
UP_TO = re.compile(rf"([0-9]{{1,3}}){YEARS_OLD}(?:及|或)?以下|(?:≤|<=)([0-9]{{1,3}}){YEARS_OLD}")
BIRTH_YEAR = re.compile(r"((?:19|20)[0-9]{2})年?(?:出?生)?")


def age_band(text: str, on: datetime.date | None = None) -> str | None:
    """The band of an age, of a range of ages, or of a birthday or year of birth as seen on the day `on`.

    A range that no single band holds stays itself (27岁以上, 30-45岁): splitting it would be a guess.
    """
    bare = plain("年龄", text)
    if bare is None:
        return None
    ages = _ages(bare) or _born(bare, text, on)
    if ages is None or not 0 <= ages[0] <= ages[1] <= OLDEST:
        raise refusal("年龄", text, "看不出是多少岁，请写周岁或年龄段，例如65或60-79岁")
    band = _band(ages[0])
    return AGE_BANDS[band] if band == _band(ages[1]) else _as_written(bare, ages)


def _band(age: int) -> int:
    return max(index for index, start in enumerate(STARTS) if start <= age)


def _ages(bare: str) -> tuple[int, int] | None:
    """The lowest and the highest age that a text admits."""
    if found := ONE.fullmatch(bare):
        return int(found[1]), int(found[1])
    if found := BETWEEN.fullmatch(bare):
        return int(found[1]), int(found[2])
    if found := FROM.fullmatch(bare):
        return int(found[1] or found[2]), OLDEST
    if found := BELOW.fullmatch(bare):
        return 0, int(found[1] or found[2]) - 1
    if found := UP_TO.fullmatch(bare):
        return 0, int(found[1] or found[2])
    return None


def _born(bare: str, text: str, on: datetime.date | None) -> tuple[int, int] | None:
    """The ages that somebody born then can have on that day."""
    year = BIRTH_YEAR.fullmatch(bare)
    if not year and not re.search(r"[0-9]{4}", bare):
        return None
    if on is None:
        raise refusal("年龄", text, "是出生日期，但不知按哪一天计算，请写周岁，例如65")
    if year:
        return max(on.year - int(year[1]) - 1, 0), on.year - int(year[1])
    birthday = date(text, years=range(on.year - OLDEST, on.year + 1))
    if birthday is None:
        return None
    age = on.year - birthday.year - ((on.month, on.day) < (birthday.month, birthday.day))
    return age, age


def _as_written(bare: str, ages: tuple[int, int]) -> str:
    if BETWEEN.fullmatch(bare) or BIRTH_YEAR.fullmatch(bare):
        return f"{ages[0]}-{ages[1]}岁"
    if FROM.fullmatch(bare):
        return f"{ages[0]}岁以上"
    return f"不满{ages[1] + 1}岁" if BELOW.fullmatch(bare) else f"{ages[1]}岁以下"
