"""Asks about a number of people whose only header stands below a cell that speaks of others: 参与人数 below 志愿者."""

from collections.abc import Iterator

from etl import kinds
from etl.reading.grid import Sheet
from etl.recognition.cells_below import are_numbers, cells_below
from etl.recognition.header_cell import counts_others, spellings_lead_to
from etl.recognition.meanings import NOT_READ
from etl.recognition.table_header import TableHeader
from etl.schema import Column

_OF_PEOPLE = (kinds.HEADCOUNT, kinds.COUNT)


def blocked_quantities(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which headers are left out for the words above them where nothing else feeds their column, with what to write."""
    open_columns = (column for column in header.record.columns if column.name not in header.filled_columns)
    for column in (column for column in open_columns if column.kind in _OF_PEOPLE and column.other_words):
        if blocked := list(_blocked(header, sheet, column)):
            left_out = " ".join(f"--map {text}={NOT_READ}" for text in blocked)
            yield (
                f"“{'”“'.join(blocked)}”照上面一层表头看，数的像别的人（志愿者、报名的人等），不能就此当作{column.label}，"
                f"又没有别的列是{column.label}，没有入库。就是{column.label}的，写 --map {blocked[0]}={column.label}；"
                f"不是的，写 {left_out}。"
            )


def _blocked(header: TableHeader, sheet: Sheet, column: Column) -> Iterator[str]:
    for match in (match for match in header.matches if match.how == "unknown"):
        path = match.header.split("/")
        is_blocked = spellings_lead_to(column, path[-1]) and counts_others(column, path)
        if is_blocked and are_numbers(cells_below(header, sheet, match.index)):
            yield match.header
