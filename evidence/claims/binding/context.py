"""What a text says beside a figure: the words of its own clause, and the sentence before it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence.claims.detection.claim import Claim
from evidence.claims.detection.normalisation import Plain
from evidence.claims.detection.passage import Passage

REACH = 60  # characters back over which a sentence still says what is counted
OWN_BREAK = re.compile(r"[，。！？；：\n]|,(?!\d)|;|—{2}|…+")
RIGHT = re.compile(r"的?[一-鿿“”（）]{1,14}?(?=[，。；、！？：（）\n\d和及并了]|(?<!参)与|$)")
OTHERS = re.compile(r"[^，。；\n]*(?:、|[和及与]$)")  # 43支志愿服务队、|2100余名: what follows a figure is its own
# Words that sum up, open a window or compare, and do not say what is counted.
_SUM = r"累计|总计|合计|共计|一共|总共|共有?|已经?|先后|达到?|近|超过?|约|逾|为|是|有|拥有|的|了|仅|则|达|其|住着|居住着?|生活着|在册"
_TIME = r"全年|今年|去年|截至|截止|目前|现有|现已|至今|[\d一二三四五六七八九十]+[年月日]底?|以来|上半年|下半年"
_MOVED = (
    r"[由从]|(?:提升|提高|上升|增加?|发展|扩大|壮大|下降|降)[至到]|上升为|[同环]比|[比较](?:上年|去年)(?:同期)?"
    r"|增长|增加|提高|提升|上升|下降|减少|增幅|降幅"
)
_PLACE = r"社区|辖区|全村|全街道|我们|本"
SUMMING = rf"(?:{_SUM}|{_TIME}|{_MOVED}|{_PLACE})*"
EMPTY = re.compile(rf"[\s：:（(“”、]*{SUMMING}[\s：:（(“”、]*")
FIRST = re.compile(rf"[\s：:（(“”、]*(?:[一-鿿]{{1,10}}(?:社区|村|镇|乡|街道|小区|区|县|市))?{SUMMING}(?:居民|群众)?")
PART = re.compile(r"其中|[一-鿿]{0,4}占")


@dataclass(frozen=True)
class Surroundings:
    """The words of a claim: those beside the figure, left and right, and what the sentence said earlier.

    `lead` is the clause up to the figure before, which a word such as 90天结案率 may begin in.
    """

    left: str
    right: str
    earlier: str
    lead: str = ""

    @property
    def says_nothing(self) -> bool:
        """Whether nothing beside the figure says what is counted, so that the sentence's earlier words carry over."""
        is_left_empty = EMPTY.fullmatch(self.left) is not None and not PART.search(self.left)
        return is_left_empty and (not self.right or self.right.startswith("的"))


def surroundings(passage: Passage, source: Plain, claims: Sequence[Claim]) -> Iterator[Surroundings]:
    """Yield the words of each claim, in order; the spans of claims are those of the source text."""
    spans = [in_plain(source, claim) for claim in claims]
    for i, (start, end) in enumerate(spans):
        before = spans[i - 1][1] if i else 0
        after = spans[i + 1][0] if i + 1 < len(spans) else len(passage.text)
        yield _around(passage, claims[i], (start, end), before, after)


def _around(passage: Passage, claim: Claim, span: tuple[int, int], before: int, after: int) -> Surroundings:
    start, end = span
    text = passage.text
    sentence = passage.sentence(start)[0]
    clause = max(
        (m.end() for m in OWN_BREAK.finditer(text, sentence, start) if _holds(m, text, start)), default=sentence
    )
    own = max(clause, before if before <= start else 0)
    if own == before and (others := OTHERS.match(text, own, start)):
        own = others.end()
    if claim.place and text.startswith(claim.place, own):
        own += len(claim.place)
    left = text[own:start] + (text[start:end] if claim.is_trend else "")
    right = "" if claim.is_trend else _right(text[end:after])
    return Surroundings(left, right, text[max(sentence, own - REACH) : own], text[clause:own])


def _holds(found: re.Match[str], text: str, start: int) -> bool:
    """A colon parts words only where others follow: 公示如下：收入30万元, but 志愿者：512人."""
    return found[0] != "：" or not EMPTY.fullmatch(text, found.end(), start)


def _right(text: str) -> str:
    found = RIGHT.match(text)
    return found[0] if found else ""


def in_plain(source: Plain, claim: Claim) -> tuple[int, int]:
    """Return where a claim stands in the plain text."""
    return bisect_left(source.at, claim.start), bisect_left(source.until, claim.end) + 1
