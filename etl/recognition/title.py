"""The lines above a table: whose it is, of what time, in which unit. Names of people in them go no further."""

import re
from collections.abc import Sequence

from etl.parse import without_identifiers
from etl.reading.grid import Sheet
from etl.recognition.table_header import TableHeader

MOST_ROWS = 10
_UNITS = "(?:人民币)?(万元|千元|元|万人|分钟|小时)"
_UNIT = re.compile(rf"单位\s*[:：]\s*{_UNITS}|[(（]\s*(?:单位\s*)?{_UNITS}\s*[)）]")
# 填表人：张三. What stands behind the colon is a name; a lone short cell beside it may be one too.
_SIGNED = re.compile(r"[^\s:：；;，,]{0,6}(?:人|员|者|长|社工|经办|审核|制表|填表|记录|复核|电话|手机)\s*[:：].*")
_SHORTEST = 5
_PLACE_OR_TIME = re.compile(r"社区|[村居镇街区市县]$|\d|年|月")


def top(sheet: Sheet, header_row: int, after: int | None) -> int:
    """Return the first row of the title over a header; `after` is the header row of the table before, None for the first table.

    A later table's title is lines of one text, or with a unit.
    """
    if after is None:
        return max(0, header_row - MOST_ROWS)
    row = header_row
    while row > max(after + 1, header_row - MOST_ROWS) and _is_title(_texts(sheet, row - 1)):
        row -= 1
    return row


def _is_title(texts: Sequence[str]) -> bool:
    return len(texts) < 2 or any(_UNIT.search(text) for text in texts)


def _texts(sheet: Sheet, row: int) -> list[str]:
    return list(dict.fromkeys(text for column in sheet.columns if (text := column[row].as_py())))


def text(sheet: Sheet, start: int, stop: int) -> str:
    """Return what the rows say of place and time: no signatures, no lone short words that may be somebody's name."""
    cells = (_SIGNED.sub("", cell) for row in range(start, stop) for cell in _texts(sheet, row))
    telling = (cell.strip() for cell in cells if len(cell) >= _SHORTEST or _PLACE_OR_TIME.search(cell))
    return without_identifiers(" ".join(dict.fromkeys(filter(None, telling))))


def first_line(sheet: Sheet, start: int, stop: int) -> str:
    """Return the only text of the row under a header, where some ledgers write the unit."""
    found = _texts(sheet, start) if start < stop else []
    return found[0] if len(found) == 1 else ""


def units(head: TableHeader, texts: Sequence[str]) -> dict[str, str]:
    """Return {column: unit} for the columns to which a unit said once for the whole table applies."""
    said = next((match[1] or match[2] for text in texts if (match := _UNIT.search(text))), None)
    return {name: said for name in head.sources if said and said in head.record.column(name).scales}
