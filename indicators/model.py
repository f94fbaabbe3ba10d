"""The words an indicator is declared in, the filters it is asked with, and the figures that come back."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Span = Literal["period", "to_date", "state"]
State = Literal["ok", "no_sample", "not_reported", "hidden"]
Grain = Literal["month", "quarter", "year"]
Unit = Literal[
    "人", "人次", "户", "户次", "场", "节", "例", "件", "份", "部", "支", "类", "条", "次", "天", "小时", "元", "分", "%",
    "元/人次", "小时/人", "人次/场", "场/千人", "人次/千人", "小时/千人", "例/千人", "元/千人",
]  # fmt: skip


@dataclass(frozen=True)
class Total:
    """One aggregate over one table.

    `value` is an aggregate of the narrow vocabulary: count(*), count(x), count(distinct x), count(distinct (x, y)), sum(x),
    min(x), max(x). `on` is the date that places a row. `span` says which rows belong to a window: those dated inside it
    (period), all up to its last day (to_date), or those in force on its last day (state: on <= day < until).
    Where the exact number cannot be known, `low` is the greatest of its aggregates and `high` the sum of its aggregates
    (one with a minus is taken off); the value is then the low end, which the records prove.
    `needs` are record types that must all have been reported; without it, one of those the table rests on is enough.
    `of_people` says that people, their cases, answers or attendances are counted, so that small numbers are hidden.
    """

    table: str
    value: str
    on: str
    where: str = "true"
    span: Span = "period"
    until: str | None = None
    low: tuple[str, ...] = ()
    high: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    of_people: bool = False


@dataclass(frozen=True)
class Indicator:
    """A figure's one definition: numerator and optional denominator are added up separately and divided last.

    value = numerator × scale ÷ denominator. `interval` asks for a Wilson score interval of the share (95 %).
    `aliases` are the words drafts use for it, `phrase` how we write it. The definition in words is the docstring of its module.
    """

    label: str
    unit: Unit
    section: str  # 参与, 满意度, 志愿服务, 个案, 资金, 名册
    why: str
    good: Literal["up", "down", "none"]
    numerator: Total
    owner: str
    checked_by: str
    reviewed: str
    denominator: Total | None = None
    scale: float = 1
    decimals: int = 0
    interval: Literal["wilson"] | None = None
    aliases: tuple[str, ...] = ()
    phrase: str = ""  # how a sentence says it: 开展志愿服务{n}; without one, the label and the number
    version: int = 1
    words: str = ""  # the definition in words, filled from the module's docstring
    id: str = ""

    @property
    def totals(self) -> tuple[Total, ...]:
        """The numerator, and the denominator where there is one."""
        return (self.numerator, self.denominator) if self.denominator else (self.numerator,)

    @property
    def adds_up(self) -> bool:
        """Whether communities and categories add up to the whole: plain counts and sums do, rates and distinct things do not."""
        counted = self.numerator.value
        return not self.denominator and counted.startswith(("count", "sum")) and "distinct" not in counted

    @property
    def counts_people(self) -> bool:
        """Whether small values are hidden from readers."""
        return any(total.of_people for total in self.totals)


@dataclass(frozen=True)
class Filters:
    """What a reader asks for: communities (all he may see when empty is never assumed), a window, and strands."""

    communities: tuple[str, ...]
    from_on: date
    to_on: date
    strands: tuple[str, ...] = ()


@dataclass(frozen=True)
class Period:
    """A stretch of days with the label a reader sees: 2025年, 2025年第1季度, 2025年3月, or 2025-03-01至2025-04-15."""

    label: str
    from_on: date
    to_on: date


@dataclass(frozen=True)
class Figure:
    """One number with both its sides. `community` is None for all communities asked for together.

    `missing` lists the communities (or months) that did not report; `state` keeps 0, 无样本 and 未报送 apart.
    """

    indicator: str
    unit: str
    community: str | None
    period: Period
    value: float | None
    numerator: float | None
    denominator: float | None
    state: State
    low: float | None = None
    high: float | None = None
    category: str | None = None
    missing: tuple[str, ...] = ()
