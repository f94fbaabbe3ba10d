"""Parses the cells of one column: each distinct text once, and the value is then given to every row that has the text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl import parse
from etl.cleaning import pseudonyms
from etl.cleaning.carried_years import with_years_carried
from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn
from etl.reading.grid import Unreadable
from etl.schema import Column, Kind

ARROW_TYPES = {
    "varchar": pa.string(),
    "date": pa.date32(),
    "bigint": pa.int64(),
    "double": pa.float64(),
    "decimal(18,2)": pa.decimal128(18, 2),
    "boolean": pa.bool_(),
}
FEN = Decimal("0.01")
SCALED_DECIMALS = 6  # kept of a number times the scale of its header: 0.45 万人 are 4500 people, not 4500.000000001


@dataclass(frozen=True)
class ParsingContext:
    """What a cell may need beside its own text: the year that the ledger states, the office's secret."""

    year: int | None
    key: bytes
    date_order: parse.DateOrder | None = None  # stated for the file or its layout
    month: int | None = None

    def arguments(self, kind: Kind, order: parse.DateOrder | None, scale: float | None) -> dict[str, Any]:
        """Return what the parser of a kind takes beside the text."""
        known = {"year": self.year, "order": order, "month": self.month, "scale": scale}
        return {name: known[name] for name in kind.accepts}


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

    def fault(self, offset: int) -> str:
        """Return the sentence on a row's cell; KeyError for a row that is not faulty."""
        return self.faults[int(self.source.codes[offset])]

    def over(self, other: "ParsedColumn") -> "ParsedColumn":
        """Return this column with the other's values where it has none; the faults are those of the other."""
        arrays = {name: pc.coalesce(array, other.arrays[name]) for name, array in self.arrays.items()}
        is_present = self.is_present | self.is_faulty | other.is_present
        return ParsedColumn(other.source, arrays, is_present, other.faults, other.is_faulty)

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
    style = ColumnStyle.of(column, source.used_texts(is_record), context.date_order)
    parsed = _parsed(column, style.applied(_cell_parser(column, unit, context, style.order)), source, context.key)
    return replace(parsed, notes=(*carried, *style.notes))


@dataclass(frozen=True)
class ColumnStyle:
    """What the unambiguous cells of a column settle for all: the order of day and month, and what a dot means."""

    order: parse.DateOrder | None = None
    dot: parse.Dot | None = None
    notes: tuple[str, ...] = ()
    has_five_ratings: bool = False
    other_words: tuple[str, ...] = ()  # of a scale that is not one of satisfaction

    @classmethod
    def of(cls, column: Column, texts: Sequence[str], stated_order: parse.DateOrder | None) -> "ColumnStyle":
        """Settle the style of a column; only cells that are open without it are told of."""
        if column.kind.sql_type == "date":
            order = stated_order or parse.date_order(texts)
            words = "日/月/年" if order == "day-month" else "月/日/年"
            is_open = order and any(parse.is_open_date(text) for text in texts)
            return cls(
                order, None, (f"“{column.label}”按{words}的顺序读：同一列里有只能这样读的日期。",) if is_open else ()
            )
        if column.kind.sql_type not in ("bigint", "double", "decimal(18,2)"):
            return cls()
        if column.kind.is_rating and (other := parse.other_scale_words(texts)):
            return cls(other_words=tuple(other))
        if column.kind.is_rating and parse.has_five_ratings(texts):
            note = "“基本满意”按5分制的4分读：同一列里它在“很满意”和“一般”之间。"
            return cls(notes=(note,), has_five_ratings=True)
        dot = parse.dot(texts)
        is_changed = dot and any(parse.as_settled(text, dot) != text for text in texts)
        meaning = "千分位" if dot == "thousands" else "小数点"
        return cls(None, dot if is_changed else None, (f"“{column.label}”里的点按{meaning}读。",) if is_changed else ())

    def applied(self, parse_cell: Callable[[str], Any]) -> Callable[[str], Any]:
        """Return a parser that reads cells in this style."""
        if self.other_words:
            return partial(_number_among, self.other_words, parse_cell)
        if self.has_five_ratings:
            return lambda text: parse_cell(parse.as_one_of_five(text))
        dot = self.dot
        return parse_cell if dot is None else lambda text: parse_cell(parse.as_settled(text, dot))


def _number_among(words: Sequence[str], parse_cell: Callable[[str], Any], text: str) -> Any:
    """Parse a rating in a column with words of another scale: then no word there stands for a number."""
    if not re.search("满意|一般", text) and text not in words:
        return parse_cell(text)
    raise ValueError(f"“{text}”没有固定的分数：这一列里还有“{words[0]}”，不是满意程度的五级。请写成分数。")


def parse_filled(column: Column, filled: Column, source: CodedColumn, context: ParsingContext) -> ParsedColumn:
    """Parse what the cells of `column` say of the column that it fills: the unit in 198件, the last day of 6月3日～5日."""
    source, _ = with_years_carried(column, source, context.year)
    style = ColumnStyle.of(column, source.texts.to_pylist(), context.date_order)
    arguments = context.arguments(column.kind, style.order, 1)
    return _parsed(filled, style.applied(partial(_part, column, index=1, **arguments)), source, context.key)


def constant_column(column: Column, text: str, size: int, context: ParsingContext) -> ParsedColumn:
    """Return a column with one value for all rows. Raises Unreadable when its text cannot be read."""
    constant = parse_column(column, CodedColumn(np.zeros(size, np.int32), pa.array([text])), None, context)
    if constant.faults:
        raise Unreadable(f"--set {column.name}={text} 不能用：{constant.faults[0]}")
    return constant


def empty_column(column: Column, size: int) -> ParsedColumn:
    """Return empty cells for a column the ledger does not have."""
    source = CodedColumn(np.full(size, EMPTY_CODE, np.int32), pa.array([], pa.string()))
    return parse_column(column, source, None, ParsingContext(None, b""))


def _parsed(column: Column, parse_cell: Callable[[str], Any], source: CodedColumn, key: bytes) -> ParsedColumn:
    values: list[Any] = []
    faults: dict[int, str] = {}
    for code, text in enumerate(source.texts.to_pylist()):
        try:
            values.append(parse_cell(text))
        except ValueError as refusal:
            values.append(None)
            faults[code] = parse.without_identifiers(str(refusal))
    is_faulty = np.isin(source.codes, list(faults)) if faults else np.zeros(len(source.codes), bool)
    has_value = np.append(np.array([value is not None for value in values], bool), False)
    return ParsedColumn(source, _stored(column, values, source.codes, key), has_value[source.codes], faults, is_faulty)


def _cell_parser(
    column: Column, unit: str | None, context: ParsingContext, order: parse.DateOrder | None
) -> Callable[[str], Any]:
    """Return the function that parses a cell of this column under this header."""
    scale = column.scales.get(unit or "", 1)
    parse_cell: Callable[..., Any] = column.kind.parse
    arguments = context.arguments(column.kind, order, scale)
    if column.fills:
        return partial(_part, column, index=0, **arguments)
    if arguments:
        return partial(parse_cell, **arguments)
    if scale is not None and scale != 1:
        return partial(_scaled, column, scale)
    if column.choices and column.is_open:
        return partial(parse.open_choice, options=column.choices)
    return partial(parse.choice, options=column.choices, list_name=column.label) if column.choices else parse_cell


def _part(column: Column, text: str, index: int, **arguments: Any) -> Any:
    """Return one of the two values that a cell of this column holds: of 198件 the number (0) or the unit (1)."""
    pair = column.kind.parse(text, **arguments)
    if pair and index == 0 and column.choices:
        return parse.choice(pair[0], column.choices, column.label)
    return pair and pair[index]


def _scaled(column: Column, scale: float, text: str) -> float | None:
    """Return a number written in the header's unit: 0.45 under 万人 are 4500 people."""
    number = parse.number(text)
    if number is None:
        return None
    scaled = round(number * scale, SCALED_DECIMALS)
    if column.kind.sql_type == "bigint" and scaled != round(scaled):
        raise ValueError(f"{column.label}“{text}”换算后不是整数，请核对，或改写成不带“万”的整数。")
    return scaled


def _stored(column: Column, values: list[Any], codes: np.ndarray, key: bytes) -> dict[str, pa.Array]:
    """Return what is stored of a column: its values; of people a key, and the name only of organisations."""
    if not column.kind.is_personal:
        stored_values = [None if value is None else _storable(column, value, key) for value in values]
        return {column.name: _spread(stored_values, ARROW_TYPES[column.kind.sql_type], codes)}
    keys = [None if name is None or parse.is_masked_name(name) else pseudonyms.person_key(name, key) for name in values]
    arrays = {column.key_name: _spread(keys, pa.string(), codes)}
    if column.kind.keeps_organisations:
        names = [parse.without_identifiers(name) if name and parse.is_organisation(name) else None for name in values]
        arrays[column.organisation_name] = _spread(names, pa.string(), codes)
        natures = [name and ("单位" if parse.is_organisation(name) else "个人") for name in values]
        arrays[column.nature_name] = _spread(natures, pa.string(), codes)
    return arrays


def _storable(column: Column, value: Any, key: bytes) -> Any:
    """Return a value in the exact type of its stored column; a personal number in an identifier becomes a key."""
    if column.kind.sql_type == "decimal(18,2)":
        return Decimal(str(value)).quantize(FEN)
    if column.kind.sql_type == "bigint":
        return round(value)
    if column.kind.sql_type != "varchar":
        return value
    masked = parse.without_identifiers(value)
    return pseudonyms.person_key(value, key) if column.kind.is_identity and masked != value else masked


def _spread(values: list[Any], kind: pa.DataType, codes: np.ndarray) -> pa.Array:
    """Give each row the value of its code; the empty code takes the null put behind the values.

    Texts stay encoded by a dictionary, which costs a fraction of the time and memory of 2,000,000 strings.
    """
    places = pa.array(np.where(codes == EMPTY_CODE, len(values), codes))
    distinct = pa.array([*values, None], kind)
    if kind != pa.string():
        return distinct.take(places)
    encoded = distinct.dictionary_encode()
    return pa.DictionaryArray.from_arrays(encoded.indices.take(places), encoded.dictionary)
