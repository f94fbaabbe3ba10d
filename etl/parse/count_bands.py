"""Reads how many people or households a need is of as bands, so that no small number, which may tell who they are, leaves the reading."""

import re

from etl.parse.numbers import count
from etl.parse.texts import content

COUNT_BANDS = ("不足5", "5–9", "10–49", "50–99", "100–499", "500及以上")
STARTS = (0, 5, 10, 50, 100, 500)  # 5: below it a number of people is few

# What stands around a number: 约30人, 120余户, 30多人, 近百.
ROUND = re.compile(r"[约近超逾余多]|左右|以上")


def count_band(text: str) -> str | None:
    """Return the band of a number of people or households; a band stays itself."""
    tidied = content(text)
    if tidied is None:
        return None
    if tidied in COUNT_BANDS:
        return tidied
    number = count(ROUND.sub("", tidied))
    return None if number is None else COUNT_BANDS[_band(number)]


def _band(number: int) -> int:
    """Return the index of the band that holds a number."""
    return max(index for index, start in enumerate(STARTS) if start <= number)
