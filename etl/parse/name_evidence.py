"""Weighs what speaks for a surname and the one or two characters behind it being a name: characters, words around, how a dictionary cuts them.

The points are log odds times two, rounded, of a logistic regression over 330,000 characters of news marked by hand and made-up ledgers:
a candidate is a name from the least points on. No single sign decides, so a rare name stands out by where it is, and 王府井 does not.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType

from etl.parse.name_characters import (
    EVERYDAY,
    GIVEN_NAME,
    NO_NAMES,
    NOT_GIVEN,
    SURNAMES,
    TELLING,
    USUAL_SURNAMES,
    WORDLY_SURNAMES,
    WORDS_AS_NAMES,
)
from etl.parse.people import TITLES
from etl.parse.words_beside_names import FOLLOWS, IN_FRONT

Words = dict[int, str]  # place in a text → the word there

LEAST = 7  # points from which on a candidate is a name
LEAST_IN_A_FILE_NAME = 4  # few words surround a name there, and a word masked by mistake costs no figure
POINTS = {  # sign → points
    "usual surname, of 3": 4, "usual surname, of 2": 3, "rare surname, of 2": 1, "rare surname, of 3": 1, "worldly surname, of 2": -3, "worldly surname, of 3": -5,
    "telling given, of 3": 4, "usual given, of 3": 3, "telling given, of 2": 2, "everyday given, of 3": 1, "usual given, of 2": 1, "everyday given, of 2": -1, "other given, of 2": -2, "other given, of 3": -2, "no given, of 3": -6,
    "surname and name": 6, "a known name of 3": 5, "apart, of 3": 5, "told worldly surname": 4, "apart, of 2": 3, "a known name of 2": 2, "surname and word": 2, "cut in the given name": -1, "from a plain word into a noun": -2, "alone": -2, "begins a longer word": -6, "ends in a word": -7, "begins in a word": -9,
    "behind edge": 3, "behind list": 3, "behind bracket": 2, "behind person": 2, "behind ul": 2, "behind v1": 2, "behind a role": 1, "behind c": 1, "behind j": 1, "behind l": 1, "behind sign": 1, "behind uj": 1, "behind v": 1, "behind a": -1, "behind d": -2, "behind m": -2, "behind ns": -2, "behind q": -2, "behind z": -2, "behind r": -3, "behind nr": -5,
    "before a title": 6, "before list": 5, "before p": 4, "before bracket": 3, "before c": 3, "before uj": 3, "before d": 2, "before u": 2, "before v": 2, "before edge": 1, "before i": 1, "before person": 1, "before r": 1, "before s": 1, "before sign": 1, "before t": 1, "before v1": 1, "before f": -1, "before ul": -1, "before y": -1, "before n": -2, "before x": -2, "before a": -3, "before j": -3, "before g": -5, "before nr": -5, "before ns": -5, "before z": -5,
}  # fmt: skip
_CHINESE = re.compile("[一-鿿]+")
_TITLE = re.compile(TITLES)
_PERSON = re.compile(  # ends of words for people: 调解员, 队长, 儿子, 居民代表
    r".*(?:[员长师者生人户工士友妈爸婆爷奶姐哥叔姨伯嫂妻夫伴儿女孙媳]|书记|主任|代表|教授|先生|同志|同学|干部|委员|主席|秘书)$"
)
_PLACE = re.compile(  # what follows a name of a place: 石湫|街道
    "省|市|区|县|镇|乡|村|街|路|巷|弄|里|社区|小区|庄|屯|寨|营|湾|桥|山|湖|河|江|公园|花园|苑|站|厅|馆|院|校|店(?!里)|厂|杯|号|牌|坪|沟|岭|楼|寺|庙|泉|堡|滩|坝|塬|岔|洼|坊|铺|记(?!录)"
)
_NUMBERED = re.compile(rf"[二三四五六七八九双月有来万][{GIVEN_NAME}]|老[二三四五六七八九]")  # 二丫, 有福, 老五
_SIGNS = {"、": "list"} | dict.fromkeys("：:（）()", "bracket")
_CARRIERS = frozenset(
    "和与跟给为替帮陪送找代请叫向对把被让由经"
)  # words of one character that a name follows: 和|于小丽
_ENDS_OF_PLACES = frozenset("坪湾墩庙坡沟洼营滩坝堡屯寨岔坑塬埠屿崖府县村镇乡街巷路")
_UNITS = frozenset("余万元单毛包支束家双班时平方米席段封车")
_PLAIN_WORDS = NO_NAMES.difference(WORDS_AS_NAMES)
LONGEST_WORD = 6  # characters looked at to tell the word beside a name


def spans_of_names(text: str, least: int) -> Iterator[tuple[int, int]]:
    """Yield where names with so many points stand in a text in simplified script, the most certain of those that overlap."""
    candidates = list(_candidates(text))
    if not candidates:  # most texts have none, and need not be cut into words
        return
    words = words_of(text)
    weighed = sorted((-points(text, start, end, words), start, end) for start, end in candidates)
    taken: list[tuple[int, int]] = []
    for minus, start, end in weighed:
        if -minus >= least and not any(start < other_end and other < end for other, other_end in taken):
            taken.append((start, end))
            yield start, end


def words_of(text: str) -> Words:
    """Return the words of a text, cut by a dictionary alone; what it does not know stays single characters."""
    words, place = {}, 0
    for word in read_dictionary().cut(text, hmm=False):
        words[place] = word
        place += len(word)
    return words


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a surname and one or two characters stand of which nothing says that they are no name."""
    for start, surname in enumerate(text):
        if surname in SURNAMES:
            for end in (start + 3, start + 2):
                if end <= len(text) and _may_be_name(text, start, end):
                    yield start, end


def _may_be_name(text: str, start: int, end: int) -> bool:
    name, given_name = text[start:end], text[start + 1 : end]
    if not _CHINESE.fullmatch(given_name) or name in NO_NAMES or given_name == "家" or _TITLE.fullmatch(given_name):
        return False
    if _PLACE.match(text, end) or name[-1] in _ENDS_OF_PLACES:
        return False  # 石湫|街道, 伏龙坪
    if name[0] in _UNITS and text[start - 1 : start].isdigit():
        return False  # 5|余人, 3|包米
    if len(given_name) == 1 and given_name in NOT_GIVEN:
        return False
    return not read_dictionary().has_word(name) or (mark_of(name).startswith("nr") and _may_be_known(name))


def _may_be_known(name: str) -> bool:
    """Tell whether a word that a dictionary marks as a name may be one: 李娜, 关淑仪, not 康复, 高尔夫."""
    return is_likely(name[1:]) and (len(name) == 3 or name[0] in USUAL_SURNAMES or name[1] in TELLING)


def is_likely(given_name: str) -> bool:
    """Tell whether names are written with all these characters."""
    return all(character in GIVEN_NAME for character in given_name)


def points(text: str, start: int, end: int, words: Words) -> int:
    """Return how much speaks for a candidate being a name."""
    return sum(POINTS.get(sign, 0) for sign in signs(text, start, end, words))


def signs(text: str, start: int, end: int, words: Words) -> Iterator[str]:
    """Yield the signs of a candidate, each of which has points."""
    name, given_name = text[start:end], text[start + 1 : end]
    length = len(name)
    words = _apart_from_carrier(text, start, words)
    yield f"{_kind_of_surname(name[0])} surname, of {length}"
    kinds = ["usual"] * 2 if _NUMBERED.fullmatch(given_name) else map(_kind_of_given, given_name)
    yield from (f"{kind} given, of {length}" for kind in kinds)
    cut = _cut(name, start, end, words)
    yield cut
    if len(text) == length:
        yield "alone"
    beside = list(signs_beside(text, start, end, words))
    yield from beside
    is_told = "behind a role" in beside or _SIGNS.get(text[end : end + 1]) == "bracket"
    is_worldly = name[0] in WORDLY_SURNAMES and cut != "surname and word"  # 于小慧, not 都健康
    if is_told and is_worldly and length == 3 and is_likely(given_name):
        yield "told worldly surname"


def points_beside(text: str, start: int, end: int, words: Words) -> int:
    """Return how much what stands beside a candidate speaks for its being a name."""
    beside = signs_beside(text, start, end, _apart_from_carrier(text, start, words))
    return sum(POINTS.get(sign, 0) for sign in beside)


def signs_beside(text: str, start: int, end: int, words: Words) -> Iterator[str]:
    """Yield the signs that stand beside a candidate, each of which has points."""
    if IN_FRONT.search(text[:start]):
        yield "behind a role"
    if FOLLOWS.match(text[end:]):
        yield "before a title"
    yield f"behind {_kind_of_word(_word_before(text, start, words))}"
    kind_behind = _kind_of_word(_word_behind(text, end, words))
    yield f"before {kind_behind}"
    if kind_behind == "n" and end - start == 3 and words.get(start) in _PLAIN_WORDS:
        yield "from a plain word into a noun"  # 游园|维|序


def _apart_from_carrier(text: str, start: int, words: Words) -> Words:
    """Return the words of a text cut anew where a candidate begins in a word whose first character a name may follow: 和|于小丽."""
    if start in words or text[start - 1] not in _CARRIERS:
        return words
    return {start - 1: text[start - 1]} | {start + place: word for place, word in words_of(text[start:]).items()}


def _kind_of_surname(surname: str) -> str:
    return "usual" if surname in USUAL_SURNAMES else "worldly" if surname in WORDLY_SURNAMES else "rare"


def _kind_of_given(character: str) -> str:
    if character in TELLING:
        return "telling"
    if character in EVERYDAY:
        return "everyday"
    return "usual" if character in GIVEN_NAME else "no" if character in NOT_GIVEN else "other"


def _cut(name: str, start: int, end: int, words: Words) -> str:
    """Return how the dictionary cuts a candidate."""
    pieces = [words[place] for place in range(start, end) if place in words]
    if start not in words:
        return "begins in a word"
    if start + len("".join(pieces)) != end:
        return "begins a longer word" if len(pieces) == 1 else "ends in a word"
    given_names = ("nr", "ns", "nz")
    match pieces:
        case [_]:
            return f"a known name of {len(name)}"
        case [surname, given_name] if len(surname) == 1 and len(given_name) == 2:
            return "surname and name" if mark_of(given_name).startswith(given_names) else "surname and word"
        case [_, _] if len(name) == 3:
            return "cut in the given name"
        case _:
            return f"apart, of {len(name)}"


def _word_before(text: str, start: int, words: Words) -> str:
    for place in range(start - 1, max(-1, start - 1 - LONGEST_WORD), -1):
        if place in words and place + len(words[place]) == start:
            return words[place]
    return str(read_dictionary().cut(text[max(0, start - LONGEST_WORD) : start], hmm=False)[-1]) if start else ""


def _word_behind(text: str, end: int, words: Words) -> str:
    if end in words or end == len(text):
        return words.get(end, "")
    return str(read_dictionary().cut(text[end : end + LONGEST_WORD], hmm=False)[0])


@lru_cache(maxsize=1 << 13)
def _kind_of_word(word: str) -> str:
    """Return the kind of a word beside a candidate."""
    if not _CHINESE.match(word):
        return _SIGNS.get(word, "sign" if word else "edge")
    if _PERSON.match(word):
        return "person"
    mark = mark_of(word)
    if mark == "v" and len(word) == 1:
        return "v1"
    return mark[:2] if mark[:2] in ("uj", "ul", "nr", "ns") else mark[:1]


@lru_cache(maxsize=1 << 13)
def mark_of(word: str) -> str:
    """Return how the dictionary marks a word: nr a name of a person, ns of a place, nz of a brand, v a verb."""
    return str(read_dictionary().tag(word)[0][1])


def read_dictionary() -> ModuleType:
    """Return the library that cuts texts into words; its dictionary takes a tenth of a second, the first time."""
    import rjieba  # a process that only shows figures cuts no text

    return rjieba
