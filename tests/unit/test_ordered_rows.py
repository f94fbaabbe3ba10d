"""The order in which rows are stored: by the columns named, whatever order they were made in."""

from datetime import date

import pyarrow as pa

from etl.building.ordered_rows import rows_by_community, without_unused_texts

MAY, JUNE = date(2024, 5, 1), date(2024, 6, 1)
ROWS = [  # as they are to be: by day and row; empty days last; equal places by what else is there
    ("东", MAY, 1, "刷墙", True, None),
    ("东", MAY, 2, "义诊", None, None),
    ("东", MAY, 2, "合唱", False, None),
    ("东", MAY, 2, "合唱", None, None),
    ("东", JUNE, 1, None, True, None),
    ("东", None, 1, "义诊", True, None),
    ("西", MAY, 9, "健步走", True, None),
]


def ordered(rows: list[tuple[object, ...]]) -> dict[str, list[tuple[object, ...]]]:
    columns = zip(*rows, strict=True)
    kinds = (pa.string(), pa.date32(), pa.int32(), pa.string(), pa.bool_(), pa.date32())
    names = ["community", "held_on", "row_no", "title", "is_new", "ended_on"]
    table = pa.table([pa.array(values, kind) for values, kind in zip(columns, kinds, strict=True)], names=names)
    tables = rows_by_community(table.to_batches(max_chunksize=2), table.schema, ["held_on", "ended_on", "row_no"])
    assert without_unused_texts(tables["西"])["title"].chunk(0).dictionary.to_pylist() == ["健步走"]
    return {name: [tuple(row.values()) for row in each.to_pylist()] for name, each in tables.items()}


def test_rows_are_stored_in_one_order_whatever_order_they_are_made_in():
    wanted = {"东": ROWS[:6], "西": ROWS[6:]}
    assert ordered(ROWS) == ordered(ROWS[::-1]) == ordered(ROWS[3:] + ROWS[:3]) == wanted
