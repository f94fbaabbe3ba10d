"""Asks about tables in which a column of words (收入, 支出) says that rows go in two directions, or in the other one."""

import re
from collections.abc import Iterator

from etl import parse
from etl.reading.grid import Sheet
from etl.recognition.cells_below import are_numbers, cells_below
from etl.recognition.table_header import TableHeader

_INCOMING = frozenset(
    [
        "收入",
        "收",
        "充值",
        "存入",
        "转入",
        "获得",
        "获取",
        "赚取",
        "入账",
        "进账",
        "入库",
        "领入",
        "贷",
        "贷方",
        "收款",
        "income",
        "in",
        "topup",
        "deposit",
        "credit",
        "received",
    ]
)
_OUTGOING = frozenset(
    [
        "支出",
        "支",
        "消费",
        "取出",
        "支取",
        "兑换",
        "扣减",
        "转出",
        "出账",
        "出库",
        "领出",
        "借",
        "借方",
        "付款",
        "expense",
        "out",
        "consumption",
        "withdrawal",
        "debit",
        "spent",
        "paid",
    ]
)
UNITS_OF_MEASURE = re.compile("单位")  # 支 there is a piece of something, no spending
MOST_WORDS = 8  # distinct texts of a column that tells the direction of each row


def mixed_words(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which header is over words of both directions, or of the other one than the record type, in a sentence with what to write."""
    for match in header.matches:
        if match.column and header.record.column(match.column).refuses_unreadable:
            continue  # a state of each row, as PAID, and no direction
        texts = sheet.columns[match.index].dictionary
        if len(texts) > MOST_WORDS + header.rows[-1] + 1 or UNITS_OF_MEASURE.search(match.header):
            continue
        cells = cells_below(header, sheet, match.index)  # a title may speak of both
        words = [] if are_numbers(cells) else cells.unique().drop_null().to_pylist()  # numbers: 收入 heads a sum below
        spoken = {word: parse.normalised(word).casefold() for word in words}
        incoming = [word for word in words if spoken[word] in _INCOMING]
        outgoing = [word for word in words if spoken[word] in _OUTGOING]
        if incoming and outgoing:
            yield (
                f"“{match.header}”里既有“{incoming[0]}”又有“{outgoing[0]}”，两种不能算在一起。"
                f"只取一种请加 --only {match.header}={outgoing[0]} 或 --only {match.header}={incoming[0]}。"
            )
        elif opposite := {"in": outgoing, "out": incoming}.get(header.record.direction):
            yield (
                f"“{match.header}”里是“{opposite[0]}”，不是“{header.record.label}”。"
                f"请加 --only {match.header}=… 写明只取哪一种，或换一种台账。"
            )
