"""Finds the tables of a sheet and what their columns mean: headers are told by their content, not by their position."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from etl import parse
from etl.reading.grid import Sheet
from etl.recognition import blocks, title
from etl.recognition.another_header import data_rows_above
from etl.recognition.candidate_rows import CandidateRow, first_row_of_words
from etl.recognition.day_of_sheet import text_of_constant
from etl.recognition.header_search import HeaderSearch
from etl.recognition.meanings import Knowledge
from etl.recognition.nearest_types import lacking
from etl.recognition.scale_above import without_scale_of_another
from etl.recognition.table_header import NOT_MISSED, UNFED, TableHeader
from etl.recognition.two_directions import best_headers
from etl.recognition.unrecognised import Unrecognised
from etl.schema import RecordType

LEAST_BLOCKS = 2


@dataclass(frozen=True)
class LedgerTable:
    """One table of a sheet: its header, its body, and the titles that apply to it, the nearest first."""

    header: TableHeader
    start: int  # first grid row of the body
    stop: int  # grid row behind the body
    units: Mapping[str, str]
    titles: tuple[str, ...]
    sources: Mapping[str, tuple[int, ...]]  # column → grid columns
    constants: Mapping[str, str]  # column → text that stands for empty cells
    spread: int | None = None  # the one grid column of several that makes rows of its own here
    rows_above: tuple[int, ...] = ()  # grid rows with data above a header that a person named: nobody reads them

    @property
    def record(self) -> RecordType:
        return self.header.record

    def unit_of(self, name: str, index: int) -> str | None:
        """Return the unit of one of the grid columns that feed a column: of its own header, else what holds for the column.

        Beside a header with a unit of its own one without any gets none.
        """
        own = self.header.units_of_cells.get(index)
        is_beside_own = name in self.header.units and len(self.sources[name]) > 1
        return own or (None if is_beside_own else self.units.get(name))

    def first_cell_of(self, label: str) -> int | None:
        """Return the first grid column that feeds the column of this label."""
        return next((i for c in self.record.columns if c.label == label for i in self.sources.get(c.name, ())), None)

    @property
    def headed_columns(self) -> tuple[int, ...]:
        """Return the grid columns under a recognised header."""
        return tuple(sorted({index for indices in self.sources.values() for index in indices}))

    @property
    def lists_people(self) -> bool:
        """Tell whether a row must name a person."""
        return any(c.is_required and c.kind.is_personal and c.name in self.sources for c in self.record.columns)

    @property
    def unread_columns(self) -> tuple[int, ...]:
        """Return the grid columns under a header that is not understood, without running numbers and remarks."""
        unread = (match for match in self.header.matches if match.how in UNFED)
        return tuple(match.index for match in unread if not NOT_MISSED.fullmatch(match.header))

    @property
    def quantity_columns(self) -> tuple[int, ...]:
        """Return the grid columns of amounts, hours and counts, which totals add up."""
        return tuple(
            index for name, indices in self.sources.items() if self.record.column(name).kind.is_sum for index in indices
        )


def recognise_tables(
    sheet: Sheet, records: Mapping[str, RecordType], knowledge: Knowledge, file: str
) -> tuple[LedgerTable, ...] | Unrecognised:
    """Return the tables of a sheet in reading order, or what came nearest when none is known."""
    search = HeaderSearch(sheet, records, knowledge, file)
    if refusal := search.refusal():
        return refusal
    headers, passed = search.headers, search.passed
    nearest = max((other for _, other in passed), key=lambda other: other.closeness, default=Unrecognised())
    if not headers and not nearest.headers:  # only answers hold known words
        nearest = next(_shown(sheet, records, knowledge, file), nearest)
    if not headers and nearest.says_what_to_choose:
        return nearest
    if objection := _objection_to_blocks(sheet, [header for header, *_ in headers] or [nearest.header]):
        nearest = replace(nearest, nearest=(), header=headers[0][0]) if headers else nearest
        return replace(nearest, objection=objection)
    if not headers:
        return nearest
    tables = tuple(_tables(sheet, headers))
    return tables if knowledge.settings.header_row is None else _with_rows_above(sheet, tables)


def _with_rows_above(sheet: Sheet, tables: tuple[LedgerTable, ...]) -> tuple[LedgerTable, ...]:
    """Return tables below a header that was stated, the uppermost with the rows of data above it, which are passed over."""
    return replace(tables[0], rows_above=tuple(data_rows_above(sheet, tables[0].header.rows[0]))), *tables[1:]


def _shown(sheet: Sheet, records: Mapping[str, RecordType], knowledge: Knowledge, file: str) -> Iterator[Unrecognised]:
    """Yield what the first row of words is, so that its texts can be shown at least."""
    for row in first_row_of_words(sheet):
        best = best_headers(CandidateRow(sheet, row, file), records, knowledge)
        if isinstance(best, Unrecognised):
            yield best


def _objection_to_blocks(sheet: Sheet, headers: Sequence[TableHeader | None]) -> str:
    """Return why blocks under one header are not read: one does not say what it is about, or all are said to be about the same; or ""."""
    first = headers[0]
    rows = blocks.block_rows(sheet, first.rows[-1]) if first and not first.is_checked else []
    if first is None or len(rows) < LEAST_BLOCKS:
        return ""
    header_rows = {row for header in headers if header for row in header.rows if not set(lacking(header))}
    open_columns = {*lacking(first), *(first.constants.keys() - first.particulars.keys())}
    if not header_rows.issuperset(rows):
        open_columns |= first.particulars.keys()
    labels = blocks.differs_by_block(first.record, open_columns)
    return blocks.objection(sheet, rows, labels) if labels else ""


def _tables(sheet: Sheet, headers: Sequence[tuple[TableHeader, ...]]) -> Iterator[LedgerTable]:
    """Yield the tables, two of a table of both directions. A later table begins at its title; to one without a title those before apply."""
    ends_before = [None, *(header.rows[-1] for header, *_ in headers)]
    tops = [
        title.first_title_row(sheet, header.rows[0], end)
        for (header, *_), end in zip(headers, ends_before, strict=False)
    ]
    titles: tuple[str, ...] = ()
    for same, top, stop in zip(headers, tops, [*tops[1:], sheet.height], strict=True):
        own_title = title.title_text(sheet, top, same[0].rows[-1])
        titles = (own_title, *titles) if own_title else titles
        for header in same:
            is_continued = bool(own_title) or sheet.row(header.rows[-1]) == sheet.row(headers[0][0].rows[-1])
            yield from _spread(_table(sheet, header, stop, titles, own_title, is_continued))


def _table(
    sheet: Sheet, header: TableHeader, stop: int, titles: tuple[str, ...], own_title: str, is_continued: bool
) -> LedgerTable:
    start = header.rows[-1] + 1
    line = title.line_under_header(sheet, start, stop)
    own_units = {**title.units_of_columns(header, (line, own_title)), **header.units}
    units = {**title.units_of_columns(header, (line, *titles)), **header.units}
    columns = [column.slice(start, stop - start) for column in sheet.columns]
    units = without_scale_of_another(units, own_units, header, is_continued, columns)
    constants = {name: text_of_constant(header, name, sheet) for name in header.constants}
    return LedgerTable(header, start, stop, units, titles, header.sources, constants)


def _spread(table: LedgerTable) -> Iterator[LedgerTable]:
    """Yield a table once for each header that makes rows of its own, its words in the column that takes them."""
    if (name := next((name for name in table.sources if table.header.spreads(name)), None)) is None:
        yield table
        return
    column = table.record.column(name)
    of_title = None if name in table.header.units else table.units.get(name)  # 单位：万元 above the table
    for index in table.sources[name]:
        header = table.header.text(index)
        *groups, own = header.split("/")  # 开展活动/人次 is no 开展活动 in 人次
        own_alone, unit = parse.header(own)
        name_alone = "/".join([*groups, own_alone])
        words = table.header.words_over(column, name_alone if unit else header) if column.spread_into else {}
        unit = unit or (of_title if of_title in column.scales else None)
        units = {key: value for key, value in table.units.items() if key != name} | ({name: unit} if unit else {})
        sources = {**{key: value for key, value in table.sources.items() if key not in words}, name: (index,)}
        yield replace(table, sources=sources, units=units, constants={**table.constants, **words}, spread=index)
