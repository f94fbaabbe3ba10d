"""Reads the header of a table as one record type: one to three rows of cells, merged or not, name the columns it feeds."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from etl import parse
from etl.reading.grid import Sheet
from etl.recognition import header_cell
from etl.schema import Column, RecordType

MOST_LEVELS = 3
_SUM_OF_PARTS = re.compile(r"合计|小计|总计|总数|共计")
_ANOTHER_QUANTITY = re.compile(r".*(次数|人数|场数|数量|单价|标准|备注|说明|比例|率|%)")  # 服务次数 under 服务时长
_NUMBER = re.compile(r"[\d.,:/年月日-]+")  # 12.5, 2023年3月5日: a value, so no level of a header

HeaderPath = tuple[str, ...]  # the header texts over one grid column, from the top level to its own


@dataclass(frozen=True)
class TableHeader:
    """A header read as one record type: which grid columns feed which column, in which unit, and what is left over."""

    record: RecordType
    rows: tuple[int, ...]
    sources: Mapping[str, tuple[int, ...]]  # column → grid columns
    units: Mapping[str, str]
    unknown: tuple[str, ...]  # headers this record type does not know
    surplus: tuple[str, ...]  # headers of a column that another one feeds already
    blank: tuple[int, ...]  # grid columns without a header

    @property
    def filled_columns(self) -> set[str]:
        """Return the columns that get values: those under a header, and those that a unit or a cell of another one fills."""
        units = ((self.record.column(name), unit) for name, unit in self.units.items())
        by_unit = {column.unit_sets[unit][0] for column, unit in units if unit in column.unit_sets}
        return {*self.sources, *by_unit, *filter(None, (self.record.column(name).fills for name in self.sources))}


def header_paths(sheet: Sheet, row: int) -> tuple[tuple[int, ...], list[HeaderPath]]:
    """Return the header rows that begin at `row`, and the header texts over each grid column."""
    rows = tuple(_levels(sheet, row))
    levels = [_spread(sheet, level, rows[-1]) for level in rows]
    return rows, [tuple(dict.fromkeys(filter(None, texts))) for texts in zip(*levels, strict=True)]


def read_header(record: RecordType, rows: tuple[int, ...], paths: Sequence[HeaderPath]) -> TableHeader:
    """Return header rows as this record type understands them."""
    cells: dict[str, list[_HeaderCell]] = {}
    unknown = []
    for index, path in enumerate(paths):
        match = header_cell.match(record, path) if path else None
        if match:
            cells.setdefault(match[0].name, []).append(_HeaderCell(index, path, *match))
        elif path:
            unknown.append("/".join(path))
    feeding = {name: _feeding(namesakes) for name, namesakes in cells.items()}
    sources = {name: tuple(cell.index for cell in feeders) for name, feeders in feeding.items()}
    units = {name: cell.unit for name, feeders in feeding.items() for cell in feeders if cell.unit}
    idle = (cell for name, namesakes in cells.items() for cell in namesakes if cell not in feeding[name])
    surplus = tuple(cell.text for cell in idle if not cell.is_total)
    blank = tuple(index for index, path in enumerate(paths) if not path)
    return TableHeader(record, rows, sources, units, tuple(unknown), surplus, blank)


@dataclass(frozen=True)
class _HeaderCell:
    """A header cell that names a declared column."""

    index: int
    path: HeaderPath
    column: Column
    unit: str | None

    @property
    def text(self) -> str:
        return "/".join(self.path)

    @property
    def own_name(self) -> str:
        return header_cell.name_and_unit(self.path[-1])[0]

    @property
    def is_label(self) -> bool:
        return self.own_name == parse.normalised(self.column.label)

    @property
    def is_total(self) -> bool:
        return len(self.path) > 1 and bool(_SUM_OF_PARTS.fullmatch(self.own_name))

    @property
    def is_part(self) -> bool:
        """Tell whether the cell is a part of a quantity: 上午 under 服务时长 is, 次数 under it is not."""
        is_below = self.column.kind.is_sum and len(self.path) > 1 and not self.is_total
        return is_below and not _ANOTHER_QUANTITY.fullmatch(self.own_name)


def _feeding(cells: Sequence[_HeaderCell]) -> Sequence[_HeaderCell]:
    """Return those of several headers for one column that feed it.

    Parts add up; otherwise the header that is the label itself feeds the column, or the first.
    """
    first = min(cells, key=lambda cell: (not cell.is_label, cell.index))
    if len(first.path) > 1 and (parts := [cell for cell in cells if cell.is_part]):
        return parts
    return (first,)


def _levels(sheet: Sheet, row: int) -> Iterator[int]:
    """Yield the rows of a header: another level follows while a cell is merged sideways over cells that differ below."""
    yield row
    is_title = len(set(_texts(sheet, row))) < 2
    for level in range(row, min(row + MOST_LEVELS, sheet.height) - 1):
        if is_title or not (_is_merged_over_several(sheet, level) or _is_group_over_blank(sheet, level)):
            return
        yield level + 1


def _texts(sheet: Sheet, row: int) -> list[str]:
    return [text for column in sheet.columns if (text := column[row].as_py())]


def _is_merged_over_several(sheet: Sheet, row: int) -> bool:
    below = [column[row + 1].as_py() for column in sheet.columns]
    sideways = (m for m in sheet.merges if m.top <= row == m.bottom and m.right > m.left)
    return any(len(set(filter(None, below[m.left : m.right + 1]))) > 1 for m in sideways)


def _is_group_over_blank(sheet: Sheet, row: int) -> bool:
    """Tell whether a row groups the next one although its merges were lost, as in a CSV.

    Below stand words, only under a cell and the blank cells right of it.
    """
    here, below = ([column[level].as_py() for column in sheet.columns] for level in (row, row + 1))
    under = [index for index, text in enumerate(below) if text]
    is_words = len(under) > 1 and not any(_NUMBER.fullmatch(below[index] or "") for index in under)
    is_grouped = all(here[index] is None or _is_open_right(here, below, index) for index in under)
    return is_words and is_grouped and any(text and index not in under for index, text in enumerate(here))


def _is_open_right(here: Sequence[str | None], below: Sequence[str | None], index: int) -> bool:
    """Tell whether the cell right of a grid column is blank in this row and filled in the next."""
    return index + 1 < len(here) and here[index + 1] is None and below[index + 1] is not None


def _spread(sheet: Sheet, row: int, last: int) -> list[str | None]:
    """Return the texts of a header row, each text that groups columns repeated over them.

    A merged cell that reaches down to the `last` header row groups no columns: its text stays in the first.
    """
    texts = [column[row].as_py() for column in sheet.columns]
    for merge in sheet.merges:
        if merge.top <= row <= merge.bottom:
            right = merge.left if merge.bottom >= last else min(merge.right, len(texts) - 1)
            texts[merge.left : right + 1] = [sheet.columns[merge.left][merge.top].as_py()] * (right + 1 - merge.left)
    if row == last or not _is_group_over_blank(sheet, row):
        return texts
    for index in range(1, len(texts)):
        if texts[index] is None:
            texts[index] = texts[index - 1]
    return texts
