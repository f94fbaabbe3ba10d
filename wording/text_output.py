"""Writes indicators and figures as text and as plain data, for the command line."""

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

from documents.text_table import text_table
from indicators import tables
from indicators.model import Aggregate, Figure, Indicator
from wording import numbers

SPANS = {"period": "统计期内", "to_date": "截至统计期最后一天", "state": "统计期最后一天有效"}
GOOD = {"up": "越高越好", "down": "越低越好", "none": "不分高低"}


def described(indicator: Indicator) -> dict[str, Any]:
    """Return all a declaration says, as plain data."""
    return {
        "id": indicator.id,
        "label": indicator.label,
        "unit": indicator.unit,
        "section": indicator.section,
        "definition": indicator.words,
        "why": indicator.why,
        "good": indicator.good,
        "numerator": counted(indicator.numerator),
        "denominator": counted(indicator.denominator) if indicator.denominator else None,
        "scale": indicator.scale,
        "counts_people": indicator.counts_people,
        "aliases": list(indicator.aliases),
        "owner": indicator.owner,
        "checked_by": indicator.checked_by,
        "reviewed": indicator.reviewed,
        "version": indicator.version,
    }


def in_words(indicator: Indicator) -> str:
    """Return a declaration for reading."""
    lines = [f"{indicator.id}  {indicator.label}（{indicator.unit}）  {indicator.section}", "", indicator.words, ""]
    lines += [f"为什么看：{indicator.why}", f"方向：{GOOD[indicator.good]}", f"分子：{counted(indicator.numerator)}"]
    if indicator.denominator:
        lines.append(f"分母：{counted(indicator.denominator)}")
    if indicator.scale != 1:
        lines.append(f"算法：分子×{indicator.scale:g}÷分母")
    lines.append(f"别名：{'、'.join(indicator.aliases)}")
    lines.append(f"责任人：{indicator.owner}  复核人：{indicator.checked_by}  复核日期：{indicator.reviewed}")
    return "\n".join(lines)


def counted(aggregate: Aggregate) -> str:
    """Return an aggregate as its expression, its table and the date that places a row."""
    where = f" where {aggregate.where.sql}" if aggregate.where else ""
    placed = tables.label_of(aggregate.table, aggregate.on)
    return f"{aggregate.expression} from {aggregate.table}{where}（按{placed}，{SPANS[aggregate.span]}）"


def row(figure: Figure, everybody: str) -> dict[str, Any]:
    """Return a figure as plain data; `everybody` names the communities counted together."""
    return {
        "indicator": figure.indicator,
        "unit": figure.unit,
        "community": figure.community or everybody,
        "period": figure.period.label,
        "from": figure.period.from_on.isoformat(),
        "to": figure.period.to_on.isoformat(),
        "category": figure.category,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "state": figure.state,
        "missing": list(figure.missing),
    }


def figures(shown: Sequence[Figure], catalogue: Mapping[str, Indicator], everybody: str) -> str:
    """Return figures as a table for reading."""
    heads = ("指标", "社区", "统计期", "类别", "数值", "分子/分母", "未报送")
    return text_table(heads, [_cells(figure, catalogue[figure.indicator], everybody) for figure in shown])


def _cells(figure: Figure, indicator: Indicator, everybody: str) -> tuple[str, ...]:
    place = (indicator.label, figure.community or everybody, figure.period.label, figure.category or "")
    return (*place, _value(figure, indicator), numbers.sides(figure), "、".join(figure.missing))


def _value(figure: Figure, indicator: Indicator) -> str:
    interval = numbers.interval(figure, indicator)
    return f"{numbers.full(figure, indicator)}{f'（95%区间{interval}）' if interval else ''}"


def unknown(id: str, catalogue: Mapping[str, Indicator]) -> str:
    """Return the sentence for an id that no indicator has, with the one that was probably meant."""
    words = {id: id for id in catalogue} | {
        word: indicator.id for indicator in catalogue.values() for word in (indicator.label, *indicator.aliases)
    }
    near = difflib.get_close_matches(id, [*words], n=1, cutoff=0.5)
    meant = f"是不是 {words[near[0]]}（{catalogue[words[near[0]]].label}）？" if near else ""
    return f"没有指标“{id}”。{meant}用 python -m indicators list 看全部指标。"
