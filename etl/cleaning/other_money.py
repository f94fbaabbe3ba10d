"""Tells rows of which an unread cell says that their amount is in other money than yuan."""

import re
from collections.abc import Iterator, Mapping

import numpy as np

from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn
from etl.recognition.ledger_tables import LedgerTable

CURRENCY = re.compile("币种|币别|货币(种类|单位)?|currency( code)?|curr?|ccy", re.IGNORECASE)
YUAN = r"(?i)^\s*(人民币(元)?|元|rmb|cny|¥|￥)\s*$"
# 美元, USD: a column of such words tells the money of its rows, whatever it is called
_OTHER = (
    r"(?i)^\s*([美欧日韩澳加]元|港[币元]|新?台币|英镑|usd|eur|gbp|jpy|hkd|twd|krw|aud|cad|sgd|thb|myr|chf|btc|eth)\s*$"
)


def refusals(
    table: LedgerTable, columns: Mapping[int, CodedColumn], is_record: np.ndarray
) -> Iterator[tuple[np.ndarray, str]]:
    """Yield the rows in other money by each column that tells it, with a sentence.

    An empty cell is yuan only where another row says so: beside 800 rows in dollars it is most likely in dollars.
    """
    matches = () if table.header.is_checked else table.header.matches
    for match in (match for match in matches if match.how == "unknown"):
        column = columns[match.index]
        is_filled, is_yuan = column.codes != EMPTY_CODE, column.rows_where(YUAN)
        has_yuan, has_words = (is_yuan & is_record).any(), (is_filled & is_record).any()
        if has_words and (CURRENCY.fullmatch(match.header) or _names_money(column, is_filled & is_record, is_yuan)):
            sentence = f"“{match.header}”写的不是人民币，没有入库。请换算成元，再把“{match.header}”改成人民币。"
            yield ~is_yuan & (is_filled | ~has_yuan), sentence


def _names_money(column: CodedColumn, is_filled: np.ndarray, is_yuan: np.ndarray) -> bool:
    """Tell whether the filled cells of a column are names of money and nothing else, some of them of other money."""
    is_other = column.rows_where(_OTHER) & is_filled
    return bool(is_other.any()) and bool((is_other | is_yuan)[is_filled].all())
