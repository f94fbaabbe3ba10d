"""Says how a figure differs from that of a year before, and whether that is good; or why no change can be said."""

from dataclasses import dataclass
from typing import Literal

from indicators.comparison import Comparison, Silence
from indicators.model import Indicator
from wording.numbers import rounded, short
from wording.ranking import UNTESTED
from wording.reports import coverage_words

Tone = Literal["good", "bad", "flat"]
LEVEL = "持平"
SILENCES: dict[Silence, str] = {
    "not_reported": "上年同期缺报",
    "nothing_shared": "两期没有共同报送的月份",
    "interrupted": "上年以来有月份缺报",
    "half_empty": "有的台账里分类没有写全，不作比较",
    "little_shared": "两期共同报送的不到一半，不作比较",
    "rule_changed": "两期之间改过规则，不作比较",
    "part_of_month": "不足一个月，不作比较",
    "no_number": "上年同期没有样本",
    "hidden": "为保护个人不作比较",
    "range": "只知道范围，不作比较",
    "chance": "变化在误差范围内",
    "untested": f"变化{UNTESTED}",
}


@dataclass(frozen=True)
class ChangeWords:
    """A change in words. `size` is 12%, 2.3个百分点, 1例 or 持平, empty where `silence` says why it cannot be said."""

    size: str
    silence: str
    coverage: str  # 67/72社区月
    is_more: bool = False
    has_arrow: bool = False
    tone: Tone = "flat"


def change_words(comparison: Comparison) -> ChangeWords:
    """Return a comparison in words; a change of few things within chance is said in units, together with that it may be chance."""
    coverage = coverage_words(comparison.coverage, is_of_months=comparison.is_of_months)
    silence = SILENCES[comparison.silence] if comparison.silence else ""
    may_be_said = comparison.silence is None or (comparison.silence == "chance" and comparison.is_few)
    if comparison.change is None or not may_be_said:
        return ChangeWords("", silence, coverage)
    if _is_level(comparison):
        return ChangeWords(LEVEL, "", coverage)
    is_more = comparison.change > 0
    tone = _tone(comparison, comparison.indicator) if comparison.is_tested else "flat"
    return ChangeWords(_size(comparison), silence, coverage, is_more, not comparison.is_few, tone)


def _is_level(comparison: Comparison) -> bool:
    decimals = comparison.indicator.decimals
    return rounded(comparison.now.value or 0, decimals) == rounded(comparison.before.value or 0, decimals)


def _size(comparison: Comparison) -> str:
    indicator, base, difference = comparison.indicator, comparison.before.value or 0, abs(comparison.change or 0)
    if indicator.unit == "%":
        return f"{rounded(difference, 1)}个百分点"
    if base <= 0 or comparison.is_few:
        return f"{short(difference, indicator.decimals)}{indicator.unit}"
    share = difference / base * 100
    return f"{rounded(share, 1 if share < 10 else 0)}%"


def _tone(comparison: Comparison, indicator: Indicator) -> Tone:
    if indicator.good == "none":
        return "flat"
    return "good" if ((comparison.change or 0) > 0) == (indicator.good == "up") else "bad"
