"""Reads what was promised: a number, its unit, and whether it is the least or the most: ≥200人次, 不超过30天, 90%."""

import re

from etl.parse.numbers import quantity
from etl.parse.texts import content, squeezed

AT_LEAST, AT_MOST = "不少于", "不超过"
PERCENT = "百分比"  # a % alone would be guarded as a formula in a CSV that is carried away
_LEAST = r"≥|>=|不少于|不低于|不小于|不得少于|不得低于|大于等于|至少|达到|达|完成"
_MOST = r"≤|<=|不超过|不高于|不大于|不多于|不得超过|不得高于|小于等于|至多|最多|控制在"
_BOUNDED = re.compile(  # ≥200人次, 200人次以上, 不超过30天, 控制在30天以内
    rf"(?:(?P<least>{_LEAST})|(?P<most>{_MOST}))?(?P<amount>.+?)(?:(?P<above>及?以上)|(?P<below>及?以[内下]))?"
)
_PERCENT = re.compile(r"(?P<number>[0-9.,]+)(?:%|个百分点)|百分之(?P<spoken>[0-9.]+)")

Bound = tuple[float, str | None, str | None]  # number, unit, AT_LEAST or AT_MOST


def bounded_quantity(text: str, scale: float | None = 1) -> Bound | None:
    """Return a promised number in the unit stored, its unit and its bound, None for each that the text does not say.

    `scale` is the factor of the unit in the header (万元 → 10 000). Raises ValueError for a text that holds no definite number.
    """
    if content(text) is None:
        return None
    match = _BOUNDED.fullmatch(squeezed(text))
    assert match, "any text has an amount"
    percent = _PERCENT.fullmatch(match["amount"])
    measured = quantity(percent["number"] or percent["spoken"] if percent else match["amount"])
    if measured is None:
        return None
    number, unit = measured
    is_least, is_most = match["least"] or match["above"], match["most"] or match["below"]
    return (
        round(number * (scale or 1), 6),
        PERCENT if percent else unit,
        AT_LEAST if is_least else AT_MOST if is_most else None,
    )
