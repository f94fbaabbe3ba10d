"""One way of writing: simplified script, half-width digits, no stray blanks, every character remembering where it stood."""

import re
from dataclasses import dataclass
from functools import cache

from opencc import OpenCC

PINYIN_ARTEFACT = re.compile(r"(?<=[\u4e00-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňɡ]{1,6}[)）]")
INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad*")
BLANK = frozenset(" \t\u00a0\u2002\u2003\u2009\u202f")
HALF_WIDTH = {wide: wide - 0xFEE0 for wide in [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]}
HALF_WIDTH |= {ord(wide): narrow for wide, narrow in zip("％＋．～＜＞＝／（﹪○", "%+.~<>=/（%〇", strict=True)}
HALF_WIDTH |= {ord(narrow): wide for narrow, wide in zip("();!?", "（）；！？", strict=True)}


@dataclass(frozen=True)
class Plain:
    """A text in the one way of writing; the i-th character stands in the source from `at[i]` to `until[i]`."""

    text: str
    at: tuple[int, ...]
    until: tuple[int, ...]

    def in_source(self, start: int, end: int) -> tuple[int, int]:
        return self.at[start], self.until[end - 1]


def plain(source: str) -> Plain:
    """Read Traditional script, full-width signs, blanks inside words and the pinyin that machine conversion leaves: 聯(lián)."""
    artefacts = {found.start(): found.end() for found in PINYIN_ARTEFACT.finditer(source)}
    dropped = _dropped(source)
    kept = [i for i in range(len(source)) if i not in dropped]
    characters = "".join(source[i] for i in kept).translate(HALF_WIDTH)
    return Plain(simplified(characters), tuple(kept), tuple(artefacts.get(i + 1, i + 1) for i in kept))


def simplified(text: str) -> str:
    """Traditional to simplified, character by character, so that lengths never change."""
    return "".join(map(_simplified, text))


@cache
def _simplified(character: str) -> str:
    if character < "\u3400":
        return character
    converted = _converter().convert(character)
    return converted if len(converted) == 1 else character


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def _dropped(source: str) -> frozenset[int]:
    dropped = {i for found in PINYIN_ARTEFACT.finditer(source) for i in range(*found.span())}
    dropped |= {i for i, character in enumerate(source) if character in INVISIBLE or _is_idle_blank(source, i)}
    return frozenset(dropped)


def _is_idle_blank(source: str, i: int) -> bool:
    """A single blank carries no meaning in Chinese, except between two Latin words or numbers."""
    if source[i] not in BLANK:
        return False
    before, after = source[i - 1 : i], source[i + 1 : i + 2]
    return not (_is_latin(before) and _is_latin(after)) and before not in BLANK and after not in BLANK


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
