"""Asks about a unit that only a note states (注：以上金额单位为万元, 时长按分钟填写): the numbers would be read in the usual one."""

import re
from collections.abc import Iterator

from etl import kinds
from etl.reading.grid import Sheet
from etl.recognition import title
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader

LAST_ROWS = 10  # of a sheet, in which notes stand
_STATED = re.compile(
    rf"单位\s*(?:均?[为是]|统一为|[:：]|以)\s*(?P<unit>{title.UNITS})(?:计|[。）)；;，,]|\s|$)"
    rf"|(?:时长|时间|金额|数值|数字)[^，,。；;]{{0,3}}[按以]照?(?P<written>{title.UNITS})(?:填|计|记|统计|为单位|登记|录)"  # 时长按分钟填写
)

_HOURS_AND_MINUTES = re.compile(r"小?时\s*[.．·:：]\s*分")
_MULTIPLE = re.compile(r"单位\s*[:：为是]\s*([十百千万亿]+(?:小时|人次|场次|户次|人|场|户|件))")


def unit_at_foot(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which column is not in the unit that a note at the foot of the sheet states, in a sentence with what to write."""
    under = title.line_under_header(sheet, header.rows[-1] + 1, sheet.height)
    above = title.title_text(sheet, title.first_title_row(sheet, header.rows[0], None), header.rows[0])
    notes = dict.fromkeys(_units_at_foot(header, sheet), "下面")
    notes |= {
        match["written"]: "上面" for match in _STATED.finditer(above) if match["written"]
    }  # 单位：分钟 there is read
    if multiple := _MULTIPLE.search(above):
        yield (
            f"表的上面写着单位是“{multiple[1]}”，不会换算，没有入库。请把数换算好（例如小时、元），改掉那句话，再导入；"
            f"数已经换算好的，加 --set {CHECKED}=是。"
        )
    if any(header.record.column(name).kind is kinds.HOURS for name in header.sources) and _HOURS_AND_MINUTES.search(
        above
    ):
        yield (
            "表的上面写着时长按“小时.分钟”填写，2.30是两个半小时，照小时读就错了，没有入库。"
            f"请改成小时数（2.5）或“2小时30分”；确实是小时数的，删去那句话，或加 --set {CHECKED}=是。"
        )
    stated = {**title.units_of_columns(header, (under, above)), **header.units}
    for unit, place in notes.items():
        bare = unit.removeprefix("人民币")
        for name in header.sources:
            scales = header.record.column(name).scales
            if bare in scales and scales[bare] != scales.get(stated.get(name, ""), 1):
                own = stated.get(name) or header.record.column(name).kind.label
                yield (
                    f"表的{place}写着单位是“{unit}”，“{header.label(name)}”这一列按{own}读，差了很多倍，没有入库。"
                    f"请把单位写进表头（{header.text(header.sources[name][0])}（{bare}））；确实按{own}的，删去那句话，或加 --set {CHECKED}=是。"
                )


def _units_at_foot(header: TableHeader, sheet: Sheet) -> list[str]:
    """Return the units that lines of their own at the foot of the sheet state; beside other cells such words speak of their own row."""
    first = max(header.rows[-1] + 2, sheet.height - LAST_ROWS)
    lines = (title.line_under_header(sheet, row, row + 1) for row in range(first, sheet.height))
    return [match["unit"] or match["written"] for line in lines for match in _STATED.finditer(line)]
