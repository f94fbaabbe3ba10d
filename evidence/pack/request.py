"""What a pack is asked for, as a value, as plain values in the pack's manifest and back, and the figures that answer it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from documents.day_text import day_text
from evidence.pack.content import Attachment
from evidence.pack.manifest import PackError, program_fingerprint
from evidence.pack.template import ChartSpec, Template, select_indicators
from indicators import disclosure, engine, periods, tables
from indicators.disclosure.divided import without_hidden_counts
from indicators.disclosure.figures import FigureKey, NumberKey
from indicators.disclosure.remainders import telling_remainders
from indicators.disclosure.systems import coarser_splits, hidden_keys, is_linked, linked_ids
from indicators.disclosure.windows import windows_with_few_open
from indicators.model import Figure, Filters, Grain, Period
from indicators.questions import learn_figures
from warehouse.build import Build

MOST_PERIODS = 12  # of an axis along time, so that the table beneath still fits its page
GRAINS: tuple[Grain, ...] = ("month", "quarter", "year")

SplitBy = tuple[str, ...]  # how figures are split, in the engine's words: ("quarter", "community")
FigureQuestion = tuple[SplitBy, tuple[str, ...]]  # how figures are split, and the ids of the indicators asked for so
SplitFigures = Mapping[SplitBy, Sequence[Figure]]  # the figures that answer these questions


@dataclass(frozen=True)
class Request:
    """A pack as it is asked for: a template whole, or only some indicators. Numbers of people below `k` are hidden."""

    full_template: Template
    filters: Filters
    indicator_ids: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    k: int = disclosure.PUBLISHED
    withheld: tuple[FigureKey, ...] = ()  # figures that would tell of few people beside what has left before

    @cached_property
    def template(self) -> Template:
        """The template as it is followed."""
        return select_indicators(self.full_template, self.indicator_ids) if self.indicator_ids else self.full_template

    @property
    def is_one_community(self) -> bool:
        """Whether it is about one community; its figures then bear its name."""
        return len(self.filters.communities) == 1

    @property
    def whole(self) -> SplitBy:
        """How figures of the whole window and all communities together are asked for."""
        return ("community",) if self.is_one_community else ()

    @property
    def period(self) -> Period:
        return periods.window(self.filters.from_on, self.filters.to_on)

    @property
    def questions(self) -> tuple[FigureQuestion, ...]:
        """All that has to be counted: whole, by community, and as each chart needs it."""
        ids_by_split: dict[SplitBy, dict[str, None]] = {}
        for by in dict.fromkeys((self.whole, ("community",))):
            ids_by_split[by] = dict.fromkeys(self.template.indicators)
        for chart in self.charts:
            ids_by_split.setdefault(split_of(chart, self), {}).update(dict.fromkeys(chart.indicators))
        return tuple((by, tuple(ids)) for by, ids in ids_by_split.items())

    @property
    def charts(self) -> tuple[ChartSpec, ...]:
        """The charts that can be drawn."""
        return tuple(chart for section in self.template.section for chart in section.chart if is_drawable(chart, self))


def clip_filters(filters: Filters, build: Build) -> Filters:
    """Return the filters ending with the last month that holds records; PackError when there is none in the window."""
    first, last = build.first_day, build.last_day
    if not first or not last:
        raise PackError("这个数据批次里还没有台账记录，生成不了材料包。请先把台账入库。")
    end = periods.months(last, last)[0].to_on
    if filters.from_on > end or filters.to_on < first:
        raise PackError(
            f"{day_text(filters.from_on)}至{day_text(filters.to_on)}没有记录；现有记录从{day_text(first)}到{day_text(last)}，请换一个时期。"
        )
    return replace(filters, to_on=min(filters.to_on, end))


def is_drawable(chart: ChartSpec, request: Request) -> bool:
    """Whether a chart says anything for these communities: one community is not compared with itself."""
    return not request.is_one_community or "community" not in (chart.by, chart.split)


def split_of(chart: ChartSpec, request: Request) -> SplitBy:
    """Return how a chart's figures are split."""
    axes = [axis for axis in (chart.by, chart.split) if axis]
    split = [_column_of(chart) if axis == "category" else grain_of(axis, request.filters) for axis in axes]
    return tuple(dict.fromkeys([*split, *request.whole]))


def _column_of(chart: ChartSpec) -> str:
    """Return the column whose categories a chart shows: the one it names, else the usual one of its table."""
    groups = tables.groups_of(engine.catalogue()[chart.indicators[0]].numerator.table)
    return chart.column or next(iter(groups), "")


def grain_of(axis: str, filters: Filters) -> str:
    """Return the grain of an axis: `time` means the finest that keeps the axis and its table readable."""
    if axis != "time":
        return axis
    fitting = (g for g in GRAINS if len(periods.split(filters.from_on, filters.to_on, g)) <= MOST_PERIODS)
    return next(fitting, "year")


def split_figures(
    build: Build, filters: Filters, questions: Sequence[FigureQuestion], k: int, withheld: Sequence[FigureKey] = ()
) -> SplitFigures:
    """Return the figures by how they are split, disclosed together: what one of them hides no other gives away."""
    question = "split figures", filters, tuple((by, tuple(ids)) for by, ids in questions), k, tuple(withheld)
    return build.remembered(question, lambda: _split_figures(build, filters, questions, k, withheld))


def _split_figures(
    build: Build, filters: Filters, questions: Sequence[FigureQuestion], k: int, withheld: Sequence[FigureKey]
) -> SplitFigures:
    learn_figures(build, questions)
    counted = [engine.figures(build, ids, filters, by) for by, ids in questions]
    hidden = {key for by, ids in questions for key in _hidden_keys(build, filters, by, ids, k)}
    disclosed = disclosure.disclose_together(counted, k, {*withheld, *hidden})
    shown = [figure for figures in disclosed for figure in figures]
    return {by: without_hidden_counts(figures, shown) for (by, _), figures in zip(questions, disclosed, strict=True)}


def _hidden_keys(build: Build, filters: Filters, by: SplitBy, ids: Sequence[str], k: int) -> set[NumberKey]:
    """Return what is hidden of linked figures: beside all they are linked to, where few stood open before or at the end, and where
    few are left of all.
    """
    linked = linked_ids([id for id in ids if is_linked(id)])
    splits = [*coarser_splits(by), by] if linked else []
    few_open = {key for split in splits for key in windows_with_few_open(build, linked, filters, split, k)}
    few_left = telling_remainders(build, ids, filters, by, k)
    return few_open | few_left | hidden_keys(build, ids, filters, by, k, few_open | few_left)


def request_to_inputs(request: Request) -> dict[str, Any]:
    """Return the request in plain values, with the program that answers it, as the manifest holds it."""
    return {
        "program": program_fingerprint(),
        "template": request.full_template.id,
        "chosen": list(request.indicator_ids),
        "communities": list(request.filters.communities),
        "from": request.filters.from_on.isoformat(),
        "to": request.filters.to_on.isoformat(),
        "strands": list(request.filters.strands),
        "k": request.k,
        "withheld": [[id, place, *map(str, days), category] for id, place, *days, category in request.withheld],
        "questions": [{"by": list(by), "indicators": list(ids)} for by, ids in request.questions],
        "attachments": [
            {"name": a.name, "figure": a.figure, "caption": a.caption, "link": a.link} for a in request.attachments
        ],
    }


def questions_from_inputs(inputs: Mapping[str, Any]) -> tuple[Filters, tuple[FigureQuestion, ...], int]:
    """Return the filters, the questions and k of a manifest. KeyError, TypeError or ValueError when it does not tell."""
    questions = tuple((_texts(question["by"]), _texts(question["indicators"])) for question in inputs["questions"])
    return _filters_from_inputs(inputs), questions, int(inputs["k"])


def withheld_from_inputs(inputs: Mapping[str, Any]) -> tuple[FigureKey, ...]:
    """Return the figures of a manifest that were left out beside what has left before; none in one made before these were looked at."""
    return tuple(
        (str(id), place, date.fromisoformat(from_on), date.fromisoformat(to_on), category)
        for id, place, from_on, to_on, category in inputs.get("withheld", ())
    )


def request_from_inputs(inputs: Mapping[str, Any], templates: Mapping[str, Template]) -> Request:
    """Return the whole request of a manifest, its attachments by name only. KeyError when its template is gone."""
    attachments = tuple(
        Attachment(a["name"], a["figure"], a["caption"], None if a["link"] else Path(a["name"]), a["link"])
        for a in inputs["attachments"]
    )
    template, ids = templates[inputs["template"]], _texts(inputs["chosen"])
    k, withheld = int(inputs["k"]), withheld_from_inputs(inputs)
    return Request(template, _filters_from_inputs(inputs), ids, attachments, k, withheld)


def _filters_from_inputs(inputs: Mapping[str, Any]) -> Filters:
    days = date.fromisoformat(inputs["from"]), date.fromisoformat(inputs["to"])
    return Filters(_texts(inputs["communities"]), *days, _texts(inputs["strands"]))


def _texts(values: Any) -> tuple[str, ...]:
    """Return a list of texts as a tuple; TypeError when it is none, so that nothing else reaches a query."""
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise TypeError("a list of texts is expected")
    return tuple(values)
