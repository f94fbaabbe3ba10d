"""Says figures in Chinese habits, on screen and in files alike: thousands separators, 万 and 亿, ranges, both sides of a rate."""

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from indicators.interval import is_range
from indicators.model import Figure, Indicator
from wording import states

LARGE = ((10**8, "亿"), (10**4, "万"))
MINUS = "−"
WIDE = 3  # times the beginning of a range: one that ends beyond says no more than “at least”
NOT_KNOWN = "不能定"
WHAT_TO_DO = "请补齐签到、服务等名单里的姓名和身份"
WHOLE_SHARE = 100.0  # per cent
SIDE_DECIMALS = 2
NOISE_DECIMALS = 6


def fixed(value: float, decimals: int = 0) -> str:
    """Return the number with thousands separators and exactly so many decimals, halves rounded away from zero."""
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{exact:,}".replace("-", MINUS)


def rounded(value: float, decimals: int = 0) -> str:
    """Return the number with thousands separators and at most so many decimals, no zeros at its end."""
    return _without_zeros(fixed(value, decimals))


def short(value: float, decimals: int = 0) -> str:
    """Return the number in about three digits: 3.2万, 115万, 1.2亿; below ten thousand with its separators.

    Zeros at the end stay where something was rounded off: 69,962 are 7.00万, 70,000 are 7万.
    """
    if value == 0:
        return "0"
    for size, sign in LARGE:
        if abs(value) >= size:
            decimals = _decimals_of_three_digits(round(value / size, 2))
            digits = fixed(value / size, decimals)
            return f"{_without_zeros(digits) if round(value / size, decimals) * size == value else digits}{sign}"
    return fixed(value, min(decimals, _decimals_of_three_digits(value)) if abs(value) >= 100 else decimals)


def outward(figure: Figure, decimals: Callable[[float], int]) -> tuple[float, float]:
    """Return both ends of a range, each rounded away from the other: 1.36 is no “at least 1.4”. `decimals` tells how many are shown of a number."""
    low, high = (round(end or 0, NOISE_DECIMALS) for end in (figure.low, figure.high))
    return _rounded_to(low, decimals(low), ROUND_FLOOR), _rounded_to(high, decimals(high), ROUND_CEILING)


def full(figure: Figure, indicator: Indicator) -> str:
    """Return the figure with its unit, a range where the exact number cannot be known, or the word of its state."""
    return f"{number(figure, indicator)}{_unit(figure, indicator)}"


def brief(figure: Figure, indicator: Indicator) -> str:
    """Return the figure like `full`, large numbers in 万 and 亿, of a vast range only its beginning: 至少817人."""
    return f"{_brief_amount(figure, indicator)}{_unit(figure, indicator)}"


def number(figure: Figure, indicator: Indicator) -> str:
    """Return the figure without its unit, a range where the exact number cannot be known, or the word of its state."""
    return _said(figure, indicator, amount, lambda _: indicator.decimals)


def bare(figure: Figure, indicator: Indicator) -> str:
    """Return the figure like `brief` without its unit, which stands elsewhere; a percentage keeps its sign."""
    return brief(figure, indicator) if indicator.unit == "%" else _brief_amount(figure, indicator)


def comes_whole(indicator: Indicator) -> bool:
    """Whether it is counted in whole numbers, of which an axis marks no part."""
    return not indicator.denominator and not indicator.decimals


def quantity(value: float | None, indicator: Indicator) -> str:
    """Return a value of an indicator with its unit, or 没有数."""
    return states.NO_NUMBER if value is None else f"{amount(value, indicator)}{indicator.unit}"


def signed(value: float, indicator: Indicator) -> str:
    """Return a difference without its unit: +3, −1.5, 0."""
    return f"{'+' if value > 0 else ''}{amount(value, indicator)}"


def amount(value: float, indicator: Indicator) -> str:
    """Return a rate with all its decimals, so that a column of them lines up; what is counted or summed without zeros at its end."""
    return (fixed if indicator.denominator else rounded)(value, indicator.decimals)


def slope(value: float, indicator: Indicator) -> str:
    """Return the change per period with its unit, a decimal more than the indicator has: +1.5人次, +0.97个百分点."""
    unit = "个百分点" if indicator.unit == "%" else indicator.unit
    return f"{'+' if value > 0 else ''}{rounded(value, indicator.decimals + 1)}{unit}"


def p_value(p: float) -> str:
    """Return the p value of a test as it stands behind a p: =0.003, <0.001."""
    return "<0.001" if p < 0.001 else f"={p:.3f}"


def sides(figure: Figure) -> str:
    """Return numerator and denominator as 46/50, or nothing for a plain count."""
    if figure.state != "ok" or figure.denominator is None or figure.numerator is None:
        return ""
    return "/".join(rounded(side, SIDE_DECIMALS) for side in (figure.numerator, figure.denominator))


def with_sides(figure: Figure, indicator: Indicator) -> str:
    """Return the number with what it was divided from: 92.0（46/50）."""
    return f"{number(figure, indicator)}（{sides(figure)}）" if sides(figure) else number(figure, indicator)


def interval(figure: Figure, indicator: Indicator) -> str:
    """Return the 95 % interval of a share as 84.1–90.3%, or nothing."""
    if not indicator.interval or figure.low is None or figure.high is None:
        return ""
    return f"{amount(figure.low, indicator)}–{amount(figure.high, indicator)}{indicator.unit}"


def has_no_end(figure: Figure, indicator: Indicator) -> bool:
    """Whether a range of a share ends where every share does, so that nothing is known of its end."""
    return indicator.unit == "%" and is_range(figure, indicator) and (figure.high or 0) >= WHOLE_SHARE


def is_unknown(figure: Figure, indicator: Indicator) -> bool:
    """Whether nothing is known of either end of a range."""
    return has_no_end(figure, indicator) and begins_at_zero(figure, indicator)


def says_least_only(figure: Figure, indicator: Indicator) -> bool:
    """Whether of a range only the beginning says something, which is more than 0."""
    return is_range(figure, indicator) and is_wide(figure) and not begins_at_zero(figure, indicator)


def begins_at_zero(figure: Figure, indicator: Indicator) -> bool:
    """Whether a range says nothing of its beginning."""
    return not outward(figure, lambda _: indicator.decimals)[0]


def range_words(figure: Figure, indicator: Indicator, largest: str = "") -> str:
    """Return why only a range is known, or only its beginning, which may be that of the `largest` community; nothing where the number is known."""
    if not is_range(figure, indicator):
        return ""
    if has_no_end(figure, indicator):
        reason = f"名单不全，{'' if begins_at_zero(figure, indicator) else '上限'}{NOT_KNOWN}：{WHAT_TO_DO}"
        return "；".join(filter(None, (reason, ends(figure, indicator, largest))))
    low, high = (rounded(end, indicator.decimals) for end in outward(figure, lambda _: indicator.decimals))
    advice = f"，{WHAT_TO_DO}" if is_wide(figure) else ""
    is_told_apart = not (what_ends_are := ends(figure, indicator, largest))
    reason = "有的记录没有姓名" if is_told_apart else "几个社区都有的分不出来"
    return f"{reason}，只知道在{low}至{high}{indicator.unit}之间{'' if is_told_apart else f'，{what_ends_are}'}{advice}"


def ends(figure: Figure, indicator: Indicator, largest: str = "") -> str:
    """Return what the ends of a range over several communities are: 下限只是最多的一家（阳明山庄社区），上限为各社区之和; nothing of another."""
    is_of_several = figure.community is None and len(figure.counted) > 1 and indicator.is_combined
    if not is_range(figure, indicator) or not is_of_several or begins_at_zero(figure, indicator):
        return ""
    low = f"下限只是最多的一家{f'（{largest}）' if largest else '社区'}"
    return low if has_no_end(figure, indicator) else f"{low}，上限为各社区之和"


def is_wide(figure: Figure) -> bool:
    """Whether a range says no more than “at least”: its end is more than WIDE times its beginning."""
    return (figure.high or 0) > WIDE * (figure.low or 0)


def without_noise(value: float | None) -> float | None:
    """Return the value without the noise of binary fractions, as a file of numbers keeps it; nothing is rounded for the eye."""
    return None if value is None else round(value, NOISE_DECIMALS)


def _said(
    figure: Figure, indicator: Indicator, say: Callable[[float, Indicator], str], decimals: Callable[[float], int]
) -> str:
    if figure.state != "ok" or figure.value is None:
        return states.word(figure)
    if not is_range(figure, indicator):
        return say(figure.value, indicator)
    low, high = outward(figure, decimals)
    if has_no_end(figure, indicator):
        return NOT_KNOWN if begins_at_zero(figure, indicator) else f"至少{say(low, indicator)}"
    if begins_at_zero(figure, indicator):
        return f"至多{say(high, indicator)}"
    return _span(figure.low or 0, say(low, indicator), say(high, indicator))


def _brief_amount(figure: Figure, indicator: Indicator) -> str:
    def decimals(value: float) -> int:
        return _short_decimals(value, indicator.decimals)

    if figure.state == "ok" and figure.value is not None and says_least_only(figure, indicator):
        return f"至少{_short_amount(outward(figure, decimals)[0], indicator)}"
    return _said(figure, indicator, _short_amount, decimals)


def _unit(figure: Figure, indicator: Indicator) -> str:
    has_number = figure.state == "ok" and figure.value is not None and not is_unknown(figure, indicator)
    return indicator.unit if has_number else ""


def _span(low: float, first: str, last: str) -> str:
    """Return both ends in the measure of the last: 0.91万–2.44万, never 9,075–2.44万."""
    size = next((size for size, sign in LARGE if last.endswith(sign)), None)
    return (
        f"{rounded(_rounded_to(low / size, 2, ROUND_FLOOR), 2)}{last[-1]}–{last}"
        if size and not first.endswith(last[-1])
        else f"{first}–{last}"
    )


def _short_amount(value: float, indicator: Indicator) -> str:
    amount = short(value, indicator.decimals)
    return amount if indicator.denominator else _without_zeros(amount)


def _short_decimals(value: float, decimals: int) -> int:
    """Return how many decimals of a number `short` shows, fewer than none where it is in 万 or 亿."""
    for size, _ in LARGE:
        if abs(value) >= size:
            return _decimals_of_three_digits(value / size) - len(f"{size}"[1:])
    return min(decimals, _decimals_of_three_digits(value)) if abs(value) >= 100 else decimals


def _rounded_to(value: float, decimals: int, way: str) -> float:
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), way))


def _without_zeros(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


def _decimals_of_three_digits(value: float) -> int:
    return max(0, 3 - len(str(int(abs(value)))))
