"""Asks about a quantity that is fed by columns of opposite directions: 借方发生额 and 贷方发生额 added up are neither spending nor gifts."""

import re
from collections.abc import Iterator

from etl.recognition.header_cell import name_and_unit
from etl.recognition.table_header import TableHeader

_DEBIT, _CREDIT = re.compile("借(?!款)"), re.compile("贷(?!款)")
_OPPOSITES = (
    (_DEBIT, _CREDIT),
    (re.compile("收入|收款|收方|进账|入账|转入|存入|流入"), re.compile("支出|付款|付方|支付|出账|转出|支取|取出|流出")),
    (re.compile("入库|领入|收到"), re.compile("出库|发出|发放|领出|领用")),
)


def opposite_columns(header: TableHeader) -> Iterator[str]:
    """Yield which two columns of opposite directions feed one quantity, and how a table of both is headed so that each is read as its own."""
    for name in header.sources if header.record.direction else ():
        texts = [header.text(index) for index in header.sources[name]]
        names = {text: name_and_unit(text.split("/")[-1])[0] for text in texts}
        for pair in _OPPOSITES:
            first, second = (next((text for text in texts if word.search(names[text])), "") for word in pair)
            if first and second and first != second:
                yield (
                    f"“{first}”和“{second}”一边是收进来的，一边是出去的，不能都读作“{header.label(name)}”，没有入库。{_advice(header, pair)}"
                )


def are_debit_and_credit(header: str, other: str) -> bool:
    """Tell whether two headers are of the two sides of an account, in this order: 借方金额 and 贷方金额."""
    names = [name_and_unit(text.split("/")[-1])[0] for text in (header, other)]
    return _DEBIT.search(names[0]) is not None and _CREDIT.search(names[1]) is not None


def _advice(header: TableHeader, pair: tuple[re.Pattern[str], re.Pattern[str]]) -> str:
    both = "入库”“出库" if any(column.name == "goods" for column in header.record.required) else "收入”“支出"
    which = "（银行打印的流水，贷方是收入、借方是支出；单位自己记的账正好相反）" if pair[0] is _DEBIT else ""
    return f"请把两列的表头改成“{both}”{which}，去掉这两列的 --map 再导入，收和支会各归各的；只要一边的，只指明那一列。"
