"""Tells that the name and the day of a visit are merged over several rows: it may be one visit, or one to each household."""

import re
from collections.abc import Iterator

from etl.reading.grid import Merge, Sheet
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import UNFED, TableHeader

_VISIT = re.compile(r"走访|探访|家访|入户|上门|慰问|看望")


def merged_visits(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield the question how often households were visited; a record type of visits counts each."""
    titles = header.sources.get("title", ()) if header.record.people_listed_as else ()
    for merge in sheet.merges:
        if merge.left not in titles or not header.rows[-1] < merge.top < merge.bottom:
            continue
        name = sheet.columns[merge.left][merge.top].as_py() or ""
        if _VISIT.search(name) and (other := _differing(header, sheet, merge)):
            yield (
                f"“{name}”合并了{merge.bottom - merge.top + 1}行，各行只有“{other}”不同，分不清是走访了一次，还是每行各走访了一次，没有入库。"
                f"每行各一次的，请取消合并、每行写上名称和日期再导入；合起来算一次的，加 --set {CHECKED}=是。"
            )
            return


def _differing(header: TableHeader, sheet: Sheet, merge: Merge) -> str:
    """Return the unread header under which merged rows differ, "" where none does or a header that is read tells them apart."""
    read = {index for indices in header.sources.values() for index in indices}
    own = {index: set(_texts(sheet, index, merge.top + 1, merge)) for index in read}
    if any(texts - {sheet.columns[index][merge.top].as_py()} for index, texts in own.items()):
        return ""
    unread = (match for match in header.matches if match.how in UNFED)
    return next((match.header for match in unread if len(set(_texts(sheet, match.index, merge.top, merge))) > 1), "")


def _texts(sheet: Sheet, index: int, top: int, merge: Merge) -> list[str]:
    return sheet.columns[index].slice(top, merge.bottom - top + 1).drop_null().to_pylist()
