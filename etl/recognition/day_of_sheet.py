"""Says of a sheet whose rows have no day which day title and sheet name state, and asks where another one is stated for all sheets."""

import re
from datetime import date

from etl import parse
from etl.reading.grid import Sheet
from etl.recognition.candidate_rows import CandidateRow, day_written
from etl.recognition.cells_below import cells_below
from etl.recognition.meanings import CHECKED, SHEET_NAME, YEAR
from etl.recognition.readable import day_in
from etl.recognition.stated_period import names_day, stated_day, stated_year
from etl.recognition.table_header import TableHeader
from etl.schema import Column, RecordType

_OF_NOTICE = re.compile("公示|公告|通报|公布")  # on a day after those of the rows


def day_advice(record: RecordType, column: Column, candidate: CandidateRow | None, day: date | None) -> str:
    """Return how to state the day of all rows where title, sheet or file name state it, "" where none does.

    Where it is the name of the sheet, that is stated: other sheets of the file have other days.
    """
    opening = f"请加 --record {record.label} --set {column.label}="
    if candidate and not names_day(candidate.title) and names_day(day_written(candidate.sheet.name)):
        texts = [text for text, _ in candidate.places]
        year = "" if day or stated_year(texts) else f" --set {YEAR}=2025"
        return f"工作表名“{candidate.sheet.name}”像日期，整张都是这一天的，{opening}{SHEET_NAME}{year}。"
    return f"如果整份都是这一天，{opening}{day}。" if day else ""


def day_of_clocks(header: TableHeader | None, candidate: CandidateRow | None) -> str:
    """Return how to state the day where the column of days holds nothing but times of day, "" where it does not."""
    indices = header.sources.get(header.record.placed_on, ()) if header and candidate else ()
    if not (header and candidate and len(indices) == 1):
        return ""
    texts = set(cells_below(header, candidate.sheet, indices[0]).drop_null().to_pylist()) - {""}
    if not texts or not all(map(_is_clock, texts)):
        return ""
    day = candidate.day() or "年-月-日"
    label = header.label(header.record.placed_on)
    return f"“{header.text(indices[0])}”下只有几点几分，没有日期：整份都是同一天的，同时加 --set {label}={day}。"


def another_day(header: TableHeader, candidate: CandidateRow) -> str:
    """Return why rows are not given the day that is stated for all where the title or the name of their own sheet states another, or ""."""
    name = header.record.placed_on
    stated = header.constants.get(name, "") if name not in header.sources else ""
    own = stated_day((candidate.title, day_written(candidate.sheet.name)))
    if own is None or header.is_checked or name in header.particulars or _OF_NOTICE.search(candidate.title):
        return ""
    day = day_in(stated)
    if day is None or day == own or header.record.is_reported_sum or header.record.is_roster:
        return ""
    label = header.label(name)
    return (
        f"这张工作表的标题或表名写着{own}，说明的{label}是{day}，不一样，没有入库。几张工作表各有各的日期的，"
        f"请把工作表名改成日期（如3月5日），加 --set {label}={SHEET_NAME}；确实是{day}的，加 --set {CHECKED}=是。"
    )


def text_of_constant(header: TableHeader, name: str, sheet: Sheet) -> str:
    """Return the text that stands for the empty cells of a column: what is stated, or the name of the sheet where that is."""
    is_day = header.record.column(name).kind.sql_type == "date"
    named = day_written(sheet.name) if is_day else sheet.name.strip()
    return named if header.constants[name] == SHEET_NAME else header.constants[name]


def _is_clock(text: str) -> bool:
    try:
        parse.date(text)
    except ValueError as fault:
        return parse.NO_DAY in str(fault)
    return False
