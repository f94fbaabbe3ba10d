"""Reads the words around a figure: what is counted, where, and per what."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from evidence.claims.detection.passage import Passage

# What continues 社区 or 街道 into another word: 社区|工作, 街道|干部.
_NOT_A_NAME = (
    r"级|域|委|民|长|政府|内|里|别|直|外|划|情|容|间|属|各|工作|治理|服务|干部|居民|志愿|组织|慈善|社会|食堂|养老|党"
)
# A place named in full: 凤二村, 阳明山庄社区, 江埔街道.
PLACE = re.compile(rf"[一-鿿]{{2,8}}?(?:社区|自治[区县]|街道|小区|社工站|[乡镇村区县市省])(?!{_NOT_A_NAME})")
# Characters and words that are no part of a name, so that it begins after them: 位于|凤二村, 支持|社东社区.
_BEFORE_NAME = re.compile(
    r"其中|[在于由为对从到向把将和与及是的了等全各该本我占共个名们其这那每以有至使让给跟同年月日]|帮助|参加|参与|推动|促进|加强|进入|成为|组织|联合|依托|打造|深化"
    r"|创建|本地|城市|农村|乡村|周边|多个|整个|开展|建成|支持|建设|走进|位于|来自|覆盖|深入|辐射|记者|指导|所有|城乡|老旧|试点|示范|所在|辖"
)
# Periods and units that a rate may be per.
_PERIOD = "年|月|周|季度?|天|日|星期|学期|晚|人次?|户|场|次|期"
# A rate before the figure: 每年|开展活动210余次, 人均|服务2小时; not 连续三年|均超过.
PER = re.compile(
    rf"(?:(?P<every>(?:每个?(?:{_PERIOD}))+)|(?P<short>(?:(?<![两二三四五六七八九十])年|[月周日人户场])均))[^，。；、]{{0,14}}$"
)
# A rate after it: 200元|/月.
PER_AFTER = re.compile(r"[/／](?P<period>年|月|周|天|日|人|户)")
_PER_NAMES = {"日": "天", "季": "季度", "星期": "周"}
# Words at the beginning of a subject that do not say what is counted: 截至目前已累计|开展活动.
_LEADING = re.compile(
    r"^(?:的|截至|截止|目前|现有|现已|已经?|共计?|累计|总计|合计|先后|其中|并且?|还|也|全年|今年|去年|近年来|同时|以及|和|及|其|约|有|为|是|达到?|了)+"
)
# The same at its end: 志愿者|共有.
_TRAILING = re.compile(
    r"(?:累计|共计|总计|合计|先后|已经?|共|了|有|为|是|约|达到?|增至|增加到|发展到|上升到|提高到|由|从|到|至|的|：|:|（|\()+$"
)
# The words that reach up to the figure.
_LEFT_WORDS = re.compile(r"[一-鿿A-Za-z\d“”（）：:+·]*$")
# The words after it, up to a sign, a number or a joining word: 300人|的志愿者队伍，.
_RIGHT_WORDS = re.compile(r"的?([一-鿿“”]{1,14}?)(?=[，。；、！？（）\n\d和及并了]|(?<!参)与|$)")


@dataclass(frozen=True)
class PlaceNames:
    """The places a text names, with where each name ends."""

    ends: tuple[int, ...]
    names: tuple[str, ...]

    def last_before(self, passage: Passage, at: int) -> str:
        """Return the last place named before `at` in its paragraph, e.g. 社东社区; empty when none is."""
        i = bisect_right(self.ends, at) - 1
        return self.names[i] if i >= 0 and self.ends[i] > passage.paragraph_start(at) else ""


def find_place_names(passage: Passage) -> PlaceNames:
    """Return the places a text names; 本社区 and 全市 name none."""
    candidates = ((match.end(), _name_alone(match[0])) for match in PLACE.finditer(passage.text))
    names = [(end, name) for end, name in candidates if name]
    return PlaceNames(tuple(end for end, _ in names), tuple(name for _, name in names))


def subject_of(passage: Passage, start: int, end: int, since: int) -> str:
    """Return what is counted, as the text names it: the words before the figure, from `since` or the beginning of the clause on, and
    those after it."""
    left = _LEFT_WORDS.search(passage.text[max(passage.clause(start)[0], since, start - 40) : start])
    words_before = _TRAILING.sub("", _LEADING.sub("", left[0] if left else ""))
    right = _RIGHT_WORDS.match(passage.text, end)
    return f"{words_before} {right[1] if right else ''}".strip()


def rate_of(passage: Passage, start: int, end: int) -> str:
    """Return by what a figure counts: 每年 for 每年开展活动210余次 and 年均210次, 每人 for 人均2小时; empty for a plain count."""
    before = PER.search(passage.clause_before(start))
    if before:
        rate = before["every"] or "每" + before["short"][0]
        return re.sub("日|星期|季$", lambda period: _PER_NAMES[period[0]], rate.replace("个", ""))
    after = PER_AFTER.match(passage.text, end)
    return "每" + _PER_NAMES.get(after["period"], after["period"]) if after else ""


def _name_alone(place: str) -> str:
    """The name itself, from the last word that cannot be part of it; empty when nothing but 社区 or 全市 is left."""
    stops = [stop.end() for stop in _BEFORE_NAME.finditer(place)]
    name = place[stops[-1] :] if stops else place
    suffix = 2 if name.endswith(("社区", "街道", "小区")) else 3 if name.endswith("社工站") else 1
    return name if len(name) - suffix >= 2 else ""
