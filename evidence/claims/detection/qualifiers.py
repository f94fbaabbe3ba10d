"""Reads the words that qualify a figure (超 近 约 余 以上 …) and says what they allow."""

import re
from dataclasses import dataclass
from typing import Literal

from evidence.claims.detection.numerals import step

Sense = Literal["exact", "over", "under", "about"]
NEAR = 0.9  # 近n allows from nine tenths of n
HALF_A_TENTH = 5.0  # 近九成 is nearer to 九成 than to 八成
MARGIN = 0.05  # 约n allows five percent more or less

# Words that deny the qualifier after them: |没有|超过500人, |未|达到30场.
_DENIED = r"(?:没有?|未曾?|从未|从没有?|并未|尚未|还没有?|不曾)"
# Words right before the number; a look-behind keeps out those that belong to the word before: 商超, 附近, 预约, 表达.
_BEFORE: dict[Sense, str] = {
    "over": rf"{_DENIED}(?:少于|低于)|远超过?|(?<!商)超过|超出|(?<!商)超|逾|突破|多于|大于|高于|不止|不下于|不下|不少于|不低于|至少|最少|起码|≥|>",
    "under": rf"{_DENIED}(?:超过?|超出|突破|高于|多于|达到?)|将近|(?<![承链连对衔直转迎间])接近|不足|不到|不满|未满|少于|低于|小于|不超过?|不高于|不多于|不及|至多|最多|顶多|≤|<|(?<![附最就邻靠亲临贴新远将])近",
    "about": r"大约|大概|约莫|差不多|大致|估计|(?<![一-鿿])~|(?<![预签契节邀相条合公履制违失特赴集简隐誓婚守续大家条履])约",
    "exact": r"达到|高达|多达|(?<![到表直发抵传转下送雷通豁凡])达|足足|整整|刚好|正好|恰好",
}
# Words right after the unit: 500份|以上, 50人|左右.
_AFTER: dict[Sense, str] = {
    "over": r"以上|有余|之多|开外|还多",
    "under": r"以下|以内|之内|不到",
    "about": r"左右|上下|许",
}
# What may stand between such a word and the number: 超过|了|500人.
_LINK = "(?:了|有|为|至|到)?"
# 过 and 上 qualify only before a bare 百 千 万: 过百, 上千人; not 经过百年, 加上百名.
_OF_ROUND = r"(?<![经通超走不路度])过|(?<![以加送赶登晚早线网会街路车身手桌台船献戴穿奉])上"

# The qualifier that ends where the number begins, after an exact one if any: 达|近|500人 counts as 近.
_PREFIX = re.compile(
    rf"(?P<first>(?:{_BEFORE['exact']}){_LINK})?(?:"
    + "|".join(rf"(?P<{sense}>(?:{_BEFORE[sense]}){_LINK})" for sense in ("over", "under", "about"))
    + r")?$"
)
_ROUND = re.compile(rf"(?P<first>(?:{_BEFORE['exact']}){_LINK})?(?P<over>{_OF_ROUND})$")
# A qualifier before the whole of which a share is taken: 超过|总量的|44%.
_ACROSS = re.compile(
    rf"(?:(?P<under>(?:不|{_DENIED})(?:超过|高于|突破)|不足|低于|不到|接近)|(?P<over>超过|高于|突破))了?(?:(?![一两二三四五六七八九十]成)[一-鿿]){{2,12}}(?<![到至为由从])$"
)
_SUFFIX = re.compile("|".join(rf"(?P<{sense}>{words})" for sense, words in _AFTER.items()))
_MARKS: dict[str, Sense] = {"余": "over", "多": "over", "+": "over", "来": "about"}
# The same inside a multiple: 翻了|近|一番.
_MARKS |= {"超": "over", "超过": "over", "逾": "over", "不止": "over", "约": "about"}
_MARKS |= {"近": "under", "将近": "under", "接近": "under"}
# Words that admit the number itself: 不少于500人 and 没有超过500人 allow 500, 超500人 does not.
INCLUSIVE = re.compile(
    r"以上|以下|以内|之内|不少于|不低于|至少|最少|起码|不下|不超|不高于|不多于|至多|最多|顶多|[≥≤+]|^上$"
    rf"|{_DENIED}(?:超|突破|高于|多于|少于|低于)"
)
ROUNDING = 1e-6  # shares are rounded to four places before they are compared


@dataclass(frozen=True)
class QualifierWord:
    """A qualifier in the text: its sense, its words, and the offset where they begin (before a number) or end (after it)."""

    sense: Sense
    word: str
    edge: int


def qualifier_before(text: str, end: int, is_round: bool) -> QualifierWord | None:
    """Return the qualifier that touches the number from the left; 达近 counts as 近, which says more."""
    start = max(0, end - 10)
    match = (_ROUND.search(text, start, end) if is_round else None) or _longest_prefix(text, start, end)
    if not match or not match[0]:
        return None
    senses: tuple[Sense, ...] = ("over", "under", "about")
    for sense in senses:
        if match.groupdict().get(sense):
            return QualifierWord(sense, match[0], match.start())
    return QualifierWord("exact", match[0], match.start())


def qualifier_across(text: str, end: int) -> QualifierWord | None:
    """Return the qualifier that stands before the whole of which a share is taken: 超过 in 超过总量的44%."""
    match = _ACROSS.search(text, max(0, end - 18), end)
    if not match:
        return None
    return QualifierWord("over" if match["over"] else "under", match["over"] or match["under"], end)


def qualifier_after(text: str, start: int) -> QualifierWord | None:
    """Return the qualifier that touches the number or its unit from the right: 以上 in 500份以上."""
    match = _SUFFIX.match(text, start)
    return QualifierWord(match.lastgroup, match[0], match.end()) if match else None  # type: ignore[arg-type]


def sense_of_mark(mark: str) -> Sense | None:
    """Return what 余, 多, + and 来 between number and unit mean, or 近 inside a multiple; None for another mark."""
    return _MARKS.get(mark)


def limits(value: float, sense: Sense, word: str, is_tenths: bool = False) -> tuple[float | None, float | None]:
    """Return between which numbers a figure with this qualifier may lie, None where it is open; n余 stays below the next step of n.

    `is_tenths`: a share told in 成, in percent.
    """
    if sense == "exact":
        return value, value
    if sense == "about":
        return value * (1 - MARGIN), value * (1 + MARGIN)
    if sense == "under":
        return (_least_near(value, is_tenths) if word.endswith(("近", "接近")) else None), value
    return value, (value + step(value) if word in ("余", "多", "有余") else None)


def _least_near(value: float, is_tenths: bool) -> float:
    return max(value * NEAR, value - HALF_A_TENTH) if is_tenths else value * NEAR


def _longest_prefix(text: str, start: int, end: int) -> re.Match[str] | None:
    return next((match for i in range(start, end) if (match := _PREFIX.match(text, i, end)) and match[0]), None)
