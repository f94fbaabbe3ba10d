"""Converts Traditional Chinese script to simplified characters."""

from functools import cache

from opencc import OpenCC

# Characters of GB 2312, the set of simplified ones, that are traditional forms of others too: alone (於 is 于) or in some words (毛坏 is 毛坯).
ALSO_TRADITIONAL = frozenset("乾菸薹拚捱摺吒後徵夥榘於袷麴醣麽藉沈覆坏哩")
FIRST_CHINESE = "\u3400"  # below lie Latin letters, digits and signs, which have one script only


def simplified_script(text: str) -> str:
    """Return a text in simplified characters; words decide: 乾隆 stays, 乾淨 becomes 干净."""
    return str(_converter().convert(text))


def is_simplified(text: str) -> bool:
    """Tell whether a text is surely in simplified characters, which takes a fraction of the time of converting it."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return ALSO_TRADITIONAL.isdisjoint(text)


def simplified_by_character(text: str) -> str:
    """Return a text in simplified characters, each converted on its own, so that every character keeps its place."""
    return "".join(map(_simplified_character, text))


@cache
def _simplified_character(character: str) -> str:
    if character < FIRST_CHINESE:
        return character
    converted = simplified_script(character)
    return converted if len(converted) == 1 else character


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
