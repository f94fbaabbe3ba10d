"""Compares the totals printed in a table with the sums of its records, and a grand total of blocks side by side with those of all of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from etl.cleaning.either_column import floats
from etl.cleaning.parsed_table import ParsedTable
from etl.cleaning.printed_totals import PrintedTotal, reconcile
from etl.schema import Column

RecordSums = Mapping[
    str, tuple[float, float]
]  # label of a column → sum of its records, and the part of it in refused rows


def printed_totals(parsed: ParsedTable, is_refused: np.ndarray) -> Iterator[PrintedTotal]:
    """Yield every printed total beside our own sum, and the part of it that is in refused rows, given as a mask."""
    body = parsed.body
    total_rows = body.rows.totals.tolist()
    for column, values in _values(parsed):
        parts = parsed.columns[column.name]
        printed = {row: float(values[row]) for row in total_rows if any(part.is_present[row] for part in parts)}
        labels = {row: body.label(row) for row in total_rows}
        records_only = np.where(body.rows.is_record, values, 0.0)
        for offset, sums in reconcile(printed, labels, records_only, is_refused).items():
            yield PrintedTotal(body.sheet.name, body.row_no(offset), column.label, *sums)


def sums_of_records(parsed: ParsedTable, is_refused: np.ndarray) -> RecordSums:
    """Return the sum of each column of a table that adds up."""
    is_record = parsed.body.rows.is_record
    return {
        column.label: (float(values[is_record].sum()), float(values[is_record & is_refused].sum()))
        for column, values in _values(parsed)
    }


def of_all_blocks(totals: Sequence[PrintedTotal], blocks: Sequence[RecordSums]) -> tuple[PrintedTotal, ...]:
    """Return printed totals of one of several blocks side by side, compared with the sum over all of them where that comes nearer."""
    return tuple(_nearer(total, [block[total.column] for block in blocks if total.column in block]) for total in totals)


def _nearer(total: PrintedTotal, sums: Sequence[tuple[float, float]]) -> PrintedTotal:
    whole, refused = (round(sum(parts), 2) for parts in zip(*sums, strict=True))
    is_nearer = abs(total.printed - whole) < abs(total.printed - total.computed)
    return replace(total, computed=whole, refused=refused) if is_nearer else total


def _values(parsed: ParsedTable) -> Iterator[tuple[Column, np.ndarray]]:
    """Yield each column that adds up with our number of every row of the body."""
    for column in (
        c for c in parsed.body.table.record.columns if c.kind.is_sum and c.name in parsed.body.table.sources
    ):
        yield column, np.add.reduce([floats(part.arrays[column.name]) for part in parsed.columns[column.name]])
