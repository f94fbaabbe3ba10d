"""Asks about numbers that mean another thing than they look like: scores of which the lowest is the best, hours written as parts of a day."""

import re
from collections.abc import Iterator

import numpy as np
import pyarrow.compute as pc

from etl.kinds import HOURS
from etl.reading.grid import Sheet
from etl.reading.pattern_matches import match_texts
from etl.recognition.cells_below import cells_below, row_numbers
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader

# 1分最满意, 1=非常满意, 5表示不满意, 分数越低越满意
_LOWEST_IS_BEST = re.compile(
    r"(?<![\d.])1\s*分?\s*(?:为|是|即|=|＝|[:：]|表示|代表)?\s*(?:非常|很|最|十分)满意"
    r"|(?<![\d.])(?:5|10|100)\s*分?\s*(?:为|是|即|=|＝|[:：]|表示|代表)?\s*(?:非常|很|最|十分)?不满意"
    r"|分数?越[低小少].{0,4}越?满意|满意.{0,4}分数?越[低小少]"
)
_PART_OF_A_DAY = r"^0?\.\d{3,}$"  # 0.0625 is an hour and a half, 0.08333333 two
MOSTLY = 0.5


def lowest_is_best(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield what a sheet of ratings says of its scale where 1 is the best, in a sentence with what to write."""
    if not any(header.record.column(name).kind.is_rating for name in header.sources):
        return
    rows = (
        sheet.row(row)
        for row in (*range(header.rows[-1] + 1), *range(max(header.rows[-1] + 1, sheet.height - 5), sheet.height))
    )
    texts = [text for row in rows for text in row if text]
    if found := next(filter(None, map(_LOWEST_IS_BEST.search, texts)), None):
        yield (
            f"表里写着“{found[0]}”，分低的反而满意，照样读会正好相反，没有入库。请换算成分高为满意的再导入；"
            f"表里的分数已经换算好的，加 --set {CHECKED}=是。"
        )


def parts_of_a_day(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which hours are the part of a day that spreadsheets keep of a time, in a sentence with what to write."""
    hours = (name for name in header.sources if header.record.column(name).kind is HOURS)
    for index in (index for name in hours for index in header.sources[name]):
        cells = cells_below(header, sheet, index)
        numbers = row_numbers(cells)
        texts = cells.drop_null().dictionary_decode()
        count = pc.sum(match_texts(texts, _PART_OF_A_DAY)).as_py() or 0
        if count > MOSTLY * int(np.isfinite(numbers).sum()):
            yield (
                f"“{header.text(index)}”下面像表格软件存的时间（0.0625是一天的十六分之一，即1.5小时），不是小时数，没有入库。"
                f"请乘以24，换算成小时再导入；确实是小时数的，加 --set {CHECKED}=是。"
            )
