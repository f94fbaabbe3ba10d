"""Reads what a family needs, and how many a need is of, as bands: no exact sum or small number, which may tell who it is, leaves the reading."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from etl.parse.money import amount_yuan
from etl.parse.numbers import count, number_text
from etl.parse.texts import content

AMOUNT_BANDS = ("1千元以下", "1千–5千元", "5千–1万元", "1万–5万元", "5万元及以上")
_AMOUNT_STARTS = (0, 1_000, 5_000, 10_000, 50_000)  # yuan

COUNT_BANDS = ("不足5", "5–9", "10–49", "50–99", "100–499", "500及以上")
_COUNT_STARTS = (0, 5, 10, 50, 100, 500)  # 5: below it a number of people is few

# What stands around an amount: 每学期5000多元, 近1000元/月, 约2万元左右.
_AROUND_AMOUNT = re.compile(r"每(?:学期|学年|月|年)|/(?:月|年|学期)|[多余近约超]|左右|以上")
# What stands around a number: 约30人, 120余户, 30多人, 近百.
_AROUND_COUNT = re.compile(r"[约近超逾余多]|左右|以上")


def amount_band(text: str, scale: float = 1) -> str | None:
    """Return the band of an amount in yuan; a band stays itself."""
    bare = number_text("金额", text)
    if bare is None:
        return None
    if text.strip() in AMOUNT_BANDS:
        return text.strip()
    amount = amount_yuan(_AROUND_AMOUNT.sub("", bare), scale)
    return None if amount is None else _band(AMOUNT_BANDS, _AMOUNT_STARTS, abs(amount))


def count_band(text: str) -> str | None:
    """Return the band of a number of people or households; a band stays itself."""
    tidied = content(text)
    if tidied is None:
        return None
    if tidied in COUNT_BANDS:
        return tidied
    number = count(_AROUND_COUNT.sub("", tidied))
    return None if number is None else _band(COUNT_BANDS, _COUNT_STARTS, number)


def _band(bands: Sequence[str], starts: Sequence[int], number: Decimal | int) -> str:
    return bands[bisect_right(starts, number) - 1]
