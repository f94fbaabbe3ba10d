"""Finds names of people that are words, 高兴 or 方正: only where words beside them leave no doubt that a person is meant."""

import re
from collections.abc import Iterator

from etl.parse.name_characters import COMPOUND, SURNAMES, WORDS_AS_NAMES
from etl.parse.name_evidence import read_dictionary
from etl.parse.words_beside_names import VERB

_TITLE = "先生|女士|阿姨|叔叔|伯伯|婆婆|大爷|大妈|大姐|大哥|大叔|大婶|奶奶|爷爷|小姐|太太"  # of one person, hardly behind other words
_WEAK_TITLE = (
    "老人|老师|师傅|同学|小朋友|医生|社工|同志|一家|家[里中]|本人"  # behind other words too: 康复老师, 高龄老人
)
_DONE_BY_ONE = "反映|来电|签到|独居|捐款|住院|主持|主讲|带队|值班|值守|提出|表示|诉说|求助|申请|报名|帮忙|办理|就医|看病|复查|到[医街社家]|的?[儿女丈妻孙母父爱]"
_ROLE = "志愿者|义工|社工|居民|村民|党员|联系人|负责人|组长|队长|网格员|楼长|案主|服务对象|个案对象|主讲人|讲师|客户|租客|业主"
_TAKES_A_PERSON = rf"{VERB}|由|给|为|与|跟|和|请|帮|替|陪"
_WORD = rf"(?P<name>(?!{COMPOUND})[{SURNAMES}][一-鿿])"
_LISTED = rf"(?P<name>{'|'.join(WORDS_AS_NAMES)})"
_PATTERNS = tuple(
    map(
        re.compile,
        (
            rf"(?<![一-鿿]){_WORD}(?=(?:{_TITLE})(?!们|团|队|班|组|合唱))",  # 高兴阿姨来领米
            rf"(?:{_ROLE}|{_TAKES_A_PERSON}){_WORD}(?=(?:{_TITLE})(?!们|团|队|班|组|合唱))",  # 探访平安奶奶
            rf"(?:(?<![一-鿿])|{_ROLE}){_WORD}(?=[，,、(（\s]{{1,2}}[男女][，,、)）\s])",  # 江山，男，45岁
            rf"(?:{_ROLE}|{_TAKES_A_PERSON}){_LISTED}(?=(?:{_WEAK_TITLE})(?![们之])|{_DONE_BY_ONE})",  # 走访方正老人
        ),
    )
)


def spans_of_word_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand as names in a text in simplified script."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if read_dictionary().has_word(match["name"]):
                yield match.span("name")
