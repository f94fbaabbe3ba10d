"""Parses the cells of one column: each distinct text once, and the value is then given to every row that has the text."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl import kinds, parse
from etl.cleaning.carried_years import with_years_carried
from etl.cleaning.cell_parser import ParsingContext, cell_parser, part_of_cell
from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn
from etl.cleaning.empty_cells import empty_cells
from etl.cleaning.months_as_days import months_as_days
from etl.cleaning.settled_style import settled_style
from etl.cleaning.spanned_dates import of_spanned_years, read_in_span
from etl.cleaning.stored_values import empty_arrays, stored_arrays
from etl.cleaning.unit_doubts import unit_doubts
from etl.reading.grid import Unreadable
from etl.schema import Column

LEAST_LISTED, MOST_WORDS = 2, 5  # words of an open list that make it one, and that a sentence shows


@dataclass(frozen=True)
class ParsedColumn:
    """A declared column as read from one grid column. A cell that cannot be read is stored empty."""

    source: CodedColumn
    arrays: dict[str, pa.Array]  # stored column → a value for each row
    is_present: np.ndarray  # rows whose cell has a value
    faults: dict[int, str]  # code of a text that cannot be read → sentence for the clerk
    is_faulty: np.ndarray  # rows with such a text
    is_constant: np.ndarray | None = None  # rows that a constant fills, None where none is stated
    notes: tuple[str, ...] = ()  # sentences on the whole column: how its open cells were read
    unit_doubts: tuple[str, ...] = ()  # sentences on amounts that may be in another unit than the header says

    def over(self, other: "ParsedColumn") -> "ParsedColumn":
        """Return this column with the other's values where it has none; the faults are those of the other."""
        arrays = {name: pc.coalesce(array, other.arrays[name]) for name, array in self.arrays.items()}
        is_present = self.is_present | self.is_faulty | other.is_present
        return ParsedColumn(other.source, arrays, is_present, other.faults, other.is_faulty)

    def with_more_of(self, other: "ParsedColumn") -> "ParsedColumn":
        """Return this column with the other's values in its empty cells; what it says of its own stays."""
        arrays = {name: pc.coalesce(array, other.arrays[name]) for name, array in self.arrays.items()}
        return replace(self, arrays=arrays, is_present=self.is_present | (other.is_present & ~self.is_faulty))

    def emptied(self, where: np.ndarray, sentence: str = "") -> "ParsedColumn":
        """Return this column without its values in some rows; with a sentence they are at fault there."""
        where = where & self.is_present
        arrays = {name: pc.if_else(pa.array(where), None, array) for name, array in self.arrays.items()}
        faults = dict.fromkeys(np.unique(self.source.codes[where]).tolist(), sentence) if sentence else {}
        is_faulty = self.is_faulty | where if sentence else self.is_faulty
        return replace(
            self,
            arrays=arrays,
            is_present=self.is_present & ~where,
            faults={**self.faults, **faults},
            is_faulty=is_faulty,
        )

    def filled_by(self, constant: "ParsedColumn") -> "ParsedColumn":
        """Return this column with the constant's values in empty and unreadable cells; no fault is left then."""
        arrays = {name: pc.coalesce(array, constant.arrays[name]) for name, array in self.arrays.items()}
        nothing = np.zeros(len(self.is_faulty), bool)
        return ParsedColumn(self.source, arrays, self.is_present | constant.is_present, {}, nothing, ~self.is_present)


def parse_column(
    column: Column,
    source: CodedColumn,
    unit: str | None,
    context: ParsingContext,
    is_record: np.ndarray | None = None,
) -> ParsedColumn:
    """Parse one grid column as `column`; `unit` is the one written in its header. Its style is that of its records."""
    source, carried = with_years_carried(column, source, context.year)
    style = settled_style(column, source, is_record, context.date_order, context.of_lengths, context.of_republic)

    def parser_of(known: ParsingContext) -> Callable[[str], Any]:
        return style.applied(cell_parser(column, unit, known, style.order))

    parsed = _parsed(column, of_spanned_years(column, context, parser_of), source, context)
    texts = source.used_texts(is_record)
    doubts = (
        *_clock_spans(column, texts),
        *months_as_days(column, source, parsed.is_present, is_record),
        *_doubtful_choices(column, source, is_record),
        *_unknown_choices(column, texts),
        *empty_cells(column, source, is_record),
    )
    return replace(
        parsed,
        notes=(*carried, *read_in_span(column, context, texts), *style.notes, *doubts),
        unit_doubts=unit_doubts(column, unit, texts),
    )


def _clock_spans(column: Column, texts: Sequence[str]) -> tuple[str, ...]:
    """Return a sentence on lengths of time that are written as beginning and end; breaks between the two are counted along."""
    span = next(filter(parse.is_clock_span, texts), None) if column.kind is kinds.HOURS else None
    return (f"“{column.label}”里的“{span}”这类起止时间，按相差的小时数读，中间的休息也算在内。",) if span else ()


def _doubtful_choices(column: Column, source: CodedColumn, is_record: np.ndarray | None) -> Iterator[str]:
    """Yield how many cells hold a word that may mean another choice than the one it is read as: 基本满意, as 一般."""
    for word in column.doubtful_choices:
        is_written = source.rows_where(rf"^\s*{word}\s*$") & (True if is_record is None else is_record)
        if count := int(is_written.sum()):
            meaning = parse.open_choice(word, column.choices)
            yield f"“{column.label}”里的“{word}”有{count}处，按“{meaning}”读。不是这个意思的，请改写后再导入。"


def _unknown_choices(column: Column, texts: Sequence[str]) -> Iterator[str]:
    """Yield which words of an open list are none that it knows: each is a group of its own in every figure."""
    if not column.is_open or column.names_things or len(column.choices) < LEAST_LISTED:
        return
    unknown = dict.fromkeys(word for text in texts if (word := parse.open_choice(text, column.choices)))
    if words := [word for word in unknown if word not in column.choices]:
        shown = f"{'、'.join(words[:MOST_WORDS])}{f'等{len(words)}种' if len(words) > MOST_WORDS else ''}"
        known = f"{'、'.join(list(column.choices)[:MOST_WORDS])}{'等' if len(column.choices) > MOST_WORDS else ''}"
        yield f"“{column.label}”里的“{shown}”不在常用的写法里（{known}），照原样存，各算一类。写错的请改正后再导入。"


def parse_filled(
    column: Column, filled: Column, source: CodedColumn, is_record: np.ndarray | None, context: ParsingContext
) -> ParsedColumn:
    """Parse what the cells of `column` say of a column that it fills: the unit in 198件, the last day of 6月3日～5日.

    The same rows as for `column` itself settle its style, so that a cell says both or neither.
    """
    source, _ = with_years_carried(column, source, context.year)
    style = settled_style(column, source, is_record, context.date_order, is_of_republic=context.of_republic)
    index = 1 + column.fills.index(filled.name)

    def parser_of(known: ParsingContext) -> Callable[[str], Any]:
        arguments = known.arguments(column.kind, style.order, 1)
        return style.applied(partial(part_of_cell, column, index=index, **arguments))

    return _parsed(filled, of_spanned_years(column, context, parser_of), source, context)


def constant_column(
    column: Column, text: str, size: int, context: ParsingContext, is_of_header: bool = False
) -> ParsedColumn:
    """Return a column with one value for all rows, stated or the words of a header. Raises Unreadable when its text cannot be read."""
    constant = parse_column(column, CodedColumn(np.zeros(size, np.int32), pa.array([text])), None, context)
    if constant.faults:
        source = f"表头“{text}”当作{column.label}读不出" if is_of_header else f"--set {column.label}={text} 不能用"
        raise Unreadable(f"{source}：{constant.faults[0]}")
    return constant


def empty_column(column: Column, size: int) -> ParsedColumn:
    """Return empty cells for a column the ledger does not have."""
    source = CodedColumn(np.full(size, EMPTY_CODE, np.int32), pa.array([], pa.string()))
    nothing = np.zeros(size, bool)
    return ParsedColumn(source, empty_arrays(column, size), nothing, {}, nothing)


def _parsed(
    column: Column, parse_cell: Callable[[str], Any], source: CodedColumn, context: ParsingContext
) -> ParsedColumn:
    values: list[Any] = []
    faults: dict[int, str] = {}
    for code, text in enumerate(source.texts.to_pylist()):
        try:
            values.append(parse_cell(text))
        except ValueError as refusal:
            values.append(None)
            faults[code] = str(refusal)
    if faults and (year := _usual_year(values) or context.year):
        faults = {code: parse.in_year(sentence, year) for code, sentence in faults.items()}
    is_faulty = np.isin(source.codes, list(faults)) if faults else np.zeros(len(source.codes), bool)
    has_value = np.append(np.array([value is not None for value in values], bool), False)
    arrays = stored_arrays(column, values, source.codes, context.key, context.of_organisations)
    return ParsedColumn(source, arrays, has_value[source.codes], faults, is_faulty)


def _usual_year(values: Sequence[Any]) -> int | None:
    """Return the year in which most of these values lie, None where none is a day."""
    years = Counter(value.year for value in values if isinstance(value, date))
    return years.most_common(1)[0][0] if years else None
