"""Tells that rows read as activities list the people who came: they repeat, and differ only by names under a header nobody knows."""

from collections.abc import Iterator

import numpy as np

from etl import parse
from etl.declarations import record_types
from etl.reading.grid import Sheet
from etl.recognition.cells_below import cells_below, row_codes
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import HeaderMatch, TableHeader

LEAST_REPEATED_ROWS = 0.5  # share of the rows that say the same as another under the headers that are read
LEAST_NAMES = 0.8  # share of the distinct texts under a header that are names


def listed_people(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield the question whether a list of activities is one of people, in a sentence with what to write."""
    if not header.record.people_listed_as or not _repeats(header, sheet):
        return
    people = record_types()[header.record.people_listed_as]
    column = next(column for column in people.required if column.kind.is_personal)
    for match in header.matches:
        if match.how == "unknown" and _are_names(header, sheet, match):
            name = parse.without_personal_data(match.header)
            yield (
                f"好几行是同一场，只有“{name}”不同，像一行一个人的名单，不是一行一场的“{header.record.label}”，没有入库。"
                f"是名单的请写 --record {people.label} --map {name}={column.label}；"
                f"确实一行是一场的，加 --set {CHECKED}=是。"
            )


def _repeats(header: TableHeader, sheet: Sheet) -> bool:
    """Tell whether most rows with a cell under every required header are equal to another under all headers that are read."""
    read = [match.index for match in header.matches if match.how in ("spelled", "stated", "remembered")]
    codes = np.array([row_codes(cells_below(header, sheet, index)) for index in read])
    rows = codes[:, (codes >= 0).any(axis=0)]
    _, counts = np.unique(rows, axis=1, return_counts=True)
    return bool(counts.size and counts[counts > 1].sum() >= LEAST_REPEATED_ROWS * counts.sum())


def _are_names(header: TableHeader, sheet: Sheet, match: HeaderMatch) -> bool:
    texts = cells_below(header, sheet, match.index).unique().drop_null().to_pylist()
    names = sum(parse.looks_like_name(text) or (parse.is_masked_name(text) and not text.isdecimal()) for text in texts)
    return len(texts) > 1 and names >= LEAST_NAMES * len(texts)
