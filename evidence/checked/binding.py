"""Which indicator a claim speaks of: the longest of its words, nearest to the figure, in a unit that can be its own."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence.checked.vocabulary import NOTHING, PERSONS, Word, measures, words
from evidence.claims.model import Claim
from evidence.claims.passage import Passage
from evidence.claims.script import Plain
from indicators.engine import catalogue

BESIDE, EARLIER, FAR, HEAD = (
    3.0,
    1.0,
    0.01,
    9.0,
)  # what a character counts beside the figure and earlier, what distance takes off,
# and what a word for persons gains that stands right before the figure
REACH = 60  # characters back over which a sentence still says what is counted
OWN_BREAK = re.compile(r"[，。！？；：\n]|,(?!\d)|;|—{2}|…+")
RIGHT = re.compile(r"的?[一-鿿“”（）]{1,14}?(?=[，。；、！？：（）\n\d和及并了]|(?<!参)与|$)")
SUMMING = (
    r"(?:累计|总计|合计|共计|一共|总共|共有?|已经?|先后|全年|今年|去年|截至|截止|目前|现有|现已|至今|达到?|近|超过?|约|逾|为|是|有|拥有|的|了|仅|则|达|其|住着|居住着?|生活着|在册|由|从|提升[至到]|提高[至到]|上升[至到为]|增[至到]|增加[至到]|发展[至到]|扩大[至到]|壮大[至到]|下降[至到]|降[至到]|[同环]比|[比较](?:上年|去年)(?:同期)?|增长|增加|提高|提升|上升|下降|减少|增幅|降幅"
    r"|[\d一二三四五六七八九十]+[年月日]底?|以来|上半年|下半年|社区|辖区|全村|全街道|我们|本)*"
)
OTHERS = re.compile(r"[^，。；\n]*(?:、|[和及与]$)")  # 43支志愿服务队、|2100余名: what follows a figure is its own
EMPTY = re.compile(rf"[\s：:（(“”、]*{SUMMING}[\s：:（(“”、]*")
FIRST = re.compile(rf"[\s：:（(“”、]*(?:[一-鿿]{{1,10}}(?:社区|村|镇|乡|街道|小区|区|县|市))?{SUMMING}(?:居民|群众)?")
# After the gauge of a trend: its measure, further gauges, and the words of rising and falling.
TAIL = re.compile(
    r"(?:数量?|人数|人次|场次|规模|队伍|总[量数额]|金?额|时长|频[率次])?(?:[、和与及][一-鿿]{2,10}?[度率数量次额长])?"
    r"[明显著大幅稳步逐年渐月季持续不断连有效普遍整体全面进一双同快速迅较得到了取均都也所已正在呈现出很极空前为更加越来的地断"
    r"上升提高增长强递攀走扩壮改善好转拓宽涨浓厚多翻番下降减少低轻缩短回落锐滑趋势态头\d二三四五六七八九十]*"
)
PART = re.compile(r"其中|[一-鿿]{0,4}占")
PEOPLE_RATES = frozenset({"每人", "每户", "每场", "每人次"})
SCALE = re.compile(r"(\d+)分制")
WINDOWS_OF_A_STATE = frozenset({"as_of", "cumulative", "current", "since", "open"})


@dataclass(frozen=True)
class Candidate:
    """An indicator a claim may speak of; NOTHING when the words name what is not recorded."""

    indicator: str
    score: float


@dataclass(frozen=True)
class Surroundings:
    """The words of a claim: those beside the figure, left and right, and what the sentence said earlier.

    `lead` is the clause up to the figure before, which a word such as 90天结案率 may begin in.
    """

    left: str
    right: str
    earlier: str
    lead: str = ""


def candidates(claim: Claim, around: Surroundings, is_change: bool = False) -> list[Candidate]:
    """Return the indicators the words speak of in a fitting unit, the best first; a change in percent fits every unit."""
    if claim.is_trend:
        return _of_trend(claim, around)
    best: dict[str, float] = {}
    for word in words():
        if _competes(claim, word, is_change) and (score := _score(word, around)) > best.get(word.indicator, 0):
            best[word.indicator] = score
    found = [Candidate(indicator, score + _preference(claim, indicator)) for indicator, score in best.items()]
    return sorted(found, key=lambda one: (-one.score, one.indicator))


def misfits(claim: Claim, around: Surroundings) -> list[Candidate]:
    """Return the indicators the words beside the figure speak of, but counted in another unit than the claim's."""
    own = Surroundings(around.left, around.right, "")
    scored = [Candidate(word.indicator, _score(word, own)) for word in words() if word.indicator and not word.topics]
    return sorted((one for one in scored if one.score > 0), key=lambda one: (-one.score, one.indicator))


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


def _score(word: Word, around: Surroundings) -> float:
    """Return how well a word tells what is counted, 0 when it does not."""
    if not word.last:
        topics = _topics(word, around.earlier + around.left)
        return 2 * (topics or 0) if _says_nothing(around) else 0
    beside, before = _beside(word, around)
    topics = _topics(word, before) if beside else None
    if topics is not None:
        return beside + topics
    if word.topics or word.is_first or not _says_nothing(around):
        return 0
    at = around.earlier.rfind(word.last)
    return 0 if at < 0 else len(word.last) * EARLIER - (len(around.earlier) - at) * FAR


def _beside(word: Word, around: Surroundings) -> tuple[float, str]:
    """Return what a word beside the figure counts, and all that was said before it."""
    clause, length = around.lead + around.left, len(word.last)
    at = clause.rfind(word.last)
    if at + length > len(around.lead) and at >= 0 and (not word.is_first or FIRST.fullmatch(clause[:at])):
        distance = len(clause) - at - length
        is_head = word.units == PERSONS and distance == 0  # 志愿者骨干20名 are 骨干, 常住老人146位 are 老人
        return length * BESIDE + (HEAD if is_head else -distance * FAR), around.earlier + clause[:at]
    at = -1 if word.is_first else around.right.find(word.last)
    if at < 0 or (_is_stock(word.indicator) and at + length < len(around.right)):
        return 0, ""  # 30余名志愿者为老人包饺子: those who came that day, not all there are
    return length * BESIDE - at * FAR, around.earlier + clause + around.right[:at]


def _topics(word: Word, text: str) -> float | None:
    """Return what the earlier parts of a word count, None when one is missing."""
    score = 0.0
    for topic in word.topics:
        at = text.rfind(topic)
        if at < 0:
            return None
        score += len(topic) * EARLIER - (len(text) - at) * FAR
    return score


def _is_stock(indicator: str) -> bool:
    return (
        bool(indicator) and catalogue()[indicator].numerator.span != "period" and not catalogue()[indicator].denominator
    )


def _says_nothing(around: Surroundings) -> bool:
    """Whether nothing beside the figure says what is counted, so that the sentence's earlier words carry over."""
    is_left_empty = EMPTY.fullmatch(around.left) is not None and not PART.search(around.left)
    return is_left_empty and (not around.right or around.right.startswith("的"))


def _competes(claim: Claim, word: Word, is_change: bool) -> bool:
    if word.indicator == NOTHING:
        return not word.units or claim.unit in word.units
    return not word.is_short if is_change else _fits(claim, word.indicator)


def _of_trend(claim: Claim, around: Surroundings) -> list[Candidate]:
    """Return the indicators whose words stand right before or after the verb: 服务满意度|稳步提升, 有效提升了|居民参与度."""
    best: dict[str, float] = {}
    for word in words():
        at = around.left.rfind(word.last) if word.indicator and not (word.is_short or word.topics) else -1
        if at >= 0 and TAIL.fullmatch(around.left, at + len(word.last)):
            best[word.indicator] = max(best.get(word.indicator, 0), len(word.last) * BESIDE + at * FAR)
    found = [Candidate(indicator, score + _preference(claim, indicator)) for indicator, score in best.items()]
    return sorted(found, key=lambda one: (-one.score, one.indicator))


def _fits(claim: Claim, indicator: str) -> bool:
    """Whether the unit, the rate and the scale of a claim can be those of an indicator."""
    one = catalogue()[indicator]
    if claim.unit not in measures(indicator) or (claim.rate in PEOPLE_RATES and "/" not in one.unit):
        return False
    scale = SCALE.search(one.label)
    return scale is None or claim.value is None or _scale(claim.value) == int(scale[1])


def _scale(score: float) -> int:
    """The smallest of the usual scales that holds a score."""
    return next((scale for scale in (5, 10) if score <= scale), 100)


def _preference(claim: Claim, indicator: str) -> float:
    """Between two indicators of the same words, a window with a beginning asks for the one counted over periods."""
    if indicator == NOTHING:
        return 0.0
    is_period = catalogue()[indicator].numerator.span == "period"
    has_beginning = claim.window is not None and claim.window.kind not in WINDOWS_OF_A_STATE
    return 0.1 if is_period == has_beginning else 0.0


def in_plain(source: Plain, claim: Claim) -> tuple[int, int]:
    """Return where a claim stands in the plain text."""
    return bisect_left(source.at, claim.start), bisect_left(source.until, claim.end) + 1
