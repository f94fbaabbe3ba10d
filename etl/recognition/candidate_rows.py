"""Finds the rows of a sheet that may be headers, by the words that some record type knows."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl import parse
from etl.reading.distinct_texts import matches
from etl.reading.grid import HEAD_ROWS, Sheet
from etl.recognition import header_cell, title
from etl.recognition.meanings import RANGE_SIGN, Knowledge, header_name
from etl.recognition.particulars import particulars_above, states_particulars
from etl.recognition.stated_period import stated_day
from etl.schema import RecordType

NO_HEADER = -1  # in place of a row: the table begins with its first record, and columns are named by their place
LONGEST_HEADER = 60  # characters
HEADER_LEVELS = 3  # rows of a header
LEAST_SHARE_OF_ANOTHER = 1 / 3  # of the filled columns of a row: it is read as a header only then
LEAST_KNOWN_WORDS = 2  # of a header below the head
VALUE = re.compile(r"[-+\d.,:/%年月日\s]+")  # 12.5, 2023-03-05, 9:30
SHEET_NAME_WEIGHT, TITLE_WEIGHT, FILE_NAME_WEIGHT = 2.5, 1.5, 1.5  # of a hint, in headers understood
SAMPLE_VALUES = 50  # distinct values beneath a header that a guess looks at
_DAY_OF_SHEET = re.compile(r"(?P<m>0?[1-9]|1[0-2])(?:(?<=\d\d)|[-./])(?P<d>0?[1-9]|[12]\d|3[01])")  # 0305, 3.5
_HEADER_NOISE = r"[\s　]|[(（\[【].*"  # white space, and （小时） behind 服务时长


@dataclass(frozen=True)
class CandidateRow:
    """A row that may begin a header, and the texts that hint at what it heads."""

    sheet: Sheet
    row: int
    file: str

    @cached_property
    def title(self) -> str:
        """Return the title above the row; read once a row, and only for rows that some record type knows."""
        return title.title_text(self.sheet, max(0, self.row - title.MOST_ROWS), self.row)

    @cached_property
    def particulars(self) -> dict[str, str]:
        """Return {label: value} of the lines right above the row: {活动名称: 重阳敬老}."""
        return particulars_above(self.sheet, self.row)

    @property
    def places(self) -> tuple[tuple[str, float], ...]:
        return ((self.sheet.name, SHEET_NAME_WEIGHT), (self.title, TITLE_WEIGHT), (self.file, FILE_NAME_WEIGHT))

    def hint(self, record: RecordType) -> float:
        """Return the weight of the sheet name, title and file name that speak for a record type."""
        return sum(weight for text, weight in self.places if any(hint in text for hint in record.hints))

    def may_head(self, record: RecordType) -> bool:
        """Tell whether a record type may be recognised here: sums that somebody reported only where the words around say so."""
        return not record.is_reported_sum or self.hint(record) > 0

    def contrary_word(self, record: RecordType) -> str:
        """Return the word around the row that says another direction than the record type's (发放 over gifts), or ""."""
        return next((word for word in record.contrary_hints for text, _ in self.places if word in text), "")

    def day(self) -> date | None:
        """Return the day stated around the row."""
        return stated_day((self.title, day_written(self.sheet.name), self.file))

    def values_below(self, index: int, row: int | None = None) -> list[str]:
        """Return distinct texts of a grid column below the row, or below the last one of its header."""
        below = self.sheet.columns[index].slice((self.row if row is None else row) + 1, 4 * SAMPLE_VALUES)
        return list(dict.fromkeys(filter(None, below.to_pylist())))[:SAMPLE_VALUES]


def day_written(name: str) -> str:
    """Return the name of a sheet, 0305 and 3.5 as 3月5日."""
    match = _DAY_OF_SHEET.fullmatch(name.strip())
    return f"{int(match['m'])}月{int(match['d'])}日" if match else name.strip()


def candidate_rows(sheet: Sheet, records: Mapping[str, RecordType], knowledge: Knowledge) -> list[int]:
    """Return the rows that may be headers: of the first HEAD_ROWS those with a known word in or below them, later with two.

    A header row that is stated is the only one. Without any known word the first row of words is returned: its texts can at
    least be shown.
    """
    if knowledge.settings.header_row is not None:
        if knowledge.settings.header_row == 0:
            return [NO_HEADER]
        row = knowledge.settings.header_row - sheet.first_row
        return [row] if 0 <= row < sheet.height else []
    known = known_words(records, knowledge)
    height = min(HEAD_ROWS, sheet.height)
    has_known = _knowing_rows(sheet, height, known)
    head = [row for row in range(height) if any(has_known[row : row + 2]) and not states_particulars(sheet, row)]
    rows = head if sheet.height <= HEAD_ROWS else sorted({*head, *_later_rows(sheet, known)})
    return rows or first_row_of_words(sheet)


def _knowing_rows(sheet: Sheet, height: int, known: frozenset[str]) -> list[bool]:
    """Tell of each of the first rows whether a cell is a known word; each text of a column is looked at once."""
    has_known = [False] * height
    for column in sheet.columns:
        codes = column.indices.slice(0, height).to_pylist()
        knows = {code: code is not None and is_known(column.dictionary[code].as_py(), known) for code in {*codes}}
        has_known = [before or knows[code] for before, code in zip(has_known, codes, strict=True)]
    return has_known


def may_head_another(sheet: Sheet, row: int, known: frozenset[str]) -> bool:
    """Tell whether a row below a header may be another: a fair share of its columns know a word there or in the two rows below.

    It is quicker than reading the row as a header of every record type, and most rows of a table hold a known word.
    """
    filled = {index for index, text in enumerate(sheet.row(row)) if text}
    below = range(row, min(row + HEADER_LEVELS, sheet.height))
    knowing = {index for level in below for index, text in enumerate(sheet.row(level)) if is_known(text, known)}
    return len(knowing & filled) >= LEAST_SHARE_OF_ANOTHER * len(filled)


def known_words(records: Mapping[str, RecordType], knowledge: Knowledge) -> frozenset[str]:
    """Return every word that may head a column: declared, stated for this file, or settled for some layout."""
    named = [knowledge.settings.columns, *(recipe.columns for recipe in knowledge.recipes.values())]
    return _all_words(tuple(records.values()), frozenset().union(*map(_words, named)))


@lru_cache(maxsize=8)  # the same object each time: words are compared with it by the thousand
def _all_words(records: tuple[RecordType, ...], named: frozenset[str]) -> frozenset[str]:
    sides = (column.side.headers for record in records for column in record.columns if column.side)
    return named.union(*map(header_cell.spellings, records), *map(_words, sides))


def _words(headers: Iterable[str]) -> set[str]:
    names = (name for header in headers for name in header_name(header).split(RANGE_SIGN))
    return {part for name in names for part in name.split("/")}


def first_row_of_words(sheet: Sheet) -> list[int]:
    """Return the first row with two different words that are half of its cells, if there is one."""
    for row in range(min(HEAD_ROWS, sheet.height)):
        texts = [text for text in sheet.row(row) if text]
        words = {text for text in texts if not VALUE.fullmatch(text)}
        if len(words) >= LEAST_KNOWN_WORDS and 2 * len(words) >= len(texts):
            return [row]
    return []


@lru_cache(maxsize=1 << 14)  # ledgers of one office hold the same texts
def is_known(text: str | None, known: frozenset[str]) -> bool:
    """Tell whether a cell is a word that may head a column."""
    return (
        text is not None
        and len(text) <= LONGEST_HEADER
        and not known.isdisjoint((parse.normalised(text), header_cell.name_and_unit(text)[0]))
    )


def _later_rows(sheet: Sheet, known: frozenset[str]) -> list[int]:
    """Return the rows below the head of a long sheet with two known words; each distinct text is looked at once."""
    spellings = _bare_spellings(known)
    known_counts = np.zeros(sheet.height, np.int16)
    dictionaries = [column.dictionary for column in sheet.columns]
    are_known = matches(dictionaries, lambda texts: pc.is_in(_without_noise(texts), value_set=spellings))
    for column, is_known in zip(sheet.columns, are_known, strict=True):
        known_counts += is_known[pc.fill_null(column.indices, -1).to_numpy(zero_copy_only=False)]
    return [row for row in np.flatnonzero(known_counts >= LEAST_KNOWN_WORDS).tolist() if row >= HEAD_ROWS]


@lru_cache(maxsize=8)  # a child that reads file after file knows the same words each time
def _bare_spellings(known: frozenset[str]) -> pa.Array:
    return _without_noise(pa.array(sorted(known)))


def _without_noise(texts: pa.Array) -> pa.Array:
    return pc.replace_substring_regex(pc.utf8_normalize(texts, "NFKC"), _HEADER_NOISE, "")
