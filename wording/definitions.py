"""An indicator's definition (口径) in words that a juror can follow: what is counted, where, and under which condition."""

from collections.abc import Callable
from functools import partial

from indicators import tables
from indicators.expression import Expression
from indicators.model import Aggregate, Indicator

DIRECTIONS = {"up": "越高越好", "down": "越低越好", "none": "不分高低"}  # by Indicator.good
SPANS = {
    "period": "统计期内的",
    "to_date": "截至期末累计的",
    "state": "期末当日有效的",
    "any_day": "统计期内任何一天有效的",
    "both_ends": "期初与期末平均的",
}


def lines(indicator: Indicator) -> tuple[str, ...]:
    """Return the definition: name and unit, words, numerator, denominator, version and who answers for it."""
    below = f"分母：{side(indicator.denominator)}" if indicator.denominator else ""
    signed = f"口径第{indicator.version}版，责任人{indicator.owner}，复核{indicator.checked_by}（{indicator.reviewed}）"
    return (
        f"{indicator.label}（{indicator.unit}）",
        indicator.words,
        f"分子：{side(indicator.numerator)}",
        below,
        formula(indicator),
        signed,
    )


def formula(indicator: Indicator) -> str:
    """Return how both sides become the figure where more than a division does: 分子÷分母×100, or nothing."""
    return f"分子÷分母×{indicator.scale:g}" if indicator.denominator and indicator.scale != 1 else ""


def side(aggregate: Aggregate) -> str:
    """Return a side in words: 统计期内的“活动签到”，按“签到日期”归期，计不重复的“参与者代码”个数."""
    label = partial(tables.short_label, aggregate.table)
    where = f"，条件：{condition(aggregate)}" if aggregate.where else ""
    placed = f"，按“{label(aggregate.on)}”归期"
    return f"{SPANS[aggregate.span]}“{tables.name_of(aggregate.table)}”{placed}，{_counted(aggregate, label)}{where}"


def condition(aggregate: Aggregate) -> str:
    """Return the condition under which a row counts, nothing where every one does: “分制”是10."""
    return aggregate.where.in_words(partial(tables.short_label, aggregate.table)) if aggregate.where else ""


def _counted(aggregate: Aggregate, label: Callable[[str], str]) -> str:
    expression = Expression.parse(aggregate.expression)
    names = "”与“".join(map(label, expression.columns))
    if not expression.columns:
        return "计行数"
    if expression.is_distinct:
        return f"计不重复的“{names}”个数"
    return {
        "count": f"计有“{names}”的行数",
        "sum": f"“{names}”合计",
        "min": f"“{names}”最小值",
        "max": f"“{names}”最大值",
    }[expression.function]
