"""Asks about books of double entry, where every amount stands in two rows: once under 借, once under 贷."""

import re
from collections.abc import Iterator

import numpy as np

from etl.reading.grid import Sheet
from etl.recognition.cells_below import cells_below, row_numbers
from etl.recognition.meanings import CHECKED
from etl.recognition.opposite_columns import are_debit_and_credit
from etl.recognition.table_header import UNFED, TableHeader

LEAST_ENTRIES = 3
MOST_SUMS = 2  # rows that have a number in both columns, as sums at the foot do
_ACCOUNT = re.compile("(?:会计|总账|明细|一级|二级|三级|对方)?科目(?:名称|编码|代码)?")


def vouchers(header: TableHeader, sheet: Sheet) -> str:
    """Return why a table of vouchers is no ledger of one direction, or "": an account beside 借方 and 贷方, which add up to the same."""
    if header.only or header.is_checked:
        return ""
    account = next((match.header for match in header.matches if _ACCOUNT.fullmatch(match.header.split("/")[-1])), "")
    sides = ((one, two) for one in header.matches for two in header.matches if account)
    pair = next((pair for pair in sides if are_debit_and_credit(*(match.header for match in pair))), None)
    if pair is None or not _balance(*(row_numbers(cells_below(header, sheet, match.index)) for match in pair)):
        return ""
    debit, credit = (match.header for match in pair)
    return (
        f"“{account}”“{debit}”“{credit}”像会计的借贷两边（记账凭证）：同一笔钱各记一行，只取一列会把收的算成支的，没有入库。"
        f"请写明取哪些科目的行：支出写 --record 资金使用 --map {debit}=支出金额 --only {account}=费用科目，"
        f"捐赠写 --record 捐赠 --map {credit}=金额 --only {account}=捐赠收入科目（照表里的写法）；确实一行是一笔的，加 --set {CHECKED}=是。"
    )


def double_entry(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which column repeats the amounts that are read, in other rows, and how to take the rows of some accounts only."""
    if sentence := vouchers(header, sheet) if header.record.direction else "":
        yield sentence
        return
    amounts = [i for name in header.sources if header.record.column(name).kind.is_sum for i in header.sources[name]]
    others = [match for match in header.matches if match.how in UNFED]
    for index in amounts:
        numbers = row_numbers(cells_below(header, sheet, index))
        for match in others:
            if _are_the_same_in_other_rows(numbers, row_numbers(cells_below(header, sheet, match.index))):
                name = header.text(index)
                yield (
                    f"“{name}”里的每一个数，在“{match.header}”里也有，写在另一行，像会计的借贷两边：同一笔钱记了两行，"
                    f"只取一列，收进来的也会算成“{header.record.label}”，没有入库。请加 --only 科目的表头=科目 写明只取哪些行"
                    f"（几种都要的写几次）；确实不是的，加 --set {CHECKED}=是。"
                )
                return


def _are_the_same_in_other_rows(numbers: np.ndarray, others: np.ndarray) -> bool:
    left, right = map(np.sort, _apart(numbers, others))
    return len(left) >= LEAST_ENTRIES and np.array_equal(left, right)


def _balance(numbers: np.ndarray, others: np.ndarray) -> bool:
    """Tell whether two columns with numbers in different rows add up to the same, as the two sides of vouchers do."""
    left, right = _apart(numbers, others)
    return bool(len(left) and len(right)) and not round(left.sum() - right.sum(), 2)


def _apart(numbers: np.ndarray, others: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the numbers of two columns that stand in rows of their own; none where more rows have both than sums do."""
    is_sum = ~np.isnan(numbers) & ~np.isnan(others)
    if is_sum.sum() > MOST_SUMS:
        return numbers[:0], others[:0]
    left, right = (column[~np.isnan(column) & ~is_sum] for column in (numbers, others))
    return left, right
