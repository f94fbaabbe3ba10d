"""Numbers in words, as they stand in files: thousands separators, ranges, both sides of a rate, a state instead of a number."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from indicators.model import Figure, Indicator
from warehouse.communities import short_name

ALL = "全部所选社区"
STATES = {"ok": "有数", "no_sample": "无样本", "not_reported": "未报送", "hidden": "已隐藏"}
MINUS = "−"
WIDE = 2


def name(community: str | None) -> str:
    """Return a community's name without the mark of sample data, which the file carries in its head."""
    return short_name(community or ALL)


def together(communities: Sequence[str]) -> str:
    """Return several communities as the subject of a sentence: 社东社区、凤二村等6个社区."""
    names = "、".join(name(place) for place in communities[:2])
    return names if len(communities) <= 2 else f"{names}等{len(communities)}个社区"


def rounded(value: float, decimals: int = 0) -> str:
    """Return the number with thousands separators, halves rounded away from zero, no zeros at its end."""
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    said = f"{exact:,}".replace("-", MINUS)
    return said.rstrip("0").rstrip(".") if "." in said else said


def number(figure: Figure, indicator: Indicator) -> str:
    """Return the number without its unit, a range where the exact one cannot be known, or the state in words."""
    if figure.state != "ok" or figure.value is None:
        return STATES[figure.state]
    if is_range(figure, indicator):
        low, high = (rounded(end or 0, indicator.decimals) for end in (figure.low, figure.high))
        return f"至少{low}" if is_wide(figure) else f"{low}至{high}"
    return rounded(figure.value, indicator.decimals)


def full(figure: Figure, indicator: Indicator) -> str:
    """Return the number with its unit, or the state in words."""
    return f"{number(figure, indicator)}{indicator.unit}" if figure.state == "ok" else number(figure, indicator)


def sides(figure: Figure) -> str:
    """Return numerator and denominator as 46/50, or nothing for a plain count."""
    if figure.state != "ok" or figure.denominator is None or figure.numerator is None:
        return ""
    return f"{rounded(figure.numerator, 2)}/{rounded(figure.denominator, 2)}"


def with_sides(figure: Figure, indicator: Indicator) -> str:
    """Return the number with what it was divided from: 92（46/50）."""
    return f"{number(figure, indicator)}（{sides(figure)}）" if sides(figure) else number(figure, indicator)


def interval(figure: Figure, indicator: Indicator) -> str:
    """Return the 95 % interval of a share as 84.1至90.3%, or nothing."""
    if not indicator.interval or figure.low is None or figure.high is None:
        return ""
    low, high = (rounded(end, indicator.decimals) for end in (figure.low, figure.high))
    return f"{low}至{high}{indicator.unit}"


def is_range(figure: Figure, indicator: Indicator) -> bool:
    """Whether only the ends between which the number lies are known."""
    return not indicator.interval and None not in (figure.low, figure.high) and figure.low != figure.high


def is_wide(figure: Figure) -> bool:
    """Whether a range says no more than “at least”: its end is more than so many times its beginning."""
    return (figure.high or 0) > WIDE * (figure.low or 0)


def listed(names: tuple[str, ...]) -> str:
    """Return names as a list, months in a row as a span: 2021年1月至3月、2022年5月."""
    spans = []
    for _, run in groupby(enumerate(names), key=lambda pair: (_month(pair[1]) or 0) - pair[0]):
        members = [name for _, name in run]
        is_span = len(members) > 2 and _month(members[0]) is not None
        spans += [f"{members[0]}至{_later(members)}"] if is_span else members
    return "、".join(spans)


def _month(label: str) -> int | None:
    """Return the number of a month named 2021年3月, None for any other name."""
    year, _, month = label.removesuffix("月").partition("年")
    return int(year) * 12 + int(month) if label.endswith("月") and year.isdigit() and month.isdigit() else None


def _later(months: list[str]) -> str:
    """Return the last month, its year only where it is another one."""
    year, _, month = months[-1].partition("年")
    return month if months[0].startswith(f"{year}年") else months[-1]
