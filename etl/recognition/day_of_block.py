"""Reads the day that each of several blocks of a sheet states in its own title, as lists that are published day by day do: （2月1日新增）."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from etl.recognition import blocks, title
from etl.recognition.candidate_rows import CandidateRow
from etl.recognition.stated_period import HALF_A_YEAR, day_in, names_day, stated_year
from etl.recognition.table_header import TableHeader


def with_day_of_block(header: TableHeader, candidate: CandidateRow) -> TableHeader:
    """Return the header of a block with the day of its title, where its rows have none and the titles of all its like state one.

    The day of a single table is proposed and not taken: it may be that of the publication. By the days of blocks they differ.
    """
    name = header.record.placed_on
    column = header.record.column(name)
    is_known = name in header.filled_columns or name in header.constants
    if is_known or not header.sources or column.kind.is_version or header.record.is_reported_sum:
        return header
    days = _days_of_blocks(header, candidate)
    titled = [
        row for row in days if row <= header.rows[-1]
    ]  # a header repeated on the next page goes with the one before
    if len(days) < 2 or None in days.values() or not titled:
        return header
    day = {name: f"{days[titled[-1]]}"}
    return replace(header, constants={**header.constants, **day}, particulars={**header.particulars, **day})


def _days_of_blocks(header: TableHeader, candidate: CandidateRow) -> dict[int, date | None]:
    """Return the day in the title of each block under the same header, by header row; None where a title states no single day."""
    sheet = candidate.sheet
    rows = blocks.equal_rows(sheet, header.rows[-1])
    if len(rows) < 2:
        return {}
    stated = header.stated_month.year
    texts = (f"{stated}年" if stated else "", title.title_text(sheet, 0, rows[0]), sheet.name, candidate.file)
    above = ((row, blocks.lines_above(sheet, row, after)) for row, after in blocks.with_row_before(rows))
    lines = {row: next(filter(names_day, texts_above), "") for row, texts_above in above if texts_above}
    days = {row: day_in(line, texts) for row, line in lines.items()}
    least = HALF_A_YEAR if stated else timedelta()
    return {row: None if _is_of_later_year(row, days, lines, least) else day for row, day in days.items()}


def _is_of_later_year(row: int, days: Mapping[int, date | None], lines: Mapping[int, str], least: timedelta) -> bool:
    """Tell whether a day without a year of its own lies further before that of the block above than `least`: 1月2日 below 12月31日."""
    above = [other for other in days if other < row]
    before, day = days[max(above)] if above else None, days[row]
    return bool(day and before and before - day > least and not stated_year((lines[row],)))
