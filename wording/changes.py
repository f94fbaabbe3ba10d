"""Says how a figure differs from the one of a year before, with its base, and whether that is good."""

from dataclasses import dataclass
from typing import Literal

from indicators.model import Figure, Indicator
from wording.numbers import brief, rounded, short

Tone = Literal["good", "bad", "flat"]
LEVEL = "持平"


@dataclass(frozen=True)
class ChangeWords:
    """A change in words: its size, its base, whether it is more, and good."""

    size: str  # 12%, 2.3个百分点; 持平; empty where the two cannot be compared
    base: str  # 上年同期100人次
    is_more: bool = False
    tone: Tone = "flat"


def against_year_before(now: Figure, before: Figure | None, indicator: Indicator) -> ChangeWords | None:
    """Return the change against the figure of a year before, or None when one of the two is no number."""
    if now.value is None or before is None or before.value is None:
        return None
    base = f"上年同期{brief(before, indicator)}"
    if not is_comparable(now, before):
        return ChangeWords("", f"{base}，报送范围不同")
    difference = now.value - before.value
    if rounded(now.value, indicator.decimals) == rounded(before.value, indicator.decimals):
        return ChangeWords(LEVEL, base)
    size = _size(abs(difference), before.value, indicator)
    return ChangeWords(size, base, difference > 0, _tone(difference, indicator))


def is_comparable(now: Figure, before: Figure) -> bool:
    """Whether two figures rest on the same reports: the same communities, or a community without gaps in either."""
    return now.missing == before.missing


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
