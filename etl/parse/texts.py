"""Cell text: what is blank, how text is tidied before it is read, and the sentence that refuses it."""

import re
import unicodedata
from functools import cache, lru_cache

from opencc import OpenCC

from etl.parse.privacy import without_identifiers

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]"
)
# Signs say that nothing was filled in; words say it too, except in free text, where 无 answers the question.
BLANK_SIGN = re.compile(r"[-/\\_~—–―−─]*|\(?空白?\)?|#?N/?A|NULL|nan|NaN|None|\(?未填写?\)?")
BLANK_WORD = re.compile(r"\(?(?:无|無|暂无|暫無|不详|不詳|待定|未知|不明|未提供|缺失|没有)\)?")
FORMULA_ERROR = re.compile(r"#(?:REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
PINYIN = re.compile(
    r"(?<=[\u4e00-\u9fff])[(（][A-Za-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][A-Za-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]*[)）]"
)
CHINESE_BRACKETS = re.compile(r"\(([^()]*[\u4e00-\u9fff][^()]*)\)")
SHOWN = 40  # characters of a cell that a sentence repeats


def tidy(text: str) -> str:
    """One line: NFKC, nothing invisible, runs of white space as one space, none at the ends."""
    return " ".join(_normal(text).split())


@lru_cache(maxsize=1024)  # several steps in a row ask for the same cell
def squeezed(text: str) -> str:
    """The text in NFKC without any white space."""
    return _normal("".join(_normal(text).split()))


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", INVISIBLE.sub("", text))


def is_blank(text: str) -> bool:
    """Whether a cell is empty or holds a placeholder such as /, -, (空), 无, 暂无, N/A."""
    bare = squeezed(text)
    return bool(BLANK_SIGN.fullmatch(bare) or BLANK_WORD.fullmatch(bare))


def content(text: str) -> str | None:
    """The tidy text of a cell that is to be read as a value; None when it is blank, refused when its formula failed."""
    if FORMULA_ERROR.fullmatch(squeezed(text)):
        raise refusal("单元格", text, "是出错的公式，请改成它应有的内容")
    return None if is_blank(text) else tidy(text)


def refusal(kind: str, text: str, advice: str) -> ValueError:
    """The sentence for the clerk: the kind of cell, its text without personal numbers, and what to do."""
    shown = without_identifiers(" ".join(INVISIBLE.sub("", text).split()))
    return ValueError(f"{kind}“{shown if len(shown) <= SHOWN else shown[:SHOWN] + '…'}”{advice}。")


def label(text: str) -> str | None:
    """A short text on one line, such as a name or a category; brackets in Chinese text as Chinese writes them."""
    found = content(text)
    return found and CHINESE_BRACKETS.sub("（\\1）", found)


def text(text: str) -> str | None:
    """A text that keeps its lines."""
    return None if content(text) is None else _lines(_normal(text))


def free_text(text: str) -> str | None:
    """Remarks, punctuation as written; 无 is an answer here."""
    if BLANK_SIGN.fullmatch(squeezed(text)):
        return None
    return _lines(INVISIBLE.sub("", text))


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


@lru_cache(maxsize=1 << 16)
def normalised(text: str) -> str:
    """The form in which spellings are compared: no white space, no full-width forms, no Traditional script."""
    return simplified(squeezed(text))


@lru_cache(maxsize=1024)
def simplified(text: str) -> str:
    """The text in simplified characters and without pinyin glosses (區(qū) → 区), for comparing spellings."""
    return str(_converter().convert(PINYIN.sub("", unicodedata.normalize("NFC", text))))


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
