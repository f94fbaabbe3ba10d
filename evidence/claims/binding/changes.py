"""Recognises claims of change: 同比增长21.6%, 比上年多6.3万元, 比2021年下降10%, 由78.5%提升至96.2%. The last does not name what it compares."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta

from evidence.claims.binding.context import ClaimContext
from evidence.claims.binding.place_shares import OF_A_WHOLE, of_all_of_it, of_another, of_number_before
from evidence.claims.detection.calendar_words import WrittenDate, resolve
from evidence.claims.detection.claim import Claim, TimeWindow
from evidence.claims.detection.steadiness import AS_MANY
from indicators import periods

ChangeKind = Literal["level", "year_on_year", "growth", "ends", "share", "rank"]

# Compared with the year before or with a year that is named, or a part of one: 同比, 比上年, 较去年同期; 比|2021|年, 与|2021|年同期相比;
# 比|2024|年|下半年, 比|上年|第四季度, 比|上半年.
_MULTIPLE_OF = r"(?:是|为|[达到至成]了?|相当于)"
_PART = r"(?:[上下]半年|第?[一二三四1-4]季度|前三季度|(?:1[0-2]|[1-9])月份?)"
COMPARED = re.compile(
    rf"[比较与和同](?:(?P<whole>(?:19|20)\d{{2}})年|(?P<before>上一?年|去年))(?P<part>{_PART})"
    rf"|[比较](?P<part_alone>{_PART})(?!同期)"
    r"|同比|(?:比|较|与|和|同)(?:上一?年|去年)(?:度|同期)?(?:相比)?|上年同期"
    r"|[比较](?P<year>(?:19|20)\d{2})年|[与和同](?P<base>(?:19|20)\d{2})年(?:度|同期|全年)?(?:相比|(?=[^，。；]{0,6}持平))"
)
# The same of a multiple: 是|2022年|的3.5倍, 达到|上年|的1.64倍.
COMPARED_AS_MULTIPLE = re.compile(
    rf"{COMPARED.pattern}|{_MULTIPLE_OF}(?:上一?年|去年|(?P<multiple_of>(?:19|20)\d{{2}})年)"
)
# The words right before how many times a number is another: 是上年的|1.64倍, 增长到2022年同期的|3.5倍, 为原来的|两倍.
MULTIPLE = re.compile(rf"{_MULTIPLE_OF}[^，。；]{{0,8}}(?:年度?|同期|全年|原来|之?前|过去)的(?:大?约|近|超过?|将近)?$")
# The same said by the words themselves: 翻一番, 翻了一倍.
DOUBLED = re.compile(r"翻")
# The words right before the amount of a change, with one of falling as group `less`: 同比下降了|12%.
GROWN = re.compile(
    r"(?P<less>下降|减少|降低|缩短|减|降幅|少|低)?(?:增长|增加|提高|提升|上升|增幅|涨幅|净增|多|高)?(?:率|幅度)?(?:了|达到?|为|近|约|超)*$"
)
# As GROWN, but a verb must stand there.
VERB = re.compile(
    r"(?:增长|增加|提高|提升|上升|增幅|涨幅|净增|多|高|下降|减少|降低|缩短|减|降幅|少|低)(?:率|幅度)?(?:了|达到?|为|近|约|超)*$"
)
# The first end of a change: 由|20场增加到30场.
FROM = re.compile(
    r"[由从](?![^，。；]*(?:主办|承办|协办|牵头|发起|组织|举办|负责|带领))[^，。；]{0,12}$"
)  # not 由社工站主办的活动|311场
# The second end of a change: 由20场增加到|30场.
TO = re.compile(
    r"(?:提升|提高|上升|跃升|攀升|增加|增长|增|升|发展|壮大|扩大|下降|降低|减少|降|缩短|回落)(?:到了?|至|为|成)(?:现在的?|如今的?|目前的?)?[^，。；]{0,2}$"
)
# An end that is dated says itself which period it is of: 从2022年的20场.
DATED = re.compile(r"\d|[去上今]年|[初期]")
POINTS, TIMES = "个百分点", "倍"
LIKE_FOR_LIKE = "同口径"
# Compared with the month, quarter or half-year right before: 第二季度开展活动200场，|环比增长|5%.
PERIOD_BEFORE = "环比"


@dataclass(frozen=True)
class ClaimedChange:
    """What kind of number a claim is, whether it speaks of less, and whether it says how many times the number before it is: 上年的1.64倍, and
    whether it says to compare only what was reported in both periods: 同口径.

    level: a plain number · year_on_year: 同比增长21.6%, or against `base_year`, or its `base_part` (下半年), where the text names it · growth: 增长21.6%,
    against a period not named · ends: 由20场增加到30场 · share: 占全街道的59% ·
    rank: 位居全街道第一
    """

    kind: ChangeKind
    is_less: bool = False
    base_year: int | None = None
    base_part: str = ""
    is_multiple: bool = False
    is_like_for_like: bool = False

    @property
    def is_of_level(self) -> bool:
        """Whether it says by how much a number rose or fell, or its share, so that the number itself may stand in the clause before."""
        return self.kind in ("year_on_year", "growth", "share", "rank")

    @property
    def base_words(self) -> str:
        """What is compared with: 2021年, 上年同期."""
        return f"{self.base_year}年{self.base_part}" if self.base_year else "上年同期"

    @property
    def base_window(self) -> tuple[date, date] | None:
        """The first and the last day of the part of a year compared with; None where the text names no part."""
        if not self.base_part or not self.base_year:
            return None
        month = re.match(r"\d+(?=月)", self.base_part)
        part = "" if month else self.base_part
        from_on, to_on = resolve(WrittenDate(self.base_year, int(month[0]) if month else None, None, part), None)
        return (from_on, to_on) if from_on and to_on else None


def claimed_change(claim: Claim, context: ClaimContext) -> ClaimedChange:
    """Return whether a claim is a level, a change against the year before, one against no named period, or one of two ends."""
    return replace(_change(claim, context), is_like_for_like=LIKE_FOR_LIKE in context.left)


def _change(claim: Claim, context: ClaimContext) -> ClaimedChange:
    left = context.left
    if claim.is_trend:
        return _change_against(claim.text, claim.window) if COMPARED.search(claim.text) else ClaimedChange("level")
    if claim.is_worded and AS_MANY in claim.text:
        return _change_against(claim.text, claim.window)
    if claim.rank or claim.is_comparison or claim.peak:
        return ClaimedChange("rank")
    clause = context.lead + left
    if (claim.unit == "%" and OF_A_WHOLE.search(clause)) or any(
        says(clause, claim.unit) for says in (of_another, of_number_before, of_all_of_it)
    ):
        return ClaimedChange("share")
    is_multiple = claim.unit == TIMES and bool(MULTIPLE.search(left) or DOUBLED.search(claim.text))
    if is_multiple:
        words = context.earlier + context.lead + left
        return replace(_change_against(words, claim.window, COMPARED_AS_MULTIPLE), is_multiple=True)
    end = FROM.search(left) or (None if DATED.search(left) else TO.search(left))
    if end and not DATED.search(end[0]):
        return ClaimedChange("ends")
    if claim.unit not in ("%", POINTS, TIMES) and not COMPARED.search(left):
        return ClaimedChange("level")
    grown = GROWN.search(left) if VERB.search(left) else None
    if not grown and claim.unit != POINTS:
        return ClaimedChange("level")
    return replace(_change_against(context.earlier + left, claim.window), is_less=bool(grown and grown["less"]))


def _change_against(words: str, window: TimeWindow | None, compared: re.Pattern[str] = COMPARED) -> ClaimedChange:
    """Return a change against the time that words name last: the year before, one of its own or a part of one; none where it stays open.

    A part without a year (比|上半年) is of the year of the `window`, and lies before it.
    """
    bases = list(compared.finditer(words))
    if not bases:
        return _against_period_before(window) if PERIOD_BEFORE in words else ClaimedChange("growth")
    base = bases[-1]
    years = (base.groupdict().get(name) for name in ("whole", "year", "base", "multiple_of"))
    named = next(filter(None, years), None)
    year, part = int(named) if named else None, base["part"] or base["part_alone"] or ""
    if not part or year:
        return ClaimedChange("year_on_year", base_year=year, base_part=part)
    if window is None or window.from_on is None:
        return ClaimedChange("growth")
    change = ClaimedChange("year_on_year", base_year=window.from_on.year - bool(base["before"]), base_part=part)
    is_before = change.base_window is not None and change.base_window[0] < window.from_on
    return change if is_before else ClaimedChange("growth")


def _against_period_before(window: TimeWindow | None) -> ClaimedChange:
    """Return a change against the month, quarter, half-year or year right before the `window`; against none where it is no such period."""
    if window is None or window.from_on is None or window.to_on is None:
        return ClaimedChange("growth")
    months = len(periods.months(window.from_on, window.to_on))
    begins_on = window.from_on - relativedelta(months=months)
    is_aligned = (
        begins_on.day == 1 and window.to_on == periods.month_end(window.to_on) and (begins_on.month - 1) % months == 0
    )
    words = {
        1: f"{begins_on.month}月",
        3: f"第{begins_on.month // 3 + 1}季度",
        6: "下半年" if begins_on.month > 6 else "上半年",
        12: "",
    }
    if not is_aligned or months not in words:
        return ClaimedChange("growth")
    return ClaimedChange("year_on_year", base_year=begins_on.year, base_part=words[months])


def change_in_claim_unit(claim: Claim, change: ClaimedChange, now: float, before: float, unit: str) -> float | None:
    """Return by how much a figure rose (or fell, where the claim speaks of less) in the claim's own unit; % is of the figure before, even of
    a share, whose difference is 个百分点.

    `unit` is that of the figure. Of a multiple (上年的1.64倍) it is how many times the figure before is that of now. None where the growth
    from 0 would be needed.
    """
    if change.is_multiple:
        return now / before if before else None
    difference = (before - now) if change.is_less else (now - before)
    if claim.unit == POINTS or (claim.unit == unit != "%"):
        return difference
    if not before:
        return 0.0 if claim.is_worded and not difference else None  # 与上年同期持平: none then, none now
    return difference / before * (100 if claim.unit == "%" else 1)
