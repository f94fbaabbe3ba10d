"""Finds names of people inside any text: by words beside them, by a compound surname, or by all that speaks for a surname and a given name.

A surname alone tells little: 王府井 is no person. So a name is told where words beside it say so (联系人：张三, 张三138…), by a compound
surname, with which few words begin (慕容晓霜), or by its characters, its neighbours and the words of a dictionary together
(`name_evidence`): 走访|困难户|张|桂|芳|家.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial

from etl.parse.latin_names import spans_of_latin_names
from etl.parse.name_characters import BRIGHT_SURNAMES, COMPOUND, GIVEN_NAME, NO_NAMES, SURNAMES, WORDLY_SURNAMES
from etl.parse.name_evidence import LEAST, mark_of, spans_of_names, words_of
from etl.parse.padded_names import without_gaps, without_padding
from etl.parse.people import KINDS_OF_ORGANISATION
from etl.parse.script import simplified_by_character
from etl.parse.sounded_names import spans_of_sounded_names
from etl.parse.sounded_runs import spans_of_sounded_runs
from etl.parse.word_names import spans_of_word_names
from etl.parse.words_beside_names import BEHIND, ROLE, VERB

NameSpan = tuple[int, int]  # where something begins and ends in a text
MASKED_GIVEN_NAME = "某某"  # in place of a given name
_SURNAME = rf"(?:{COMPOUND}|[{SURNAMES}])"
_USUAL = rf"(?:{COMPOUND}|(?![{WORDLY_SURNAMES}])[{SURNAMES}])"
_ANY = rf"{_SURNAME}[一-鿿]{{1,2}}"
_LIKELY = rf"{_USUAL}[{GIVEN_NAME}]{{1,2}}"
_END = r"(?![一-鿿])"
_DIGITS = (
    r"(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\d{14,17}[\dxX]|\d{3}\*{4}\d*|\*{6})"  # a number of a person, masked or not yet
)
_PATTERNS = tuple(  # each finds a name in its group `name`, in a text in simplified script
    map(
        re.compile,
        (
            rf"(?P<name>(?!东方)(?:{COMPOUND})(?:[一-鿿]{{2}}|[一-鿿]{_END}))(?![一-鿿]{{0,2}}(?:大学|学院))",  # 由慕容晓霜主讲
            rf"(?:{ROLE})[ \t]*[:：=]\s*(?P<name>{_ANY}){_END}",  # 联系人：张三
            rf"^(?P<name>{_USUAL}自[{GIVEN_NAME}])$",  # 童自荣; inside a text 自 begins words: 居民自组织
            rf"(?<![一-鿿])(?P<name>[张李王赵钱孙吴郑陈刘杨][三四五六七八九])(?=(?:{KINDS_OF_ORGANISATION})$|[^一-鿿月日号]|$)",  # 李四
        ),
    )
)
_CALLED_AFTER = re.compile(
    rf"(?:[一-鿿]{{0,3}}(?:{KINDS_OF_ORGANISATION})|[一-鿿]{{0,2}}[队团])"
)  # 党爱军|物业, 钮桂香|队
_BESIDE_ANYTHING = tuple(  # the same, but a word may stand there as well: 志愿者 宣传, 13812345678支付宝
    map(
        re.compile,
        (
            rf"(?:{ROLE})\s+(?P<name>{_ANY}){_END}",  # 志愿者 张三
            rf"(?:{ROLE}|{VERB}|由|给|为|与|跟)(?P<name>{_LIKELY})(?={BEHIND}|[^一-鿿]|$)",  # 慰问张桂芳一家
            rf"(?P<name>{_ANY})\W?(?={_DIGITS})",  # 张三13812345678
            rf"{_DIGITS}\W?(?P<name>{_ANY}){_END}",  # 138****5678张三
        ),
    )
)
_ORGANISATION = re.compile(rf"(?:{KINDS_OF_ORGANISATION})$")
_SENTENCE_SIGN = re.compile("[，,。；;：:、！!？?]")  # no name of an organisation holds one
# What tells a sentence from the name of an organisation: 陪彭建国去医院; single characters only beside a name: 回民小学, 为民服务中心.
_DEED = re.compile(  # no words of organisations such as 帮扶, 照料, 组织
    "走访|慰问|看望|探访|陪同|护送|探望|感谢|邀请|去|陪(?!护)|入住|住进|住在|投诉|咨询(?!公司|中心|机构)|反映|参加|参观|申请|转介|转到"
    "|协助|帮忙|安排|邀约|带领|带着|发现|劝说|得知"
)
_DEED_IN_FRONT = re.compile(rf"(?:{ROLE}|{VERB}|[送接帮给为替向由让请访把被带叫与和跟])[:：=\s]?$")
_DEED_BEHIND = re.compile(rf"{BEHIND}|[的到回在来从向给把被住因捐送说要想与和跟]|家属|等")
LONGEST_KIND = 5  # characters that say what kind of organisation it is: 爱心超市, 志愿者协会
_UNITS = frozenset("部处室科组会队团店站")  # 负责人：国际部
_MAY_BE_NAME = re.compile(f"[{SURNAMES}][一-鿿]|{COMPOUND}")  # a surname and a character: most texts hold none


@lru_cache(maxsize=1 << 14)  # the same few words of organisers, places and methods come again and again
def names_in(text: str, least: int = LEAST) -> tuple[str, ...]:
    """Return the names of people that can be told in a text, as they are written there; `least` are the points of a name."""
    simple = simplified_by_character(text)
    told = _told_spans(simple, least)
    weighed = (span for span in _weighed_spans(simple, least, told) if not _is_made_up(simple, *span))
    spans = (*told, *weighed, *_padded_spans(simple, partial(_spans_in, least=least)), *spans_of_latin_names(text))
    return tuple(dict.fromkeys(text[start:end] for start, end in spans))


def _spans_in(text: str, least: int) -> list[NameSpan]:
    told = _told_spans(text, least)
    return [*told, *_weighed_spans(text, least, told)]


def _told_spans(text: str, least: int) -> list[NameSpan]:
    """Return where names stand in a text in simplified script that are told by their units or by words beside them."""
    units = list(spans_of_sounded_names(text, least))
    runs = _apart_from(units, spans_of_sounded_runs(text, least))
    sounded = [span for span in (*units, *runs) if not _is_in_organisation(text, *span)]
    if not _MAY_BE_NAME.search(text):
        return sounded
    worded = list(_apart_from(sounded, spans_of_word_names(text)))
    return [*sounded, *worded, *_apart_from([*sounded, *worded], _labelled_spans(text))]


def _weighed_spans(text: str, least: int, told: list[NameSpan]) -> Iterator[NameSpan]:
    """Yield where other names stand there, by all that speaks for them."""
    if _MAY_BE_NAME.search(text):
        for span in _apart_from(told, spans_of_names(text, least)):
            if not _is_in_organisation(text, *span):
                yield span


def _padded_spans(text: str, spans_in: Callable[[str], Iterable[NameSpan]]) -> Iterator[NameSpan]:
    """Yield where names stand that are padded with gaps, each told by what speaks for it without them: 王　明."""
    joined, places = without_padding(text)
    for start, end in spans_in(joined):
        if places[end - 1] - places[start] >= end - start:  # a gap lies inside
            yield places[start], places[end - 1] + 1


def _apart_from(taken: list[NameSpan], spans: Iterable[NameSpan]) -> Iterator[NameSpan]:
    """Yield those spans that overlap none of these."""
    for start, end in spans:
        if not any(start < taken_end and taken_start < end for taken_start, taken_end in taken):
            yield start, end


def is_full_name(text: str) -> bool:
    """Tell whether a text is the name of a person and nothing else: 沈玉芬; two characters are too few to tell it from that of a place."""
    return len(without_gaps(text)) > len("李娜") and names_in(text) == (text,)


def told_names_in(text: str) -> tuple[str, ...]:
    """Return those names that words beside them or a compound surname tell; of a place, 白石洲 must stay what it is."""
    simple = simplified_by_character(text)
    spans = (*_labelled_spans(simple), *_padded_spans(simple, _labelled_spans))
    return tuple(dict.fromkeys(text[start:end] for start, end in spans))


def without_names(text: str, names: Iterable[str], tag: Callable[[str], str]) -> str:
    """Return a text with 张某某 and the tag of the name in place of each of these names; masked ones stay as they are."""
    for name in sorted(names, key=len, reverse=True):  # 李娜娜 before 李娜
        if name != _masked(name):
            text = text.replace(name, _masked(name) + tag(without_gaps(name)))
    return text


def _is_in_organisation(text: str, start: int, end: int) -> bool:
    """Tell whether a name stands in that of an organisation which is not called after it: 江埔禾荷农业合作社, not 李小明爱心超市."""
    before = _SENTENCE_SIGN.split(text[:start])[-1]
    behind = _SENTENCE_SIGN.split(text[end:])[0]
    if not _ORGANISATION.search(behind) or _DEED_IN_FRONT.search(before) or _DEED_BEHIND.match(behind):
        return False
    is_sentence = _DEED.search(before) or _DEED.search(behind)
    return not is_sentence and (bool(before) or len(behind) > LONGEST_KIND)


def _is_made_up(text: str, start: int, end: int) -> bool:
    """Tell whether a name at the beginning of that of an organisation is one that somebody made up: 余晖队, 金海洋幼儿园, not 党爱军物业."""
    is_owner = start == 0 and _CALLED_AFTER.fullmatch(text, end) is not None
    return is_owner and (end - start == 2 or text[0] in BRIGHT_SURNAMES)


def _labelled_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands that is told by what is beside it."""
    for pattern in (*_PATTERNS, *_BESIDE_ANYTHING):
        for match in pattern.finditer(text):
            name = match["name"]
            if name not in NO_NAMES and name[-1] not in _UNITS and not (pattern in _BESIDE_ANYTHING and _is_word(name)):
                yield match.span("name")


def _is_word(text: str) -> bool:
    """Tell whether the dictionary knows a text as one word, and not as a name: 宣传, 国际."""
    return len(words_of(text)) == 1 and not mark_of(text).startswith("nr")


def _masked(name: str) -> str:
    surname = re.match(COMPOUND, simplified_by_character(name))
    return name[: surname.end() if surname else 1] + MASKED_GIVEN_NAME
