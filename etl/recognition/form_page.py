"""Recognises a form, a sheet that tells of one event with each value beside its label, which is no table of records."""

import re
from collections.abc import Iterator

from etl.reading.grid import Sheet
from etl.recognition import header_cell
from etl.recognition.readable import can_read
from etl.recognition.table_header import TableHeader
from etl.schema import Column

FORM = "这张表像一页只写一件事的表单"  # how the sentence on a form begins
_NUMBER = re.compile(r"\d{1,6}(?:\.\d+)?\s*[人名位次]{0,2}")
LEAST_LABELS = 2  # headers of the record type with a value beside them, outside the row taken for the header of a table
MOST_ROWS = 2  # below that row: more make a table, over which such labels may well stand
LONGEST_FORM = 60  # rows of a sheet: near the end of a long one any row has hardly another below it


def form_page(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield why a form is not read: labels stand all over it, each with its value beside it, and hardly a row of records."""
    numbered = list(_numbers_in_header(header))
    labels = numbered or list(_labels_in_header(header)) or list(dict(_labels(header, sheet)).values())
    if numbered or len(labels) >= LEAST_LABELS:
        yield (
            f"{FORM}（“{'”“'.join(labels)}”的内容写在旁边），不是一行一条的台账，没有入库。"
            f"请把各页抄成一行一条，例如用“{header.record.label}”的空白模板，再导入。"
        )


def _labels_in_header(header: TableHeader) -> Iterator[str]:
    """Yield the known headers where each has an unknown one to its right, that of the main date a day, or that of a quantity a number.

    会议时间 | 2024年3月5日, 参加人数 | 20
    """
    by_index = {match.index: match for match in header.matches}
    known = [match for match in header.matches if match.how == "spelled"]
    beside = {match.column: by_index.get(match.index + 1) for match in known}
    has_value = any(match and _tells_value(header.record.column(name), match.header) for name, match in beside.items())
    if has_value and all(match and match.how == "unknown" for match in beside.values()):
        yield from (match.header for match in known)


def _numbers_in_header(header: TableHeader) -> Iterator[str]:
    """Yield the headers of quantities with a lone number to their right: 应到人数 | 25 | 实到人数 | 21; days in a row, 人数 | 1 | 2 | 3, are none."""
    by_index = {match.index: match for match in header.matches}
    for match in header.matches:
        value, after = by_index.get(match.index + 1), by_index.get(match.index + 2)
        is_lone = value is not None and value.how == "unknown" and not (after and _NUMBER.fullmatch(after.header))
        is_of_quantity = match.how == "spelled" and header.record.column(match.column).kind.is_quantity
        if is_of_quantity and is_lone and value and _NUMBER.fullmatch(value.header):
            yield match.header


def _tells_value(column: Column, text: str) -> bool:
    """Tell whether a text beside a label is a day or a number, as that label asks for."""
    return (column.kind.sql_type == "date" or column.kind.is_quantity) and can_read(column, text)


def _labels(header: TableHeader, sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield (column, header of it) for each cell outside the header that has a value to its right, where hardly a row is below it."""
    is_above_few = header.rows[-1] >= 0 and sheet.height - header.rows[-1] - 1 <= MOST_ROWS
    if len(header.sources) > 1 or not is_above_few or sheet.height > LONGEST_FORM:
        return
    for row in (row for row in range(sheet.height) if row not in header.rows):
        cells = [text or "" for text in sheet.row(row)]
        matches = [header_cell.match(header.record, (text,)) if text else None for text in cells]
        for text, match, value, beside in zip(cells, matches, cells[1:], matches[1:], strict=False):
            if match and value and not beside:
                yield match[0].name, text
