"""Which indicator a claim speaks of: the longest of its words, nearest to the figure, in a unit that can be its own."""

import re
from dataclasses import dataclass

from evidence.claims.binding.changes import change_of
from evidence.claims.binding.context import FIRST, Surroundings
from evidence.claims.binding.vocabulary import NOTHING, PERSONS, Word, measures, words
from evidence.claims.detection.claim import Claim
from indicators.engine import catalogue

BESIDE, EARLIER, FAR = 3.0, 1.0, 0.01  # what a character counts beside the figure and earlier, what distance takes off
HEAD = 9.0  # what a word for persons gains that stands right before the figure
# After the gauge of a trend: its measure, further gauges, and the words of rising and falling.
TAIL = re.compile(
    r"(?:数量?|人数|人次|场次|规模|队伍|总[量数额]|金?额|时长|频[率次])?(?:[、和与及][一-鿿]{2,10}?[度率数量次额长])?"
    r"[明显著大幅稳步逐年渐月季持续不断连有效普遍整体全面进一双同快速迅较得到了取均都也所已正在呈现出很极空前为更加越来的地断"
    r"上升提高增长强递攀走扩壮改善好转拓宽涨浓厚多翻番下降减少低轻缩短回落锐滑趋势态头\d二三四五六七八九十]*"
)
PEOPLE_RATES = frozenset({"每人", "每户", "每场", "每人次"})
SCALE = re.compile(r"(\d+)分制")
WINDOWS_OF_A_STATE = frozenset({"as_of", "cumulative", "current", "since", "open"})


@dataclass(frozen=True)
class Candidate:
    """An indicator a claim may speak of; NOTHING when the words name what is not recorded."""

    indicator: str
    score: float


def candidates(claim: Claim, around: Surroundings) -> list[Candidate]:
    """Return the indicators the words speak of in a fitting unit, the best first; a change in percent fits every unit."""
    if claim.is_trend:
        return _of_trend(claim, around)
    is_change = change_of(claim, around).kind in ("year_on_year", "growth")
    best: dict[str, float] = {}
    for word in words():
        if _competes(claim, word, is_change) and (score := _score(word, around)) > best.get(word.indicator, 0):
            best[word.indicator] = score
    found = [Candidate(indicator, score + _preference(claim, indicator)) for indicator, score in best.items()]
    return sorted(found, key=lambda one: (-one.score, one.indicator))


def misfits(around: Surroundings) -> list[Candidate]:
    """Return the indicators the words beside the figure speak of, whatever they are counted in."""
    own = Surroundings(around.left, around.right, "")
    scored = [Candidate(word.indicator, _score(word, own)) for word in words() if word.indicator and not word.topics]
    return sorted((one for one in scored if one.score > 0), key=lambda one: (-one.score, one.indicator))


def _score(word: Word, around: Surroundings) -> float:
    """Return how well a word tells what is counted, 0 when it does not."""
    if not word.last:
        topics = _topics(word, around.earlier + around.left)
        return 2 * (topics or 0) if around.says_nothing else 0
    beside, before = _beside(word, around)
    topics = _topics(word, before) if beside else None
    if topics is not None:
        return beside + topics
    if word.topics or word.is_first or not around.says_nothing:
        return 0
    at = around.earlier.rfind(word.last)
    weight = EARLIER * (2 if word.last in around.lead else 1)  # 参与率由一成上升到三成: nearer than another clause
    return 0 if at < 0 else len(word.last) * weight - (len(around.earlier) - at) * FAR


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
