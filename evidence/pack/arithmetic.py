"""What the figures of a pack must satisfy among themselves, without any other source: quotients, sums, no number where it is hidden."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from evidence.pack.data_sheet import Row
from indicators.engine import catalogue
from wording.community_names import ALL
from wording.states import WORDS

NEAR = 1e-5  # data are written with six decimals
NUMBERS = ("数值", "下限", "上限", "分子", "分母")


def mistakes(rows: Sequence[Row]) -> Iterator[str]:
    """Yield a Chinese sentence for each figure that contradicts itself or others."""
    for row in rows:
        yield from _own(row)
    yield from _sums(rows)


def named(row: Row) -> str:
    """Return which figure a row is: 参与人次（凤二村（演示），2021年第1季度）."""
    return f"{row['指标']}（{'，'.join(filter(None, (row['社区'], row['类别'], row['统计期'])))}）"


def number(text: str) -> float | None:
    """Return a cell's number; None for an empty cell or a text."""
    try:
        return float(text)
    except ValueError:
        return None


def _own(row: Row) -> Iterator[str]:
    value, above, below = (number(row[name]) for name in ("数值", "分子", "分母"))
    one = catalogue().get(row["指标编号"])
    if row["状态"] != WORDS["ok"]:
        if value is not None:
            yield f"{named(row)}：状态是“{row['状态']}”，却写着数值{row['数值']}"
        return
    if value is None or above is None or (below is None and one is not None and one.denominator is not None):
        yield f"{named(row)}：状态是“有数”，数值、分子或分母却是空的"
    elif below is None:
        if not _is_near(value, above):
            yield f"{named(row)}：数值{row['数值']}与分子{row['分子']}不同"
    elif one is not None and (not below or not _is_near(value, above * one.scale / below)):
        again = f"重新计算是{above * one.scale / below:.6g}" if below else "分母不能是0"
        yield f"{named(row)}：数值{row['数值']}，分子{row['分子']}，分母{row['分母']}，{again}"


def _sums(rows: Sequence[Row]) -> Iterator[str]:
    additive = [row for row in rows if row["指标编号"] in catalogue() and catalogue()[row["指标编号"]].adds_up]
    by_cell: dict[tuple[str, ...], dict[str, Row]] = defaultdict(dict)
    by_place: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in additive:
        by_cell[row["指标编号"], row["类别"], row["起"], row["止"]][row["社区"]] = row
        by_place[row["指标编号"], row["类别"], row["社区"]].append(row)
    for found in by_cell.values():
        if ALL in found and len(found) > 1:
            yield from _sum(found[ALL], [row for place, row in found.items() if place != ALL], "各社区")
    for found_rows in by_place.values():
        yield from _periods(found_rows)


def _periods(rows: Sequence[Row]) -> Iterator[str]:
    """Compare the longest period with the shorter ones, where these fill it without gap or overlap."""
    whole = max(rows, key=lambda row: _day(row["止"]) - _day(row["起"]))
    parts = sorted((row for row in rows if row is not whole), key=lambda row: row["起"])
    is_counted = catalogue()[whole["指标编号"]].numerator.span == "period"
    is_filled = parts and (parts[0]["起"], parts[-1]["止"]) == (whole["起"], whole["止"])
    is_seamless = all(_day(one["止"]) + timedelta(days=1) == _day(next["起"]) for one, next in pairwise(parts))
    if is_counted and is_filled and is_seamless:
        yield from _sum(whole, parts, "各期")


def _sum(whole: Row, parts: Sequence[Row], of: str) -> Iterator[str]:
    if any(row["状态"] == WORDS["hidden"] for row in (whole, *parts)) or number(whole["数值"]) is None:
        return
    total = sum(number(row["数值"]) or 0 for row in parts)
    if not _is_near(total, number(whole["数值"]) or 0):
        yield f"{named(whole)}：数值{whole['数值']}，{of}相加是{total:.10g}"


def _is_near(one: float, other: float) -> bool:
    return abs(one - other) <= NEAR * max(1.0, abs(one), abs(other))


def _day(text: str) -> date:
    return date.fromisoformat(text)
