"""Converts Traditional Chinese script to simplified characters."""

from functools import cache

from opencc import OpenCC

FIRST_CHINESE = "\u3400"  # below lie Latin letters, digits and signs, which have one script only


def simplified_script(text: str) -> str:
    """Return a text in simplified characters; words decide: 乾隆 stays, 乾淨 becomes 干净."""
    return str(_converter().convert(text))


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
