"""Recognises a table of sums with a line an item (项目/数量, 指标/目标/完成, 项目/1月/2月), and says what to choose for it."""

import re
from collections.abc import Sequence

from etl.parse import without_personal_data
from etl.reading.grid import Sheet
from etl.recognition import title
from etl.recognition.blocks import repeated_rows
from etl.recognition.candidate_rows import CandidateRow
from etl.recognition.cells_below import cells_below
from etl.recognition.cross_table import MOST_NAMED, several_months, words_and_numbers
from etl.recognition.feeding import SUM_OF_PARTS
from etl.recognition.header_cell import name_and_unit, spellings_lead_to
from etl.recognition.readable import can_read, day_in
from etl.recognition.stated_period import names_year
from etl.recognition.sums_of_quarters import LONGER_THAN_A_MONTH, sums_of_longer_spans
from etl.recognition.table_header import HeaderMatch, TableHeader

LEAST_ITEMS = 2  # known, that make lines of items
LEAST_MONTHS = 2
MOST_LINES = 200
# what stands beside the number of the month and is not it: 目标数, 完成率, 累计, 上年同期
_BESIDE = re.compile(
    "目标|任务|计划|应|率|比|占|累计|全年|年度|上[月年期季]|去年|同期|余|金额|[款元费]|标准|分值|得分|权重|单价|序号"
)
_OF_SUMS = re.compile("月报|季报|汇总|统计|报表|完成情况|工作情况")  # in a title
_OF_THE_MONTH = re.compile("本月|本期|当月|完成|实际|合计数")


def items_as_rows(header: TableHeader, candidate: CandidateRow, is_hinted_otherwise: bool) -> str:
    """Return what to choose where each line is an item of reported sums with its number, "" where the lines are anything else.

    `header` is the row as the record type of reported sums reads it; `is_hinted_otherwise` tells whether the words around speak
    for another type. Lines with days are records, and an item that occurs on several lines is a kind of record.
    """
    words, numbers = words_and_numbers(header, candidate.sheet)
    is_told = not is_hinted_otherwise and any(_OF_SUMS.search(text) for text, _ in candidate.places)
    least = 0 if is_told else LEAST_ITEMS
    column = next((match for match in words if _lists_items(header, candidate.sheet, match, least)), None)
    months = [match for match in numbers if _is_month(header, match)]
    values = months if len(months) >= LEAST_MONTHS else _values(header, numbers)
    if column is None or any(_holds_days(header, candidate.sheet, match) for match in words):
        return ""
    if not values:
        return sums_of_longer_spans([match.header for match in numbers])
    is_dated = values is months or header.record.placed_on in {*header.constants, *header.sources}
    if not is_dated and (several := several_months(header, candidate)):
        return f"一行一个项目，像汇总表，但{several}请改成一个月一份，或一列一个月。"
    stated = ("", "") if is_dated else ("，写上月份", " --set 月份=2025-03")
    if values is months and not any(names_year(text) for text, _ in candidate.places):
        stated = "，写上年份", " --set 年份=2025"
    return _sentence(header, column, values, stated) + _unknown_items(header, _texts(header, candidate.sheet, column))


def _lists_items(header: TableHeader, sheet: Sheet, match: HeaderMatch, least: int) -> bool:
    """Tell whether a column of words holds items, each on a line of its own: most are known, or so many under 项目 or 指标."""
    texts = _texts(header, sheet, match)
    known = len(_known(header, texts))
    is_headed = spellings_lead_to(header.record.column("item"), match.header.split("/")[-1])
    is_mostly_known = known >= LEAST_ITEMS and 2 * known >= len(texts)
    return (is_mostly_known or (is_headed and known >= least)) and 0 < len(set(texts)) == len(texts) <= MOST_LINES


def _known(header: TableHeader, texts: Sequence[str]) -> list[str]:
    item = header.record.column("item")
    return [text for text in texts if can_read(item, text)]


def _texts(header: TableHeader, sheet: Sheet, match: HeaderMatch) -> list[str]:
    """Return the cells of a column down to the title of the next block under the same header."""
    last = header.rows[-1]
    stop = next((title.first_title_row(sheet, row, last) for row in repeated_rows(sheet, last)), sheet.height)
    cells = cells_below(header, sheet, match.index).slice(0, stop - last - 1).to_pylist()
    return [text for text in cells if text and not SUM_OF_PARTS.fullmatch(text)]


def _is_month(header: TableHeader, match: HeaderMatch) -> bool:
    return can_read(header.record.column(header.record.placed_on), name_and_unit(match.header.split("/")[-1])[0])


def _values(header: TableHeader, numbers: Sequence[HeaderMatch]) -> list[HeaderMatch]:
    """Return the headers over what may be the number of the month: the one that says so, or all that say nothing else."""
    value = header.record.column("value")
    beside = (_BESIDE, LONGER_THAN_A_MONTH)
    open_ = [match for match in numbers if not any(other.search(match.header) for other in beside)]
    told = [match for match in open_ if spellings_lead_to(value, match.header.split("/")[-1])]
    return told or [match for match in open_ if _OF_THE_MONTH.search(match.header)] or open_


def _holds_days(header: TableHeader, sheet: Sheet, match: HeaderMatch) -> bool:
    if match.column == header.record.placed_on:
        return False
    texts = _texts(header, sheet, match)
    return 2 * sum(day_in(text) is not None for text in texts) > len(texts)


def _sentence(header: TableHeader, column: HeaderMatch, values: Sequence[HeaderMatch], stated: tuple[str, str]) -> str:
    names = [without_personal_data(match.header) for match in values]
    is_of_months = all(_is_month(header, match) for match in values) and len(values) >= LEAST_MONTHS
    item, mapped_item = (
        ("", "") if column.column == "item" else (f"“{column.header}”选“项目”，", f" --map {column.header}=项目")
    )
    if is_of_months:
        chosen, mapped = f"“{names[0]}”到“{names[-1]}”都选“数值”", f"--map {names[0]}…{names[-1]}=数值"
    else:
        which = f"“{names[0]}”" if len(names) == 1 else f"“{'”“'.join(names[:MOST_NAMED])}”里是当月数的那一列"
        chosen, mapped = f"{which}选“数值”", f"--map {names[0]}=数值"
    label = header.record.label
    return (
        f"一行一个项目，像汇总表，不是一笔一行的台账。是汇总表的：台账种类选“{label}”，{item}{chosen}{stated[0]}。"
        f"命令行写 --record {label}{mapped_item} {mapped}{stated[1]}。"
    )


def _unknown_items(header: TableHeader, texts: Sequence[str]) -> str:
    """Say which lines are of no item, "" where all are of one."""
    known = {*_known(header, texts)}
    unknown = [without_personal_data(text) for text in texts if text not in known]
    if not unknown:
        return ""
    lines = "那几行不入库" if len(unknown) < len(texts) else "没有一行能入库，要入库的先改写成其中的一个"
    return f"项目只有{'、'.join(header.record.column('item').choices)}；“{'”“'.join(unknown[:MOST_NAMED])}”不在里面，{lines}。"
