"""Asks about a unit that only a note below the table states (注：以上金额单位为万元): its numbers would be read in the usual one."""

import re
from collections.abc import Iterator

from etl.reading.grid import Sheet
from etl.recognition import title
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader

LAST_ROWS = 10  # of a sheet, in which notes stand
_STATED = re.compile(rf"单位\s*(?:均?[为是]|统一为|[:：]|以)\s*(?P<unit>{title.UNITS})(?:计|[。）)；;，,]|\s|$)")


def unit_at_foot(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which column is not in the unit that a note at the foot of the sheet states, in a sentence with what to write."""
    first = max(header.rows[-1] + 2, sheet.height - LAST_ROWS)
    lines = (title.line_under_header(sheet, row, row + 1) for row in range(first, sheet.height))
    notes = [match for line in lines for match in _STATED.finditer(line)]  # beside other cells it speaks of its own row
    if not notes:
        return
    under = title.line_under_header(sheet, header.rows[-1] + 1, sheet.height)
    above = title.title_text(sheet, title.first_title_row(sheet, header.rows[0], None), header.rows[0])
    stated = {**title.units_of_columns(header, (under, above)), **header.units}
    for unit in dict.fromkeys(match["unit"] for match in notes):
        bare = unit.removeprefix("人民币")
        for name in header.sources:
            scales = header.record.column(name).scales
            if bare in scales and scales[bare] != scales.get(stated.get(name, ""), 1):
                own = stated.get(name) or header.record.column(name).kind.label
                yield (
                    f"表的下面写着单位是“{unit}”，“{header.label(name)}”这一列按{own}读，差了很多倍，没有入库。"
                    f"请把单位写进表头（{header.text(header.sources[name][0])}（{bare}））；确实按{own}的，删去那句话，或加 --set {CHECKED}=是。"
                )
