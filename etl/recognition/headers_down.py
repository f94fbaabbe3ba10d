"""Turns a table whose headers stand below one another in the first column, a record to each column beside them."""

from collections.abc import Sequence

from etl.reading.grid import Sheet
from etl.recognition.candidate_rows import is_known
from etl.recognition.form_cells import is_label
from etl.recognition.turned_grid import turned_grid
from etl.schema import RecordType

LEAST_HEADERS, LEAST_RECORDS = 3, 2
MOST_ROWS, MOST_RECORDS = 60, 1_000  # headers below one another, records side by side
NOTE = "这张工作表的表头在左边、一列一条（竖表），一列转成一行读入，行号是表头第一项所在的行。"


def sheets_of_headers_down(sheet: Sheet, known: frozenset[str], _records: tuple[RecordType, ...]) -> list[Sheet]:
    """Return the one table that such a sheet is, none where a row below its title does not begin with a header of its own."""
    if not LEAST_HEADERS <= sheet.height <= MOST_ROWS or not LEAST_RECORDS < len(sheet.columns) <= MOST_RECORDS + 1:
        return []
    texts = [sheet.row(row) for row in range(sheet.height)]
    top = next((row for row, cells in enumerate(texts) if sum(map(bool, cells)) > LEAST_RECORDS), sheet.height)
    body = {row: cells for row, cells in enumerate(texts) if row >= top and any(cells)}
    headers = [cells[0] or "" for cells in body.values()]
    records = [record for record in zip(*(cells[1:] for cells in body.values()), strict=True) if any(record)]
    if len(headers) < LEAST_HEADERS or len(set(headers)) < len(headers) or not _are_headers(headers, records, known):
        return []
    if len(records) < LEAST_RECORDS or any(merge.right > merge.left for merge in sheet.merges if merge.bottom >= top):
        return []
    titles = [" ".join(dict.fromkeys(filter(None, cells))) for cells in texts[:top] if any(cells)]
    return [turned_grid(sheet, titles, headers, records, [list(body)] * len(records))]


def _are_headers(headers: Sequence[str], records: Sequence[Sequence[str | None]], known: frozenset[str]) -> bool:
    """Tell whether words stand in the first column only, and none that may head a column beside them."""
    beside = (text for record in records for text in record if text)
    return all(is_known(header, known) or is_label(header) for header in headers) and not any(
        is_known(text, known) for text in beside
    )
