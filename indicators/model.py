"""The words an indicator is declared in, the filters it is asked with, and the figures that come back."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from indicators.condition import Condition
from indicators.expression import Expression

TimeSpan = Literal["period", "to_date", "state", "any_day", "both_ends"]
CatalogueSection = Literal[
    "参与", "协商", "满意度", "志愿服务", "积分", "个案", "帮扶", "工单", "四单", "清单", "资金", "五社力量", "荣誉", "名册",
]  # fmt: skip
OF_PERIOD: tuple[TimeSpan, ...] = ("period", "any_day")  # what speaks of a stretch of days and not of one day alone
SECTIONS: tuple[CatalogueSection, ...] = get_args(CatalogueSection)  # in the order in which readers see them
FigureState = Literal["ok", "no_sample", "not_reported", "hidden"]
Grain = Literal["month", "quarter", "year"]
Unit = Literal[
    "人", "个", "项", "人次", "户", "户次", "场", "节", "例", "件", "份", "部", "支", "类", "种", "条", "单", "次", "天", "小时", "元", "分", "%", "平方米", "平方公里",
    "元/人次", "小时/人", "人次/场", "场/千人", "人次/千人", "小时/千人", "例/千人", "元/人",
]  # fmt: skip


@dataclass(frozen=True)
class Aggregate:
    """One aggregate over one table.

    `expression` is SQL text of the narrow vocabulary: count(*), count(x), count(distinct x), count(distinct (x, y)), sum(x),
    min(x), max(x). `where` is the condition a row must meet, None for every
    row. `on` is the date that places a row. `span` says which rows belong to a window: those dated inside it
    (period), all up to its last day (to_date), those in force on its last day (state: on <= day < until) or on any of its
    days (any_day), or the mean of those in force on the first and on the last day (both_ends).
    Where the exact number cannot be known, `low` is the greatest of its expressions and `high` the sum of its expressions
    (one with a minus is taken off); the value is then the low end, which the records prove.
    `needs` are record types that must all have been reported, to which the catalogue adds those that tell the columns it counts by;
    without any, one of those the table rests on is enough.
    `is_current` leaves out communities that have stopped reporting, of which nobody knows what they hold on the last day.
    `of_people` says that people, their cases, answers or attendances are counted, so that small numbers are hidden.
    """

    table: str
    expression: str
    on: str
    where: Condition | None = None
    span: TimeSpan = "period"
    until: str | None = None
    low: tuple[str, ...] = ()
    high: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    is_current: bool = False
    of_people: bool = False

    def __hash__(self) -> int:
        return hash((self.table, self.expression, self.on, self.span, self.where))  # equal ones have these in common


@dataclass(frozen=True)
class Wording:
    """One way in which drafts speak of an indicator: the parts of a clause, whatever words stand between them.

    Each part is a string of words parted by blanks, of which one must stand there; a part that is empty asks for nothing.
    `nouns` are what is counted, `verbs` what was done: one of either stands beside the figure, on whichever side. `topics` stand
    earlier in the sentence. `units` are the measure words, without any those of the indicator's own unit. A word of `unless` in
    the clause makes it something else, one written `…志愿者` only right after the figure. `but` names what the clause counts where the indicator counts something close to it
    (注册志愿者, for volunteers with a record of service): such a claim is shown beside the figure and not judged by it.
    """

    nouns: str = ""
    verbs: str = ""
    topics: str = ""
    units: str = ""
    unless: str = ""
    but: str = ""


@dataclass(frozen=True)
class Indicator:
    """A figure's one definition: numerator and optional denominator are added up separately and divided last.

    value = numerator × scale ÷ denominator; `interval` asks for a Wilson score interval of the share (95 %).
    `groups` adds up the squares of the groups a numerator comes in (attendances in activities, hours in outings of a team): what comes
    together is no more evidence than its groups are, so changes are tested and figures ranked by them.
    `uncounted` is what happened and does not state it, of which the coverage tells how many in the words `unstated`.
    `needs_every_month` leaves out communities that did not report every month, so that a rate per head is not one of a part of the time.
    `aliases` are its other names, `wordings` the clauses in which drafts speak of it, `phrase` how we write it. The definition in words is the docstring of its module.
    """

    label: str
    unit: Unit
    section: CatalogueSection
    why: str
    good: Literal["up", "down", "none"]
    numerator: Aggregate
    owner: str
    checked_by: str
    reviewed: str
    denominator: Aggregate | None = None
    groups: Aggregate | None = None
    uncounted: Aggregate | None = None
    unstated: str = "场没有写人次"
    scale: float = 1
    decimals: int = 0
    interval: Literal["wilson"] | None = None
    needs_every_month: bool = False
    # The record of the rules by which it counts, and their terms: what is not compared across a change.
    rules: tuple[str, ...] = ()
    # The count of people of which its numbers are a multiple, and with which it is hidden: points of gifts.
    multiple_of: str = ""
    measures: str = ""  # the measure words of drafts, where not all of those of the unit fit: 个 人 名 位 家
    aliases: tuple[str, ...] = ()
    wordings: tuple[Wording, ...] = ()
    phrase: str = ""  # how a sentence says it: 开展志愿服务{n}; without one, the label and the number
    version: int = 1
    words: str = ""  # the definition in words, filled from the module's docstring
    id: str = ""

    def __hash__(self) -> int:
        return hash(self.id)  # equal declarations have one id: their hundred words need not be read

    @property
    def aggregates(self) -> tuple[Aggregate, ...]:
        """The numerator, and the denominator where there is one."""
        return (self.numerator, self.denominator) if self.denominator else (self.numerator,)

    @property
    def all_aggregates(self) -> tuple[Aggregate, ...]:
        """All that is counted for it: its sides, the groups they come in, and what states no number."""
        return (*self.aggregates, *(each for each in (self.groups, self.uncounted) if each))

    @property
    def adds_up(self) -> bool:
        """Whether communities and categories add up to the whole: plain counts and sums do, rates and distinct things do not."""
        return not self.denominator and not self.is_combined and Expression.parse(self.numerator.expression).adds_up

    @property
    def is_combined(self) -> bool:
        """Whether a figure of several communities is put together from those of each."""
        return self.needs_every_month or any(aggregate.high for aggregate in self.aggregates)

    @property
    def is_of_period(self) -> bool:
        """Whether it speaks of all days of a window; else of its last day, and a reader sees 截至."""
        return self.numerator.span in OF_PERIOD

    @property
    def can_leave_out_months(self) -> bool:
        """Whether single months can be left out of it, so that two windows rest on the same ones."""
        return self.numerator.span == "period" and all(aggregate.span != "any_day" for aggregate in self.aggregates)

    @property
    def counts_people(self) -> bool:
        """Whether small values are hidden from readers."""
        return any(aggregate.of_people for aggregate in self.aggregates)


@dataclass(frozen=True)
class Filters:
    """What a reader chose: communities (none is none, never all), the first and last day of a window, and strands."""

    communities: tuple[str, ...]
    from_on: date
    to_on: date
    strands: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeftOut:
    """What a figure must not count, so that two windows rest on the same reports.

    `months` are community-months, by the first day of the month, of what is counted over a period; `communities` are whole.
    """

    months: frozenset[tuple[str, date]] = frozenset()
    communities: frozenset[str] = frozenset()

    def holds(self, community: str | None, month: "Period") -> bool:
        """Return whether a month of a community is left out."""
        return community in self.communities or (community, month.from_on) in self.months


NOTHING_LEFT_OUT = LeftOut()


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days with the label a reader sees: 2025年, 2025年第1季度, 2025年3月, or 2025年3月1日至4月15日."""

    label: str
    from_on: date
    to_on: date


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much was reported of what was due, in community-months; of surveys and the register in communities.

    `summed` are those among the reported of which there is only a sum (汇总上报) and no record. `not_begun` counts the communities
    of which nothing was due, since they never had what is counted. `uncounted` is how many rows or activities do not state what is
    counted, `half_filled` how many months have rows that leave empty what is counted or split by. `listed_on` is the day of the
    list behind a figure where it lies far from the day asked. Of those a figure lacks, communities or months, `unrecorded` are
    those whose ledgers do not tell what is counted by, `unbegun` months before it began, `disputed` those of which lists report different sums.
    """

    reported: int
    due: int
    summed: int = 0
    not_begun: int = 0
    uncounted: int = 0
    half_filled: int = 0
    listed_on: date | None = None
    unrecorded: tuple[str, ...] = ()
    unbegun: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()

    @property
    def is_full(self) -> bool:
        """Whether nothing that was due is missing."""
        return self.reported == self.due

    @property
    def is_plain(self) -> bool:
        """Whether all was reported by records of the time asked, so that nothing has to be said of it."""
        doubts = self.summed, self.not_begun, self.uncounted, self.half_filled, self.listed_on
        return self.is_full and not any(doubts)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with both its sides. `community` is None for all communities asked for together.

    `squares` adds up the squares of the groups that the numerator comes in, None where its indicator declares none.
    `counted` names the communities the number is made of. `missing` lists the communities that did not report, for one
    community its months; `coverage` counts the months of all. `state` keeps 0, 无样本 and 未报送 apart.
    """

    indicator: str
    unit: str
    community: str | None
    period: Period
    value: float | None
    numerator: float | None
    denominator: float | None
    state: FigureState
    low: float | None = None
    high: float | None = None
    category: str | None = None
    missing: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    coverage: Coverage = Coverage(0, 0)
    squares: float | None = None
