"""Finds what a text says against itself, without any records: lists shorter than announced, shares that no counts of the
sentence yield, parts that do not add up to their total, rises to less."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from evidence.claims.detection.claim import Claim
from evidence.claims.detection.numerals import chinese_value
from evidence.claims.detection.passage import Passage, TextSpan, normalise
from evidence.claims.detection.two_ends import end_dates
from evidence.claims.verification.acceptance import precision

_FEW = r"(?P<n>[二两三四五六七八九十]|十[一二]|[2-9]|1[0-2])"
_HEAD = r"(?P<measure>个|大|项|类|种|支|条|字)(?P<head>[一-鿿]{2,6}?)"
# A number and its list after it: “六个融合”：党建融合、队伍融合…… · 三大平台，即议事平台、服务平台。
ANNOUNCED = re.compile(
    rf"[“”]?{_FEW}{_HEAD}[”]?(?:[：:（(]|——|，?(?:即|分别[是为]|包括|依次[是为]))(?P<list>[^。；！？\n（()）]+)(?=[。；！？\n）)]|$)"
)
# A list and its number after it: 党建融合、队伍融合、阵地融合三个融合。
SUMMED_UP = re.compile(
    rf"(?P<list>(?:[一-鿿“”]{{2,14}}、){{1,11}}[一-鿿“”]{{2,14}}?)(?:这|的)?[“]?{_FEW}{_HEAD}(?=[”，。；、\n]|$)"
)
# What leaves a list open: 为老、助残等五类服务.
OPEN_END = re.compile(r"等|……|之类")
QUOTED_ITEM = re.compile(r"“[^”]+”")
QUOTED_LIST = re.compile(r"“[^”]+”|[、和与及以，等]")
# What may join the last two items of a list: 服务平台、慈善平台和文化平台.
LAST_LINK = re.compile(r"以及|[和与及]")
# The words before a share that is one count of the sentence over another: 办结率92%, 占比30%; not 结案率, which counts the cases of before too.
SHARE_OF_COUNTS = re.compile(
    r"(?:办结|完成|采纳|解决|落实|持证|化解|回收|有效|达成|建档|签约|整改|覆盖|兑现|点亮|就业|流失)率[^，。；]{0,4}$|占(?:比|总[数人]?[数的]?|全部的?|其中的?)?[为达约]?$"
)
# The end of such words where the share is that of a whole: |占全部的|25%.
PART_OF_WHOLE = re.compile(r"占(?:比|总[数人]?[数的]?|全部的?|其中的?)?[为达约]?$")
# Words before or among counts that make one of them the whole: |共|40场，|其中|议事会12场.
OF_A_WHOLE = re.compile(r"共|总|合计|累计|其中|全部|全年")
# The words before the total of the parts that went before: 个案12场、小组30场，共|45场.
TOTAL_BEFORE = re.compile(r"(?:合计|总计|共计|一共|总共|共有?)[一-鿿]{0,4}$")
# The words after a total that open its parts: 8人：中级2人 · 8人，其中中级2人.
PARTS_AFTER = re.compile(r"[一-鿿]{0,6}(?:(?P<all>[：:])|[，,（(]?(?P<some>其中))")
# What ends a run of parts that may be added: a sentence, 其中, a comparison.
RUN_END = re.compile(r"[。；;！？\n]|其中|中有|其余|这|同比|环比|比上")
# What begins another deed behind the parts of one: 办结81件，其中按时办结62件|，受理热线工单38件.
RUN_END_OF_PARTS = re.compile(
    rf"{RUN_END.pattern}|[，,](?:另|还|并|共)?(?:受理|开展|举办|组织|召开|走访|发放|接收|收到|提供|完成|办结|结案|接案|开案)"
)
MOST_PARTS = 20
MOST_COUNTS = 8  # in a longer sentence some pair would always fit


@dataclass(frozen=True)
class Contradiction:
    """A stretch of the source text and, in a Chinese sentence, what does not fit."""

    start: int
    end: int
    reason: str


def find_contradictions(text: str, claims: Sequence[Claim]) -> list[Contradiction]:
    """Return the contradictions of a text among its claims, in order; open lists (…等) and rounded figures raise none."""
    passage = Passage(text)
    figures = (claim for claim in claims if not (claim.is_trend or claim.rank))
    sentences = [list(group) for _, group in groupby(figures, key=lambda claim: passage.sentence(claim.start))]
    contradictions = [*_miscounted_lists(text)]
    for sentence in sentences:
        contradictions += [*_impossible_shares(text, sentence), *_wrong_totals(text, sentence)]
        contradictions += [*_reversed_changes(text, sentence)]
    return sorted(contradictions, key=lambda contradiction: contradiction.start)


def _miscounted_lists(text: str) -> Iterator[Contradiction]:
    normalised = normalise(text)
    for match in ANNOUNCED.finditer(normalised.text):
        counts = _item_counts(match["list"])
        is_open = OPEN_END.search(match["list"]) and max(counts, default=0) <= _announced_count(match)
        if counts and not is_open:
            span = match.start(), match.start("list") + len(_listing(match["list"]))
            yield from _miscounted_list(match, counts, normalised.source_span(*span))
    for match in SUMMED_UP.finditer(normalised.text):
        repetitions = match["list"].count(match["head"][-2:])
        if repetitions >= 3:
            yield from _miscounted_list(match, [repetitions], normalised.source_span(*match.span()))


def _miscounted_list(match: re.Match[str], counts: list[int], span: TextSpan) -> Iterator[Contradiction]:
    if _announced_count(match) not in counts:
        name = f"{match['n']}{match['measure']}{match['head']}"
        yield Contradiction(*span, f"说是“{name}”，列出的却是{counts[0]}项，请补齐或改正数目。")


def _item_counts(listing: str) -> list[int]:
    """How many items a list may be said to have; 和 may join two items or two words of the last. Empty when it is no list."""
    listing = _listing(listing)
    if _is_quoted(listing):
        return [len(QUOTED_ITEM.findall(listing))]
    items = listing.split("、")
    if len(items) < 2 or re.search(r"\d", listing) or min(map(len, items)) < 2:
        return []
    last_words = LAST_LINK.split(items[-1], maxsplit=1)
    if len(last_words) == 1 or min(map(len, last_words)) < 2:
        return [len(items)]
    is_same_ending = len({item[-1] for item in (items[0], *last_words)}) == 1
    return [len(items) + 1] if is_same_ending else [len(items) + 1, len(items)]


def _listing(words: str) -> str:
    """Return the list at the beginning of words: all of them where each item is quoted, else those up to a comma."""
    return words if _is_quoted(words) else words.split("，")[0]


def _is_quoted(listing: str) -> bool:
    return len(QUOTED_ITEM.findall(listing)) >= 2 and not QUOTED_LIST.sub("", listing).strip()


def _announced_count(match: re.Match[str]) -> int:
    return int(match["n"]) if match["n"].isdigit() else int(chinese_value(match["n"]) or 0)


def _impossible_shares(text: str, claims: list[Claim]) -> Iterator[Contradiction]:
    """A rate that no two counts of its sentence yield, where two such counts stand before it."""
    for i, share in enumerate(claims):
        before = text[max(0, share.start - 14) : share.start]
        if share.unit != "%" or share.qualifier != "exact" or not SHARE_OF_COUNTS.search(before):
            continue
        counts = _comparable_counts(claims[:i])
        if PART_OF_WHOLE.search(before) and counts and not _names_whole(text, counts):
            continue  # of a whole that the sentence does not count: 5例，7例，占全部的25%
        if counts and not any(_agrees(share, candidate) for candidate in _possible_shares(counts)):
            reason = f"“{share.text}”与前文的{_listed(counts)}对不上，请核对。"
            yield Contradiction(counts[0].start, share.end, reason)


def _names_whole(text: str, counts: Sequence[Claim]) -> bool:
    """Whether words before or among the counts of a sentence say that one of them is the whole."""
    start = Passage(text).sentence(counts[0].start)[0]
    return OF_A_WHOLE.search(text, start, counts[-1].start) is not None


def _comparable_counts(before: list[Claim]) -> list[Claim]:
    """The exact counts of one unit before the share; none when fewer than two, or when other figures mix in."""
    if len(before) > MOST_COUNTS:
        return []
    counts = [claim for claim in before if claim.qualifier == "exact" and claim.unit != "%" and claim.value]
    return counts if len(counts) == len(before) >= 2 and len({count.unit for count in counts}) == 1 else []


def _possible_shares(counts: list[Claim]) -> Iterator[float]:
    """Every part over every whole, and the rest: one count, or several that stand together, over a count or their sum."""
    values = [count.value or 0 for count in counts]
    parts = [sum(values[i:j]) for i in range(len(values)) for j in range(i + 1, len(values) + 1)]
    for part in parts:
        for whole in (*values, sum(values)):
            if whole and part <= whole:
                yield from (part / whole * 100, (whole - part) / whole * 100)


def _agrees(share: Claim, candidate: float) -> bool:
    tolerance = 2 * precision(share) or 0.1  # cut off or rounded at the last place
    return abs(candidate - (share.value or 0)) <= tolerance


def _wrong_totals(text: str, claims: list[Claim]) -> Iterator[Contradiction]:
    outside = [claim for claim in claims if not _is_in_brackets(text, claim)]
    for i, total in enumerate(outside):
        yield from _wrong_sum_of_parts_before(text, total, outside[max(0, i - MOST_PARTS) : i])
        yield from _wrong_sum_of_parts_after(text, total, outside[i + 1 : i + 1 + MOST_PARTS])


def _wrong_sum_of_parts_before(text: str, total: Claim, before: list[Claim]) -> Iterator[Contradiction]:
    """个案3场、小组5场，共9场: what is summed up with 共 must be the sum of the run before it."""
    parts = _run(text, [total, *reversed(before)])[:0:-1]
    if len(parts) >= 2 and TOTAL_BEFORE.search(text[parts[-1].end : total.start]) and _differs(total, parts):
        yield Contradiction(parts[0].start, total.end, f"{_listed(parts)}相加与“{total.text}”不符，请核对。")


def _wrong_sum_of_parts_after(text: str, total: Claim, after: list[Claim]) -> Iterator[Contradiction]:
    """8人：中级2人、初级3人 must add up; 8人，其中中级2人 may stay below, not above."""
    if not after:
        return
    introduction = PARTS_AFTER.match(text[total.end : after[0].start])
    is_part = introduction and introduction["some"]
    parts = _run(text, after, RUN_END_OF_PARTS if is_part else RUN_END)
    if not introduction or len(parts) < 2 or {part.unit for part in parts} != {total.unit}:
        return
    is_open = bool(is_part) or OPEN_END.match(text, parts[-1].end) is not None
    if _differs(total, parts) and (not is_open or _sum(parts)[0] > (total.high or total.low or 0)):
        yield Contradiction(total.start, parts[-1].end, f"{_listed(parts)}相加与“{total.text}”不符，请核对。")


def _reversed_changes(text: str, claims: list[Claim]) -> Iterator[Contradiction]:
    """A rise to less or a fall to more: 由56例增加到43例."""
    for first, second in pairwise(claims):
        ends = end_dates(text, first.start, first.end, second.start)
        if not ends or not ends.sign or first.unit != second.unit:
            continue
        lesser, greater = (first, second) if ends.sign > 0 else (second, first)
        if None not in (lesser.low, greater.high) and (lesser.low or 0) > (greater.high or 0):
            word = "多" if ends.sign > 0 else "少"
            reason = f"“{second.text}”不比“{first.text}”{word}，与文中说的升降相反，请核对。"
            yield Contradiction(first.start, second.end, reason)


def _run(text: str, claims: list[Claim], run_end: re.Pattern[str] = RUN_END) -> list[Claim]:
    """The claims of one unit that follow each other without a break, from the first on; forwards or backwards in the text."""
    run = claims[:1]
    for previous, following in pairwise(claims):
        between = text[min(previous.end, following.end) : max(previous.start, following.start)]
        if following.unit != run[0].unit or run[0].unit == "%" or run_end.search(between):
            break
        run.append(following)
    return run


def _is_in_brackets(text: str, claim: Claim) -> bool:
    """会议室3个（展室1个）: the 1 is part of the 3 already."""
    before = text[max(0, claim.start - 20) : claim.start]
    return max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")"))


def _sum(parts: list[Claim]) -> tuple[float, float]:
    """The lowest and the highest sum that the words of the parts allow."""
    lows = [part.low if part.low is not None else 0 for part in parts]
    highs = [part.high if part.high is not None else float("inf") for part in parts]
    return sum(lows), sum(highs)


def _differs(total: Claim, parts: list[Claim]) -> bool:
    """Whether no sum that the words allow falls into what the words of the total allow."""
    low, high = _sum(parts)
    tolerance = sum(precision(claim) for claim in (total, *parts))
    most = total.high if total.high is not None else float("inf")
    return low - tolerance > most or high + tolerance < (total.low or 0)


def _listed(claims: list[Claim]) -> str:
    return "、".join(claim.text for claim in claims)
