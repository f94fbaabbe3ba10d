"""Ranks the indicators a claim may speak of: the longest of its terms, nearest to the figure, in a unit that can be its own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from evidence.claims.binding.changes import claimed_change
from evidence.claims.binding.clauses import NAMED, wordings_in
from evidence.claims.binding.context import CLAUSE_HEAD, ONLY_FILLERS, ClaimContext
from evidence.claims.binding.vocabulary import (
    NOTHING,
    PERSONS,
    UNRECORDED_PERSONS_WORDS,
    IndicatorTerm,
    indicator_terms,
    measure_words,
)
from evidence.claims.detection.claim import Claim
from evidence.claims.detection.trends import THAN_BEFORE
from indicators.engine import catalogue

# The score of a term: what each of its characters counts beside the figure and earlier in the sentence, what each character
# of distance takes off, and what a term for persons gains that stands right before the figure.
BESIDE, EARLIER, DISTANCE, PERSONS_HEAD = 3.0, 1.0, 0.1, 9.0
NEAR = 4  # characters after a figure within which the noun it counts begins
# What may stand between the word that moves and the end of a trend: its measure, further gauges, and the words of rising and
# falling: 志愿者|队伍不断壮大, 满意度|、获得感稳步提升.
TREND_TAIL = re.compile(
    r"(?:数量?|人数|人次|场次|规模|队伍|总[量数额]|金?额|时长|频[率次])?(?:[、和与及][一-鿿]{2,10}?[度率数量次额长])?"
    r"[明显著大幅稳步逐年渐月季持续不断连有效普遍整体全面进一双同快速迅较得到了取均都也所已正在呈现出很极空前为更加越来的地断"
    r"上升提高增长强递攀走扩壮改善好转拓宽涨浓厚多翻番下降减少低轻缩短回落锐滑趋势态头实保持\d两二三四五六七八九十]*"
)
# With what a trend is compared, between its gauge and its verb: 参与人次|比去年|下降.
COMPARED_WITH = re.compile(THAN_BEFORE)
# By what a number is divided, written with a stroke: 0.3例|/千人, which no count is.
PER = re.compile(r"/(?:千人|人次|场|人)")
PEOPLE_RATES = frozenset({"每人", "每户", "每场", "每人次"})
# The scale of a score in an indicator's name: 满意度得分（5分制）.
SCALE = re.compile(r"(\d+)分制")
STATE_WINDOWS = frozenset({"as_of", "cumulative", "current", "since", "open", "lately"})


@dataclass(frozen=True)
class Candidate:
    """An indicator a claim may speak of; NOTHING when the words name what is not recorded."""

    indicator: str
    score: float


def candidates(claim: Claim, context: ClaimContext) -> list[Candidate]:
    """Return the indicators the words speak of in a fitting unit, the best first; a change in percent fits every unit."""
    if claim.is_trend:
        return _trend_candidates(claim, context)
    is_change = claimed_change(claim, context).is_of_level
    best: dict[str, float] = {}
    words = context.words
    for term in indicator_terms():
        if term.last not in words or not _competes(claim, term, is_change):
            continue
        if (score := _score(term, context)) > best.get(term.indicator, 0):
            best[term.indicator] = score
    for wording in wordings_in(claim.unit) if claim.rate not in PEOPLE_RATES else ():
        if (score := wording.score(context)) > best.get(wording.indicator, 0):
            best[wording.indicator] = score
    per = PER.match(context.rest)
    return _ranked(
        Candidate(indicator, score + _preference(claim, indicator))
        for indicator, score in best.items()
        if not per or indicator == NOTHING or catalogue()[indicator].unit.endswith(per[0])
    )


def misfits(context: ClaimContext) -> list[Candidate]:
    """Return the indicators the words beside the figure speak of, in any unit, the best first."""
    beside = ClaimContext(context.left, context.right, "")
    terms = (term for term in indicator_terms() if term.indicator and not term.topics)
    scored = (Candidate(term.indicator, _score(term, beside)) for term in terms)
    return _ranked(candidate for candidate in scored if candidate.score > 0)


def _ranked(unordered: Iterable[Candidate]) -> list[Candidate]:
    return sorted(unordered, key=lambda candidate: (-candidate.score, candidate.indicator))


def _score(term: IndicatorTerm, context: ClaimContext) -> float:
    """How well a term tells what is counted, 0 when it does not."""
    if not term.last:
        topics = _topics_score(term, context.earlier + context.left)
        return 2 * (topics or 0) if context.says_nothing else 0
    beside, words_before = _beside_score(term, context)
    topics = _topics_score(term, words_before) if beside else None
    if topics is not None:
        return beside + topics
    if term.topics or term.is_head_only or not context.says_nothing:
        return 0
    if term.last == "服务" and NAMED.search(context.earlier):
        return 0  # 该服务队由18人发展到126人: a part of a name
    at = context.earlier.rfind(term.last)
    weight = EARLIER * (2 if term.last in context.lead else 1)  # 参与率由一成上升到三成: nearer than another clause
    return 0 if at < 0 else len(term.last) * weight - (len(context.earlier) - at) * DISTANCE


def _beside_score(term: IndicatorTerm, context: ClaimContext) -> tuple[float, str]:
    """What a term counts beside the figure, and all that was said before it; 0 where it does not stand there."""
    clause, length = context.lead + context.nouns_left, len(term.last)
    at = clause.rfind(term.last)
    if at + length > len(context.lead) and at >= 0 and (not term.is_head_only or CLAUSE_HEAD.fullmatch(clause[:at])):
        distance = len(clause) - at - length
        if term.is_head_only and not ONLY_FILLERS.fullmatch(clause, at + length):
            return 0, ""  # 居民代表、物业等36人围坐一堂: not all residents
        if term.units == PERSONS and distance and context.right:
            return 0, ""  # 来自志愿服务队的200余名|志愿者: the head follows the figure
        is_head = distance == 0 and _counts_persons(term)  # 志愿者骨干20名 are 骨干, 常住老人146位 are 老人
        return length * BESIDE + (PERSONS_HEAD if is_head else -distance * DISTANCE), context.earlier + clause[:at]
    at = -1 if term.is_head_only else context.right.find(term.last)
    if at < 0 or (is_stock(term.indicator) and at + length < len(context.right)):
        return 0, ""  # 30余名志愿者为老人包饺子: those who came that day, not all there are
    if term.units == PERSONS and NEAR < at < len(context.right) - length:
        return 0, ""  # 8名志愿者在|工作人员|的讲解下: not those who are counted
    is_end = at + length == len(context.right)  # 132场|各类社区公益慈善|活动: what is counted ends the phrase
    return length * BESIDE - (0 if is_end else at) * DISTANCE, context.earlier + clause + context.right[:at]


def _counts_persons(term: IndicatorTerm) -> bool:
    """Whether a term names persons that are not recorded, or persons recorded in a word that ends in such: 工作|人员."""
    return term.units == PERSONS or (term.indicator != NOTHING and term.last.endswith(UNRECORDED_PERSONS_WORDS))


def _topics_score(term: IndicatorTerm, text: str) -> float | None:
    """What the earlier parts of a term count, None when one is missing."""
    score = 0.0
    for topic in term.topics:
        at = text.rfind(topic)
        if at < 0:
            return None
        score += len(topic) * EARLIER - (len(text) - at) * DISTANCE
    return score


def is_stock(indicator: str) -> bool:
    """Whether an indicator counts what there is at a day, such as registered volunteers."""
    if indicator == NOTHING:
        return False
    return not catalogue()[indicator].is_of_period and not catalogue()[indicator].denominator


def _competes(claim: Claim, term: IndicatorTerm, is_change: bool) -> bool:
    if term.indicator == NOTHING:
        return not term.units or claim.unit in term.units
    return bool(term.last) and not term.is_without_measure if is_change else _fits(claim, term.indicator)


def _trend_candidates(claim: Claim, context: ClaimContext) -> list[Candidate]:
    """The indicators whose terms stand right before or after the verb: 服务满意度|稳步提升, 有效提升了|居民参与度."""
    best: dict[str, float] = {}
    words = COMPARED_WITH.sub("", context.left)
    for term in indicator_terms():
        is_usable = term.indicator and not (term.is_without_measure or term.topics)
        at = words.rfind(term.last) if is_usable else -1
        if at >= 0 and TREND_TAIL.fullmatch(words, at + len(term.last)):
            best[term.indicator] = max(best.get(term.indicator, 0), len(term.last) * BESIDE + at * DISTANCE)
    return _ranked(Candidate(indicator, score + _preference(claim, indicator)) for indicator, score in best.items())


def _fits(claim: Claim, indicator: str) -> bool:
    """Whether the unit, the rate and the scale of a claim can be those of an indicator."""
    is_per_person = claim.rate in PEOPLE_RATES
    if claim.unit not in measure_words(indicator) or (is_per_person and "/" not in catalogue()[indicator].unit):
        return False
    scale = SCALE.search(catalogue()[indicator].label)
    return scale is None or claim.value is None or _scale_of(claim.value) == int(scale[1])


def _scale_of(score: float) -> int:
    """The smallest of the usual scales (5, 10, 100) that holds a score."""
    return next((scale for scale in (5, 10) if score <= scale), 100)


def has_open_beginning(claim: Claim) -> bool:
    """Whether a claim counts all there is (截至, 目前, 累计), not what a time with a beginning brought."""
    return claim.window is None or claim.window.kind in STATE_WINDOWS


def _preference(claim: Claim, indicator: str) -> float:
    """Between two indicators of the same words, a window with a beginning asks for the one counted over periods."""
    if indicator == NOTHING:
        return 0.0
    is_period = catalogue()[indicator].is_of_period
    return 0.1 if is_period != has_open_beginning(claim) else 0.0
