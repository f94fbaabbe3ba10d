"""评分预演：points now, points lost and why, the cheapest points still to be had, documents missing, gates."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from evidence.scoring.rubric import Item, Part, Rubric, Step
from indicators.engine import catalogue
from indicators.model import Figure


@dataclass(frozen=True)
class Answers:
    """What the records cannot know: numbers promised, levels judged, conditions met by hand, documents at hand."""

    plans: Mapping[str, float] = field(default_factory=dict)  # item id → promised number
    levels: Mapping[str, str] = field(default_factory=dict)  # item id → label of the level judged
    met: frozenset[str] = frozenset()  # labels of parts, or item ids of gates, that hold
    documents: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Next:
    """What would earn more: how many points, for what, and how far away it is (0 = nearly there, 1 = all of it)."""

    points: float
    words: str
    effort: float


@dataclass(frozen=True)
class Line:
    """One item scored. `passed` speaks of gates only; `is_open` waits for an answer no record gives."""

    item: Item
    points: float
    why: str
    next: Next | None = None
    passed: bool | None = None
    is_open: bool = False
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A whole evaluation table scored."""

    rubric: Rubric
    lines: tuple[Line, ...]

    @property
    def points(self) -> float:
        return sum(line.points for line in self.lines)

    @property
    def full(self) -> float:
        return self.rubric.full

    @property
    def failed_gates(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.passed is False)

    @property
    def cheapest(self) -> tuple[Line, ...]:
        """Lines with points still to be had, the nearest first; more points first among equals."""
        open_lines = [line for line in self.lines if line.next and line.next.points > 0]
        return tuple(sorted(open_lines, key=lambda line: (line.next.effort, -line.next.points)))  # type: ignore[union-attr]

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for line in self.lines for name in line.missing))


def score(rubric: Rubric, figures: Mapping[str, Figure], answers: Answers) -> Sheet:
    """Score a rubric with figures by indicator id; a figure that is not there earns nothing and says so."""
    return Sheet(rubric, tuple(_line(item, figures, answers) for item in rubric.items))


def _line(item: Item, figures: Mapping[str, Figure], answers: Answers) -> Line:
    rules: dict[str, Callable[[Item, Mapping[str, Figure], Answers], Line]] = {
        "band": _band,
        "combination": _combination,
        "level": _level,
        "gate": _gate,
    }
    line = rules[item.kind](item, figures, answers)
    missing = tuple(name for name in item.documents if name not in answers.documents)
    return Line(item, line.points, line.why, line.next, line.passed, line.is_open, missing)


def _band(item: Item, figures: Mapping[str, Figure], answers: Answers) -> Line:
    figure = figures.get(item.indicator or "")
    if figure is None or figure.value is None:
        return Line(item, 0, f"{_label(item.indicator)}{_absence(figure)}，这一项不得分。")
    plan = answers.plans.get(item.id)
    if item.against_plan and not plan:
        return Line(item, 0, "还没有填计划数，无法算完成率。", is_open=True)
    value = figure.value / plan if item.against_plan and plan else figure.value
    reached = next((step for step in item.steps if value >= step.at_least), None)
    points = reached.points if reached else 0
    above = [step for step in reversed(item.steps) if step.at_least > value]
    said = f"{_label(item.indicator)}{_number(figure.value, figure.unit)}"
    said += f"，计划{_number(plan, figure.unit)}，完成{value:.0%}" if item.against_plan and plan else ""
    return Line(item, points, f"{said}，得{points:g}分。", _next_step(item, above, value, plan, points))


def _next_step(item: Item, above: Sequence[Step], value: float, plan: float | None, points: float) -> Next | None:
    if not above:
        return None
    step = above[0]
    unit = catalogue()[item.indicator or ""].unit
    gap = (step.at_least - value) * (plan if item.against_plan and plan else 1)
    words = f"再增加{_number(gap, unit)}可得{step.points:g}分"
    return Next(step.points - points, words, (step.at_least - value) / step.at_least if step.at_least else 1)


def _combination(item: Item, figures: Mapping[str, Figure], answers: Answers) -> Line:
    met = [part for part in item.parts if _holds(part, figures, answers)]
    lacking = [part for part in item.parts if part not in met]
    points = min(item.points, sum(part.points for part in met))
    why = f"{len(item.parts)}个条件满足{len(met)}个，得{points:g}分。"
    if not lacking:
        return Line(item, points, why)
    best = max(lacking, key=lambda part: part.points)
    return Line(item, points, why, Next(best.points, f"做到“{best.label}”可再得{best.points:g}分", 0.5))


def _holds(part: Part, figures: Mapping[str, Figure], answers: Answers) -> bool:
    if part.indicator is None:
        return part.label in answers.met
    figure = figures.get(part.indicator)
    return figure is not None and figure.value is not None and figure.value >= (part.at_least or 0)


def _level(item: Item, figures: Mapping[str, Figure], answers: Answers) -> Line:
    judged = next((part for part in item.parts if part.label == answers.levels.get(item.id)), None)
    if judged is None:
        return Line(
            item, 0, "需要评估人员判断等级，还没有填。", Next(item.points, "请评估人员填写等级", 0.5), is_open=True
        )
    return Line(item, judged.points, f"判断为“{judged.label}”，得{judged.points:g}分。")


def _gate(item: Item, figures: Mapping[str, Figure], answers: Answers) -> Line:
    if item.indicator is None:
        passed = item.id in answers.met
        return Line(
            item, 0, "已确认满足。" if passed else "没有记录可查，需人工确认。", passed=passed, is_open=not passed
        )
    figure = figures.get(item.indicator)
    if figure is None or figure.value is None:
        return Line(item, 0, f"{_label(item.indicator)}{_absence(figure)}，无法判断。", passed=False)
    least = item.at_least or 0
    said = f"{_label(item.indicator)}{_number(figure.value, figure.unit)}，要求不少于{_number(least, figure.unit)}"
    return Line(item, 0, f"{said}。", passed=figure.value >= least)


def _label(indicator: str | None) -> str:
    return catalogue()[indicator or ""].label


def _absence(figure: Figure | None) -> str:
    words = {"not_reported": "未报送", "no_sample": "无样本", "hidden": "人数太少，已隐藏"}
    return words.get(figure.state, "没有数") if figure else "没有数"


def _number(value: float, unit: str) -> str:
    shown = f"{value:,.2f}".rstrip("0").rstrip(".")
    return f"{shown}{unit}"
