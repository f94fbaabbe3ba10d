"""Parts a sheet whose header repeats across, as months side by side, into one sheet for each block."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl import parse
from etl.reading.grid import HEAD_ROWS, Merge, Sheet
from etl.recognition import title
from etl.recognition.blocks import repeated_rows
from etl.recognition.candidate_rows import VALUE, known_words
from etl.recognition.ledger_tables import LedgerTable, recognise_tables
from etl.recognition.meanings import LEFT_OUT, Knowledge
from etl.recognition.particulars import has_particulars_of_all
from etl.recognition.unrecognised import Unrecognised
from etl.schema import RecordType

LEAST_HEADERS = 2  # in a block
# Titles of blocks that hold no more of the same: incomings beside outgoings, plans beside what was done
_OPPOSED = (
    (
        re.compile("收入|收款|进账|入账|入库|接收|收到|捐赠|捐款|^[收入进借]$"),
        re.compile("支出|付款|出账|出库|发放|使用|领取|^[支出付贷]$"),
    ),
    (re.compile("计划|预算|预计|目标|报名|申请|应到|拟"), re.compile(".")),
)
Part = tuple[Sheet, tuple[LedgerTable, ...]]


def recognise_parts(
    sheet: Sheet, records: Mapping[str, RecordType], knowledge: Knowledge, file: str
) -> list[Part] | Unrecognised:
    """Return the tables of a sheet with the sheet they stand in: itself, or one for each block of a header that repeats across.

    A block is a table of its own only if it says when, who or what by a column of its own; 志愿者/人数 beside 儿童/人数 are columns of
    one table.
    """
    for row, blocks in _blocks_of_rows(sheet, records, knowledge):
        names = [_title_of_block(sheet, row, block) for block in blocks]
        if _are_opposed(names):
            break  # one table of both, or two that are to be told apart
        said_of_all = _said_of_all_blocks(knowledge) if all(map(VALUE.fullmatch, names)) else knowledge
        titles, shared = _rows_of_titles(sheet, row)
        sheets = [
            _with_titles(_only(sheet, (*range(blocks[0].start), *block), shared), sheet, block, titles)
            for block in blocks
        ]
        parts: list[Part] = []
        for part, block in zip(sheets, blocks, strict=True):
            tables = recognise_tables(part, records, said_of_all, file)
            if isinstance(tables, Unrecognised) or not all(_says_more_than_sums(table, block) for table in tables):
                break
            parts.append((part, tables))
        else:
            return parts
    whole = recognise_tables(sheet, records, knowledge, file)
    return whole if isinstance(whole, Unrecognised) else [(sheet, whole)]


def _are_opposed(names: list[str]) -> bool:
    """Tell whether one block is named as one thing and another as the other."""
    return any(
        any(map(one.search, names)) and any(other.search(name) and not one.search(name) for name in names)
        for one, other in _OPPOSED
    )


def _title_of_block(sheet: Sheet, row: int, block: range) -> str:
    """Return the text right above a block: 2月, 2026-02-01."""
    above = sheet.row(row - 1) if row else []
    return next((text for text in above[block.start : block.stop] if text), "")


def _said_of_all_blocks(knowledge: Knowledge) -> Knowledge:
    """Return what is known with what a person says of a header in one month, 1月/日期, holding for the same header in the others.

    收入/日期 says nothing of 支出/日期: only blocks that are named by times hold the same.
    """
    columns = knowledge.settings.columns
    shared = {header.rpartition("/")[2]: name for header, name in columns.items() if "/" in header and name != LEFT_OUT}
    other = {header: name for header, name in columns.items() if shared.get(header.rpartition("/")[2]) != name}
    return replace(knowledge, settings=replace(knowledge.settings, columns={**shared, **other}))


def _says_more_than_sums(table: LedgerTable, block: range) -> bool:
    """Tell whether a block holds a column that says when, who or what, and not quantities only."""
    telling = (name for name in table.sources if not table.record.column(name).kind.is_quantity)
    return any(index in block for name in telling for index in table.sources[name])


def _blocks_of_rows(
    sheet: Sheet, records: Mapping[str, RecordType], knowledge: Knowledge
) -> Iterator[tuple[int, list[range]]]:
    """Yield the first row that repeats known words across with its blocks, if there is one."""
    known = None
    for row in range(min(HEAD_ROWS, sheet.height)):
        names = [parse.normalised(text or "") for text in sheet.row(row)]
        if blocks := _blocks(names):
            known = known_words(records, knowledge) if known is None else known
            if not known.isdisjoint(names[blocks[0].start : blocks[0].stop]):
                yield row, blocks
                return


def _blocks(names: list[str]) -> list[range]:
    """Return the column ranges over which the same names repeat: [0-5, 6-11] for 日期 收入 支出 … 日期 收入 支出."""
    filled = [name for name in names if name]
    if len(set(filled)) == len(filled):
        return []
    repeated = (name for name in filled if not VALUE.fullmatch(name) and names.count(name) > 1)
    first = next(repeated, None)
    if first is None:
        return []
    starts = [index for index, name in enumerate(names) if name == first]
    gap = min(after - before for before, after in pairwise(starts))
    length = 0
    while length < gap and len({tuple(names[start + length : start + length + 1]) for start in starts}) == 1:
        length += 1
    if sum(bool(name) for name in names[starts[0] : starts[0] + length]) < LEAST_HEADERS:
        return []
    return [range(start, stop) for start, stop in zip(starts, [*starts[1:], starts[-1] + gap], strict=True)]


def _rows_of_titles(sheet: Sheet, header_row: int) -> tuple[set[int], set[int]]:
    """Return the rows above a header and its repetitions, and those of them with particulars of all blocks: no label stands there twice."""
    titles, last = set(range(header_row)), header_row
    for row in repeated_rows(sheet, header_row):
        titles |= set(range(title.first_title_row(sheet, row, last), row))
        last = row
    return titles, {row for row in titles if has_particulars_of_all(sheet, row)}


def _only(sheet: Sheet, columns: tuple[int, ...], shared: set[int]) -> Sheet:
    """Return a sheet with some of its grid columns, in their places; of the others it has the rows that all share."""
    columns_left = tuple(
        column if index in columns else _rows_alone(column, shared) for index, column in enumerate(sheet.columns)
    )
    return replace(sheet, columns=columns_left, merges=tuple(_within(sheet.merges, columns)))


def _rows_alone(column: pa.DictionaryArray, rows: set[int]) -> pa.DictionaryArray:
    """Return a grid column with the texts of some rows only."""
    is_kept = np.isin(np.arange(len(column)), list(rows))
    indices = pc.if_else(pa.array(is_kept), column.indices, pa.scalar(None, column.indices.type))
    return pa.DictionaryArray.from_arrays(indices, column.dictionary)


def _with_titles(part: Sheet, sheet: Sheet, block: range, titles: set[int]) -> Sheet:
    """Return a block with the titles in these rows that are merged over it and others before it: they hold for each."""
    columns = list(part.columns)
    texts = columns[block.start].to_pylist()
    for merge in sheet.merges:
        if merge.bottom in titles and merge.left < block.start <= merge.right:
            texts[merge.top] = texts[merge.top] or sheet.row(merge.top)[merge.left]
    columns[block.start] = pa.array(texts, pa.string()).dictionary_encode()
    return replace(part, columns=tuple(columns))


def _within(merges: tuple[Merge, ...], columns: tuple[int, ...]) -> Iterator[Merge]:
    return (merge for merge in merges if merge.left in columns and merge.right in columns)
