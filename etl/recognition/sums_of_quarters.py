"""Says of a table of sums of quarters or half years that no record type takes them, and what to hand in instead."""

import re
from collections.abc import Mapping, Sequence

QUARTER = re.compile(  # 第一季度, 2025年一季度, Q1, 上半年
    r"(?:20\d\d年?度?)?\s*(?:第?[一二三四1-4]季度?|[Qq][1-4]|[上下]半年)(?:[(（].{1,6}[)）])?"
)
LEAST_QUARTERS = 2  # headers, or different texts beneath one, that make a table of quarters
_NUMBER = re.compile(r"[-\d,.，]+\s*[\u4e00-\u9fff]{0,2}")  # 1,234, 12场


def sums_of_quarters(values: Mapping[str, Sequence[str]]) -> str:
    """Return why a table with a column or a line a quarter is not taken, or ""; `values` holds texts beneath each header."""
    numbers = [header for header, texts in values.items() if texts and all(map(_NUMBER.fullmatch, texts))]
    columns = [header for header in numbers if QUARTER.fullmatch(header.split("/")[-1])]
    if len(columns) >= LEAST_QUARTERS:
        return _sentence(f"“{columns[0]}”到“{columns[-1]}”像一个季度一列的合计")
    lines = [header for header, texts in values.items() if _are_quarters(texts)]
    return _sentence(f"“{lines[0]}”下像一个季度一行的合计") if lines and numbers else ""


def _are_quarters(texts: Sequence[str]) -> bool:
    return len(set(texts)) >= LEAST_QUARTERS and all(map(QUARTER.fullmatch, texts))


def _sentence(opening: str) -> str:
    return (
        f"{opening}，不是一笔一行的台账。季度的数分不到各月，没有入库：“汇总上报”一行是一个月的，请改报各月的数（一列一个月，或一行一个月）；"
        "有一笔一行的台账的，导入台账就行，季度的数会自动算出来。"
    )
