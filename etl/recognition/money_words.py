"""Names of money other than yuan, and of units of yuan that no column of money knows: in headers, titles and cells."""

import re
from collections.abc import Iterator

from etl import kinds
from etl.reading.grid import Sheet
from etl.recognition import title
from etl.recognition.meanings import CHECKED
from etl.recognition.table_header import TableHeader
from etl.schema import Column

_NAMES = "[美欧日韩泰卢加澳]元|美金|新加坡[元币]|澳门[元币]|港[币幣元纸]|新?[台臺][币幣]|日[圆圓]|韩[币圜]|英镑|泰铢|卢[布比]|越南盾|林吉特|瑞士法郎"
_CODES = "USD|EUR|GBP|JPY|HKD|TWD|KRW|AUD|CAD|SGD|THB|MYR|CHF"
_SIGNS = "円|₽|€|£|₩|[$＄]"
OTHER_MONEY = re.compile(  # 预算（美元）, Amount (USD), งบประมาณ(ล้านบาท), Spend (£000s), Cost in millions
    rf"ล้านบาท|{_NAMES}|บาท|{_SIGNS}|\b(?:{_CODES}|dollars?|euros?|pounds?|baht|millions?|thousands?|mn|000s)\b",
    re.IGNORECASE,
)
# A cell that names other money and says nothing else: 美元, US$, 美元现钞, 捐款为港币. RE2 reads it, too.
OTHER_MONEY_CELL = (
    r"(?i)^\s*(?:(?:捐款|捐赠|付款|收款|支出|金额|单位|币种|货币)*(?:为|是|[:：])?\s*)"
    rf"(?:{_NAMES}|{_CODES}|BTC|ETH|(?:US|HK|NT)?(?:{_SIGNS}))\s*(?:现钞|现金|现汇|捐款|支付|付款|转账|支票|计价)?\s*[。.]?\s*$"
)
# 十万元, 万, 角, w, K RMB: what may stand between a number and yuan
_MULTIPLE = r"(?P<unit>(?:[几数十百千万亿]+|[角分厘毛]|[wkm])\s*(?:元|人民币|RMB|CNY)?)"
_IN_BRACKETS = re.compile(rf"[(（\[【〔]\s*(?:(?:金额|货币)?单位\s*[:：]?)?\s*{_MULTIPLE}\s*[)）\]】〕]", re.IGNORECASE)
_BARE = re.compile(r"(?P<unit>[几数十百千万亿]{2,}元|(?<=[一-鿿])[wk]$|(?<=[额款元])[十百千万亿角分]$)", re.IGNORECASE)
_STATED = re.compile(  # 单位：美元, 币种：USD, （美元）
    r"(?:单位|币[种别]|货币|currency|unit)\s*[:：]\s*(?P<unit>[^\s)）,，;；。]+)|[(（]\s*(?:单位)?\s*(?P<alone>[^\s:：()（）]+)\s*[)）]",
    re.IGNORECASE,
)

_OTHER_UNIT = re.compile(rf"[十百千万亿]*(?:{OTHER_MONEY.pattern})", re.IGNORECASE)
_YUAN = re.compile("(?:人民币)?[十百千万亿]*元")
_YUAN_UNIT = re.compile(rf"{_YUAN.pattern}|人民币|{_MULTIPLE}", re.IGNORECASE)

NUMBER_OF_GIVERS = "[人户家][数次]"  # behind 捐款 or 捐赠: how many gave, and no money


def is_of_money(column: Column) -> bool:
    """Tell whether the numbers of a column are yuan, however near they are stored."""
    return column.kind.scales is kinds.MONEY


def unknown_unit(column: Column, text: str) -> str:
    """Return the unit or multiple of money in a header by which its column cannot count, or "": 十万元, w, 角."""
    found = (match["unit"] for pattern in (_IN_BRACKETS, _BARE) for match in pattern.finditer(text))
    return next((unit for unit in found if unit not in column.scales), "")


def stated_over_table(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield why amounts are no yuan by the nearest line beside the table that tells the unit: 单位：美元, 单位：十万元.

    A unit in the header of the amount itself prevails.
    """
    amounts = [name for name in header.sources if is_of_money(header.record.column(name)) and name not in header.units]
    if not amounts:
        return
    top = title.first_title_row(sheet, header.rows[0], None)
    above = (" ".join(filter(None, sheet.row(row))) for row in range(header.rows[0] - 1, top - 1, -1))
    texts = (title.line_under_header(sheet, header.rows[-1] + 1, sheet.height), *above)
    stated = next((found for text in texts for found in _STATED.finditer(text) if _tells_money(found)), None)
    unit = (stated["unit"] or stated["alone"]) if stated else ""
    if unit and (_OTHER_UNIT.fullmatch(unit) or unknown_unit(header.record.column(amounts[0]), f"({unit})")):
        yield (
            f"表的上面写着“{unit}”，“{header.label(amounts[0])}”不能按元读，没有入库。"
            f"请换算成元再导入，把写着的单位改成元；数字已经是元的，加 --set {CHECKED}=是。"
        )


def _tells_money(stated: re.Match[str]) -> bool:
    """Tell whether a line tells a unit of money: behind 单位： any may stand, in brackets alone only other money or yuan does."""
    pattern = _YUAN_UNIT if stated["unit"] else _YUAN
    unit = stated["unit"] or stated["alone"]
    return bool(_OTHER_UNIT.fullmatch(unit) or pattern.fullmatch(unit))
