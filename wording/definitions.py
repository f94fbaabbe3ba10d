"""An indicator's definition (口径) in words that a juror can follow: what is counted, where, and under which condition."""

import re

from indicators import tables
from indicators.model import Indicator, Total
from wording import conditions

SPANS = {"period": "统计期内的", "to_date": "截至期末累计的", "state": "期末当日有效的"}
_AGGREGATE = re.compile(r"(?P<function>count|sum|min|max)\((?P<distinct>distinct )?\(?(?P<columns>[^)]*)\)*")


def lines(one: Indicator) -> tuple[str, ...]:
    """Return the definition: name and unit, words, numerator, denominator, version and who answers for it."""
    below = f"分母：{side(one.denominator)}" if one.denominator else ""
    scale = f"分子÷分母×{one.scale:g}" if one.denominator and one.scale != 1 else ""
    signed = f"口径第{one.version}版，责任人{one.owner}，复核{one.checked_by}（{one.reviewed}）"
    return (f"{one.label}（{one.unit}）", one.words, f"分子：{side(one.numerator)}", below, scale, signed)


def side(total: Total) -> str:
    """Return one side in words: 统计期内的“活动签到”，按“签到日期”归期，计不重复的“参与者代码”个数."""
    where = "" if total.where == "true" else f"，条件：{conditions.words(total.table, total.where)}"
    placed = f"，按“{conditions.label(total.table, total.on)}”归期"
    return f"{SPANS[total.span]}“{tables.name_of(total.table)}”{placed}，{_counted(total)}{where}"


def _counted(total: Total) -> str:
    found = _AGGREGATE.match(total.value)
    assert found, f"{total.value} lies outside the vocabulary"
    names = "”与“".join(conditions.label(total.table, name.strip()) for name in found["columns"].split(","))
    if found["columns"] == "*":
        return "计行数"
    if found["distinct"]:
        return f"计不重复的“{names}”个数"
    return {
        "count": f"计有“{names}”的行数",
        "sum": f"“{names}”合计",
        "min": f"“{names}”最小值",
        "max": f"“{names}”最大值",
    }[found["function"]]
