"""What a text says against itself, without any records: six announced and five listed, 62.5% beside 4 of 8, parts beyond their total."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from evidence.claims.detection.acceptance import precision
from evidence.claims.detection.claim import Claim
from evidence.claims.detection.finder import find_claims
from evidence.claims.detection.normalisation import plain
from evidence.claims.detection.numerals import chinese_value
from evidence.claims.detection.passage import Passage, Span

_FEW = r"(?P<n>[二两三四五六七八九十]|十[一二]|[2-9]|1[0-2])"
_HEAD = r"(?P<measure>个|大|项|类|种|支|条|字)(?P<head>[一-鿿]{2,6}?)"
ANNOUNCED = re.compile(
    rf"[“”]?{_FEW}{_HEAD}[”]?(?:[：:（(]|——|，?(?:即|分别[是为]|包括|依次[是为]))(?P<list>[^。；！？\n（()）]+)(?=[。；！？\n）)]|$)"
)
SUMMED_UP = re.compile(
    rf"(?P<list>(?:[一-鿿“”]{{2,14}}、){{1,11}}[一-鿿“”]{{2,14}}?)(?:这|的)?[“]?{_FEW}{_HEAD}(?=[”，。；、\n]|$)"
)
OPEN_END = re.compile(r"等|……|之类")
MOST_PARTS = 20
MOST_COUNTS = 8  # in a longer sentence some pair would always fit
LAST_LINK = re.compile(r"以及|[和与及]")
SHARE_OF_COUNTS = re.compile(
    r"(?:办结|完成|采纳|解决|落实|持证|化解|结案|回收|有效|达成|建档|签约|整改|覆盖|兑现|点亮|就业|流失)率[^，。；]{0,4}$|占(?:比|总[数人]?[数的]?|全部的?|其中的?)?[为达约]?$"
)
TOTAL_BEFORE = re.compile(r"(?:合计|总计|共计|一共|总共|共有?)[一-鿿]{0,4}$")
BREAK = re.compile(r"[。；;！？\n]|其中|中有|其余|这|同比|环比|比上")


@dataclass(frozen=True)
class Contradiction:
    """A stretch of the source text and, in a Chinese sentence, what does not fit."""

    start: int
    end: int
    reason: str


def contradictions(text: str) -> list[Contradiction]:
    """Everything found, in order. Open lists (…等) and rounded figures get the benefit of the doubt."""
    passage = Passage(text)
    claims = (claim for claim in find_claims(text) if not claim.is_trend)
    sentences = [list(group) for _, group in groupby(claims, key=lambda claim: passage.sentence(claim.start))]
    figures = (found for claims in sentences for found in (*_shares(text, claims), *_totals(text, claims)))
    return sorted([*_lists(text), *figures], key=lambda contradiction: contradiction.start)


def _lists(text: str) -> Iterator[Contradiction]:
    source = plain(text)
    for match in ANNOUNCED.finditer(source.text):
        listed = _numbers_of_items(match["list"])
        if listed and not (OPEN_END.search(match["list"]) and max(listed) <= _count(match)):
            yield from _miscounted(match, listed, source.in_source(*match.span()))
    for match in SUMMED_UP.finditer(source.text):
        alike = match["list"].count(match["head"][-2:])
        if alike >= 3:
            yield from _miscounted(match, [alike], source.in_source(*match.span()))


def _miscounted(match: re.Match[str], listed: list[int], span: Span) -> Iterator[Contradiction]:
    if _count(match) not in listed:
        name = f"{match['n']}{match['measure']}{match['head']}"
        yield Contradiction(*span, f"说是“{name}”，列出的却是{listed[0]}项，请补齐或改正数目。")


def _numbers_of_items(listing: str) -> list[int]:
    """How many items a list may be said to have; 和 may join two items or two words of the last. Empty when it is no list."""
    quoted = re.findall(r"“[^”]+”", listing)
    if len(quoted) >= 2 and not re.sub(r"“[^”]+”|[、和与及以，等]", "", listing).strip():
        return [len(quoted)]
    items = re.split(r"[，,]", listing)[0].split("、")
    if len(items) < 2 or re.search(r"\d", listing) or min(map(len, items)) < 2:
        return []
    last = LAST_LINK.split(items[-1], maxsplit=1)
    if len(last) == 1 or min(map(len, last)) < 2:
        return [len(items)]
    return [len(items) + 1] if len({item[-1] for item in (items[0], *last)}) == 1 else [len(items) + 1, len(items)]


def _count(match: re.Match[str]) -> int:
    return int(match["n"]) if match["n"].isdigit() else int(chinese_value(match["n"]) or 0)


def _shares(text: str, claims: list[Claim]) -> Iterator[Contradiction]:
    """A rate that no two counts of its sentence yield, where two such counts stand before it."""
    for i, share in enumerate(claims):
        if (
            share.unit != "%"
            or share.qualifier != "exact"
            or not SHARE_OF_COUNTS.search(text[max(0, share.start - 14) : share.start])
        ):
            continue
        counts = _counts(claims[:i])
        if counts and not any(_agrees(share, low, high) for low, high in _possible_shares(counts)):
            yield Contradiction(counts[0].start, share.end, f"“{share.text}”与前文的{_listed(counts)}对不上，请核对。")


def _counts(before: list[Claim]) -> list[Claim]:
    """The exact counts of one unit before the share; none when fewer than two, or when other figures mix in."""
    if len(before) > MOST_COUNTS:
        return []
    counts = [claim for claim in before if claim.qualifier == "exact" and claim.unit != "%" and claim.value]
    return counts if len(counts) == len(before) >= 2 and len({count.unit for count in counts}) == 1 else []


def _possible_shares(counts: list[Claim]) -> Iterator[tuple[float, float]]:
    """Every part over every whole: one count, or several that stand together, over a count or over their sum."""
    values = [count.value or 0 for count in counts]
    runs = [sum(values[i:j]) for i in range(len(values)) for j in range(i + 1, len(values) + 1)]
    for part in runs:
        for whole in (*values, sum(values)):
            if whole and part <= whole:
                yield part / whole * 100, (whole - part) / whole * 100


def _agrees(share: Claim, *candidates: float) -> bool:
    slack = 2 * precision(share) or 0.1  # cut off or rounded at the last place
    return any(abs(candidate - (share.value or 0)) <= slack for candidate in candidates)


def _totals(text: str, claims: list[Claim]) -> Iterator[Contradiction]:
    outside = [claim for claim in claims if not _in_brackets(text, claim)]
    for i, total in enumerate(outside):
        yield from _summed_before(text, total, outside[max(0, i - MOST_PARTS) : i])
        yield from _split_after(text, total, outside[i + 1 : i + 1 + MOST_PARTS])


def _summed_before(text: str, total: Claim, before: list[Claim]) -> Iterator[Contradiction]:
    """个案3场、小组5场，共9场: what is summed up with 共 must be the sum of the run before it."""
    parts = _run(text, [*before, total])[:-1]
    if len(parts) >= 2 and TOTAL_BEFORE.search(text[parts[-1].end : total.start]) and _is_apart(total, parts):
        yield Contradiction(parts[0].start, total.end, f"{_listed(parts)}相加与“{total.text}”不符，请核对。")


def _split_after(text: str, total: Claim, after: list[Claim]) -> Iterator[Contradiction]:
    """8人：中级2人、初级3人 must add up; 8人，其中中级2人 may stay below, not above."""
    if not after:
        return
    link = text[total.end : after[0].start]
    introduced = re.match(r"[一-鿿]{0,6}(?:(?P<all>[：:])|[，,（(]?(?P<some>其中))", link)
    parts = _run(text, after, is_forward=True)
    if not introduced or len(parts) < 2 or {part.unit for part in parts} != {total.unit}:
        return
    is_open = bool(introduced["some"]) or OPEN_END.match(text, parts[-1].end) is not None
    if _is_apart(total, parts) and (not is_open or _sum(parts)[0] > (total.high or total.low or 0)):
        yield Contradiction(total.start, parts[-1].end, f"{_listed(parts)}相加与“{total.text}”不符，请核对。")


def _run(text: str, claims: list[Claim], is_forward: bool = False) -> list[Claim]:
    """The claims of one unit that follow each other without a break: from the first on, or up to the last."""
    ordered = claims if is_forward else claims[::-1]
    if not ordered:
        return []
    run = [ordered[0]]
    for nearer, farther in pairwise(ordered):
        between = text[min(nearer.end, farther.end) : max(nearer.start, farther.start)]
        if farther.unit != run[0].unit or BREAK.search(between) or (run[0].unit == "%"):
            break
        run.append(farther)
    return run if is_forward else run[::-1]


def _in_brackets(text: str, claim: Claim) -> bool:
    """会议室3个（展室1个）: the 1 is part of the 3 already."""
    before = text[max(0, claim.start - 20) : claim.start]
    return max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")"))


def _sum(parts: list[Claim]) -> tuple[float, float]:
    lows = [part.low if part.low is not None else 0 for part in parts]
    highs = [part.high if part.high is not None else float("inf") for part in parts]
    return sum(lows), sum(highs)


def _is_apart(total: Claim, parts: list[Claim]) -> bool:
    """No sum that the words allow falls into what the words of the total allow."""
    low, high = _sum(parts)
    slack = sum(precision(claim) for claim in (total, *parts))
    return low - slack > (total.high if total.high is not None else float("inf")) or high + slack < (total.low or 0)


def _listed(parts: list[Claim]) -> str:
    return "、".join(part.text for part in parts)
