"""Recognises the two ends of a change: 由|56例|减少到|43例, 从2022年的|20场|增加到2025年的|30."""

import re
from dataclasses import dataclass

from evidence.claims.detection.units import unit_named_before

# Before the first end: 由|56例, 从上年的|40场, 由2024年底的|56例.
FIRST_END = re.compile(r"[由从自](?P<date>[^，。；由从自]{0,24})$")
_RISE = "提升|提高|上升|跃升|攀升|增加|增长|增|升|壮大|扩大|扩展"
_FALL = "下降|降低|减少|降|减|缩短|缩减|回落"
# From the first end to the second: 56|减少到|43, 56例|下降至2025年的|43例.
SECOND_END = re.compile(
    rf"[，、]?(?:逐[年步]|又|再|已)?(?P<verb>{_RISE}|{_FALL}|发展|变)(?:到了?|至|为|成)"
    r"(?P<date>[^，。；]{0,10}?的?)(?:近|约|超过?)?"
)
# From the date of the first end to the second: 由2024年|的228场增加到|264场.
FROM_DATE_TO_SECOND_END = re.compile(rf"[^，。；]{{0,16}}?{SECOND_END.pattern}")
# The same without a verb, where both ends say of when they are: 从2021年的|119场|到2025年的|264场.
DATED_END = re.compile(
    r"[，、]?(?:再|又)?[到至](?P<date>[^，。；]{0,10}?(?:年|月|季度|底|末|目前|现在|如今|今天)[^，。；]{0,3}?)(?:近|约|超过?)?"
)


@dataclass(frozen=True)
class EndDates:
    """What is written before the two ends of a change to say of when they are; empty where nothing is.

    `sign` is 1 where the verb between them says more (增加到), -1 where it says less, 0 where it says neither (发展到).
    """

    first: str
    second: str
    sign: int = 0


def end_dates(text: str, first_start: int, first_end: int, second_start: int) -> EndDates | None:
    """Return the dates of two numbers that are the ends of one change; None for any other two numbers."""
    before = FIRST_END.search(text, max(0, first_start - 26), first_start)
    between = SECOND_END.fullmatch(text, first_end, second_start) or DATED_END.fullmatch(text, first_end, second_start)
    if not before or not between:
        return None
    verb = between.groupdict().get("verb") or ""
    sign = 1 if re.fullmatch(_RISE, verb) else -1 if re.fullmatch(_FALL, verb) else 0
    return EndDates(before["date"].strip("的"), between["date"].strip("的"), sign)


def is_second_end(text: str, first_date_end: int, start: int) -> bool:
    """Return whether the number at `start` is the second end of a change whose first is dated before: 由2024年|的228场增加到|264场."""
    return FROM_DATE_TO_SECOND_END.fullmatch(text, first_date_end, start) is not None


def unit_of_ends(text: str, first_start: int) -> str:
    """Return the unit of two numbers without a measure word by what is named before the change: 在办个案|由56减少到43."""
    before = FIRST_END.search(text, max(0, first_start - 26), first_start)
    if not before:
        return ""
    named_until = before.start() - (1 if text[before.start() - 1 : before.start()] in ("数", "量") else 0)
    return unit_named_before(text, before.start()) or unit_named_before(text, named_until)
