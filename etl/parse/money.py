"""Reads amounts of money in yuan."""

import re
from decimal import ROUND_HALF_UP, Decimal

from etl.parse.numbers import NUMBER, number_text, to_decimal, why_no_number
from etl.parse.numerals import NUMERAL_SIGNS, numeral
from etl.parse.texts import refusal

FEN = Decimal("0.01")
HUNDRED = Decimal("1E2")  # yuan: as near as an income is stored
LARGEST = Decimal(10) ** 13
MULTIPLES = {
    "": 1,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "萬": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
}
FIGURES = re.compile(  # 1,234.50, ¥1234元, 人民币5万元整, 1.2亿
    rf"(?:(?:¥|RMB|CNY|人民币)+:?)?(?P<digits>{NUMBER})(?P<multiple>{'|'.join(MULTIPLES)})(?P<yuan>元|圆|块|块钱|RMB|CNY|人民币)?[整正]?",
    re.IGNORECASE,
)
WORDS = re.compile(  # 壹万贰仟叁佰元整, 人民币伍元陆角柒分, 叁角
    rf"(?:(?:¥|人民币)+:?)?(?:(?P<yuan>[{NUMERAL_SIGNS}]+)[元圆圓块])?零?(?:(?P<jiao>[{NUMERAL_SIGNS}])角)?零?"
    rf"(?:(?P<fen>[{NUMERAL_SIGNS}])分)?[整正]?"
)
FOREIGN = re.compile(r"\$|€|£|美元|美金|港币|港元|欧元|英镑|日元|澳门元|USD|HKD|EUR", re.IGNORECASE)
TWICE = re.compile(r"(?P<before>[^()]+)\((?P<inside>[^()]+)\)")  # 12300元(壹万贰仟叁佰元整)
THREE_DECIMALS = r"[1-9][0-9]{0,2}\.[0-9]{3}"  # 12.345, which may be 12 345 with a dot for the comma


def amount_yuan(text: str, scale: float = 1) -> Decimal | None:
    """Return an amount in yuan, rounded to fen.

    `scale` leads from the header's unit to yuan (10000 for 万元); a unit in the cell itself prevails.
    A minus, or brackets as finance software writes them, means money taken back (冲正): sums need it.
    """
    bare = number_text("金额", text)
    if bare is None:
        return None
    value = _signed(bare, Decimal(str(scale)))
    if value is None:
        raise refusal("金额", text, _why(bare))
    if abs(value) >= LARGEST:
        raise refusal("金额", text, "大得不像一笔款项，请核对")
    return value.quantize(FEN, ROUND_HALF_UP) + 0  # no negative zero


def rough_amount_yuan(text: str, scale: float = 1) -> Decimal | None:
    """Return an amount in yuan, rounded to hundreds: what a person earns is stored no closer."""
    amount = amount_yuan(text, scale)
    return None if amount is None else amount.quantize(HUNDRED, ROUND_HALF_UP).quantize(FEN)


def _signed(bare: str, scale: Decimal) -> Decimal | None:
    """Return an amount with its sign, None for a text that is no amount: -50, ¥-50 and (50) are -50."""
    bracketed = re.fullmatch(r"\(([^()]+)\)", bare)
    negative = bracketed or re.fullmatch(r"(?:¥|人民币)?-((?:¥|人民币)?[0-9].*)", bare)
    if negative:
        value = _unsigned(negative[1], scale)
        return None if value is None or value < 0 else -value
    return _unsigned(bare, scale)


def _unsigned(bare: str, scale: Decimal) -> Decimal | None:
    """Return the amount in figures or in words; where a cell has both, only if the two agree."""
    if twice := TWICE.fullmatch(bare):
        amount = _unsigned(twice["before"], scale)
        return amount if amount == _unsigned(twice["inside"], scale) else None
    return _figures(bare, scale) if re.search("[0-9]", bare) else _words(bare)


def _figures(bare: str, scale: Decimal) -> Decimal | None:
    figures = FIGURES.fullmatch(bare)
    if not figures or _may_be_thousands(figures, scale):
        return None
    has_unit = figures["multiple"] or figures["yuan"]
    return to_decimal(figures["digits"]) * (MULTIPLES[figures["multiple"]] if has_unit else scale)


def _may_be_thousands(figures: re.Match[str], scale: Decimal) -> bool:
    """Tell whether an amount has three decimals of a yuan: none is paid in tenths of a fen, so the dot may be a comma."""
    is_yuan = not figures["multiple"] and (scale == 1 or bool(figures["yuan"]))
    return is_yuan and bool(re.fullmatch(THREE_DECIMALS, figures["digits"]))


def _words(bare: str) -> Decimal | None:
    """Return an amount written out (壹万贰仟叁佰元伍角整); only with 元, 角 or 分, since 五十 may be a count."""
    words = WORDS.fullmatch(bare)
    if not words or not any(words.groups()):
        return None
    parts = [0 if part is None else numeral(part) for part in words.group("yuan", "jiao", "fen")]
    if any(part is None for part in parts):
        return None
    yuan, jiao, fen = (Decimal(part or 0) for part in parts)
    return yuan + jiao / 10 + fen / 100


def _why(bare: str) -> str:
    """Return what is wrong with a text that is no amount, and what to write."""
    if FOREIGN.search(bare):
        return "是外币，请折算成人民币"
    if re.fullmatch(rf"[^0-9]*{THREE_DECIMALS}[^0-9]*", bare):
        return "可能是千分位也可能是小数，请写成1234.50这样的两位小数"
    if TWICE.fullmatch(bare):
        return "不是单独一笔金额，或前后两个数不一致，请只写数字，例如1234.50"
    return why_no_number(bare).replace("例如25", "例如1234.50")
