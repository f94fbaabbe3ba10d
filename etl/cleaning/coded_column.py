"""Encodes one grid column of a table body: each distinct text once, and for each row which one it holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.cleaning.arrow_arrays import mask_array
from etl.reading.distinct_texts import matches
from etl.reading.grid import Sheet
from etl.reading.pattern_matches import lines, may_match

EMPTY_CODE = -1  # numpy then takes the last of an array: what empty cells count as is appended to what texts count as


@dataclass(frozen=True)
class CodedColumn:
    """One grid column of a table body: a code for each row (EMPTY_CODE for an empty cell), and the text behind each code."""

    codes: np.ndarray
    texts: pa.Array

    def cell(self, offset: int) -> str:
        """Return the text of a row's cell, "" when it is empty."""
        code = int(self.codes[offset])
        return "" if code == EMPTY_CODE else self.texts[code].as_py()

    def filled_down(self, where: np.ndarray) -> "CodedColumn":
        """Return this column with the text of the last filled row above in empty cells of the rows `where`."""
        rows = np.arange(len(self.codes))
        above = np.maximum.accumulate(np.where(self.codes != EMPTY_CODE, rows, -1))
        is_filled = where & (self.codes == EMPTY_CODE) & (above >= 0)
        return CodedColumn(np.where(is_filled, self.codes[above], self.codes), self.texts)

    def used_texts(self, where: np.ndarray | None) -> list[str]:
        """Return the distinct texts of the rows `where`, of all rows without it: the encoding also holds those of title and header."""
        is_used = np.zeros(len(self.texts) + 1, bool)  # the last one stands for empty cells
        is_used[self.codes if where is None else self.codes[where]] = True
        return self.texts.filter(mask_array(is_used[:-1])).to_pylist()

    @cached_property
    def lines(self) -> str | None:
        """Return the texts for a first look at all of them, which many steps take; None where they are many."""
        return lines(self.texts)

    def numbers(self) -> np.ndarray:
        """Return the number in each row's cell, 0 where it holds no number. (50), as finance software writes it, is -50."""
        return self._numbers

    @cached_property
    def _numbers(self) -> np.ndarray:
        """Return the numbers, which several steps ask for; none may write into them."""
        bare = pc.replace_substring_regex(self.texts, r"[¥￥,元\s]", "")
        bare = pc.replace_substring_regex(bare, r"^(?:[−－]|[(（]([\d.]+)[)）]$)", r"-\1")
        is_number = pc.match_substring_regex(bare, r"^-?\d{1,15}(\.\d+)?$")
        numbers = pc.if_else(is_number, bare, pa.scalar("0")).cast(pa.float64()).to_numpy(zero_copy_only=False)
        of_rows: np.ndarray = np.append(numbers, 0.0)[self.codes]
        of_rows.flags.writeable = False
        return of_rows

    def rows_where(self, pattern: str) -> np.ndarray:
        """Return a mask of the rows whose text matches the pattern; each distinct text is looked at once."""
        return rows_where_any([self], pattern, len(self.codes))


def rows_where_any(columns: Sequence[CodedColumn], pattern: str, size: int) -> np.ndarray:
    """Return a mask of the rows in which one of these columns matches the pattern."""
    mask = np.zeros(size, bool)
    if not may_match((column.lines for column in columns), pattern):
        return mask
    columns_matches = matches([column.texts for column in columns], partial(pc.match_substring_regex, pattern=pattern))
    for column, is_match in zip(columns, columns_matches, strict=True):
        mask |= is_match[column.codes]
    return mask


def coded_column(sheet: Sheet, index: int, start: int, stop: int, repeats_merged: bool = True) -> CodedColumn:
    """Return one grid column between two grid rows.

    A cell merged downwards is repeated in all its rows where it describes them; a quantity counts once, in the first row.
    """
    encoded = sheet.columns[index].slice(start, stop - start)
    codes = pc.fill_null(encoded.indices, EMPTY_CODE).to_numpy(zero_copy_only=False)
    return CodedColumn(_filled_down(codes, sheet, index, start) if repeats_merged else codes, encoded.dictionary)


def _filled_down(codes: np.ndarray, sheet: Sheet, index: int, start: int) -> np.ndarray:
    """Return the codes with those of a merged cell repeated in all its rows."""
    merges = [m for m in sheet.merges if m.left == index and m.bottom > m.top and m.top >= start]
    if merges:
        written, codes = codes, codes.copy()  # Arrow's memory cannot be written to
    for merge in merges:
        top, bottom = merge.top - start, min(merge.bottom - start, len(codes) - 1)
        if top < len(codes):
            codes[top : bottom + 1] = codes[top]
        for row in merge.own_rows:
            codes[row - start] = written[row - start]
    return codes
