"""Where the tables of a sheet are and what their columns mean: headers are found by content, not by position."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl import parse
from etl.inbox.folder import Options
from etl.reading.grid import Sheet
from etl.recognition import header_cell, stated_period, table_header, title
from etl.recognition.table_header import TableHeader
from etl.schema import RecordType

HEAD_ROWS = 60  # a first header further down has not been met
LONGEST_HEADER = 60
_HEADER_NOISE = r"[\s　]|[(（\[【].*"  # for a quick look at many rows: what stands beside the words of a header


@dataclass(frozen=True)
class LedgerTable:
    """One table of a sheet: its header, its body rows (start, stop), and the titles that speak for it, the nearest first."""

    heading: TableHeader
    start: int
    stop: int
    units: Mapping[str, str]
    titles: tuple[str, ...]

    @property
    def record(self) -> RecordType:
        return self.heading.record

    @property
    def sources(self) -> Mapping[str, tuple[int, ...]]:
        return self.heading.sources

    @property
    def headed(self) -> tuple[int, ...]:
        """Grid columns that stand under a recognised header."""
        return tuple(sorted({index for indices in self.sources.values() for index in indices}))

    @property
    def quantities(self) -> tuple[int, ...]:
        """Grid columns of amounts, hours and counts, which totals add up."""
        return tuple(
            index for name, indices in self.sources.items() if self.record.column(name).kind.is_sum for index in indices
        )


@dataclass(frozen=True)
class Unrecognised:
    """A sheet with content but no known table: the record type that came nearest and what it lacks."""

    record: RecordType | None
    understood: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    rivals: tuple[RecordType, ...] = ()
    day: date | None = None  # the day the title ends with, offered where the table has no dates

    def sentence(self) -> str:
        """Say which columns were understood and what to pass, in words for the clerk."""
        if self.rivals:
            likely = "又像".join(f"“{record.label}”" for record in self.rivals)
            choices = " 或 ".join(f"--record {record.id}" for record in self.rivals)
            return f"表头既像{likely}，请用 {choices} 指明，或在标题、工作表名里写明是哪一种台账。"
        if self.record is None:
            return "没有找到认识的表头。请核对表头，或用“空白模板”整理后再导入。"
        labels = [self.record.column(name).label for name in self.lacking]
        said = " ".join(f"--set {name}={self._example(name)}" for name in self.lacking)
        return (
            f"表头像“{self.record.label}”，认出了{'、'.join(self.understood)}，但缺少{'、'.join(labels)}。"
            f"请在表里补上这些列；如果整份台账都一样，可用 --record {self.record.id} {said} 这样指明。"
        )

    def _example(self, name: str) -> str:
        assert self.record, "there is an example of a column only"
        if self.day and name == self.record.placed_on:
            return str(self.day)
        column = self.record.column(name)
        return column.label if column.kind.sql == "varchar" else column.kind.example


def recognise_tables(
    sheet: Sheet, records: Mapping[str, RecordType], options: Options, file: str
) -> tuple[LedgerTable, ...] | Unrecognised:
    """Return the tables of a sheet in reading order, or what came nearest when none is known."""
    wanted = {options.record: records[options.record]} if options.record else records
    found: list[TableHeader] = []
    nearest = Unrecognised(None)
    for row in _candidate_rows(sheet, wanted):
        if found and row <= found[-1].rows[-1]:
            continue
        best = _best_heading(sheet, row, wanted, options, file)
        if isinstance(best, TableHeader):
            if not _repeats(sheet, found, best):
                found.append(best)
        elif len(best.understood) + len(best.rivals) > len(nearest.understood) + len(nearest.rivals):
            nearest = best
    return tuple(_tables(sheet, found)) if found else nearest


def _repeats(sheet: Sheet, found: Sequence[TableHeader], head: TableHeader) -> bool:
    """Whether a header of one row is the last one again, as on every page of a long table; the table goes on."""
    if not found or len(head.rows) > 1 or title.top(sheet, head.rows[0], found[-1].rows[-1]) < head.rows[0]:
        return False
    last = found[-1]
    return (last.record, last.sources, last.units) == (head.record, head.sources, head.units)


def _tables(sheet: Sheet, found: Sequence[TableHeader]) -> Iterator[LedgerTable]:
    """A later table begins at its title; without one of its own the titles before speak for it."""
    before = [None, *(head.rows[-1] for head in found)]
    tops = [title.top(sheet, head.rows[0], after) for head, after in zip(found, before, strict=False)]
    titles: tuple[str, ...] = ()
    for head, top, stop in zip(found, tops, [*tops[1:], sheet.height], strict=True):
        if own := title.text(sheet, top, head.rows[-1]):
            titles = (own, *titles)
        start = head.rows[-1] + 1
        units = {**title.units(head, (title.first_line(sheet, start, stop), *titles)), **head.units}
        yield LedgerTable(head, start, stop, units, titles)


def _candidate_rows(sheet: Sheet, records: Mapping[str, RecordType]) -> list[int]:
    """Rows that may be headers: of the first ones those with a known word in or below them, later ones with at least two."""
    first = min(HEAD_ROWS, sheet.height)
    known = frozenset().union(*(header_cell.spellings(record) for record in records.values()))
    telling = [any(_is_known(column[row].as_py(), known) for column in sheet.columns) for row in range(first)]
    head = [row for row in range(first) if any(telling[row : row + 2])]
    return head if sheet.height <= HEAD_ROWS else sorted({*head, *_later_rows(sheet, known)})


def _is_known(text: str | None, known: frozenset[str]) -> bool:
    return (
        text is not None
        and len(text) <= LONGEST_HEADER
        and not known.isdisjoint((parse.normalised(text), header_cell.name_and_unit(text)[0]))
    )


def _later_rows(sheet: Sheet, known: frozenset[str]) -> list[int]:
    """A quick look at each distinct text of a long table."""
    spelt = _bare(pa.array(sorted(known)))
    hits = np.zeros(sheet.height, np.int16)
    for column in sheet.columns:
        is_known = pc.is_in(_bare(column.dictionary), value_set=spelt).to_numpy(zero_copy_only=False)
        hits += np.append(is_known, False)[pc.fill_null(column.indices, -1).to_numpy(zero_copy_only=False)]
    return [row for row in np.flatnonzero(hits >= 2).tolist() if row >= HEAD_ROWS]


def _bare(texts: pa.Array) -> pa.Array:
    return pc.replace_substring_regex(pc.utf8_normalize(texts, "NFKC"), _HEADER_NOISE, "")


def _best_heading(
    sheet: Sheet, row: int, records: Mapping[str, RecordType], options: Options, file: str
) -> TableHeader | Unrecognised:
    rows, paths = table_header.paths(sheet, row)
    fitting: list[tuple[float, TableHeader]] = []
    nearest = Unrecognised(None)
    for record in records.values():
        head = table_header.read(record, rows, paths)
        lacking = _lacking(head, options)
        if not lacking and len(head.sources) >= (1 if options.record else 2):
            fitting.append((_score(head, sheet, row, file), head))
        elif len(head.sources) > max(1, len(nearest.understood)):
            said = (title.text(sheet, max(0, row - title.MOST_ROWS), row), sheet.name, file)
            understood = tuple(record.column(name).label for name in head.sources)
            nearest = Unrecognised(record, understood, lacking, day=stated_period.last_day_named(said))
    top = max((score for score, _ in fitting), default=0.0)
    best = [head for score, head in fitting if score == top]
    if len(best) > 1:
        return Unrecognised(None, rivals=tuple(head.record for head in best))
    return best[0] if best else nearest


def _lacking(head: TableHeader, options: Options) -> tuple[str, ...]:
    """Required columns that neither header nor loader gives; the community may still come from title or file name."""
    given = {*head.given, *options.constants, "community"}
    return tuple(column.name for column in head.record.required if column.name not in given)


def _score(head: TableHeader, sheet: Sheet, row: int, file: str) -> float:
    """Columns understood, plus what sheet name, title and file name say; a column left unknown speaks a little against."""
    places = (sheet.name, title.text(sheet, max(0, row - title.MOST_ROWS), row), file)
    hinted = sum(weight for place, weight in zip(places, (2.5, 1.5, 1.5), strict=True) if _hints(head.record, place))
    return len(head.sources) + hinted - 0.5 * len(head.unknown)


def _hints(record: RecordType, place: str) -> bool:
    return any(hint in place for hint in record.hints)
