"""Where the tables of a sheet are and what their columns mean: headers are found by content, not by position."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl import header
from etl.schema import RecordType
from etl.sheet import Sheet

HEAD_ROWS = 60  # a first header further down has not been met
_TITLE_UNIT = re.compile(r"单位[:：]\s*(万元|千元|元|万人|分钟|小时)")


@dataclass(frozen=True)
class Options:
    """What the person loading a file said beside it: the record type, and constants for columns the file lacks."""

    record: str | None = None
    constants: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Table:
    """One table of a sheet: its record type, header rows, body rows (start, stop) and which grid columns feed which column."""

    record: RecordType
    header_rows: tuple[int, ...]
    start: int
    stop: int
    sources: Mapping[str, tuple[int, ...]]
    units: Mapping[str, str]
    unknown: tuple[str, ...]
    title: str

    @property
    def headed(self) -> tuple[int, ...]:
        """Grid columns that stand under a recognised header."""
        return tuple(sorted({index for indices in self.sources.values() for index in indices}))


@dataclass(frozen=True)
class Unrecognised:
    """A sheet with content but no known table: the record type that came nearest and what it lacks."""

    record: RecordType | None
    understood: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()

    def sentence(self) -> str:
        """Say which columns were understood and what to pass, in words for the clerk."""
        if self.rivals:
            return f"表头既像{'又像'.join(self.rivals)}，请用 --record 指明记录类型。"
        if self.record is None:
            return "没有找到认识的表头。请核对表头，或用“空白模板”整理后再导入。"
        return (
            f"表头像“{self.record.label}”，认出了{'、'.join(self.understood)}，但缺少{'、'.join(self.lacking)}。"
            f"请补上这些列，或用 --record {self.record.id} --set 字段=值 指明。"
        )


def recognise(
    sheet: Sheet, records: Mapping[str, RecordType], options: Options, file: str
) -> tuple[Table, ...] | Unrecognised:
    """Return the tables of a sheet in reading order, or what came nearest when none is known."""
    wanted = {options.record: records[options.record]} if options.record else records
    found: list[tuple[int, _Header]] = []
    nearest = Unrecognised(None)
    taken = -1
    for row in _candidate_rows(sheet, wanted):
        if row <= taken:
            continue
        best, miss = _best_header(sheet, row, wanted, options, file)
        if best is None:
            nearest = miss if len(miss.understood) + len(miss.rivals) > len(nearest.understood) else nearest
            continue
        found.append((row, best))
        taken = best.rows[-1]
    if not found:
        return nearest
    return tuple(_tables(sheet, found))


@dataclass(frozen=True)
class _Header:
    record: RecordType
    rows: tuple[int, ...]
    sources: Mapping[str, tuple[int, ...]]
    units: Mapping[str, str]
    unknown: tuple[str, ...]


def _tables(sheet: Sheet, found: Sequence[tuple[int, _Header]]) -> Iterator[Table]:
    stops = [row for row, _ in found[1:]] + [sheet.height]
    above = 0
    for (_, head), stop in zip(found, stops, strict=True):
        title = " ".join(_texts(sheet, above, head.rows[0]))
        units = {**_title_units(head, title), **head.units}
        yield Table(head.record, head.rows, head.rows[-1] + 1, stop, head.sources, units, head.unknown, title)
        above = max(above, stop - 3)


def _texts(sheet: Sheet, start: int, stop: int) -> list[str]:
    rows = range(max(start, stop - 10), stop)
    cells = (column[row].as_py() for row in rows for column in sheet.columns)
    return list(dict.fromkeys(cell for cell in cells if cell))


def _title_units(head: _Header, title: str) -> dict[str, str]:
    match = _TITLE_UNIT.search(title)
    scaled = [name for name in head.sources if match and match[1] in head.record.column(name).scales]
    return dict.fromkeys(scaled, match[1]) if match else {}


def _candidate_rows(sheet: Sheet, records: Mapping[str, RecordType]) -> list[int]:
    """Rows that may be headers: the first ones, and later rows in which at least two cells are known header words."""
    head = range(min(HEAD_ROWS, sheet.height))
    known = pa.array(sorted({h for record in records.values() for c in record.columns for h in c.headers}))
    hits = np.zeros(sheet.height, np.int16)
    for column in sheet.columns:
        is_known = np.append(pc.is_in(column.dictionary, value_set=known).to_numpy(zero_copy_only=False), False)
        hits += is_known[pc.fill_null(column.indices, -1).to_numpy(zero_copy_only=False)]
    later = np.flatnonzero(hits >= 2).tolist()
    return sorted({*head, *later})


def _best_header(
    sheet: Sheet, row: int, records: Mapping[str, RecordType], options: Options, file: str
) -> tuple[_Header | None, Unrecognised]:
    candidates = []
    nearest = Unrecognised(None)
    rows = (row, row + 1) if row + 1 < sheet.height and _is_two_level(sheet, row) else (row,)
    for record in records.values():
        head = _map(sheet, rows, record)
        lacking = _lacking(head, options)
        if not lacking and len(head.sources) >= 2:
            candidates.append((_score(head, sheet, row, file), head))
        elif len(head.sources) > max(1, len(nearest.understood)):
            understood = tuple(record.column(name).label for name in head.sources)
            nearest = Unrecognised(record, understood, lacking)
    top = max((score for score, _ in candidates), default=0)
    best = [head for score, head in candidates if score == top]
    if len(best) > 1:
        return None, Unrecognised(None, rivals=tuple(head.record.label for head in best))
    return (best[0] if best else None), nearest


def _lacking(head: _Header, options: Options) -> tuple[str, ...]:
    """Required columns that neither header nor loader gives; the community may still come from title or file name."""
    given = {*head.sources, *options.constants, *_set_by(head), "community"}
    return tuple(column.label for column in head.record.required if column.name not in given)


def _score(head: _Header, sheet: Sheet, row: int, file: str) -> float:
    """Columns understood, plus what sheet name, title and file name say; a column left unknown speaks a little against."""
    places = (sheet.name, " ".join(_texts(sheet, 0, row)), file)
    hinted = sum(weight for place, weight in zip(places, (2.5, 1.5, 1.5), strict=True) if _hints(head.record, place))
    return len(head.sources) + hinted - 0.5 * len(head.unknown)


def _hints(record: RecordType, place: str) -> bool:
    return any(hint in place for hint in record.hints)


def _set_by(head: _Header) -> set[str]:
    """Columns that a unit in a header fills (评分（10分制） fills the scale)."""
    pairs = ((head.record.column(name), unit) for name, unit in head.units.items())
    return {column.unit_sets[unit][0] for column, unit in pairs if unit in column.unit_sets}


def _is_two_level(sheet: Sheet, row: int) -> bool:
    """A second header level follows: one of several cells of this row is merged sideways over cells that differ below."""
    if len(set(_texts(sheet, row, row + 1))) < 2:
        return False
    below = [column[row + 1].as_py() for column in sheet.columns]
    sideways = [m for m in sheet.merges if m.top <= row <= m.bottom and m.right > m.left and m.bottom == row]
    return any(len({cell for cell in below[m.left : m.right + 1] if cell}) > 1 for m in sideways)


def _map(sheet: Sheet, rows: tuple[int, ...], record: RecordType) -> _Header:
    sources: dict[str, tuple[int, ...]] = {}
    units: dict[str, str] = {}
    unknown: list[str] = []
    for index, (parent, text) in enumerate(_header_cells(sheet, rows)):
        if not parent and not text:
            continue
        matched = header.match(record, parent, text)
        if matched is None:
            unknown.append("/".join(filter(None, (parent, text))))
            continue
        column, unit = matched
        if column.name in sources and not (column.kind.is_sum and len(rows) == 2 and _is_part(parent, text)):
            continue
        sources[column.name] = (*sources.get(column.name, ()), index)
        if unit:
            units[column.name] = unit
    return _Header(record, rows, sources, units, tuple(unknown))


def _is_part(parent: str | None, text: str | None) -> bool:
    return bool(parent and text and parent != text and not re.fullmatch(r"合计|小计|总计", header.words(text)))


def _header_cells(sheet: Sheet, rows: tuple[int, ...]) -> list[tuple[str | None, str | None]]:
    """Return (parent, own) header text of each grid column; a parent reaches over the cells merged with it."""
    own = [column[rows[-1]].as_py() for column in sheet.columns]
    if len(rows) == 1:
        return [(None, text) for text in own]
    parents = [column[rows[0]].as_py() for column in sheet.columns]
    for merge in sheet.merges:
        if merge.top <= rows[0] <= merge.bottom:
            for index in range(merge.left, min(merge.right + 1, len(parents))):
                parents[index] = parents[merge.left]
                own[index] = None if merge.bottom > rows[0] else own[index]
    return list(zip(parents, own, strict=True))
