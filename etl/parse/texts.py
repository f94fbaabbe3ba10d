"""Tidies the text of a cell before it is read, tells what is blank, and words the sentence that refuses a cell."""

import re
import unicodedata
from functools import lru_cache

from etl.parse.as_above import means_as_above
from etl.parse.personal_numbers import without_identifiers
from etl.parse.script import is_simplified, simplified_script

# Control characters, soft hyphens, zero-width and direction marks, variation selectors, the byte order mark.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]"
)
# What stands in a cell for nothing: signs such as /, --, (空), N/A, 未填写, and words such as 无, 暂无, 不详.
BLANK_SIGN = re.compile(r"[-/\\_~—–―−─]*|\(?空白?\)?|#?N/?A|NULL|nan|NaN|None|\(?未填写?\)?")
BLANK_WORD = re.compile(r"\(?(?:无|無|暂无|暫無|不详|不詳|待定|未知|不明|未提供|缺失|没有)\)?")
FORMULA_ERROR = re.compile(r"#(?:REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
PINYIN = re.compile(  # the gloss behind a character: 區(qū)
    r"(?<=[\u4e00-\u9fff])[(（][A-Za-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][A-Za-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]*[)）]"
)
CHINESE_BRACKETS = re.compile(r"\(([^()]*[\u4e00-\u9fff][^()]*)\)")  # half-width brackets around Chinese: (广州)
SHOWN = 40  # characters of a cell that a sentence repeats


def tidy(text: str) -> str:
    """Return a text on one line: in NFKC, nothing invisible, runs of white space as one space, none at the ends."""
    return " ".join(_normal(text).split())


@lru_cache(maxsize=1024)  # several steps in a row ask for the same cell
def squeezed(text: str) -> str:
    """Return a text in NFKC without any white space."""
    normal = _normal(text)
    bare = "".join(normal.split())
    return bare if bare == normal else _normal(bare)  # what white space kept apart may combine


def _normal(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFKC", INVISIBLE.sub("", text))


def _is_blank(bare: str) -> bool:
    """Tell whether a cell is empty or holds a placeholder such as /, -, (空), 无, 暂无, N/A."""
    return bool(BLANK_SIGN.fullmatch(bare) or BLANK_WORD.fullmatch(bare))


def content(text: str) -> str | None:
    """Return the tidy text of a cell that is to be read as a value; None when it is blank, refused when its formula failed."""
    bare = squeezed(text)
    if FORMULA_ERROR.fullmatch(bare):
        raise refusal("单元格", text, "是出错的公式，请改成它应有的内容")
    if _is_blank(bare):
        return None
    return text if text == bare else tidy(text)


def refusal(kind: str, text: str, advice: str) -> ValueError:
    """Return the sentence for the clerk: the kind of cell, its text without personal numbers, and what to do."""
    shown = without_identifiers(" ".join(INVISIBLE.sub("", text).split()))
    return ValueError(f"{kind}“{shown if len(shown) <= SHOWN else shown[:SHOWN] + '…'}”{advice}。")


@lru_cache(maxsize=1 << 12)  # ledgers of one office name the same activities
def label(text: str) -> str | None:
    """Return a short text on one line, such as a name or a category, with full-width brackets around Chinese.

    Signs alone are refused: 同上 and 〃 with nothing above them, and punctuation.
    """
    tidied = content(text)
    if tidied and (means_as_above(tidied) or all(map(_is_punctuation, tidied))):
        raise refusal("这一格", text, "只是符号，看不出写的是什么，请写明")
    return tidied and CHINESE_BRACKETS.sub("（\\1）", tidied)


def _is_punctuation(character: str) -> bool:
    return character.isspace() or unicodedata.category(character).startswith("P")


def is_written(text: str) -> bool | None:
    """Return True of a cell in which anything stands; None when it is blank. The text itself is not kept."""
    return True if content(text) else None


def sentence(text: str) -> str | None:
    """Return a text of several words on one line, its punctuation as it is written; None when it is blank."""
    return content(text) and " ".join(INVISIBLE.sub("", text).split())


@lru_cache(maxsize=1 << 16)
def normalised(text: str) -> str:
    """Return the form in which spellings are compared: no white space, no full-width forms, no Traditional script."""
    return simplified(squeezed(text))


def simplified(text: str) -> str:
    """Return a text in simplified characters and without pinyin glosses: 區(qū) is 区."""
    has_brackets = "(" in text or "（" in text
    return text if not has_brackets and is_simplified(text) else _converted(text)


@lru_cache(maxsize=1024)
def _converted(text: str) -> str:
    return simplified_script(PINYIN.sub("", unicodedata.normalize("NFC", text)))
