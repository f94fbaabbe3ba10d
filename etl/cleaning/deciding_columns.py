"""Asks about rows of which an unread cell decides whether they count, or how much: 是否退款, 审批状态, 退款金额, 认定时长, 人数."""

from collections.abc import Iterator, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl import kinds
from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn
from etl.cleaning.total_rows import HALF_A_FEN
from etl.parse import without_personal_data
from etl.recognition import deciding_headers
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import UNFED, HeaderMatch

_NUMBER = r"^\s*[¥￥]?\s*(-?[\d,，]+(\.\d+)?)\s*\p{Han}{0,3}\s*$"  # ¥1,200.50, 4小时
DoubtfulRows = Iterator[tuple[np.ndarray, str]]


def refusals(table: LedgerTable, columns: Mapping[int, CodedColumn], is_record: np.ndarray) -> DoubtfulRows:
    """Yield the rows that a column nobody reads may not let stand as they are, each mask with a sentence."""
    asks_for_opinions = any(column.kind.is_rating for column in table.record.columns)
    if table.header.is_checked or asks_for_opinions:
        return
    ruled = {rule.column for rule in table.record.exclusions}  # its own rules tell of an empty cell there
    for name in (
        column.name for column in table.record.columns if column.refuses_unreadable and column.name not in ruled
    ):
        for index in table.sources.get(name, ()):
            yield from _unanswered(table.header.text(index), columns[index], is_record)
    for match in (match for match in table.header.matches if match.how in UNFED):
        yield from _by_verdict(table, match, columns[match.index], is_record)
        yield from _taken_off(table, match, columns[match.index])
        yield from _final(table, match, columns, is_record)
        yield from _of_several_people(table, match, columns, is_record)


def _by_verdict(table: LedgerTable, match: HeaderMatch, column: CodedColumn, is_record: np.ndarray) -> DoubtfulRows:
    """Yield the rows by each text that does not let them stand, and those with none beside others that say yes."""
    verdict = deciding_headers.verdict(match.header, table.record)
    if verdict is None:
        return
    is_fine, is_empty = column.rows_where(verdict.fine), column.codes == EMPTY_CODE
    for text in column.used_texts(is_record & ~is_fine & ~is_empty):
        code = column.texts.index(text).as_py()
        yield (
            column.codes == code,
            (
                f"“{match.header}”写着“{without_personal_data(text)[:20]}”，看不出这一行算数，没有入库。"
                f"不算的请删去这一行；算的，请改成“{verdict.yes}”，或加 --set {CHECKED}=是。"
            ),
        )
    if not verdict.is_fine_empty and (is_fine & is_record).any():
        yield is_empty, _sentence_on_empty(match.header)


def _unanswered(header: str, column: CodedColumn, is_record: np.ndarray) -> DoubtfulRows:
    """Yield the rows with no answer to a question whether, which is read, where others are answered with yes."""
    if deciding_headers.WHETHER.match(header) and (column.rows_where(deciding_headers.YES) & is_record).any():
        yield column.codes == EMPTY_CODE, _sentence_on_empty(header)


def _sentence_on_empty(header: str) -> str:
    return f"“{header}”空着，别的行写了，看不出这一行算数，没有入库。请填上；空着的都算的，加 --set {CHECKED}=是。"


def _taken_off(table: LedgerTable, match: HeaderMatch, column: CodedColumn) -> DoubtfulRows:
    """Yield the rows from which something is to be taken off; whether it is already, only a last word (实际支出) says."""
    counted = [name for name in table.sources if _is_open(table, name)]
    if counted and deciding_headers.takes_off(match.header):
        rows = (column.codes != EMPTY_CODE) & ~column.rows_where(deciding_headers.NOTHING)
        label = table.record.column(counted[0]).label
        yield (
            rows,
            (
                f"“{match.header}”有数，说不清“{label}”是不是已经减去，没有入库。请把“{label}”改成减去以后的数、“{match.header}”清空"
                f"（全部退回的删去这一行）；已经减去的，加 --set {CHECKED}=是。"
            ),
        )


def _final(
    table: LedgerTable, match: HeaderMatch, columns: Mapping[int, CodedColumn], is_record: np.ndarray
) -> DoubtfulRows:
    """Yield the rows in which the number that has the last word is another than the one that is read, or is lacking beside others."""
    measures = deciding_headers.final_measures(table.record, match.header)
    names = [name for name in table.sources if table.record.column(name).kind in measures]
    if not names or table.header.spreads(names[0]):
        return
    read = " ".join(map(table.header.text, table.sources[names[0]]))
    if not deciding_headers.are_alike(read, match.header):
        return
    numbers = _numbers(columns[match.index])
    own = np.nansum([_numbers(columns[index]) for index in table.sources[names[0]]], axis=0)
    is_number = ~np.isnan(numbers)
    is_lacking = (columns[match.index].codes == EMPTY_CODE) & (is_number & is_record).any() & (own != 0)
    yield (
        (is_number & (np.abs(numbers - own) > HALF_A_FEN)) | is_lacking,
        (
            f"“{match.header}”和“{read}”不一样，按“{read}”算可能不对，没有入库。该按“{match.header}”算的，"
            f"请加 --map {match.header}={table.record.column(names[0]).label}；按“{read}”算的，加 --set {CHECKED}=是。"
        ),
    )


def _of_several_people(
    table: LedgerTable, match: HeaderMatch, columns: Mapping[int, CodedColumn], is_record: np.ndarray
) -> DoubtfulRows:
    """Yield the rows of one person's hours beside which stands how many served; the count of the rows of a day is that of a list."""
    hours = [column for column in table.record.required if column.kind is kinds.HOURS and column.name in table.sources]
    is_of_a_person = any(column.kind.is_personal for column in table.record.required)
    if not (hours and is_of_a_person and deciding_headers.counts_people(match.header)):
        return
    count = np.nan_to_num(_numbers(columns[match.index]))
    days = [columns[index].codes for index in table.sources.get(table.record.placed_on, ())]
    keys, group = np.unique(np.array([*days, count.astype(np.int64)]), axis=1, return_inverse=True)
    rows_of_group = np.bincount(group.ravel(), is_record, keys.shape[1])[group.ravel()]
    yield (
        (count > 1) & (rows_of_group != count),
        (
            f"“{match.header}”不止一人，说不清“{hours[0].label}”是每人的还是一共的，照一个人算会算错，没有入库。请一人一行，写上姓名和各自的时长；"
            f"这几行确实是一个人的时长的，加 --set {CHECKED}=是。"
        ),
    )


def _is_open(table: LedgerTable, name: str) -> bool:
    """Tell whether a column adds up and no header over it says that its numbers are the last word."""
    is_final = any(deciding_headers.is_final(table.header.text(index)) for index in table.sources[name])
    return table.record.column(name).kind in deciding_headers.counted_kinds(table.record) and not is_final


def _numbers(column: CodedColumn) -> np.ndarray:
    """Return the number of each row's cell, whatever unit stands behind it; not a number where it holds none."""
    bare = pc.replace_substring_regex(column.texts, _NUMBER, r"\1")
    bare = pc.replace_substring_regex(bare, "[,，]", "")
    is_number = pc.match_substring_regex(bare, r"^-?\d{1,15}(\.\d+)?$")
    numbers = (
        pc.if_else(is_number, bare, pa.scalar(None, pa.string())).cast(pa.float64()).to_numpy(zero_copy_only=False)
    )
    return np.append(numbers, np.nan)[column.codes]
