"""Reads years of birth: of a birthday the year alone, which is all that a rule needs."""

import re

from etl.parse.texts import content, refusal

BORN = range(1910, 2026)  # of whoever is or was on a staff
# 1985, 1985年, 1985.3, 1985年3月12日, 198503, 19850312, 1985-03-12 00:00:00
_BIRTH = re.compile(r"((?:19|20)[0-9]{2})(?:年|[-./年](?:0?[1-9]|1[0-2])(?![0-9]).*|(?:0[1-9]|1[0-2])(?:[0-3][0-9])?)?")


def birth_year(text: str) -> int | None:
    """Return the year of a birthday or of a year and month of birth."""
    bare = content(text)
    if bare is None:
        return None
    birth = _BIRTH.fullmatch(bare)
    if birth is None or int(birth[1]) not in BORN:
        raise refusal("出生年份", text, "看不出是哪一年，请写成1985年或1985-03")
    return int(birth[1])
