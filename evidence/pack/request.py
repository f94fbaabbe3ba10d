"""What a pack is asked for, and the figures that answer it: counted by the engine, small numbers hidden before anything is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from evidence.pack import content
from evidence.pack.manifest import PackError
from evidence.pack.template import Template, Wish, narrowed
from indicators import disclosure, engine, periods, tables
from indicators.model import Figure, Filters, Grain, Indicator, Period
from warehouse.build import Build
from wording.community_names import ALL
from wording.numbers import without_noise
from wording.states import WORDS

MOST_PERIODS = 12  # of an axis along time, so that the table beneath still fits its page
Question = tuple[tuple[str, ...], tuple[str, ...]]  # how figures are split, and the indicators asked for so
Answers = Mapping[tuple[str, ...], Sequence[Figure]]


@dataclass(frozen=True)
class Request:
    """A pack as it is asked for: a template whole, or only the indicators chosen. Numbers of people below `k` are hidden."""

    base: Template
    filters: Filters
    chosen: tuple[str, ...] = ()
    attachments: tuple[content.Attachment, ...] = ()
    k: int = disclosure.PUBLISHED

    @cached_property
    def template(self) -> Template:
        """The template as it is followed."""
        return narrowed(self.base, self.chosen) if self.chosen else self.base

    @property
    def is_alone(self) -> bool:
        """Whether it is about one community; its figures then bear its name."""
        return len(self.filters.communities) == 1

    @property
    def whole(self) -> tuple[str, ...]:
        """How figures of the whole window and all communities are asked for."""
        return ("community",) if self.is_alone else ()

    @property
    def period(self) -> Period:
        return periods.window(self.filters.from_on, self.filters.to_on)

    @property
    def questions(self) -> tuple[Question, ...]:
        """All that has to be counted: whole, by community, and as each chart needs it."""
        asked: dict[tuple[str, ...], dict[str, None]] = {}
        for by in dict.fromkeys((self.whole, ("community",))):
            asked[by] = dict.fromkeys(self.template.indicators)
        for wish in self.wishes:
            asked.setdefault(by_of(wish, self), {}).update(dict.fromkeys(wish.indicators))
        return tuple((by, tuple(ids)) for by, ids in asked.items())

    @property
    def wishes(self) -> tuple[Wish, ...]:
        """The charts that can be drawn: one community is not compared with itself."""
        return tuple(wish for part in self.template.section for wish in part.chart if is_drawable(wish, self))


def clipped(filters: Filters, build: Build) -> Filters:
    """Return the filters ending with the last month that holds records; PackError when there is none in the window."""
    first, last = build.first_day, build.last_day
    if not first or not last:
        raise PackError("这个数据批次里还没有台账记录，生成不了材料包。请先把台账入库。")
    end = periods.months(last, last)[0].to_on
    if filters.from_on > end or filters.to_on < first:
        raise PackError(f"{filters.from_on}至{filters.to_on}没有记录；现有记录从{first}到{last}，请换一个时期。")
    return replace(filters, to_on=min(filters.to_on, end))


def is_drawable(wish: Wish, request: Request) -> bool:
    """Whether a chart says anything for these communities."""
    return not request.is_alone or "community" not in (wish.by, wish.split)


def by_of(wish: Wish, request: Request) -> tuple[str, ...]:
    """Return how a chart's figures are split, in the engine's words."""
    axes = (wish.by, wish.split)
    parts = [grain_of(axis, request.filters) if axis in ("time", "month", "quarter", "year") else axis for axis in axes]
    column = wish.column or next(iter(tables.groups_of(engine.catalogue()[wish.indicators[0]].numerator.table)), "")
    named = [column if part == "category" else part for part in parts if part]
    return tuple(dict.fromkeys([*named, *request.whole]))


def grain_of(axis: str, filters: Filters) -> str:
    """Return the grain of an axis: `time` means the finest that keeps the axis and its table readable."""
    grains: tuple[Grain, ...] = ("month", "quarter", "year")
    if axis != "time":
        return axis
    fitting = (g for g in grains if len(periods.split(filters.from_on, filters.to_on, g)) <= MOST_PERIODS)
    return next(fitting, "year")


def answers(build: Build, filters: Filters, questions: Sequence[Question], k: int) -> Answers:
    """Return the figures by how they are split, guarded together: what one answer hides no other gives away."""
    counted = [engine.figures(build, ids, filters, by) for by, ids in questions]
    disclosed = disclosure.disclose_together(counted, k)
    return {by: figures for (by, _), figures in zip(questions, disclosed, strict=True)}


def rows(answered: Answers) -> Iterator[content.Figure]:
    """Yield every figure once, as the pack's data."""
    catalogue = engine.catalogue()
    found = (row(figure, catalogue[figure.indicator]) for figures in answered.values() for figure in figures)
    yield from dict.fromkeys(found)


def row(figure: Figure, one: Indicator) -> content.Figure:
    """Return a figure as a row of the pack's data; binary noise is cut, nothing is rounded for the eye."""
    period = figure.period
    return content.Figure(
        one.id, one.label, one.unit, figure.community or ALL, figure.category or "", period.label,
        period.from_on.isoformat(), period.to_on.isoformat(), without_noise(figure.value), without_noise(figure.low),
        without_noise(figure.high), without_noise(figure.numerator), without_noise(figure.denominator), WORDS[figure.state],
    )  # fmt: skip
