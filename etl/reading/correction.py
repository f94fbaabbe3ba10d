"""Corrections: sheets of refused rows that come back, recognised by their hidden ids, whose cells take the place of those refused."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.reading.grid import Reading, Sheet, Unreadable
from etl.reading.row_id import MARK, RowId, row_id, without_breaks
from etl.schema import EXPLANATION_SHEET

COLUMNS_BESIDE = ("原因", "改哪一列", "原件行号")  # between the sender's own columns and the ids
_FETCH_ANEW = "请重新下载更正单，改好单元格再导入；不要增删行列，也不要改表头。"

RowCells = tuple[str | None, ...]


class BadCorrection(Unreadable):
    """A correction sheet that is not as it was downloaded but for its cells. Carries a Chinese sentence."""


@dataclass(frozen=True)
class CorrectionLink:
    """What ties a correction to its ledger, without any cell: the ledger's name and beginning of its hash, and (sheet, row)s.

    `batch` is the build whose refusals it corrects: the later one prevails where two correct the same cell. `emptied` are those of
    the rows from which a person took every cell.
    """

    file: str
    sha256: str
    batch: str
    rows: tuple[tuple[str, int], ...]
    emptied: tuple[tuple[str, int], ...] = ()

    def is_of(self, file: str, sha256: str) -> bool:
        """Tell whether it was made for a ledger as it is now."""
        return self.file == file and bool(sha256) and sha256.startswith(self.sha256)


@dataclass(frozen=True)
class Correction:
    """The rows of a ledger as a person corrected them, and the headers over their cells, by sheet."""

    link: CorrectionLink
    rows: Mapping[str, Mapping[int, RowCells]]  # sheet → row as the spreadsheet shows it → cells
    headers: Mapping[str, RowCells]


@dataclass(frozen=True)
class CorrectedCell:
    """A cell that differs from the ledger as received: sheet, row as the spreadsheet shows it, header above it."""

    sheet: str
    row_no: int
    header: str


def correction_in(reading: Reading) -> Correction | None:
    """Return the correction that a file holds, None for any other file. Raises BadCorrection."""
    marked = {sheet.name: index for sheet in reading.sheets if (index := _id_column(sheet)) is not None}
    if not marked:
        return None
    ids: dict[RowId, RowCells] = {}
    for sheet in reading.sheets:
        if sheet.name in marked:
            _add_rows(ids, sheet, marked[sheet.name])
        elif sheet.height and sheet.name != EXPLANATION_SHEET:
            raise BadCorrection(f"工作表“{sheet.name}”不是更正单里的，没有读取。新的记录请放在另一份台账里导入。")
    return _correction(ids)


def _id_column(sheet: Sheet) -> int | None:
    """Return the grid column of ids; every text in it is one, but for what somebody may have written over it."""
    starts = (
        index
        for index, column in reversed(list(enumerate(sheet.columns)))
        if any(text and text.startswith(MARK) for text in column.dictionary.slice(0, 3).to_pylist())
    )
    return next(starts, None)


def _add_rows(ids: dict[RowId, RowCells], sheet: Sheet, id_column: int) -> None:
    """Add each row of a correction sheet by its id."""
    width = id_column - len(COLUMNS_BESIDE)
    texts = [column.to_pylist() for column in sheet.columns[: id_column + 1]]
    for place, (*cells, text) in enumerate(zip(*texts, strict=True), sheet.first_row):
        if text is None and not any(cells[:width]):
            continue
        id, own = row_id(text or ""), tuple(cells[:width])
        if id is None:
            raise BadCorrection(f"更正单第{place}行没有编号。新增的行请写在另一份台账里导入。{_FETCH_ANEW}")
        if not id.is_written_as(text or "", own):
            what = "表头" if id.kind == "表头" else "编号"
            raise BadCorrection(f"更正单第{place}行的{what}和下载时不一样，对不上原来的列。{_FETCH_ANEW}")
        if id in ids:
            raise BadCorrection(f"更正单第{place}行重复了原件第{id.row_no}行，看不出哪一行才对。{_FETCH_ANEW}")
        ids[id] = own


def _correction(ids: Mapping[RowId, RowCells]) -> Correction:
    origins = {(id.file, id.sha256, id.batch) for id in ids}
    if len(origins) > 1:
        raise BadCorrection("这份更正单里有几份台账的行，没有读取。请一份台账导入一份更正单。")
    headers = {id.sheet: cells for id, cells in ids.items() if id.kind == "表头"}
    rows: dict[str, dict[int, RowCells]] = {}
    for id, cells in ids.items():
        if id.kind == "更正":
            rows.setdefault(id.sheet, {})[id.row_no] = cells
    if lacking := rows.keys() - headers.keys():
        raise BadCorrection(f"更正单的工作表“{min(lacking)}”没有了表头，对不上原来的列。{_FETCH_ANEW}")
    places = tuple(sorted((sheet, row_no) for sheet, numbered in rows.items() for row_no in numbered))
    emptied = tuple(place for place in places if not any(rows[place[0]][place[1]]))
    return Correction(CorrectionLink(*origins.pop(), places, emptied), rows, headers)


def corrected(reading: Reading, correction: Correction) -> tuple[Reading, list[CorrectedCell]]:
    """Return the reading of a ledger with the cells that a correction changes, and which these are."""
    sheets, changes = [], []
    for sheet in reading.sheets:
        rows = correction.rows.get(sheet.name, {})
        changed = _changed_cells(sheet, rows) if rows else {}
        sheets.append(_with_cells(sheet, changed) if changed else sheet)
        changes += list(_corrected_cells(sheet, changed, correction.headers.get(sheet.name, ())))
    return replace(reading, sheets=tuple(sheets)), changes


def shown_cells(sheet: Sheet, row: int) -> RowCells:
    """Return the cells of a grid row as a correction sheet shows them: a cell merged downwards in each of its rows."""
    cells = [column[row].as_py() for column in sheet.columns]
    for merge in sheet.merges:
        if merge.top < row <= merge.bottom and row not in merge.own_rows:
            cells[merge.left] = sheet.columns[merge.left][merge.top].as_py()
    return tuple(cells)


def _changed_cells(sheet: Sheet, rows: Mapping[int, RowCells]) -> dict[int, dict[int, str | None]]:
    """Return {grid column: {grid row: text}} of the cells that differ from what the ledger holds."""
    changed: dict[int, dict[int, str | None]] = {}
    for row_no, cells in rows.items():
        row = row_no - sheet.first_row
        for index, (before, after) in enumerate(zip(shown_cells(sheet, row), cells, strict=True)):
            if without_breaks(before) != without_breaks(after):
                changed.setdefault(index, {})[row] = after
    return changed


def _with_cells(sheet: Sheet, changed: Mapping[int, Mapping[int, str | None]]) -> Sheet:
    columns = [_with_texts(column, changed.get(index, {})) for index, column in enumerate(sheet.columns)]
    merges = [
        replace(merge, own_rows=(*merge.own_rows, *(row for row in changed.get(merge.left, ()) if row > merge.top)))
        for merge in sheet.merges
    ]
    return replace(sheet, columns=tuple(columns), merges=tuple(merges))


def _with_texts(column: pa.DictionaryArray, texts: Mapping[int, str | None]) -> pa.DictionaryArray:
    """Return a grid column with other texts in some rows; its texts stay distinct."""
    if not texts:
        return column
    known = column.dictionary
    fresh = [text for text in dict.fromkeys(texts.values()) if text and pc.index(known, text).as_py() < 0]
    dictionary = pa.concat_arrays([known, pa.array(fresh, pa.string())])
    codes = pc.fill_null(column.indices, -1).to_numpy(zero_copy_only=False).copy()
    for row, text in texts.items():
        codes[row] = pc.index(dictionary, text).as_py() if text else -1
    return pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32(), mask=np.asarray(codes) < 0), dictionary)


def _corrected_cells(
    sheet: Sheet, changed: Mapping[int, Mapping[int, str | None]], header: Sequence[str | None]
) -> Iterator[CorrectedCell]:
    for index, texts in sorted(changed.items()):
        name = (header[index] if index < len(header) else None) or f"第{index + 1}列"
        yield from (CorrectedCell(sheet.name, sheet.first_row + row, name) for row in texts)


def columns_by_row(cells: Sequence[CorrectedCell]) -> dict[tuple[str, int], list[str]]:
    """Return {(sheet, row): headers of its corrected cells}."""
    by_row: dict[tuple[str, int], list[str]] = {}
    for cell in cells:
        by_row.setdefault((cell.sheet, cell.row_no), []).append(cell.header)
    return by_row
