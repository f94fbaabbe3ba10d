"""Asks about cards and accounts with stored value: what is paid in is its holder's own money, and no gift."""

import re
from collections.abc import Iterator

from etl import kinds
from etl.reading.grid import Sheet
from etl.recognition.cells_below import are_numbers, cells_below
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader

_PAID_IN = re.compile(r".{0,4}(?:充值|储值)(?:金额|额)?|top-?up", re.IGNORECASE)
_OF_ACCOUNTS = re.compile(r"充值|储值|消费|top-?up|consumption", re.IGNORECASE)
MOST_WORDS = 4  # distinct words of a column that says what each row is


def stored_value(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which header or word says that the amounts of gifts are paid into accounts, in a sentence with what to write."""
    if header.record.direction != "in":
        return
    amounts = [
        i for name in header.sources if header.record.column(name).kind is kinds.AMOUNT for i in header.sources[name]
    ]
    named = (header.text(index).split("/")[-1] for index in amounts)
    words = (word for match in header.matches for word in _words_of_accounts(header, sheet, match.index)[:1])
    for word in (*filter(_PAID_IN.fullmatch, named), *words):
        yield (
            f"“{word}”像往卡里（账户里）存自己的钱，不是“{header.record.label}”，没有入库。这样的台账不用导入；"
            f"确实是{header.record.label}的，加 --set {CHECKED}=是。"
        )


def _words_of_accounts(header: TableHeader, sheet: Sheet, index: int) -> list[str]:
    """Return the words of a column that says of each row whether money was paid in or used; none where it says other things."""
    cells = cells_below(header, sheet, index)
    words = [] if are_numbers(cells) else cells.unique().drop_null().to_pylist()
    return words if len(words) <= MOST_WORDS and all(map(_OF_ACCOUNTS.fullmatch, words)) else []
