"""Asks what a table is of which only words are known that head other ledgers, too: 日期 and 物品 are no wishes where nobody says so."""

from collections.abc import Iterator

from etl.declarations import record_types
from etl.recognition.header_cell import name_and_unit, spellings
from etl.recognition.table_header import NOT_MISSED, TableHeader
from etl.schema import RecordType

_OF_ANY_MEETING = ("应到人数", "实到人数", "到会人数", "出席人数")  # lessons and meetings have them, too


def words_of_others(header: TableHeader, hint: float) -> Iterator[str]:
    """Yield what stands unread beside such words, of a record type that asks for little, in a sentence with what to write.

    `hint` is what the title, the sheet or the file say for the type.
    """
    record = header.record
    if (
        not record.either
        or record.direction
        or hint
        or any(match.how != "spelled" for match in header.matches if match.column)
    ):
        return
    unread = [match.header for match in header.matches if not match.column and not NOT_MISSED.fullmatch(match.header)]
    known = [match.header for match in header.matches if match.column]
    if unread and not any(_is_own(record, word) for word in known):
        yield (
            f"只认出了“{'”“'.join(known)}”，像“{record.label}”，“{'”“'.join(unread[:3])}”没有读取，看不出是哪一种台账，没有入库。"
            f"请用 --record 指明是哪一种；确实是{record.label}的，写 --record {record.label}。"
        )


def _is_own(record: RecordType, header: str) -> bool:
    """Tell whether a header is known to no other record type."""
    word = name_and_unit(header.split("/")[-1])[0]
    return word not in _OF_ANY_MEETING and not any(
        word in spellings(other) for other in record_types().values() if other is not record
    )
