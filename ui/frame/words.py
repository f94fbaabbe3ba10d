"""Figures in Chinese habits: 万 and 亿, thousands separators, ranges, changes with their base."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from indicators import periods
from indicators.model import Figure, Indicator
from warehouse.communities import short_name

Tone = Literal["good", "bad", "flat"]
STATES = {"no_sample": "无样本", "not_reported": "未报送", "hidden": "小样本已隐藏"}
GRAINS = {"month": "按月", "quarter": "按季", "year": "按年"}
LEVEL = "持平"
LARGE = ((10**8, "亿"), (10**4, "万"))
MINUS = "−"


@dataclass(frozen=True)
class Change:
    """How a value differs from the same window a year before: its size in words, its base, whether that is more, and good."""

    size: str  # 12%, 2.3个百分点; 持平; empty where the two cannot be compared
    base: str
    is_more: bool = False
    tone: Tone = "flat"


def name(community: str) -> str:
    """Return a community's name for a picture or sentence: the page says 演示数据 once, not with every name."""
    return short_name(community)


def rounded(value: float, decimals: int = 0) -> str:
    """Return the number with thousands separators, halves rounded away from zero."""
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{exact:,}".replace("-", MINUS)


def short(value: float, decimals: int = 0) -> str:
    """Return the number as it is said: 3.2万, 115万, 1.2亿; below ten thousand in full."""
    if value == 0:
        return "0"
    for size, name in LARGE:
        if abs(value) >= size:
            digits = max(0, 3 - len(str(int(abs(value) / size))))
            return (
                rounded(value / size, digits).rstrip("0").rstrip(".") + name if digits else rounded(value / size) + name
            )
    return rounded(value, min(decimals, max(0, 3 - len(str(int(abs(value)))))) if abs(value) >= 100 else decimals)


def full(figure: Figure, indicator: Indicator) -> str:
    """Return the figure in full with its unit, a range where the exact number cannot be known, or its state in words."""
    return _said(figure, indicator, rounded)


def brief(figure: Figure, indicator: Indicator) -> str:
    """Return the figure as it is said with its unit, a range where it is one, or its state in words."""
    return _said(figure, indicator, short)


def bare(figure: Figure, indicator: Indicator) -> str:
    """Return the figure as it is said without its unit, which stands elsewhere; a percentage keeps its sign."""
    said = brief(figure, indicator)
    return said if indicator.unit == "%" else said.removesuffix(indicator.unit)


def sides(figure: Figure) -> str:
    """Return numerator and denominator as 46/50, or nothing for a plain count."""
    if figure.state != "ok" or figure.denominator is None or figure.numerator is None:
        return ""
    return f"{_trimmed(figure.numerator)}/{_trimmed(figure.denominator)}"


def interval(figure: Figure, indicator: Indicator) -> str:
    """Return the 95 % interval of a share as 84.1–90.3%, or nothing."""
    if not indicator.interval or figure.low is None or figure.high is None:
        return ""
    low, high = (rounded(end, indicator.decimals) for end in (figure.low, figure.high))
    return f"{low}–{high}{indicator.unit}"


def change(now: Figure, before: Figure | None, indicator: Indicator) -> Change | None:
    """Return the change against the figure of a year before, or None when one of the two is no number."""
    if now.value is None or before is None or before.value is None:
        return None
    base = f"上年同期{brief(before, indicator)}"
    if not is_comparable(now, before):
        return Change("", f"{base}，报送范围不同")
    difference = now.value - before.value
    if rounded(now.value, indicator.decimals) == rounded(before.value, indicator.decimals):
        return Change(LEVEL, base)
    return Change(_size(abs(difference), before.value, indicator), base, difference > 0, _tone(difference, indicator))


def is_whole(figure: Figure) -> bool:
    """Whether a figure of a series rests on a whole period and on all communities asked for."""
    return not figure.missing and periods.is_whole(figure.period)


def is_comparable(now: Figure, before: Figure) -> bool:
    """Whether two figures rest on the same reports: the same communities, or a community without gaps in either."""
    return now.missing == before.missing


def _said(figure: Figure, indicator: Indicator, say: Callable[[float, int], str]) -> str:
    if figure.state != "ok" or figure.value is None:
        return STATES.get(figure.state, "无样本")
    if not indicator.interval and _is_range(figure):
        return f"{_span(figure.low or 0, figure.high or 0, indicator, say)}{indicator.unit}"
    return f"{_one(figure.value, indicator, say)}{indicator.unit}"


def _span(low: float, high: float, indicator: Indicator, say: Callable[[float, int], str]) -> str:
    """Both ends in the same measure: 0.31万–2.44万, never 3,075–2.44万."""
    first, last = say(low, indicator.decimals), say(high, indicator.decimals)
    size = next((size for size, sign in LARGE if last.endswith(sign)), None)
    return f"{rounded(low / size, 2)}{last[-1]}–{last}" if size and not first.endswith(last[-1]) else f"{first}–{last}"


def _one(value: float | None, indicator: Indicator, say: Callable[[float, int], str]) -> str:
    return say(value or 0, indicator.decimals)


def _is_range(figure: Figure) -> bool:
    return figure.low is not None and figure.high is not None and figure.low != figure.high


def _trimmed(value: float) -> str:
    return rounded(value, 0 if value == int(value) else 1)


def _size(difference: float, base: float, indicator: Indicator) -> str:
    if indicator.unit == "%":
        return f"{rounded(difference, 1)}个百分点"
    if base <= 0:
        return f"{short(difference, indicator.decimals)}{indicator.unit}"
    share = difference / base * 100
    return f"{rounded(share, 1 if share < 10 else 0)}%"


def _tone(difference: float, indicator: Indicator) -> Tone:
    if indicator.good == "none":
        return "flat"
    return "good" if (difference > 0) == (indicator.good == "up") else "bad"
