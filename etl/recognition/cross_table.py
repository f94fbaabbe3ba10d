"""Recognises a table of sums with a line a community and a column an item, or the other way round, and says what to choose for it."""

from collections.abc import Sequence

import numpy as np

from etl import parse
from etl.columns import COMMUNITY
from etl.parse import without_personal_data
from etl.reading.grid import Sheet
from etl.recognition.candidate_rows import CandidateRow
from etl.recognition.cells_below import cells_below, row_numbers
from etl.recognition.feeding import SUM_OF_PARTS
from etl.recognition.header_cell import name_and_unit, spellings_lead_to
from etl.recognition.meanings import CHECKED
from etl.recognition.readable import can_read
from etl.recognition.stated_period import stated_period
from etl.recognition.table_header import NOT_MISSED, HeaderMatch, TableHeader

LEAST_LINES, LEAST_COLUMNS = 2, 2
MOSTLY = 0.8  # of the filled cells of a column of numbers
MOST_NAMED = 6  # headers that are no item


def cross_table(header: TableHeader, candidate: CandidateRow) -> str:
    """Return what to choose where numbers stand beside one column of words, each once, that is of communities or headed by them.

    `header` is the row as the record type of reported sums reads it. No month is proposed for sums of several.
    """
    sheet = candidate.sheet
    names = [match.header.split("/")[-1] for match in header.matches]
    is_headed = sum(map(parse.is_community_name, names)) >= LEAST_COLUMNS
    if not (is_headed or any(spellings_lead_to(COMMUNITY, name) for name in names)):
        return ""
    words, numbers = words_and_numbers(header, sheet)
    if len(words) != 1 or len(numbers) < LEAST_COLUMNS or not _is_a_line_each(header, sheet, words[0]):
        return ""
    if spellings_lead_to(COMMUNITY, words[0].header.split("/")[-1]):
        return _items_as_columns(header, candidate, numbers)
    return _communities_as_columns(header, candidate, words[0], numbers) if is_headed else ""


def words_and_numbers(header: TableHeader, sheet: Sheet) -> tuple[list[HeaderMatch], list[HeaderMatch]]:
    """Return the headers over words and those over numbers, without running numbers, remarks, totals and empty columns."""
    words: list[HeaderMatch] = []
    numbers: list[HeaderMatch] = []
    for match in header.matches:
        filled = cells_below(header, sheet, match.index).drop_null()
        if not len(filled) or any(known.fullmatch(match.header.split("/")[-1]) for known in (NOT_MISSED, SUM_OF_PARTS)):
            continue
        is_number = ~np.isnan(row_numbers(filled))
        (numbers if is_number.mean() >= MOSTLY else words).append(match)
    return words, numbers


def _is_a_line_each(header: TableHeader, sheet: Sheet, match: HeaderMatch) -> bool:
    texts = cells_below(header, sheet, match.index).drop_null().to_pylist()
    return len(texts) >= LEAST_LINES and len(set(texts)) == len(texts)


def _items_as_columns(header: TableHeader, candidate: CandidateRow, numbers: Sequence[HeaderMatch]) -> str:
    record = header.record
    item, month = record.column("item"), record.column(record.placed_on)
    into = {match.header: header.words_over(record.column("value"), match.header) for match in numbers}
    read = {text: words for text, words in into.items() if can_read(item, words.get(item.name, ""))}
    if not read and sum(month.name in words for words in into.values()) >= LEAST_COLUMNS:
        return _months_as_columns(header, [text for text, words in into.items() if month.name in words])
    others = [without_personal_data(text) for text in into if text not in read]
    is_dated = any(month.name in words for words in read.values()) or month.name in header.constants
    if not is_dated and (months := several_months(header, candidate)):
        return f"一个社区一行、一个项目一列，像汇总表，但{months}请改成一个月一份，或一列一个月。"
    first = next(iter(read), next(iter(into)))
    known = (
        f"项目只有{'、'.join(item.choices)}；“{'”“'.join(others[:MOST_NAMED])}”不在里面，不用选，要入库的先改写表头。"
        if others
        else ""
    )
    return (
        f"一个社区一行、一个项目一列，像汇总表，不是一笔一行的台账。是汇总表的：台账种类选“{record.label}”，项目的各列都选“数值”"
        f"{'' if is_dated else '，写上月份（几个月合在一起的，请改成一个月一份）'}。{known}"
        f"命令行写 --record {record.label} --map {without_personal_data(first)}=数值{'' if is_dated else ' --set 月份=2025-03'}。"
    )


def _months_as_columns(header: TableHeader, months: Sequence[str]) -> str:
    """Return what to choose for a line a community and a column a month: of one item, which no column says."""
    record, bare = header.record, [name_and_unit(text)[0] for text in months]
    return (
        f"一个社区一行、一个月一列，像汇总表，不是一笔一行的台账。是汇总表的：台账种类选“{record.label}”，“{bare[0]}”到“{bare[-1]}”都选“数值”，"
        f"写上项目（{'、'.join(record.column('item').choices)}里的一个）；标题里没有年份的，也写上年份。"
        f"命令行写 --record {record.label} --map {bare[0]}…{bare[-1]}=数值 --set 项目=服务时长。"
    )


def _communities_as_columns(
    header: TableHeader, candidate: CandidateRow, words: HeaderMatch, numbers: Sequence[HeaderMatch]
) -> str:
    record = header.record
    is_dated = record.placed_on in header.constants
    first, last = name_and_unit(numbers[0].header)[0], name_and_unit(numbers[-1].header)[0]
    if not is_dated and (months := several_months(header, candidate)):
        return f"“{first}”到“{last}”像一个社区一列的汇总表，但{months}请改成一个月一份。"
    return (
        f"“{first}”到“{last}”像一个社区一列的汇总表，不是一笔一行的台账。是汇总表的：台账种类选“{record.label}”，"
        f"“{words.header}”选“项目”，各社区的列都选“数值”{'' if is_dated else '，写上月份（几个月合在一起的，请改成一个月一份）'}。"
        f"命令行写 --record {record.label} --map {words.header}=项目 --map {first}…{last}=数值{'' if is_dated else ' --set 月份=2025-03'}。"
    )


def longer_than_a_month(header: TableHeader, candidate: CandidateRow) -> str:
    """Return why reported sums of one stated month are not taken where the words around say that they are of several months, or "".

    That they are of a whole year says nothing: so does the title over the months of a year.
    """
    name = header.record.placed_on
    is_of_one_month = header.record.is_reported_sum and name in header.constants and name not in header.sources
    if not is_of_one_month or header.is_checked or any(name in words for words in _words_of_values(header)):
        return ""
    months = several_months(header, candidate)
    return f"{months}请改成一个月一份，或一列一个月；确实只是一个月的，加 --set {CHECKED}=是。" if months else ""


def several_months(header: TableHeader, candidate: CandidateRow) -> str:
    """Say that the words around a table of sums are of several months, "" where they are of one, of whole years or of none."""
    stated = stated_period([text for text, _ in candidate.places])
    if stated is None or not stated.first < stated.last or stated.is_of_whole_years:
        return ""
    return (
        f"标题、工作表名或文件名里写着{stated.first.year}年{stated.first.month}月到{stated.last.year}年{stated.last.month}月，"
        f"像几个月合在一起的数；“{header.record.label}”一行是一个月的，没有入库。"
    )


def _words_of_values(header: TableHeader) -> list[dict[str, str]]:
    """Return what the headers say of the values beneath, where each makes rows of its own."""
    column = header.record.column("value")
    indices = header.sources.get(column.name, ()) if header.spreads(column.name) else ()
    return [header.words_over(column, header.text(index)) for index in indices]
