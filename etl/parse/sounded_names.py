"""Finds names of Uyghur, Tibetan, Mongolian, Hui and Yi people, which follow no surname: by the units that they are made of.

Two units or a long one tell a name nearly alone (扎西|才让, 买买提|江); one of two characters (卓玛) tells it with what stands beside it,
weighed as beside any other name. Half masked ones (扎西**, 才让卓某某) are names too.
"""

import re
from collections.abc import Iterator
from functools import cache

from etl.parse.name_evidence import LEAST, Words, points_beside, words_of
from etl.parse.name_syllables import (
    BEGINNINGS_OF_WORDS,
    ISLAMIC,
    ISLAMIC_SURNAMES,
    SOUNDS,
    SOUNDS_IN_FRONT,
    UNITS,
    WORDS,
)

TWO_UNITS, LONG_UNIT, UNIT, SOUND, DOT, MASK, INSIDE_A_WORD = 10, 8, 3, 3, 5, 6, -9  # points
_DOT = "·•・‧∙⋅˙"
_MASK = "*＊×某○"


def _any_of(units: str) -> str:
    """Return a pattern of units between bars, by their first characters and the longest first: (?=[卓扎])(?:卓(?:玛|嘎)|扎(?:西|巴))."""
    by_length = sorted(units.split("|"), key=len, reverse=True)
    firsts = "".join(sorted({unit[0] for unit in by_length}))
    choices = (f"{first}(?:{'|'.join(unit[1:] for unit in by_length if unit[0] == first)})" for first in firsts)
    return f"(?=[{firsts}])(?:{'|'.join(choices)})"


_UNIT = _any_of(UNITS)
_SOUND = f"[{''.join(sorted(SOUNDS))}]"
_HUI = f"[{ISLAMIC_SURNAMES}](?:{_any_of(ISLAMIC)})"
_UNITS, _DOTS, _MASKS, _HUI_NAMES = map(re.compile, (_UNIT, f"[{_DOT}]", f"[{re.escape(_MASK)}]", _HUI))


@cache
def _names() -> re.Pattern[str]:
    """Return the pattern of a name: 乌云其其格, 买买提江·吐尔逊, 阿**古丽, 扎西**, 马哈麦. It takes long to make, and few ledgers need it."""
    return re.compile(
        rf"(?P<front>{_SOUND}?[{re.escape(_MASK)}]{{1,3}}|[{''.join(sorted(SOUNDS_IN_FRONT))}](?={_UNIT}))?"
        rf"(?P<units>(?:{_UNIT})+|{_HUI})"
        rf"(?P<rest>(?:[{_DOT}]?(?:{_UNIT}|{_SOUND})){{0,6}})(?P<mask>[{re.escape(_MASK)}]{{0,3}})"
    )


def spans_of_sounded_names(text: str, least: int = LEAST) -> Iterator[tuple[int, int]]:
    """Yield where such names with so many points stand in a text in simplified script."""
    words: Words = {}
    may_hold_one = _UNITS.search(text) or _HUI_NAMES.search(text)
    for match in _names().finditer(text) if may_hold_one else ():
        words = words or words_of(text)
        start, end = match.start(), _end(match, words)
        name = text[start:end]
        is_word = name in WORDS or text.startswith(BEGINNINGS_OF_WORDS, match.start("units"))
        if not is_word and _points_of(match, name) + _points_around(text, start, end, words) >= least:
            yield start, end


def _end(match: re.Match[str], words: Words) -> int:
    """Return where a name ends: behind its last sound that is no part of a word, 扎西 of 扎西|热心."""
    if match["mask"]:
        return match.end()
    ends = (end for end in range(match.end(), match.end("units"), -1) if end in words or end == len(match.string))
    return next(ends, match.end("units"))


def _points_of(match: re.Match[str], name: str) -> int:
    """Return how much the units and signs of a name speak for it."""
    units = _UNITS.findall(name)
    if len(units) > 1 or not units:  # none: a Chinese surname and an Islamic name
        points = TWO_UNITS
    elif len(units[0]) > len("卓玛"):
        points = LONG_UNIT
    else:
        points = UNIT + SOUND * (len(name) > len(units[0]))
    return points + DOT * (_DOTS.search(name) is not None) + MASK * bool(match["mask"] or _MASKS.search(name))


def _points_around(text: str, start: int, end: int, words: Words) -> int:
    """Return how much what stands around a name speaks for it."""
    is_cut = start in words and (end in words or end == len(text))
    return points_beside(text, start, end, words) + (0 if is_cut else INSIDE_A_WORD)
