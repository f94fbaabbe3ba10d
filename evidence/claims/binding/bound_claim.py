"""A claim with all it takes to compute it: the indicator it speaks of, place and period, and what kind of number it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta

from evidence.claims.binding.changes import ClaimedChange
from evidence.claims.binding.claim_days import is_divided
from evidence.claims.binding.place_shares import PlaceShare
from evidence.claims.checked_claim import Binding, CheckedClaim, ClaimPeriod, ClaimPlace, Verdict
from evidence.claims.detection.claim import Claim
from evidence.claims.detection.streaks import Streak
from indicators.engine import catalogue
from indicators.model import Figure, Grain

ClaimPart = Literal["community", "year", "quarter", "month"]
RATES: Mapping[str, Grain] = {"每年": "year", "每季度": "quarter", "每季": "quarter", "每月": "month"}


@dataclass(frozen=True)
class BoundClaim:
    """A claim with its binding; None where it speaks of nothing recorded.

    `place` is None where the text names a community that the register does not know. `misfit` is the indicator that the words
    mean but whose unit the claim cannot have, `other` a second binding that they fit as well: another indicator, or a part that
    the paragraph speaks of. `but` says what the claim counts where that is only close to what its indicator counts. `share` says
    of what the claim is the share that its place has, `rivals` among whom it has the first place. `each` is the word that says the
    number of every part (均), `is_first_time` tells that it says to be reached for the first time, `is_of_whole_year` that it is that of 全年.
    `may_be_of_period` tells that its words may mean what its window brought, where its indicator counts all since the first record.
    `earlier` are the periods that a record (创历史新高) is held against, `later` those by which it may be surpassed since, `streak` the years of which each has the number (连续三年).
    `is_behind_part` tells that the second reading is of the part that the sentence spoke of right before: 老人活动136场，参与|4000人次.
    `doubt` says in a sentence why the words leave it open what the number is of.
    """

    claim: Claim
    place: ClaimPlace | None
    period: ClaimPeriod
    change: ClaimedChange
    binding: Binding | None = None
    misfit: str = ""
    other: Binding | None = None
    but: str = ""
    share: PlaceShare | None = None
    rivals: ClaimPlace | None = None
    each: str = ""
    is_first_time: bool = False
    is_of_whole_year: bool = False
    earlier: tuple[ClaimPeriod, ...] = ()
    later: tuple[ClaimPeriod, ...] = ()
    streak: Streak | None = None
    doubt: str = ""
    may_be_of_period: bool = False
    is_behind_part: bool = False

    def checked(
        self,
        verdict: Verdict,
        reason: str,
        figures: Sequence[Figure] = (),
        computed: float | None = None,
        suggestion: str = "",
    ) -> CheckedClaim:
        """Return the claim with its verdict, as it is bound."""
        bound = self.claim, verdict, reason, self.binding, self.place, self.period
        return CheckedClaim(*bound, tuple(figures), computed, suggestion)

    @property
    def is_trend(self) -> bool:
        """Whether it asserts a trend of several periods, and no rise or fall against one earlier year (比去年下降)."""
        return self.claim.is_trend and self.change.kind == "level"

    @property
    def rate(self) -> Grain | None:
        """By what period the claim counts (每年 → year), where the records can follow."""
        return RATES.get(self.claim.rate)

    @property
    def counts_every_period(self) -> bool:
        """Whether its number is said of every month or quarter (每月开展2场) and not of their mean (月均2场)."""
        is_plain = self.claim.qualifier in ("exact", "over") and "均" not in self.claim.subject
        return self.rate in ("month", "quarter") and is_plain and not self.parts

    @property
    def has_no_beginning(self) -> bool:
        """Whether the text says neither when its periods begin nor how many they are."""
        window = self.claim.window
        return (window is None or window.from_on is None) and not (self.streak and self.streak.count)

    @property
    def is_of_a_part(self) -> bool:
        """Whether its second reading is a part of what the first counts: one 板块 of the same indicator."""
        return bool(self.binding and self.other and self.binding.indicator == self.other.indicator)

    @property
    def parts(self) -> tuple[ClaimPart, ...]:
        """What the parts are of which each is said to have the number: years, months, or communities; none where the text leaves it open."""
        if not self.each or self.place is None or self.change.kind != "level" or self.period.is_event or self.share:
            return ()
        is_several = len(self.place.communities) > 1 and not (self.place.whole and self.rate)
        if self.streak:
            is_of_places = is_several and self.each != self.streak.word
            return () if is_of_places or not is_divided(self.period, self.streak) else (self.streak.grain,)
        if is_several:
            return () if self.rate or self.claim.rate else ("community",)
        has_years = self.period.to_on.year > self.period.from_on.year and (self.claim.rate or not self.period.is_until)
        if self.rate == "year" or not self.claim.rate:
            return ("year",) if has_years else ()
        return (self.rate,) if self.rate else ()

    @property
    def years_back(self) -> int:
        """How many years before its period a change is compared with: 1 for 同比, by the years for 比2021年."""
        base_year = self.change.base_year
        return self.period.to_on.year - base_year if base_year else 1

    @property
    def other_base(self) -> tuple[date, date] | None:
        """The days a change is compared with where they are other months than those of its period: 上半年 against 下半年."""
        base = self.change.base_window
        back = relativedelta(years=self.years_back)
        return base if base and base[0] != self.period.from_on - back else None

    @property
    def is_timed(self) -> bool:
        """Whether it is clear when: what a text says a place has (有志愿者…) needs no window, it is that of the day of writing."""
        if self.period.is_stated or not self.binding:
            return self.period.is_stated
        indicator = catalogue()[self.binding.indicator]
        return not indicator.is_of_period or indicator.phrase.startswith("有")
