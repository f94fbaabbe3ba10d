"""Tells a sign-in list that nobody has signed yet: a row of it does not say that somebody came."""

from collections.abc import Iterator

from etl.reading.grid import Sheet
from etl.recognition.cells_below import cells_below
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import UNFED, TableHeader
from etl.schema import RecordType


def blank_roster(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield why a table is not taken in which all signatures and times are empty, in a sentence with what to write."""
    proofs = unread_proofs(header) if rests_on_proofs(header.record) else []
    if proofs and not any(len(cells_below(header, sheet, index).drop_null()) for index in proofs):
        yield (
            "签名、签到时间的各列全是空的，像还没有签的空白签到表，不能说明谁到了场，没有入库。"
            f"确实都到了场的，加 --set {CHECKED}=是。"
        )


def rests_on_proofs(record: RecordType) -> bool:
    """Tell whether nothing but signatures shows that a row took place: hours and goods that are written down are filled in."""
    return bool(record.proofs) and not any(column.kind.is_quantity for column in record.required)


def unread_proofs(header: TableHeader) -> list[int]:
    """Return the unread grid columns whose cells show that what a row says took place; none where a column that is read shows it."""
    record = header.record
    if any(rule.column in header.sources and not record.column(rule.column).is_required for rule in record.exclusions):
        return []
    unread = (match for match in header.matches if match.how in UNFED)
    return [match.index for match in unread if any(word in match.header for word in record.proofs)]
