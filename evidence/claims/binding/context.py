"""What a text says beside a figure: the words of its own clause, and the sentence before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from evidence.claims.detection.calendar_words import COMPARED_TIME
from evidence.claims.detection.claim import Claim
from evidence.claims.detection.passage import NormalisedText, Passage, TextSpan

REACH = 60  # characters back over which a sentence still says what is counted
# Where the words of a figure begin: as the end of a clause, a colon as well.
CLAUSE_START = re.compile(r"[，。！？；：\n]|,(?!\d)|;|—{2}|…+")
# What is counted after the figure, up to a sign, a number or a joining word: 300人|的志愿者队伍，
# The same sign may be 同: 百余位在职党员|同社区志愿者一道.
COUNTED_AFTER = re.compile(
    r"的?[一-鿿“”（）]{1,14}?(?=[，。；、！？：（）\n\d和及并了]|(?<!参)与|(?<=[员者民])[同跟]|$)"
)
# What joins the next figure, whose words follow: 慰问金3.6万元|和慰问品价值1.2万元.
JOINED = re.compile(r"(?:以?及(?!时)|和|与|并)[一-鿿“”]{1,12}")
# The beginning of a clause that goes on: 65名|志愿者参与到时间银行养老志愿服务|项目中.
BEGINNING = re.compile(r"[一-鿿“”]{1,14}")
# What only says who did it to those that are counted: 76个|由居民下单的|项目.
BY_WHOM = re.compile(r"由[^，。；、\n]{1,12}?的(?=[一-鿿“])")
# The rest of a list that belongs to the figure before: 43支|志愿服务队、|2100余名, so that what follows is the next figure's own.
REST_OF_LIST = re.compile(r"[^，。；\n]*(?:、|[和及与]$)")
# The people the figure before counts, which are not the next one's: 30余名|志愿者|为200位老人包饺子.
COUNTED_BEFORE = re.compile(r"[一-鿿]{0,4}?(?:志愿者|义工|社工|队员|党员|居民|群众|老人|儿童|学生)(?!队|服务)")
# A verb that is part of a name or a thing bought: 社会工作|服务|中心, 政府购买|服务.
BODY = re.compile(r"服务(?=中心|机构|平台|社(?!区))|(?<=购买)服务")

# Words that sum up, open a window or compare, and do not say what is counted.
_SUMMING = r"同口径|累计|总计|合计|共计|计|一共|总共|共有?|已经?|先后|达到?|近|超过?|约|逾|为|是|有|拥有|的|了|仅|则|达|其|住着|居住着?|生活着|在册"
_TIMES = r"全年|今年|去年|上一?年|同期|截至|截止|目前|现在|如今|现有|现已|至今|[\d一二两三四五六七八九十]+[年月日]份?底?至?|以来|[上下]半年|第?[一二三四1-4]季度|前三季度"
_CHANGES = (
    rf"[由从]|(?:提升|提高|上升|跃升|攀升|升|增[加长]?|发展|扩大|壮大|下降|骤?降|锐减)[至到]|上升为|[同环]比|[比较与和同]{COMPARED_TIME}(?:度|同期|全年)?(?:相比)?[多少高低]?"
    r"|增长|增加|提高|提升|上升|下降|减少|增幅|降幅|(?:基本|大体|大致)?持平"
)
_DONE_TO = r"[送发赠分]|[给为向帮]|惠及|服务|覆盖|走访|慰问|带动|发动|动员|吸引|组织"
_PLACES = r"最[多少高低]的是[一-鿿]{2,8}(?:社区|村)|社区|辖区|全村|全街道|我们|本"
FILLERS = rf"(?:{_SUMMING}|{_TIMES}|{_CHANGES}|{_PLACES})*"
# Nothing but such words: 累计|32个, 共有|32个.
ONLY_FILLERS = re.compile(rf"[\s：:（(“”、]*{FILLERS}[\s：:（(“”、]*")
# What may stand before a word of the register: 凤二村共有居民|近4500人; not 送给社区居民, to whom something is done.
CLAUSE_HEAD = re.compile(
    rf"[\s：:（(“”、]*(?:(?!{_DONE_TO})[\d一-鿿]{{1,10}}(?:社区|村|镇|乡|街道|小区|区|县|市))?{FILLERS}(?:居民|群众)?"
)
# What stands before those something is done for, so that the words before it name who does it: 志愿者为|20位居民理发.
DATIVE = re.compile(r"(?:[为给向对替帮]|[带领][着领]?|陪[着伴]|陪同|照看)$")
# The figure is a part of what was said before: 其中, 党员占; a part in time only is of the same, 其中|下半年.
PART_OF_WHOLE = re.compile(rf"其中(?!(?:{_TIMES})+(?:的?(?:有|为|是)?)*$)|[一-鿿]{{0,4}}占")


@dataclass(frozen=True)
class ClaimContext:
    """The words of a claim: those beside the figure, left and right, and what the sentence said earlier.

    `lead` is the clause up to the figure before, in which a word such as 90天结案率 may begin. `rest` is the clause after the
    figure, in which its verb may stand: 对120户困难家庭|进行了走访. `later` is the clause after that: 共发动3万人次参与，|募集资金5万元.
    """

    left: str
    right: str
    earlier: str
    lead: str = ""
    rest: str = ""
    later: str = ""

    def without(self, ending: re.Pattern[str]) -> "ClaimContext":
        """Return the words with what ends a name before them (社东|社区|活动) taken for a village's, which no noun begins with."""
        earlier, lead, left = (ending.sub("村", words) for words in (self.earlier, self.lead, self.left))
        return replace(self, earlier=earlier, lead=lead, left=left)

    @property
    def words(self) -> str:
        """All that is said."""
        return f"{self.earlier}{self.left}|{self.right}"

    @property
    def nouns_left(self) -> str:
        """The words before the figure that may name what is counted; none before 为|20位居民, whom something is done for."""
        return "" if self.right and DATIVE.search(self.left) else self.left

    @property
    def says_nothing(self) -> bool:
        """Whether nothing beside the figure says what is counted, so that the sentence's earlier words carry over."""
        is_left_empty = ONLY_FILLERS.fullmatch(self.left.replace("其中", "")) is not None and not PART_OF_WHOLE.search(
            self.left
        )
        return is_left_empty and (not self.right.strip("（）”") or self.right.startswith("的"))


def claim_contexts(passage: Passage, source: NormalisedText, claims: Sequence[Claim]) -> Iterator[ClaimContext]:
    """Yield the words of each claim, in order; the offsets of claims are those of the source text."""
    spans = [source.normalised_span(claim.start, claim.end) for claim in claims]
    for i, claim in enumerate(claims):
        previous_end = spans[i - 1][1] if i else 0
        next_start = spans[i + 1][0] if i + 1 < len(spans) else len(passage.text)
        yield _claim_context(passage, claim, spans[i], previous_end, next_start)


def _claim_context(passage: Passage, claim: Claim, span: TextSpan, previous_end: int, next_start: int) -> ClaimContext:
    (start, end), text = span, passage.text
    sentence = passage.sentence(start)[0]
    breaks = [match.end() for match in CLAUSE_START.finditer(text, sentence, start) if _parts_words(match, text, start)]
    clause = max(breaks, default=sentence)
    own = max(clause, previous_end if previous_end <= start else 0)
    if own > clause and (others := REST_OF_LIST.match(text, own, start)):
        own = others.end()
    elif own > clause and (counted := COUNTED_BEFORE.match(text, own, start)):
        own = counted.end()
    own = _behind_place(claim, text, own)
    is_phrase = claim.is_trend or claim.is_worded  # the words that say what is counted are its own
    left = text[own:start] + (text[start:end] if is_phrase else "")
    right = "" if is_phrase else _counted_after(text[end:next_start])
    rest = "" if is_phrase else _rest_of_clause(text, end, next_start)
    earlier, lead = text[max(sentence, own - REACH) : own], text[clause:own]
    later = "" if is_phrase else _clause_after(passage, end)
    return ClaimContext(_deedless(left), right, _deedless(earlier), _deedless(lead), rest, later)


def _behind_place(claim: Claim, text: str, own: int) -> int:
    """Return where the words of a figure begin behind the name of its place: |社东社区|, 其中|社东社区|8489人次."""
    for opening in ("", "其中", "其中，"):
        if claim.place and text.startswith(opening + claim.place, own):
            return own + len(opening + claim.place)
    return own


def _deedless(words: str) -> str:
    """The words without what only sounds like a deed: the 服务 of 社会工作服务中心."""
    return BODY.sub("〇〇", words)


def _rest_of_clause(text: str, end: int, next_start: int) -> str:
    """The clause after a figure up to the next one; two figures joined by 和 share their verb: 28家企业|和360名居民参与捐赠."""
    clause_end = next((match.start() for match in CLAUSE_START.finditer(text, end)), len(text))
    if JOINED.fullmatch(text[end:next_start]):
        return ""
    if next_start < clause_end and text[end] == "、" and next_start > end + 1:
        return ""  # 资金8万元|、物资折合5万元: the words of the next figure
    is_shared = next_start < clause_end and text[next_start - 1] in "和及与"
    return text[end:clause_end] if is_shared else text[end : min(clause_end, next_start)]


def _clause_after(passage: Passage, end: int) -> str:
    """The clause after that of a figure, in its sentence."""
    start, sentence_end = passage.clause(end - 1)[1], passage.sentence(end - 1)[1]
    return passage.text[start : passage.clause(start)[1]] if start < sentence_end else ""


def _parts_words(match: re.Match[str], text: str, start: int) -> bool:
    """A colon parts words only where others follow: 公示如下：收入30万元, but 志愿者：512人."""
    return match[0] != "：" or not ONLY_FILLERS.fullmatch(text, match.end(), start)


def _counted_after(text: str) -> str:
    if by_whom := BY_WHOM.match(text):
        text = text[by_whom.end() :]
    if JOINED.fullmatch(text):
        return ""
    match = COUNTED_AFTER.match(text) or BEGINNING.match(text)
    return match[0] if match else ""
