"""Says days, months and grains in Chinese. A period brings its own label; here is what is made of several or of a single day."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from documents.day_text import day_text
from indicators.model import Grain

GRAINS: dict[Grain, str] = {"month": "月", "quarter": "季", "year": "年"}


def by_grain(grain: Grain) -> str:
    """Return 按月, 按季 or 按年."""
    return f"按{GRAINS[grain]}"


def batch(made_at: date) -> str:
    """Return a build by the day on which it was made: 数据批次2026年11月22日."""
    return f"数据批次{day_text(made_at)}"


def listed(names: Sequence[str]) -> str:
    """Return names as a list, months in a row as a span: 2021年1月至3月、2022年5月."""
    spans = []
    for _, run in groupby(enumerate(names), key=lambda numbered: (_month(numbered[1]) or 0) - numbered[0]):
        members = [name for _, name in run]
        is_span = len(members) > 2 and _month(members[0]) is not None
        spans += [f"{members[0]}至{_last_month(members)}"] if is_span else members
    return "、".join(spans)


def is_month(label: str) -> bool:
    """Whether a label names a month: 2021年3月, not a community."""
    return _month(label) is not None


def _month(label: str) -> int | None:
    """Return the number of a month named 2021年3月, None for any other name."""
    year, _, month = label.removesuffix("月").partition("年")
    return int(year) * 12 + int(month) if label.endswith("月") and year.isdigit() and month.isdigit() else None


def _last_month(months: Sequence[str]) -> str:
    """Return the last month, its year only where it is another one."""
    year, _, month = months[-1].partition("年")
    return month if months[0].startswith(f"{year}年") else months[-1]
