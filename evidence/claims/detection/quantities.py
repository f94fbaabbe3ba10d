"""Finds numbers with their unit and qualifier, wherever a text has them; whether one is a claim is decided elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from evidence.claims.detection.claim import Qualifier
from evidence.claims.detection.numerals import Number, find_numbers
from evidence.claims.detection.qualifiers import (
    QualifierWord,
    limits,
    qualifier_across,
    qualifier_after,
    qualifier_before,
    sense_of_mark,
)
from evidence.claims.detection.respective import is_joined, list_parts
from evidence.claims.detection.shares import find_shares
from evidence.claims.detection.two_ends import end_dates, unit_of_ends
from evidence.claims.detection.units import LABELS_WITH_COLON, MeasureWord, unit_at, unit_named_before, unit_of_noun

# What links two ends of a range: 30|至|50名, 18|～|20岁.
TO = re.compile(r"[-—–－~～至到]{1,2}")
# Words before a first number that make a pair a change, not a range: 由|30名到50名.
CHANGE = re.compile(r"(?:由|从|自)[^，。；]{0,9}$")
# 多 or 余 behind a unit: 3公里|多, 9年|多; not the 余 of 余额 or the 多 of 多数.
MORE_AFTER = re.compile(r"(?:多|有余|余)(?!为|是|数|来自|么|方|样|元|名|人|[一-鿿]?分之)")
# What makes a number without a measure word a part of a date.
DATE_AFTER = re.compile("[月日号]")
# The head of a line or sentence, where a number may be that of a list: |1.30名.
HEAD = re.compile(r"(?:^|[\n；。])\s?$")
# Units of things that come whole, so that 1.30名 is no decimal.
WHOLE_UNITS = frozenset(
    {"人", "名", "位", "户", "家", "个", "场", "次", "支", "件", "份", "人次", "项", "条", "例", "起"}
)
# Units that 多 or 余 may stand behind.
TAKES_MORE = frozenset(
    {"小时", "年", "个月", "天", "公里", "里", "米", "斤", "吨", "倍", "元", "周", "%", "个百分点", "分钟"}
)


@dataclass(frozen=True)
class Quantity:
    """A figure as written, from `start` to `end` with its qualifier.

    `digits` is its number alone; `is_unit_written` is false where a noun stands in for the unit.
    """

    start: int
    end: int
    digits: Number
    low: float | None
    high: float | None
    qualifier: Qualifier
    qualifier_word: str
    unit: str
    is_unit_written: bool = True

    @property
    def value(self) -> float | None:
        return None if self.qualifier == "range" else self.digits.low


@dataclass(frozen=True)
class _NumberWithUnit:
    number: Number
    unit: MeasureWord | None

    @property
    def end(self) -> int:
        return self.unit.end if self.unit else self.number.end


def find_quantities(text: str) -> Iterator[Quantity]:
    """Yield every quantity of a normalised text, left to right and not overlapping."""
    terms = _numbers_with_units(text)
    skip = False
    for i, term in enumerate(terms):
        if skip:
            skip = False
            continue
        following = terms[i + 1] if i + 1 < len(terms) else None
        skip = following is not None and _is_range(text, term, following)
        yield _range_quantity(text, term, following) if skip and following else _single_quantity(text, term)


def _numbers_with_units(text: str) -> list[_NumberWithUnit]:
    shares = [_NumberWithUnit(number, MeasureWord(unit, number.end)) for number, unit in find_shares(text)]
    share_offsets = {i for share in shares for i in range(share.number.start, share.number.end)}
    counts = [
        _NumberWithUnit(number, _unit_after(text, number))
        for written in find_numbers(text)
        for number in list_parts(text, written)
        if number.start not in share_offsets and number.end - 1 not in share_offsets
    ]
    terms = list(_without_overlaps(sorted(shares + counts, key=lambda term: term.number.start)))
    return _with_units_of_lists(text, _with_units_of_ends(text, terms))


def _with_units_of_ends(text: str, terms: list[_NumberWithUnit]) -> list[_NumberWithUnit]:
    """Give a number without a measure word that of the other end of its change, or that of what is named: 个案|由56减少到43."""
    completed = list(terms)
    for place, first in enumerate(terms):
        for other, second in enumerate(
            terms[place + 1 : place + 3], place + 1
        ):  # 减少到2025年的43: a year may stand between
            is_dated = DATE_AFTER.match(text, second.number.end)  # 下降到|2|月的5场
            if (
                (first.unit and second.unit)
                or is_dated
                or not end_dates(text, first.number.start, first.end, second.number.start)
            ):
                continue
            known = first.unit or second.unit
            if name := known.name if known else unit_of_ends(text, first.number.start):
                completed[place], completed[other] = (_with_unit(end, name) for end in (first, second))
    return completed


def _with_units_of_lists(text: str, terms: list[_NumberWithUnit]) -> list[_NumberWithUnit]:
    """Give the numbers of a list behind 分别 the unit of the last: 分别接案|15、13、28例."""
    completed = list(terms)
    for place in range(len(terms) - 2, -1, -1):
        term, following = completed[place : place + 2]
        if not term.unit and following.unit and is_joined(text, term.end, following.number.start):
            completed[place] = _with_unit(term, following.unit.name)
    return completed


def _with_unit(term: _NumberWithUnit, name: str) -> _NumberWithUnit:
    return replace(term, unit=term.unit or MeasureWord(name, term.number.end))


def _without_overlaps(terms: list[_NumberWithUnit]) -> Iterator[_NumberWithUnit]:
    """Leave out a number read inside the unit of the one before: the 百 of 12个百分点."""
    end = 0
    for term in terms:
        if term.number.start >= end:
            end = term.end
            yield term


def _unit_after(text: str, number: Number) -> MeasureWord | None:
    suffix = qualifier_after(text, number.end)
    return unit_at(text, suffix.edge if suffix else number.end)


def _is_range(text: str, first: _NumberWithUnit, second: _NumberWithUnit) -> bool:
    """Whether two numbers are the ends of one range: 30至50名, 18～20岁, 200元到500元; not the change 由30名到50名."""
    link = TO.match(text, first.end)
    if (
        not link
        or link.end() != second.number.start
        or first.number.mark
        or (link[0] in "到至" and CHANGE.search(text[max(0, first.number.start - 12) : first.number.start]))
    ):
        return False
    return _scaled_low(first.number, second.number) < second.number.high and (
        first.unit is None or (second.unit is not None and first.unit.name == second.unit.name)
    )


def _scaled_low(first: Number, second: Number) -> float:
    """The first end with the scale of the second: the 3 of 3至5万元 means 30000."""
    scale = next(
        (size for sign, size in (("亿", 1e8), ("万", 1e4)) if sign in second.text and sign not in first.text), 1
    )
    return first.low * scale if first.low * scale < second.high else first.low


def _range_quantity(text: str, first: _NumberWithUnit, second: _NumberWithUnit) -> Quantity:
    number = Number(
        first.number.start,
        second.number.end,
        text[first.number.start : second.number.end],
        _scaled_low(first.number, second.number),
        second.number.high,
    )
    return replace(
        _single_quantity(text, _NumberWithUnit(number, second.unit or first.unit)),
        qualifier="range",
        qualifier_word=text[first.end],
    )


def _single_quantity(text: str, term: _NumberWithUnit) -> Quantity:
    number, unit = _without_list_number(text, term), term.unit
    before = qualifier_before(text, number.start, number.is_round)
    if before is None and unit and unit.name == "%":
        before = qualifier_across(text, number.start)
    after = qualifier_after(text, term.end) or qualifier_after(text, number.end)
    more = MORE_AFTER.match(text, term.end) if unit and unit.name in TAKES_MORE and not number.mark else None
    mark = number.mark or (unit.mark if unit else "") or (more[0] if more else "")
    end = max(term.end, after.edge if after else 0, more.end() if more else 0)
    unit_name = unit.name if unit else _unit_not_written(text, number, before, end)
    value = number.low + (unit.plus if unit else 0)
    sense, word = _qualifier(number, before, mark, after)
    is_tenths = "成" in number.text
    low, high = (number.low, number.high) if sense == "range" else limits(value, sense, word, is_tenths)  # type: ignore[arg-type]
    start = before.edge if before else number.start
    return Quantity(
        start, end, replace(number, low=value), low, high, sense, word, unit_name, is_unit_written=unit is not None
    )


def _without_list_number(text: str, term: _NumberWithUnit) -> Number:
    """1.30名 at the head of a line is item 1 and 30 people: people, households and events come whole."""
    number = term.number
    item, point, rest = number.text.partition(".")
    is_item = (
        point
        and rest.isdigit()
        and len(item) <= 2
        and term.unit
        and term.unit.name in WHOLE_UNITS
        and HEAD.search(text[max(0, number.start - 2) : number.start])
    )
    return Number(number.end - len(rest), number.end, rest, float(rest), float(rest)) if is_item else number


def _unit_not_written(text: str, number: Number, before: QualifierWord | None, end: int) -> str:
    """The unit by the noun beside the number; a plain number needs a noun right after it or a label with a colon before it."""
    start = before.edge if before else number.start
    if number.mark or "万" in number.text or before or number.low < number.high:
        return unit_of_noun(text, end) or unit_named_before(text, start)
    is_large = not number.is_chinese and number.low >= 10
    return (unit_of_noun(text, end, reach=2) if is_large else "") or LABELS_WITH_COLON.get(text[start - 3 : start], "")


def _qualifier(
    number: Number, before: QualifierWord | None, mark: str, after: QualifierWord | None
) -> tuple[Qualifier, str]:
    """The sense and the word of the one qualifier that counts: a range, then the word before, then 余 and 多, then the word after."""
    if number.low < number.high:
        return "range", number.text
    if before and before.sense != "exact":
        return before.sense, before.word
    if mark:
        return sense_of_mark(mark) or "over", mark
    return (after.sense, after.word) if after else ("exact", before.word if before else "")
