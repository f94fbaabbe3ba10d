"""Recognises a register of several kinds of records in one table, told apart by a column: 捐款, 志愿服务 and 物资发放 under 类型."""

import re
from collections.abc import Collection

from etl.parse import without_personal_data
from etl.reading.grid import Sheet
from etl.recognition.cells_below import cells_below
from etl.recognition.table_header import TableHeader
from etl.schema import RecordType

_KIND = re.compile("(?:登记|事项|业务|项目|台账|记录|服务)?(?:类型|类别|种类|性质)")
MOST_KINDS = 12  # distinct words under the column
LEAST_TOLD = 0.5  # the share of them by which a record type is hinted at


def mixed_register(header: TableHeader, sheet: Sheet, records: Collection[RecordType], is_taken: bool = False) -> str:
    """Return how to read the rows of one kind after the other, "" where no column says money or goods of one row and work of another.

    Where the header is taken for a record type the column must be one that it does not read, and its own kind among the words.
    """
    chosen = {index for index, _ in header.only}
    for match in header.matches:
        if not _KIND.fullmatch(match.header) or match.index in chosen or (is_taken and match.column):
            continue
        words = [text for text in dict.fromkeys(cells_below(header, sheet, match.index).to_pylist()) if text]
        told = {word: kind for word in words if (kind := _hinted(word, records))}
        kinds = {kind.id for kind in told.values()}
        is_mixed = len(kinds) > 1 and any(kind.direction for kind in told.values())
        is_mixed &= not is_taken or header.record.id in kinds
        if is_mixed and len(words) <= MOST_KINDS and len(told) >= LEAST_TOLD * len(words):
            return _sentence(match.header, told)
    return ""


def _hinted(word: str, records: Collection[RecordType]) -> RecordType | None:
    """Return the record type that a word names or hints at, None without one."""
    named = (record for record in records if record.label == word)
    return next(named, None) or next((r for r in records if any(hint in word for hint in r.hints)), None)


def _sentence(header: str, told: dict[str, RecordType]) -> str:
    words = [without_personal_data(word) for word in told]
    chosen = "；".join(
        f"--record {kind.label} --only {header}={word}" for word, kind in zip(words, told.values(), strict=True)
    )
    return (
        f"“{header}”下写着{'、'.join(words)}，像几种台账记在一张表里，不能当作一种入库。请分成几张表；"
        f"或一种一种地导入，每次只取一种，并用 --map 指明各列：{chosen}。"
    )
