"""Finds the blocks of a sheet: tables under the same header, each beneath a title of its own, such as the sign-in of one activity."""

from collections.abc import Collection, Sequence

import numpy as np
import pyarrow.compute as pc

from etl.columns import COMMUNITY
from etl.reading.grid import Sheet
from etl.recognition import title
from etl.recognition.meanings import CHECKED
from etl.recognition.stated_period import names_day
from etl.schema import RecordType


def repeated_rows(sheet: Sheet, header_row: int) -> list[int]:
    """Return the grid rows below a header row whose cells are the same as there."""
    return [row for row in equal_rows(sheet, header_row) if row > header_row]


def equal_rows(sheet: Sheet, header_row: int) -> list[int]:
    """Return the grid rows whose cells are the same as those of a header row, above and below it, and itself."""
    if header_row < 0:
        return []
    is_same = np.ones(sheet.height, bool)
    for column in sheet.columns:
        codes = pc.fill_null(column.indices, -1).to_numpy()
        is_same &= codes == codes[header_row]
        if np.count_nonzero(is_same) == 1:  # itself, as in most sheets
            break
    return np.flatnonzero(is_same).tolist()


def block_rows(sheet: Sheet, header_row: int) -> list[int]:
    """Return the header rows of the blocks under one header: the first, and those that repeat it below a title of their own.

    Below blank rows alone it is repeated as on every page.
    """
    rows = [header_row]
    rows += [row for row in repeated_rows(sheet, header_row) if any(lines_above(sheet, row, rows[-1]))]
    return rows


def with_row_before(rows: Sequence[int]) -> list[tuple[int, int | None]]:
    """Return each header row with that of the block before, None before the first."""
    return list(zip(rows, (None, *rows), strict=False))


def lines_above(sheet: Sheet, header_row: int, after: int | None) -> list[str]:
    """Return the lines of the title right above a header, the nearest first; `after` is the header of the block before, None for the first."""
    top = title.first_title_row(sheet, header_row, after)
    lines = (" ".join(dict.fromkeys(filter(None, sheet.row(row)))) for row in range(header_row - 1, top - 1, -1))
    return [line for line in lines if line]


def differs_by_block(record: RecordType, names: Collection[str]) -> list[str]:
    """Return the labels of those required columns that may not be the same in several blocks: which activity, on which day."""
    required = (column for column in record.required if column.name != COMMUNITY.name and not column.choices)
    return [column.label for column in required if column.name in names and not column.kind.is_quantity]


def objection(sheet: Sheet, rows: Sequence[int], labels: Sequence[str]) -> str:
    """Return why the blocks under these header rows are not read, and how to write what each of them is about."""
    numbers = "、".join(str(sheet.first_row + row) for row in rows)
    lines = "　".join(f"{label}：…" for label in labels)
    titles = (" ".join(lines_above(sheet, row, after)) for row, after in with_row_before(rows))
    year = (
        "每段的标题里已写着日期、只缺年份的，加 --set 年份=…；跨了年的，请在各段标题里写上年份。"
        if all(map(names_day, titles))
        else ""
    )
    return (
        f"这张工作表里有{len(rows)}段，各有标题和表头（第{numbers}行），{'、'.join(labels)}不能整张都一样，没有入库。"
        f"请在每段的表头上方写一行“{lines}”，或者拆成一段一张工作表。{year}确实都是同一场的，加 --set {CHECKED}=是。"
    )
