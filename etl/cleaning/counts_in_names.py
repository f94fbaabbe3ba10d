"""Reads how many people a group is from its own name, 困境儿童12名, where the ledger has no number of people for the row."""

import re

import numpy as np
import pyarrow as pa

from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn, coded_column
from etl.cleaning.table_body import TableBody
from etl.parse import are_several_people, normalised

_ENDS_WITH_COUNT = r"\d\s*[人名位]\s*[)）]?\s*$"
_COUNT = re.compile(r"(?:^|[^0-9第约近超.])([0-9]{1,5})[人名位]\)?$")  # 40户 are no people, 20余人 no number
_OF_EACH = re.compile("[每均].{0,4}[0-9]")  # 每户3人, 户均3人: nobody knows of how many


def count_in(name: str) -> str:
    """Return the digits of how many people a group is by its name, "" where it does not say so, or names one person."""
    plain = normalised(name)
    found = _COUNT.search(plain)
    return found[1] if found and not _OF_EACH.search(plain) and are_several_people(name) else ""


def counts_in_names(body: TableBody) -> tuple[str, CodedColumn] | None:
    """Return the column that says how many people were helped with a cell of digits for each group that states its number, or None.

    A number counts in the row it is written in: rows that a merged cell or 同上 covers are of the same people.
    """
    record = body.table.record
    column = record.people_count
    party = next((column.name for column in record.columns if column.kind.is_personal), "")
    indices = body.table.sources.get(party, ())
    if not column or len(indices) != 1 or len(body.table.sources.get(column, ())) > 1:
        return None
    names = coded_column(body.sheet, indices[0], body.table.start, body.table.stop, repeats_merged=False)
    codes = np.unique(names.codes[names.rows_where(_ENDS_WITH_COUNT)]).tolist()
    counts = {code: count for code in codes if (count := count_in(names.texts[code].as_py()))}
    if not counts:
        return None
    places = np.full(len(names.texts) + 1, EMPTY_CODE, np.int32)  # the last one stands for empty cells
    places[list(counts)] = np.arange(len(counts))
    codes = places[names.codes]
    for index in body.table.sources.get(column, ()):  # a merged number is read once, and is that of all its rows
        stated = coded_column(body.sheet, index, body.table.start, body.table.stop).codes != EMPTY_CODE
        codes = np.where(stated, EMPTY_CODE, codes)
    return column, CodedColumn(codes, pa.array(counts.values(), pa.string()))
