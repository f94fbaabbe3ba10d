"""Lays a figure out in columns under Chinese headers: in words, as tables on screen and in text show it, and in numbers, for files."""

from datetime import date

from indicators.engine import catalogue
from indicators.interval import is_range
from indicators.model import Figure
from wording import numbers, reports, states
from wording.community_names import ALL
from wording.numbers import without_noise
from wording.sentences import window_words

RANGE = "范围（数值是下限）"  # where a row states no exact number; else empty

NumberCell = str | float | date | None


def in_words(figure: Figure, everybody: str = "") -> dict[str, str]:
    """Return {header: cell} with the figure said in full; `everybody` names all communities counted together."""
    indicator = catalogue()[figure.indicator]
    return {
        "指标": indicator.label,
        "社区": figure.community or everybody,
        "类别": figure.category or "",
        "统计期": window_words(figure, indicator),
        "数值": numbers.full(figure, indicator),
        "分子/分母": numbers.sides(figure),
        "95%区间": numbers.interval(figure, indicator),
        "报送": reports.gap(figure),
        "未报送": reports.missing_cell(figure),
    }


def in_numbers(figure: Figure) -> dict[str, NumberCell]:
    """Return {header: cell} with the figure as it was counted; nothing is rounded for the eye."""
    indicator = catalogue()[figure.indicator]
    return {
        "指标": indicator.label,
        "单位": indicator.unit,
        "社区": figure.community or ALL,
        "类别": figure.category or "",
        "统计期": figure.period.label,
        "起": figure.period.from_on,
        "止": figure.period.to_on,
        "数值": without_noise(figure.value),
        "下限": without_noise(figure.low),
        "上限": without_noise(figure.high),
        "分子": without_noise(figure.numerator),
        "分母": without_noise(figure.denominator),
        "状态": states.word(figure),
    }


def range_words(figure: Figure) -> str:
    """Return 535–1,251人 where only the ends of a number are known."""
    indicator = catalogue()[figure.indicator]
    return numbers.full(figure, indicator) if is_range(figure, indicator) else ""
