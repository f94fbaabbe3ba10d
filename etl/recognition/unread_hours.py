"""Asks about hours served that nobody reads: a table of volunteers' hours with 签到时间 is no sign-in list."""

import re
from collections.abc import Iterator

from etl import kinds
from etl.declarations import record_types
from etl.reading.grid import Sheet
from etl.recognition.cells_below import are_numbers, cells_below
from etl.recognition.header_cell import name_and_unit, spellings_lead_to
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import UNFED, TableHeader
from etl.schema import Column, RecordType

_SERVED = re.compile("服务|志愿|义工|信用|认定")  # 时长 alone may be that of a course


def unread_hours(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which header of a list of people holds the hours that each served, in a sentence with what to write."""
    own = header.record
    if not any(column.kind.is_personal for column in own.required) or _hours(own):
        return
    others = [(record, column) for record in record_types().values() for column in _hours(record)]
    for match in (match for match in header.matches if match.how in UNFED):
        word = match.header.split("/")[-1]
        named = next((record for record, column in others if spellings_lead_to(column, word)), None)
        is_served = _SERVED.search(name_and_unit(word)[0]) and are_numbers(cells_below(header, sheet, match.index))
        if named and is_served:
            yield (
                f"有“{match.header}”这一列，像“{named.label}”的时长，照“{own.label}”读，时长就没有了，没有入库。"
                f"是{named.label}的请写 --record {named.label}；确实只是{own.label}的，加 --set {CHECKED}=是。"
            )


def _hours(record: RecordType) -> list[Column]:
    return [column for column in record.required if column.kind is kinds.HOURS]
