"""Tells where the name of a community stands in a title, and where it is a part of another name: of a street, a school, a word."""

import re
from collections.abc import Iterable

from etl.parse.community_words import ENDS_LIKE_COMMUNITY
from etl.parse.name_evidence import words_of

_OTHER_PLACE = (  # behind the name that it shares with a community: 湖滨街道, 石桥镇各社区, 南湖实验小学; 湖滨社区学校 is the community's
    "(?<!社区)(?:街道|街办|办事处|镇|乡(?![村贤亲情愁音土风])|公园|广场(?!舞)"
    "|(?:中心|实验|附属|外国语|第?[一二三四五六七八九十])?[中小]学(?!生)|大学(?!生)|学校|学院|幼儿园|医院|市场|景区|派出所|水库"
    "|大道|大街|[东西南北中]?路(?![演灯]))"
)


def stands_in(spelling: str, text: str) -> bool:
    """Tell whether a spelling stands in a text as more than a part of another name; both normalised."""
    if spelling not in text:
        return False
    places = [match.start() for match in re.finditer(f"{re.escape(spelling)}(?!{_OTHER_PLACE})", text)]
    if not places or ENDS_LIKE_COMMUNITY.search(spelling):
        return bool(places)
    words = words_of(text)
    return any(start in words and len(words[start]) <= len(spelling) for start in places)  # not in 同心圆, 共同|心愿


def is_called_alike(spellings: Iterable[str], text: str) -> bool:
    """Tell whether a text names a street, park or school that is called like a community."""
    return any(re.search(f"{re.escape(each)}{_OTHER_PLACE}", text) for each in spellings if len(each) > 1)
