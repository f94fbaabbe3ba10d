"""Recognises a table of sums with a line a month and a column an item (月份/活动场次/参与人次), and says what to choose for it."""

from collections.abc import Sequence

from etl import parse
from etl.columns import COMMUNITY
from etl.parse import without_personal_data
from etl.reading.grid import Sheet
from etl.recognition.candidate_rows import CandidateRow
from etl.recognition.cells_below import cells_below
from etl.recognition.cross_table import MOST_NAMED, words_and_numbers
from etl.recognition.feeding import SUM_OF_PARTS
from etl.recognition.header_cell import spellings_lead_to
from etl.recognition.readable import can_read
from etl.recognition.stated_period import names_year
from etl.recognition.table_header import HeaderMatch, TableHeader

LEAST_LINES = 2


def items_as_columns(header: TableHeader, candidate: CandidateRow) -> str:
    """Return what to choose where each line is a month (of a community) and headers over numbers are items, "" where not.

    `header` is the row as the record type of reported sums reads it.
    """
    sheet = candidate.sheet
    words, numbers = words_and_numbers(header, sheet)
    month = next((match for match in header.matches if _holds_months(header, sheet, match)), None)
    others = [match for match in words if month and match.index != month.index]
    is_of_communities = all(spellings_lead_to(COMMUNITY, match.header.split("/")[-1]) for match in others)
    if month is None or not is_of_communities or not _is_a_line_each(header, sheet, [month, *others]):
        return ""
    counted = [match for match in numbers if match.index != month.index]
    items = _items(header, counted)
    if not items:
        return ""
    dates = cells_below(header, sheet, month.index).drop_null().to_pylist()
    is_dated = any(map(names_year, (*dates, *(text for text, _ in candidate.places))))
    return _sentence(header, month, list(items.values()), is_dated) + _not_read(header, counted, items)


def _holds_months(header: TableHeader, sheet: Sheet, match: HeaderMatch) -> bool:
    """Tell whether a column holds a month on each line, by its header or by cells such as 3月."""
    month = header.record.column(header.record.placed_on)
    texts = [text for text in _cells(header, sheet, match) if text]
    is_headed = spellings_lead_to(month, match.header.split("/")[-1])
    reads = [can_read(month, text) and (is_headed or "月" in text) for text in texts]
    return len(texts) >= LEAST_LINES and all(reads)


def _cells(header: TableHeader, sheet: Sheet, match: HeaderMatch) -> list[str | None]:
    """Return the cells of a column, without totals."""
    cells = cells_below(header, sheet, match.index).to_pylist()
    return [text for text in cells if not (text and SUM_OF_PARTS.fullmatch(text))]


def _is_a_line_each(header: TableHeader, sheet: Sheet, keys: Sequence[HeaderMatch]) -> bool:
    lines = [line for line in zip(*(_cells(header, sheet, match) for match in keys), strict=False) if line[0]]
    return len(set(lines)) == len(lines)


def _items(header: TableHeader, counted: Sequence[HeaderMatch]) -> dict[str, HeaderMatch]:
    """Return the first header of each item."""
    items: dict[str, HeaderMatch] = {}
    for match in counted:
        if item := _item(header, match):
            items.setdefault(item, match)
    return items


def _item(header: TableHeader, match: HeaderMatch) -> str:
    """Return the item that a header names, "" without one."""
    column = header.record.column("item")
    words = header.words_over(header.record.column("value"), match.header).get(column.name, "")
    return (parse.choice(parse.header(words)[0], column.choices) or "") if can_read(column, words) else ""


def _sentence(header: TableHeader, month: HeaderMatch, items: Sequence[HeaderMatch], is_dated: bool) -> str:
    label = header.record.label
    names = [without_personal_data(match.header) for match in items]
    is_named = month.column == header.record.placed_on
    dated, mapped = ("", "") if is_named else (f"“{month.header}”选“月份”，", f" --map {month.header}=月份")
    mapped += "".join(f" --map {name}=数值" for name in names)
    year, stated = ("", "") if is_dated else ("，写上年份", " --set 年份=2025")
    return (
        f"一行一个月、一个项目一列，像汇总表，不是一笔一行的台账。是汇总表的：台账种类选“{label}”，{dated}"
        f"“{'”“'.join(names)}”{'都' if len(names) > 1 else ''}选“数值”{year}。命令行写 --record {label}{mapped}{stated}。"
    )


def _not_read(header: TableHeader, counted: Sequence[HeaderMatch], items: dict[str, HeaderMatch]) -> str:
    """Say which headers are of no item, and which are of one that another has already."""
    rest = [match for match in counted if match not in items.values()]
    twice = [
        f"“{match.header}”和“{items[item].header}”都是{item}，只选一列。"
        for match in rest
        if (item := _item(header, match))
    ]
    unknown = [without_personal_data(match.header) for match in rest if not _item(header, match)]
    if not unknown:
        return "".join(twice)
    known = "、".join(header.record.column("item").choices)
    return (
        "".join(twice) + f"项目只有{known}；“{'”“'.join(unknown[:MOST_NAMED])}”不在里面，不用选，要入库的先改写表头。"
    )
