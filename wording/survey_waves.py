"""Says what two surveys of a community show beside each other, and what each of them found, with 95 % intervals."""

from collections.abc import Sequence

from indicators.before_after import BeforeAfter, SurveyWave
from warehouse.communities import short_name
from wording.numbers import fixed


def change(comparison: BeforeAfter) -> str:
    """Return what may be said of two surveys: 提高 or 下降 only where the interval of the difference leaves 0 out."""
    low, difference, high = (_signed(share) for share in (comparison.low, comparison.difference, comparison.high))
    interval = f"95%区间{low}至{high}个百分点"
    if comparison.low > 0 or comparison.high < 0:
        points = fixed(abs(comparison.difference) * 100, 1)
        return f"总体满意率{'提高' if comparison.low > 0 else '下降'}{points}个百分点（{interval}）"
    return f"总体满意率相差{difference}个百分点，在误差范围内（{interval}），不能说提高或下降"


def _signed(share: float) -> str:
    return f"{'+' if share > 0 else ''}{fixed(share * 100, 1)}"


def shares(wave: SurveyWave) -> tuple[str, str, str]:
    """Return the satisfied share of a survey, its interval and its sides: 87.2%, 84.1–90.3%, 436/500."""
    low, high = (fixed(end * 100, 1) for end in wave.interval)
    return f"{fixed(wave.share * 100, 1)}%", f"{low}–{high}%", f"{wave.satisfied}/{wave.answers}"


def asked_otherwise_note(names: Sequence[str]) -> str:
    """Return that communities were surveyed in another way meanwhile: 凤二村期间换过调查方式，前后比较要谨慎。 Empty without any."""
    return f"{'、'.join(map(short_name, names))}期间换过调查方式，前后比较要谨慎。" if names else ""
