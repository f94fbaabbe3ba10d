"""Tells that the hours, or the gifts, of several people are merged into one cell: it may be that of each, or of all together."""

from collections.abc import Iterator

from etl import kinds
from etl.reading.grid import Sheet
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader


def merged_hours(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield the question how long each of several people served, or how much each gave, in a sentence with what to write."""
    columns = [header.record.column(name) for name in header.sources]
    is_of_gifts = header.record.direction == "in"
    asked = (kinds.HOURS, kinds.AMOUNT) if is_of_gifts else (kinds.HOURS,)
    hours = {i for column in columns if column.kind in asked for i in header.sources[column.name]}
    people = [
        index
        for column in columns
        if column.kind.is_personal and (column.is_required or is_of_gifts)
        for index in header.sources[column.name]
    ]
    for merge in sheet.merges if people else ():
        if merge.left not in hours or not header.rows[-1] < merge.top < merge.bottom:
            continue
        names = sheet.columns[people[0]].slice(merge.top, merge.bottom - merge.top + 1).unique().drop_null()
        if len(names) > 1:
            yield (
                f"“{header.text(merge.left)}”把{merge.bottom - merge.top + 1}行合并成一格，各行不是同一个人，说不清是每人的还是一共的，没有入库。"
                f"请取消合并，每行写上各自的数再导入；合起来算在第一行的，加 --set {CHECKED}=是。"
            )
            return
