"""Turns the values of a column into what is stored of it: exact types, keys instead of people, texts encoded."""

from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa

from etl import parse
from etl.cleaning import pseudonyms
from etl.cleaning.arrow_arrays import numbers_array
from etl.cleaning.coded_column import EMPTY_CODE
from etl.schema import Column

ARROW_TYPES = {
    "varchar": pa.string(),
    "date": pa.date32(),
    "bigint": pa.int64(),
    "double": pa.float64(),
    "decimal(18,2)": pa.decimal128(18, 2),
    "boolean": pa.bool_(),
}
FEN = Decimal("0.01")


def stored_arrays(
    column: Column, values: list[Any], codes: np.ndarray, key: bytes, of_organisations: bool = False
) -> dict[str, pa.Array]:
    """Return what is read of a column: its values; of people a key, and the name only of what reads as an organisation.

    Under a header `of_organisations` other parties are organisations, too, but stay keys: nothing in the name itself says that it is no person's.
    """
    if not column.kind.is_personal:
        exact_values = [None if value is None else _storable(column, value, key) for value in values]
        return {column.name: _spread(exact_values, ARROW_TYPES[column.kind.sql_type], codes)}
    keys = [None if name is None or parse.is_masked_name(name) else pseudonyms.person_key(name, key) for name in values]
    arrays = {column.key_name: _spread(keys, pa.string(), codes)}
    if column.kind.keeps_organisations:
        own = [name and parse.nature(name) for name in values]  # as the name itself says
        natures = [name and parse.nature(name, of_organisations=True) for name in values] if of_organisations else own
        are_named = [
            nature == "单位" and not parse.is_person_key(name) for name, nature in zip(values, own, strict=True)
        ]
        names = [name if is_named else None for name, is_named in zip(values, are_named, strict=True)]
        arrays[column.organisation_name] = _spread(names, pa.string(), codes)
        arrays[column.nature_name] = _spread(natures, pa.string(), codes)
    return arrays


def _storable(column: Column, value: Any, key: bytes) -> Any:
    """Return a value in the exact type of its stored column; an identifier that tells of a person becomes a key."""
    if column.kind.sql_type == "decimal(18,2)":
        return Decimal(str(value)).quantize(FEN)
    if column.kind.sql_type == "bigint":
        return round(value)
    if column.kind.sql_type != "varchar":
        return value
    is_personal = column.kind.is_identity and parse.without_personal_data(value) != value
    return pseudonyms.person_key(value, key) if is_personal else value


def _spread(values: list[Any], kind: pa.DataType, codes: np.ndarray) -> pa.Array:
    """Give each row the value of its code; the empty code takes the null put behind the values.

    Texts stay encoded by a dictionary, which costs a fraction of the time and memory of 2,000,000 strings.
    """
    places = numbers_array(np.where(codes == EMPTY_CODE, len(values), codes))
    distinct = pa.array([*values, None], kind)
    if kind != pa.string():
        return distinct.take(places)
    encoded = distinct.dictionary_encode()
    return pa.DictionaryArray.from_arrays(encoded.indices.take(places), encoded.dictionary)


def empty_arrays(column: Column, size: int) -> dict[str, pa.Array]:
    """Return what is read of a column that the ledger does not have."""
    kinds = {name: ARROW_TYPES[sql_type] for name, sql_type in column.read.items()}
    text = pa.dictionary(pa.int32(), pa.string())
    return {name: pa.nulls(size, text if kind == pa.string() else kind) for name, kind in kinds.items()}
