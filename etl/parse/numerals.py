"""Chinese numerals: 二十三, 两百零五, 壹万贰仟."""

import re

DIGITS = ("〇零○", "一壹", "二贰两兩貳弍", "三叁叄參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
PLAIN = str.maketrans(
    {sign: str(value) for value, signs in enumerate(DIGITS) for sign in signs}
    | {"拾": "十", "佰": "百", "仟": "千", "萬": "万", "億": "亿", "廿": "2十", "卅": "3十"}
)
NUMERAL_SIGNS = "".join(DIGITS) + "十拾百佰千仟万萬亿億廿卅"
UNITS = {"十": 10, "百": 100, "千": 1000}

# Full form only: 一万二 (12 000 or 10 002?) lacks the zero or the unit that would settle it.
SECTION = "(?:[1-9]千)?(?:0?[1-9]百)?(?:0?[1-9]?十)?(?:(?<![千百万亿])[1-9]|0[1-9])?"
GRAMMAR = re.compile(f"(?:({SECTION})亿)?(?:(0?{SECTION})万)?(0?{SECTION})")


def numeral(text: str) -> int | None:
    """The integer that a Chinese numeral in full form stands for, None for any other text."""
    if not text or re.search("[0-9]", text):
        return None
    plain = text.translate(PLAIN)
    found = GRAMMAR.fullmatch(plain)
    if plain == "0" or not found or any(part in ("", "0") for part in found.groups()[:2]):
        return 0 if plain == "0" else None
    return sum(_section(part or "") * scale for part, scale in zip(found.groups(), (10**8, 10**4, 1), strict=True))


def year_digits(text: str) -> str:
    """二〇二三 → 2023, sign by sign."""
    return text.translate(PLAIN)


def _section(plain: str) -> int:
    """The value of a numeral below ten thousand, its digits already plain."""
    tens = sum(int(digit or 1) * UNITS[unit] for digit, unit in re.findall("([1-9]?)([千百十])", plain))
    return tens + (int(plain[-1]) if plain[-1:].isdigit() else 0)
