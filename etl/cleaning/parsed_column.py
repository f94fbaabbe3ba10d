"""The cells of one column become values: each distinct text is parsed once, and the result is spread over the rows."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa

from etl import parse
from etl.cleaning import pseudonyms
from etl.cleaning.row_kinds import CodedColumn
from etl.reading.grid import Unreadable
from etl.schema import Column

ARROW = {
    "varchar": pa.string(),
    "date": pa.date32(),
    "bigint": pa.int64(),
    "double": pa.float64(),
    "decimal(18,2)": pa.decimal128(18, 2),
    "boolean": pa.bool_(),
}


@dataclass(frozen=True)
class Context:
    """What a cell may need beside its own text: the ledger's year, the office's secret."""

    year: int | None
    key: bytes


@dataclass(frozen=True)
class ParsedColumn:
    """The stored columns of one declared column, which rows had a cell that says something, and the rows that could not be read."""

    arrays: dict[str, pa.Array]
    is_present: np.ndarray
    faults: dict[int, str]  # code → sentence
    is_faulty: np.ndarray


def read(column: Column, source: CodedColumn, unit: str | None, context: Context) -> ParsedColumn:
    """Parse one grid column as `column`; a text that cannot be read leaves an empty cell and a sentence."""
    reader = _reader(column, unit, context)
    return _parsed(column, reader, source, context.key)


def beside(column: Column, other: Column, source: CodedColumn, context: Context) -> ParsedColumn:
    """Return what the cells of `column` say of the `other` column that it fills: the unit in 198件."""
    return _parsed(other, lambda text: _part(column, text, 1), source, context.key)


def constant(column: Column, text: str, size: int, context: Context) -> ParsedColumn:
    """Return the values of a column said once for all rows. Raises Unreadable when that cannot be read."""
    said = read(column, CodedColumn(np.zeros(size, np.int32), pa.array([text])), None, context)
    if said.faults:
        raise Unreadable(f"--set {column.name}={text} 不能用：{said.faults[0]}")
    return said


def absent(column: Column, size: int) -> ParsedColumn:
    """Return a column the ledger does not have: empty cells."""
    return read(column, CodedColumn(np.full(size, -1, np.int32), pa.array([], pa.string())), None, Context(None, b""))


def _parsed(column: Column, reader: Callable[[str], Any], source: CodedColumn, key: bytes) -> ParsedColumn:
    parsed: list[Any] = []
    faults: dict[int, str] = {}
    for code, text in enumerate(source.texts.to_pylist()):
        try:
            parsed.append(reader(text))
        except ValueError as fault:
            parsed.append(None)
            faults[code] = parse.without_identifiers(str(fault))
    is_faulty = np.isin(source.codes, list(faults)) if faults else np.zeros(len(source.codes), bool)
    says = np.append(np.array([value is not None for value in parsed], bool), False)
    return ParsedColumn(_stored(column, parsed, source.codes, key), says[source.codes], faults, is_faulty)


def _reader(column: Column, unit: str | None, context: Context) -> Callable[[str], Any]:
    scale = column.scales.get(unit or "", 1)
    read_cell: Callable[..., Any] = column.kind.parse
    if column.fills:
        return lambda text: _part(column, text, 0)
    if "year" in column.kind.accepts:
        read_cell = partial(read_cell, year=context.year)
    if "scale" in column.kind.accepts:
        return partial(read_cell, scale=scale)
    if scale != 1:
        return lambda text: _scaled(column, text, scale)
    if column.words and column.is_open:
        return partial(parse.open_choice, options=column.words)
    return partial(parse.choice, options=column.words, list_name=column.label) if column.words else read_cell


def _part(column: Column, text: str, index: int) -> Any:
    pair = column.kind.parse(text)
    return pair and pair[index]


def _scaled(column: Column, text: str, scale: float) -> float | None:
    """Return a number written in the header's unit: 0.45 under 万人 are 4500 people."""
    value = parse.number(text)
    if value is None:
        return None
    scaled = round(value * scale, 6)
    if column.kind.sql == "bigint" and scaled != round(scaled):
        raise ValueError(f"{column.label}“{text}”换算后不是整数，请核对，或改写成不带“万”的整数。")
    return scaled


def _stored(column: Column, parsed: list[Any], codes: np.ndarray, key: bytes) -> dict[str, pa.Array]:
    if not column.kind.is_personal:
        values = [None if value is None else _exact(column, value, key) for value in parsed]
        return {column.name: _spread(values, ARROW[column.kind.sql], codes)}
    keys = [None if name is None or parse.is_masked_name(name) else pseudonyms.person_key(name, key) for name in parsed]
    stored = {column.key_name: _spread(keys, pa.string(), codes)}
    if column.kind.keeps_organisations:
        names = [name if name and parse.is_organisation(name) else None for name in parsed]
        stored[column.organisation_name] = _spread(
            [n and parse.without_identifiers(n) for n in names], pa.string(), codes
        )
    return stored


def _exact(column: Column, value: Any, key: bytes) -> Any:
    if column.kind.sql == "decimal(18,2)":
        return Decimal(str(value)).quantize(Decimal("0.01"))
    if column.kind.sql == "bigint":
        return round(value)
    if column.kind.sql != "varchar":
        return value
    masked = parse.without_identifiers(value)
    return pseudonyms.person_key(value, key) if column.kind.is_identity and masked != value else masked


def _spread(values: list[Any], kind: pa.DataType, codes: np.ndarray) -> pa.Array:
    """Give each row its value; code -1 reaches the empty value put last.

    Texts stay encoded by a dictionary, which costs a fraction of the time and memory of 2,000,000 strings.
    """
    places = pa.array(np.where(codes < 0, len(values), codes))
    distinct = pa.array([*values, None], kind)
    if kind != pa.string():
        return distinct.take(places)
    encoded = distinct.dictionary_encode()
    return pa.DictionaryArray.from_arrays(encoded.indices.take(places), encoded.dictionary)
