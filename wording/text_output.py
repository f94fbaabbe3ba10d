"""Writes indicators and figures as text and as plain data, for the command line."""

import difflib
from collections.abc import Sequence
from typing import Any

from command_line import WrongUsage
from documents.text_table import text_table
from indicators import tables
from indicators.catalogue import catalogue
from indicators.model import Aggregate, Coverage, Figure, Indicator
from wording.definitions import DIRECTIONS, SPANS, formula
from wording.figure_columns import in_words
from wording.reports import coverage

HEADER = ("指标", "社区", "统计期", "类别", "数值", "分子/分母", "报送", "未报送")


def indicator_data(indicator: Indicator) -> dict[str, Any]:
    """Return all a declaration says, as plain data."""
    return {
        "id": indicator.id,
        "label": indicator.label,
        "unit": indicator.unit,
        "section": indicator.section,
        "definition": indicator.words,
        "why": indicator.why,
        "good": indicator.good,
        "numerator": aggregate_text(indicator.numerator),
        "denominator": aggregate_text(indicator.denominator) if indicator.denominator else None,
        "scale": indicator.scale,
        "counts_people": indicator.counts_people,
        "aliases": list(indicator.aliases),
        "owner": indicator.owner,
        "checked_by": indicator.checked_by,
        "reviewed": indicator.reviewed,
        "version": indicator.version,
    }


def indicator_text(indicator: Indicator) -> str:
    """Return a declaration for reading."""
    lines = [f"{indicator.id}  {indicator.label}（{indicator.unit}）  {indicator.section}", "", indicator.words, ""]
    lines += [
        f"为什么看：{indicator.why}",
        f"方向：{DIRECTIONS[indicator.good]}",
        f"分子：{aggregate_text(indicator.numerator)}",
    ]
    if indicator.denominator:
        lines.append(f"分母：{aggregate_text(indicator.denominator)}")
    if formula(indicator):
        lines.append(f"算法：{formula(indicator)}")
    lines.append(f"别名：{'、'.join(indicator.aliases)}")
    lines.append(f"责任人：{indicator.owner}  复核人：{indicator.checked_by}  复核日期：{indicator.reviewed}")
    return "\n".join(lines)


def aggregate_text(aggregate: Aggregate) -> str:
    """Return an aggregate as its expression, its table and the date that places a row."""
    where = f" where {aggregate.where.sql}" if aggregate.where else ""
    date_label = tables.label_of(aggregate.table, aggregate.on)
    return f"{aggregate.expression} from {aggregate.table}{where}（按{date_label}，{SPANS[aggregate.span].removesuffix('的')}）"


def figure_data(figure: Figure, everybody: str) -> dict[str, Any]:
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
        "coverage": _coverage_data(figure.coverage),
    }


def _coverage_data(reports: Coverage) -> dict[str, int | str]:
    counted: dict[str, int | str] = {"reported": reports.reported, "asked": reports.due}
    summed = {"summed": reports.summed} if reports.summed else {}
    listed = {"listed_on": reports.listed_on.isoformat()} if reports.listed_on else {}
    return counted | summed | listed


def figure_table(figures: Sequence[Figure], everybody: str) -> str:
    """Return figures as a table for reading."""
    rows = [_cells(figure, everybody) for figure in figures]
    return text_table(HEADER, [[row[header] for header in HEADER] for row in rows])


def _cells(figure: Figure, everybody: str) -> dict[str, str]:
    """Return the cells of a figure, its interval beside the number, and always how much was reported."""
    cells = in_words(figure, everybody)
    interval = f"（95%区间{cells['95%区间']}）" if cells["95%区间"] else ""
    return cells | {"数值": f"{cells['数值']}{interval}", "报送": coverage(figure)}


def named_indicator(name: str) -> Indicator:
    """Return the indicator with this id, label or alias; WrongUsage for another name, with the one that was probably meant."""
    by_name = {
        word: indicator
        for indicator in catalogue().values()
        for word in (indicator.id, indicator.label, *indicator.aliases)
    }
    if name in by_name:
        return by_name[name]
    near = difflib.get_close_matches(name, [*by_name], n=1, cutoff=0.5)
    meant = f"是不是 {by_name[near[0]].id}（{by_name[near[0]].label}）？" if near else ""
    raise WrongUsage(f"没有指标“{name}”。{meant}用 python -m indicators list 看全部指标。")
