"""Pairs the numbers that 分别 deals out with the communities or periods listed before it: 凤二村、天庆新城|分别|接案28例、20例."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from dateutil.relativedelta import relativedelta

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.binding.claim_days import claim_period
from evidence.claims.binding.places import CommunityRegister, PlaceMention, find_mentions
from evidence.claims.checked_claim import ClaimPeriod, ClaimPlace
from evidence.claims.detection.calendar_words import small_number
from evidence.claims.detection.passage import Passage, TextSpan, normalise
from evidence.claims.detection.respective import JOINT, RESPECTIVELY, YEAR_PARTS
from evidence.claims.detection.time_expression import TimeExpression, TimeExpressions
from evidence.claims.detection.windows import find_time_expressions
from indicators import periods
from indicators.model import Grain
from indicators.periods import DAY, month_end

# Years of which only the last has its 年: 2023、2024、2025年; with 年 behind each they are read as dates.
YEARS = re.compile(r"(?<!\d)(?:20\d{2}(?:年度?)?(?:、|，|和|与|及))+20\d{2}年度?(?!\d)")
# A number of communities that are not named: 三个社区|分别, 各社区|分别.
UNNAMED = re.compile(r"(?:各|[两二三四五六七八九十\d]+个)(?:社区|村)(?:(?<=参)与|[^、和与及])*$")
# What lists something other than years behind them: 2021年至2023年接案|、|结案分别; not 参与.
LIST_OF_OTHERS = re.compile(r"[、和及]|(?<!参)与")
# Several times compared with, behind the word: 分别|比2024年、2023年|增长6.7%、下降15.6%.
BASES = re.compile(r"[比较与同](?:上一?年|去年|20\d{2}年)[^，。；]{0,4}[、和与及](?:前年|20\d{2}年)")
# The word before a sum of all that is listed: 分别接案28例、20例，|共|48例.
SUM = re.compile(r"(?:一?共|合计|总计|共计|总共|累计)(?:接案|结案|开展|参与|为|有|达)?$")
# The year of a listed time: |2025年|3月, |去年|; not 第二季度, 上半年.
OWN_YEAR = re.compile(r"\d{4}|[今去本前]年|上年")

ListItem = ClaimPlace | ClaimPeriod


@dataclass(frozen=True)
class _Sentence:
    """What the sentence of one 分别 has: the words before it from `start` on, and the numbers behind it up to `end`."""

    passage: Passage
    mentions: Sequence[PlaceMention]
    times: TimeExpressions
    as_of: date
    word: re.Match[str]
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.passage.text

    def items(self) -> list[ListItem] | None:
        """Return the communities or periods listed before the word; none where they are not known one by one, None without a list."""
        places, days = self._places(), self._periods()
        if places is None or days is None or (places and days):
            return []
        if not (places or days) and UNNAMED.search(self.text, self.start, self.word.start()):
            return []
        return places or days or None

    def _places(self) -> list[ListItem] | None:
        """Return the communities of a list, none where there is no list; None where a name beside them is not in the register."""
        near = [mention for mention in self.mentions if self.start <= mention.start < self.word.start()]
        listed = _last_list(self.text, [(mention.start, mention.end) for mention in near])
        if not listed:
            return []
        around = (
            self.text[max(self.start, listed[0][0] - 1) : listed[0][0]] + self.text[listed[-1][1] : listed[-1][1] + 1]
        )
        if re.search(r"[、和与及]", around):
            return None
        return [mention.place for mention in near[-len(listed) :]] if len(listed) > 1 else []

    def _periods(self) -> list[ListItem] | None:
        """Return the periods of a list or the years of a stretch (2021年至2023年)."""
        if years := YEARS.search(self.text, self.start, self.word.start()):
            return [self._year(int(year)) for year in re.findall(r"20\d{2}", years[0])]
        near = [time for time in self.times.between(self.start, self.word.start()) if time.window.kind == "period"]
        if parts := YEAR_PARTS.search(self.text, self.start, self.word.start()):
            return self._parts_of_year(parts, near[-1].window.from_on) if near else None
        listed = _last_list(self.text, [(time.start, time.end) for time in near])
        if len(listed) > 1:
            return self._dated(near[-len(listed) :])
        window = near[-1].window if near else None
        if window is None or window.from_on is None or window.to_on is None:
            return []
        is_list_of_others = LIST_OF_OTHERS.search(self.text, near[-1].end, self.word.start())
        years_of_stretch = periods.split(window.from_on, window.to_on, "year")
        if is_list_of_others or len(years_of_stretch) < 2:
            return []
        return [self._year(year.from_on.year) for year in years_of_stretch]

    def _dated(self, times: Sequence[TimeExpression]) -> list[ListItem]:
        """Return the days of listed times; one without a year is of the year before it: 2025年第一季度、第二季度."""
        listed: list[ListItem] = []
        year: int | None = None
        for time in times:
            period = claim_period(time.window, "", self.as_of, self.as_of)
            if year and not OWN_YEAR.search(self.text, time.start, time.end):
                of_year = relativedelta(year=year)
                period = replace(period, from_on=period.from_on + of_year, to_on=month_end(period.to_on + of_year))
            year = period.from_on.year
            listed.append(period)
        return listed

    def _parts_of_year(self, words: re.Match[str], year_begins: date | None) -> list[ListItem] | None:
        """Return the quarters, months or halves that words count or join: 2025年四个季度; None where the year is left open."""
        if not year_begins:
            return None
        grain: Grain = "quarter" if words["quarter"] else "month"
        parts = periods.split(date(year_begins.year, 1, 1), date(year_begins.year, 12, 31), grain)
        if words["half"]:
            parts = [replace(parts[0], to_on=parts[5].to_on), replace(parts[6], to_on=parts[11].to_on)]
        count = small_number(words["count"] or words["months"] or "") or len(parts)
        return [ClaimPeriod(part.from_on, max(part.from_on, min(part.to_on, self.as_of))) for part in parts[:count]]

    def _year(self, year: int) -> ClaimPeriod:
        first_day = date(year, 1, 1)
        return ClaimPeriod(first_day, max(first_day, min(date(year, 12, 31), self.as_of)))


def bind_respective(
    text: str,
    bound_claims: Sequence[BoundClaim],
    register: CommunityRegister,
    as_of: date,
    overridden_starts: frozenset[int] = frozenset(),
) -> list[BoundClaim]:
    """Return the claims, those behind 分别 bound to the community or period that stands at their place of the list before it.

    Where numbers and list do not match, they are left open. What the reader set himself (at `overridden_starts`) stays.
    """
    source, claims = normalise(text), list(bound_claims)
    passage = Passage(source.text)
    words = list(RESPECTIVELY.finditer(source.text))
    if not words:
        return claims
    mentions, times = find_mentions(source.text, register.communities), find_time_expressions(passage, as_of)
    spans = [source.normalised_span(bound_claim.claim.start, bound_claim.claim.end) for bound_claim in claims]
    for number, word in enumerate(words):
        if BASES.match(source.text, word.end()):
            claims = _left_open(claims, spans, word, passage.sentence(word.start())[1])
            continue
        start, end = passage.sentence(word.start())
        following = words[number + 1].start() if number + 1 < len(words) else end
        sentence = _Sentence(passage, mentions, times, as_of, word, start, min(end, following))
        if (items := sentence.items()) is None:
            continue
        for group in _groups(sentence, spans, claims, len(items)):
            of_group = [claims[place] for place in group]
            is_sum = len(group) == 1 and SUM.search(passage.clause_before(spans[group[0]][0]))
            together = _together(items, register) if is_sum else None
            bound = [_with_item(of_group[0], together)] if together else _paired(of_group, items, word[0])
            for place, bound_claim in zip(group, bound, strict=True):
                claims[place] = claims[place] if bound_claim.claim.start in overridden_starts else bound_claim
    return claims


def _left_open(
    claims: Sequence[BoundClaim], spans: Sequence[TextSpan], word: re.Match[str], end: int
) -> list[BoundClaim]:
    """Return the claims, those behind a word that deals out several times compared with left open."""
    doubt = f"“{word[0]}”比的是几个时期，不能逐一对应。请把与每一期相比的数分开写明。"
    return [
        replace(claim, doubt=doubt) if word.end() <= span[0] < end else claim
        for claim, span in zip(claims, spans, strict=True)
    ]


def _groups(
    sentence: _Sentence, spans: Sequence[TextSpan], claims: Sequence[BoundClaim], item_count: int
) -> list[list[int]]:
    """Return the numbers behind the word by their index, those joined to one list together: 接案28例、20例|，结案15例、10例.

    A name or date of its own ends them. Numbers that are as many as the list and each with its own words are one group as well.
    """
    groups: list[list[int]] = []
    last_end = sentence.word.end()
    for place, (start, end) in enumerate(spans):
        if not sentence.word.end() <= start < sentence.end or claims[place].claim.is_trend or claims[place].claim.rank:
            continue
        if not groups and "，" in sentence.text[last_end:start]:
            break  # 分别开展了活动，|服务200人次|: of all of them
        has_own_place = any(last_end <= mention.start < start for mention in sentence.mentions)
        if has_own_place or sentence.times.between(last_end, start):
            break
        is_joined = bool(groups) and JOINT.fullmatch(sentence.text, last_end, start)
        groups = [*groups[:-1], [*groups[-1], place]] if is_joined else [*groups, [place]]
        last_end = end
    is_one_each = len(groups) == item_count and all(len(group) == 1 for group in groups)
    return [[place for group in groups for place in group]] if is_one_each else groups


def _together(items: Sequence[ListItem], register: CommunityRegister) -> ListItem | None:
    """Return all that is listed as one place or one stretch of time, of which a sum behind the list is; None where it is no stretch."""
    places = [item for item in items if isinstance(item, ClaimPlace)]
    if places:
        return register.named_together([name for place in places for name in place.communities])
    periods_listed = [item for item in items if isinstance(item, ClaimPeriod)]
    is_stretch = all(first.to_on + DAY == second.from_on for first, second in pairwise(periods_listed))
    return replace(periods_listed[0], to_on=periods_listed[-1].to_on) if periods_listed and is_stretch else None


def _paired(group: Sequence[BoundClaim], items: Sequence[ListItem], word: str) -> list[BoundClaim]:
    """Return the numbers of one group, each with its item of the list, all of them of what the first is of where they are of one unit."""
    if len(group) != len(items):
        listed = f"前面列出的是{len(items)}个" if items else "前面没有逐一列出是哪几个（或有的不在名册里）"
        doubt = f"“{word}”{listed}，这里是{len(group)}个数，不能逐一对应。请把每一个的数分开写明。"
        return [replace(bound_claim, doubt=doubt) for bound_claim in group]
    is_alike = len({bound_claim.claim.unit for bound_claim in group}) == 1
    named = next((bound_claim for bound_claim in group if bound_claim.binding), group[0])
    return [
        _with_item(_of_the_same(bound_claim, named) if is_alike else bound_claim, item)
        for bound_claim, item in zip(group, items, strict=True)
    ]


def _of_the_same(bound_claim: BoundClaim, named: BoundClaim) -> BoundClaim:
    """Return a number that counts what another of its group counts."""
    return replace(
        bound_claim,
        binding=named.binding,
        misfit=named.misfit,
        other=named.other,
        but=named.but,
        change=named.change,
    )


def _with_item(bound_claim: BoundClaim, item: ListItem) -> BoundClaim:
    if isinstance(item, ClaimPlace):
        return replace(bound_claim, place=item, each="", streak=None)
    return replace(bound_claim, period=item, each="", streak=None)


def _last_list(text: str, spans: Sequence[TextSpan]) -> list[TextSpan]:
    """Return the last of some stretches with those before it to which it is joined: 凤二村|、|天庆新城."""
    listed: list[TextSpan] = []
    for span in reversed(spans):
        if listed and not JOINT.fullmatch(text, span[1], listed[0][0]):
            break
        listed.insert(0, span)
    return listed
