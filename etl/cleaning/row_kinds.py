"""Which rows under a header are records, and why the others are not: totals, notes, repeated headers, blank forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.reading.grid import Sheet
from etl.recognition.ledger_tables import LedgerTable

TOTAL_ROW, HEADER_ROW, NOTE_ROW, BLANK_ROW = "合计行", "重复的表头", "说明、签名或只填了一格的行", "没有填写的行"

_SUM_WORD = r"(合[\s　]*计|总[\s　]*计|小[\s　]*计|总[\s　]*和)"
_SPOKEN_SUM = r"(本页|本月|本季度?|本年度?|全年|年度|当月|月度?)?[\s　]*(共[\s　]*计|累[\s　]*计)"
TOTAL = rf"^(.{{0,12}}{_SUM_WORD}|[\s　]*{_SPOKEN_SUM})[\s　]*([（(].{{0,8}}[)）])?[:：]?[\s　]*$"
NOTE = r"^[\s　]*(填表|制表|审核|负责人|复核|备注[:：]|注[:：]|说明[:：]|联系|日期[:：]|共计.*[|｜]|数据来源|以上)"
LEADING_COLUMNS = 4  # a total's label stands in one of the first columns


@dataclass(frozen=True)
class CodedColumn:
    """One grid column of a table body: a code per row (-1 for an empty cell) and the distinct texts behind the codes."""

    codes: np.ndarray
    texts: pa.Array

    def cell(self, offset: int) -> str:
        code = int(self.codes[offset])
        return "" if code < 0 else self.texts[code].as_py()

    def numbers(self) -> np.ndarray:
        """Return the plain number in each row's cell, nought where there is none."""
        bare = pc.replace_substring_regex(self.texts, r"[¥￥,元\s]", "")
        is_plain = pc.match_substring_regex(bare, r"^-?\d{1,15}(\.\d+)?$")
        found = pc.if_else(is_plain, bare, pa.scalar("0")).cast(pa.float64()).to_numpy(zero_copy_only=False)
        return np.append(found, 0.0)[self.codes]

    def rows_where(self, pattern: str) -> np.ndarray:
        """Return a mask of the rows whose text matches the pattern; each distinct text is looked at once."""
        hits = pc.match_substring_regex(self.texts, pattern).to_numpy(zero_copy_only=False).astype(bool)
        return np.append(hits, False)[self.codes]


@dataclass(frozen=True)
class ClassifiedRows:
    """A mask of the record rows, and the offsets (from the first body row) of rows skipped, by reason."""

    is_record: np.ndarray
    skipped: Mapping[str, np.ndarray]

    @property
    def read(self) -> int:
        return int(self.is_record.sum()) + sum(len(offsets) for offsets in self.skipped.values())


def coded(sheet: Sheet, index: int, start: int, stop: int) -> CodedColumn:
    """Return one grid column between two grid rows, with cells merged downwards filled down."""
    encoded = sheet.columns[index].slice(start, stop - start)
    codes = pc.fill_null(encoded.indices, -1).to_numpy(zero_copy_only=False)
    return CodedColumn(_filled_down(codes, sheet, index, start), encoded.dictionary)


def _filled_down(codes: np.ndarray, sheet: Sheet, index: int, start: int) -> np.ndarray:
    merges = [m for m in sheet.merges if m.left == index and m.bottom > m.top and m.top >= start]
    if merges:
        codes = codes.copy()
    for merge in merges:
        top, bottom = merge.top - start, min(merge.bottom - start, len(codes) - 1)
        if top < len(codes):
            codes[top : bottom + 1] = codes[top]
    return codes


def classify(sheet: Sheet, table: LedgerTable, columns: Mapping[int, CodedColumn]) -> ClassifiedRows:
    """Tell records from totals, notes, repeated headers and forms nobody filled in; empty rows are not read at all."""
    size = table.stop - table.start
    filled = {index: column.codes >= 0 for index, column in columns.items()}
    headed = _count(filled, table.headed_columns, size)
    is_free = _count(filled, list(columns), size) > 0
    has_content = _has_content(table, columns, size)
    skipped: dict[str, np.ndarray] = {}
    for reason, mask in (
        (TOTAL_ROW, _is_labelled_total(table, columns, size)),
        (TOTAL_ROW, _is_bare_total(table, columns, headed) & has_content),
        (HEADER_ROW, _repeats_header(sheet, table, columns, size)),
        (NOTE_ROW, _is_lone_word(table, columns, headed) | _is_note(table, columns, size)),
        (BLANK_ROW, ~has_content),
    ):
        offsets = np.flatnonzero(mask & is_free)
        if len(offsets):
            skipped[reason] = np.union1d(skipped.get(reason, offsets), offsets)
        is_free &= ~mask
    return ClassifiedRows(is_free, skipped)


def _count(filled: Mapping[int, np.ndarray], indices: Sequence[int], size: int) -> np.ndarray:
    return sum((filled[index].astype(np.int16) for index in indices), np.zeros(size, np.int16))


def _any_match(columns: Mapping[int, CodedColumn], indices: Sequence[int], pattern: str, size: int) -> np.ndarray:
    mask = np.zeros(size, bool)
    for index in indices:
        mask |= columns[index].rows_where(pattern)
    return mask


def _is_labelled_total(table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    leading = {*sorted(columns)[:LEADING_COLUMNS], *table.headed_columns[:3]}
    return _any_match(columns, sorted(leading), TOTAL, size)


def _is_bare_total(table: LedgerTable, columns: Mapping[int, CodedColumn], headed: np.ndarray) -> np.ndarray:
    """Numbers alone under quantities that equal the sum above, or stand apart below a gap: orphan SUM formulas."""
    alone = (headed > 0) & (headed == _count_numbers(table, columns, headed))
    bare = np.zeros(len(headed), bool)
    if len(table.quantity_columns) == len(table.headed_columns) or not alone.any():
        return bare
    is_apart = np.concatenate(([False], headed[:-1] == 0))
    for index in table.quantity_columns:
        numbers = columns[index].numbers()
        above = np.cumsum(np.where(alone, 0.0, numbers))
        rows_above = np.cumsum(~alone & (numbers != 0))
        bare |= alone & (is_apart | ((rows_above > 1) & (np.abs(numbers - above) < 0.005)))
    return bare


def _count_numbers(table: LedgerTable, columns: Mapping[int, CodedColumn], headed: np.ndarray) -> np.ndarray:
    """Return how many quantities each row has, where a row has nothing else or only a few cells; nought elsewhere."""
    few = np.flatnonzero((headed > 0) & (headed <= len(table.quantity_columns)))
    found = np.zeros(len(headed), np.int16)
    for index in table.quantity_columns if len(few) else ():
        found[few] += columns[index].numbers()[few] != 0
    return found


def _is_lone_word(table: LedgerTable, columns: Mapping[int, CodedColumn], headed: np.ndarray) -> np.ndarray:
    """One cell at most is filled, and not with a quantity, where the table has more columns."""
    lone = headed < min(2, len(table.headed_columns))
    return lone & (_count_numbers(table, columns, headed) == 0) if lone.any() else lone


def _is_note(table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """A row that begins like a note and lacks a required cell."""
    starts = _any_match(columns, sorted(columns)[:2], NOTE, size)
    required = [table.sources[c.name][0] for c in table.record.required if c.name in table.sources]
    complete = np.ones(size, bool)
    for index in required:
        complete &= columns[index].codes >= 0
    return starts & ~complete


def _repeats_header(sheet: Sheet, table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """At least two cells say what the header above them says, and no more than one differs."""
    same = np.zeros(size, np.int16)
    for index in table.headed_columns:
        text = sheet.columns[index][table.header.rows[-1]].as_py()
        code = pc.index(columns[index].texts, text).as_py() if text else -1
        same += (columns[index].codes == code) & (code >= 0)
    return same >= max(2, len(table.headed_columns) - 1)


def _has_content(table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """A cell beyond community and dates says something other than 0: pre-filled months and formula zeros do not."""
    names = [c.name for c in table.record.columns if c.name != "community" and c.kind.sql != "date"]
    mask = np.zeros(size, bool)
    for index in (i for name in names for i in table.sources.get(name, ())):
        if mask.all():
            break
        zero = columns[index].rows_where(r"^0(\.0+)?$")
        mask |= (columns[index].codes >= 0) & ~zero
    return mask
