"""Says of a table of sums of quarters or half years that no record type takes them, and what to hand in instead."""

import re
from collections.abc import Iterator, Mapping, Sequence

from etl.parse import without_personal_data
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader

QUARTER = re.compile(  # 第一季度, 2025年一季度, Q1, 上半年
    r"(?:20\d\d年?度?)?\s*(?:第?[一二三四1-4]季度?|[Qq][1-4]|[上下]半年)(?:[(（].{1,6}[)）])?"
)
LONGER_THAN_A_MONTH = re.compile(  # 一季度完成, 上半年, 2024年; not 2024年3月
    r"^(?!.*月).*(?:第?[一二三四1-4]季度?|(?<![A-Za-z])[Qq][1-4](?!\d)|[上下]?半年|(?:19|20)\d\d年|全年|年度)"
)
NO_MONTH = (
    "分不到各月，没有入库：“汇总上报”一行是一个月的，请改报各月的数（一列一个月，或一行一个月）；"
    "有一笔一行的台账的，导入台账就行，季度的数会自动算出来。"
)
MOST_NAMED = 3
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


def sums_of_longer_spans(headers: Sequence[str]) -> str:
    """Return why items with numbers under these headers are not taken where some are of a quarter or a year: 一季度完成, 2024年; or ""."""
    longer = [without_personal_data(header) for header in headers if LONGER_THAN_A_MONTH.match(header)]
    return _sentence(f"一行一个项目，“{'”“'.join(longer[:MOST_NAMED])}”像季度、半年或一年的合计") if longer else ""


def numbers_of_longer_spans(header: TableHeader) -> Iterator[str]:
    """Yield why a column of reported sums that says a quarter or a year is none of the one month stated for it: 一季度完成 in 2025-03."""
    placed_on = header.record.placed_on
    if not header.record.is_reported_sum or placed_on in header.sources:
        return
    for name in header.sources:
        column = header.record.column(name)
        for text in map(header.text, header.sources[name] if column.kind.is_quantity else ()):
            if LONGER_THAN_A_MONTH.match(text) and placed_on not in header.words_over(column, text):
                yield f"“{text}”像季度、半年或一年的数，不是一个月的，{NO_MONTH}确实是那一个月的数，加 --set {CHECKED}=是。"


def _are_quarters(texts: Sequence[str]) -> bool:
    return len(set(texts)) >= LEAST_QUARTERS and all(map(QUARTER.fullmatch, texts))


def _sentence(opening: str) -> str:
    return f"{opening}，不是一笔一行的台账。季度的数{NO_MONTH}"
