"""Tells rows that hold money and goods of one gift together: their amount is neither cash nor a value of goods."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from etl.cleaning.coded_column import CodedColumn, rows_where_any
from etl.recognition.feeding import is_cash, values_of_goods
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.meanings import CHECKED
from etl.schema import RecordType

_MONEY, _GOODS, _AND = "(捐?(款|钱|财|资金|现金|现款|善款))", "(捐?(物|物资|物品|实物))", r"[和及与加、，,；;/+＋&\s]*"
# 款物同捐, 捐款捐物, 现金+物资, 物资和现金: what a cell may say of the kind of a gift
BOTH_KINDS = rf"^\s*(既|有)?({_MONEY}{_AND}(又|也|有)?{_GOODS}|{_GOODS}{_AND}(又|也|有)?{_MONEY})(同捐|并捐|同赠|兼有|兼捐|都有|均有|各半|混合|一起|两者|类|捐赠)?\s*$"
# 现金500元、棉被2床: what a gift consists of
_CASH, _BREAK = "(现金|现款|人民币)", "[和及与、，,；;+＋&]"
BOTH_LISTED = rf"{_CASH}[^{_BREAK[1:-1]}]*{_BREAK}.*\p{{Han}}|\p{{Han}}.*{_BREAK}\s*{_CASH}"
_AN_AMOUNT = "[1-9１-９一两二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾]"  # 0.00 and / are none

CASH_AS_GOODS = r"^\s*(现金|现款|人民币|捐款|善款|慰问金|红包)\s*$"
_A_THING = r"\p{Han}{2,}|[A-Za-z]{2,}"
UNIT_OF_MONEY = r"^\s*(人民币)?[百千万]?元(整|人民币)?\s*$"
KIND_COLUMNS = ("form", "donor_kind", "channel")
SENTENCE = "这一行既有钱又有物，金额说不清是现金还是物资的折价，没有入库。请分成两行：一行写钱，一行写物资和它的折价。"


def amounts_apart(table: LedgerTable, name: str) -> tuple[list[int], list[int]] | None:
    """Return the grid columns that feed a column with money, and those with what goods are worth; None where not both do."""
    indices = table.sources.get(name, ())
    are_of_goods = values_of_goods([table.header.text(index) for index in indices])
    worth = [index for index, of_goods in zip(indices, are_of_goods, strict=True) if of_goods]
    money = [index for index in indices if index not in worth]
    return (money, worth) if money and worth else None


def sentence_on_two_amounts(record: RecordType) -> str:
    """Return what is wrong with two different amounts in a row, "" where its refusal says so."""
    return "" if "gift_form" in record.stored else "金额和折价各写了一个数，对不上，请只写一个。"


def is_told(table: LedgerTable, name: str, cells: CodedColumn) -> np.ndarray:
    """Return which rows are refused for what a cell of a column says of their kind: that it is neither cash nor goods need not be told."""
    is_asked = "gift_form" in table.record.stored and name in KIND_COLUMNS
    return cells.rows_where(BOTH_KINDS) if is_asked else np.zeros(len(cells.codes), bool)


def refusals(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> Iterator[tuple[np.ndarray, str]]:
    """Yield the rows of a table of gifts that say they are both, in a cell of their kind, be it read or not, in what was given, or in two amounts."""
    if "gift_form" not in table.record.stored:
        return
    size = table.stop - table.start
    listing = table.sources.get("goods", ())
    of_kind = {index for name in KIND_COLUMNS for index in table.sources.get(name, ())}
    telling = [column for index, column in columns.items() if index in of_kind or index not in table.headed_columns]
    yield rows_where_any(telling, BOTH_KINDS, size), SENTENCE
    if apart := amounts_apart(table, "amount_yuan"):
        money, worth = ([columns[index] for index in indices] for indices in apart)
        are_equal = sum(cells.numbers() for cells in money) == sum(cells.numbers() for cells in worth)
        has_money, has_worth = (rows_where_any(cells, _AN_AMOUNT, size) for cells in (money, worth))
        yield has_money & has_worth & ~are_equal, SENTENCE
        if not table.header.is_checked:
            yield has_worth & ~has_money & ~_names_goods(table, columns), _worth_of_nothing(table, apart[1])
    yield from _cash_beside_goods(table, columns)
    yield from _money_as_goods(table, columns)
    yield rows_where_any([columns[index] for index in listing], f"{BOTH_KINDS}|{BOTH_LISTED}", size), SENTENCE


def _names_goods(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> np.ndarray:
    """Return which rows say what was given, how many pieces, or of which kind it is."""
    cells = [columns[index] for name in ("goods", "quantity", "form") for index in table.sources.get(name, ())]
    is_constant = any(name in table.constants for name in ("goods", "form"))
    return rows_where_any(cells, r"\S", table.stop - table.start) | is_constant


def _worth_of_nothing(table: LedgerTable, worth: Sequence[int]) -> str:
    header = table.header.text(worth[0])
    return (
        f"“{header}”是物资的折价，这一行没有写是什么物资，会算成现金，没有入库。请写上物资名称，或者把写着物资的一列指明为“物资名称”；"
        f"确实是现金的，加 --set {CHECKED}=是。"
    )


def _cash_beside_goods(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> Iterator[tuple[np.ndarray, str]]:
    """Yield the rows with an amount in a column of nothing but cash, and goods of which nobody says what they are worth: 100 under 资金, 毛衣 5."""
    size = table.stop - table.start
    amounts = table.sources.get("amount_yuan", ())
    cash = [columns[index] for index in amounts if is_cash(table.header.text(index))]
    worth = [columns[index] for index in amounts if not is_cash(table.header.text(index))]
    goods, quantities = ([columns[index] for index in table.sources.get(name, ())] for name in ("goods", "quantity"))
    is_of_goods = rows_where_any(goods, _A_THING, size) & ~rows_where_any(goods, CASH_AS_GOODS, size)
    is_of_goods &= rows_where_any(quantities, _AN_AMOUNT, size) & ~rows_where_any(worth, _AN_AMOUNT, size)
    yield rows_where_any(cash, _AN_AMOUNT, size) & is_of_goods, SENTENCE


def _money_as_goods(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> Iterator[tuple[np.ndarray, str]]:
    """Yield the rows of which the quantity is money: 100 of 现金, or 100 元, and no amount beside it."""
    size = table.stop - table.start
    amounts, quantities, goods, units = (
        [columns[index] for index in table.sources.get(name, ())]
        for name in ("amount_yuan", "quantity", "goods", "quantity_unit")
    )
    is_money = rows_where_any(goods, CASH_AS_GOODS, size) | rows_where_any(units, UNIT_OF_MONEY, size)
    is_money &= rows_where_any(quantities, _AN_AMOUNT, size) & ~rows_where_any(amounts, _AN_AMOUNT, size)
    yield is_money, "数量里写的是钱，没有写金额，没有入库。是钱的请把数写在“金额”里，数量空着。"
