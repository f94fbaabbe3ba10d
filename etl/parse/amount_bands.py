"""Reads amounts a family needs as bands, so that no exact sum, which may tell who it is, leaves the reading."""

import re
from decimal import Decimal

from etl.parse.money import amount_yuan
from etl.parse.numbers import number_text

AMOUNT_BANDS = ("1千元以下", "1千–5千元", "5千–1万元", "1万–5万元", "5万元及以上")
STARTS = (0, 1_000, 5_000, 10_000, 50_000)  # yuan

# What stands around an amount: 每学期5000多元, 近1000元/月, 约2万元左右.
ROUND = re.compile(r"每(?:学期|学年|月|年)|/(?:月|年|学期)|[多余近约超]|左右|以上")


def amount_band(text: str, scale: float = 1) -> str | None:
    """Return the band of an amount in yuan; a band stays itself."""
    bare = number_text("金额", text)
    if bare is None:
        return None
    if text.strip() in AMOUNT_BANDS:
        return text.strip()
    amount = amount_yuan(ROUND.sub("", bare), scale)
    return None if amount is None else AMOUNT_BANDS[_band(abs(amount))]


def _band(amount: Decimal) -> int:
    """Return the index of the band that holds an amount."""
    return max(index for index, start in enumerate(STARTS) if start <= amount)
