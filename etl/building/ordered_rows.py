"""Puts rows in an order that depends on nothing but them. It is found by numbers: texts take many times as long to compare and to move."""

from collections.abc import Iterable, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.cleaning.arrow_arrays import mask_array, numbers_array
from etl.columns import COMMUNITY

_BEYOND = 2**63  # the first number that 64 bits do not hold


def rows_by_community(batches: Iterable[pa.RecordBatch], schema: pa.Schema, keys: Sequence[str]) -> dict[str, pa.Table]:
    """Return the rows of each community in the order of some columns, and of all others where those tie; empty cells come last.

    Each text is the place of it among the distinct texts of its column and community, which are sorted.
    """
    return slices_by_community(in_order(_coded(batches, schema), [COMMUNITY.name, *keys]))


def slices_by_community(rows: pa.Table) -> dict[str, pa.Table]:
    """Return {community: its rows} of rows in the order of their communities; nothing is copied."""
    if not rows.num_rows:
        return {}
    communities = _sorted_codes(rows[COMMUNITY.name])
    names = communities.dictionary.to_pylist()
    starts = np.searchsorted(np.asarray(communities.indices), np.arange(len(names) + 1)).tolist()
    return {name: rows.slice(start, stop - start) for name, start, stop in zip(names, starts, starts[1:], strict=False)}


def without_unused_texts(rows: pa.Table) -> pa.Table:
    """Return coded rows that list no text which none of them has: it would be in the bytes that they are stored as."""
    return pa.table(list(map(_without_unused_texts, rows.columns)), names=rows.column_names)


def _coded(batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> pa.Table:
    tables = [pa.table(list(map(_encoded, batch.columns)), names=schema.names) for batch in batches]
    rows = pa.concat_tables(tables).unify_dictionaries()
    return pa.table(list(map(_with_sorted_texts, rows.columns)), names=rows.column_names)


def _encoded(column: pa.Array) -> pa.Array:
    return column.dictionary_encode() if pa.types.is_string(column.type) else column


def _with_sorted_texts(column: pa.ChunkedArray) -> pa.Array:
    if not pa.types.is_dictionary(column.type):
        return column.combine_chunks()
    texts = column.chunk(0).dictionary
    codes = pa.chunked_array([chunk.indices for chunk in column.chunks]).combine_chunks()
    order = pc.sort_indices(texts)
    places = numbers_array(np.argsort(np.asarray(order)).astype(np.int32))
    return pa.DictionaryArray.from_arrays(places.take(codes), texts.take(order))


def in_order(rows: pa.Table, keys: Sequence[str]) -> pa.Table:
    """Return rows in the order of some columns, and of all others where those tie; empty cells come last."""
    numbers = _combined(rows, keys)
    order = np.argsort(numbers, kind="stable")
    if (np.diff(numbers[order]) == 0).any():
        order = np.argsort(_combined(rows, [*dict.fromkeys([*keys, *rows.column_names])]), kind="stable")
    return rows.take(numbers_array(order))


def _combined(rows: pa.Table, names: Sequence[str]) -> np.ndarray:
    """Return a number for each row: they compare as the rows do by these columns, one after the other."""
    combined = np.zeros(rows.num_rows, np.int64)
    for name in names:
        if rows[name].null_count == rows.num_rows:
            continue
        numbers = _numbers(rows[name])
        width = int(numbers.max()) + 1
        if width == 1:  # all are alike
            continue
        if (int(combined.max()) + 1) * width >= _BEYOND:
            combined = np.unique(combined, return_inverse=True)[1]
        combined = combined * width + numbers
    return combined


def _numbers(column: pa.ChunkedArray) -> np.ndarray:
    """Return whole numbers from 0 on that compare as the values of a column do, the greatest for empty cells."""
    if pa.types.is_date32(column.type) or pa.types.is_int32(column.type):
        return _above_least(column.combine_chunks().cast(pa.int32()))
    codes = _sorted_codes(column)
    return np.asarray(codes.indices.fill_null(len(codes.dictionary))).astype(np.int64)


def _sorted_codes(column: pa.ChunkedArray) -> pa.DictionaryArray:
    """Return a column by the places of its values among the distinct ones, sorted as those of coded rows are already."""
    return (
        column.combine_chunks()
        if pa.types.is_dictionary(column.type)
        else _with_sorted_texts(column.dictionary_encode())
    )


def _above_least(whole: pa.Array) -> np.ndarray:
    """Return by how much whole numbers of 32 bits are above the least of them: to look for the distinct ones takes longer."""
    numbers = np.asarray(whole.fill_null(0)).astype(np.int64)
    if not whole.null_count:
        return numbers - numbers.min()
    is_empty = np.asarray(whole.is_null())
    known = numbers[~is_empty]
    least, beyond = (int(known.min()), int(known.max()) + 1) if len(known) else (0, 0)
    return np.where(is_empty, beyond, numbers) - least


def _without_unused_texts(column: pa.ChunkedArray) -> pa.Array:
    array = column.combine_chunks()
    if not pa.types.is_dictionary(array.type):
        return array
    codes, texts = array.indices, array.dictionary
    is_used = np.zeros(len(texts), bool)
    is_used[np.asarray(codes.drop_null())] = True
    if is_used.all():
        return array
    places = numbers_array((np.cumsum(is_used) - 1).astype(np.int32))
    return pa.DictionaryArray.from_arrays(places.take(codes), texts.filter(mask_array(is_used)))
