"""Tells names that hardly are a person's, though no word makes them an organisation's for sure: 万科, 三中, 2019届校友, 第一网格, 环卫队."""

import re

from etl.parse.name_characters import COMPOUND, SURNAMES
from etl.parse.name_evidence import mark_of, read_dictionary
from etl.parse.people import (
    KINDS_OF_ORGANISATION,
    ORGANISATION,
    are_several_people,
    is_masked_name,
    is_organisation,
    is_plain_name,
    looks_like_name,
)
from etl.parse.person_keys import KEY
from etl.parse.plain_names import plainness
from etl.parse.texts import normalised

_NUMBER = "[0-9一二三四五六七八九十]"
# Given names of two characters hardly end so: 施工队, 高三班, 方集团; 李处 and 乔队 are called by their posts.
_ENDS_NO_NAME = re.compile(r"..+[队班组店厂站局处室部铺坊]|.+(?:集团|网格|校友)|..+中学")
_IS_KIND = re.compile(
    rf".(?!学会|中学)(?:{KINDS_OF_ORGANISATION})"
)  # 丁商行: one character and a word for organisations
# Nor do texts that are no name by their form.
_WORDS_FOR_GROUPS = (
    "附中|同学|战友|老乡|家长|公益|平台|传媒|科技|建设|置业|地产|药业|食品|餐饮|服饰|家居|装饰|物流|电器|教育"
    "|培训|美容|烘焙|火锅|便利|药房|商贸|实业|农业|文化|保险|证券|能源|汽车|通信|健身|摄影|印刷|广告|家政"
)
_ENDS_GROUP = re.compile(rf".*(?:{_NUMBER}中|[队班组店厂院校所委联会团社连户群科铺坊行厅站记]|{_WORDS_FOR_GROUPS})")
_NUMBERED_UNITS = "届|级|班|组|网格|小组|片区|支队|大队|中队|连|排"
_NUMBERED = re.compile(rf".*(?:第{_NUMBER}+|[0-9]{{2,4}})(?:{_NUMBERED_UNITS}).*")
# What may be repeated of a text in which a name may stand: 第二网格…, else …家长, …商行.
_NUMBER_OF_GROUP = re.compile(rf"(?:第{_NUMBER}+|[0-9]+|^{_NUMBER}+)(?:{_NUMBERED_UNITS}|年级|中$)")
_LAST_WORD = re.compile(
    rf"(?:{KINDS_OF_ORGANISATION}|集团|网格|校友|{_WORDS_FOR_GROUPS}|[队班组店厂站局处室部铺坊院校所委联会团社连户群科行厅记])$"
)
_NAMES_NOBODY = re.compile(rf"(?:{_NUMBER_OF_GROUP.pattern})+(?:{_LAST_WORD.pattern})?")
FIRMS_LIKE_NAMES = frozenset(  # known to everybody, and begin with a surname
    (
        "万科", "万达", "万和", "万家乐", "华为", "华润", "华联", "华侨城", "国美", "国药", "国网", "永辉", "康师傅", "王老吉", "李锦记", "老干妈", "周黑鸭", "周大福", "周大生",
        "周六福", "周生生", "金龙鱼", "金利来", "金嗓子", "方太", "方特", "乐购", "乐高", "安利", "安踏", "全聚德", "全家", "贝壳", "贝因美", "顾家", "钱大妈", "包钢", "武钢", "马钢", "马应龙", "江铃",
        "柳工", "徐工", "左岸", "茅台", "五粮液", "蒙牛", "云南白药", "白象", "石药", "沃尔玛", "都市丽人", "孔府家", "阿里", "海尔", "海信", "格力", "京东", "小米", "腾讯", "美团",
    )
)  # fmt: skip
# Of most names it is known at one look that they end like none of these, nor like an organisation; brands are asked about all the same.
_is_plain = plainness(_ENDS_NO_NAME, _IS_KIND, _ENDS_GROUP, _NUMBERED, ORGANISATION)
# Most texts are names of two or three characters that begin with a surname, told in one look: nothing else may make these a group.
_MAY_BE_GROUP = re.compile(
    rf"[^一-鿿]|.{{4}}|^[^{SURNAMES}]|^(?:{_ENDS_NO_NAME.pattern}|{_IS_KIND.pattern}|{'|'.join(sorted(FIRMS_LIKE_NAMES))})$"
)
_NAMES_OF_FIRMS = ("nz", "nt")  # marks of a dictionary: brands, organisations
_LONGEST_BRAND = 4


def is_doubtful_person(text: str) -> bool:
    """Tell whether a text stands for a group or a firm though it would count as one person; no for masked names and counted groups."""
    if not _MAY_BE_GROUP.search(text):
        return False
    if is_plain_name(text) and _is_plain(text):
        return _is_firm(text)
    name = normalised(text)
    if (
        len(name) < 2
        or KEY.fullmatch(name)
        or is_organisation(name)
        or is_masked_name(name)
        or are_several_people(name)
    ):
        return False
    if _ENDS_NO_NAME.fullmatch(name) or _IS_KIND.fullmatch(name) or _NUMBERED.fullmatch(name) or _is_firm(name):
        return True
    return not _may_be_name(name) and _ENDS_GROUP.fullmatch(name) is not None


def words_of_doubtful(text: str) -> str:
    """Return what may be repeated of such a text: all of a firm's name or a number, else a number or the last word, since any rest may name a person."""
    name = normalised(text)
    is_whole_word = name in FIRMS_LIKE_NAMES or read_dictionary().has_word(name)  # 光明家长 only begins with a brand
    if (is_whole_word and _is_firm(name)) or _NAMES_NOBODY.fullmatch(name):
        return name
    part = _NUMBER_OF_GROUP.search(name) or _LAST_WORD.search(name)
    return f"{'…' * (part.start() > 0)}{part[0]}{'…' * (part.end() < len(name))}" if part else "…"


def _is_firm(name: str) -> bool:
    """Tell whether a text is a brand that everybody knows, or that a dictionary knows and nobody is called like."""
    if name in FIRMS_LIKE_NAMES:
        return True
    return len(name) <= _LONGEST_BRAND and not _may_be_name(name) and mark_of(name) in _NAMES_OF_FIRMS


def _may_be_name(name: str) -> bool:
    return looks_like_name(name) or "·" in name or re.match(COMPOUND, name) is not None
