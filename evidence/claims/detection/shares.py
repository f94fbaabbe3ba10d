"""Reads shares and multiples: 62.5% · 百分之六十 · 九成五 · 三分之二 · 过半 · 每5人中有1名 · 翻两番. All shares in percent."""

import re
from collections.abc import Iterator

from evidence.claims.detection.numerals import Number, chinese_value

_DIGIT = "[一两二三四五六七八九]"
_NUMERAL = "[零〇一二两三四五六七八九十百千点几]"
_MARK = "[多余]?"

# 62.5% · 40多%, with 余 or 多 before or after the sign.
PERCENT = r"(?P<percent>(?<!\d)\d{1,9}(?:[.·]\d+)?)(?P<inner>[多余])?[%％](?P<outer>[多余])?"
# 百分之六十 · 千分之三 · 万分之二.
IN_WORDS = rf"(?P<of>百|千|万)分之(?P<words>百|{_NUMERAL}+|\d+(?:\.\d+)?)(?P<words_mark>{_MARK})"
# 百分百, which is all.
WHOLE = r"(?P<whole>百分百)"
# 九成 · 九成五 · 七八成 · 6.5成; not the 成 of 三成立 or 五成员.
TENTHS = rf"(?P<tenths>{_DIGIT}{{1,2}}|[1-9](?:\.\d)?)成(?P<half>[一二三四五六七八九半])?(?P<tenths_mark>[多余])?(?!立|员(?!工)|功|本|果|为|绩|就|长(?!者)|熟|都|新|品|群(?!众)|年(?!轻)|片|对|人礼)"
# 三分之二.
FRACTION = r"(?P<below>[二三四五六七八九十]|[2-9])分之(?P<above>[一二三四五六七八九]|[1-9])"
# 近2/3 · 1/2以上; not a date or a page such as 2/3.
SLASHED = r"(?<![\d/.])(?P<top>[1-9])/(?P<bottom>[2-9]|10)(?![\d/])(?=以上|的|左右|为|是|多)|(?<=[近约超过占])(?P<top2>[1-9])/(?P<bottom2>[2-9])(?![\d/])"
# 半数 · 一半 · 过半居民.
HALVES = r"(?P<halves>半数|一半|(?<=[过超近])半(?=[数，。；、以的]|居民|群众|社区|党员|志愿|以上))"
# 翻两番 (four times) · 翻了近一番 · 翻了一倍 · 翻倍, with its qualifier inside.
_INSIDE = "将近|接近|近|约|超过?|逾|不止"
DOUBLED = rf"(?P<doubled>翻了?(?P<doubled_inside>{_INSIDE})?(?:(?P<times>一|两|二|三|四|几)?番(?!茄)|一?倍)(?P<doubled_mark>[多余])?)"
# 每5人中有1名: one in five.
ONE_IN = rf"每(?P<group>\d+|{_NUMERAL}+)(?:个|名|位)?[一-鿿]{{1,6}}?(?:中|里|当中|之中)?(?:就|便)?有(?:近|约|超过)?(?P<part>\d+|{_NUMERAL}+)(?:个|名|位|户|家|人)"
# 全部用于助学: all of it.
ALL = r"(?P<all>全部(?:都|均)?(?:用于|投入|用作|用在|捐给|用来))"

_MARK_GROUPS = ("inner", "outer", "words_mark", "tenths_mark", "doubled_inside", "doubled_mark")
SHARE = re.compile("|".join((IN_WORDS, WHOLE, PERCENT, ONE_IN, FRACTION, TENTHS, SLASHED, HALVES, DOUBLED, ALL)))


def find_shares(text: str) -> Iterator[tuple[Number, str]]:
    """Yield every share or multiple with its unit: % (the number in percent) or 倍."""
    for match in SHARE.finditer(text):
        bounds = _bounds(match)
        if bounds:
            mark = next((match[group] for group in _MARK_GROUPS if match[group]), "")
            yield Number(match.start(), match.end(), match[0], *bounds, mark), "倍" if match["doubled"] else "%"


def _bounds(match: re.Match[str]) -> tuple[float, float] | None:
    if match["tenths"]:
        return _tenths_bounds(match["tenths"], match["half"])
    value = _single_value(match)
    return None if value is None else (value, value)


def _single_value(match: re.Match[str]) -> float | None:
    if match["percent"]:
        return float(match["percent"].replace("·", "."))
    if match["words"]:
        return _scaled_value(match["words"], {"百": 1, "千": 0.1, "万": 0.01}[match["of"]])
    if match["whole"] or match["all"]:
        return 100
    if match["doubled"]:
        return 2.0 ** (chinese_value(match["times"] or "一") or 0) if match["times"] != "几" else None
    if match["halves"]:
        return 50
    pairs = (("above", "below"), ("top", "bottom"), ("top2", "bottom2"), ("part", "group"))
    return next((_fraction(match[above], match[below]) for above, below in pairs if match[above]), None)


def _scaled_value(words: str, scale: float) -> float | None:
    value = float(words) if words[0].isdigit() else chinese_value(words)
    return None if value is None else round(value * scale, 4)


def _fraction(above: str, below: str) -> float | None:
    part, whole = (float(text) if text.isdigit() else chinese_value(text) for text in (above, below))
    return round(part / whole * 100, 4) if part and whole and part <= whole else None


def _tenths_bounds(tenths: str, half: str | None) -> tuple[float, float] | None:
    """六成 → 60, 九成五 → 95, 七八成 → 70 to 80."""
    extra = 5.0 if half == "半" else chinese_value(half or "零") or 0
    values = [float(tenths)] if tenths[0].isdigit() else [chinese_value(digit) or 0 for digit in tenths]
    if len(values) == 2 and values[1] - values[0] != 1:
        return None
    return values[0] * 10 + extra, values[-1] * 10 + extra
