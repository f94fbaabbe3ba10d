"""Asks about columns that a person named though their headers say the other direction: 捐赠日期 over what was spent."""

from collections.abc import Iterator

from etl.declarations import record_types
from etl.recognition.header_cell import is_telling, name_and_unit, spellings
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader
from etl.schema import RecordType


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


def _other_record(record: RecordType, word: str) -> RecordType | None:
    """Return a record type of the other direction of which the word heads a column, by more than a word of every ledger."""
    others = (other for other in record_types().values() if other.direction not in ("", record.direction))
    columns = ((other, spellings(other).get(name_and_unit(word)[0])) for other in others)
    return next((other for other, column in columns if column and is_telling(column, word)), None)
