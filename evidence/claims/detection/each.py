"""Recognises a number that is said of all parts of a time or place: 六个社区参与人次|均|超过4000人次, 每月|不少于|10场, |全年|95场."""

import re

from evidence.claims.detection.claim import Claim
from evidence.claims.detection.passage import Passage

# 均 and 都 that speak of several, up to the number: 参与人次|均|超过4000人次, 2024年|均|超, 每月开展活动|都在|10场以上; not 人均, 年均, 首都, 均衡.
EACH = re.compile(
    r"(?P<word>(?:(?<![平年季月周日人户场件])|(?<=[\d各每两二三四五六七八九十]年)|(?<=[\d各每]月)|(?<=[各每]季))均(?![衡等价值])|(?<![首成古])都(?!市|会)|皆)"
    r"(?:已经?|能够?|可以?|有|为|在|达到?|保持|稳定|维持|实现|完成|开展|举办|组织|接案|结案|受理|参与|服务|募集|筹集|支出|活动|同比|比上年|较上年|增长|增加|提[高升]|上升|下降|减少|降低|了|到)*$"
)
# Every community by its own word: 每个社区|志愿服务时间700小时.
EACH_PLACE = re.compile(r"(?P<word>每个?(?:社区|村))[^，。；：！？\n\d]{0,14}$")
# A bound that leaves no period out, beside 每年: 每月开展活动|不少于|10场; 每年超200场 may be a mean.
BOUND = re.compile(r"不少于|不低于|不下于?|至少|最少|起码|不超过|不高于|不多于|至多|最多")
# What divides by those counted is a mean whatever its bound: |人均|服务不少于11小时.
MEAN = re.compile(r"[人户场次]均")
# The first time that a number was reached: |首次|突破80%; not 首次开展活动30场.
FIRST = re.compile(r"(?:首[次度]|第一次|历史性地?)(?:实现|站上|迈上|迈过|跨过|破)?了?$")
# The whole of a year, up to the number of it: 2024年|全年|开展活动95场; not 2024年全年95场，2025年上半年|40场.
WHOLE_YEAR = re.compile(r"全年(?:(?!\d{4}年|半年|季度|\d月|截至|目前)[^。；！？\n])*$")
REACH = 24  # characters before a number in which such a word may stand


def each_word(passage: Passage, claim: Claim, start: int) -> str:
    """Return the word by which the number at `start` is said of every part (均, 都, 每个社区, 每月), "" where it is said of their sum."""
    before = passage.clause_before(start, REACH)
    if match := EACH.search(before) or EACH_PLACE.search(before):
        return match["word"]
    return claim.rate if claim.rate and BOUND.search(claim.text) and not MEAN.search(before) else ""


def is_of_whole_year(passage: Passage, start: int) -> bool:
    """Return whether the number at `start` is said of a whole year."""
    return WHOLE_YEAR.search(passage.text[passage.sentence(start)[0] : start]) is not None


def is_first_time(passage: Passage, start: int) -> bool:
    """Return whether the number at `start` is said to be reached for the first time."""
    return FIRST.search(passage.clause_before(start, REACH)) is not None
