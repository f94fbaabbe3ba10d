"""Says of how many dates only the month was written, where the record type takes that: they are stored as its first day."""

from collections.abc import Iterator

import numpy as np

from etl import kinds, parse
from etl.cleaning.coded_column import CodedColumn
from etl.schema import Column


def months_as_days(
    column: Column, source: CodedColumn, is_stored: np.ndarray, is_record: np.ndarray | None
) -> Iterator[str]:
    """Yield one sentence on the months of a column: sums of months, quarters and years are right, those of odd days may not be.

    `is_stored` marks the rows whose cell could be read: 2021.1 is refused, and so is 3月 without a year.
    """
    if column.kind is not kinds.ROUGH_DATE:
        return
    texts = map(parse.in_republic, source.texts.to_pylist())  # 114年3月 is one where its column says 民国
    is_month = np.append(np.array([parse.names_month_alone(text) for text in texts], bool), False)[source.codes]
    is_month &= is_stored if is_record is None else is_stored & is_record
    if count := int(is_month.sum()):
        shown = source.cell(int(np.flatnonzero(is_month)[0])).strip()
        yield f"“{column.label}”有{count}格只写到月（“{shown}”），按那个月的1日存：按月、季、年看的数不受影响，零散起止的日子里可能差几天。"
