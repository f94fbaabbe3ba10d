"""What becomes of a claim: its binding to an indicator, a place and a period, the figures of the records, and a verdict."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from evidence.claims.detection.claim import Claim
from evidence.claims.detection.unread_numbers import UnreadNumber
from indicators.catalogue import catalogue
from indicators.model import Figure

Verdict = Literal["相符", "偏高", "偏低", "无记录", "口径未明", "自相矛盾", "已隐藏"]
VERDICTS: tuple[Verdict, ...] = ("偏高", "自相矛盾", "偏低", "口径未明", "无记录", "已隐藏", "相符")


@dataclass(frozen=True)
class Binding:
    """The indicator a claim speaks of, or one category of it such as ("strand", "志愿服务").

    `spelling` is how the text names the category where no record bears that name, and it is taken for the only one of its kind.
    """

    indicator: str
    category: tuple[str, str] | None = None
    spelling: str = ""

    @property
    def label(self) -> str:
        """The name of the indicator, its category with it: 受理工单（热线）."""
        label = catalogue()[self.indicator].label
        return f"{label}（{self.category[1]}）" if self.category else label


@dataclass(frozen=True)
class ClaimPeriod:
    """The days a claim is computed over. `is_stated` tells whether the text (or the reader) names them.

    `is_until` marks a count from the first record on (截至, 累计), `is_event` one day that the text does not date (现场),
    `is_of_dated_text` days that nobody names in a text of which the reader says when it was written: 帮助209户困难群众.
    """

    from_on: date
    to_on: date
    is_stated: bool = True
    is_until: bool = False
    is_event: bool = False
    is_of_dated_text: bool = False


@dataclass(frozen=True)
class ClaimPlace:
    """The communities a claim is computed for, and how a sentence names them; `is_stated` as for a period.

    `question` is what the text leaves open where the place is not stated. `number` is how many communities the text says they
    are, None where it does not say; `named` are those of them that it names.
    """

    communities: tuple[str, ...]
    words: str
    is_stated: bool = True
    question: str = "哪个社区"
    number: int | None = None
    named: tuple[str, ...] = ()
    whole: str = ""


@dataclass(frozen=True)
class BindingOverride:
    """What the reader sets for the claim at `start` in place of its words; None leaves a part as it is.

    An indicator "" means that no indicator fits.
    """

    start: int
    indicator: str | None = None
    from_on: date | None = None
    to_on: date | None = None
    community: str | None = None


@dataclass(frozen=True)
class CheckedClaim:
    """A claim with its verdict. `figures` holds the figure, or two for a change, or the series of a trend.

    `computed` is the number the claim is compared with: the figure's value, a change, the slope of a trend.
    """

    claim: Claim
    verdict: Verdict
    reason: str
    binding: Binding | None = None
    place: ClaimPlace | None = None
    period: ClaimPeriod | None = None
    figures: tuple[Figure, ...] = ()
    computed: float | None = None
    suggestion: str = ""

    @property
    def figure(self) -> Figure | None:
        """The figure the claim was compared with, where it is a single one."""
        return self.figures[0] if len(self.figures) == 1 else None


@dataclass(frozen=True)
class ClaimsReport:
    """A checked text: its claims in order, and an entry for each contradiction in which no claim stands; `warning` says where the day
    of writing cannot be right; `unread` are the numbers that are no claim, with the reason."""

    text: str
    as_of: date
    build: str
    is_demo: bool
    claims: tuple[CheckedClaim, ...]
    warning: str = ""
    unread: tuple[UnreadNumber, ...] = ()
    counts: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "counts", Counter(checked_claim.verdict for checked_claim in self.claims))

    @property
    def summary(self) -> str:
        """How many claims, and how many of each verdict: 找到7处：偏高1处、相符6处。"""
        counts = "、".join(f"{verdict}{self.counts[verdict]}处" for verdict in VERDICTS if self.counts[verdict])
        return f"找到{len(self.claims)}处：{counts}。" if counts else "没有找到可以核对的数字或趋势。"
