"""What a pack is made of, as a data file: sections with their figures, the charts wanted, and what is written by hand.

One new file in `templates` is one new template. `by` says what lies along a chart's axis: month, quarter or year, `time` (the
finest of them that keeps a chart readable), community or category; `split` what its series are; `column` which category.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from indicators.engine import catalogue
from indicators.model import Indicator

Kind = Literal["line", "column", "stacked", "bar"]
By = Literal["time", "month", "quarter", "year", "community", "category"]
Split = Literal["", "community", "category"]
Style = Literal["exact", "rounded"]
OTHERS = "其他数据"


@dataclass(frozen=True)
class Wish:
    """A chart that is wanted. Several indicators stand side by side and need one unit."""

    indicators: tuple[str, ...]
    kind: Kind
    by: By
    split: Split = ""
    column: str = ""


@dataclass(frozen=True)
class Part:
    """One section. `prompt` tells the applicant what to write there by hand; `style` whether numbers are said exactly."""

    title: str
    indicators: tuple[str, ...] = ()
    style: Style = "exact"
    prompt: str = ""
    chart: tuple[Wish, ...] = ()


@dataclass(frozen=True)
class Template:
    id: str
    title: str
    words: str = ""
    section: tuple[Part, ...] = ()

    @property
    def indicators(self) -> tuple[str, ...]:
        """Every indicator of the template, once, in reading order."""
        drawn = [(*part.indicators, *(id for wish in part.chart for id in wish.indicators)) for part in self.section]
        return tuple(dict.fromkeys(id for ids in drawn for id in ids))


def narrowed(template: Template, ids: Sequence[str]) -> Template:
    """Return the template with these indicators only; one it does not hold joins at the end, every one gets a chart."""
    kept = [_narrowed(part, ids) for part in template.section]
    held = {id for part in kept for id in part.indicators}
    rest = tuple(id for id in ids if id not in held)
    parts = [part for part in kept if part.indicators] + ([Part(OTHERS, rest)] if rest else [])
    return replace(template, section=tuple(_with_charts(part) for part in parts))


def _narrowed(part: Part, ids: Collection[str]) -> Part:
    charts = tuple(wish for wish in part.chart if set(wish.indicators) <= set(ids))
    return replace(part, indicators=tuple(id for id in part.indicators if id in ids), chart=charts)


def _with_charts(part: Part) -> Part:
    drawn = {id for wish in part.chart for id in wish.indicators}
    added = (Wish((id,), usual_kind(catalogue()[id]), "time") for id in part.indicators if id not in drawn)
    return replace(part, chart=(*part.chart, *added))


def usual_kind(one: Indicator) -> Kind:
    """Return how an indicator is drawn over time: counts as columns, rates and states as lines."""
    return "line" if one.denominator or one.numerator.span != "period" else "column"
