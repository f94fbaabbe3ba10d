"""Checks what the figures of a pack must satisfy among themselves: quotients, sums, no number where it is hidden."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from evidence.pack.figure_rows import CsvRow
from indicators.engine import catalogue
from wording.community_names import ALL
from wording.states import WORDS

TOLERANCE = 1e-5  # data are written with six decimals


def contradictions(rows: Sequence[CsvRow]) -> Iterator[str]:
    """Yield a Chinese sentence for each figure that contradicts itself or others."""
    for row in rows:
        yield from _contradictions_in(row)
    yield from _wrong_sums(rows)


def row_name(row: CsvRow) -> str:
    """Return which figure a row is: 参与人次（凤二村（演示），2021年第1季度）."""
    return f"{row['指标']}（{'，'.join(filter(None, (row['社区'], row['类别'], row['统计期'])))}）"


def cell_number(text: str) -> float | None:
    """Return a cell's number; None for an empty cell or a text."""
    try:
        return float(text)
    except ValueError:
        return None


def _contradictions_in(row: CsvRow) -> Iterator[str]:
    value, numerator, denominator = (cell_number(row[name]) for name in ("数值", "分子", "分母"))
    indicator = catalogue().get(row["指标编号"])
    if row["状态"] != WORDS["ok"]:
        if value is not None:
            yield f"{row_name(row)}：状态是“{row['状态']}”，却写着数值{row['数值']}"
        return
    needs_denominator = indicator is not None and indicator.denominator is not None
    if value is None or numerator is None or (denominator is None and needs_denominator):
        yield f"{row_name(row)}：状态是“有数”，数值、分子或分母却是空的"
    elif denominator is None:
        if not _is_near(value, numerator):
            yield f"{row_name(row)}：数值{row['数值']}与分子{row['分子']}不同"
    elif indicator is not None and (not denominator or not _is_near(value, numerator * indicator.scale / denominator)):
        again = f"重新计算是{numerator * indicator.scale / denominator:.6g}" if denominator else "分母不能是0"
        yield f"{row_name(row)}：数值{row['数值']}，分子{row['分子']}，分母{row['分母']}，{again}"


def _wrong_sums(rows: Sequence[CsvRow]) -> Iterator[str]:
    additive = [row for row in rows if row["指标编号"] in catalogue() and catalogue()[row["指标编号"]].adds_up]
    of_period: dict[tuple[str, ...], dict[str, CsvRow]] = defaultdict(dict)  # by community
    of_community: dict[tuple[str, ...], list[CsvRow]] = defaultdict(list)
    for row in additive:
        of_period[row["指标编号"], row["类别"], row["起"], row["止"]][row["社区"]] = row
        of_community[row["指标编号"], row["类别"], row["社区"]].append(row)
    for by_community in of_period.values():
        if ALL in by_community and len(by_community) > 1:
            parts = [row for community, row in by_community.items() if community != ALL]
            yield from _wrong_sum(by_community[ALL], parts, "各社区")
    for periods in of_community.values():
        yield from _wrong_sum_of_periods(periods)


def _wrong_sum_of_periods(rows: Sequence[CsvRow]) -> Iterator[str]:
    """Compare the longest period with the shorter ones, where these fill it without gap or overlap."""
    whole = max(rows, key=lambda row: _day(row["止"]) - _day(row["起"]))
    parts = sorted((row for row in rows if row is not whole), key=lambda row: row["起"])
    is_counted = catalogue()[whole["指标编号"]].numerator.span == "period"
    is_filled = parts and (parts[0]["起"], parts[-1]["止"]) == (whole["起"], whole["止"])
    is_seamless = all(
        _day(earlier["止"]) + timedelta(days=1) == _day(later["起"]) for earlier, later in pairwise(parts)
    )
    if is_counted and is_filled and is_seamless:
        yield from _wrong_sum(whole, parts, "各期")


def _wrong_sum(whole: CsvRow, parts: Sequence[CsvRow], parts_words: str) -> Iterator[str]:
    value = cell_number(whole["数值"])
    if value is None or any(row["状态"] == WORDS["hidden"] for row in (whole, *parts)):
        return
    total = sum(cell_number(row["数值"]) or 0 for row in parts)
    if not _is_near(total, value):
        yield f"{row_name(whole)}：数值{whole['数值']}，{parts_words}相加是{total:.10g}"


def _is_near(value: float, expected: float) -> bool:
    return abs(value - expected) <= TOLERANCE * max(1.0, abs(value), abs(expected))


def _day(text: str) -> date:
    return date.fromisoformat(text)
