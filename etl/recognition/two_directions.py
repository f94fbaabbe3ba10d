"""Reads a table of what came in and what went out (收入 beside 支出, 收入 or 支出 in a column, signs) as two tables of two record types."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from etl import parse
from etl.recognition import direction_marks, doubts, header_rows, table_header
from etl.recognition.best_header import best_header, objection_to_rows
from etl.recognition.candidate_rows import CandidateRow
from etl.recognition.header_cell import STANDING, name_and_unit
from etl.recognition.meanings import BESIDE, HeaderKnowledge, HeaderPath, Knowledge
from etl.recognition.nearest_types import lacking, texts_of
from etl.recognition.sides import Mark, Sides
from etl.recognition.table_header import UNFED, TableHeader
from etl.recognition.unrecognised import Unrecognised
from etl.schema import Column, RecordType, Side

MEASURES = frozenset(
    ("数量", "件数", "数", "金额", "元", "金额(元)")
)  # words below 收入 or 入库 where a header has two levels


@dataclass(frozen=True)
class Direction:
    """A record type of one direction, and its column that ledgers of both directions hold."""

    record: RecordType
    column: Column
    side: Side


def best_headers(
    candidate: CandidateRow, records: Mapping[str, RecordType], knowledge: Knowledge
) -> tuple[TableHeader, ...] | Unrecognised:
    """Return the row as one header, as two where the table has both directions, or what came nearest.

    Where one of the two record types is stated, the rows of the other direction are left to another ledger.
    """
    headers = _headers_of_both(candidate, records, knowledge)
    best = best_header(candidate, records, knowledge)
    if not headers or (isinstance(best, TableHeader) and _is_another_type(best, headers)):
        return best if isinstance(best, Unrecognised) else (_with_uncounted_side(best),)
    objections = [doubts.doubt(header, candidate.sheet, candidate.file) for header in headers]
    if len(headers) > 1:  # neither is stated
        objections.append(objection_to_rows(headers[0], candidate))
    if objection := next(filter(None, objections), ""):
        return Unrecognised(texts_of(headers[0]), objection=objection, header=headers[0])
    return headers


def _with_uncounted_side(header: TableHeader) -> TableHeader:
    """Return a header that tells which rows hold only what moves the other way and is counted elsewhere, where a column does."""
    for column in (column for column in header.record.columns if column.side and column.side.others):
        others = set(map(parse.normalised, column.side.others if column.side else ()))
        unread = (match for match in header.matches if match.how in UNFED)
        marks = (Mark(m.index, m.header) for m in unread if name_and_unit(m.header.split("/")[-1])[0] in others)
        indices = header.sources.get(column.name, ())
        if len(indices) == 1 and (other := next(marks, None)):
            own = Mark(indices[0], header.text(indices[0]))
            return replace(header, sides=Sides(own, other, column.name, opposite=""))
    return header


def _is_another_type(best: TableHeader, headers: Sequence[TableHeader]) -> bool:
    """Tell whether a third record type understands at least as much of a row as the two directions do together."""
    read = {index for header in headers for indices in header.sources.values() for index in indices}
    is_third = all(best.record is not header.record for header in headers)
    return is_third and len(best.sources) >= len(read)


def _headers_of_both(
    candidate: CandidateRow, records: Mapping[str, RecordType], knowledge: Knowledge
) -> tuple[TableHeader, ...]:
    """Return the header as each of the two record types reads it, the outgoing one first; none where a direction is lacking."""
    rows, paths = header_rows.header_paths(candidate.sheet, candidate.row)
    known = knowledge.of_header(paths, candidate.particulars)
    is_told = bool(known.only(paths)) or bool(known.record and known.stated_columns(paths))  # which cells are meant
    by_cells = () if is_told else direction_marks.marks_in_cells(candidate.sheet, rows, paths)
    for pair in _pairs(records):
        marks = tuple(mark for direction in pair if (mark := _mark(direction, paths))) or by_cells
        if len(marks) == len(pair) and (headers := tuple(_read(pair, marks, rows, paths, known))):
            return headers
    return ()


def _pairs(records: Mapping[str, RecordType]) -> Iterator[tuple[Direction, Direction]]:
    """Yield the outgoing and the incoming record type of each quantity that both have, goods before money."""
    sided = [Direction(r, column, column.side) for r in records.values() for column in r.columns if column.side]
    incoming = [direction for direction in sided if direction.record.direction == "in"]
    pairs = [(o, i) for o in sided if o.record.direction == "out" for i in incoming if o.column.kind is i.column.kind]
    yield from sorted(pairs, key=lambda pair: len(pair[0].record.required), reverse=True)


def _mark(direction: Direction, paths: Sequence[HeaderPath]) -> Mark | None:
    """Return the grid column headed as this direction: 收入, 收入金额（元）, or 金额 below 收入."""
    known = set(map(parse.normalised, direction.side.headers))
    for index, path in enumerate(paths):
        *groups, own = [name_and_unit(text)[0] for text in path] or [""]
        is_measure = own in MEASURES and name_and_unit(direction.column.label)[0].endswith(own)
        if own in known or (is_measure and not known.isdisjoint(groups)):
            return Mark(index, "/".join(path))
    return None


def _read(
    pair: tuple[Direction, Direction],
    marks: Sequence[Mark],
    rows: tuple[int, ...],
    paths: Sequence[HeaderPath],
    known: HeaderKnowledge,
) -> Iterator[TableHeader]:
    """Yield the header of each direction that is wanted; none where one of them lacks a required column."""
    headers = []
    for direction, other, own, opposite in zip(pair, reversed(pair), marks, reversed(marks), strict=True):
        beside = {own.index} if own.words else set(_beside(other, opposite, paths))
        sides = dict.fromkeys(beside, BESIDE)
        if not own.words or own.words <= direction_marks.SIGNS:
            sides[own.index] = direction.column.name
        header = table_header.read_header(direction.record, rows, paths, replace(known, sides=sides))
        label = "" if known.record else other.record.label
        told_apart = Sides(own, opposite, direction.column.name, label)
        headers.append(replace(header, sides=told_apart))
    wanted = [header for header in headers if not known.record or known.record == header.record.id]
    if not any(map(lacking, wanted)) and all(set(lacking(header)) <= {header.record.placed_on} for header in headers):
        yield from wanted


def _beside(other: Direction, opposite: Mark, paths: Sequence[HeaderPath]) -> Iterator[int]:
    """Yield the grid columns that belong to the other direction or tell of what is in stock: 余额, 结存/数量."""
    groups = set(map(parse.normalised, other.side.headers))
    for index, path in enumerate(paths):
        names = [name_and_unit(text)[0] for text in path]
        is_in_stock = any(map(STANDING.search, path))
        if index == opposite.index or is_in_stock or (len(names) > 1 and not groups.isdisjoint(names[:-1])):
            yield index
