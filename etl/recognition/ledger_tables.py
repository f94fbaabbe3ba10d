"""Finds the tables of a sheet and what their columns mean: headers are told by their content, not by their position."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from etl.columns import COMMUNITY
from etl.inbox.folder import Options
from etl.reading.grid import Sheet
from etl.recognition import table_header, title
from etl.recognition.candidate_rows import candidate_rows
from etl.recognition.stated_period import last_stated_day
from etl.recognition.table_header import TableHeader
from etl.schema import RecordType

PROMPTED_HEADERS = 1  # known headers that make a table when the clerk named the record type
TELLING_HEADERS = 2  # known headers that make a table otherwise
SHEET_NAME_WEIGHT, TITLE_WEIGHT, FILE_NAME_WEIGHT = 2.5, 1.5, 1.5  # of a hint, in headers understood
UNKNOWN_WEIGHT = 0.5  # of a header not understood, against the record type


@dataclass(frozen=True)
class LedgerTable:
    """One table of a sheet: its header, its body, and the titles that apply to it, the nearest first."""

    header: TableHeader
    start: int  # first grid row of the body
    stop: int  # grid row behind the body
    units: Mapping[str, str]
    titles: tuple[str, ...]

    @property
    def record(self) -> RecordType:
        return self.header.record

    @property
    def sources(self) -> Mapping[str, tuple[int, ...]]:
        return self.header.sources

    @property
    def headed_columns(self) -> tuple[int, ...]:
        """Return the grid columns under a recognised header."""
        return tuple(sorted({index for indices in self.sources.values() for index in indices}))

    @property
    def quantity_columns(self) -> tuple[int, ...]:
        """Return the grid columns of amounts, hours and counts, which totals add up."""
        return tuple(
            index for name, indices in self.sources.items() if self.record.column(name).kind.is_sum for index in indices
        )


@dataclass(frozen=True)
class Unrecognised:
    """A sheet with content but no known table: the record type that came nearest and the columns it lacks."""

    record: RecordType | None
    understood: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    rivals: tuple[RecordType, ...] = ()
    day: date | None = None  # the day the title ends with, proposed where the table has no dates

    def sentence(self) -> str:
        """Say which columns were understood and what to pass, in words for the clerk."""
        if self.rivals:
            likely = "又像".join(f"“{record.label}”" for record in self.rivals)
            choices = " 或 ".join(f"--record {record.id}" for record in self.rivals)
            return f"表头既像{likely}，请用 {choices} 指明，或在标题、工作表名里写明是哪一种台账。"
        if self.record is None:
            return "没有找到认识的表头。请核对表头，或用“空白模板”整理后再导入。"
        labels = [self.record.column(name).label for name in self.lacking]
        constants = " ".join(f"--set {name}={self._example(name)}" for name in self.lacking)
        return (
            f"表头像“{self.record.label}”，认出了{'、'.join(self.understood)}，但缺少{'、'.join(labels)}。"
            f"请在表里补上这些列；如果整份台账都一样，可用 --record {self.record.id} {constants} 这样指明。"
        )

    @property
    def closeness(self) -> int:
        """Return how near a header came: headers understood, or record types that fit equally well."""
        return len(self.understood) + len(self.rivals)

    def _example(self, name: str) -> str:
        assert self.record, "there is an example of a column only"
        if self.day and name == self.record.placed_on:
            return str(self.day)
        column = self.record.column(name)
        return column.label if column.kind.sql_type == "varchar" else column.kind.example


def recognise_tables(
    sheet: Sheet, records: Mapping[str, RecordType], options: Options, file: str
) -> tuple[LedgerTable, ...] | Unrecognised:
    """Return the tables of a sheet in reading order, or what came nearest when none is known."""
    candidates = {options.record: records[options.record]} if options.record else records
    headers: list[TableHeader] = []
    nearest = Unrecognised(None)
    for row in candidate_rows(sheet, candidates):
        if headers and row <= headers[-1].rows[-1]:
            continue
        best = _best_header(_CandidateRow(sheet, row, file), candidates, options)
        if isinstance(best, TableHeader):
            if not _repeats_last(sheet, headers, best):
                headers.append(best)
        elif best.closeness > nearest.closeness:
            nearest = best
    return tuple(_tables(sheet, headers)) if headers else nearest


def _repeats_last(sheet: Sheet, headers: Sequence[TableHeader], header: TableHeader) -> bool:
    """Tell whether a header of one row is the last one again, as on every page of a long table, which then goes on."""
    if not headers or len(header.rows) > 1:
        return False
    last, row = headers[-1], header.rows[0]
    has_title = title.first_title_row(sheet, row, last.rows[-1]) < row
    return not has_title and (last.record, last.sources, last.units) == (header.record, header.sources, header.units)


def _tables(sheet: Sheet, headers: Sequence[TableHeader]) -> Iterator[LedgerTable]:
    """Yield the tables. A later table begins at its title; to one without a title those before apply."""
    ends_before = [None, *(header.rows[-1] for header in headers)]
    tops = [
        title.first_title_row(sheet, header.rows[0], end) for header, end in zip(headers, ends_before, strict=False)
    ]
    titles: tuple[str, ...] = ()
    for header, top, stop in zip(headers, tops, [*tops[1:], sheet.height], strict=True):
        if own_title := title.title_text(sheet, top, header.rows[-1]):
            titles = (own_title, *titles)
        start = header.rows[-1] + 1
        stated_units = title.units_of_columns(header, (title.line_under_header(sheet, start, stop), *titles))
        yield LedgerTable(header, start, stop, {**stated_units, **header.units}, titles)


@dataclass(frozen=True)
class _CandidateRow:
    """A row that may begin a header, and the texts that hint at what it heads."""

    sheet: Sheet
    row: int
    file: str

    @cached_property
    def title(self) -> str:
        """Return the title above the row; read once a row, and only for rows that some record type knows."""
        return title.title_text(self.sheet, max(0, self.row - title.MOST_ROWS), self.row)

    def hint(self, record: RecordType) -> float:
        """Return the weight of the sheet name, title and file name that speak for a record type."""
        places = ((self.sheet.name, SHEET_NAME_WEIGHT), (self.title, TITLE_WEIGHT), (self.file, FILE_NAME_WEIGHT))
        return sum(weight for text, weight in places if any(hint in text for hint in record.hints))

    def day(self) -> date | None:
        """Return the last day stated around the row."""
        return last_stated_day((self.title, self.sheet.name, self.file))


def _best_header(
    candidate: _CandidateRow, records: Mapping[str, RecordType], options: Options
) -> TableHeader | Unrecognised:
    """Return the row as a header of the record type that understands most of it, or what came nearest."""
    rows, paths = table_header.header_paths(candidate.sheet, candidate.row)
    least = PROMPTED_HEADERS if options.record else TELLING_HEADERS
    scored: list[tuple[float, TableHeader]] = []
    nearest = Unrecognised(None)
    for record in records.values():
        header = table_header.read_header(record, rows, paths)
        lacking = _lacking(header, options)
        if not lacking and len(header.sources) >= least:
            scored.append((_score(header, candidate), header))
        elif len(header.sources) > max(1, len(nearest.understood)):
            understood = tuple(record.column(name).label for name in header.sources)
            nearest = Unrecognised(record, understood, lacking, day=candidate.day())
    highest = max((score for score, _ in scored), default=0.0)
    best = [header for score, header in scored if score == highest]
    if len(best) > 1:
        return Unrecognised(None, rivals=tuple(header.record for header in best))
    return best[0] if best else nearest


def _lacking(header: TableHeader, options: Options) -> tuple[str, ...]:
    """Return the required columns that neither header nor options fill; the community may still come from title or file name."""
    filled = {*header.filled_columns, *options.constants, COMMUNITY.name}
    return tuple(column.name for column in header.record.required if column.name not in filled)


def _score(header: TableHeader, candidate: _CandidateRow) -> float:
    """Return how well a record type fits: headers understood and hints for it, less a little for each header it leaves unknown."""
    return len(header.sources) + candidate.hint(header.record) - UNKNOWN_WEIGHT * len(header.unknown)
