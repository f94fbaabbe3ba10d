"""Asks about a table of gifts whose only names of givers would be taken for channels: companies under 来源."""

import re
from collections.abc import Iterator

from etl import parse
from etl.reading.grid import Sheet
from etl.recognition.cells_below import cells_below
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader

GIVER, CHANNEL = "donor", "channel"
LEAST_GIVERS = 2
_PASSES_ON = re.compile("慈善|基金会|公益|平台|银行|社区|居委|村委|街道")  # what gifts of others come by


def donors_as_channel(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield how to name the column of givers where most words under the header of channels are organisations or people."""
    names = {column.name for column in header.record.columns}
    if not {GIVER, CHANNEL} <= names or GIVER in header.sources or CHANNEL not in header.sources:
        return
    index = header.sources[CHANNEL][0]
    is_stated = any(match.index == index and match.how == "stated" for match in header.matches)
    words = cells_below(header, sheet, index).unique().drop_null().to_pylist()
    named = [word for word in words if _may_give(word)]
    if not is_stated and len(named) >= LEAST_GIVERS and 2 * len(named) > len(words):
        text = header.text(index)
        yield (
            f"“{text}”下面像单位和人的名字，是谁捐的，不是{header.label(CHANNEL)}，照这样捐赠方都是未注明，没有入库。"
            f"请加 --map {text}={header.record.column(GIVER).label}；确实是{header.label(CHANNEL)}的，加 --set {CHECKED}=是。"
        )


def _may_give(word: str) -> bool:
    return not _PASSES_ON.search(word) and (parse.is_organisation(word) or parse.looks_like_name(word))
