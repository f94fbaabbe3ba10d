"""Reads Chinese numerals: 二十三, 两百零五, 壹万贰仟."""

import re

DIGITS = ("〇零○", "一壹", "二贰两兩貳弍", "三叁叄參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
TO_DIGITS = str.maketrans(  # 贰 → 2, 佰 → 百
    {sign: str(value) for value, signs in enumerate(DIGITS) for sign in signs}
    | {"拾": "十", "佰": "百", "仟": "千", "萬": "万", "億": "亿", "廿": "2十", "卅": "3十"}
)
NUMERAL_SIGNS = "".join(DIGITS) + "十拾百佰千仟万萬亿億廿卅"
UNITS = {"十": 10, "百": 100, "千": 1000}

# Up to 9999, its digits already 0-9: 2千3百, 1百05. Full form only: 一万二 (12 000 or 10 002?) lacks the zero or the unit that
# would settle it.
SECTION = "(?:[1-9]千)?(?:0?[1-9]百)?(?:0?[1-9]?十)?(?:(?<![千百万亿])[1-9]|0[1-9])?"
GRAMMAR = re.compile(f"(?:({SECTION})亿)?(?:(0?{SECTION})万)?(0?{SECTION})")


def numeral(text: str) -> int | None:
    """Return the integer that a Chinese numeral in full form stands for, None for any other text."""
    if not text or re.search("[0-9]", text):
        return None
    digits = text.translate(TO_DIGITS)
    match = GRAMMAR.fullmatch(digits)
    if digits == "0" or not match or any(section in ("", "0") for section in match.groups()[:2]):
        return 0 if digits == "0" else None
    scales = (10**8, 10**4, 1)
    return sum(_section(section or "") * scale for section, scale in zip(match.groups(), scales, strict=True))


def year_digits(text: str) -> str:
    """Return the digits of a year written sign by sign: 二〇二三 is 2023."""
    return text.translate(TO_DIGITS)


def _section(digits: str) -> int:
    """Return the value of a numeral below ten thousand: 2千3百 is 2300."""
    tens = sum(int(digit or 1) * UNITS[unit] for digit, unit in re.findall("([1-9]?)([千百十])", digits))
    return tens + (int(digits[-1]) if digits[-1:].isdigit() else 0)
