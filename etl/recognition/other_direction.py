"""Asks about columns that a person named though their headers say the other direction: 捐赠日期 over what was spent."""

import re
from collections.abc import Iterator

from etl.declarations import record_types
from etl.reading.grid import Sheet
from etl.recognition import title
from etl.recognition.header_cell import is_telling, name_and_unit, spellings
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import HeaderMatch, TableHeader
from etl.schema import RecordType

_RETURNED = re.compile("退捐|退款|退还|退回|退赠")
_RECEIVED_TOO = re.compile("[及和与、含]|退[款还回].{0,2}(?:转|后|再)捐")  # 捐赠及退款明细


def other_direction(header: TableHeader) -> Iterator[str]:
    """Yield which header that was named for a column is, by its words, one of what came in rather than went out, or the other way round."""
    known = spellings(header.record)
    for match in header.matches if header.record.direction else ():
        word = match.header.split("/")[-1]
        other = _other_record(header.record, word)
        if match.how == "stated" and other and name_and_unit(word)[0] not in known:
            yield (
                f"表头“{word}”是“{other.label}”的写法，不是“{header.record.label}”的：收进来的和用出去的不能算在一起，没有入库。"
                f"是“{other.label}”的，请换成这一种台账；确实是{header.record.label}的，加 --set {CHECKED}=是。"
            )


def other_side(header: TableHeader) -> Iterator[str]:
    """Yield why each row holds two things: a day and a person of the other direction stand in it that nobody reads (领取日期, 领取人)."""
    others: dict[str, list[HeaderMatch]] = {}
    for match in header.matches if header.record.direction else ():
        other = _other_record(header.record, match.header.split("/")[-1]) if match.how == "unknown" else None
        if other:
            others.setdefault(other.id, []).append(match)
    for name, matches in others.items():
        other = record_types()[name]
        columns = {spellings(other)[name_and_unit(match.header.split("/")[-1])[0]].name for match in matches}
        is_of_people = any(other.column(column).kind.is_personal for column in columns)
        if other.placed_on in columns and is_of_people:
            yield (
                f"“{'”“'.join(match.header for match in matches)}”是“{other.label}”的写法：一行里左右两边，一边是{header.record.label}，"
                f"一边是{other.label}，不是一笔，照样读会串列，没有入库。请把两边分成两张工作表，各带标题和表头，再导入；"
                f"确实一行是一笔{header.record.label}的，加 --set {CHECKED}=是。"
            )


def returned_gifts(header: TableHeader, sheet: Sheet, file: str) -> Iterator[str]:
    """Yield which word around a table of gifts says that they were given back, in a sentence with what to write."""
    if header.record.direction != "in":
        return
    for text in (sheet.name, *title.lines_over(sheet, header.rows[0]), file):
        if (word := _RETURNED.search(text)) and not _RECEIVED_TOO.search(text):
            yield (
                f"标题、工作表名或文件名里写着“{word[0]}”，像退回去的钱，不是“{header.record.label}”，没有入库。"
                f"退款请写成负数，和捐赠写在一起；确实是收到的{header.record.label}，加 --set {CHECKED}=是。"
            )


def _other_record(record: RecordType, word: str) -> RecordType | None:
    """Return a record type of the other direction of which the word heads a column, by more than a word of every ledger."""
    others = (other for other in record_types().values() if other.direction not in ("", record.direction))
    columns = ((other, spellings(other).get(name_and_unit(word)[0])) for other in others)
    return next((other for other, column in columns if column and is_telling(column, word)), None)
