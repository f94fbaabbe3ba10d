"""Tells that two different tables may stand side by side, of which one header would read cells of both."""

from collections import Counter
from collections.abc import Iterator

from etl.recognition.meanings import CHECKED, column_letters
from etl.recognition.table_header import TableHeader

LEAST_REPEATED = 2  # words over two columns each, the date among them: one header said twice is no second table


def second_table(header: TableHeader) -> Iterator[str]:
    """Yield why two tables may stand side by side under one header: the words over the date and others stand there twice."""
    placed_on = header.record.placed_on
    date = next((match for match in header.matches if match.column == placed_on and match.how == "spelled"), None)
    read = [match for match in header.matches if match.how not in ("stated", "left_out")]
    repeated = Counter(match.header.split("/")[-1] for match in read)
    if date is None or sum(count > 1 for count in repeated.values()) < LEAST_REPEATED:
        return
    words = date.header.split("/")[-1]
    behind = (match for match in read if match.index > date.index)
    if second := next((match for match in behind if match.header.split("/")[-1] == words), None):
        first, last = column_letters(date.index), column_letters(second.index)
        yield (
            f"“{words}”出现了两次（{first}列和{last}列），像左右并排的两张表，只读一边会漏掉另一边，也会串列，没有入库。"
            f"请指明读哪几列，例如 --map {last}列={header.record.column(placed_on).label}；确实是一张表的，加 --set {CHECKED}=是。"
        )
