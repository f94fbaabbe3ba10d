"""Finds names of people inside any text: by words beside them, and as a surname and a given name that no words explain.

A surname alone tells little: 王府井 is no person. So a name is told where words beside it say so (志愿者张桂芳, 张桂芳阿姨, 张三138…),
by a compound surname, with which few words begin (慕容晓霜), or where the text, cut into the words of a dictionary, leaves a surname
and characters of given names over: 走访|困难户|张|桂|芳|家.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from types import ModuleType
from typing import Literal

from etl.parse.name_characters import (
    BRIGHT_SURNAMES,
    COMPOUND,
    GIVEN_NAME,
    NO_NAMES,
    NOT_GIVEN,
    SINGLE_GIVEN_NAME,
    SURNAMES,
    USUAL_SURNAMES,
    WORDLY_SURNAMES,
)
from etl.parse.people import KINDS_OF_ORGANISATION, TITLES
from etl.parse.script import simplified_by_character

MASKED_GIVEN_NAME = "某某"  # in place of a given name
_SURNAME = rf"(?:{COMPOUND}|[{SURNAMES}])"
_USUAL = rf"(?:{COMPOUND}|(?![{WORDLY_SURNAMES}])[{SURNAMES}])"
_ANY = rf"{_SURNAME}[一-鿿]{{1,2}}"
_LIKELY = rf"{_USUAL}[{GIVEN_NAME}]{{1,2}}"
_END = r"(?![一-鿿])"
_ROLE = (
    "姓名|联系人|负责人|经办人?|经手人?|记录人?|填表人?|填报人?|审核人?|复核人?|制表人?|签字|签名|志愿者|义工|社工|居民|村民|党员|书记|主任|组长|队长|队员"
    "|老人|长者|学生|儿童|患者|病人|病患|病友|残疾人|残障人士|低保户|特困户|困难户|贫困户|五保户|独居|孤寡|空巢|租客|业主|户主|捐赠人|捐款人|受助人|受益人"
    "|案主|服务对象|家属|签收人?|领取人?|收款人|申请人|主讲人?|讲师|老师|医生|律师|教练|司机|网格员|楼组?长|社区干部|作者|记者|编辑"
)
_VERB = "走访|慰问|看望|帮扶|帮助|探访|陪同|护送|探望|资助|救助|回访|家访|感谢|联系|邀请|照顾|照料"
_BEHIND = (  # what stands behind a name: 张桂芳家中, 张桂芳审核
    rf"(?:{TITLES}|老人|书记|主任|律师(?!事务所)|教授|教官|教练|校长|院长|站长|会长|长者|的?家[里中]|一家|夫妇|夫妻|母女|母子|父子|父女|本人|等\d*人"
    r"|审核|复核|经办|经手|填表|填报|制表|签字|签名|签收|代签|代领|代办|代购|记录|个案|主讲|讲授|治病|看病|住院|送餐|联系)"
)
_DIGITS = (
    r"(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\d{14,17}[\dxX]|\d{3}\*{4}\d*|\*{6})"  # a number of a person, masked or not yet
)
_PATTERNS = tuple(  # each finds a name in its group `name`, in a text in simplified script
    map(
        re.compile,
        (
            rf"(?P<name>(?!东方)(?:{COMPOUND})(?:[一-鿿]{{2}}|[一-鿿]{_END}))(?![一-鿿]{{0,2}}(?:大学|学院))",  # 由慕容晓霜主讲
            rf"(?:{_ROLE})[ \t]*[:：=]\s*(?P<name>{_ANY}){_END}",  # 联系人：张三
            rf"(?<![一-鿿])(?P<name>[张李王赵钱孙吴郑陈刘杨][三四五六七八九])(?=(?:{KINDS_OF_ORGANISATION})$|[^一-鿿月日号]|$)",  # 李四
        ),
    )
)
# Where a name may stand: among other words, between signs (活动-房玉兰), beside a word that says so, before a kind of organisation.
Context = Literal["among", "alone", "beside", "owner"]
_IN_FRONT = re.compile(rf"(?:{_ROLE}|{_VERB}|由|给|为|替|帮|与|跟)[:：=\s]?$|收[:：]$")
_FOLLOWS = re.compile(_BEHIND)
_CALLED_AFTER = re.compile(
    rf"(?:[一-鿿]{{0,3}}(?:{KINDS_OF_ORGANISATION})|[一-鿿]{{0,2}}[队团])"
)  # 党爱军|物业, 钮桂香|队
_NUMBERED = re.compile(rf"[二三四五六七八九双月有来万][{GIVEN_NAME}]|老[二三四五六七八九]")  # 二丫, 有福, 老五
_BESIDE_ANYTHING = tuple(  # the same, but a word may stand there as well: 志愿者 宣传, 13812345678支付宝
    map(
        re.compile,
        (
            rf"(?:{_ROLE})\s+(?P<name>{_ANY}){_END}",  # 志愿者 张三
            rf"(?:{_ROLE}|{_VERB}|由|给|为|与|跟)(?P<name>{_LIKELY})(?={_BEHIND}|[^一-鿿]|$)",  # 慰问张桂芳一家
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
_DEED_IN_FRONT = re.compile(rf"(?:{_ROLE}|{_VERB}|[送接帮给为替向由让请访把被带叫与和跟])[:：=\s]?$")
_DEED_BEHIND = re.compile(rf"{_BEHIND}|[到回在来从向给把被住因捐送说要想与和跟]|家属|等")
LONGEST_KIND = 5  # characters that say what kind of organisation it is: 爱心超市, 志愿者协会
_PLACE = re.compile(  # what follows a name of a place: 石湫|街道
    "省|市|区|县|镇|乡|村|街|路|巷|弄|里|社区|小区|庄|屯|寨|营|湾|桥|山|湖|河|江|公园|花园|苑|站|厅|馆|院|校|店|厂|杯|号|牌|坪|沟|岭|楼|寺|庙|泉|堡|滩|坝|塬|岔|洼|坊|铺|记(?!录)"
)
_CHINESE = re.compile("[一-鿿]+")
_TITLE = re.compile(TITLES)
_NOT_GIVEN = frozenset(NOT_GIVEN)
_UNITS = frozenset("部处室科组会队团店站")  # 负责人：国际部
_MAY_BE_NAME = re.compile(f"[{SURNAMES}][一-鿿]|{COMPOUND}")  # a surname and a character: most texts hold none


@lru_cache(maxsize=1 << 14)  # the same few words of organisers, places and methods come again and again
def names_in(text: str) -> tuple[str, ...]:
    """Return the names of people that can be told in a text, as they are written there."""
    simple = simplified_by_character(text)
    if not _MAY_BE_NAME.search(simple):
        return ()
    spans = [*_told(simple), *(span for span in _unexplained(simple) if not _is_in_organisation(simple, *span))]
    return tuple(dict.fromkeys(text[start:end] for start, end in spans))


def told_names_in(text: str) -> tuple[str, ...]:
    """Return those names that words beside them or a compound surname tell; of a place, 白石洲 must stay what it is."""
    return tuple(dict.fromkeys(text[start:end] for start, end in _told(simplified_by_character(text))))


def without_names(text: str, names: Iterable[str], tag: Callable[[str], str]) -> str:
    """Return a text with 张某某 and the tag of the name in place of each of these names; masked ones stay as they are."""
    for name in names:
        if not name.endswith(MASKED_GIVEN_NAME):
            text = text.replace(name, _masked(name) + tag(name))
    return text


def _is_in_organisation(text: str, start: int, end: int) -> bool:
    """Tell whether a name stands in that of an organisation which is not called after it: 江埔禾荷农业合作社, not 李小明爱心超市."""
    before = _SENTENCE_SIGN.split(text[:start])[-1]
    behind = _SENTENCE_SIGN.split(text[end:])[0]
    if not _ORGANISATION.search(behind) or _DEED_IN_FRONT.search(before) or _DEED_BEHIND.match(behind):
        return False
    is_sentence = _DEED.search(before) or _DEED.search(behind)
    return not is_sentence and (bool(before) or len(behind) > LONGEST_KIND)


def _told(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands that is told by what is beside it."""
    for pattern in (*_PATTERNS, *_BESIDE_ANYTHING):
        for match in pattern.finditer(text):
            name = match["name"]
            if name not in NO_NAMES and name[-1] not in _UNITS and not (pattern in _BESIDE_ANYTHING and _is_word(name)):
                yield match.span("name")


def _is_word(text: str) -> bool:
    """Tell whether the dictionary knows a text as one word, and not as a name: 宣传, 国际."""
    return len(_words(text)) == 1 and not _is_marked_as_name(text)


def _masked(name: str) -> str:
    surname = re.match(COMPOUND, simplified_by_character(name))
    return name[: surname.end() if surname else 1] + MASKED_GIVEN_NAME


def _unexplained(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a surname and a given name stand that are no part of the words into which a dictionary cuts the text."""
    words = _words(text)
    for start in words:
        if text[start] not in SURNAMES:
            continue
        for end in (start + 3, start + 2):
            if end in words or end == len(text):
                pieces = [words[place] for place in range(start, end) if place in words]
                if _is_name(text[start:end], pieces, _context(text, start, end)) and not _PLACE.match(text[end:]):
                    yield start, end
                    break


def _words(text: str) -> dict[int, str]:
    """Return {place: word} of a text cut by a dictionary alone; what it does not know stays single characters."""
    words, place = {}, 0
    for word in read_dictionary().cut(text, hmm=False):
        words[place] = word
        place += len(word)
    return words


def _context(text: str, start: int, end: int) -> Context:
    """Return how much the words around two or three characters say for a name."""
    before, behind = text[:start], text[end:]
    if _IN_FRONT.search(before) or _FOLLOWS.match(behind) or (before[-1:] in ("(", "（") and behind[:1] in (")", "）")):
        return "beside"
    if not before and _CALLED_AFTER.fullmatch(behind):
        return "owner"
    return "among" if _CHINESE.match(before[-1:]) or _CHINESE.match(behind[:1]) else "alone"


def _is_name(text: str, pieces: list[str], context: Context) -> bool:
    """Tell whether two or three characters that a dictionary cuts into these pieces are a name."""
    surname, given_name = text[0], text[1:]
    is_numbered = context != "among" and _NUMBERED.fullmatch(given_name) is not None
    if text in NO_NAMES or not (is_numbered or _may_be_given(given_name)):
        return False
    likely = 2 if is_numbered else sum(character in GIVEN_NAME for character in given_name)
    is_usual = surname in USUAL_SURNAMES
    is_all_likely = likely == len(given_name)
    if surname in WORDLY_SURNAMES:
        is_known = context == "beside" and len(pieces) == 1 and _is_marked_as_name(text)  # 于小慧
        is_apart = is_known or _is_surname_apart(pieces)
        return context != "among" and len(given_name) == 2 and is_all_likely and is_apart
    match len(given_name), len(pieces):
        case 2, 3:  # 张|桂|芳
            return is_usual or likely > 0 or context in ("alone", "beside")
        case 1, 2:  # 李|娜; 佘|娟
            is_believed = context == "beside" or (context == "alone" and given_name in SINGLE_GIVEN_NAME)
            return likely == 1 and (is_believed or (is_usual and context != "owner"))
        case 2, 2:
            return _is_with_known_word(pieces, likely, context)
        case _:  # 李国强 is in the dictionary, marked as a name
            is_brand = context == "owner" and (likely == 1 or surname in BRIGHT_SURNAMES)
            return is_usual and is_all_likely and not is_brand and _is_marked_as_name(text)


def _is_with_known_word(pieces: list[str], likely: int, context: Context) -> bool:
    """Tell whether three characters of which two are a word are a name; `likely` of these stand in many given names."""
    surname, is_usual = pieces[0][0], pieces[0][0] in USUAL_SURNAMES
    if context == "owner":  # 姜|桂兰|帮帮团, not 金|海洋|幼儿园
        return likely == 2 and surname not in BRIGHT_SURNAMES and _is_surname_apart(pieces)
    if context == "among":  # 马|俊杰, not 高|中生 or 越|高|越好
        return is_usual and len(pieces[0]) == 1 and likely == 2
    if len(pieces[0]) == 2:  # 何国|强
        return likely == 2 and (is_usual or context == "beside")
    return likely == 2 or (likely == 1 and (is_usual or _is_surname_apart(pieces)))  # 岑|小龙, not 包|饺子


def _may_be_given(given_name: str) -> bool:
    """Tell whether no character says that this is no given name."""
    is_no_title = given_name != "家" and not _TITLE.fullmatch(given_name)  # 刘家|堡
    return is_no_title and _CHINESE.fullmatch(given_name) is not None and _NOT_GIVEN.isdisjoint(given_name)


def _is_surname_apart(pieces: list[str]) -> bool:
    """Tell whether a given name is no word of its own, or one that the dictionary marks as a name: 党|爱|军, 房|玉兰."""
    return len(pieces) == 3 or (
        len(pieces) == 2 and len(pieces[0]) == 1 and _is_marked_as_name(pieces[1], ("nr", "ns", "nz"))
    )


def _is_marked_as_name(word: str, marks: tuple[str, ...] = ("nr",)) -> bool:
    """Tell whether the dictionary marks a word of its own as a name: of a person (nr), or with others a place (ns) or brand (nz)."""
    return str(read_dictionary().tag(word)[0][1]).startswith(marks)


def read_dictionary() -> ModuleType:
    """Return the library that cuts texts into words; its dictionary takes a tenth of a second, the first time."""
    import rjieba  # a process that only shows figures cuts no text

    return rjieba
