"""Reads numbers as Chinese writes them: 1,208 · 3.2万 · 两千四百余 · 三四十 · 几百 · 十七八 · 30余万."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

FORMAL = "壹贰叁肆伍陆柒捌玖拾"  # of cheques and receipts
DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
DIGITS |= {character: value for value, character in enumerate(FORMAL[:9], 1)}
TENS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
GROUPS = {"万": 10_000, "亿": 100_000_000}
SCALES = {
    "百": 100,
    "千": 1000,
    "百万": 10**6,
    "千万": 10**7,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
    "w": 10_000,
    "W": 10_000,
} | GROUPS

# What a number in digits may be multiplied with: 3.2|万, 10|w+; not the 千 of 千米.
_SCALE = r"(?:万亿|千亿|百亿|千万|百万|亿|万|千(?!米|瓦|克|字文)|百|[wW](?=[元人余多+册次名份步字]))"
# Digits in groups of three or in a row, with decimals: 1,362,700.50 · 74 525 · 4532 · 41.5.
_ARABIC = r"(?<!\d)(?:\d{1,3}(?:[,，]\d{3}){1,5}(?!\d)|\d{1,3}(?: \d{3}){1,5}(?!\d)|\d{1,15})(?:[.·]\d+)?"
_NUMERAL = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"
# Chinese characters for a number.
_CHINESE = (
    rf"(?:(?<![人户总次件个例额无为少多指岁参算笔])数(?=[十百千万亿])|[{_NUMERAL}])[{_NUMERAL}几]{{0,24}}"  # 两千四百, 数十; not 人数十
    r"(?:点[零〇一二三四五六七八九]+[万亿]?)?"  # 四十一|点五
    r"|几[十百千万亿]+"  # 几百
    r"|半(?=个?(?:小时|钟头))"  # 半|小时
)
# What makes a number mean a little more, or less exactly: 30|余, 40|多, 500|来, 30|几, 1000|+; not the 来 of 3来自, the 余 of 5余额.
_MARK = r"(?:[余多](?=[万亿])|余(?!额|款|下|热|生)|多|来(?!自|到|了|源|访|宾|电|信|看|说|讲|临|袭)|几|\+)"
IDIOMS = {"成百上千": (100.0, 9_999.0), "成千上万": (1_000.0, 99_999.0)}
# A number of any kind with its mark and scale.
NUMBER = re.compile(
    rf"(?P<idiom>{'|'.join(IDIOMS)})"  # 成百上千
    rf"|(?P<chinese>{_CHINESE})(?P<mark>{_MARK})?"  # 两千四百|余
    r"(?P<scale>(?<=[余多来几])(?:亿|万))?(?P<tail>(?<=[万亿])[余多])?"  # 三十余|万, 三十万|余
    rf"|(?P<arabic>{_ARABIC})(?P<inner>{_MARK})?(?P<times>{_SCALE})?"  # 30|余|万
    r"(?P<rest>(?<=[万亿])\d+(?:\.\d+)?[千万百]|(?<=[万亿])\d(?=[余多名人元块]))?"  # 9万|8千, 3万|2
    rf"(?P<outer>{_MARK})?"  # 115万|余
)
# Two digits that stand for a range: 三四 of 三四十.
_PAIR = re.compile(r"([一二两三四五六七八])([二两三四五六七八九])")


@dataclass(frozen=True)
class Number:
    """A number in the text, from `start` to `end`.

    `low < high` for a written range (三四十); `mark` is the 余 多 来 + inside it or after it.
    """

    start: int
    end: int
    text: str
    low: float
    high: float
    mark: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether it is 百, 千, 万 without a coefficient: as often a figure of speech as a count."""
        return self.text[:1] in "百千万亿" and all(character in "百千万亿" for character in self.text)

    @property
    def is_round(self) -> bool:
        """Whether 过 and 上 may stand before it: 过半, 上百, 上千万."""
        return self.text == "半" or (self.is_bare and not self.mark)

    @property
    def is_chinese(self) -> bool:
        return not self.text[0].isdigit()


def find_numbers(text: str) -> Iterator[Number]:
    """Yield every number of a normalised text, from left to right; runs that are no number (六一, 二〇二二) are passed over."""
    for match in NUMBER.finditer(text):
        number = _number(match)
        if number:
            yield number


def chinese_value(text: str) -> float | None:
    """Return the value of Chinese characters: 两千四百 → 2400, 一万二 → 12000, 四十一点五 → 41.5; None when they form no number."""
    whole, point, decimals = text.partition("点")
    if not point:
        return _whole_value(whole)
    scale = GROUPS.get(decimals[-1:], 1)
    digits = "".join(str(DIGITS[character]) for character in decimals if character in DIGITS)
    value = _whole_value(whole)
    return None if value is None else (value + float(f"0.{digits}")) * scale


def step(value: float) -> float:
    """Return the place of the last digit that is not zero: 580 → 10, 1700 → 100, 1150000 → 10000, 1.5 → 0.1."""
    if not value:
        return 1
    place = 10.0 ** (len(str(int(value))) - 1)
    while place > 1e-4 and not math.isclose(value / place, round(value / place), abs_tol=1e-9):
        place /= 10
    return place


def _number(match: re.Match[str]) -> Number | None:
    if match["idiom"]:
        return Number(match.start(), match.end(), match[0], *IDIOMS[match[0]])
    return _chinese_number(match) if match["chinese"] else _arabic_number(match)


def _arabic_number(match: re.Match[str]) -> Number | None:
    value = float(re.sub(r"[,， ]", "", match["arabic"]).replace("·", "."))
    scale = SCALES.get(match["times"] or "", 1)
    mark = match["inner"] or match["outer"] or ""
    low = high = round(value * scale + _remainder(match["rest"] or "", scale), 6)
    if mark == "几":  # 30几名
        low, high, mark = low + scale, low + step(low) - scale, ""
    return Number(match.start(), match.end(), match[0], low, high, mark)


def _remainder(rest: str, scale: float) -> float:
    """The 8千 of 9万8千, and the 2 of 3万2, which stands for the next place down."""
    if not rest:
        return 0
    return float(rest[:-1]) * SCALES[rest[-1]] if rest[-1] in SCALES else float(rest) * scale / 10


def _chinese_number(match: re.Match[str]) -> Number | None:
    bounds = _bounds(match["chinese"])
    if bounds is None or match[0] in FORMAL:  # 陆 and 伍 alone are names
        return None
    scale = GROUPS.get(match["scale"] or "", 1)
    mark = match["mark"] or match["tail"] or ""
    return Number(match.start(), match.end(), match[0], bounds[0] * scale, bounds[1] * scale, mark.replace("几", ""))


def _bounds(text: str) -> tuple[float, float] | None:
    """Lowest and highest number meant: 三十二 → 32, 32 · 七八十 → 70, 80 · 几百 → 200, 999 · 十几 → 11, 19."""
    if text == "半":
        return 0.5, 0.5
    if "几" in text or text[0] == "数":
        return _vague_bounds(text.replace("数", "几"))
    pair = _PAIR.search(text)
    if pair and not _is_ascending(*pair.groups()):
        return None
    variants = (text[: pair.start()] + digit + text[pair.end() :] for digit in pair.groups()) if pair else (text, text)
    low, high = (chinese_value(variant) for variant in variants)
    return None if low is None or high is None else (low, high)


def _is_ascending(first: str, second: str) -> bool:
    """三四, 七八, and the one customary leap 三五."""
    return DIGITS[second] - DIGITS[first] == 1 or first + second == "三五"


def _vague_bounds(text: str) -> tuple[float, float] | None:
    with_one, with_two, with_nine = (chinese_value(text.replace("几", digit)) for digit in "一二九")
    if with_one is None or with_two is None or with_nine is None:
        return None
    place = with_two - with_one
    return (with_one if place == 1 else with_two), with_nine + place - 1


def _whole_value(text: str) -> float | None:
    """The value of characters without a point, read group by group: 三千二百|万|五百."""
    total = group = place = 0.0
    digit: int | None = None
    for character in text:
        if character in DIGITS:
            if digit:  # two digits in a row spell a year or an id
                return None
            digit, place = DIGITS[character], 0 if character in "零〇" else place
        elif character in TENS:
            place = TENS[character]
            group, digit = group + (digit or 1) * place, None
        else:
            below = group + (digit or 0)
            total = total + (below or 1) * 10_000 if character == "万" else ((total + below) or 1) * 100_000_000
            group, digit, place = 0.0, None, GROUPS[character]
    return total + group + (digit or 0) * (place / 10 if place >= 100 else 1)
