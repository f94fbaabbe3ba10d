"""Asks about tables of activities of which a row stands for several: 3 under 场次 would be counted as one."""

import re
from collections.abc import Iterator

from etl.reading.grid import Sheet
from etl.recognition.cells_below import are_numbers, cells_below, row_numbers
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import UNFED, TableHeader

_HOW_OFTEN = re.compile(r"(?:活动|开展|举办|服务)?(?:场数|场次|次数|节数)(?:[(（].{1,3}[)）])?")


def several_in_a_row(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which header counts the activities of each row, where some have several, in a sentence with what to write."""
    if "organised" not in header.record.deeds:
        return
    for match in header.matches:
        if match.how in UNFED and _HOW_OFTEN.fullmatch(match.header.split("/")[-1]):
            cells = cells_below(header, sheet, match.index)
            if are_numbers(cells) and (row_numbers(cells) > 1).any():
                yield (
                    f"“{match.header}”下面有的大于1，一行不止一场，照一行一场数会少算，没有入库。请一场写一行；"
                    f"是汇总表的请写 --record 汇总上报；确实一行一场的，加 --set {CHECKED}=是。"
                )
