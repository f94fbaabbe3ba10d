"""Tells which rows under a header are records, and why the others are not: totals, notes, repeated headers, blank forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow.compute as pc

from etl import parse
from etl.cleaning import answer_cells, merged_rows, reversed_rows, second_headers, two_sided_rows
from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn, rows_where_any
from etl.cleaning.total_rows import count_numbers, is_bare_total, is_named_total
from etl.columns import COMMUNITY
from etl.inbox.settings import ONE_OF
from etl.reading.grid import Sheet
from etl.recognition.direction_marks import NEGATIVE, POSITIVE
from etl.recognition.ledger_tables import LedgerTable

TOTAL_ROW, HEADER_ROW, NOTE_ROW, BLANK_ROW = "合计行", "重复的表头", "说明、签名或只填了一格的行", "没有填写的行"
MERGED_ROW = "金额或数量与上面的行合并、已在上面计过一次的行"
SAME_RECORD_ROW = "各列都与上面的行合并、属于上面那条记录的行（每行各是一次的，请取消合并再导入）"
NOT_CHOSEN_ROW = "按说明不取的行"
REVERSED_ROW = "冲销的行和它冲销的那一行（两行抵消）"
CARRIED_ROW = "承前页、结转的行"
ABOVE_ROW = "指明的表头以上、没有读的行"
OTHER_DIRECTION_ROW = "只写了另一个方向的行"
LEAST_LONE_RECORDS = 3  # rows with nothing but a name: a signature stands once or twice
LEAST_UNREAD_CONTENT = 2  # cells under headers not understood that make a row a record: one may be a running number

_SUM_WORD = r"(合[\s　]*[计計]|[总總総][\s　]*[计計]|小[\s　]*[计計]|[总總][\s　]*[和额額])"
_SPOKEN_SUM = r"(本页|本月|本季度?|本年度?|全年|年度|当月|月度?)?[\s　]*(共[\s　]*计|累[\s　]*计|汇[\s　]*总)|((捐款|捐赠|支出|收入|金额)?总额|共[\s　]*[0-9]+[\s　]*(笔|条))"
# 合计, 1月小计：, 捐赠总计（元）, 总计：4场; 本月累计, 共计: a cell that is only the label of a total
TOTAL = rf"(?i)^(.{{0,12}}{_SUM_WORD}|[\s　]*{_SPOKEN_SUM}|(grand |sub[- ]?)?totals?|รวม|Сумма|Итого)[\s　]*([（(].{{0,8}}[)）])?[:：]?[\s　]*([0-9]+[\s　]*[^\d\s]{{0,3}})?$"
WHOLE_AREA = (
    r"^[\s　]*(全(街道?|镇|乡|区|县|市)|(全部|所有|全体|各)(社区|村)?)[\s　]*$"  # among communities: the sum of them
)
# 出席人数: the count of those who came, below a column a day
COUNTED_PEOPLE = (
    r"^[\s　]*(应到|实到|到课|到场|到会|出席|出勤|签到|参加|参与|缺席|缺勤|请假)[\s　]*(人数|人次|次数)[\s　]*[:：]?$"
)
# 填表人：张三, 注：以上金额含税, 共计1234人次 | 总金额5678.90
NOTE = r"^[\s　]*(填表|制表|审核|负责人|复核|备注[:：]|注[:：]|说明[:：]|联系|日期[:：]|共计.*[|｜]|数据来源|以上)"
# 承前页, 过次页, 上年结转, 期初余额: what is carried over to or from another page or year, which counts there
CARRIED = r"^[\s　]*(承[前上][\s　]*页|[过转]次[\s　]*页|(上|去)[年月期](余额|结余|结存)?(结转|转入)?|(上|本)(年|月|期)(余额|结余|结存)?(结转|转入|转下)[年月期]?|结转[上下][年月期]|期[初末](余额|结余|结存|库存)|(上|本)[年月期](余额|结余|结存))[\s　]*$"
LABEL_AND_VALUE = r"^[\p{Han}]{2,10}[\s　]*[:：][\s　]*\S"  # 活动地点：二楼
LEADING_COLUMNS = 4  # a total's label stands in one of the first columns


@dataclass(frozen=True)
class ClassifiedRows:
    """A mask of the rows that are records, and the offsets (from the first body row) of those skipped, by reason.

    Those above the header have negative ones.

    `read_count` is the number of rows that are not empty, counted before they are told apart; of a table of both directions those
    of one.
    """

    read_count: int
    is_record: np.ndarray
    skipped: Mapping[str, np.ndarray]
    totals: np.ndarray  # offsets of the rows of totals, also of those that the table of the other direction counts


def classify_rows(sheet: Sheet, table: LedgerTable, columns: Mapping[int, CodedColumn]) -> ClassifiedRows:
    """Tell records from totals, notes, repeated headers and blank forms; empty rows are not read at all.

    A row is skipped for the first reason that fits it.
    """
    size = table.stop - table.start
    filled = {index: column.codes >= 0 for index, column in columns.items()}
    headed_count = _count(filled, table.headed_columns, size)
    is_left = (_count(filled, list(columns), size) > 0) & ~two_sided_rows.is_of_other_table(table, columns, size)
    read_count = int(is_left.sum())
    has_content = _has_content(table, columns, size)
    is_total = _is_labelled_total(table, columns, size) | (
        is_bare_total(table, columns, headed_count, TOTAL) & has_content
    )
    skipped: dict[str, np.ndarray] = {}
    for reason, mask in (
        (TOTAL_ROW, is_total | is_named_total(table, columns, size, _leading(table, columns), [*columns])),
        (CARRIED_ROW, _is_carried(table, columns, size)),
        (OTHER_DIRECTION_ROW, two_sided_rows.is_of_unread_direction(table, columns, size)),
        (NOT_CHOSEN_ROW, _is_not_chosen(table, columns, size)),
        (REVERSED_ROW, reversed_rows.is_reversed(table, columns, size)),
        (
            HEADER_ROW,
            _repeats_header(sheet, table, columns, size) | second_headers.heads_again(sheet, table, columns, size),
        ),
        (MERGED_ROW, merged_rows.is_under_merged_quantity(sheet, table, size)),
        (SAME_RECORD_ROW, merged_rows.adds_nothing(sheet, table, columns, size)),
        (answer_cells.UNFILLED_ROW, answer_cells.is_unfilled(table, columns, size)),
        (answer_cells.OPTION_ROW, answer_cells.is_of_options(table, columns, size)),
        (NOTE_ROW, _is_lone_word(table, columns, headed_count) | _is_note(table, columns, size)),
        (BLANK_ROW, ~has_content),
    ):
        offsets = np.flatnonzero(mask & is_left)
        if len(offsets):
            skipped[reason] = offsets
        is_left &= ~mask
    if table.rows_above:
        skipped[ABOVE_ROW] = np.array(table.rows_above) - table.start
    return ClassifiedRows(read_count + len(table.rows_above), is_left, skipped, np.flatnonzero(is_total))


def _count(filled: Mapping[int, np.ndarray], indices: Sequence[int], size: int) -> np.ndarray:
    """Return how many of these grid columns are filled in each row."""
    return sum((filled[index].astype(np.int16) for index in indices), np.zeros(size, np.int16))


def _any_match(columns: Mapping[int, CodedColumn], indices: Sequence[int], pattern: str, size: int) -> np.ndarray:
    return rows_where_any([columns[index] for index in indices], pattern, size)


def _is_labelled_total(table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """Tell which rows have the label of a total in one of their first cells."""
    leading = _leading(table, columns)
    label = TOTAL if table.spread is None or not table.lists_people else f"{TOTAL}|{COUNTED_PEOPLE}"
    is_named = is_named_total(table, columns, size, leading, table.quantity_columns)
    places = table.sources.get(COMMUNITY.name, ()) if table.record.is_reported_sum else ()
    return _any_match(columns, leading, label, size) | is_named | _any_match(columns, places, WHOLE_AREA, size)


def _leading(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> list[int]:
    """Return the grid columns in which the label of a total may stand."""
    return sorted({*sorted(columns)[:LEADING_COLUMNS], *table.headed_columns[:3]})


def _is_carried(table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """Tell which rows of a table of sums carry a sum over from another page or year."""
    described = sorted({*columns} - set(table.quantity_columns)) if table.quantity_columns else []
    return _any_match(columns, described, CARRIED, size)


def _is_lone_word(table: LedgerTable, columns: Mapping[int, CodedColumn], headed_count: np.ndarray) -> np.ndarray:
    """Tell which rows have one cell at most, and no quantity in it, where the table has more columns.

    Cells under headers that are not understood count, too: a row with content is refused with a reason, never called a note.
    """
    filled = {index: columns[index].codes != EMPTY_CODE for index in table.unread_columns}
    cell_count = headed_count + _count(filled, table.unread_columns, len(headed_count))
    is_lone = cell_count < min(2, len(table.headed_columns))
    if not is_lone.any():
        return is_lone
    is_lone &= count_numbers(table, columns, headed_count) == 0
    for name in (c.name for c in table.record.required if c.kind.sql_type != "date" and c.name in table.sources):
        is_name = is_lone & (columns[table.sources[name][0]].codes != EMPTY_CODE)
        if is_name.sum() >= LEAST_LONE_RECORDS:
            is_lone &= ~is_name
    return is_lone


def _is_note(table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """Tell which rows begin like a note and lack a required cell."""
    begins_like_note = _any_match(columns, sorted(columns)[:2], NOTE, size)
    required = [table.sources[c.name][0] for c in table.record.required if c.name in table.sources]
    is_complete = np.ones(size, bool)
    for index in required:
        is_complete &= columns[index].codes >= 0
    return (begins_like_note & ~is_complete) | _states_particulars(columns, size)


def _states_particulars(columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """Tell which rows have a label and its value in each of their cells: 活动地点：二楼 is nobody's name."""
    has_colon = rows_where_any([*columns.values()], "[:：]", size)
    if not has_colon.any():  # as in most tables: the pattern takes longer to make ready than their cells to look at
        return has_colon
    is_label_and_value = np.ones(size, bool)
    filled_cells = np.zeros(size, np.int16)
    for column in columns.values():
        is_label_and_value &= (column.codes < 0) | column.rows_where(LABEL_AND_VALUE)
        filled_cells += column.codes >= 0
        if not is_label_and_value.any():
            break
    return is_label_and_value & (filled_cells > 0)


def _repeats_header(sheet: Sheet, table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """Tell which rows repeat the header: two cells or more have the text of their header, understood or not, and at most one has not.

    A row with fewer cells repeats it when each has the text of its header.
    """
    equal_cells, filled_cells = np.zeros(size, np.int16), np.zeros(size, np.int16)
    if table.header.rows[-1] < 0:
        return np.zeros(size, bool)
    headers = sheet.row(table.header.rows[-1])
    headed = [index for index in columns if headers[index]]
    for index in headed:
        text = headers[index]
        filled_cells += columns[index].codes >= 0
        code = pc.index(columns[index].texts, text).as_py() if text else -1
        equal_cells += (columns[index].codes == code) & (code >= 0)
    is_all = (equal_cells == filled_cells) & (equal_cells > 0)
    is_most = equal_cells >= max(2, min(len(headed), len(table.headed_columns)) - 1)
    return is_all | is_most


def _has_content(table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """Tell which rows have a cell beside community and dates that is not 0: forms come with months and formula zeros filled in.

    A sum that was reported may be 0: the month is then one in which there was nothing, not one that nobody told of.
    """
    says_something = _is_filled if table.record.is_reported_sum else _says_something
    names = [c.name for c in table.record.columns if c.name != COMMUNITY.name and c.kind.sql_type != "date"]
    mask = np.zeros(size, bool)
    spread = () if table.spread is None else (table.spread,)  # what makes a row of its own is content, be it a date
    for index in (*spread, *(i for name in names for i in table.sources.get(name, ()))):
        if mask.all():
            break
        mask |= says_something(columns[index])
    if not mask.all():
        unread = [_says_something(columns[index]) for index in table.unread_columns]
        mask |= sum(unread, np.zeros(size, np.int16)) >= LEAST_UNREAD_CONTENT
    return mask


def _is_filled(column: CodedColumn) -> np.ndarray:
    return column.codes != EMPTY_CODE


def _says_something(column: CodedColumn) -> np.ndarray:
    return _is_filled(column) & ~column.rows_where(r"^0(\.0+)?$")


def _is_not_chosen(table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """Tell which rows lack the text, or the sign, that a person says the rows to be taken have."""
    mask = np.zeros(size, bool)
    for index, text in table.header.only:
        if text in (NEGATIVE, POSITIVE):
            numbers = columns[index].numbers()
            mask |= (numbers >= 0) if text == NEGATIVE else (numbers < 0)
        else:
            wanted = set(map(parse.normalised, text.split(ONE_OF)))
            is_wanted = [parse.normalised(cell) in wanted for cell in columns[index].texts.to_pylist()]
            mask |= ~np.append(np.array(is_wanted, bool), False)[columns[index].codes]
    return mask
