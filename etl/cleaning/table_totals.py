"""Compares the totals printed in a table with the sums of its records, and a grand total of blocks side by side with those of all of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from etl import kinds
from etl.cleaning.coded_column import EMPTY_CODE
from etl.cleaning.either_column import floats
from etl.cleaning.parsed_table import ParsedTable
from etl.cleaning.printed_totals import PrintedTotal, amount_in_sentence, reconcile
from etl.cleaning.row_kinds import NOTE_ROW, TOTAL_ROW
from etl.cleaning.table_body import TableBody
from etl.schema import Column

RecordSums = Mapping[
    str, tuple[float, float]
]  # label of a column → sum of its records, and the part of it in refused rows


def printed_totals(parsed: ParsedTable, is_refused: np.ndarray) -> Iterator[PrintedTotal]:
    """Yield every printed total beside our own sum, and the part of it that is in refused rows, given as a mask."""
    body = parsed.body
    total_rows = body.rows.totals.tolist()
    adding_up = [*_values(parsed)]
    for column, values in adding_up:
        parts = parsed.columns[column.name]
        printed = {row: float(values[row]) for row in total_rows if any(part.is_present[row] for part in parts)}
        labels = {row: body.label(row) for row in total_rows}
        if column.kind is kinds.AMOUNT and sum(other.kind is kinds.AMOUNT for other, _ in adding_up) == 1:
            spoken = _spoken_totals(body)
            printed, labels = {**spoken, **printed}, {**dict.fromkeys(spoken, "合计"), **labels}
        records_only = np.where(body.rows.is_record, values, 0.0)
        for offset, sums in reconcile(printed, labels, records_only, is_refused).items():
            yield PrintedTotal(body.sheet.name, body.row_no(offset), column.label, *sums)


def _spoken_totals(body: TableBody) -> dict[int, float]:
    """Return {offset: amount} of the lines that state a total in a sentence: 合计：共3笔，伍仟肆佰元整（5400元）."""
    rows = body.rows.skipped.get(NOTE_ROW, np.array([], int)).tolist()
    lines = {row: " ".join(column.cell(row) for column in body.columns.values()).strip() for row in rows}
    amounts = {row: amount_in_sentence(line) for row, line in lines.items()}
    return {row: amount for row, amount in amounts.items() if amount is not None}


def sums_of_records(parsed: ParsedTable, is_refused: np.ndarray) -> RecordSums:
    """Return the sum of each column of a table that adds up."""
    is_record = parsed.body.rows.is_record
    return {
        column.label: (float(values[is_record].sum()), float(values[is_record & is_refused].sum()))
        for column, values in _values(parsed)
    }


def with_shared_totals(blocks: Sequence[TableBody]) -> Iterator[TableBody]:
    """Yield blocks side by side, a row of nothing but numbers being a total where another block has the label of one in that row."""
    labelled = [body.row_no(int(offset)) for body in blocks for offset in body.rows.skipped.get(TOTAL_ROW, ())]
    for body in blocks:
        words = {*body.table.headed_columns} - {*body.table.quantity_columns}
        rows = np.isin(body.sheet.row_numbers(body.table.start, body.table.stop), labelled) & body.rows.is_record
        for index in words:
            rows &= body.columns[index].codes == EMPTY_CODE
        offsets = np.flatnonzero(rows)
        totals = np.union1d(body.rows.totals, offsets).astype(np.int64)
        told = np.union1d(body.rows.skipped.get(TOTAL_ROW, ()), offsets).astype(np.int64)
        skipped = {**body.rows.skipped, TOTAL_ROW: told}
        is_record = body.rows.is_record & ~rows
        yield (
            replace(body, rows=replace(body.rows, is_record=is_record, skipped=skipped, totals=totals))
            if rows.any()
            else body
        )


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
