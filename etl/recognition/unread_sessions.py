"""Asks about columns of single days, weeks or lessons beside one date for all: who came on which of them would be lost."""

import re
from collections.abc import Iterator, Sequence

from etl import parse
from etl.reading.grid import Sheet
from etl.recognition.cells_below import cells_below
from etl.recognition.days_as_columns import days_in
from etl.recognition.meanings import CHECKED, NOT_READ
from etl.recognition.table_header import UNFED, HeaderMatch, TableHeader
from etl.schema import Column

# 第1周, 第三次课, 星期一, 周二; 3
_SESSION = re.compile(
    r"第?[0-9一二三四五六七八九十]{1,3}(?:周|次课?|节课?|课|讲|期|天|场|回)|(?:星期|周|礼拜)[一二三四五六日天]|[0-9]{1,2}"
)
LEAST_SESSIONS = 2  # headers that make a table of a column a session


def unread_sessions(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which headers are sessions of their own while all rows get one date, and how to write them."""
    placed_on = header.record.placed_on
    column = next((column for column in header.record.columns if placed_on in column.spread_into), None)
    if column is None or header.spreads(column.name):
        return
    unread = [match for match in header.matches if match.how in UNFED and _is_filled(header, sheet, match)]
    days = set(days_in([match.header for match in unread]))
    sessions = [match.header for match in unread if match.header in days or _SESSION.fullmatch(_own(match.header))]
    if len(sessions) >= LEAST_SESSIONS:
        yield _sentence(header, column, sessions, is_dated=days.issuperset(sessions))


def _sentence(header: TableHeader, column: Column, sessions: Sequence[str], is_dated: bool) -> str:
    first, last = sessions[0], sessions[-1]
    day = header.record.column(header.record.placed_on)
    way = f"请把这几列都选“{column.label}”。命令行写 --map {first}…{last}={column.label}。"
    if not is_dated:
        way = f"请在这几列的表头里写上是哪一天（如“{first}（3月4日）”），再把它们都选“{column.label}”。"
    return (
        f"“{first}”到“{last}”像一次一列，“{day.label}”却一人只有一个，各次会算成一次，没有入库。{way}"
        f"不要读这几列的，都选“{NOT_READ}”；确实一人只算一次的，加 --set {CHECKED}=是。"
    )


def _own(header: str) -> str:
    """Return the last level of a header as spellings are compared."""
    return parse.normalised(header.split("/")[-1])


def _is_filled(header: TableHeader, sheet: Sheet, match: HeaderMatch) -> bool:
    return len(cells_below(header, sheet, match.index).drop_null()) > 0
